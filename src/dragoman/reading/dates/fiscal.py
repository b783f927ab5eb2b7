"""Readers of fiscal years, and of times that lean on one told before: `the year-ago quarter`, `the day before`."""

from dragoman.dates import year_of
from dragoman.reading.dates import calendar
from dragoman.reading.dates.scene import Antecedent, Scene, Worth
from dragoman.reading.dates.worth import GRANULARITY, anchor_of, constrained, count_of, of_days, shift_of, unit_of

_LONG = "quarter month season"
_STARTS = frozenset({"end", "ends", "ended", "ending", "close", "closed", "finish", "finished", "start", "started"})


def fiscal_year(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `fiscal 1990`, `the third quarter of the fiscal year`: no calendar holds it, for companies differ."""
    codes = scene.codes[i:j]
    if "y" not in codes and "q" not in codes and ("Y" not in codes or scene.picked(i, j, "I")[0].lower != "fiscal"):
        return None
    parts = scene.picked(i, j, "OQJ")
    part = f"quarter {parts[-1].number} of " if parts and ("q" in codes or "J" in codes) else ""
    part = f"half {parts[-1].number} of " if parts and "H" in codes else part
    if years := scene.picked(i, j, "Y"):
        return constrained(f"{part}fiscal year {years[-1].number}", "year")
    shift = next((shift_of(word) for word in scene.picked(i, j, "tlxvf")), 0)
    name = {-1: "the fiscal year before publication", 1: "the fiscal year after publication"}
    return constrained(part + name.get(shift or 0, "the fiscal year of publication"), "year")


def same_ago(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the same month a year ago`, `the same period last year`."""
    word = scene.picked(i, j, "Uqmy")[0]
    count = count_of(scene, i + 2, j - 2) if scene.codes[j - 1] in "gER" else 1
    unit = "period" if word.code == "m" else GRANULARITY.get(unit_of(word), "other")
    told = scene.antecedent(i, _LONG if unit == "period" else unit)
    if told is None or count is None:
        return constrained(f"the same {unit} -{count or 'X'} year", unit if unit != "period" else "other")
    return _years_from(told, -int(count))


def year_ago(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the year-ago quarter`, `the year-earlier period`."""
    told = scene.antecedent(i, f"{_LONG} year")
    if told is None:
        unit = unit_of(scene.words[j - 1]) if scene.codes[j - 1] in "qU" else "Y"
        if unit in {"M", "Q"}:
            return constrained(f"the same {GRANULARITY[unit]} -1 year", GRANULARITY[unit])
        return Worth(basis="relative", granularity="year", constraint="-1 year from a time not stated")
    return _years_from(told, -1)


def _years_from(told: Antecedent, by: int) -> Worth | None:
    """Give the same stretch of another year."""
    days, anchor = calendar.years_from(told.days, by), told.days.value
    return of_days(days, "relative", told.granularity, anchor=anchor) if days else None


def beside_told(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the year before`, `the day after`, `the year earlier`, where nothing follows that would say of what."""
    by = {"before": -1, "earlier": -1, "previous": -1, "preceding": -1, "prior": -1, "after": 1, "later": 1}
    unit = unit_of(scene.words[i + 1])
    step = by.get(scene.words[j - 1].lower)
    wanted = {"D": "day", "W": "day week", "M": "day month", "Y": "day month quarter year season"}.get(unit)
    told = scene.antecedent(i, wanted) if wanted else None
    if step is None or told is None:
        return None
    days = calendar.unit_away(told.days.first, unit, step)
    return of_days(days, "relative", GRANULARITY[unit], anchor=told.days.value) if days else None


def year_end(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `year-end`, `the year's end`, `year-end 1989`."""
    unit = unit_of(scene.picked(i, j, "yU")[0])
    if "'" in scene.codes[i:j] and scene.words[j - 2].lower != "s":
        return None
    if years := scene.picked(i, j, "Y"):
        return of_days(year_of(years[-1].number), "stated", "year")
    day = scene.reference(unit)
    if unit not in {"M", "Y"} or day is None:
        return None
    days = calendar.unit_away(day, unit, 0)
    return of_days(days, "relative", GRANULARITY[unit], anchor=anchor_of(scene)) if days else None


def the_day(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `to end the day at 8,017`, `late in the day`: the day told before it, if any."""
    before = scene.words[i - 1].lower if i else ""
    marked = scene.codes[j : j + 1] in {",", ".", ""} or scene.codes[j : j + 1] in "ij-&"
    if unit_of(scene.words[j - 1]) != "D" or not marked or before not in _STARTS | {"in", "for", "of"}:
        return None
    told = scene.antecedent(i, "day")
    return of_days(told.days, "relative", "day", anchor=told.days.value) if told and told.days.single else None
