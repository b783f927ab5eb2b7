"""What passed between two: a timeline of words and deeds, meetings, and a series on request."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.drawing import Lanes, Passed, lanes_of
from dragoman.web.page import Line, Page, Section

_LANES = ("meetings", "words", "deeds")
_MOST = 200
_SAID = 200
DEFINITION = (
    "Each month counts the events between the two that are asserted and told as done, whose day is known to the month at least; "
    "the same kind, parties and day count once, copies of a story not at all. Cooperation is AGREE, CONSULT, SUPPORT, CONCEDE, "
    "COOPERATE, AID and RETREAT, conflict is REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE and ASSAULT, as "
    "PLOVER has them."
)


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: two names or ids, and whether the series is wanted."""

    left: str = ""
    right: str = ""
    series: str = ""


class Passing(Line, frozen=True, kw_only=True):
    """A fact between the two.

    Args:
        way: right from the left one to the right one, left the other way, or both.
        dated: Its day, or the report's.
        of_report: Whether the day is the report's.
    """

    way: str
    dated: date | None
    of_report: bool


class Lane(Section, frozen=True, kw_only=True):
    """Facts of one lane, meetings, words or deeds."""

    lines: tuple[Passing, ...]


class Month(Struct, frozen=True, kw_only=True):
    """A month of the series.

    Args:
        month: The month.
        until: Its last day.
        cooperation: Cooperative events.
        conflict: Conflictual events.
        goldstein: Sum of their Goldstein values.
    """

    month: str
    until: str
    cooperation: int
    conflict: int
    goldstein: float | None


class DyadPage(Page, frozen=True, kw_only=True):
    """What passed between two.

    Args:
        left: Name of the one.
        right: Name of the other.
        ids: Their ids.
        drawing: The timeline.
        lanes: The facts by lane.
        series: Cooperation and conflict by month, when asked for.
        definition: What the series counts.
    """

    left: str
    right: str
    ids: tuple[str, ...]
    drawing: Lanes
    lanes: tuple[Lane, ...]
    series: tuple[Month, ...]
    definition: str

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the series if it was asked for, else the facts."""
        facts = [{"lane": lane.name, **msgspec.structs.asdict(line)} for lane in self.lanes for line in lane.lines]
        return self.series or facts


def make(desk: Desk, asked: Asked) -> DyadPage:
    """Gather what passed between two; without two names, the page asks for them."""
    one, other = desk.exactly(asked.left), desk.exactly(asked.right)
    left, right = one["name"] if one else asked.left, other["name"] if other else asked.right
    sides = {"left": desk.ids(asked.left), "right": desk.ids(asked.right)} if asked.left and asked.right else None
    found = desk.ask("page_dyad", **sides, most=_MOST) if sides else []
    return DyadPage(
        title=f"{left} ↔ {right}" if sides else "Between two",
        queries=("page_dyad", "page_dyad_series"),
        left=left,
        right=right,
        ids=tuple(thing["id"] for thing in (one, other) if thing),
        drawing=lanes_of([_passed(row) for row in found]),
        lanes=tuple(_lane(name, [row for row in found if row["lane"] == name]) for name in _LANES),
        series=tuple(desk.rows("page_dyad_series", Month, **sides)) if sides and asked.series else (),
        definition=DEFINITION,
    )


def _passed(row: Mapping[str, Any]) -> Passed:
    said = f"{row['day'] or row['published'] or ''} {row['who']} {row['what']}".strip()[:_SAID]
    return Passed(
        id=row["id"], lane=row["lane"], way=row["way"], at=row["dated"], of_report=row["of_report"], said=said
    )


def _lane(name: str, found: Sequence[Mapping[str, Any]]) -> Lane:
    lines = tuple(msgspec.convert(found, list[Passing]))
    return Lane(name=name, count=found[0]["count"] if found else 0, lines=lines)
