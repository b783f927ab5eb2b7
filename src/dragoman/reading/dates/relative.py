"""Readers of times counted from the publication day or from the time told before."""

from datetime import date, timedelta

from dragoman.dates import Days, days_of, part_of_year
from dragoman.reading.dates import calendar
from dragoman.reading.dates.scene import Scene, Worth
from dragoman.reading.dates.worth import (
    GRANULARITY,
    WEEKDAYS,
    anchor_of,
    constrained,
    count_of,
    counted,
    kind_of,
    of_days,
    shift_of,
    unit_of,
    vague,
)

_MONTH = 31
_GENERIC_IS = frozenset({"is", "are", "'s"})


def weekday(scene: Scene, i: int, j: int) -> Worth | None:
    """Read a weekday, with "last", "next", "this", or a part of the day."""
    word = scene.picked(i, j, "W")[0]
    assert word.entry is not None  # noqa: S101 - a weekday's code comes from its entry
    if not word.entry.alone and not _dated_mark(scene, i, j):
        return None
    constraint = f"a {WEEKDAYS[word.number]}"
    kind = kind_of(scene, i, j)
    shift = next((code for code in scene.codes[i:j] if code in "lxtpvf"), "")
    if scene.day is None:
        possible = () if shift else _within(scene, word.number, scene.tense(i, j)[0])
        return Worth(basis="constraint", granularity="day", kind=kind, constraint=constraint, candidates=possible)
    return counted(scene, _weekday_readings(scene, (i, j), word.number, shift), "weekday", constraint, kind)


def _within(scene: Scene, number: int, tense: str) -> tuple[str, ...]:
    """List the days a weekday can be while only the month of publication, or a shorter stretch, is known."""
    if scene.published is None or (length := (scene.published.last - scene.published.first).days) > _MONTH:
        return ()
    each = (scene.published.first + timedelta(days=by) for by in range(length + 1))
    readings = {found for day in each for found in calendar.weekday_by(day, number, tense)}
    if tense == "unknown":
        readings = {found for found in readings if found <= scene.published.last}
    return tuple(found.isoformat() for found in sorted(readings))


def _weekday_readings(scene: Scene, place: tuple[int, int], number: int, shift: str) -> tuple[date, ...]:
    day = scene.day
    assert day is not None  # noqa: S101 - the caller has looked
    if shift in {"l", "v", "p"} and shift:
        return calendar.last_weekday(day, number)
    if shift == "x":
        return calendar.next_weekday(day, number)
    if shift == "f":
        told = scene.antecedent(place[0], "day")
        base = told.days.first if told else day
        return calendar.weekday_by(base + timedelta(days=1), number, "future")
    tense, _ = scene.tense(*place)
    if shift == "t" and tense != "past":
        return calendar.weekday_by(day, number, "future")
    return calendar.weekday_by(day, number, "past" if tense == "unknown" else tense)


def _dated_mark(scene: Scene, i: int, j: int) -> bool:
    return scene.codes[max(0, i - 1) : i] == "j" or scene.codes[j : j + 2] in {".,", ", "}


def weekday_of_week(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `Friday last week`, `Wednesday of this week`, `next week on Tuesday`."""
    weekday, unit = scene.picked(i, j, "W")[0], scene.picked(i, j, "U")[0]
    if unit.entry is None or unit.entry.unit != "W":
        return None
    shift = shift_of(scene.picked(i, j, "tlxv")[0])
    if scene.day is None or shift is None:
        return constrained(f"a {WEEKDAYS[weekday.number]}", "day")
    return of_days(
        days_of(calendar.weekday_of_week(scene.day, weekday.number, shift)), "weekday", "day", anchor=anchor_of(scene)
    )


def deictic(scene: Scene, i: int, j: int) -> Worth | None:
    """Read today, yesterday, tomorrow, tonight; "today's world" is no day, and a quoted "today" not the report's."""
    word = scene.picked(i, j, "T")[-1]
    kind = "TIME" if word.lower == "tonight" or "P" in scene.codes[i:j] else "DATE"
    if word.lower == "today" and _is_generic(scene, i, j):
        return vague("other", "vague-present")
    shift = word.number
    if scene.codes[i:j].startswith(("dUi", "Ui")):
        shift += -1 if shift < 0 else 1
    if scene.day is None:
        name = {-1: "the day before publication", 0: "the day of publication", 1: "the day after publication"}
        return constrained(name.get(shift, f"{shift:+d} days from publication"), "day", kind)
    days = days_of(scene.day + timedelta(days=shift))
    if scene.quoted(i):
        return vague("day", "day-of-speech", kind, (days.value,))
    return of_days(days, "relative", "day", anchor=anchor_of(scene), kind=kind)


def _is_generic(scene: Scene, i: int, j: int) -> bool:
    words, generic = scene.words, scene.rules.generic
    after = [word.lower for word in words[j : j + 5]]
    before = [word.lower for word in words[max(0, i - 2) : i]]
    if after[:2] == ["'", "s"]:
        named = j + 2 < len(words) and scene.is_capital(j + 2) and not scene.is_capital(j - 1)
        return named or any(word in generic for word in after[2:4])
    if after[:1] and after[0] in _GENERIC_IS:
        return bool(generic & set(after[1:4]))
    return (before[-1:] == ["of"] and bool(generic & set(before))) or before[-1:] == ["world"]


def part_of_day(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `this morning`, `last night`."""
    if scene.day is None:
        return constrained(
            "the day of publication" if "t" in scene.codes[i:j] else "the night before publication", "day", "TIME"
        )
    shift = 0 if "t" in scene.codes[i:j] else -1
    days = days_of(scene.day + timedelta(days=shift))
    if scene.quoted(i):
        return vague("day", "day-of-speech", "TIME", (days.value,))
    return of_days(days, "relative", "day", anchor=anchor_of(scene), kind="TIME")


def unit_shifted(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `last week`, `earlier this month`, `the end of next year`, `the following day`."""
    word = scene.words[j - 1]
    unit = unit_of(word)
    shift_word = scene.words[j - 2]
    if unit in {"TH", "TM", "TS", "F"}:
        return vague("other", "vague-present") if shift_word.code == "t" else None
    granularity = GRANULARITY[unit]
    if word.lower.endswith("s") or word.lower == "centuries":
        return vague(granularity, "vague-future" if shift_word.code in "xf" else "vague-past")
    if shift_word.code in "vf" or (shift_word.code == "x" and unit == "D"):
        return _from_antecedent(scene, i, unit, -1 if shift_word.code == "v" else 1)
    return _unit_by(scene, unit, shift_of(shift_word) or 0)


def _unit_by(scene: Scene, unit: str, shift: int) -> Worth | None:
    granularity, day = GRANULARITY[unit], scene.reference(unit)
    if day is None:
        name = {-1: "before", 0: "of", 1: "after"}[shift]
        return constrained(f"the {granularity if unit != 'WE' else 'weekend'} {name} publication", granularity)
    if unit == "D" and shift:
        return None  # "the last day" is one of something else
    if unit in {"E", "C"}:
        return vague(granularity, "vague-past" if shift < 0 else "vague-present")
    days = _quarter_away(day, shift) if unit == "Q" else calendar.unit_away(day, unit, shift)
    return of_days(days, "relative", granularity, anchor=anchor_of(scene)) if days else None


def _quarter_away(day: date, shift: int) -> Days:
    count = day.year * 4 + (day.month - 1) // 3 + shift
    return part_of_year(count // 4, 33 + count % 4)


def _from_antecedent(scene: Scene, i: int, unit: str, by: int, *, like: bool = False) -> Worth | None:
    """Count from the time told before; `like` keeps its month or quarter: "October, from a year earlier"."""
    granularity = GRANULARITY.get(unit, "other")
    wanted = {"D": "day", "W": "day week", "M": "day month", "Y": "day month quarter year season"}.get(unit, "")
    told = scene.antecedent(i, wanted) if wanted else None
    if told is None:
        return Worth(
            basis="relative", granularity=granularity, constraint=f"{by:+d} {granularity} from a time not stated"
        )
    if like and unit == "Y" and told.granularity in {"month", "quarter", "season"}:
        days = calendar.years_from(told.days, by)
        return of_days(days, "relative", told.granularity, anchor=told.days.value) if days else None
    days = calendar.unit_away(told.days.first, unit, by)
    return of_days(days, "relative", granularity, anchor=told.days.value) if days else None


def same(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the same day`, `that year`."""
    return _from_antecedent(scene, i, unit_of(scene.words[j - 1]), 0)


def edge_of_unit(scene: Scene, _i: int, j: int) -> Worth | None:
    """Read `the end of the year`: the report's own."""
    unit = unit_of(scene.words[j - 1])
    day = scene.reference(unit)
    if unit not in {"W", "M", "Y"} or day is None:
        return None
    days = calendar.unit_away(day, unit, 0)
    return of_days(days, "relative", GRANULARITY[unit], anchor=anchor_of(scene)) if days else None


def past_weekend(scene: Scene, _i: int, _j: int) -> Worth | None:
    """Read `this past weekend`, the last one."""
    days = calendar.unit_away(scene.day, "WE", -1) if scene.day else None
    return of_days(days, "relative", "other", anchor=anchor_of(scene)) if days else constrained("a weekend", "other")


def weekend(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `the weekend`: the one under way, else by tense."""
    if scene.day is None:
        return constrained("a weekend", "other")
    tense, _ = scene.tense(i, j)
    days = calendar.weekend_by(scene.day, tense)
    return of_days(days, "relative", "other", anchor=anchor_of(scene)) if days else None


def ago_uncounted(scene: Scene, _i: int, j: int) -> Worth | None:
    """Read `years ago`, `days later`."""
    unit_word, direction = scene.words[j - 2], scene.words[j - 1]
    if not unit_word.lower.endswith("s") and unit_word.lower != "centuries":
        return None
    granularity = GRANULARITY.get(unit_of(unit_word), "other")
    return vague(granularity, "vague-future" if direction.code == "R" else "vague-past")


def ago(scene: Scene, i: int, j: int) -> Worth | None:
    """Read `four years ago` from the publication day, `two days later` from the time told before it."""
    unit_word, direction = scene.words[j - 2], scene.words[j - 1]
    unit, count = unit_of(unit_word), count_of(scene, i, j - 2)
    granularity = GRANULARITY.get(unit, "other")
    by = 1 if direction.code == "R" else -1
    if count is None or count != int(count) or unit not in {"D", "W", "M", "Y", "F"}:
        return vague(granularity, "vague-past" if by < 0 else "vague-future")
    steps = int(count) * by * (2 if unit == "F" else 1)
    unit = "W" if unit == "F" else unit
    if direction.code != "g":
        return _from_antecedent(scene, i, unit, steps, like=True)
    day = scene.reference(unit)
    if day is None:
        return constrained(f"{steps:+d} {granularity}s from publication", granularity)
    days = calendar.unit_away(day, unit, steps)
    return of_days(days, "relative", granularity, anchor=anchor_of(scene)) if days else None
