"""Which day it is: pure reckoning from a publication day, with all readings where more than one stands."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.dates import Days, day_or_none, days_of, month_of, part_of_year, stretch_of, year_of

_WEEK = 7
_SOON = timedelta(days=90)  # a day that near ahead needs no year beside it; one nine months back would have it
_NEAR = timedelta(days=45)  # nearer than this, a tense read from words alone does not overrule the calendar


def weekday_by(day: date, weekday: int, tense: str) -> tuple[date, ...]:
    """Give the nearest such weekday before or after a day, itself included; both when the tense says neither."""
    back = day - timedelta(days=(day.weekday() - weekday) % _WEEK)
    ahead = day + timedelta(days=(weekday - day.weekday()) % _WEEK)
    if tense == "past" or back == ahead:
        return (back,)
    return (ahead,) if tense == "future" else (back, ahead)


def last_weekday(day: date, weekday: int) -> tuple[date, ...]:
    """Give what "last Friday" can mean: the latest one before, and the one in the calendar week before."""
    latest = day - timedelta(days=(day.weekday() - weekday - 1) % _WEEK + 1)
    week_before = weekday_of_week(day, weekday, -1)
    return tuple(sorted({latest, week_before}))


def next_weekday(day: date, weekday: int) -> tuple[date, ...]:
    """Give what "next Friday" can mean: the first one after, and the one in the calendar week after."""
    first = day + timedelta(days=(weekday - day.weekday() - 1) % _WEEK + 1)
    return tuple(sorted({first, weekday_of_week(day, weekday, 1)}))


def weekday_of_week(day: date, weekday: int, weeks: int) -> date:
    """Give a weekday of the calendar week that lies so many weeks from a day."""
    return monday_of(day) + timedelta(days=weekday + weeks * _WEEK)


def monday_of(day: date) -> date:
    """Give the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def month_day_by(day: date, month: int, number: int, tense: str, *, sure: bool) -> tuple[date, ...]:
    """Give the days that "February 26" can mean, seen from a publication day.

    Args:
        day: The publication day.
        month: The month.
        number: The day of the month.
        tense: past, future, or neither: then a day gone by, if that is the nearest.
        sure: The tense comes from a parse; then it overrules nearness.
    """
    readings = [found for year in range(day.year - 1, day.year + 2) if (found := day_or_none(year, month, number))]
    if not readings:
        return ()
    nearest = min(readings, key=lambda found: (abs(found - day), found))
    back = max((found for found in readings if found <= day), default=None)
    ahead = min((found for found in readings if found >= day), default=None)
    if tense not in {"past", "future"}:
        return (nearest,) if nearest <= day + _SOON or back is None else (back, nearest)
    wanted = back if tense == "past" else ahead
    if wanted is None or wanted == nearest or sure or abs(nearest - day) > _NEAR:
        return (wanted or nearest,)
    return tuple(sorted((wanted, nearest)))


def month_by(day: date, month: int, tense: str) -> Days:
    """Give the latest such month not after a day's, or the first not before it when the tense is future."""
    if tense == "future":
        return month_of(day.year + (month < day.month), month)
    return month_of(day.year - (month > day.month), month)


def shift_months(year: int, month: int, by: int) -> Days:
    """Give the month that lies so many months away."""
    count = year * 12 + month - 1 + by
    return month_of(count // 12, count % 12 + 1)


def years_from(days: Days, by: int) -> Days | None:
    """Give the same month, quarter, season or year so many years away."""
    year, _, part = days.value.partition("-")
    if not year.isdigit() or not 1500 < int(year) + by < 2200:  # noqa: PLR2004 - years of a plausible calendar
        return None
    if not part:
        return year_of(int(year) + by)
    if not part.isdigit():
        return None
    number = int(part)
    return month_of(int(year) + by, number) if number <= 12 else part_of_year(int(year) + by, number)  # noqa: PLR2004


_IN_A_YEAR = {"D": 365, "W": 52, "WE": 52, "M": 12}
_LAST_YEAR = 9999


def unit_away(day: date, unit: str, by: int) -> Days | None:
    """Give the day, week, weekend, month, year, decade or century that lies so many of them away; None before our era."""
    if not 1 < day.year + by / _IN_A_YEAR.get(unit, 1) < _LAST_YEAR:
        return None
    if unit == "D":
        return days_of(day + timedelta(days=by))
    if unit in {"W", "WE"}:
        monday = monday_of(day) + timedelta(days=by * _WEEK)
        return stretch_of(monday + timedelta(days=5 if unit == "WE" else 0), monday + timedelta(days=6))
    if unit == "M":
        return shift_months(day.year, day.month, by)
    if unit == "Y":
        return year_of(day.year + by)
    return None


def weekend_by(day: date, tense: str) -> Days | None:
    """Give the weekend under way, else the last or the coming one."""
    under_way = day.weekday() >= 5  # noqa: PLR2004 - Saturday
    return unit_away(day, "WE", 0 if under_way or tense == "future" else -1)


def years_with(weekday: int, month: int, number: int, day: date) -> tuple[date, ...]:
    """Give the days of a weekday and day of the month within three years of a day, nearest first."""
    found = infer_published(weekday, month, number, day - timedelta(days=1100), day + timedelta(days=400))
    return tuple(sorted(found, key=lambda each: (abs(each - day), each)))


def infer_published(
    weekday: int | None, month: int | None, day: int | None, earliest: date | None, latest: date | None
) -> tuple[date, ...]:
    """Give all days that a weekday (0 Monday), a month and a day of the month leave between two bounds.

    One left may be inferred by the caller, with its reasons; with a bound missing nothing is bounded
    and the answer is empty.
    """
    if earliest is None or latest is None:
        return ()
    return tuple(
        each
        for each in _days_with(month, day, earliest, latest)
        if earliest <= each <= latest and (weekday is None or each.weekday() == weekday)
    )


def _days_with(month: int | None, day: int | None, earliest: date, latest: date) -> Iterator[date]:
    for year in range(earliest.year, latest.year + 1):
        for number in (month,) if month else range(1, 13):
            for found in (day,) if day else range(1, monthrange(year, number)[1] + 1):
                if each := day_or_none(year, number, found):
                    yield each
