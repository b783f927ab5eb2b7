"""What all pages have: a title, the queries behind them, and rows that a table can hold."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

_SHADES = 4


class Page(Struct, frozen=True, kw_only=True):
    """What a page shows.

    Args:
        title: What the page is about.
        queries: Query files behind it, by name.
    """

    title: str
    queries: tuple[str, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the rows of the page's CSV twin."""
        raise NotImplementedError


class Line(Struct, frozen=True, kw_only=True):
    """A fact in one line.

    Args:
        id: Id of the fact.
        fact: statement, event, tenure or standing.
        kind: Act, PLOVER type, post or standing.
        day: Its day, EDTF.
        who: Who it is about, by name.
        what: What it says of them.
        words: The words it rests on.
        outlet: Outlet of the report.
        published: Day the report states for itself.
        title: Title of the report.
        report: Id of the report.
    """

    id: str
    fact: str
    kind: str
    day: str | None
    who: str
    what: str
    words: str | None
    outlet: str | None
    published: str | None
    title: str | None
    report: str


class Count(Struct, frozen=True, kw_only=True):
    """How many facts have a value, and the address that shows them.

    Args:
        value: The value.
        name: The value as a reader would put it.
        count: How many.
        href: Where they are.
        on: Whether the page is narrowed to it already.
    """

    value: str
    name: str
    count: int
    href: str
    on: bool = False


class Head(Struct, frozen=True, kw_only=True):
    """A report by what stands at its head.

    Args:
        id: Its id.
        title: Its title.
        outlet: Its outlet.
        published: The day it states.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None


class Section(Struct, frozen=True, kw_only=True):
    """Facts of one sort.

    Args:
        name: What they are, or the part of a page they stand in.
        count: How many there are.
        lines: The newest of them.
    """

    name: str
    count: int
    lines: tuple[Line, ...]


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of a table in shades.

    Args:
        of: Its column: a period, or the id of somebody.
        count: How many.
        shade: 0 none to 4 most.
    """

    of: str
    count: int
    shade: int


def sections_of(facts: Sequence[Mapping[str, Any]], order: Sequence[str]) -> tuple[Section, ...]:
    """Gather facts by section, in an order."""
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for fact in facts:
        by_name.setdefault(fact["section"], []).append(fact)
    return tuple(
        Section(name=name, count=by_name[name][0]["count"], lines=tuple(msgspec.convert(by_name[name], list[Line])))
        for name in order
        if name in by_name
    )


def cell_of(of: str, count: int, top: int) -> Cell:
    """Give a count its shade between none and the most there is of any."""
    shade = 0 if not count else min(_SHADES, 1 + (_SHADES * (count - 1)) // max(top, 1))
    return Cell(of=of, count=count, shade=shade)
