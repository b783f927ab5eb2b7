"""A dossier on one name, and the two lanes between two names."""

from typing import Any

from msgspec import Struct

from dragoman.api.known import Contradiction, KnownOffice, contradictions, offices_known
from dragoman.api.names import ids_named
from dragoman.lexicon.knowledge import Knowledge
from dragoman.store.queries import sql
from dragoman.store.room import Room


class Counted(Struct, frozen=True):
    """How many acts some accounts are, in how many reports, from how many origins."""

    acts: int
    reports: int
    origins: int


class Section(Struct, frozen=True):
    """Facts of one sort, the newest first, how many there are in all, and, of events, how many acts they are."""

    title: str
    count: int
    rows: list[dict[str, Any]]
    counted: Counted | None = None


class Dossier(Struct, frozen=True):
    """What the record has on a name: who it can be, and its facts by sort."""

    name: str
    things: list[dict[str, Any]]
    sections: list[Section]
    known: list[KnownOffice] = []
    contradictions: list[Contradiction] = []


class Dyad(Struct, frozen=True):
    """What passed between two: facts that have both in them, by direction."""

    left: str
    right: str
    sections: list[Section]


_OF_ONE = (
    ("said to hold", "dossier_offices"),
    ("standings", "dossier_standings"),
    ("met", "dossier_met"),
    ("said", "dossier_said"),
    ("was told", "dossier_was_told"),
    ("asked", "dossier_asked"),
    ("accused, or was accused", "dossier_accused"),
    ("was spoken of", "dossier_spoken_of"),
    ("did", "dossier_did"),
    ("had done to it", "dossier_done_to"),
)
_OF_EVENTS = {
    "dossier_met",
    "dossier_asked",
    "dossier_accused",
    "dossier_did",
    "dossier_done_to",
    "dyad_met",
    "dyad_did",
}
_OF_TWO = (("met", "dyad_met"), ("said of or to the other", "dyad_said"), ("did to or with the other", "dyad_did"))


def dossier(room: Room, name: str, most: int, known: Knowledge) -> Dossier:
    """Gather the facts on a name; a state stands for those who act for it too.

    What the reports say and what the tables know stand apart; where they contradict each other, that is said.
    """
    ids = ids_named(room, name)
    things = room.ask(sql("asks", "named"), {"name": name}).to_pylist()
    exact = [thing for thing in things if thing["exact"]]
    people = [thing["id"] for thing in exact or things if thing["kind"] == "person"]
    return Dossier(
        name,
        exact or things,
        _sections(room, _OF_ONE, {"ids": ids}, most),
        offices_known(known, people),
        contradictions(known, room.ask(sql("asks", "attested"), {"ids": people}).to_pylist()),
    )


def dyad(room: Room, left: str, right: str, most: int) -> Dyad:
    """Gather what passed between two names, in both directions."""
    values = {"left": ids_named(room, left), "right": ids_named(room, right)}
    return Dyad(left, right, _sections(room, _OF_TWO, values, most))


def _sections(room: Room, queries: tuple[tuple[str, str], ...], values: dict[str, Any], most: int) -> list[Section]:
    """Ask for each sort of fact; of many only the newest become dictionaries, the others are counted as columns."""
    found = ((title, query, room.ask(sql("asks", query), values)) for title, query in queries)
    return [
        Section(
            title,
            table.num_rows,
            table.slice(0, most).to_pylist(),
            _counted(room, table["id"].to_pylist()) if query in _OF_EVENTS else None,
        )
        for title, query, table in found
        if table.num_rows
    ]


def _counted(room: Room, events: list[str]) -> Counted:
    (row,) = room.ask(sql("asks", "counted"), {"events": events}).to_pylist()
    return Counted(**row)
