"""Who held which office when, as known before reading."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from dragoman.lexicon.tables import table

_MONTHS = 12

_COLUMNS = "person, position, label, post, country, body, start, end, succeeded, as_of, source"
_BY_STATE = f"SELECT {_COLUMNS} FROM tenures WHERE post = ? AND country = ? ORDER BY start, person"  # noqa: S608
_BY_BODY = f"SELECT {_COLUMNS} FROM tenures WHERE post = ? AND body = ? ORDER BY start, person"  # noqa: S608
_BY_PERSON = f"SELECT {_COLUMNS} FROM tenures WHERE person = ? ORDER BY start, label"  # noqa: S608


class Tenure(Struct, frozen=True, kw_only=True):
    """An office held by a person.

    Args:
        person: Id of the person.
        position: Wikidata id of the office of that state, where known.
        label: The office as the source words it.
        post: Its normal form, as in `offices.toml`.
        country: Alpha-3 code of the state (Wikidata id of a breakaway one), None for a body's office.
        body: Id of the organisation, None for a state's office.
        start: First day, month or year as stated; None if not stated.
        end: Last one; None if open or not stated.
        succeeded: Start of the next holder, where `end` is not stated.
        as_of: Day on which the source was read: open tenures are known up to then.
        source: `Wikidata` or `general knowledge`.
    """

    person: str
    position: str | None
    label: str
    post: str
    country: str | None
    body: str | None
    start: str | None
    end: str | None
    succeeded: str | None
    as_of: str | None
    source: str

    def may_cover(self, on: date) -> bool:
        """Tell whether the day can lie within, by the widest reading of its bounds."""
        ends = self.end or self.succeeded
        return self.start is not None and first_day(self.start) <= on and (ends is None or on <= last_day(ends))

    def surely_covers(self, on: date) -> bool:
        """Tell whether the day lies within by the narrowest reading; open ends hold up to `as_of`."""
        if self.start is None or on < last_day(self.start):
            return False
        if self.end is not None:
            return on <= first_day(self.end)
        bounds = [first_day(bound) for bound in (self.succeeded, self.as_of) if bound is not None]
        return all(on <= bound for bound in bounds)

    def is_stale(self, on: date) -> bool:
        """Tell an open tenure of which nothing is known as late as that day."""
        ends = self.end or self.succeeded
        return ends is None and self.as_of is not None and first_day(self.as_of) < on


def first_day(stated: str) -> date:
    """Give the first day of a day, month or year: `2013` is 2013-01-01."""
    parts = [int(part) for part in stated.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) == len("ymd") else 1)


def last_day(stated: str) -> date:
    """Give the last day of a day, month or year: `2013` is 2013-12-31."""
    parts = [int(part) for part in stated.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == len("ymd"):
        return date(*parts)
    year, month = (parts[0] + 1, 1) if parts[1] == _MONTHS else (parts[0], parts[1] + 1)
    return date(year, month, 1) - timedelta(days=1)


@lru_cache(maxsize=4096)
def of_post(post: str, where: str) -> tuple[Tenure, ...]:
    """Give all tenures of a post in a state (alpha-3 code) or body (id), by start."""
    by_body = where.startswith("dragoman:") or where[1:].isdigit()
    rows = table("officeholders.sqlite").execute(_BY_BODY if by_body else _BY_STATE, (post, where)).fetchall()
    if by_body and not rows:
        rows = table("officeholders.sqlite").execute(_BY_STATE, (post, where)).fetchall()
    return tuple(_tenure(row) for row in rows)


def holders(post: str, where: str, on: date) -> tuple[Tenure, ...]:
    """Give who may have held a post on a day, those who surely did first.

    On the day of a handover that is two; with bounds known to the year alone it may be more.
    """
    return surest((held for held in of_post(post, where) if held.may_cover(on)), on)


def surest(possible: Iterable[Tenure], on: date) -> tuple[Tenure, ...]:
    """Order tenures that may cover a day; where one surely does, those not known of so late are left out."""
    found = sorted(possible, key=lambda held: not held.surely_covers(on))
    is_sure = bool(found) and found[0].surely_covers(on)
    return tuple(held for held in found if not (is_sure and held.is_stale(on)))


@lru_cache(maxsize=8192)
def of_person(identity: str) -> tuple[Tenure, ...]:
    """Give the tenures of a person, by start."""
    rows = table("officeholders.sqlite").execute(_BY_PERSON, (identity,)).fetchall()
    return tuple(_tenure(row) for row in rows)


def _tenure(row: tuple[str, ...]) -> Tenure:
    names = Tenure.__struct_fields__
    return Tenure(**dict(zip(names, row, strict=True)))
