"""Days as somebody types them, and the first and the last that they mean."""

from dragoman.dates import Days, parse_days
from dragoman.errors import UsageError


def first_day(typed: str | None) -> str | None:
    """Give the first day meant, ISO; None where none was typed.

    Raises:
        UsageError: It is no day.
    """
    return _days(typed).first.isoformat() if typed else None


def last_day(typed: str | None) -> str | None:
    """Give the last day meant, ISO: of '2016-04' the end of the month; None where none was typed.

    Raises:
        UsageError: It is no day.
    """
    return _days(typed).last.isoformat() if typed else None


def _days(typed: str) -> Days:
    meant = parse_days(typed)
    if meant is None:
        raise UsageError(f"{typed!r} is no day; write 2016-04-07, or 2016-04 or 2016 for all of a month or year")
    return meant
