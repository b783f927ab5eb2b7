"""Days that a picture of the very meeting states, lent to the words of the story that speak of it."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.dates import days_of
from dragoman.reading.dates.calendar import month_day_by
from dragoman.reading.dates.worth import WEEKDAYS
from dragoman.reading.page import Page
from dragoman.reading.publication.hints import caption_days, hint_in, weekday_of
from dragoman.records import Day, Mention

_SHARED = 2  # people that caption and sentence must both name
_NEAR = timedelta(days=45)


def days_of_pictures(page: Page, days: Sequence[Day]) -> tuple[Day, ...]:
    """Give a weekday the day of a picture that shows the same people and falls on it.

    Once a picture has so dated the story, a day of the month near it has its year. Captions of two
    days date nothing.
    """
    stated = {row.day_from for row in caption_days(page)}
    if len(stated) != 1:
        return tuple(days)
    day = stated.pop()
    lent = [_lent(page, row, day) for row in days] if day else list(days)
    if day is None or not any(row.basis == "inferred" and row.value == day.isoformat() for row in lent):
        return tuple(days)
    return tuple(_near(page, row, day) for row in lent)


def _lent(page: Page, row: Day, day: date) -> Day:
    if weekday_of(row) != day.weekday() or page.zone_at(row.start) not in {"story", "title"}:
        return row
    for caption in caption_days(page):
        shared = _people_around(page, caption) & _people_around(page, row)
        if caption.day_from == day and len(shared) >= _SHARED:
            words = page.text[caption.start : caption.end]
            reasons = (
                f"a caption states “{words}”, a {WEEKDAYS[day.weekday()]}",
                f"caption and sentence both name {' and '.join(sorted(shared))}",
            )
            return _valued(row, day, day, reasons)
    return row


def _people_around(page: Page, row: Day) -> frozenset[str]:
    """Give the last names of the people named in the sentence of a time expression."""
    around = page.sentence_at(row.start)
    if around is None:
        return frozenset()
    named = (each for each in page.mentions if around.start <= each.start < around.end and _is_named(each))
    return frozenset(map(_last_name, named))


def _is_named(mention: Mention) -> bool:
    return mention.kind == "person" and mention.text[:1].isupper() and len(mention.text) > 3  # noqa: PLR2004 - 'He'


def _last_name(mention: Mention) -> str:
    return mention.text.split()[-1]


def _near(page: Page, row: Day, day: date) -> Day:
    hint = hint_in(page, row)
    if hint is None or hint.weekday is not None:
        return row
    left = [each for each in month_day_by(day, hint.month, hint.number, "", sure=False) if abs(each - day) <= _NEAR]
    if len(left) != 1:
        return row
    return _valued(row, left[0], day, (f"a picture dates the story to {day}", f"{left[0]} is the nearest such day"))


def _valued(row: Day, day: date, anchor: date, reasons: tuple[str, ...]) -> Day:
    return replace(
        row, value=days_of(day).value, day_from=day, day_to=day, basis="inferred", anchor=anchor.isoformat(),
        candidates=(), reasons=reasons,
    )  # fmt: skip
