"""States, territories and regions, and the words that stand for them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.lexicon.claims import claims_on
from dragoman.lexicon.forms import Form, Risk, Sense
from dragoman.lexicon.known import Known, slug
from dragoman.lexicon.toml_lists import Entry, Listed, load

Status = Literal["member", "observer", "contested", "territory", "breakaway", "former"]


class Capital(Listed, frozen=True, kw_only=True):
    """The capital; `seats` are other towns where its government sits or sat."""

    name: str
    spellings: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None


class State(Entry, frozen=True, kw_only=True):
    """A state or territory; `status` is its place in the United Nations, or why it has none."""

    name: str
    wikidata: str
    status: Status
    iso3: str | None = None
    geonames: int | None = None
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: Capital | None = None


class Region(Entry, frozen=True, kw_only=True):
    """A stretch of the world, or a people or group of states, that is not a state.

    `kind` is `place` for what lies somewhere and `people` for what only acts. `countries` are
    those it lies in or is claimed by; a single one means it is part of that state.
    """

    name: str
    kind: Literal["place", "people"]
    wikidata: str | None = None
    geonames: int | None = None
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()


class StateList(Listed, frozen=True, kw_only=True):
    """What `states.toml` holds."""

    state: tuple[State, ...]
    risk: tuple[Risk, ...] = ()


class RegionList(Listed, frozen=True, kw_only=True):
    """What `regions.toml` holds."""

    region: tuple[Region, ...]
    risk: tuple[Risk, ...] = ()


@cache
def listed() -> StateList:
    """Open the list of states."""
    return load("states.toml", StateList)


@cache
def listed_regions() -> RegionList:
    """Open the list of regions and peoples."""
    return load("regions.toml", RegionList)


@cache
def known_state(code: str) -> Known | None:
    """Give the state of an ISO 3166 alpha-3 code or a Wikidata id, if listed."""
    return _by_code().get(code)


@cache
def _entries() -> dict[str, State]:
    return {code: state for state in listed().state for code in (state.iso3, state.wikidata) if code}


@cache
def _by_code() -> dict[str, Known]:
    return {code: _known(state) for code, state in _entries().items()}


def _known(state: State) -> Known:
    return Known(
        id=state.wikidata,
        kind="state",
        name=state.name,
        aliases=(*state.aliases, *state.acronyms),
        country=state.iso3,
        wikidata=state.wikidata,
        geonames=state.geonames,
        precision="country",
        claims=claims_on(state.name),
        source=state.source,
    )


def known_capital(code: str) -> Known | None:
    """Give the capital of a state as a place, where its point is listed."""
    state = _entries().get(code)
    if state is None or state.capital is None or state.capital.geonames is None:
        return None
    return Known(
        id=f"geonames:{state.capital.geonames}",
        kind="place",
        name=state.capital.name,
        aliases=state.capital.spellings,
        country=state.iso3,
        geonames=state.capital.geonames,
        lat=state.capital.lat,
        lon=state.capital.lon,
        precision="city",
        source="GeoNames",
    )


def known_region(region: Region) -> Known:
    """Give a region or people as a known thing; it has no point, and a contested one no single country."""
    claims = claims_on(region.name) if region.kind == "place" else ()
    by_geonames = f"geonames:{region.geonames}" if region.geonames else None
    return Known(
        id=region.wikidata or by_geonames or f"dragoman:{region.kind}/{slug(region.name)}",
        kind=region.kind,
        name=region.name,
        aliases=region.aliases,
        country=region.countries[0] if len(region.countries) == 1 and not claims else None,
        wikidata=region.wikidata,
        geonames=region.geonames,
        precision="region" if region.kind == "place" else None,
        claims=claims,
        source=region.source,
    )


def state_forms() -> Iterator[Form]:
    """Yield each written form of each state, its people, its capital and its government."""
    for state in listed().state:
        known = _known(state)
        yield from _plain_forms(state, known)
        for metonym in state.metonyms:
            yield Form(metonym, Sense(known, "metonym", "GOV"))
        yield from _capital_forms(state, known)


def _plain_forms(state: State, known: Known) -> Iterator[Form]:
    yield from _names_and_peoples(state, known)
    for acronym in state.acronyms:
        yield Form(acronym, Sense(known, "acronym"), case="exact")


def _capital_forms(state: State, known: Known) -> Iterator[Form]:
    if state.capital is None:
        return
    city = known_capital(state.iso3 or state.wikidata)
    for written in (state.capital.name, *state.capital.spellings):
        yield Form(written, Sense(known, "capital", "GOV"))
        if city is not None:
            yield Form(written, Sense(city, "name"))
    for seat in state.capital.seats:
        yield Form(seat, Sense(known, "capital", "GOV"))


def region_forms() -> Iterator[Form]:
    """Yield each written form of each region and people."""
    for region in listed_regions().region:
        yield from _names_and_peoples(region, known_region(region))


def _names_and_peoples(land: State | Region, known: Known) -> Iterator[Form]:
    yield Form(land.name, Sense(known, "name"))
    for sort, words in (("alias", land.aliases), ("demonym", land.adjectives), ("people", land.peoples)):
        for written in words:
            yield Form(written, Sense(known, sort))
