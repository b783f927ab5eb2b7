"""What the network sees beside what rules and lists say; its tags are written by hand here."""

from collections.abc import Sequence

import pytest

from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.statements import read_statements
from dragoman.reading.tagging.names import settled
from dragoman.records import Attributed, Report, Span, Tagged, Tags, Zone, sha256_of

Name = tuple[str, str, float]
Said = tuple[str | None, str | None, str, float]


def span(text: str, words: str | None) -> Span | None:
    return None if words is None else Span(text.index(words), text.index(words) + len(words))


def laid(text: str, names: Sequence[Name] = (), said: Sequence[Said] = ()) -> Page:
    """Lay a text open with tags given by their words."""
    report = Report(id="r", raw="", uri="r", language="en", text=text, text_sha256=sha256_of(text.encode()))
    zones = (Zone(report="r", start=0, end=len(text), kind="story", rule="test"),)
    tags = Tags(
        report="r",
        names=tuple(
            Tagged(text.index(words), text.index(words) + len(words), kind, score) for words, kind, score in names
        ),
        attributions=tuple(
            Attributed(
                contents=(Span(text.index(content), text.index(content) + len(content)),),
                source=span(text, source),
                cue=span(text, cue),
                score=score,
            )
            for source, cue, content, score in said
        ),
    )
    parse = parse_report(report, zones, parser("en_core_web_sm"))
    mentions, days = read_mentions(Page(report, zones, parse, tags=tags))
    page = Page(report, zones, parse, mentions, days=days, tags=tags)
    entities, links = read_entities(page)
    return Page(report, zones, parse, mentions, links, entities, days, tags=tags)


def named(page: Page) -> set[tuple[str, str]]:
    return {(mention.text, mention.kind) for mention in page.mentions if mention.kind in {"person", "body", "place"}}


def test_a_likely_name_is_taken_and_an_unlikely_one_left() -> None:
    text = "Togbe Afede hosted the Hohoe Growers Circle."
    page = laid(text, [("Togbe Afede", "person", 0.9), ("Hohoe Growers Circle", "body", 0.8)])
    assert named(page) == {("Togbe Afede", "person"), ("Hohoe Growers Circle", "body")}
    assert ("Hohoe", "body") not in named(laid(text, [("Hohoe", "body", 0.3)]))


def test_what_the_lexicon_knows_says_what_kind_of_thing_a_name_is() -> None:
    page = laid("Moscow backs the plan.", [("Moscow", "place", 0.9)])
    assert {(mention.text, mention.kind) for mention in page.mentions} >= {("Moscow", "state")}


def test_a_bare_name_is_of_the_kind_of_the_full_one() -> None:
    text = "Abdou Bouba resigned. Bouba spoke."
    names = (Tagged(0, 11, "person", 0.9), Tagged(text.index("Bouba spoke"), text.index(" spoke"), "place", 0.6))
    assert [name.kind for name in settled(names, text)] == ["person", "person"]


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        (
            "The minister said the border would stay closed.",
            ("The minister", "said", "the border would stay closed", 0.9),
            ("The minister", "said", "the border would stay closed", "clause:say+seen"),
        ),
        (
            "The minister, speaking in Accra, hinted at talks.",
            ("The minister", "hinted at", "talks", 0.8),
            ("The minister", "hinted at", "talks", "seen:hint"),
        ),
        (
            "The plan is widely said to be dead.",
            (None, "widely said", "to be dead", 0.8),
            (None, "widely said", "to be dead", "seen:say"),
        ),
    ],
)
def test_the_network_gives_the_words_and_rules_the_act(text: str, said: Said, told: tuple[str | None, ...]) -> None:
    page = laid(text, said=[said])
    (row,) = read_statements(page)

    def words(start: int | None, end: int | None) -> str | None:
        return None if start is None else text[start:end]

    found = (
        words(row.speaker_start, row.speaker_end),
        words(row.cue_start, row.cue_end),
        words(row.contents[0].start, row.contents[0].end),
        row.rule,
    )
    assert found == told
    assert row.score == said[3]


def test_words_that_break_off_are_read_to_the_end_by_the_rules() -> None:
    text = "She said that members of the council agreed."
    (row,) = read_statements(laid(text, said=[("She", "said", "that members of the", 0.6)]))
    assert text[row.contents[0].start : row.contents[0].end] == "that members of the council agreed"


def test_what_runs_on_without_a_cue_is_the_last_speakers() -> None:
    text = "The envoy said talks had failed. Both sides would meet again."
    page = laid(
        text, said=[("The envoy", "said", "talks had failed", 0.9), (None, None, "Both sides would meet again", 0.9)]
    )
    first, second = read_statements(page)
    assert (second.rule, second.cue_start) == ("running", None)
    assert (second.speaker_start, second.speaker) == (first.speaker_start, first.speaker)


def test_a_name_after_a_title_is_taken_though_the_network_doubts_it() -> None:
    text = "President Okonedo said that talks had failed. Mr. Lund, a friend, left with Navy Capt. Berg."
    page = laid(text)
    assert {("Okonedo", "person"), ("Lund", "person"), ("Berg", "person")} <= named(page)


def test_a_turn_of_talk_ends_with_its_paragraph_whatever_the_network_joins() -> None:
    text = '"OKONEDO: Why did the talks fail? We had hope.\n"LUND: They did not fail. We go on.\n"And we shall win.'
    page = laid(text, [], [("OKONEDO", ":", 'Why did the talks fail? We had hope.\n"LUND: They did not fail.', 0.8)])
    words = [
        (text[row.speaker_start : row.speaker_end], [text[span.start : span.end] for span in row.contents])
        for row in read_statements(page)
        if row.rule.startswith("label")
    ]
    assert words == [
        ("OKONEDO", ["Why did the talks fail? We had hope."]),
        ("LUND", ["They did not fail. We go on.", '"And we shall win.']),
    ]


def test_the_police_of_nobody_in_particular_is_no_speaker_known() -> None:
    page = laid(
        "Police said that two men had been arrested.", [], [("Police", "said", "that two men had been arrested", 0.9)]
    )
    assert [row.speaker for row in read_statements(page)] == [None]


def test_surely_seen_words_after_a_cue_unknown_to_the_list_need_no_clause() -> None:
    text = "The minister evoked the long peace."
    said = ("The minister", "evoked", "the long peace")
    assert len(read_statements(laid(text, [], [(*said, 0.9)]))) == 1
    assert read_statements(laid(text, [], [(*said, 0.4)])) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The New York Times had it. They were secret, the Journal said.", None),
        ("The Wall Street Journal had it. They were secret, the Journal, a paper, said.", "The Wall Street Journal"),
        ("Talks had failed, the Journal said.", None),
    ],
)
def test_a_paper_by_one_word_is_the_one_named_before_or_nobody(text: str, name: str | None) -> None:
    start = text.rindex("Journal")
    page = laid(text, [("Journal", "body", 0.9)] if text.index("Journal") == start else [("Journal,", "body", 0.9)])
    (short,) = [page.entity_of(each) for each in page.mentions if each.start == start]
    assert (short.name if short else None) == name


def test_a_noun_that_says_whose_words_they_are_is_believed() -> None:
    text = "President Ada Lund accepted denials by Norwegian President Ole Berg that spies had been sent."
    page = laid(text, [], [("President Ada Lund", "denials", "that spies had been sent", 0.9)])
    assert [text[row.speaker_start : row.speaker_end] for row in read_statements(page)] == [
        "Norwegian President Ole Berg"
    ]


def test_who_calls_off_a_visit_calls_for_none() -> None:
    text = "Lund called off the envoy's trip to the capital, which was planned for May."
    page = laid(text, [], [("Lund", "called off", "the envoy's trip to the capital, which was planned for May", 0.9)])
    assert [row.act for row in read_statements(page)] == ["express"]


def test_somebody_in_the_table_is_a_person_whatever_the_network_says() -> None:
    text = "The talks with Azerbaijan's Ilham Aliyev went on in Baku."
    assert ("Ilham Aliyev", "person") in named(laid(text, [("Ilham Aliyev", "place", 0.9), ("Baku", "place", 0.9)]))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Lund was told that she must leave.", "Ada Lund", "told", "that she must leave"),
        ("Ada Lund was warned that the road was closed.", "Ada Lund", "was warned", "that the road was closed"),
        ("Ada Lund is said to have left Oslo.", "Ada Lund", "is said", "to have left Oslo"),
    ],
)
def test_who_is_told_says_nothing(text: str, source: str, cue: str, content: str) -> None:
    (told,) = read_statements(laid(text, [("Ada Lund", "person", 0.9)], [(source, cue, content, 0.9)]))
    assert (told.speaker, told.speaker_start) == (None, None)


def test_who_is_concerned_says_so() -> None:
    text = "Ada Lund is concerned that the road is closed."
    said = ("Ada Lund", "is concerned", "that the road is closed", 0.9)
    (told,) = read_statements(laid(text, [("Ada Lund", "person", 0.9)], [said]))
    assert told.speaker is not None


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        (
            "Sheikh Dawud bin Hamad Al Qattan spoke in Oslo.",
            ["Dawud", "Hamad Al Qattan"],
            ["Dawud bin Hamad Al Qattan"],
        ),
        ("King Dawud bin Abdul Aziz spoke.", ["Dawud bin"], ["Dawud bin Abdul Aziz"]),
        ("Karim al-Hadid spoke.", ["Karim"], ["Karim al-Hadid"]),
        ("President Moon Jae-in spoke.", ["Moon Jae"], ["Moon Jae-in"]),
        ("The Ada Lund-era rules went.", ["Ada Lund"], ["Ada Lund"]),
    ],
)
def test_a_name_that_the_network_breaks_is_one(text: str, seen: list[str], whole: list[str]) -> None:
    page = laid(text, [(words, "person", 0.9) for words in seen])
    assert [mention.text for mention in page.mentions if mention.kind == "person"] == whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It seems that the border is closed.", ("It", "seems", "that the border is closed", 0.95)),
        (
            "It is hard to believe that the border is closed.",
            ("It", "hard to believe", "that the border is closed", 0.95),
        ),
    ],
)
def test_it_that_stands_for_nobody_says_nothing(text: str, said: Said) -> None:
    assert read_statements(laid(text, said=[said])) == ()


def test_it_that_stands_for_a_state_speaks() -> None:
    text = "Norway closed the border. It added that the road is open."
    [added] = read_statements(laid(text, said=[("It", "added", "that the road is open", 0.95)]))
    assert added.speaker == "Q20"


def test_who_is_pressed_says_nothing_of_what_he_is_pressed_for() -> None:
    text = "The Norwegian ministry was silent when pressed for details of the treaty it had signed."
    page = laid(text, said=[("The Norwegian ministry", "pressed for details of", "the treaty it had signed", 0.95)])
    assert [said.speaker for said in read_statements(page)] == [None]


def test_a_bare_name_seen_again_and_again_is_seen_everywhere() -> None:
    text = "Bouba spoke.\nBouba left.\nThen Bouba slept.\n“No,” Bouba added."
    places = [place for place in range(len(text)) if text.startswith("Bouba", place)]
    report = Report(id="r", raw="", uri="r", language="en", text=text, text_sha256=sha256_of(text.encode()))
    zones = (Zone(report="r", start=0, end=len(text), kind="story", rule="test"),)
    names = tuple(Tagged(place, place + 5, "person", 0.9) for place in places[:3])
    tags = Tags(report="r", names=names, attributions=())
    page = Page(report, zones, parse_report(report, zones, parser("en_core_web_sm")), tags=tags)
    found, _ = read_mentions(page)
    assert [each.start for each in found if each.kind == "person"] == places
