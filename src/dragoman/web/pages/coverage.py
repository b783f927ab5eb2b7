"""Coverage: which outlets and days the record rests on, and how much of it has no day or place."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.page import Cell, Head, Page, cell_of

_YEAR, _MONTH = 4, 7
_PERIODS = 30
_MOST = 500


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: years or months."""

    by: str = "year"


class Outlet(Struct, frozen=True, kw_only=True):
    """An outlet.

    Args:
        outlet: Its name.
        reports: Its reports.
        copies: Those of them that repeat another report.
        cells: Its reports by period.
    """

    outlet: str
    reports: int
    copies: int
    cells: tuple[Cell, ...]


class Share(Struct, frozen=True, kw_only=True):
    """How much of a sort of fact lacks a day or place.

    Args:
        fact: The sort.
        count: How many there are.
        no_day: Those without a day.
        no_place: Events without a place.
        country_only: Events whose place is known as a country only.
    """

    fact: str
    count: int
    no_day: int
    no_place: int | None
    country_only: int | None


class CoveragePage(Page, frozen=True, kw_only=True):
    """What a record rests on.

    Args:
        periods: Years or months, the latest of them.
        outlets: Outlets, those with most reports first.
        reports: Reports in all.
        copies: Those that repeat another.
        shares: What lacks a day or place.
    """

    periods: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    reports: int
    copies: int
    shares: tuple[Share, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give outlets by period."""
        return [
            {"outlet": one.outlet, "period": cell.of, "reports": cell.count}
            for one in self.outlets
            for cell in one.cells
            if cell.count
        ]


class ListAsked(Struct, frozen=True, kw_only=True):
    """What the address of the list asks for: an outlet, the beginning of a day, origin or copy."""

    outlet: str = ""
    period: str = ""
    kind: str = ""


class Filed(Head, frozen=True, kw_only=True):
    """A report in a list.

    Args:
        origin: The report it repeats.
        relation: How it repeats it.
        facts: Facts read from it.
    """

    origin: str | None
    relation: str | None
    facts: int


class ReportsPage(Page, frozen=True, kw_only=True):
    """Reports.

    Args:
        reports: Those that fit, the newest first.
        count: How many fit.
    """

    reports: tuple[Filed, ...]
    count: int

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the reports."""
        return self.reports


def make(desk: Desk, asked: Asked) -> CoveragePage:
    """Count what the record rests on."""
    found = desk.ask("page_coverage", letters=_MONTH if asked.by == "month" else _YEAR)
    dated = sorted({row["period"] for row in found if row["period"] != "not stated"})[-_PERIODS:]
    periods = (*dated, *(("not stated",) if any(row["period"] == "not stated" for row in found) else ()))
    return CoveragePage(
        title="Coverage",
        queries=("page_coverage", "page_shares"),
        periods=periods,
        outlets=tuple(_outlets(found, periods)),
        reports=sum(row["reports"] for row in found),
        copies=sum(row["copies"] for row in found),
        shares=tuple(desk.rows("page_shares", Share)),
    )


def make_list(desk: Desk, asked: ListAsked) -> ReportsPage:
    """List reports."""
    values = {"outlet": asked.outlet or None, "period": asked.period or None, "kind": asked.kind or None, "most": _MOST}
    found = desk.ask("page_reports", **values)
    title = " · ".join(filter(None, ("Reports", asked.outlet, asked.period, asked.kind)))
    count = found[0]["count"] if found else 0
    return ReportsPage(
        title=title, queries=("page_reports",), reports=tuple(desk.rows("page_reports", Filed, **values)), count=count
    )


def _outlets(found: Sequence[Mapping[str, Any]], periods: Sequence[str]) -> list[Outlet]:
    by_outlet: dict[str, list[Mapping[str, Any]]] = {}
    for row in found:
        by_outlet.setdefault(row["outlet"], []).append(row)
    top = max((row["reports"] for row in found), default=1)
    made = [_outlet(name, rows, periods, top) for name, rows in by_outlet.items()]
    return sorted(made, key=lambda one: (one.outlet == "not stated", -one.reports, one.outlet))


def _outlet(name: str, rows: Sequence[Mapping[str, Any]], periods: Sequence[str], top: int) -> Outlet:
    counts = {row["period"]: row["reports"] for row in rows}
    cells = tuple(cell_of(one, counts.get(one, 0), top) for one in periods)
    return Outlet(outlet=name, reports=sum(counts.values()), copies=sum(row["copies"] for row in rows), cells=cells)
