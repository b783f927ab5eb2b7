"""Each kind of bad input is a refusal that says what next, and the rest is read."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.made import PAGE, RSS, STORY, Open, gzipped, jsonl, rows, split, warc_record

from dragoman.intake import Limits
from dragoman.records import Raw

RECORDS = [warc_record(f"https://harbour.example/{i}", PAGE.encode()) for i in range(3)]
WARC = b"".join(RECORDS)
SMALL = Limits(item=2_000, line=2_000, held=20_000)
NOISE = bytes(range(256)) * 64


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code", "kept"),
    [
        ("noise.txt", NOISE, "binary", 0),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + NOISE, "binary", 0),
        ("paper.pdf", b"%PDF-1.7\n" + NOISE, "binary", 0),
        ("paper.docx", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "binary", 0),
        ("empty.txt", b"", "empty", 0),
        ("blank.txt", b" \n\n\t", "empty", 0),
        ("empty.gz", gzipped(b""), "empty", 0),
        ("long.txt", STORY.encode() * 40, "too-large", 0),
        (
            "sitemap.xml",
            b"<?xml version='1.0'?><urlset><url><loc>https://a.example</loc></url></urlset>",
            "unknown-markup",
            0,
        ),
        ("cut.txt.gz", gzipped(STORY.encode())[:-12], "truncated", 0),
        ("cut.jsonl.gz", gzipped(jsonl(3))[:-10], "truncated", 2),
        ("cut.zst", zstandard.compress(jsonl(3))[:-20], "truncated", 0),
        ("spoilt.gz", gzipped(STORY.encode())[:12] + b"\x00" * 40, None, 0),
        ("spoilt.zip", zipped({"a.txt": STORY.encode()})[:60], "damaged", 0),
        ("cut.warc", WARC[:-200], "truncated", 2),
        ("cut.warc.gz", b"".join(map(gzipped, RECORDS))[:-60], "truncated", 2),
        (
            "none.warc",
            b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            "empty",
            0,
        ),
        ("headed.csv", "text,date\n", "empty", 0),
        ("none.json", "[]", "empty", 0),
        ("none.zip", zipped({}), "empty", 0),
        ("absent.warc", warc_record("https://harbour.example/", b"gone", status="404 Not Found"), "empty", 0),
        ("spoilt.parquet", b"PAR1" + NOISE, "damaged", 0),
        ("cut.rss", RSS[: RSS.index("<item><title>Fish")], "truncated", 1),
        ("none.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>", "empty", 0),
        ("broken.jsonl", jsonl(1) + b'{"body": "Ministers met\n' + jsonl(1), "malformed-line", 2),
        ("list.jsonl", jsonl(1) + b"[1, 2]\n", "malformed-line", 1),
        ("long.jsonl", jsonl(1) + b'{"body": "' + b"x" * 9_000 + b'"}\n' + jsonl(1), "line-too-long", 2),
        ("textless.jsonl", b'{"title": "Ministers meet"}\n' + jsonl(1), "no-text", 1),
        ("broken.json", json.dumps(rows(2))[:-30], "malformed-json", 1),
        ("numbers.json", b"[{}, 1]", "no-text", 0),
        ("textless.csv", "title,when\nMinisters meet,2016\n", "no-text-column", 0),
        ("ragged.csv", f"title,body\nMinisters meet\nMinisters meet,{STORY}\n", "ragged-row", 1),
        ("unclosed.csv", f'title,body\nOne,{STORY}\n"Two,{STORY}\n' + f"Three,{STORY}\n" * 40, "malformed-table", 1),
        ("ghost.zip", zipped({"a.bin": NOISE, "b.txt": STORY.encode()}), "binary", 1),
    ],
)
def test_is_refused_with_a_reason(opened: Open, name: str, content: bytes | str, code: str | None, kept: int) -> None:
    raws, refusals = opened(name, content, limits=SMALL)
    assert refusals
    assert refusals[0].code == code or (code is None and refusals[0].code in {"truncated", "damaged", "binary"})
    assert all(
        len(one.detail) > 20 and one.stage == "intake" and name in (one.uri or name)
        for one in refusals
        if "warc" not in name
    )
    assert len(raws) == kept


@pytest.mark.parametrize("pack", [gzipped, zstandard.compress, lambda content: zipped({"a.txt": content})])
def test_a_bomb_is_stopped(opened: Open, pack: Callable[[bytes], bytes]) -> None:
    limits = Limits(item=64 * 1024 * 1024, slack=1_000_000, ratio=100)
    raws, refusals = opened("bomb", pack(b"a" * 30_000_000), limits=limits)
    assert raws == []
    assert [one.code for one in refusals] == ["bomb"]


def test_archives_within_archives_end(opened: Open) -> None:
    content = zipped({"a.txt": STORY.encode()})
    for _ in range(6):
        content = zipped({"inner.zip": content})
    raws, refusals = opened("deep.zip", content)
    assert raws == []
    assert [one.code for one in refusals] == ["bomb"]


def test_a_locked_member_is_refused_and_the_others_read(opened: Open) -> None:
    content = bytearray(zipped({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    raws, refusals = opened("locked.zip", bytes(content))
    assert [one.code for one in refusals] == ["encrypted"]
    assert len(raws) == 1


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("missing.txt", "missing"),
        ("a\x00b", "missing"),
        ("report.txt/inside", "missing"),
        ("x" * 5_000, "unreadable"),
        ("-", "missing"),
    ],
)
def test_what_is_not_there_is_refused(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "report.txt").write_text(STORY)
    raws, refusals = split([target if target == "-" else f"{tmp_path}/{target}", tmp_path / "report.txt"])
    assert [one.code for one in refusals] == [code]
    assert len(raws) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o000)
    (tmp_path / "closed.txt").write_text(STORY)
    (tmp_path / "closed.txt").chmod(0o000)
    _, refusals = split([tmp_path])
    assert [one.code for one in refusals] == ["no-permission", "no-permission"]


def test_without_permission_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open.txt").write_text(STORY)
    (tmp_path / "shut").mkdir()
    listed = os.listdir

    def no_entry(path: Path) -> list[str]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", no_entry)
    raws, refusals = split([tmp_path])
    assert [one.code for one in refusals] == ["no-permission"]
    assert len(raws) == 1


def test_links_that_lead_back_or_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "report.txt").write_text(STORY)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    raws, refusals = split([tmp_path])
    assert len(raws) == 1
    assert sorted(one.code for one in refusals) == ["missing", "symlink-loop", "unreadable"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [one.code for one in split([tmp_path])[1]] == ["not-a-file"]


def test_an_unknown_field_is_told(opened: Open) -> None:
    raws, refusals = opened("rows.jsonl", jsonl(), fields={"txt": "body"})
    assert raws == []
    assert [one.code for one in refusals] == ["unknown-field"]


def test_a_line_of_fifty_megabytes_is_passed_over(opened: Open) -> None:
    raws, refusals = opened("long.jsonl", jsonl(1) + b'{"body": "' + b"x" * 50_000_000 + b'"}\n' + jsonl(1))
    assert [one.code for one in refusals] == ["line-too-long"]
    assert all(isinstance(raw, Raw) for raw in raws)
    assert len(raws) == 2


_HEADS = [
    b"",
    b"WARC/1.0\r\n",
    b"PK\x03\x04",
    b"PAR1",
    b"\x1f\x8b\x08",
    b"BZh9",
    b"\x28\xb5\x2f\xfd",
    b"[{",
    b"<rss>",
    b"text,date\n",
    b"{}\n",
]


@given(st.sampled_from(_HEADS), st.binary(max_size=300))
def test_any_bytes_are_taken_in_or_refused(head: bytes, rest: bytes) -> None:
    raws, refusals = split(["-"], stdin=io.BytesIO(head + rest), limits=SMALL)
    assert raws or refusals


@given(
    st.sampled_from([gzipped, zstandard.compress, lambda content: zipped({"a.jsonl": content})]), st.integers(1, 300)
)
def test_an_archive_cut_anywhere_is_refused_and_no_fault(pack: Callable[[bytes], bytes], cut: int) -> None:
    packed = pack(jsonl(99))
    raws, refusals = split(["-"], stdin=io.BytesIO(packed[: max(0, len(packed) - cut)]))
    assert refusals
    assert len(raws) < 99 or cut < 30
