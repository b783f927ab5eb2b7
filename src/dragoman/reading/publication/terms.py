"""Between which days a report can have been written: the terms of those it names as holding an office."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from dragoman.lexicon import people, tenures
from dragoman.lexicon.outlets import find_outlet
from dragoman.reading.page import Page
from dragoman.reading.stretches import joined
from dragoman.records import Tenure

Bounds = tuple[date, date]
_MARGIN = timedelta(days=31)
"""A term may be known a few weeks wrong, and a report may name a successor early: such days are not excluded."""


class Term(Struct, frozen=True):
    """An office somebody holds in the report, with the days on which the list says they held it."""

    person: str
    held: tuple[Bounds, ...]
    reason: str


def terms_of(page: Page, stated: Sequence[Tenure]) -> tuple[Term, ...]:
    """Give the terms of all whom a report names as current holders, each person once.

    One holder alone gives none: he may be named for what he did long ago. Two in one report are of its time.
    """
    found: dict[str, Term] = {}
    for tenure in stated:
        if tenure.status == "current" and not _is_history(page, tenure) and (term := _term(page, tenure)):
            found.setdefault(term.person, term)
    return tuple(found.values()) if len(found) > 1 else ()


def _is_history(page: Page, stated: Tenure) -> bool:
    """Tell a holder whose sentence states a day or year: of that time, and perhaps of no later one."""
    around = page.sentence_at(stated.start)
    if around is None:
        return True
    dated = (row for row in page.days if row.basis == "stated" and row.day_from)
    return any(around.start <= row.start < around.end for row in dated)


def widest(page: Page, terms: Sequence[Term], earliest: date | None) -> tuple[Bounds, ...]:
    """Give the days that no term rules out, a margin around each; empty where they contradict each other.

    Args:
        page: The report, for its outlet.
        terms: Terms of those it names.
        earliest: A day on or after which it was surely written.
    """
    floor = max(filter(None, (earliest, _outlet_began(page))), default=date.min)
    left: tuple[Bounds, ...] = ((floor, date.max),)
    for term in terms:
        wide = [_widened(bounds) for bounds in term.held]
        left = tuple(
            (max(low, start), min(high, end))
            for low, high in left
            for start, end in wide
            if max(low, start) <= min(high, end)
        )
    return tuple(joined(left))


def holds_all(terms: Sequence[Term], day: date) -> bool:
    """Tell whether everybody named was in office on a day, by the list itself."""
    return all(any(start <= day <= end for start, end in term.held) for term in terms)


def _term(page: Page, stated: Tenure) -> Term | None:
    listed = tuple(_listed(page, stated))
    held = tuple(bounds for tenure in listed if (bounds := _bounds(tenure)))
    if not held or len({tenure.person for tenure in listed}) > 1:
        return None
    known = people.person(listed[0].person)
    name = known.name if known else listed[0].person
    spans = " and ".join(_shown(tenure) for tenure in listed)
    return Term(listed[0].person, held, f"{name}, {listed[0].label}, {spans} ({listed[0].source})")


def _listed(page: Page, stated: Tenure) -> Iterator[tenures.Tenure]:
    """Give the terms on the list that a stated office means: of this person, or of the one so named in it."""
    where = stated.body or stated.country
    entity = page.entities.get(stated.person or "")
    if where is None or entity is None:
        return
    theirs = [each for each in tenures.of_person(entity.id) if _is_of(each, stated)]
    own = [each for each in theirs if each.post == stated.post]
    if not own and stated.post.endswith(" minister"):
        own = [each for each in theirs if each.post == "minister"]
    if own:
        yield from own
    elif entity.wikidata is None:
        last = people.part_key(entity.name.split()[-1])
        for each in tenures.of_post(stated.post, where):
            known = people.person(each.person)
            if known and people.part_key(known.name.split()[-1]) == last:
                yield each


def _is_of(listed: tenures.Tenure, stated: Tenure) -> bool:
    return listed.body == stated.body if listed.body else listed.country in {stated.country, None}


def _bounds(listed: tenures.Tenure) -> Bounds | None:
    """Give the widest reading of a term's bounds; an open one has no end."""
    if listed.start is None:
        return None
    ended = listed.end or listed.succeeded
    return tenures.first_day(listed.start), tenures.last_day(ended) if ended else date.max


def _shown(listed: tenures.Tenure) -> str:
    return f"{listed.start} to {listed.end or listed.succeeded or 'now'}"


def _widened(bounds: Bounds) -> Bounds:
    start, end = bounds
    return start - _MARGIN, end if end == date.max else end + _MARGIN


def _outlet_began(page: Page) -> date | None:
    outlet = find_outlet(page.report.outlet) if page.report.outlet else None
    return date(outlet.since, 1, 1) if outlet and outlet.since else None
