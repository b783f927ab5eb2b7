"""Days that the furniture of a page states as the day of publication."""

import re

from dragoman.dates import Days, parse_days
from dragoman.reading.zones.datelines import DAY, DayHint, day_hint

_WRITTEN = re.compile(rf"(?i:{DAY})")
_FIGURES = re.compile(r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = r"(?:[\s,|@–-]*(?:at\s)?\d{1,2}[:.]\d\d.{0,20})?"
_ALONE = re.compile(rf"(?:(?i:{DAY})|{_FIGURES.pattern}){_CLOCK}\W*")
_LONGEST = 60

Stamp = tuple[int, int, Days, str]


def read_stamp(line: str, at: int) -> Stamp | DayHint | None:
    """Read the day a stamp states, in full or in part; offsets count from the text's start."""
    found = _FIGURES.search(line) or _WRITTEN.search(line)
    if found is None:
        return None
    if not _YEAR.search(found[0]):
        return day_hint(found[0], at + found.start())
    days = parse_days(found[0])
    return (at + found.start(), at + found.end(), days, "text") if days else None


def is_day_alone(line: str) -> bool:
    """Tell whether a line is a full day, with a clock or without, and nothing else."""
    return len(line) <= _LONGEST and bool(_YEAR.search(line)) and _ALONE.fullmatch(line) is not None
