"""A dossier on a person, body or state: offices and standings in time, what it did, what it goes by."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.drawing import Bars, Told, bars_of
from dragoman.web.page import Page, Section, sections_of

_ORDER = (
    "met", "said", "was told", "asked", "agreed and promised", "backed", "refused", "accused", "threatened", "attacked", "did otherwise",
    "had done to it", "was spoken of", "offices", "standings",
)  # fmt: skip
_SHOWN = 6
_WHOLE = 500
_NAMES = 40
_TRACKS = 40
_WITH_OTHERS = ("state", "people")


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: a thing by id or name, one section whole, and whether without those who act for it."""

    id: str
    section: str = ""
    alone: bool = False


class Named(Struct, frozen=True, kw_only=True):
    """A wording by which reports name it.

    Args:
        words: The wording.
        basis: How it was resolved.
        count: How often it stands.
        reports: In how many reports.
        report: One of them.
    """

    words: str
    basis: str
    count: int
    reports: int
    report: str


class Rival(Struct, frozen=True, kw_only=True):
    """Somebody else said to hold the same office on days that meet.

    Args:
        post: The office.
        of: Of which state or body.
        other: The other's name.
        other_id: The other's id.
        day: Day for this person.
        other_day: Day for the other.
        id: The fact on this person.
        other_row: The fact on the other.
    """

    post: str
    of: str | None
    other: str
    other_id: str
    day: str | None
    other_day: str | None
    id: str
    other_row: str


class ThingPage(Page, frozen=True, kw_only=True):
    """A dossier.

    Args:
        thing: Its kind, name, country, sector, source and ids elsewhere.
        whole: Whether those who act for it are counted in.
        bars: Offices and standings in time.
        sections: Facts by sort.
        names: Wordings by which reports name it.
        rivals: Offices somebody else is said to hold on days that meet.
    """

    thing: dict[str, Any]
    whole: bool
    bars: Bars
    sections: tuple[Section, ...]
    names: tuple[Named, ...]
    rivals: tuple[Rival, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the facts shown, each with its section."""
        return [{"section": one.name, **msgspec.structs.asdict(line)} for one in self.sections for line in one.lines]


def make(desk: Desk, asked: Asked, shown: int = _SHOWN) -> ThingPage:
    """Gather a dossier, `shown` facts of each section."""
    thing = desk.exactly(asked.id)
    if thing is None:
        raise UsageError(f"nothing in this record goes by {asked.id[:80]!r}; the page of names lists what there is")
    whole = thing["kind"] in _WITH_OTHERS and thing["country"] is not None and not asked.alone
    facts = desk.ask(
        "page_thing_facts", id=thing["id"], reach="whole" if whole else "alone", name=asked.section or None,
        most=_WHOLE if asked.section else shown,
    )  # fmt: skip
    return ThingPage(
        title=thing["name"],
        queries=("page_thing_facts", "page_thing_tracks", "page_thing_names", "page_rival_offices"),
        thing={
            name: thing[name]
            for name in ("id", "kind", "name", "aliases", "country", "sector", "wikidata", "source", "reports")
        },
        whole=whole,
        bars=bars_of(desk.rows("page_thing_tracks", Told, id=thing["id"], most=_TRACKS)),
        sections=sections_of(facts, _ORDER),
        names=tuple(desk.rows("page_thing_names", Named, id=thing["id"], most=_NAMES)),
        rivals=tuple(desk.rows("page_rival_offices", Rival, id=thing["id"])),
    )
