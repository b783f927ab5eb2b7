"""Numbers of the dead, the hurt and the crowd, with their bounds."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
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
    ("Norway sent 2,000 troops to the border with Sweden.", "MOBILIZE", (2000, 2000)),
    ("Norwegian police arrested at least 40 activists.", "COERCE", (40, None)),
    ("Norway expelled three Swedish diplomats.", "SANCTION", (3, 3)),
    ("Norway released 25 Swedish prisoners.", "RETREAT", (25, 25)),
    ("Norway withdrew 300 soldiers from Sweden.", "RETREAT", (300, 300)),
    ("A crowd of students marched in Belgrade.", "PROTEST", (None, None)),
    ("Norway gave Sweden $48 million in aid.", "AID", (None, None)),
]


@pytest.mark.parametrize(("sentence", "kind", "size"), SIZES)
def test_how_many_an_act_moves(page_of: Lay, sentence: str, kind: str, size: tuple[int | None, int | None]) -> None:
    (event,) = read_events(page_of(sentence), ())
    assert (event.kind, (event.size_low, event.size_high)) == (kind, size)


def test_the_dead_of_another_act_are_not_the_crowds(page_of: Lay) -> None:
    events = read_events(page_of("Protesters gathered in Oslo after Norway executed a cleric and 46 other men."), ())
    assert [(event.kind, event.killed_low) for event in events] == [("PROTEST", None), ("ASSAULT", 47)]


def test_killed_by_accident_is_no_attack(page_of: Lay) -> None:
    assert read_events(page_of("At least 20 people were killed in an earthquake in Peru."), ()) == ()
