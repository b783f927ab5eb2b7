"""Organisations, armed groups, ministries, agencies: what they are called and what they are."""

from collections.abc import Iterator
from functools import cache

from dragoman.lexicon.forms import Form, Risk, Sense
from dragoman.lexicon.known import Known, slug
from dragoman.lexicon.toml_lists import Entry, Listed, load


class Body(Entry, frozen=True, kw_only=True):
    """A body by name; `called` are the words a report uses for it later, such as "bloc"."""

    name: str
    sector: str
    country: str | None = None
    wikidata: str | None = None
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


class Generic(Entry, frozen=True, kw_only=True):
    """A kind of body or group that any state may have, and its PLOVER sector."""

    name: str
    sector: str
    words: tuple[str, ...]


class BodyList(Listed, frozen=True, kw_only=True):
    """What `bodies.toml` holds."""

    body: tuple[Body, ...]
    generic: tuple[Generic, ...]
    risk: tuple[Risk, ...] = ()


@cache
def listed() -> BodyList:
    """Open the list of bodies."""
    return load("bodies.toml", BodyList)


def known_body(name: str) -> Known | None:
    """Give a body by its id or by any name, acronym or alias, as written in the list."""
    return _by_name().get(name)


@cache
def descriptions() -> frozenset[str]:
    """Give every word or phrase that reports use for some listed body, in small letters."""
    return frozenset(word.casefold() for body in listed().body for word in body.called)


def described(body: str) -> tuple[str, ...]:
    """Give the words that reports use for a body (id) after its first mention."""
    return _descriptions_of().get(body, ())


def body_forms() -> Iterator[Form]:
    """Yield each written form of each body, and of the branches any state may have."""
    for body in listed().body:
        known = _known(body)
        yield Form(body.name, Sense(known, "name", body.sector), case="exact" if body.name.isupper() else "initials")
        for alias in body.aliases:
            yield Form(alias, Sense(known, "alias", body.sector))
        for acronym in body.acronyms:
            yield Form(acronym, Sense(known, "acronym", body.sector), case="exact")
    for generic in listed().generic:
        known = _known_generic(generic)
        for words in generic.words:
            yield Form(words, Sense(known, "generic", generic.sector), "any" if words.islower() else "exact")


def _id(body: Body) -> str:
    return body.wikidata or f"dragoman:body/{slug(body.name)}"


def _known(body: Body) -> Known:
    return Known(
        id=_id(body),
        kind="body",
        name=body.name,
        aliases=(*body.acronyms, *body.aliases),
        country=body.country,
        sector=body.sector,
        wikidata=body.wikidata,
        source=body.source,
    )


def _known_generic(generic: Generic) -> Known:
    return Known(
        id=f"dragoman:generic/{slug(generic.name)}",
        kind="body",
        name=generic.name,
        aliases=generic.words,
        sector=generic.sector,
        source=generic.source,
    )


@cache
def _by_name() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for body in listed().body:
        known = _known(body)
        for name in (known.id, body.name, *body.acronyms, *body.aliases):
            found.setdefault(name, known)
    return found


@cache
def _descriptions_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for body in listed().body:
        found.setdefault(_id(body), body.called)
    return found
