"""A file becomes a report with its zones, or is refused with a reason."""

import json
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Refused
from dragoman.reading.documents.reader import domain_of, read_document
from dragoman.reading.documents.rows import fields_of
from dragoman.records import Raw, Report, Zone, row_id, sha256_of

LEAD = "The foreign ministers of the two states met in the capital on Monday and agreed to reopen the border."
MORE = "Both sides called the talks useful, and said that a second round would follow within three weeks."
STORY = f"{LEAD}\n\n{MORE}"
PAGE = (
    "<html><head><meta property='og:title' content='Ministers reopen border'>"
    "<meta property='og:site_name' content='Harbour Post'><meta property='article:published_time' content='2016-04-07'>"
    "<meta name='author' content='Ana Reed'><meta property='og:url' content='https://harbour.example/a1'></head>"
    f"<body><article><h1>Ministers reopen border</h1><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
)


def raw(content: bytes | str, media_type: str = "text/plain", uri: str = "report.txt") -> Raw:
    held = content.encode() if isinstance(content, str) else content
    return Raw(id=sha256_of(held), uri=uri, media_type=media_type, bytes=held)


def row(values: Mapping[str, object], **stated: str) -> Raw:
    content = json.dumps(values).encode()
    return Raw(
        id=sha256_of(content),
        uri="rows.jsonl#line=1",
        media_type="application/x-ndjson",
        fields=fields_of(values, stated),
        bytes=content,
    )


def read(given: Raw) -> Report:
    return read_document(given)[0]


def kinds(given: Raw) -> list[tuple[str, str]]:
    report, zones = read_document(given)
    return [(zone.kind, report.text[zone.start : zone.end]) for zone in zones]


def test_plain_text_is_kept_whole() -> None:
    text = f"Home / World\r\n\r\n{STORY}\r\n\r\nShare this article"
    report = read(raw(text))
    assert report.text == text.replace("\r\n", "\n")
    assert report.text_sha256 == sha256_of(report.text.encode())
    assert report.id == row_id("report", report.raw)
    assert (report.published, report.published_basis, report.language) == (None, "unknown", "en")


def test_a_page_is_its_title_and_paragraphs() -> None:
    report, zones = read_document(raw(PAGE, "text/html", "page.html"))
    assert report.text == f"Ministers reopen border\n\n{STORY}"
    assert (report.title, report.byline, report.outlet) == ("Ministers reopen border", "Ana Reed", "Harbour Post")
    assert (report.published, report.published_basis, str(report.published_from)) == (
        "2016-04-07",
        "metadata",
        "2016-04-07",
    )
    assert report.uri == "https://harbour.example/a1"
    assert [zone.kind for zone in zones] == ["title", "story", "story"]
    assert all(isinstance(zone, Zone) and zone.report == report.id for zone in zones)


def test_a_page_may_declare_its_encoding() -> None:
    page = PAGE.replace("<head>", "<head><meta charset='windows-1251'>").replace("Ana Reed", "Ана Рид")
    assert read(raw(page.encode("cp1251"), "text/html")).byline == "Ана Рид"
    assert (
        read(raw(PAGE.replace("Ana Reed", "Ана Рид").encode("koi8-r"), "text/html; charset=koi8-r")).byline == "Ана Рид"
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"text": STORY}, {"title": None, "published": None}),
        ({"body": STORY, "headline": "Ministers reopen border"}, {"title": "Ministers reopen border"}),
        ({"text": STORY, "date": "2016-04-07T10:00:00Z"}, {"published": "2016-04-07", "published_basis": "metadata"}),
        ({"text": STORY, "date": "04/07/2016"}, {"published": None, "published_basis": "unknown"}),
        ({"text": STORY, "timestamp": 1460030400}, {"published": "2016-04-07"}),
        ({"text": STORY, "date": "April 2016"}, {"published": "2016-04"}),
        (
            {"text": STORY, "url": "https://www.harbour.example/2016/04/07/a"},
            {"published": "2016-04-07", "published_basis": "url"},
        ),
        (
            {"text": STORY, "url": "https://news.harbour.co.uk/a"},
            {"outlet": "harbour.co.uk", "uri": "https://news.harbour.co.uk/a"},
        ),
        ({"text": STORY, "source": "Harbour Post"}, {"outlet": "Harbour Post"}),
        ({"text": STORY, "authors": ["Ana Reed", "Omid Karan"]}, {"byline": "Ana Reed, Omid Karan"}),
        ({"text": STORY, "author": {"name": "Ana Reed"}}, {"byline": "Ana Reed"}),
        ({"html": PAGE}, {"title": "Ministers reopen border", "outlet": "Harbour Post", "published": "2016-04-07"}),
        ({"html": PAGE, "title": "Border open"}, {"title": "Border open"}),
        ({"content": f"<p>{LEAD}</p><p>{MORE}</p>", "title": "Border"}, {"text": f"Border\n\n{STORY}"}),
        ({"text": f"Border open\n\n{STORY}", "title": "Border open"}, {"text": f"Border open\n\n{STORY}"}),
        ({"text": f"{LEAD} Profits rose < 3 % & fell > 2 %."}, {"text": f"{LEAD} Profits rose < 3 % & fell > 2 %."}),
    ],
)
def test_a_row_is_read_by_its_fields(values: dict[str, object], expected: dict[str, object]) -> None:
    report = read(row(values))
    assert {name: getattr(report, name) for name in expected} == expected


def test_a_dateline_gives_place_agency_and_no_invented_year() -> None:
    report = read(raw(f"TEHRAN, Apr. 7 (Xinhua) -- {STORY}"))
    assert (report.dateline_place, report.dateline_agency) == ("Tehran", "Xinhua")
    assert report.published is None or report.published_basis == "dateline"


def test_a_stated_day_has_its_words() -> None:
    report = read(raw(f"Ministers reopen border\n\nPublished: April 7, 2016\n\n{STORY}"))
    assert (report.published, report.published_basis) == ("2016-04-07", "text")
    assert report.published_start is not None
    assert report.published_end is not None
    assert "April 7, 2016" in report.text[report.published_start : report.published_end]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (raw(b"%PDF-1.4"), "binary"),
        (raw("Subscribe now"), "no-text"),
        (raw("", "text/html"), "no-text"),
        (raw("<html><body><p>Log in</p></body></html>", "text/html"), "no-text"),
        (row({"text": "Read more"}), "no-text"),
        (raw('["a"]', "application/json"), "malformed-row"),
        (raw("{", "application/json"), "malformed-row"),
        (raw(f"{STORY}\n" * 2_000), "too-long"),
        (
            raw("Der Außenminister sagte vor Journalisten, die Gespräche würden nächste Woche fortgesetzt. " * 5),
            "language",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(given: Raw, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_document(given)
    assert refusal.value.code == code
    assert len(refusal.value.detail) > 20


@given(
    st.binary(max_size=600), st.sampled_from(["text/plain", "text/html", "application/json", "application/x-ndjson"])
)
def test_any_bytes_are_read_or_refused(content: bytes, media_type: str) -> None:
    with suppress(Refused):
        read_document(raw(content, media_type))


def test_short_and_whole_is_read() -> None:
    assert read(raw("Iran joined the organisation on Tuesday.")).text == "Iran joined the organisation on Tuesday."


def test_zones_cover_words_of_the_text() -> None:
    assert ("title", "Ministers reopen border") in kinds(row({"text": STORY, "title": "Ministers reopen border"}))


def test_the_same_bytes_give_the_same_rows() -> None:
    assert read_document(raw(PAGE, "text/html")) == read_document(raw(PAGE, "text/html"))


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.harbour.example/a", "harbour.example"),
        ("http://news.harbour.co.uk:80/a", "harbour.co.uk"),
        ("https://harbour.ir", "harbour.ir"),
        ("report.txt", None),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str | None) -> None:
    assert domain_of(address) == domain
