"""Who did what to whom, sentence by sentence."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.page import Page
from dragoman.records import Event, Span, Statement

Lay = Callable[..., Page]

TOLD = [
    ("Norway backs Sweden.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Sweden was condemned by Norway.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway, which condemned Sweden, left.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway's support for Sweden's membership is firm.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Norway voiced its support for Sweden's membership.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Norway urged Sweden to stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway called on Sweden to stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway said Sweden must stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway and Denmark imposed sanctions on Sweden.", "SANCTION", ["Norway", "Denmark"], ["Sweden"]),
    ("Norway ordered the lifting of sanctions against Sweden.", "CONCEDE", ["Norway"], ["Sweden"]),
    ("Norway lifted sanctions against Sweden.", "RETREAT", ["Norway"], ["Sweden"]),
    ("Norway withdrew its troops from Sweden.", "RETREAT", ["Norway"], ["Sweden"]),
    ("Norway refused to meet Sweden.", "REJECT", ["Norway"], ["Sweden"]),
    ("Norway threatened to attack Sweden.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway vowed to attack Sweden.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway agreed to release prisoners from Sweden.", "CONCEDE", ["Norway"], None),
    ("Norwegian warplanes bombed Sweden.", "ASSAULT", ["Norwegian warplanes"], ["Sweden"]),
    ("Norway and Sweden accuse each other of espionage.", "ACCUSE", ["Norway", "Sweden"], []),
    ("Clashes broke out between Norway and Sweden.", "ASSAULT", ["Norway", "Sweden"], []),
    ("Norway sent food aid to Sweden.", "AID", ["Norway"], ["Sweden"]),
    ("Norway held naval exercises with Sweden.", "COOPERATE", ["Norway"], ["Sweden"]),
    ("Norway massed troops along the border with Sweden.", "MOBILIZE", ["Norway"], None),
    ("Norway issued a statement accusing Sweden of espionage.", "ACCUSE", ["Norway"], ["Sweden"]),
]


def party_words(page: Page, event: Event, side: str) -> list[str]:
    parties = event.actors if side == "actors" else event.recipients
    return [page.text[party.start : party.end] for party in parties]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), TOLD)
def test_who_did_what_to_whom(
    page_of: Lay, sentence: str, kind: str, actors: list[str], recipients: list[str] | None
) -> None:
    page = page_of(sentence, published="2020-05-04")
    (event,) = read_events(page, ())
    assert event.kind == kind
    assert party_words(page, event, "actors") == actors
    assert recipients is None or party_words(page, event, "recipients") == recipients
    assert event.cameo is not None
    assert event.goldstein is not None


SILENT = [
    "Norway said it may rain.",
    "Norwegian officials like sports.",
    "You agree to the terms.",
    "He backed them.",
    "Norway struck a chord with Sweden.",
    "Troops supported by Sweden are in Narvik.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_tells_no_act_stays_silent(page_of: Lay, sentence: str) -> None:
    assert read_events(page_of(sentence), ()) == ()


def statement(page: Page, content: str, cue: str, act: str) -> Statement:
    start, at = page.text.index(content), page.text.index(cue)
    return Statement(
        id="s1",
        report=page.report.id,
        zone="story",
        speaker="Q1",
        speaker_start=0,
        speaker_end=6,
        cue_start=at,
        cue_end=at + len(cue),
        contents=(Span(start, start + len(content)),),
        form="indirect",
        act=act,
        polarity="asserted",
        score=0.9,
        rule="test",
    )


def test_act_inside_a_statement_has_it_as_voice(page_of: Lay) -> None:
    page = page_of("Norway said Sweden attacked Denmark.")
    (event,) = read_events(page, (statement(page, "Sweden attacked Denmark", "said", "say"),))
    assert event.voice == "s1"


def test_words_that_are_a_deed_are_told_once_and_by_the_outlet(page_of: Lay) -> None:
    page = page_of("Norway accused Sweden of an attack.")
    (event,) = read_events(page, (statement(page, "of an attack", "accused", "accuse"),))
    assert (event.kind, event.voice) == ("ACCUSE", None)


def test_two_sides_are_those_of_the_act_before(page_of: Lay) -> None:
    page = page_of("Clashes broke out between Norway and Sweden.\nThe two sides agreed to a ceasefire on Monday.")
    fight, truce = read_events(page, ())
    assert [party.entity for party in truce.actors] == [party.entity for party in fight.actors]
    assert truce.kind == "CONCEDE"


def test_caption_tells_its_own_event_with_its_zone(page_of: Lay) -> None:
    caption = "Chad attacked Niger."
    page = page_of(f"Norway backs Sweden.\n{caption}", captions=(caption,))
    assert [(event.zone, event.kind) for event in read_events(page, ())] == [
        ("story", "SUPPORT"),
        ("caption", "ASSAULT"),
    ]


def test_place_is_linked_and_not_merely_near(page_of: Lay) -> None:
    page = page_of("Norway attacked Sweden in Malmo, while a fair opened in Paris.")
    (event,) = read_events(page, ())
    assert page.text[event.place_start : event.place_end] == "Malmo"


def test_ids_are_the_same_on_each_reading(page_of: Lay) -> None:
    page = page_of("Norway attacked Sweden.")
    assert read_events(page, ()) == read_events(page, ())
