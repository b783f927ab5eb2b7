"""Datelines: place, day and agency before the first words of a story."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.dates import Days, parse_days
from dragoman.lexicon.datelines import dateline_places, dateline_towns, no_places
from dragoman.lexicon.outlets import find_outlet

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_WEEKDAY_NAME = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_WEEKDAY = rf"(?:{_WEEKDAY_NAME}\.?,?\s+)?"
# A stray letter after the number of the day is a slip of the pen: "Feb 26m".
DAY = rf"{_WEEKDAY}(?:{_MONTH}\s?\d{{1,2}}(?!\d)(?:st|nd|rd|th|[a-z](?![a-z]))?|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH})(?:,?\s(?:19|20)\d\d\b)?"
_PLACE = rf"[A-ZÀ-Þ][\w.’'À-ÿ-]*(?:(?:[ ]|,\s|/|\s[–-]\s?(?=[A-Z]{{3}}))(?:(?:de|del|la|al|el|of|the|on|upon|and|an|am)[ ])?(?!(?i:{_WEEKDAY_NAME}|{_MONTH}\s?\d))[A-ZÀ-Þ(][\w.’'()À-ÿ-]*){{0,5}}(?:\s?\[[A-Z][a-z]+\])?"
_BRACKETED = r"[(\[/]\s?(?P<agency>[A-Z][\w .&’'/-]{1,48}?)\s?[)\]/]"
_BARE = r"(?P<bare>[A-Z][A-Za-z-]{2,14}|[A-Z]{2,5})"
_DASH = r"(?:[—–―]|--+|-(?=\s|[A-Z“\"])|:)"
_SEP = rf"\s*{_DASH}\s*"
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("day", rf"(?P<place>{_PLACE})\s?[,.–-]?\s+(?P<day>(?i:{DAY}))(?:[\s,.]*[—–-]?\s*(?:[Bb]y\s[A-Z][\w .’'-]{{3,40}}?\s[–—-]\s)?(?:{_BRACKETED}|(?:/\s?)?{_BARE}(?=\s?[—–―:./-]))(?:\s*(?:{_DASH}|[./]))?|\s*,?\s*{_DASH})\s*"),
        ("day-first", rf"(?P<day>(?i:{DAY}))\s?[,–-]?\s*[(](?P<place>{_PLACE})[)]{_SEP}"),
        ("place-agency", rf"(?P<place>{_PLACE})[,.]?\s*{_BRACKETED}(?:{_SEP}|\s*(?=[A-Z“\"‘]))"),
        ("place-bare", rf"(?P<place>{_PLACE})[,.]\s+{_BARE}\s*{_DASH}\s*"),
        ("agency", rf"{_BRACKETED}(?:{_SEP}|\s+(?=[A-Z“\"‘]))"),
        ("place", rf"(?P<place>{_PLACE})\s*(?:[—–―]|--+|-(?=\s)|:(?=\s))\s*(?=[A-ZÀ-Þ“\"‘'])"),
    )
)  # fmt: skip
_LONGEST = 100
_SHORTEST = 2  # "US (…)" begins a sentence, "ROME (…)" a dateline
_JOINT = re.compile(r",\s|/|\s[–-]\s?")
_NOTE = re.compile(r"\s?[\[(].*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SLIP = re.compile(r"(\d)(?:st|nd|rd|th|[a-z])\b")
_NUMBER = re.compile(r"\d{1,2}")
_NAMED = re.compile(r"[A-Za-z]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class DayHint(Struct, frozen=True):
    """A day stated in part: the number of its month and of its day, and its weekday from Monday as 0."""

    start: int
    end: int
    month: int | None
    day: int | None
    weekday: int | None


class Dateline(Struct, frozen=True, kw_only=True):
    """A dateline read: its stretch, what it names, and the day it states in full or in part.

    `outlet` tells that an outlet's name alone stood where a place would.
    """

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    outlet: str | None = None
    days: tuple[int, int, Days] | None = None
    hint: DayHint | None = None
    rule: str


def read_dateline(line: str, at: int = 0) -> Dateline | None:
    """Read the dateline at the head of a story's line, if one is beyond doubt.

    Args:
        line: The line, without blanks around it.
        at: Where it starts in the text; all offsets given count from the text's start.
    """
    head = line[:_LONGEST]
    return next(_readings(head, at), None) or _outlet_alone(head, at)


def _readings(head: str, at: int) -> Iterator[Dateline]:
    for form, pattern in _FORMS:
        found = pattern.match(head)
        if found and _goes_on(head, found.end()):
            reading = _believe(form, found, at)
            if reading:
                yield reading


def _goes_on(head: str, end: int) -> bool:
    """Tell whether a story follows: a dateline is never the whole line."""
    return len(head) - end > 1


def _believe(form: str, found: re.Match[str], at: int) -> Dateline | None:
    groups = found.groupdict()
    place, agency = groups.get("place"), groups.get("agency") or groups.get("bare")
    if agency and place and any(letter.isdigit() for letter in agency):
        agency = None  # a day in brackets: "PRAGUE (April 8) -"
    known_agency = find_outlet(agency) if agency else None
    if place and not _may_be_place(place, form, known=known_agency is not None):
        return None
    if agency and not _may_be_agency(agency, form, known=known_agency is not None):
        return None
    return Dateline(
        start=at,
        end=at + len(found[0].rstrip()),
        place=_written(place) if place else None,
        agency=(known_agency.name if known_agency else agency),
        days=_full_day(found, at) if groups.get("day") else None,
        hint=_part_day(found, at) if groups.get("day") else None,
        rule=f"dateline:{form}",
    )


def _may_be_place(place: str, form: str, *, known: bool) -> bool:
    parts = [part.strip() for part in _JOINT.split(place)]
    if parts[0].split()[0].casefold().rstrip(".") in no_places() or find_outlet(place):
        return False
    if form == "place":  # nothing but the place speaks for it: a town, and no word beside it that is not listed
        if len(parts) > 1 and parts[0].isupper():
            return any(_is_listed(part) for part in parts[1:])
        return _bare(parts[0]) in dateline_towns() and all(_is_listed(part) for part in parts[1:])
    if form == "place-bare":
        return _is_listed(parts[0])
    upper = parts[0].isupper() and len(parts[0]) > _SHORTEST
    return any(_is_listed(part) for part in parts) or upper or known


def _bare(part: str) -> str:
    return _NOTE.sub("", part).casefold().strip()


def _is_listed(part: str) -> bool:
    return _bare(part) in dateline_places()


def _may_be_agency(agency: str, form: str, *, known: bool) -> bool:
    if known:
        return True
    return form in {"day", "place-agency"} and (agency.isupper() or len(agency.split()) <= 4)  # noqa: PLR2004


def _written(place: str) -> str:
    """Write a place as a map does: capitals are the agency's, not the name's."""
    parts = re.split(r"(,\s|/|\s[–-]\s?|\s?\[|\])", place.strip())
    return "".join(_part_written(part) for part in parts)


def _part_written(part: str) -> str:
    listed = dateline_places().get(part.casefold())
    if listed or not part.isupper() or "." in part:
        return listed or part
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), part)


def _full_day(found: re.Match[str], at: int) -> tuple[int, int, Days] | None:
    words = found["day"]
    if not _YEAR.search(words):
        return None
    days = parse_days(_plain_day(words))
    return (at + found.start("day"), at + found.end("day"), days) if days else None


def _plain_day(words: str) -> str:
    return _SLIP.sub(r"\1", words)


def _part_day(found: re.Match[str], at: int) -> DayHint | None:
    words = found["day"]
    return None if _YEAR.search(words) else day_hint(words, at + found.start("day"))


def day_hint(words: str, at: int) -> DayHint | None:
    """Read a weekday, a month and a number of the day out of words that give no year."""
    names = [word.lower()[:3] for word in _NAMED.findall(words)]
    month = next((_MONTHS.index(name) + 1 for name in names if name in _MONTHS), None)
    weekday = next((_WEEKDAYS.index(name) for name in names if name in _WEEKDAYS), None)
    number = _NUMBER.search(words)
    if month is None and weekday is None:
        return None
    return DayHint(at, at + len(words.rstrip(" .,")), month, int(number[0]) if number and month else None, weekday)


def _outlet_alone(head: str, at: int) -> Dateline | None:
    """Read an outlet's own name where a place would stand: "SHAFAQNA –"."""
    found = re.match(r"(?P<name>[A-Z][\w .’'-]{2,40}?)\s*(?:[—–―]|--+|\s-\s)\s*(?=\S)", head)
    outlet = find_outlet(found["name"]) if found else None
    if found is None or outlet is None:
        return None
    return Dateline(start=at, end=at + len(found[0].rstrip()), outlet=outlet.name, rule="dateline:outlet")
