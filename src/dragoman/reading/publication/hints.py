"""What a report without a day of publication says of it: the day of its dateline, the weekday of its first sentence."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from dragoman.reading.dates.worth import WEEKDAYS
from dragoman.reading.page import Page
from dragoman.records import Day

_MONTH_DAY = re.compile(rf"(?:month-day|({'|'.join(WEEKDAYS)}) &) (\d\d)-(\d\d)")
_WEEKDAY = re.compile(rf"an? ({'|'.join(WEEKDAYS)})")
_ELSEWHEN = frozenset({"after", "before", "by", "from", "last", "next", "since", "until"})
_LATE = ("evening", "night")  # reported on the day after as often as not
_AHEAD = frozenset({"could", "may", "might", "shall", "should", "to", "will", "would"})


class Hint(Struct, frozen=True):
    """A day of the month, and the weekday that goes with it, with the reasons to think so.

    `sure` tells that the two stand in one expression; else the weekday is that of the first sentence.
    """

    month: int
    number: int
    weekday: int | None
    reasons: tuple[str, ...]
    row: Day


def hint_in(page: Page, row: Day, *, lead: int | None = None, reasons: tuple[str, ...] = ()) -> Hint | None:
    """Read a day of the month, and its weekday if it states one, from the constraint that a row keeps."""
    found = _MONTH_DAY.fullmatch(row.constraint or "")
    if found is None or row.value:
        return None
    own = WEEKDAYS.index(found[1]) if found[1] else None
    words = page.text[row.start : row.end]
    said = f"“{words}” stands in the {page.zone_at(row.start)}"
    return Hint(
        int(found[2]), int(found[3]), lead if own is None else own, (said, *(reasons if own is None else ())), row
    )


def dateline_hint(page: Page) -> Hint | None:
    """Give the day of the dateline, and the one weekday that the first sentence after it states.

    An agency that dates its dispatch reports of that day: a weekday in its first sentence is the
    dateline's own, unless two differ.
    """
    dated = [
        row for row in page.days if page.zone_at(row.start) == "dateline" and _MONTH_DAY.fullmatch(row.constraint or "")
    ]
    if len(dated) != 1:
        return None
    row = dated[0]
    lead = _lead(page, row)
    weekdays = {weekday_of(each) for each in lead}
    if len(weekdays) != 1 or None in weekdays:
        return hint_in(page, row)
    words = page.text[lead[0].start : lead[0].end]
    reason = f"the first sentence says “{words}”, which is taken for the day of the dateline"
    return hint_in(page, row, lead=weekdays.pop(), reasons=(reason,))


def _lead(page: Page, dateline: Day) -> Sequence[Day]:
    """Give the weekdays that the first sentence after a dateline states."""
    after = next(zone.end for zone in page.zones if zone.start <= dateline.start < zone.end)
    low = next((zone.start for zone in page.zones if zone.start >= after and zone.kind == "story"), after)
    sentence = next((each for each in page.sentences if each.tokens and each.tokens[-1].end > low + 1), None)
    if sentence is None:
        return ()
    high = sentence.tokens[-1].end
    return [
        row
        for row in page.days
        if low <= row.start < high and weekday_of(row) is not None and not _is_of_another_day(page, row)
    ]


def _is_of_another_day(page: Page, row: Day) -> bool:
    """Tell "will meet on Friday", "last Friday", "Friday night" from the Friday a dispatch reports of."""
    token = next(iter(page.tokens_in(row.start, row.end)), None)
    if token is None or not token.text.startswith(tuple(WEEKDAYS)) or page.text[row.start : row.end].endswith(_LATE):
        return True
    led = {each.lower for each in page.tokens[max(0, token.i - 2) : token.i]}
    verbs = [each for each in token.ancestors() if each.pos in {"VERB", "AUX"}]
    return bool(led & _ELSEWHEN) or any(
        child.lower in _AHEAD for verb in verbs for child in verb.children if child.dep in {"aux", "auxpass"}
    )


def weekday_of(row: Day) -> int | None:
    """Give the weekday that is all a row states."""
    found = _WEEKDAY.fullmatch(row.constraint or "")
    return WEEKDAYS.index(found[1]) if found and not row.value else None


def caption_days(page: Page) -> tuple[Day, ...]:
    """Give the full days that captions state."""
    return tuple(
        row
        for row in page.days
        if page.zone_at(row.start) == "caption"
        and row.basis == "stated"
        and row.day_from
        and row.day_from == row.day_to
    )


def earliest_of(page: Page) -> date | None:
    """Give the latest day on which a picture was taken: the report is no older."""
    return max((row.day_from for row in caption_days(page) if row.day_from), default=None)
