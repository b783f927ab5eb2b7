"""What every reader asks first: the pages as they stand before anybody narrows them."""

from msgspec import Struct

from dragoman.errors import DragomanError
from dragoman.settings import RULES
from dragoman.web.desk import Desk
from dragoman.web.pages import conflicts, coverage, home, meetings, organisation, refusals, scenes, search, things
from dragoman.web.twins import Make

_USUAL: tuple[tuple[Make, tuple[Struct, ...]], ...] = (
    (home.make, (home.Asked(),)),
    (
        search.make,
        (search.Asked(), *(search.Asked(fact=(fact,)) for fact in ("statement", "event", "tenure", "standing"))),
    ),
    (things.make, (things.Asked(), *(things.Asked(kind=kind) for kind in things.KINDS))),
    (organisation.make_all, (organisation.NoneAsked(),)),
    (meetings.make, (meetings.Asked(), meetings.Asked(of="state"))),
    (conflicts.make, tuple(conflicts.Asked(rule=rule) for rule in RULES)),
    (coverage.make, (coverage.Asked(), coverage.Asked(by="month"))),
    (coverage.make_list, (coverage.ListAsked(), coverage.ListAsked(kind="copy"), coverage.ListAsked(kind="origin"))),
    (scenes.make, (scenes.Asked(),)),
    (refusals.make, (refusals.Asked(),)),
)


def look_over(desk: Desk) -> None:
    """Ask for the pages as they stand; one that a record cannot answer is left to be told when it is opened."""
    for make, askeds in _USUAL:
        for asked in askeds:
            try:
                make(desk, asked)
            except DragomanError:
                continue
