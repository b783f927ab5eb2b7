"""Meetings: who met whom, as a matrix, a ring and rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.desk import Desk
from dragoman.web.graphs import Pair, Ring, gexf_of, graphml_of, ring_of
from dragoman.web.page import Cell, Line, Page, cell_of
from dragoman.web.twins import asked_of
from dragoman.web.years import Year, years_of

_PAIRS = 2000
_RING = 24
_MATRIX = 16
_SHOWN = 100


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: people or the states they act for, days, one or two who took part."""

    of: str = "person"
    left: str = ""
    right: str = ""
    since: str = ""
    until: str = ""


class MatrixRow(Struct, frozen=True, kw_only=True):
    """A row of the matrix.

    Args:
        id: Its id.
        name: Its name.
        cells: The pairs.
    """

    id: str
    name: str
    cells: tuple[Cell, ...]


class MeetingsPage(Page, frozen=True, kw_only=True):
    """Who met whom.

    Args:
        pairs: The pairs, those in most stories first.
        ring: Those who met most, as a network.
        matrix: The same as a table.
        names: Who the meetings shown are narrowed to.
        count: How many meetings fit.
        meetings: The newest of them.
        years: Years to choose from.
    """

    pairs: tuple[Pair, ...]
    ring: Ring
    matrix: tuple[MatrixRow, ...]
    names: tuple[str, ...]
    count: int
    meetings: tuple[Line, ...]
    years: tuple[Year, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the pairs, or the meetings where one or two are asked for."""
        return self.meetings if self.names else self.pairs


def make(desk: Desk, asked: Asked) -> MeetingsPage:
    """Gather meetings."""
    pairs = pairs_of(desk, asked)
    days = {"since": asked.since or None, "until": asked.until or None}
    values = {side: desk.ids(name) if name else None for side, name in (("left", asked.left), ("right", asked.right))}
    if asked.of == "person":
        values = {side: [name] if name else None for side, name in (("left", asked.left), ("right", asked.right))}
    found = desk.ask("page_meetings", **values, **days, reach="whole" if asked.of == "state" else "alone", most=_SHOWN)
    ring = ring_of(pairs, _RING)
    things = [desk.exactly(name) for name in (asked.left, asked.right) if name]
    return MeetingsPage(
        title="Meetings",
        queries=("page_met_pairs", "page_meetings", "page_years"),
        pairs=tuple(pairs),
        ring=ring,
        matrix=_matrix(pairs, [(node.id, node.name) for node in ring.nodes[:_MATRIX]]),
        names=tuple(thing["name"] for thing in things if thing),
        count=found[0]["count"] if found else 0,
        meetings=tuple(msgspec.convert(found, list[Line])),
        years=years_of(desk, "meetings", asked.since, asked.until),
    )


def pairs_of(desk: Desk, asked: Asked) -> list[Pair]:
    """Give who met whom within the days asked for."""
    days = {"since": asked.since or None, "until": asked.until or None}
    return desk.rows("page_met_pairs", Pair, kind=asked.of, **days, most=_PAIRS)


def _matrix(pairs: Sequence[Pair], nodes: Sequence[tuple[str, str]]) -> tuple[MatrixRow, ...]:
    met = {(pair.left, pair.right): pair.stories for pair in pairs} | {
        (pair.right, pair.left): pair.stories for pair in pairs
    }
    top = max(met.values(), default=1)
    return tuple(
        MatrixRow(id=one, name=name, cells=tuple(cell_of(other, met.get((one, other), 0), top) for other, _ in nodes))
        for one, name in nodes
    )


def graphml(desk: Desk) -> Callable[[Request], Response]:
    """Give the network as GraphML."""
    return _file(desk, graphml_of, "application/graphml+xml")


def gexf(desk: Desk) -> Callable[[Request], Response]:
    """Give the network as GEXF."""
    return _file(desk, gexf_of, "application/gexf+xml")


def _file(desk: Desk, write: Callable[[Sequence[Pair]], str], media_type: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return Response(write(pairs_of(desk, asked_of(request, Asked))), media_type=media_type)

    return answer
