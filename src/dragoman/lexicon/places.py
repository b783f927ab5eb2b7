"""The gazetteer: places by name, from GeoNames and the lists of states and regions.

From GeoNames (geonames.org), Creative Commons Attribution 4.0: cities of at least 500 people, capitals, provinces, districts,
regions; names outside the Latin script left out, points rounded to four decimals; a district listed without a point has the
mean of its towns for reckoning and is given without one.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.lexicon.claims import claims_in
from dragoman.lexicon.forms import keys
from dragoman.lexicon.known import Known
from dragoman.lexicon.placing import kinds, parts, residents, seats, shorts
from dragoman.lexicon.states import known_region, known_state, listed, listed_regions
from dragoman.lexicon.tables import table

_BY_NAME = """
SELECT p.id, p.name, p.country, p.precision, p.lat, p.lon, p.population, p.adm1, p.adm2, p.own_point, n.main
FROM names n JOIN places p ON p.id = n.place
WHERE n.key = ?
ORDER BY n.main, p.population DESC, p.id
LIMIT 200
"""
_BY_ID = """
SELECT id, name, country, precision, lat, lon, population, adm1, adm2, own_point, 0
FROM places
WHERE id = ?
"""
_NESTED = ("country", "region", "city", "adm1", "adm2")  # a city before the province named after it
_IN_FULL = {"st": "saint", "mt": "mount", "ft": "fort"}
_DEGREES = 10_000
_LONGEST_SHORT = 9
_ACRONYM = 3
MAIN, OTHER = 0, 1

_Row = tuple[int, str, str | None, str, int, int, int, int | None, int | None, int, int]


class Spot(NamedTuple):
    """A place that a name can mean, with what tells it from others of that name.

    Attributes:
        id: GeoNames id; 0 for a listed region that has none.
        main: 0 where the name is its main one, 1 where it is another.
        adm1: GeoNames id of the province it lies in.
        adm2: GeoNames id of the district it lies in.
        lat: Degrees north, for reckoning only: of countries and regions it is a mere middle.
        own_point: Whether GeoNames gives the point; else it is the mean of its towns.
        countries: For regions: the countries they lie in.
    """

    id: int
    name: str
    country: str | None
    precision: str
    lat: float | None
    lon: float | None
    population: int
    adm1: int | None = None
    adm2: int | None = None
    own_point: bool = True
    main: int = MAIN
    countries: tuple[str, ...] = ()
    listed: Known | None = None


@lru_cache(maxsize=8192)
def spots(name: str) -> tuple[Spot, ...]:
    """Give every place that a written name can mean, main names first, then by population.

    Accents, case, hyphens and a leading "the" do not count. Short forms ('Ill.', 'N.S.W.'), names of residents
    ('Muscovites') and, where nothing bears the whole name, the name without words of kind and part
    ('Idlib province', 'northern Idlib') are tried as well.
    """
    short = shorts().get(name.replace(".", "").replace(" ", "")) if len(name) < _LONGEST_SHORT else None
    if short is not None:
        found = [spot for full, country in short for spot in _provinces(full, country)]
        return _once([*found, *_named(place_key(name))])
    if len(name) <= _ACRONYM and name.isupper():  # 'EU' is not the French town of Eu
        return tuple(spot for spot in _named(place_key(name)) if spot.listed is not None)
    stands = residents().get(name) or seats().get(name.removeprefix("the "))
    if stands is not None:
        return tuple(spot for spot in _named(place_key(stands[0])) if spot.country == stands[1])
    key = place_key(name)
    return _named(key) or (_named(key[:-1]) if key[-1:] == ("s",) else ()) or _trimmed(key)


def place_key(name: str) -> tuple[str, ...]:
    """Give the pieces by which a name is looked up: no accent, case, hyphen, dot, leading "the"; 'St.' is 'saint'."""
    key = tuple(piece for piece in keys(name) if piece[:1].isalnum())
    key = key[1:] if len(key) > 1 and key[0] == "the" else key
    return (_IN_FULL.get(key[0], key[0]), *key[1:]) if len(key) > 1 else key


def _named(key: tuple[str, ...]) -> tuple[Spot, ...]:
    own = [*_listed().get(key, ()), *_rows(key)] if key else []
    return _once(own)


def _rows(key: tuple[str, ...]) -> list[Spot]:
    rows: list[_Row] = table("places.sqlite").execute(_BY_NAME, (" ".join(key),)).fetchall()
    return [_spot(row) for row in rows]


def _provinces(name: str, country: str) -> Iterator[Spot]:
    found = [spot for spot in _named(place_key(name)) if spot.country == country and spot.main == MAIN]
    yield from ([spot for spot in found if spot.precision == "adm1"] or found)[:1]


def _trimmed(key: tuple[str, ...]) -> tuple[Spot, ...]:
    """Try a name without the words before it that name a part and the words around it that name a kind."""
    for rest, wanted in _without(key):
        found = _named(rest)
        of_kind = tuple(spot for spot in found if not wanted or spot.precision in wanted)
        if found:
            return of_kind or found
    return ()


def _without(key: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if len(key) > 1 and key[-1] == "co":  # 'Loudon Co.'
        yield (*key[:-1], "county"), ("adm2",)
    if len(key) > 1 and key[-1] in kinds():
        yield key[:-1], kinds()[key[-1]]
    if len(key) > 2 and key[0] in kinds() and key[1] == "of":  # noqa: PLR2004 - 'city of Sochi'
        yield key[2:], kinds()[key[0]]
    if len(key) > 1 and key[0] in parts():
        yield key[1:], ()
        if len(key) > 2 and key[-1] in kinds():  # noqa: PLR2004 - 'northern Idlib province'
            yield key[1:-1], kinds()[key[-1]]


@lru_cache(maxsize=8192)
def lookup(name: str, country: str | None = None) -> tuple[Known, ...]:
    """Give the places of a name, best first: main names before others, then by population.

    Args:
        name: As written; accents, case, hyphens and a leading "the" do not count.
        country: Keep only places of this alpha-3 code.
    """
    known = [known_spot(spot) for spot in _ranked(spots(name))]
    unique = {place.id: place for place in known}
    return tuple(place for place in unique.values() if country is None or place.country == country)


def place(geonames: int) -> Known | None:
    """Give the place of a GeoNames id."""
    spot = spot_of(geonames)
    return known_spot(spot) if spot else None


@lru_cache(maxsize=8192)
def spot_of(geonames: int) -> Spot | None:
    """Give the place of a GeoNames id with what tells it from others."""
    row: _Row | None = table("places.sqlite").execute(_BY_ID, (geonames,)).fetchone()
    return _spot(row) if row else None


def known_spot(spot: Spot) -> Known:
    """Give a place as the thing the record knows: countries and regions without a point."""
    if spot.listed is not None:
        return spot.listed
    has_point = spot.own_point and spot.precision not in {"country", "region"}
    return Known(
        id=f"geonames:{spot.id}",
        kind="place",
        name=spot.name,
        country=spot.country,
        geonames=spot.id,
        lat=spot.lat if has_point else None,
        lon=spot.lon if has_point else None,
        precision=spot.precision,
        claims=claims_in(spot.id, spot.adm1),
        source="GeoNames",
    )


def _ranked(found: tuple[Spot, ...]) -> list[Spot]:
    """Sort by main name, capital, the most people under that name in that country, then city before province."""
    most: dict[tuple[int, str | None], int] = {}
    for spot in found:
        group = (spot.main, spot.country)
        most[group] = max(most.get(group, 0), spot.population)
    return sorted(
        found,
        key=lambda spot: (
            spot.listed is None,
            spot.main,
            spot.id not in capitals(),
            -most[spot.main, spot.country],
            spot.country or "",
            _NESTED.index(spot.precision),
            -spot.population,
            spot.id,
        ),
    )


@cache
def capitals() -> frozenset[int]:
    """Give the GeoNames ids of the capitals of states."""
    return frozenset(
        state.capital.geonames for state in listed().state if state.capital and state.capital.geonames is not None
    )


def _spot(row: _Row) -> Spot:
    number, name, country, precision, lat, lon, population, adm1, adm2, own_point, main = row
    known, countries = _by_geonames().get(number, (None, ()))
    return Spot(
        number,
        known.name if known else name,
        known.country if known else country,
        (known.precision if known else None) or precision,
        lat / _DEGREES,
        lon / _DEGREES,
        population,
        adm1,
        adm2,
        bool(own_point),
        main,
        countries,
        known,
    )


def _once(found: list[Spot]) -> tuple[Spot, ...]:
    unique: dict[object, Spot] = {}
    for spot in found:
        unique.setdefault(spot.id or spot.name, spot)
    return tuple(unique.values())


@cache
def _listed() -> dict[tuple[str, ...], tuple[Spot, ...]]:
    found: dict[tuple[str, ...], tuple[Spot, ...]] = {}
    for name, known, countries in _all_listed():
        spot = _spot_listed(known, countries)
        found[place_key(name)] = (*found.get(place_key(name), ()), spot)
    return found


def _all_listed() -> Iterator[tuple[str, Known, tuple[str, ...]]]:
    for state in listed().state:
        known = known_state(state.iso3 or state.wikidata)
        for name in (state.name, *state.aliases, *state.acronyms, *state.adjectives, *state.peoples):
            if known is not None:
                yield name, known, ()
    for region in listed_regions().region:
        for name in (region.name, *region.aliases, *region.adjectives) if region.kind == "place" else ():
            yield name, known_region(region), region.countries


def _spot_listed(known: Known, countries: tuple[str, ...]) -> Spot:
    row: _Row | None = table("places.sqlite").execute(_BY_ID, (known.geonames,)).fetchone() if known.geonames else None
    spot = Spot(
        id=known.geonames or 0, name=known.name, country=known.country, precision=known.precision or "region",
        lat=None, lon=None, population=0, own_point=False, countries=countries, listed=known,
    )  # fmt: skip
    if row is None:
        return spot
    _, _, _, _, lat, lon, population, adm1, adm2, own_point, _ = row
    return spot._replace(
        lat=lat / _DEGREES, lon=lon / _DEGREES, population=population, adm1=adm1, adm2=adm2, own_point=bool(own_point)
    )


@cache
def _by_geonames() -> dict[int, tuple[Known, tuple[str, ...]]]:
    return {known.geonames: (known, countries) for _, known, countries in _all_listed() if known.geonames is not None}
