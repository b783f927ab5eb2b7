"""The names in a record: people, states, bodies."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.page import Page

KINDS = ("person", "state", "body", "office", "people", "place")


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: letters of a name, a kind."""

    q: str = ""
    kind: str = ""
    most: int = 300


class Thing(Struct, frozen=True, kw_only=True):
    """A person, state, body, office or place.

    Args:
        id: Its id.
        kind: What it is.
        name: Its name.
        country: Its country, ISO 3166 alpha-3.
        sector: Its sector in PLOVER.
        reports: Reports that name it.
        facts: Facts it takes part in.
    """

    id: str
    kind: str
    name: str
    country: str | None
    sector: str | None
    reports: int
    facts: int


class ThingsPage(Page, frozen=True, kw_only=True):
    """Names.

    Args:
        things: Those that fit, in most facts first.
        count: How many fit.
        kinds: Kinds to choose from.
    """

    things: tuple[Thing, ...]
    count: int
    kinds: tuple[str, ...] = KINDS

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the names."""
        return self.things


def make(desk: Desk, asked: Asked) -> ThingsPage:
    """List names."""
    values = {"kind": asked.kind or None, "name": asked.q or None, "most": min(max(asked.most, 1), 10_000)}
    found = desk.ask("page_things", **values)
    things = tuple(msgspec.convert(found, list[Thing]))
    return ThingsPage(title="Names", queries=("page_things",), things=things, count=found[0]["count"] if found else 0)
