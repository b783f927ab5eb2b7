"""Infer what a report does not state: one day if one is left, with the reasons; else the days that are left."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.dates import days_of
from dragoman.lexicon.days import day_rules
from dragoman.reading.dates import TimeExpression, find_days, infer_published
from dragoman.reading.page import Page
from dragoman.reading.parsing import READABLE
from dragoman.reading.publication.captions import days_of_pictures
from dragoman.reading.publication.hints import Hint, caption_days, dateline_hint, earliest_of, hint_in
from dragoman.reading.publication.terms import Bounds, Term, holds_all, terms_of, widest
from dragoman.records import Day, Tenure

_MOST = 16  # candidates worth listing
_FEW = 4  # days of publication from which all else is counted as well
_NEWS = timedelta(days=366)  # a day of the month without a year lies this near to the report


def may_be_inferred(page: Page) -> bool:
    """Tell whether a report leaves its day open and says enough to try; its mentions and days must be read."""
    if page.published is not None:
        return False
    return bool(caption_days(page)) or any(hint_in(page, row) for row in page.days)


def infer_days(page: Page, stated: Sequence[Tenure]) -> tuple[Day, ...]:
    """Give the days of a report, those inferred in the place of what only constrained them.

    The day of publication is inferred from the day of the dateline, the weekday of its first
    sentence and the terms of office of those named, if one day alone fits; then what counts from it
    is counted. Failing that, a weekday with its day of the month is inferred alone, or the days of
    pictures are. Where more days than one fit they are listed and none is chosen.

    Args:
        page: A report without a day of publication, its mentions linked.
        stated: The offices it says people hold.

    Returns:
        As many rows as there were, in their order.
    """
    terms = terms_of(page, stated)
    bounds = widest(page, terms, earliest_of(page))
    hint = dateline_hint(page)
    if hint is not None:
        left = _left(hint, bounds)
        if len(left) == 1 and holds_all(terms, left[0]):
            return tuple(_counted(page, left[0], _reasons(page, hint, terms, left[0])))
        return tuple(_possible(page, hint, left))
    days = tuple(_alone(page, row, terms, bounds) for row in page.days)
    return days_of_pictures(page, days)


def _left(hint: Hint, bounds: Sequence[Bounds]) -> tuple[date, ...]:
    """Give the days that fit a hint within bounds; none where a bound is open."""
    if any(low == date.min or high == date.max for low, high in bounds):
        return ()
    fitting = (infer_published(hint.weekday, hint.month, hint.number, low, high) for low, high in bounds)
    return tuple(day for days in fitting for day in days)


def _reasons(page: Page, hint: Hint, terms: Sequence[Term], day: date) -> tuple[str, ...]:
    earliest = earliest_of(page)
    return (
        *hint.reasons,
        *(f"in office: {term.reason}" for term in terms),
        *((f"not before {earliest}, the day of a picture",) if earliest else ()),
        f"of all such days only {day} fits",
    )


def _counted(page: Page, published: date, reasons: tuple[str, ...]) -> Iterator[Day]:
    """Count from an inferred day of publication what only constrained a day before."""
    read = _read_from(page, published)
    for row in page.days:
        time = read.get((row.start, row.end))
        if time is None or row.value or (time.value is None and not time.candidates) or time.basis == "vague":
            yield row
        else:
            yield replace(
                row, value=time.value, day_from=time.first, day_to=time.last, basis="inferred",
                anchor=published.isoformat(), candidates=time.candidates, reasons=reasons,
            )  # fmt: skip


def _possible(page: Page, hint: Hint, left: Sequence[date]) -> Iterator[Day]:
    """List for each row what it would be on each day of publication left, where those are few."""
    if not 1 < len(left) <= _FEW:
        yield from (_listed(row, left) if row is hint.row else row for row in page.days)
        return
    readings = [_read_from(page, day) for day in left]
    for row in page.days:
        times = [read.get((row.start, row.end)) for read in readings]
        days = sorted({time.first for time in times if time and time.first and time.first == time.last})
        known = all(time and time.value and time.basis != "vague" for time in times)
        yield _listed(row, days) if row.value is None and known else row


def _read_from(page: Page, published: date) -> dict[tuple[int, int], TimeExpression]:
    stretches = [(zone.start, zone.end) for zone in page.zones if zone.kind in READABLE]
    times = find_days(page.text, stretches, days_of(published), day_rules())
    return {(time.start, time.end): time for time in times}


def _alone(page: Page, row: Day, terms: Sequence[Term], bounds: Sequence[Bounds]) -> Day:
    """Infer the year of a weekday with its day of the month, whenever the report was written."""
    hint = hint_in(page, row)
    if hint is None or hint.weekday is None or not terms:
        return row
    wide = tuple((_shifted(low, -_NEWS), _shifted(high, _NEWS)) for low, high in bounds)
    left = _left(hint, wide)
    if len(left) != 1:
        return _listed(row, left)
    reasons = _reasons(page, hint, terms, left[0])
    return replace(
        row,
        value=left[0].isoformat(),
        day_from=left[0],
        day_to=left[0],
        basis="inferred",
        candidates=(),
        reasons=reasons,
    )


def _shifted(day: date, by: timedelta) -> date:
    return day if day in {date.min, date.max} else day + by


def _listed(row: Day, left: Sequence[date]) -> Day:
    """List the days that remain possible, where they are few."""
    if not 1 < len(left) <= _MOST:
        return row
    return replace(row, candidates=tuple(day.isoformat() for day in left))
