"""Statements: who, by which words, what, in which form; and what is none."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.models import parser
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.statements.reader import PRIORS, read_statements
from dragoman.records import Report, Statement, Zone, sha256_of

PageOf = Callable[..., Page]


class Told(NamedTuple):
    """A statement by its words: speaker, cue, what is said (stretches joined by ' / ')."""

    speaker: str | None
    cue: str | None
    said: str


def told(page: Page, rows: tuple[Statement, ...] | None = None) -> list[Told]:
    def words(start: int | None, end: int | None) -> str | None:
        return None if start is None else page.text[start:end]

    return [
        Told(
            words(row.speaker_start, row.speaker_end),
            words(row.cue_start, row.cue_end),
            " / ".join(page.text[span.start : span.end] for span in row.contents),
        )
        for row in (read_statements(page) if rows is None else rows)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister said that the border was closed.", [("The minister", "said", "that the border was closed")]),
        ("The minister has said the border is closed.", [("The minister", "has said", "the border is closed")]),
        ('"The border is closed," the minister said.', [("the minister", "said", '"The border is closed,"')]),
        (
            '"The border is closed," said Ada Lund, the envoy of Norway. "It stays so."',
            [
                ("Ada Lund, the envoy of Norway", "said", '"The border is closed,"'),
                ("Ada Lund, the envoy of Norway", None, '"It stays so."'),
            ],
        ),
        (
            '"The border," the minister said, "is closed."',
            [("the minister", "said", '"The border," / "is closed."')],
        ),
        ("The border is closed, the minister said.", [("the minister", "said", "The border is closed")]),
        (
            "The two countries agreed to begin talks under the co-chairs of the Minsk Group, Lund said, reading out a statement.",
            [("Lund", "said", "The two countries agreed to begin talks under the co-chairs of the Minsk Group")],
        ),
        ("The envoy said: “Time is short.”", [("The envoy", "said", "“Time is short.”")]),
        (
            "According to the ministry, the border is closed.",
            [("the ministry", "According to", "the border is closed")],
        ),
        (
            "The border is closed, according to the ministry.",
            [("the ministry", "according to", "The border is closed")],
        ),
        (
            "The minister praised the accord, warned of a new war and called for patience.",
            [
                ("The minister", "praised", "the accord"),
                ("The minister", "warned of", "a new war"),
                ("The minister", "called for", "patience"),
            ],
        ),
        (
            "The king said roads are needed and added that bridges come later.",
            [("The king", "said", "roads are needed"), ("The king", "added", "that bridges come later")],
        ),
        (
            "The envoy said the pact was dead, adding that talks would go on.",
            [("The envoy", "said", "the pact was dead"), ("The envoy", "adding", "that talks would go on")],
        ),
        (
            "Warning that time was short, the envoy said the pact was dead.",
            [("the envoy", "Warning", "that time was short"), ("the envoy", "said", "the pact was dead")],
        ),
        (
            "Referring to the truce, the envoy said: “It will hold.”",
            [("the envoy", "said", "“It will hold.”")],
        ),
        (
            "The council urged both sides to stop the fighting.",
            [("The council", "urged", "both sides to stop the fighting")],
        ),
        ("The envoy called the deal a mistake.", [("The envoy", "called", "the deal a mistake")]),
        (
            "His warning that the dam would break came late.",
            [("His", "warning", "that the dam would break")],
        ),
        ("The plan was condemned by the council.", [("the council", "was condemned", "The plan")]),
        (
            "The witness was quoted as saying that the road was empty.",
            [("The witness", "saying", "that the road was empty")],
        ),
        (
            "The envoy, who lives in Riga, said that the border was closed.",
            [("The envoy", "said", "that the border was closed")],
        ),
    ],
)
def test_words_of_statements(page_of: PageOf, text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(page_of(text, mentions=False)) == [Told(*each) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "The minister went home.",
        "The minister will announce a plan.",
        "If the minister says so, the road is open.",
        "Say that the road is open.",
        "The envoy was denied entry.",
        "The bank added a clause.",
        "A storm threatens the coast.",
        "You want them to go.",
        "The accused man stayed in his cell.",
        "The talks continued on Monday.",
        "The soldiers found a house.",
        "Thursday's announcement of the pact was short.",
    ],
)
def test_no_statement(page_of: PageOf, text: str) -> None:
    assert told(page_of(text, mentions=False)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The border is closed," the minister said.', "direct"),
        ("The minister said that the border was closed.", "indirect"),
        ('The minister said that the border was "closed for good" by now.', "mixed"),
    ],
)
def test_form(page_of: PageOf, text: str, form: str) -> None:
    assert [row.form for row in read_statements(page_of(text, mentions=False))] == [form]


@pytest.mark.parametrize(
    ("text", "act", "stance", "polarity"),
    [
        ("The minister denied that talks had stopped.", "deny", "neutral", "asserted"),
        ("The minister did not say that talks had stopped.", "say", None, "negated"),
        ("The spokesman refused to comment.", "refuse", None, "negated"),
        ("The general refused to attend the talks.", "refuse", "against", "asserted"),
        ("The envoy expressed readiness to mediate.", "offer", "for", "asserted"),
        ("The envoy voiced support for the plan.", "support", "for", "asserted"),
        ("The council condemned the attack.", "condemn", "against", "asserted"),
        ("The envoy asked whether the road was open.", "ask", "neutral", "asserted"),
        ("The envoy asked the council to meet.", "request", "neutral", "asserted"),
        ("The spokesman declined to comment.", "decline", None, "negated"),
    ],
)
def test_act_stance_and_polarity(page_of: PageOf, text: str, act: str, stance: str | None, polarity: str) -> None:
    (row,) = read_statements(page_of(text, mentions=False))
    assert (row.act, row.stance, row.polarity) == (act, stance, polarity)


def test_a_statement_inside_a_statement(page_of: PageOf) -> None:
    outer, inner = read_statements(page_of("The envoy said that the king had promised to send aid.", mentions=False))
    assert (outer.inside, inner.inside, inner.act) == (None, outer.id, "promise")


def test_a_quotation_reopened_in_the_next_paragraph_is_one_statement(page_of: PageOf) -> None:
    page = page_of("“The road is long,” the envoy said. “We know it.\n“But it is open to everybody.”", mentions=False)
    assert told(page) == [
        Told("the envoy", "said", "“The road is long,”"),
        Told("the envoy", None, "“We know it. / “But it is open to everybody.”"),
    ]


def test_a_paragraph_of_quotation_goes_to_whoever_spoke_last(page_of: PageOf) -> None:
    page = page_of("The envoy said that the road was long.\n“But it is open to all of us.”", mentions=False)
    rows = read_statements(page)
    assert told(page, rows)[1] == Told("The envoy", None, "“But it is open to all of us.”")
    assert rows[1].rule == "floating"


def test_a_sentence_that_argues_on_is_marked(page_of: PageOf) -> None:
    page = page_of(
        "The envoy said that the road was long. Therefore, the two states should build a bridge.", mentions=False
    )
    rows = read_statements(page)
    assert [row.rule for row in rows] == ["clause:say", "continued"]
    assert told(page, rows)[1] == Told("The envoy", None, "Therefore, the two states should build a bridge")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that the road was long. The two states share a border.",
        "The envoy arrived late. Therefore, the two states should build a bridge.",
    ],
)
def test_background_is_nobodys_speech(page_of: PageOf, text: str) -> None:
    assert "continued" not in {row.rule for row in read_statements(page_of(text, mentions=False))}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Minister: border to stay closed", [Told("Minister", ":", "border to stay closed")]),
        ("Norway backs Latvia membership bid", [Told("Norway", "backs", "Latvia membership bid")]),
        (
            "Norway, Latvia stress cooperation to end the war",
            [
                Told("Norway", "stress", "cooperation to end the war"),
                Told("Latvia", "stress", "cooperation to end the war"),
            ],
        ),
    ],
)
def test_headlines(page_of: PageOf, title: str, found: list[Told]) -> None:
    page = page_of("The road is long.", title=title)
    rows = read_statements(page)
    assert told(page, rows) == found
    assert {row.zone for row in rows} == {"title"}


def test_a_topic_before_the_colon_of_a_headline_says_nothing(page_of: PageOf) -> None:
    page = page_of("The story begins here.", title="Riga Harbour Fires: The Legacy of Ada Lund")
    assert read_statements(page) == ()


def test_a_motto_under_the_title_is_not_its_subjects(page_of: PageOf) -> None:
    page = page_of("“The road is long and it is open to all of us.”", title="Norway says border is open")
    assert [row.rule for row in read_statements(page) if row.zone == "story"] == []


def test_two_who_speak_together_give_a_statement_each(page_of: PageOf) -> None:
    page = page_of("Norway and Latvia said that the border was open.")
    rows = read_statements(page)
    assert told(page, rows) == [
        Told("Norway", "said", "that the border was open"),
        Told("Latvia", "said", "that the border was open"),
    ]
    assert len({row.speaker for row in rows} - {None}) == 2
    assert {row.rule for row in rows} == {"clause:say+together"}


def test_addressee_and_about(page_of: PageOf) -> None:
    page = page_of("In a meeting with Latvia, Norway said that Estonia had agreed to the plan.")
    row = next(row for row in read_statements(page) if row.act == "say")
    names = {entity.id: entity.name for entity in page.entities.values()}
    assert [names[row.speaker or ""], names[row.addressee or ""], [names[one] for one in row.about]] == [
        "Norway",
        "Latvia",
        ["Estonia"],
    ]


def test_day_of_a_statement(page_of: PageOf) -> None:
    (row,) = read_statements(page_of("Norway said on 3 May 2014 that the border was open."))
    assert row.day == "2014-05-03"


def test_remarks_are_dated_by_the_sentence_that_places_them(page_of: PageOf) -> None:
    page = page_of("Norway backed the plan. Norway made the remarks in a meeting with Latvia on 3 May 2014.")
    row = read_statements(page)[0]
    names = {entity.id: entity.name for entity in page.entities.values()}
    assert (row.day, names[row.addressee or ""]) == ("2014-05-03", "Latvia")


def test_furniture_says_nothing() -> None:
    text = "The envoy said that it was late."
    report = Report(id="r", raw="", uri="", text=text, text_sha256=sha256_of(text.encode()))
    story = Zone(report="r", start=0, end=len(text), kind="story", rule="test")
    parse = parse_report(report, (story,), parser("en_core_web_sm"))
    assert len(read_statements(Page(report, (story,), parse))) == 1
    assert read_statements(Page(report, (), parse)) == ()


def test_every_rule_has_a_prior() -> None:
    assert all(0 < prior < 1 for prior in PRIORS.values())


def test_reading_twice_gives_the_same_rows(page_of: PageOf) -> None:
    page = page_of('"The border is closed," said Norway, adding that Latvia agreed. Minister Ada Lund denied it.')
    assert read_statements(page) == read_statements(page)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“I would send an envoy to Lund,” the senator said.", "say"),
        ("“We will send an envoy to Lund,” the president said.", "promise"),
    ],
)
def test_what_somebody_would_do_is_no_promise(page_of: Callable[..., Page], text: str, act: str) -> None:
    assert [statement.act for statement in read_statements(page_of(text))] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Josaia Tuilagivou, a Fijian lawyer who has demanded an inquiry, left.",
        "Josaia Tuilagivou was a lawyer who demanded an inquiry.",
    ],
)
def test_who_is_described_is_who_speaks(page_of: PageOf, text: str) -> None:
    page = page_of(text)
    [said] = read_statements(page)
    assert page.entities[said.speaker or ""].name == "Josaia Tuilagivou"
