"""Numbers of the dead, the hurt and the crowd, with their bounds."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.events.money import amounts_in
from dragoman.reading.page import Page

Lay = Callable[[str], Page]

TOLLS = [
    ("At least 75 people have been killed after four days of fighting.", (75, None), (None, None)),
    ("Boko Haram killed 12 soldiers in Chad.", (12, 12), (None, None)),
    ("Boko Haram killed more than 20 people in Chad.", (21, None), (None, None)),
    ("Boko Haram killed up to 30 people in Chad.", (None, 30), (None, None)),
    ("Boko Haram killed dozens of villagers in Chad.", (24, None), (None, None)),
    ("Boko Haram attacked Chad, killing five officers and injuring 22 people.", (5, 5), (22, 22)),
    ("Boko Haram killed 1,500 people in Chad and wounded two hundred others.", (1500, 1500), (200, 200)),
    ("Boko Haram killed a policeman in Chad.", (1, 1), (None, None)),
    ("Boko Haram attacked a village in Chad.", (None, None), (None, None)),
    ("The ambassador and three aides were killed in an attack in Chad.", (4, 4), (None, None)),
    ("Gunmen killed two soldiers, five civilians and a doctor in Chad.", (8, 8), (None, None)),
    ("Boko Haram killed nearly 1,900 Nigerians.", (None, 1900), (None, None)),
    ("Boko Haram killed 40 to 50 people in Chad.", (40, 50), (None, None)),
    ("Between 40 and 50 people were killed in an attack in Chad.", (40, 50), (None, None)),
    ("Boko Haram killed more than two hundred people in Chad.", (201, None), (None, None)),
    ("Boko Haram killed no more than ten people in Chad.", (None, 10), (None, None)),
]


@pytest.mark.parametrize(("sentence", "killed", "injured"), TOLLS)
def test_toll(
    page_of: Lay, sentence: str, killed: tuple[int | None, int | None], injured: tuple[int | None, int | None]
) -> None:
    events = [event for event in read_events(page_of(sentence), ()) if event.kind == "ASSAULT"]
    assert len(events) == 1
    assert (events[0].killed_low, events[0].killed_high) == killed
    assert (events[0].injured_low, events[0].injured_high) == injured


def test_crowd_has_its_size(page_of: Lay) -> None:
    (event,) = read_events(page_of("At least 5,000 protesters marched in Belgrade on Sunday."), ())
    assert (event.kind, event.size_low, event.size_high) == ("PROTEST", 5000, None)


SIZES = [
    ("Norway sent 2,000 troops to the border with Sweden.", "MOBILIZE", (2000, 2000, "troops")),
    ("Norway sent several thousand troops to the border with Sweden.", "MOBILIZE", (3000, None, "troops")),
    ("Norwegian police arrested at least 40 activists.", "COERCE", (40, None, "arrested")),
    ("Norwegian police arrested dozens of activists.", "COERCE", (24, None, "arrested")),
    ("Norwegian police arrested 40 to 50 activists.", "COERCE", (40, 50, "arrested")),
    ("Norwegian police arrested no more than two hundred activists.", "COERCE", (None, 200, "arrested")),
    ("Norway expelled three Swedish diplomats.", "SANCTION", (3, 3, "expelled")),
    ("Norway released 25 Swedish prisoners.", "RETREAT", (25, 25, "released")),
    ("Norway withdrew 300 soldiers from Sweden.", "RETREAT", (300, 300, "troops")),
    ("Boko Haram abducted 110 girls in Chad.", "ASSAULT", (110, 110, "abducted")),
    ("Tens of thousands of people marched in Belgrade.", "PROTEST", (20000, None, "crowd")),
    ("A crowd of students marched in Belgrade.", "PROTEST", (None, None, None)),
    ("Boko Haram displaced some 5,000 people in Chad.", "COERCE", (5000, 5000, "displaced")),
    (
        "Boko Haram attacked Chad, forcing more than 20,000 people from their homes.",
        "ASSAULT",
        (20001, None, "displaced"),
    ),
    ("Norway gave Sweden $48 million in aid.", "AID", (48_000_000, 48_000_000, "USD")),
    ("Norway gave Sweden up to 30 million euros in aid.", "AID", (None, 30_000_000, "EUR")),
    ("Norway gave Sweden a €200m loan.", "AID", (200_000_000, 200_000_000, "EUR")),
    ("Norway gave Sweden half a billion dollars in aid.", "AID", (500_000_000, 500_000_000, "USD")),
    ("Norway, which owes Chad $3 billion, sent food aid to Sweden.", "AID", (None, None, None)),
    ("Norway and Sweden signed an arms deal worth $2 billion.", "SUPPORT", (2 * 10**9, 2 * 10**9, "USD")),
]


@pytest.mark.parametrize(("sentence", "kind", "size"), SIZES)
def test_how_much_an_act_moves(
    page_of: Lay, sentence: str, kind: str, size: tuple[int | None, int | None, str | None]
) -> None:
    (event,) = read_events(page_of(sentence), ())
    assert (event.kind, (event.size_low, event.size_high, event.size_unit)) == (kind, size)


WORDS = [
    ("Boko Haram killed at least 20 people in Chad.", "at least 20 people", None),
    ("Norway gave Sweden up to $30 million in aid.", None, "up to $30 million"),
    ("Norwegian police arrested 40 to 50 activists.", None, "40 to 50 activists"),
    ("Norwegian police arrested dozens of activists.", None, "dozens of activists"),
]


@pytest.mark.parametrize(("sentence", "killed", "size"), WORDS)
def test_a_number_opens_on_its_words(page_of: Lay, sentence: str, killed: str | None, size: str | None) -> None:
    (event,) = read_events(page_of(sentence), ())
    spans = ((event.killed_start, event.killed_end), (event.size_start, event.size_end))
    said = tuple(None if start is None else sentence[start:end] for start, end in spans)
    assert said == (killed, size)


AMOUNTS = [
    ("a loan of US$ 5bn", None, [(5 * 10**9, 5 * 10**9, "USD")]),
    ("hundreds of millions of dollars", None, [(2 * 10**8, None, "USD")]),
    ("more than $5 billion", None, [(5 * 10**9, None, "USD")]),
    ("between $2 billion and $3 billion", None, [(2 * 10**9, 3 * 10**9, "USD")]),
    ("$5 million to 30 villages", None, [(5 * 10**6, 5 * 10**6, "USD")]),
    ("$5 million and $30 million", None, [(5 * 10**6, 5 * 10**6, "USD"), (3 * 10**7, 3 * 10**7, "USD")]),
    ("30 to 40 million euros", None, [(3 * 10**7, 4 * 10**7, "EUR")]),
    ("a $50m grant", "AUS", [(5 * 10**7, 5 * 10**7, "AUD")]),
    ("a $50m grant", "JAM", []),
    ("Rs 50 crore", "IND", [(5 * 10**8, 5 * 10**8, "INR")]),
    ("Rs 50 crore", None, []),
    ("the Euro 2024 cup", None, []),
    ("500 pounds of flour", None, []),
]


@pytest.mark.parametrize(("words", "country", "amounts"), AMOUNTS)
def test_amounts_of_money(words: str, country: str | None, amounts: list[tuple[int | None, int | None, str]]) -> None:
    found = amounts_in(words, 0, len(words), country)
    assert [(each.low, each.high, each.code) for each in found] == amounts


def test_the_dead_of_another_act_are_not_the_crowds(page_of: Lay) -> None:
    events = read_events(page_of("Protesters gathered in Oslo after Norway executed a cleric and 46 other men."), ())
    assert [(event.kind, event.killed_low) for event in events] == [("PROTEST", None), ("ASSAULT", 47)]


def test_killed_by_accident_is_no_attack(page_of: Lay) -> None:
    assert read_events(page_of("At least 20 people were killed in an earthquake in Peru."), ()) == ()
