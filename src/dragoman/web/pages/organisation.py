"""Organisations: who is said to stand where in them, with sources side by side, and who holds their offices."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.drawing import Bars, Told, bars_of
from dragoman.web.page import Page, Section, sections_of

_MOST = 200
_OF_A_PARTY = 30
_TRACKS = 40


class NoneAsked(Struct, frozen=True, kw_only=True):
    """The list of organisations is always the same."""


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: an organisation by id or name."""

    id: str


class Body(Struct, frozen=True, kw_only=True):
    """An organisation.

    Args:
        id: Its id.
        name: Its name.
        reports: Reports that name it.
        standings: Standings told of it.
        parties: How many parties they are of.
        offices: Offices in it that somebody is said to hold.
    """

    id: str
    name: str
    reports: int
    standings: int
    parties: int
    offices: int


class OrganisationsPage(Page, frozen=True, kw_only=True):
    """The organisations of a record.

    Args:
        bodies: Those with standings or offices.
    """

    bodies: tuple[Body, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the organisations."""
        return self.bodies


class Source(Struct, frozen=True, kw_only=True):
    """A standing as one report tells it.

    Args:
        id: Id of the fact.
        party: Who stands there.
        party_id: Its id.
        standing: member, observer, dialogue partner, applicant, founder, suspended, former.
        modality: held, sought, backed, opposed, granted.
        day: Its day.
        words: The words.
        outlet: Outlet of the report.
        published: Day the report states.
        title: Title of the report.
        report: Id of the report.
    """

    id: str
    party: str | None
    party_id: str | None
    standing: str
    modality: str
    day: str | None
    words: str
    outlet: str | None
    published: str | None
    title: str | None
    report: str


class Seat(Struct, frozen=True, kw_only=True):
    """A party and all that is told of its standing.

    Args:
        party: Its name.
        party_id: Its id.
        count: How many standings are told of it.
        sources: The latest of them, oldest first.
    """

    party: str | None
    party_id: str | None
    count: int
    sources: tuple[Source, ...]


class OrganisationPage(Page, frozen=True, kw_only=True):
    """An organisation.

    Args:
        body: Its id, name, country and ids elsewhere.
        bars: Standings in time.
        seats: Who stands where, party by party.
        sections: Its offices and its meetings.
    """

    body: dict[str, Any]
    bars: Bars
    seats: tuple[Seat, ...]
    sections: tuple[Section, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the standings."""
        return [source for seat in self.seats for source in seat.sources]


def make_all(desk: Desk, _asked: NoneAsked) -> OrganisationsPage:
    """List the organisations."""
    return OrganisationsPage(
        title="Organisations", queries=("page_bodies",), bodies=tuple(desk.rows("page_bodies", Body))
    )


def make(desk: Desk, asked: Asked) -> OrganisationPage:
    """Gather who stands where in an organisation."""
    body = desk.exactly(asked.id)
    if body is None:
        raise UsageError(
            f"no organisation in this record goes by {asked.id[:80]!r}; the page of organisations lists them"
        )
    told = desk.ask("page_body_standings", id=body["id"], most=_OF_A_PARTY)
    return OrganisationPage(
        title=body["name"],
        queries=("page_body_standings", "page_body_facts", "page_thing_tracks"),
        body={
            name: body[name] for name in ("id", "kind", "name", "aliases", "country", "wikidata", "source", "reports")
        },
        bars=bars_of(msgspec.convert(desk.ask("page_thing_tracks", id=body["id"], most=_TRACKS), list[Told])),
        seats=tuple(_seat(list(rows)) for _, rows in groupby(told, key=lambda row: (row["party"], row["party_id"]))),
        sections=sections_of(desk.ask("page_body_facts", id=body["id"], most=_MOST), ("offices", "meetings")),
    )


def _seat(told: Sequence[Mapping[str, Any]]) -> Seat:
    first = told[0]
    sources = tuple(msgspec.convert(told, list[Source]))
    return Seat(party=first["party"], party_id=first["party_id"], count=first["count"], sources=sources)
