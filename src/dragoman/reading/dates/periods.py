"""Readers of years and of what is longer or part of one: `2001`, `the 1990s`, `the third quarter`."""

from datetime import date

from dragoman.dates import Days, century_of, decade_of, month_of, part_of_year, stretch_of, year_of
from dragoman.reading.dates.scene import Scene, Worth
from dragoman.reading.dates.worth import anchor_of, constrained, of_days, year_beside


def year(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a year where its neighbours make it one."""
    before, after = scene.codes[i - 1] if i else "\n", scene.codes[j : j + 1]
    word = scene.words[j - 1]
    if after and after in "Uywc%":
        return None
    shown = scene.codes[i] in "de" or before in "iojBERdeMI" or (before in "&-," and _follows_year(scene, i))
    shown = shown or (before == "A" and after == "_")
    bracketed = before == "(" and after and after in "),-;"
    if not (shown or bracketed or (before == "-" and i > 1 and scene.codes[i - 2] == "Y") or word.lower[0] == "'"):
        return None
    if word.lower[0] == "'" and before not in "io":
        return None
    return of_days(year_of(word.number), "stated", "year")


def _follows_year(scene: Scene, i: int) -> bool:
    return any(
        found.place >= i - 3 and found.granularity in {"year", "month", "day"} for found in scene.antecedents[-1:]
    )


def year_range(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `2014-2016`, `2014-15` and `2016-04`; "2014 to 2016" is two years."""
    first, last = scene.words[i], scene.words[j - 1]
    if scene.words[i + 1].lower != "-" or first.end != scene.words[i + 1].start:
        return None
    end = last.number if last.code == "Y" else first.number // 100 * 100 + last.number
    if end > first.number and len(last.lower) in {2, 4}:
        return of_days(Days(f"{first.number}/{end}", date(first.number, 1, 1), date(end, 12, 31)), "stated", "other")
    if last.code == "D" and len(last.lower) == 2 and last.number <= 12:  # noqa: PLR2004 - a month in two figures
        return of_days(month_of(first.number, last.number), "stated", "month")
    return None


def decade(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the 1990s`."""
    return of_days(decade_of(scene.picked(i, j, "K")[0].number), "stated", "decade")


def century(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the 20th century`."""
    number = scene.picked(i, j, "OQ")[-1].number
    return of_days(century_of((number - 1) * 100), "stated", "century") if 16 <= number <= 22 else None  # noqa: PLR2004


def quarter(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the first quarter of 2009`, `Q3`, `third-quarter`."""
    number = next((word.number for word in scene.picked(i, j, "OQJ")), 4)  # "the last quarter of"
    if not 1 <= number <= 4 or scene.codes[j : j + 1] == "o":  # noqa: PLR2004 - quarters of a year
        return None
    return _part(scene, i, j, 32 + number, "quarter")


def half(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the first half of 2015`."""
    number = scene.picked(i, j, "OQ")[0].number
    year, basis = year_beside(scene, i, j)
    if year is None or number not in {1, 2}:
        return None
    return _half(year, number, basis, anchor_of(scene) if basis == "relative" else None)


def half_of_the_year(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the first half`, `first-half profit`, `the second half of the year`: the report's own by default."""
    number, led = scene.picked(i, j, "OQ")[0].number, scene.codes[max(0, i - 1) : i] in {"i", "o"}
    if number not in {1, 2} or not (led or scene.codes[j - 1] == "y"):
        return None
    if scene.codes[j - 1] == "H" and scene.codes[j : j + 1] not in {".", ",", "", "-"}:
        return None
    name, day = ("first", "second")[number - 1], scene.reference("Y")
    if day is None:
        return constrained(f"the {name} half of a year", "other") if scene.codes[j - 1] == "y" else None
    if told := scene.antecedent(i, "year"):
        day = told.days.first
    return _half(day.year, number, "relative", anchor_of(scene))


def _half(year: int, number: int, basis: str, anchor: str | None) -> Worth:
    low = part_of_year(year, 33 if number == 1 else 35)
    high = part_of_year(year, 34 if number == 1 else 36)
    return of_days(stretch_of(low.first, high.last), basis, "half", anchor=anchor)


def season(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the spring of 2015`, `last summer`, `in autumn`; seasons are northern."""
    word = scene.picked(i, j, "S")[0]
    dated = scene.codes[j - 1] in "Yy" or any(code in "lxt" for code in scene.codes[i:j])
    led = scene.codes[max(0, i - 1) : i] in {"i", "o"} and word.entry is not None and word.entry.alone
    if not dated and (not led or scene.is_capital(j - 1)):
        return None
    if word.lower == "fall" and not dated:
        return None
    return _part(scene, i, j, word.number, "season")


def _part(scene: Scene, i: int, j: int, part: int, granularity: str) -> Worth:
    year, basis = year_beside(scene, i, j)
    if year is not None:
        return of_days(part_of_year(year, part), basis, granularity)
    name = {33: "first", 34: "second", 35: "third", 36: "fourth"}.get(part, "")
    season = {21: "a spring", 22: "a summer", 23: "an autumn", 24: "a winter"}.get(part, "")
    constraint = season or f"a {name} quarter"
    day = scene.reference("Y")
    if day is None or scene.day is None:
        return constrained(constraint, granularity)
    shift = next((code for code in scene.codes[i:j] if code in "lxt"), "")
    readings = [part_of_year(day.year + by, part) for by in (-1, 0, 1)]
    if part == 24:  # noqa: PLR2004 - winter lies in two years
        return Worth(basis="relative", granularity=granularity, constraint=constraint, anchor=anchor_of(scene))
    return _nearest_part(scene, (i, j), readings, shift, granularity)


def _nearest_part(scene: Scene, place: tuple[int, int], readings: list[Days], shift: str, granularity: str) -> Worth:
    day = scene.day
    assert day is not None  # noqa: S101 - the caller has looked
    tense, _ = scene.tense(*place)
    if shift == "t":
        chosen = readings[1]
    elif shift == "x" or (tense == "future" and shift != "l"):
        chosen = next((each for each in readings if each.first > day or (each.last >= day and not shift)), readings[-1])
    elif granularity == "quarter" or shift == "l":
        chosen = next(each for each in reversed(readings) if each.last < day)
    else:
        chosen = next(each for each in reversed(readings) if each.first <= day)
    return of_days(chosen, "relative", granularity, anchor=anchor_of(scene))
