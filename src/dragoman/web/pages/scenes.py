"""The map: where events are told to have been, with no point for what is known as a country only."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.maps import equal_earth, view_of
from dragoman.web.page import Page
from dragoman.web.years import Year, years_of

_LEAST, _MOST = 0.004, 0.022
_NAMED = 14


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: days."""

    since: str = ""
    until: str = ""


class Scene(Struct, frozen=True, kw_only=True):
    """A place where events are told to have been.

    Args:
        name: The place.
        id: Its id, if it is known.
        precision: city, place, country or unknown.
        events: Events told of it.
        stories: Stories that tell them; copies of one story count once.
        x: Across on the sheet; None where it gets no point.
        y: Down on the sheet.
        r: Radius on the sheet; its area stands for the stories.
        label: Whether its name is written beside it.
    """

    name: str | None
    id: str | None
    precision: str
    events: int
    stories: int
    x: float | None = None
    y: float | None = None
    r: float | None = None
    label: bool = False


class ScenesPage(Page, frozen=True, kw_only=True):
    """Where events were.

    Args:
        view: The part of the sheet shown: left, top, width, height.
        points: Cities with coordinates, told by most stories first.
        states: Countries; an event known to have been in a country gets no point.
        elsewhere: Places that no table knows, or that are wider than a city.
        unknown: Events of which no place is told.
        events: Events in all.
        years: Years to choose from.
    """

    view: tuple[float, float, float, float]
    points: tuple[Scene, ...]
    states: tuple[Scene, ...]
    elsewhere: tuple[Scene, ...]
    unknown: int
    events: int
    years: tuple[Year, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give every place, with or without a point."""
        return (*self.points, *self.states, *self.elsewhere)


def make(desk: Desk, asked: Asked) -> ScenesPage:
    """Put on the map what is known well enough, and count the rest beside it."""
    found = desk.ask("page_scenes", since=asked.since or None, until=asked.until or None)
    sited = [row for row in found if row["lat"] is not None and row["lon"] is not None]
    at = [equal_earth(row["lat"], row["lon"]) for row in sited]
    view = view_of(at)
    top = max((row["stories"] for row in sited), default=1)
    points = tuple(
        _scene(
            row,
            x=x,
            y=y,
            r=round(view[2] * (_LEAST + (_MOST - _LEAST) * sqrt(row["stories"] / top)), 2),
            label=nth < _NAMED,
        )
        for nth, (row, (x, y)) in enumerate(zip(sited, at, strict=True))
    )
    placed = [row for row in found if row["name"] is not None and row not in sited]
    states = [row for row in placed if row["precision"] == "country" and row["country"] is not None]
    return ScenesPage(
        title="Map",
        queries=("page_scenes", "page_years"),
        view=view,
        points=points,
        states=tuple(_scene(row) for row in states),
        elsewhere=tuple(_scene(row) for row in placed if row not in states),
        unknown=sum(row["events"] for row in found if row["name"] is None),
        events=sum(row["events"] for row in found),
        years=years_of(desk, None, asked.since, asked.until),
    )


def _scene(row: Mapping[str, Any], **drawn: Any) -> Scene:
    return Scene(**{name: row[name] for name in ("name", "id", "precision", "events", "stories")}, **drawn)
