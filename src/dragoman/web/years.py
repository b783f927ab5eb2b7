"""A slider of years: how much each has, and whether it lies within the days asked for."""

from typing import Any

from msgspec import Struct

from dragoman.web.desk import Desk

_HIGHEST = 36


class Year(Struct, frozen=True, kw_only=True):
    """A year of a slider.

    Args:
        year: The year.
        stories: Stories that tell of it.
        height: Height of its bar in pixels.
        on: Whether it lies within the days asked for.
    """

    year: int
    stories: int
    height: int
    on: bool


def years_of(desk: Desk, lane: str | None, since: str, until: str) -> tuple[Year, ...]:
    """Give every year from the first to the last, those without a story too."""
    found: dict[int, int] = {row["year"]: row["stories"] for row in desk.ask("page_years", lane=lane)}
    top = max(found.values(), default=1)
    low, high = _year(since, 0), _year(until, 9999)
    return tuple(
        _bar(year, found.get(year, 0), top, low <= year <= high)
        for year in range(min(found, default=0), max(found, default=-1) + 1)
    )


def _bar(year: int, stories: int, top: int, on: Any) -> Year:
    return Year(
        year=year, stories=stories, height=max(2, round(_HIGHEST * stories / top)) if stories else 0, on=bool(on)
    )


def _year(day: str, otherwise: int) -> int:
    return int(day[:4]) if day[:4].isdecimal() else otherwise
