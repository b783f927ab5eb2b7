"""What readers of times share: how a worth is made, and what the words of an expression say."""

import re
from datetime import date

from dragoman.dates import Days, days_of
from dragoman.reading.dates.scene import Scene, Worth
from dragoman.reading.dates.words import Word

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
GRANULARITY = {
    "D": "day", "W": "week", "WE": "other", "M": "month", "Q": "quarter", "Y": "year", "E": "decade", "C": "century",
}  # fmt: skip
_BORROW = re.compile(r"(?:,?[-&],?i?d?)(?:W,?)?(M[DQ]|[DQ]o?M|M),?o?Y")


def of_days(days: Days, basis: str, granularity: str, *, anchor: str | None = None, kind: str = "DATE") -> Worth:
    """Make the worth of a value."""
    return Worth(
        basis=basis,
        granularity=granularity,
        kind=kind,
        anchor=anchor,
        value=days.value,
        first=days.first,
        last=days.last,
    )


def open_between(readings: tuple[Days, ...], basis: str, granularity: str, constraint: str | None = None) -> Worth:
    """Make the worth of readings: the one left, or all as candidates."""
    if len(readings) == 1:
        return of_days(readings[0], basis, granularity)
    candidates = tuple(days.value for days in readings)
    return Worth(basis=basis, granularity=granularity, constraint=constraint, candidates=candidates)


def constrained(constraint: str, granularity: str, kind: str = "DATE") -> Worth:
    """Make the worth of what states a constraint and no day."""
    return Worth(basis="constraint", granularity=granularity, constraint=constraint, kind=kind)


def vague(granularity: str, rule: str, kind: str = "DATE", candidates: tuple[str, ...] = ()) -> Worth:
    """Make the worth of a time nobody can date."""
    return Worth(basis="vague", granularity=granularity, rule=rule, kind=kind, candidates=candidates)


def counted(scene: Scene, readings: tuple[date, ...], basis: str, constraint: str, kind: str) -> Worth:
    """Make the worth of days counted from the publication day: the one left, or all as candidates."""
    anchor = scene.day.isoformat() if scene.day else None
    if len(readings) == 1:
        return of_days(days_of(readings[0]), basis, "day", anchor=anchor, kind=kind)
    return Worth(
        basis=basis, granularity="day", kind=kind, anchor=anchor, constraint=constraint,
        candidates=tuple(each.isoformat() for each in readings),
    )  # fmt: skip


def kind_of(scene: Scene, i: int, j: int) -> str:
    """Tell a part of a day from a whole one."""
    return "TIME" if "P" in scene.codes[i:j] else "DATE"


def anchor_of(scene: Scene) -> str | None:
    """Name the publication day as the anchor."""
    return scene.published.value if scene.published else None


def year_beside(scene: Scene, i: int, j: int) -> tuple[int | None, str]:
    """Give the year that stands in an expression, is named in it, or is shared with the next one."""
    if years := scene.picked(i, j, "Y"):
        return years[-1].number, "stated"
    if scene.codes[j - 1] == "y":
        day = scene.reference("Y")
        shift = shift_of(scene.words[j - 2])
        return (day.year + shift if day and shift is not None else None), "relative"
    if (shared := _BORROW.match(scene.codes, j)) and "M" in shared[1]:
        year = scene.picked(shared.start(), shared.end(), "Y")[-1].number
        other = scene.picked(shared.start(), shared.end(), "M")[0].number
        return year - (scene.picked(i, j, "M")[0].number > other), "stated"
    return None, "stated"


def shift_of(word: Word) -> int | None:
    """Give how many units away "last", "this" or "next" puts a time."""
    return {"t": 0, "l": -1, "v": -1, "x": 1, "f": 1, "d": 0}.get(word.code)


def unit_of(word: Word) -> str:
    """Give the letter of a unit."""
    assert word.entry is not None  # noqa: S101 - a unit's code comes from its entry
    return word.entry.unit


def count_of(scene: Scene, i: int, j: int) -> float | None:
    """Give the number that words say; None for "several" and for none at all."""
    words = scene.picked(i, j, "NDnYGQ") or scene.picked(i, j, "A")
    if not words:
        return None
    word = words[-1]
    number: float | None = word.number if word.entry else _figure(word)
    if number == 0:
        return None
    return number + 0.5 if number is not None and "H" in scene.codes[i:j] else number


def _figure(word: Word) -> float | None:
    try:
        return float(word.lower.replace(",", ""))
    except ValueError:
        return None


def length_of(unit: str, count: float | None) -> str:
    """Write a length of time as ISO 8601 does, X for an unknown number; decades and quarters in years and months."""
    figures = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "Q": (3, "M"), "WE": (1, "WE")}
    size, letter = figures.get(unit, (1, unit.removeprefix("T")))
    figure = "X" if count is None else f"{count * size:g}"
    return f"P{'T' * unit.startswith('T')}{figure}{letter}"
