"""Days of stated precision: parse them, compare them, lay out their bounds."""

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

_EARLIEST, _LATEST = 1500, 2200  # years outside are other calendars (1395/01/19) or no years at all
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:[t\s,@]*(?:at\s+)?\d{1,2}[:.]?\d{2}\b.*)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t\d{{4,6}}.*)?",
        rf"{_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?){_CLOCK}",
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"{_YEAR}",
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_NAME},?[\s-]+{_YEAR}{_CLOCK}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY},?\s+{_YEAR}{_CLOCK}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY}\s+\d\d:\d\d(?::\d\d)?(?:\s+[a-z]+)?\s+{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
    )
)
_SLASHED = re.compile(rf"(\d\d?)[/.](\d\d?)[/.](\d{{4}}){_CLOCK}", re.IGNORECASE | re.ASCII)
_UNSPECIFIED = re.compile(r"(\d\d\d)X|(\d\d)XX", re.ASCII)
_PART_OF_YEAR = {21: (3, 5), 22: (6, 8), 23: (9, 11), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_WINTER = 24


class Days(Struct, frozen=True):
    """A day, or a longer stretch that a text gives no more closely than so.

    `value` is EDTF: `2016-04-07`, `2016-04`, `2016`, `2016-04-01/2016-04-05`, `201X`, `20XX`,
    seasons `2016-21` to `2016-24` and quarters `2016-33` to `2016-36`. Both bounds belong to it.
    """

    value: str
    first: date
    last: date

    @property
    def single(self) -> date | None:
        """The one day meant, if it is one."""
        return self.first if self.first == self.last else None

    def covers(self, other: "Days") -> bool:
        """Tell whether all of another stretch lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def before(self, other: "Days") -> bool:
        """Tell whether all of this lies before all of another."""
        return self.last < other.first


def days_of(day: date) -> Days:
    """Give one day."""
    return Days(day.isoformat(), day, day)


def month_of(year: int, month: int) -> Days:
    """Give a month."""
    first, last = _months(year, month, month)
    return Days(f"{year:04}-{month:02}", first, last)


def year_of(year: int) -> Days:
    """Give a year."""
    return Days(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def stretch_of(first: date, last: date) -> Days:
    """Give the days from one to another, both included; a single one is a day."""
    return Days(f"{first}/{last}", first, last) if first != last else days_of(first)


def part_of_year(year: int, part: int) -> Days:
    """Give a season (EDTF 21 spring to 24 winter, northern) or a quarter (33 to 36) of a year.

    "The winter of 2016" may be the one before or the one after: its bounds hold both.
    """
    if part == _WINTER:
        return Days(f"{year:04}-24", date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(days=1))
    first, last = _months(year, *_PART_OF_YEAR[part])
    return Days(f"{year:04}-{part}", first, last)


def decade_of(year: int) -> Days:
    """Give the decade a year lies in, `198X`."""
    decade = year // 10
    return Days(f"{decade:03}X", date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31))


def century_of(year: int) -> Days:
    """Give the hundred years a year lies in, `19XX`."""
    century = year // 100
    return Days(f"{century:02}XX", date(century * 100, 1, 1), date(century * 100 + 99, 12, 31))


def parse_days(text: str) -> Days | None:
    """Read a day from EDTF text or a metadata field; None when it states none beyond doubt.

    ISO datetimes, RFC 822 and asctime keep the local day they state, whatever their zone.
    `04/07/2016` has two readings and gives None; `1395/01/19` is of another calendar and gives None.
    """
    text = " ".join(text.split())
    if "/" in text and text.count("/") == 1:
        return _interval(text)
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _from_parts(match.groupdict())
    if match := _UNSPECIFIED.fullmatch(text):
        return decade_of(int(match[1]) * 10) if match[1] else century_of(int(match[2]) * 100)
    if match := _SLASHED.fullmatch(text):
        readings = slashed(int(match[1]), int(match[2]), int(match[3]))
        return days_of(readings[0]) if len(readings) == 1 else None
    return None


def slashed(one: int, two: int, year: int) -> tuple[date, ...]:
    """Give each day that two numbers and a year can mean, month first or day first."""
    readings = {day for day in (day_or_none(year, one, two), day_or_none(year, two, one)) if day}
    return tuple(sorted(readings))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Give a calendar day, or None where there is no such day or no plausible year."""
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_parts(parts: dict[str, str | None]) -> Days | None:
    year, name, number = int(parts["year"] or 0), parts.get("name"), parts.get("month")
    if not _EARLIEST <= year <= _LATEST:
        return None
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(number or 0)
    if parts.get("day"):
        day = day_or_none(year, month, int(parts["day"] or 0))
        return days_of(day) if day else None
    if not month:
        return year_of(year) if not number else None
    if month in _PART_OF_YEAR or month == _WINTER:
        return part_of_year(year, month)
    return month_of(year, month) if month <= len(_MONTHS) else None


def _interval(text: str) -> Days | None:
    first, last = (parse_days(side) for side in text.split("/"))
    if first is None or last is None or last.last < first.first:
        return None
    return Days(text, first.first, last.last)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
