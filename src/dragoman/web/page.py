"""What all pages have: a title, the queries behind them, and rows that a table can hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct


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
