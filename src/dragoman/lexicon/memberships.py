"""Which state stood how in which organisation, as known before reading."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from dragoman.errors import LexiconError
from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.tenures import first_day, last_day
from dragoman.lexicon.toml_lists import rows_of

EDITION_LAG = 1  # years: the Factbook prints a change an edition or more after it


class Membership(Struct, frozen=True, kw_only=True):
    """A state's standing in a body over a time.

    `start` and `end` are a day, month or year; a None end is open. `source` is `general knowledge`
    for rows kept by hand and `CIA World Factbook` for editions, whose years lag behind.
    """

    body: str
    state: str
    standing: str
    start: str
    end: str | None
    is_founder: bool
    source: str

    def covers(self, on: date) -> bool:
        """Tell whether the standing is known to hold on the day."""
        return last_day(self.start) <= on and (self.end is None or on <= first_day(self.end))


def standing(body: str, state: str, on: date) -> tuple[Membership, ...]:
    """Give a state's standing in a body on a day; empty where nothing is known.

    Rows kept by hand silence the Factbook's where they say anything of that state and body before
    that day; a suspension stands beside the membership. `memberships_of` gives all of both.

    Args:
        body: Id of the body, or any name of it as listed.
        state: Alpha-3 code.
        on: The day.
    """
    known = known_body(body)
    rows = memberships_of(known.id if known else body, state)
    by_hand = [row for row in rows if row.source == "general knowledge" and first_day(row.start) <= on]
    ranks = [row for row in by_hand if row.standing != "suspended"] or [row for row in rows if row not in by_hand]
    suspensions = [row for row in by_hand if row.standing == "suspended"]
    return tuple(row for row in (*ranks, *suspensions) if row.covers(on))


def memberships_of(body: str, state: str) -> tuple[Membership, ...]:
    """Give all that is known of a state's standing in a body (id), rows kept by hand first."""
    return (*_by_hand().get((body, state), ()), *_factbook().get((body, state), ()))


def members(body: str, on: date, kind: str = "member") -> tuple[str, ...]:
    """Give the codes of the states with that standing in a body (id or name) on a day, sorted."""
    known = known_body(body)
    identity = known.id if known else body
    states = {state for held, state in (*_by_hand(), *_factbook()) if held == identity}
    return tuple(
        sorted(state for state in states if any(row.standing == kind for row in standing(identity, state, on)))
    )


def _spread(row: dict[str, str]) -> Iterator[Membership]:
    known = known_body(row["body"])
    if known is None:
        raise LexiconError(f"lexicon/standings.tsv: no body {row['body']!r} in bodies.toml; name it as listed there")
    for state in row["states"].split():
        yield Membership(
            body=known.id,
            state=state,
            standing=row["standing"],
            start=row["start"],
            end=row["end"] or None,
            is_founder=row["note"] == "founder",
            source="general knowledge",
        )


@cache
def _by_hand() -> dict[tuple[str, str], tuple[Membership, ...]]:
    found: dict[tuple[str, str], tuple[Membership, ...]] = {}
    for row in rows_of("standings.tsv"):
        for one in _spread(row):
            found[one.body, one.state] = (*found.get((one.body, one.state), ()), one)
    return found


@cache
def _factbook() -> dict[tuple[str, str], tuple[Membership, ...]]:
    rows = list(rows_of("memberships.tsv.gz"))
    newest = max(row["last"] for row in rows)
    found: dict[tuple[str, str], tuple[Membership, ...]] = {}
    for row in rows:
        one = Membership(
            body=row["body"],
            state=row["state"],
            standing=row["standing"],
            start=str(int(row["first"]) - EDITION_LAG),
            end=None if row["last"] == newest else row["last"],
            is_founder=False,
            source="CIA World Factbook",
        )
        found[one.body, one.state] = (*found.get((one.body, one.state), ()), one)
    return found
