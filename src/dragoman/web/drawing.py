"""Timelines as numbers: where each mark stands, in per cent across and pixels down."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

_MARGIN = 3.0
_SPAN = 100 - 2 * _MARGIN
_STEP = 15
_ROW = 46
_NEAR = 1.1
_TICKS = 7


class Tick(Struct, frozen=True):
    """A day named on the axis.

    Args:
        x: Per cent across.
        label: The day.
    """

    x: float
    label: str


class Dot(Struct, frozen=True, kw_only=True):
    """A fact on a timeline.

    Args:
        id: Id of the fact.
        x: Per cent across.
        y: Pixels down.
        way: right, left or both: who acts on whom.
        hollow: Whether the day is the report's and not told of the fact.
        said: What it is, in a line.
    """

    id: str
    x: float
    y: int
    way: str
    hollow: bool
    said: str


class Lanes(Struct, frozen=True, kw_only=True):
    """A timeline of two lanes, words above the axis and deeds below, meetings on it.

    Args:
        dots: The facts.
        ticks: Days named.
        axis: Pixels down to the axis.
        height: Height in pixels.
        undated: Facts without any day, which have no place on it.
    """

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    axis: int
    height: int
    undated: int


class Passed(Struct, frozen=True, kw_only=True):
    """A fact to be put on a timeline."""

    id: str
    lane: str
    way: str
    at: date | None
    of_report: bool
    said: str


class Point(Struct, frozen=True, kw_only=True):
    """A sentence on a bar.

    Args:
        id: Id of the fact.
        x: Per cent across.
        how: held, former, sought, backed, opposed, granted.
        said: What it says.
    """

    id: str
    x: float
    how: str
    said: str


class Bar(Struct, frozen=True, kw_only=True):
    """An office or standing in time: from the first to the last sentence that tells it.

    Args:
        label: The office, body or party.
        marks: The sentences with a day.
        y: Pixels down.
        x: Where it begins, per cent.
        width: How long it is, per cent.
        undated: Ids of some without a day.
        without_day: How many have no day.
    """

    label: str
    marks: tuple[Point, ...]
    y: int
    x: float
    width: float
    undated: tuple[str, ...]
    without_day: int


class Bars(Struct, frozen=True, kw_only=True):
    """Bars under one axis.

    Args:
        bars: The bars.
        ticks: Days named.
        height: Height in pixels.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int


class Told(Struct, frozen=True, kw_only=True):
    """A sentence that tells an office or standing."""

    track: str | None
    id: str
    day_from: date | None
    day_to: date | None
    how: str
    words: str | None
    without_day: int


def lanes_of(facts: Sequence[Passed]) -> Lanes:
    """Put facts on two lanes; those that would lie on each other are stacked."""
    days = [fact.at for fact in facts if fact.at]
    low, high = (min(days), max(days)) if days else (date.min, date.min)
    placed: list[tuple[Passed, float, int]] = []
    seen: dict[str, list[tuple[float, int]]] = {}
    for fact in sorted((fact for fact in facts if fact.at), key=lambda fact: (fact.at or date.min, fact.id)):
        x = across(fact.at or low, low, high)
        level = _free(seen.setdefault(fact.lane, []), x)
        placed.append((fact, x, level))
    above = max((level for fact, _, level in placed if fact.lane != "deeds"), default=0)
    below = max((level for fact, _, level in placed if fact.lane == "deeds"), default=0)
    axis = 34 + _STEP * (above + 1)
    dots = tuple(
        Dot(id=fact.id, x=x, y=axis + _offset(fact.lane, level), way=fact.way, hollow=fact.of_report, said=fact.said)
        for fact, x, level in placed
    )
    ticks = ticks_of(low, high) if days else ()
    return Lanes(
        dots=dots, ticks=ticks, axis=axis, height=axis + _STEP * (below + 2) + 26, undated=len(facts) - len(placed)
    )


def _free(taken: list[tuple[float, int]], x: float) -> int:
    near = {level for other, level in taken[-60:] if abs(other - x) < _NEAR}
    level = next(level for level in range(len(near) + 1) if level not in near)
    taken.append((x, level))
    return level


def _offset(lane: str, level: int) -> int:
    if lane == "meetings":
        return -level * _STEP
    return (level + 1) * _STEP + 4 if lane == "deeds" else -(level + 1) * _STEP - 4


def bars_of(told: Iterable[Told]) -> Bars:
    """Draw a bar for each office or standing, from its first dated sentence to its last."""
    tracks: dict[str, list[Told]] = {}
    for one in told:
        tracks.setdefault(one.track or "somebody", []).append(one)
    days = [day for ones in tracks.values() for one in ones for day in (one.day_from, one.day_to) if day]
    low, high = (min(days), max(days)) if days else (date.min, date.min)
    ordered = sorted(tracks.items(), key=lambda pair: (min((one.day_from or date.max) for one in pair[1]), pair[0]))
    bars = tuple(_bar(label, ones, at, low, high) for at, (label, ones) in enumerate(ordered))
    return Bars(bars=bars, ticks=ticks_of(low, high) if days else (), height=_ROW * len(bars) + 30)


def _bar(label: str, told: Sequence[Told], at: int, low: date, high: date) -> Bar:
    marks = tuple(
        Point(id=one.id, x=across(one.day_from, low, high), how=one.how, said=f"{one.day_from}: {one.words or ''}")
        for one in told
        if one.day_from
    )
    left, right = min((mark.x for mark in marks), default=0.0), max((mark.x for mark in marks), default=0.0)
    undated = tuple(one.id for one in told if one.day_from is None)
    return Bar(
        label=label,
        marks=marks,
        y=_ROW * at + 40,
        x=left,
        width=round(right - left, 2),
        undated=undated,
        without_day=told[0].without_day,
    )


def across(day: date, low: date, high: date) -> float:
    """Give where a day stands between two others, in per cent."""
    whole = (high - low).days
    return round(_MARGIN + _SPAN * ((day - low).days / whole if whole else 0.5), 2)


def ticks_of(low: date, high: date) -> tuple[Tick, ...]:
    """Name years, or months where less than three years are shown, or the day itself."""
    if (high - low).days < 62:  # noqa: PLR2004 - two months: days are named
        return tuple(Tick(across(day, low, high), day.isoformat()) for day in dict.fromkeys((low, high)))
    by_year = high.year - low.year > 2  # noqa: PLR2004 - three years
    starts = (
        [date(year, 1, 1) for year in range(low.year + 1, high.year + 1)]
        if by_year
        else [date(year, month, 1) for year in range(low.year, high.year + 1) for month in range(1, 13)]
    )
    inside = [day for day in starts if low < day <= high]
    every = -(-len(inside) // _TICKS) or 1
    return tuple(
        Tick(across(day, low, high), str(day.year) if by_year else day.isoformat()[:7]) for day in inside[::every]
    )
