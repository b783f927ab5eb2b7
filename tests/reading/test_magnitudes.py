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


def test_killed_by_accident_is_no_attack(page_of: Lay) -> None:
    assert read_events(page_of("At least 20 people were killed in an earthquake in Peru."), ()) == ()
