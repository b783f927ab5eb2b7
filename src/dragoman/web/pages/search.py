"""Search: one box, facets, a table of facts, and the reports with the same words."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import DragomanError
from dragoman.store.fulltext import Hit
from dragoman.web.box import Box, read_box
from dragoman.web.desk import Desk
from dragoman.web.page import Count, Line, Page
from dragoman.web.shown import changed

COLUMNS = ("day", "fact", "kind", "who", "what", "words", "outlet", "title", "published", "score", "rule")
SORTS = ("newest", "oldest", "who", "kind", "outlet", "score")
_USUAL = ("day", "who", "what", "words", "outlet")
_SHOWN = 50
_VALUES = 12
_HITS = 5
_MANY = ("fact", "kind", "year", "outlet", "modality", "polarity", "place", "precision", "voice", "origin", "dated")
# What parts the words of `terms`, as its query has it.
_SIGNS = str.maketrans(dict.fromkeys(".,;:!?\"“”‘’'…()[]{}<>→–—-/&@|", " "))
_THINGS = ("person", "state", "body")


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for; several values of a facet are joined by or, facets by and.

    `who` takes part, `by` speaks or acts, `to` is addressed, spoken of or acted upon: names or ids, a state
    standing for its officials too. Each `thing` is an id that must take part itself.
    """

    q: str = ""
    who: str = ""
    by: str = ""
    to: str = ""
    thing: tuple[str, ...] = ()
    fact: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    sort: str = "newest"
    columns: tuple[str, ...] = ()
    page: int = 1
    most: int = _SHOWN


class Row(Line, frozen=True, kw_only=True):
    """A fact of the table.

    Args:
        score: How sure its rule is, 0 to 1.
        rule: The rule that read it.
    """

    score: float | None
    rule: str


class Facet(Struct, frozen=True, kw_only=True):
    """Values of one field with their counts.

    Args:
        name: The field.
        counts: The values, the most frequent first.
    """

    name: str
    counts: tuple[Count, ...]


class SearchPage(Page, frozen=True, kw_only=True):
    """Facts that fit.

    Args:
        count: How many facts fit.
        first: Place of the first one shown, from 1.
        facts: The facts shown.
        facets: Fields to narrow by.
        box: How the box was read.
        hits: Reports whose text has the words of the box.
        reports: How many such reports there are.
        fault: Why the text of the reports could not be searched, if so.
        narrowed: What the table is narrowed to; the address of each leaves it out.
        columns: Columns of the table.
        back: Address of the rows before.
        on: Address of the rows after.
    """

    count: int
    first: int
    facts: tuple[Row, ...]
    facets: tuple[Facet, ...]
    box: Box
    hits: tuple[Hit, ...]
    reports: int
    fault: str | None
    narrowed: tuple[Count, ...]
    columns: tuple[str, ...]
    back: str | None
    on: str | None

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the facts shown."""
        return self.facts


def make(desk: Desk, asked: Asked) -> SearchPage:
    """Find the facts that fit."""
    box = read_box(desk, asked.q)
    most, page = min(max(asked.most, 1), 10_000), max(asked.page, 1)
    values = _values(desk, asked, box)
    found = _counted(desk, values)
    bare = asked.sort not in SORTS[2:] and not _sifting(values)
    shown = desk.ask(
        "page_facts", **values, counting=False, bare=bare, sort=asked.sort, most=most, skip=(page - 1) * most
    )
    facts = tuple(msgspec.convert([row["line"] for row in shown], list[Row]))
    count = sum(row["count"] for row in found if row["facet"] == "fact")
    reports, hits, fault = _texts(desk, asked.q)
    given = msgspec.structs.asdict(asked)
    return SearchPage(
        title=f"Facts: {asked.q}" if asked.q else "Facts",
        queries=("page_facts", "page_facets"),
        count=count,
        first=(page - 1) * most + 1,
        facts=facts,
        facets=tuple(_facets(found, given)),
        box=box,
        hits=tuple(hits),
        reports=reports,
        fault=fault,
        narrowed=tuple(_narrowed(desk, given)),
        columns=tuple(one for one in COLUMNS if one in (asked.columns or _USUAL)),
        back=changed(given, "/facts", page=page - 1) if page > 1 else None,
        on=changed(given, "/facts", page=page + 1) if page * most < count else None,
    )


def _values(desk: Desk, asked: Asked, box: Box) -> dict[str, Any]:
    """Give the values of the query: names as ids, the box as it was read."""
    terms = {word: word.lower().translate(_SIGNS).split() for word in box.words}
    shaped = {
        "facts": list(asked.fact), "kinds": [*asked.kind, *(() if asked.kind else box.kinds)], "years": list(asked.year),
        "modalities": list(asked.modality), "polarities": list(asked.polarity), "precisions": list(asked.precision),
        "voices": list(asked.voice), "origins": list(asked.origin), "dated": list(asked.dated),
    }  # fmt: skip
    narrowing = {
        "who": desk.ids(asked.who) if asked.who else desk.ids_if(box.who),
        "doers": desk.ids(asked.by) if asked.by else desk.ids_if(box.by),
        "others": desk.ids(asked.to) if asked.to else desk.ids_if(box.to),
    }
    things = list(dict.fromkeys(asked.thing))
    words = list(dict.fromkeys(term for found in terms.values() for term in found))
    return {
        **shaped, **narrowing,
        "any_shape": not any(shaped.values()),
        "things": things,
        "words": words,
        # In how many ways a fact must fit besides: by its words, by each who takes part.
        "ways": sum(one is not None for one in narrowing.values()) + len(things) + bool(words),
        "phrases": [word.lower() for word, found in terms.items() if len(found) > 1],
        "outlets": list(asked.outlet), "scenes": list(asked.place),
        "since": asked.since or None, "until": asked.until or None,
    }  # fmt: skip


def _sifting(values: Mapping[str, Any]) -> bool:
    """Tell whether more is asked of a fact than who is in it and its words."""
    return not values["any_shape"] or any(values[name] for name in ("outlets", "scenes", "since", "until"))


def _counted(desk: Desk, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Count what fits by facet: the same on all pages and in every order, and of the busiest counted ahead."""
    who = values["who"] or []
    if len(who) == 1 == values["ways"] and not _sifting(values) and (found := desk.ask("page_facets", entity=who[0])):
        return found
    return desk.ask("page_facts", **values, counting=True, bare=False, sort="", most=0, skip=0)


def _texts(desk: Desk, words: str) -> tuple[int, list[Hit], str | None]:
    """Search the text of the reports; a record that cannot hold the index says so and shows its facts."""
    if not words.strip():
        return 0, [], None
    try:
        found = desk.search(words, _HITS)
    except DragomanError as fault:
        return 0, [], str(fault)
    return found.count, found.hits, None


def _facets(found: Sequence[Mapping[str, Any]], given: Mapping[str, Any]) -> list[Facet]:
    facets = []
    for name in (*_MANY[:2], *_THINGS, *_MANY[2:]):
        counts = [_count(row, name, given) for row in found if row["facet"] == name][:_VALUES]
        if len(counts) > 1 or any(one.on for one in counts):
            facets.append(Facet(name=name, counts=tuple(counts)))
    return facets


def _count(row: Mapping[str, Any], name: str, given: Mapping[str, Any]) -> Count:
    value = row["value"]
    asked = "thing" if name in _THINGS else name
    on = value in given[asked]
    rest = tuple(one for one in given[asked] if one != value)
    href = changed(given, "/facts", **{asked: rest if on else (*rest, value)}, page="")
    return Count(value=value, name=row["name"], count=row["count"], href=href, on=on)


def _narrowed(desk: Desk, given: Mapping[str, Any]) -> list[Count]:
    """Give what the table is narrowed to, each with the address that leaves it out."""
    chips = []
    for name in ("who", "by", "to", "since", "until"):
        if given[name]:
            thing = desk.exactly(given[name]) if name in {"who", "by", "to"} else None
            said = f"{name} {thing['name'] if thing else given[name]}"
            chips.append(
                Count(value=given[name], name=said, count=0, href=changed(given, "/facts", **{name: ""}, page=""))
            )
    for name in ("thing", *_MANY):
        for value in given[name]:
            rest = tuple(one for one in given[name] if one != value)
            href = changed(given, "/facts", **{name: rest}, page="")
            thing = desk.exactly(value) if name == "thing" else None
            said = thing["name"] if thing else f"{name} {value}"
            chips.append(Count(value=value, name=said, count=0, href=href))
    return chips
