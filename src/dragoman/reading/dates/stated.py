"""Readers of days and months as written: `April 7, 2016`, `7 April`, `April 1 to 5`, `in October`."""

import re
from datetime import date, timedelta

from dragoman.dates import day_or_none, days_of, month_of, slashed, stretch_of
from dragoman.reading.dates import calendar
from dragoman.reading.dates.scene import Antecedent, Scene, Worth
from dragoman.reading.dates.words import Word
from dragoman.reading.dates.worth import (
    MONTHS,
    WEEKDAYS,
    anchor_of,
    constrained,
    counted,
    kind_of,
    of_days,
    open_between,
    year_beside,
)

_NINE_ELEVEN = date(2001, 9, 11)
_TERROR = frozenset({"attacks", "terrorist", "terror", "hijackings", "hijackers"})
_PREPOSED = re.compile(r"[ioBjERev]$")


def iso(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `2016-04-07`."""
    year, month, number = (int(part) for part in scene.words[i].lower[:10].split("-"))
    day = day_or_none(year, month, number)
    return (
        of_days(days_of(day), "stated", "day", kind="TIME" if "t" in scene.words[j - 1].lower else "DATE")
        if day
        else None
    )


def in_slashes(scene: Scene, i: int, _j: int) -> Worth | None:
    """Read `13/4/2016`; two readings remain two, `1395/01/19` is of another calendar."""
    parts = [int(part) for part in re.split(r"[/.]", scene.words[i].lower)]
    if parts[0] > 31:  # noqa: PLR2004 - year first
        day = day_or_none(*parts)
        return of_days(days_of(day), "stated", "day") if day else None
    year = parts[2] + (2000 if parts[2] < 40 else 1900) * (parts[2] < 100)  # noqa: PLR2004 - two figures
    readings = tuple(days_of(day) for day in slashed(parts[0], parts[1], year))
    return open_between(readings, "stated", "day") if readings else None


def nine_eleven(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `9/11`, a day by name."""
    if (scene.words[i].number, scene.words[j - 1].number) != (9, 11) or scene.said(i, j) != "9/11":
        return None
    return of_days(days_of(_NINE_ELEVEN), "stated", "day")


def month_day(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a month and a day of it, with a year, a year named by its place, or none."""
    month, number = scene.picked(i, j, "M")[0].number, _day_number(scene, i, j)
    weekday = scene.picked(i, j, "W")
    year, basis = year_beside(scene, i, j)
    if year is not None:
        day = day_or_none(year, month, number)
        return of_days(days_of(day), basis, "day", kind=kind_of(scene, i, j)) if day else None
    if number > 31:  # noqa: PLR2004 - no day of a month
        return None
    return _yearless(scene, i, j, (weekday[0].number if weekday else None, month, number))


def _day_number(scene: Scene, i: int, j: int) -> int:
    return scene.picked(i, j, "DQGO")[0].number


def _yearless(scene: Scene, i: int, j: int, parts: tuple[int | None, int, int]) -> Worth | None:
    weekday, month, number = parts
    if day_or_none(2000, month, number) is None:
        return None
    if (month, number) == (9, 11) and _is_the_attacks(scene, j):
        return of_days(days_of(_NINE_ELEVEN), "stated", "day")
    kind = kind_of(scene, i, j)
    constraint = f"month-day {month:02}-{number:02}"
    if weekday is not None:
        constraint = f"{WEEKDAYS[weekday]} & {month:02}-{number:02}"
    if scene.day is None:
        return constrained(constraint, "day", kind)
    if weekday is not None:
        return _fitting(scene.day, (weekday, month, number), constraint, kind)
    tense, sure = scene.tense(i, j)
    readings = calendar.month_day_by(scene.day, month, number, tense, sure=sure)
    return counted(scene, readings, "relative", constraint, kind) if readings else None


def _is_the_attacks(scene: Scene, j: int) -> bool:
    """Tell the attacks of 2001; "the Sept. 11 attacks on a mission" are others."""
    after = [word.lower for word in scene.words[j : j + 3]]
    return bool(_TERROR & set(after[:2])) and not {"on", "in", "at"} & set(after)


def _fitting(day: date, parts: tuple[int, int, int], constraint: str, kind: str) -> Worth:
    readings = calendar.years_with(*parts, day)
    if readings and abs(readings[0] - day) <= timedelta(days=200):
        return of_days(days_of(readings[0]), "relative", "day", anchor=day.isoformat(), kind=kind)
    return Worth(
        basis="constraint", granularity="day", kind=kind, constraint=constraint,
        candidates=tuple(sorted(each.isoformat() for each in readings)),
    )  # fmt: skip


def day_range(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `April 1 to 5` and `1-5 April 2016`."""
    month = scene.picked(i, j, "M")[0].number
    low, high = (word.number for word in scene.picked(i, j, "DQ"))
    if low >= high:
        return None
    year, basis = year_beside(scene, i, j)
    if year is None:
        first = _yearless(scene, i, j, (None, month, low))
        if first is None or first.first is None:
            return first and constrained(f"month-days {month:02}-{low:02} to {month:02}-{high:02}", "other")
        year, basis = first.first.year, "relative"
    days = day_or_none(year, month, low), day_or_none(year, month, high)
    if days[0] is None or days[1] is None:
        return None
    return of_days(
        stretch_of(days[0], days[1]), basis, "other", anchor=anchor_of(scene) if basis == "relative" else None
    )


def month(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a month, with its year or without."""
    word = scene.picked(i, j, "M")[0]
    year, basis = year_beside(scene, i, j)
    if year is not None:
        return of_days(month_of(year, word.number), basis, "month")
    if scene.codes[j - 1] == "y" or not _is_month(scene, i, j, word):
        return None
    day = scene.reference("M")
    name = MONTHS[word.number - 1]
    if day is None:
        return constrained(f"{'an' if name[0] in 'AO' else 'a'} {name}", "month")
    return _bare_month(scene, (i, j), day, word.number)


def _bare_month(scene: Scene, place: tuple[int, int], day: date, number: int) -> Worth:
    shift = next((code for code in scene.codes[slice(*place)] if code in "lxt"), "")
    if shift:
        years = {"t": 0, "l": -(number >= day.month), "x": int(number <= day.month)}[shift]
        return of_days(month_of(day.year + years, number), "relative", "month", anchor=anchor_of(scene))
    days = calendar.month_by(day, number, scene.tense(*place)[0])
    told = _opening_year(scene, place[0])
    if told and told.stated and told.days.first.year < min(days.first.year, day.year):
        return open_between((month_of(told.days.first.year, number), days), "relative", "month")
    return of_days(days, "relative", "month", anchor=anchor_of(scene))


def part_of_month(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the first week of April`, `the last day of May 2014`: one or seven days, from its first or to its last."""
    place = scene.codes.index("M", i)
    told, unit = month(scene, place, j), scene.picked(i, place, "U")[0]
    number = next((word.number for word in scene.picked(i, place, "OQ")), 0)
    size = {"D": 1, "W": 7}.get(unit.entry.unit if unit.entry else "")
    if size is None or told is None or unit.lower.endswith("s") or number * size > 28:  # noqa: PLR2004 - the shortest month
        return None
    name = "day" if size == 1 else "week"
    if told.first is None or told.last is None:
        return constrained(f"a {name} of {told.constraint}", name)
    first = told.first + timedelta(days=size * (number - 1)) if number else told.last - timedelta(days=size - 1)
    return of_days(stretch_of(first, first + timedelta(days=size - 1)), told.basis, name, anchor=told.anchor)


def _opening_year(scene: Scene, i: int) -> Antecedent | None:
    """Give the year with which a sentence opens: "In 2003, war broke out in March"."""
    start = scene.sentence_start(i)
    told = scene.antecedent(i, "year", since=start)
    return told if told and told.place <= start + 2 else None


def _is_month(scene: Scene, i: int, j: int, word: Word) -> bool:
    assert word.entry is not None  # noqa: S101 - a month's code comes from its entry
    before, after = scene.codes[max(0, i - 1) : i], scene.codes[j : j + 1]
    if i < j - 1 and word.entry.alone:
        return True
    led = bool(_PREPOSED.search(before)) or scene.codes[i] in "lxteER"
    if not word.entry.alone:
        return led and not word.entry.short
    followed_by_name = after == "_" and _capital(scene, j)
    return led or not followed_by_name


def _capital(scene: Scene, j: int) -> bool:
    return j < len(scene.words) and scene.words[j].lower != "" and scene.is_capital(j)
