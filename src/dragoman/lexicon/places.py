"""The gazetteer: places by name, from GeoNames and the lists of states and regions."""

from functools import cache, lru_cache

from dragoman.lexicon.forms import keys
from dragoman.lexicon.known import Known
from dragoman.lexicon.states import known_region, known_state, listed, listed_regions
from dragoman.lexicon.tables import table

NOTICE = (
    "Places and their names: GeoNames (geonames.org), licensed under Creative Commons Attribution 4.0 "
    "International; cities of at least 5,000 people, capitals, provinces, districts, regions; names outside "
    "the Latin script left out, points rounded to four decimals."
)

_BY_NAME = """
SELECT p.id, p.name, p.country, p.precision, p.lat, p.lon, p.population, n.main
FROM names n JOIN places p ON p.id = n.place
WHERE n.key = ?
ORDER BY n.main, p.population DESC, p.id
LIMIT 60
"""
_NESTED = ("country", "region", "city", "adm1", "adm2")  # a city before the province named after it
_BY_ID = "SELECT id, name, country, precision, lat, lon, population, 0 FROM places WHERE id = ?"

_Row = tuple[int, str, str | None, str, float, float, int, int]


@lru_cache(maxsize=8192)
def lookup(name: str, country: str | None = None) -> tuple[Known, ...]:
    """Give the places of a name, best first: main names before others, then by population.

    Args:
        name: As written; accents, case, hyphens and a leading "the" do not count.
        country: Keep only places of this alpha-3 code.
    """
    key = keys(name)
    key = key[1:] if len(key) > 1 and key[0] == "the" else key
    rows: list[_Row] = table("places.sqlite").execute(_BY_NAME, (" ".join(key),)).fetchall()
    found = (*_listed().get(key, ()), *(_known(row) for row in _ranked(rows)))
    unique = {place.id: place for place in reversed(found)}
    ordered = dict.fromkeys(place.id for place in found)
    return tuple(unique[one] for one in ordered if country is None or unique[one].country == country)


def place(geonames: int) -> Known | None:
    """Give the place of a GeoNames id."""
    for known in _by_geonames().get(geonames, ()):
        return known
    row: _Row | None = table("places.sqlite").execute(_BY_ID, (geonames,)).fetchone()
    return _known(row) if row else None


def _ranked(rows: list[_Row]) -> list[_Row]:
    """Sort by main name, capital, the most people under that name in that country, then city before province."""
    most: dict[tuple[int, str | None], int] = {}
    for row in rows:
        group = (row[7], row[2])
        most[group] = max(most.get(group, 0), row[6])
    return sorted(
        rows,
        key=lambda row: (
            row[7],
            row[0] not in _capitals(),
            -most[row[7], row[2]],
            row[2] or "",
            _NESTED.index(row[3]),
            -row[6],
            row[0],
        ),
    )


@cache
def _capitals() -> frozenset[int]:
    return frozenset(
        state.capital.geonames for state in listed().state if state.capital and state.capital.geonames is not None
    )


def _known(row: _Row) -> Known:
    number, name, country, precision, lat, lon, _population, _main = row
    for known in _by_geonames().get(number, ()):
        return known
    is_point = precision != "country"
    return Known(
        id=f"geonames:{number}",
        kind="place",
        name=name,
        country=country,
        geonames=number,
        lat=lat if is_point else None,
        lon=lon if is_point else None,
        precision=precision,
        source="GeoNames",
    )


@cache
def _listed() -> dict[tuple[str, ...], tuple[Known, ...]]:
    found: dict[tuple[str, ...], tuple[Known, ...]] = {}
    for state in listed().state:
        known = known_state(state.iso3 or state.wikidata)
        for name in (state.name, *state.aliases, *state.acronyms):
            if known is not None:
                found[keys(name)] = (*found.get(keys(name), ()), known)
    for region in listed_regions().region:
        for name in (region.name, *region.aliases) if region.kind == "place" else ():
            found[keys(name)] = (*found.get(keys(name), ()), known_region(region))
    return found


@cache
def _by_geonames() -> dict[int, tuple[Known, ...]]:
    every = {known.id: known for same in _listed().values() for known in same if known.geonames is not None}
    return {known.geonames: (known,) for known in every.values() if known.geonames is not None}
