"""The first page: what is in this record, what came last, where to begin."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.page import Count, Head, Line, Page
from dragoman.web.pages.things import Thing

_HREFS = {
    "reports": "/reports", "statements": "/facts?fact=statement", "events": "/facts?fact=event", "tenures": "/facts?fact=tenure",
    "standings": "/organisations", "meetings": "/meetings", "people": "/things?kind=person", "states": "/things?kind=state",
    "bodies": "/things?kind=body", "copies": "/reports?kind=copy", "refusals": "/refusals",
}  # fmt: skip
_NAMES = {"tenures": "offices held"}


class Asked(Struct, frozen=True, kw_only=True):
    """The first page is always the same."""


class Latest(Head, frozen=True, kw_only=True):
    """A report that came lately.

    Args:
        facts: How many facts were read from it.
    """

    facts: int


class HomePage(Page, frozen=True, kw_only=True):
    """What is in a record.

    Args:
        folder: Folder of the record.
        counts: How much there is of each sort.
        latest: Reports of the latest days.
        names: Names in most facts.
        first: A fact to begin with.
        due: Stages that have not been run yet, over all shards.
    """

    folder: str
    counts: tuple[Count, ...]
    latest: tuple[Latest, ...]
    names: tuple[Thing, ...]
    first: Line | None
    due: int

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the counts."""
        return [{"sort": one.name, "count": one.count} for one in self.counts]


def make(desk: Desk, _asked: Asked) -> HomePage:
    """Look over a record."""
    counts = {row["sort"]: row["count"] for row in desk.ask("page_home")}
    return HomePage(
        title="A record of diplomacy",
        queries=("page_home", "page_latest", "page_things", "page_first"),
        folder=desk.record.path.resolve().name,
        counts=tuple(_count(sort, counts[sort]) for sort in _HREFS if sort in counts),
        latest=tuple(desk.rows("page_latest", Latest, most=10)),
        names=tuple(desk.rows("page_things", Thing, kind=None, name=None, most=24)),
        first=next(iter(desk.rows("page_first", Line)), None),
        due=sum(map(len, desk.record.due().values())),
    )


def _count(sort: str, count: int) -> Count:
    return Count(value=sort, name=_NAMES.get(sort, sort), count=count, href=_HREFS[sort])
