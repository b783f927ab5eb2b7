"""Statements handed on: as Citron annotates quotes, and as schema.org claims."""

import json
from pathlib import Path

import pytest

from dragoman.records import Entity, Link, Mention, Report, Row, Span, Statement, sha256_of
from dragoman.store.exports import export_statements
from dragoman.store.parts import Parts
from dragoman.store.room import Room

TEXT = (
    "Ana Moss and Bo Lind said the bridge is safe. Moss spoke in Arden. “It will open in May,” she said. "
    "She denied that it leaks. Is it paid? she asked. A guard said nobody came. It stands on rock."
)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def statement(  # noqa: PLR0913, PLR0917 - a row has many columns
    name: str,
    content: Span,
    source: Span,
    cue: Span | None,
    act: str = "say",
    speaker: str | None = "p1",
    about: tuple[str, ...] = (),
) -> Statement:
    return Statement(
        id=name, report="r1", zone="story", speaker=speaker, speaker_start=source.start, speaker_end=source.end,
        cue_start=cue.start if cue else None, cue_end=cue.end if cue else None, contents=(content,), form="indirect",
        act=act, about=about, polarity="asserted", score=0.81239, rule="x",
    )  # fmt: skip


def named(name: str, place: Span, entity: str) -> tuple[Mention, Link]:
    words = TEXT[place.start : place.end]
    return (
        Mention(id=name, report="r1", start=place.start, end=place.end, text=words, kind="person", rule="x"),
        Link(mention=name, report="r1", entity=entity, basis="name", score=1.0),
    )


SAFE, MAY, SAID = span("the bridge is safe"), span("“It will open in May,”"), span("said")
PEOPLE = [named("m1", span("Ana Moss"), "p1"), named("m2", span("Bo Lind"), "p2"), named("m3", span("Moss", 1), "p1"), named("m4", span("she"), "p1")]  # fmt: skip
ROWS: dict[str, list[Row]] = {
    "reports": [
        Report(
            id="r1", raw="x", uri="https://post.example/1", outlet="Post", title="Bridge", published="2020-01-03",
            language="en", text=TEXT, text_sha256=sha256_of(TEXT.encode()),
        )
    ],
    "entities": [
        Entity(id="p1", report="r1", kind="person", name="Ana Moss", aliases=("Moss",), wikidata="Q1", source="report"),
        Entity(id="p2", report="r1", kind="person", name="Bo Lind", source="report"),
        Entity(id="s1", report="r1", kind="state", name="Arden", source="report"),
    ],
    "mentions": [mention for mention, _ in PEOPLE],
    "links": [link for _, link in PEOPLE],
    "statements": [
        statement("a1", SAFE, span("Ana Moss and Bo Lind"), SAID),
        statement("a2", SAFE, span("Ana Moss and Bo Lind"), SAID, speaker="p2"),
        statement("a3", MAY, span("she"), span("said", 1), about=("s1",)),
        statement("a4", span("it leaks"), span("She"), span("denied"), act="deny"),
        statement("a5", span("Is it paid?"), span("she", 1), span("asked")),
        statement("a6", span("nobody came"), span("A guard"), span("said", 2), speaker=None),
        statement("a7", span("It stands on rock"), span("A guard"), None, speaker=None),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    record = Parts.create(tmp_path_factory.mktemp("said") / "record")
    for kind, rows in ROWS.items():
        record.write(kind, "shard", "hand-1", rows)
    return Room({kind: record.of_kind(kind) for kind in ROWS}, views=True)


@pytest.fixture(scope="module")
def citron(room: Room, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, object]]]:
    (path,) = export_statements(room, "citron", tmp_path_factory.mktemp("out") / "citron")
    assert path.parts[-2:] == ("r1", "r1.json")
    found: dict[str, list[dict[str, object]]] = json.loads(path.read_bytes())
    return found


@pytest.fixture(scope="module")
def claims(room: Room, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    (path,) = export_statements(room, "claims", tmp_path_factory.mktemp("out") / "claims")
    return {one["identifier"]: one for one in map(json.loads, path.read_text().splitlines())}


def words(spans: object) -> list[str]:
    assert isinstance(spans, list)
    assert all(one["text"] == TEXT[one["start"] : one["end"]] for one in spans)
    return [one["text"] for one in spans]


def test_every_span_of_a_quote_carries_its_words(citron: dict[str, list[dict[str, object]]]) -> None:
    assert [(quote["id"], words([quote["cue"]]), words(quote["sources"]), words(quote["contents"])) for quote in citron["quotes"]] == [
        ("a1", ["said"], ["Ana Moss and Bo Lind"], ["the bridge is safe"]),
        ("a3", ["said"], ["she"], ["“It will open in May,”"]),
        ("a4", ["denied"], ["She"], ["it leaks"]),
        ("a5", ["asked"], ["she"], ["Is it paid?"]),
        ("a6", ["said"], ["A guard"], ["nobody came"]),
    ]  # fmt: skip


def test_a_source_that_is_no_name_points_to_the_first_full_name(citron: dict[str, list[dict[str, object]]]) -> None:
    assert [words(quote["coreferences"]) for quote in citron["quotes"]] == [
        [],
        ["Ana Moss"],
        ["Ana Moss"],
        ["Ana Moss"],
        [],
    ]


def test_the_places_that_mean_one_speaker_are_a_group(citron: dict[str, list[dict[str, object]]]) -> None:
    assert [words(group) for group in citron["coreference_groups"]] == [["Ana Moss", "Moss", "she"]]


def test_a_confidence_has_four_places(citron: dict[str, list[dict[str, object]]]) -> None:
    assert {quote["confidence"] for quote in citron["quotes"]} == {0.8124}


def test_what_is_denied_or_asked_is_no_claim(claims: dict[str, dict[str, object]]) -> None:
    assert sorted(claims) == ["a1", "a2", "a3", "a6", "a7"]


def test_a_claim_names_its_author_its_report_and_its_place(claims: dict[str, dict[str, object]]) -> None:
    assert claims["a3"] == {
        "@context": ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}],
        "@type": "Claim",
        "@id": "urn:dragoman:statement:a3",
        "identifier": "a3",
        "text": "“It will open in May,”",
        "description": "“It will open in May,” she said",
        "author": {
            "@type": "Person",
            "@id": "urn:dragoman:entity:p1",
            "name": "Ana Moss",
            "sameAs": "http://www.wikidata.org/entity/Q1",
        },
        "genre": "say",
        "datePublished": "2020-01-03",
        "about": [{"@type": ["Country", "Organization"], "@id": "urn:dragoman:entity:s1", "name": "Arden"}],
        "appearance": {
            "@type": "NewsArticle",
            "@id": "urn:dragoman:report:r1",
            "url": "https://post.example/1",
            "headline": "Bridge",
            "publisher": {"@type": "Organization", "name": "Post"},
            "datePublished": "2020-01-03",
            "inLanguage": "en",
        },
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {
                "@type": "TextDigitalDocument",
                "@id": "urn:dragoman:report:r1#text",
                "identifier": f"sha256:{sha256_of(TEXT.encode())}",
            },
            "oa:hasSelector": [{"@type": "oa:TextPositionSelector", "oa:start": MAY.start, "oa:end": MAY.end}],
        },
    }


def test_an_author_left_open_is_left_out_and_credited_by_the_words(claims: dict[str, dict[str, object]]) -> None:
    assert "author" not in claims["a6"]
    assert claims["a6"]["creditText"] == "A guard"


@pytest.mark.parametrize("fmt", ["citron", "claims"])
def test_the_same_record_gives_the_same_bytes(room: Room, tmp_path: Path, fmt: str) -> None:
    once = [path.read_bytes() for path in export_statements(room, fmt, tmp_path / "one")]
    assert once == [path.read_bytes() for path in export_statements(room, fmt, tmp_path / "other")]
