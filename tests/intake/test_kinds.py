"""Each kind of input gives its articles, whatever its name and wrapping."""

import bz2
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from tests.intake.made import ATOM, PAGE, RDF, RSS, STORY, Open, gzipped, jsonl, rows, split, warc_record

CSV = f'title,body,date\nMinisters meet,"{STORY}",2016-04-07\n"Two, then",{STORY},2016-04-08\n'
ARRAY = json.dumps(rows(), indent=1)
WARC = warc_record("https://harbour.example/a1", PAGE.encode()) + warc_record(
    "https://harbour.example/a2", gzipped(STORY.encode()), {"Content-Type": "text/plain", "Content-Encoding": "gzip"}
)


@pytest.mark.parametrize(
    ("name", "content", "media_type", "many"),
    [
        ("report.txt", STORY, "text/plain", 1),
        ("report", STORY, "text/plain", 1),
        ("bracket.txt", f"[Update] {STORY}", "text/plain", 1),
        ("brace.txt", "{sic} " + STORY, "text/plain", 1),
        ("page.html", PAGE, "text/html", 1),
        ("page", PAGE, "text/html", 1),
        ("wide.txt", STORY.encode("utf-16"), "text/plain", 1),
        ("rows.jsonl", jsonl(), "application/x-ndjson", 2),
        ("rows", jsonl(), "application/x-ndjson", 2),
        ("wide.jsonl", jsonl().decode().encode("utf-16"), "application/x-ndjson", 2),
        ("rows.json", ARRAY, "application/json", 2),
        ("rows.unknown", ARRAY, "application/json", 2),
        ("one.json", json.dumps(rows(1)[0], indent=1), "application/json", 1),
        ("wrapped.json", json.dumps({"status": "ok", "articles": rows()}, indent=1), "application/json", 2),
        ("rows.csv", CSV, "application/json", 2),
        ("rows.tsv", "title\tbody\n" + f"Ministers meet\t{STORY}\n" * 2, "application/json", 2),
        ("rows", CSV, "application/json", 2),
        ("semicolons.csv", CSV.replace(",", ";"), "application/json", 2),
        ("western.csv", CSV.replace("Ministers", "Ministers’").encode("cp1252"), "application/json", 2),
        ("feed.xml", RSS, "application/json", 2),
        ("feed", ATOM, "application/json", 1),
        ("feed.rdf", RDF, "application/json", 1),
        ("bare.xml", RSS.replace("Fish &amp; chips", "Fish & chips"), "application/json", 2),
        ("pages.warc", WARC, None, 2),
        ("pages.warc.gz", gzipped(WARC[: WARC.index(b"WARC/", 9)]) + gzipped(WARC[WARC.index(b"WARC/", 9) :]), None, 2),
    ],
)
def test_gives_its_articles(opened: Open, name: str, content: bytes | str, media_type: str | None, many: int) -> None:
    raws, refusals = opened(name, content)
    assert refusals == []
    assert len(raws) == many
    assert media_type is None or {raw.media_type for raw in raws} == {media_type}


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        ("gz", gzipped),
        ("zst", zstandard.compress),
        ("bz2", bz2.compress),
        ("xz", lzma.compress),
        ("gz", lambda content: gzipped(content[:40]) + gzipped(content[40:])),
    ],
)
@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", STORY.encode()), ("a.jsonl", jsonl(3)), ("a.csv", CSV.encode())]
)
def test_reads_through_compression(
    opened: Open, suffix: str, pack: Callable[[bytes], bytes], name: str, content: bytes
) -> None:
    plain, _ = opened(name, content)
    packed, refusals = opened(f"{name}.{suffix}", pack(content))
    assert refusals == []
    assert packed
    assert [raw.id for raw in packed] == [raw.id for raw in plain]


def test_a_line_is_kept_as_received(opened: Open) -> None:
    line = b'{"body" : "Ministers met in the capital. They spoke.", "date":"2016-04-07" }'
    raws, _ = opened("rows.jsonl", b"\n" + line + b"\r\n")
    assert [(raw.bytes, raw.uri.rpartition("#")[2]) for raw in raws] == [(line, "line=2")]
    assert [(field.name, field.key) for field in raws[0].fields] == [("published", "date"), ("text", "body")]


def test_a_row_is_canonical_json(opened: Open) -> None:
    raws, _ = opened("rows.csv", CSV)
    assert json.loads(raws[1].bytes) == {"body": STORY, "date": "2016-04-08", "title": "Two, then"}
    assert raws[1].uri.endswith("rows.csv#row=2")


@pytest.mark.parametrize(
    ("row", "fields", "key"),
    [
        ({"words": STORY, "text": "x"}, {"text": "words"}, "words"),
        ({"article": {"body": STORY}}, {"text": "article.body"}, "article.body"),
        ({"content": "short", "maintext": STORY}, {}, "maintext"),
        ({"articleBody": STORY}, {}, "articleBody"),
    ],
)
def test_the_field_asked_for_goes_before_the_guess(
    opened: Open, row: dict[str, object], fields: dict[str, str], key: str
) -> None:
    raws, _ = opened("rows.jsonl", json.dumps(row), fields=fields)
    assert {field.name: field.key for field in raws[0].fields}["text"] == key


def test_parquet_gives_a_raw_a_row(tmp_path: Path) -> None:
    table = pa.table(
        {"text": [STORY, STORY], "date": [date(2016, 4, 7), None], "seen": [datetime(2020, 1, 1, tzinfo=UTC)] * 2}
    )
    pq.write_table(table, tmp_path / "rows.parquet")
    raws, refusals = split([tmp_path])
    assert refusals == []
    assert json.loads(raws[0].bytes)["date"] == "2016-04-07"
    assert raws[1].uri.endswith("rows.parquet#row=2")


def test_an_entry_has_its_html_and_its_local_day(opened: Open) -> None:
    raws, _ = opened("feed.xml", RSS)
    entry = json.loads(raws[0].bytes)
    assert entry["html"] == f"<p>{STORY}</p>"
    assert entry["published"] == "Thu, 07 Apr 2016 23:10:00 +0330"
    assert (entry["outlet"], entry["url"], entry["language"]) == ("Harbour Post", "https://harbour.example/a1", "en")


@pytest.mark.parametrize(("feed", "day"), [(RDF, "2016-04-07T10:00:00+03:30"), (ATOM, "2016-04-08T01:00:00+09:00")])
def test_the_day_of_an_entry_is_found_under_other_names(opened: Open, feed: str, day: str) -> None:
    raws, _ = opened("feed", feed)
    assert json.loads(raws[0].bytes)["published"] == day


def test_a_record_has_its_own_address_time_and_payload(opened: Open) -> None:
    raws, _ = opened("pages.warc", WARC)
    assert [raw.uri for raw in raws] == ["https://harbour.example/a1", "https://harbour.example/a2"]
    assert raws[1].bytes.decode() == STORY
    assert raws[0].fetched_at == datetime(2016, 4, 7, 10, tzinfo=UTC)


def test_responses_that_are_no_pages_are_passed_over(opened: Open) -> None:
    archive = warc_record("https://a.example/", b"<p>gone", status="404 Not Found") + WARC
    archive += warc_record("https://a.example/x.png", b"\x89PNG", {"Content-Type": "image/png"})
    raws, refusals = opened("pages.warc", archive)
    assert (len(raws), refusals) == (2, [])


def test_members_of_a_zip_file_are_opened_one_by_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/rows.jsonl", jsonl())
        archive.writestr("a/report.txt", STORY)
        archive.writestr("../out.txt.gz", gzipped(STORY.encode()))
        archive.writestr("__MACOSX/._report.txt", b"\x00\x01")
    raws, refusals = split([tmp_path / "all.zip"])
    assert refusals == []
    parts = [raw.uri.partition("all.zip#")[2] for raw in raws]
    assert parts == ["../out.txt.gz", "a/report.txt", "b/rows.jsonl!line=1", "b/rows.jsonl!line=2"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_members_of_a_tar_file_are_opened_one_by_one(tmp_path: Path, mode: str) -> None:
    with tarfile.open(tmp_path / "all.tar", mode) as archive:  # type: ignore[call-overload]
        for name, content in {"a/one.txt": STORY.encode(), "a/rows.jsonl": jsonl()}.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    raws, refusals = split([tmp_path / "all.tar"])
    assert refusals == []
    assert [raw.uri.partition("all.tar#")[2] for raw in raws] == [
        "a/one.txt",
        "a/rows.jsonl!line=1",
        "a/rows.jsonl!line=2",
    ]


def test_a_record_within_a_folder_is_left_out(tmp_path: Path) -> None:
    for name, content in (
        ("1.txt", STORY),
        ("record/RECORD", "dragoman record, layout 1\n"),
        ("record/notes.txt", STORY),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    raws, refusals = split([tmp_path])
    assert [raw.uri for raw in raws] == [str(tmp_path / "1.txt")]
    assert refusals == []
    assert [refusal.code for refusal in split([tmp_path / "record"])[1]] == ["record"]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "b/.hidden.txt", ".git/x.txt", "c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE if name.endswith("html") else STORY)
    raws, refusals = split([tmp_path])
    assert refusals == []
    assert [raw.uri.removeprefix(f"{tmp_path}/") for raw in raws] == ["a/1.txt", "b/2.txt", "c.html"]
    assert [raw.uri for raw in split([tmp_path])[0]] == [raw.uri for raw in raws]


@pytest.mark.parametrize(
    ("content", "many"),
    [(STORY.encode(), 1), (jsonl(), 2), (gzipped(jsonl()), 2), (PAGE.encode(), 1), (CSV.encode(), 2)],
)
def test_standard_input_is_looked_into(content: bytes, many: int) -> None:
    raws, refusals = split(["-"], stdin=io.BytesIO(content))
    assert refusals == []
    assert len(raws) == many
    assert raws[0].uri.startswith("-")


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    from dragoman.intake import open_all  # noqa: PLC0415

    path = tmp_path / "rows.jsonl"
    path.write_bytes(jsonl(2))
    items = open_all([str(path), str(tmp_path / "later.txt")])
    next(items)
    (tmp_path / "later.txt").write_text(STORY)
    assert len(list(items)) == 2
