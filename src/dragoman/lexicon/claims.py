"""Areas that more than one party holds or claims, with the parties' standing; none of them is preferred."""

from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load
from dragoman.records import Claim


class Area(Entry, frozen=True, kw_only=True):
    """A contested area; `name` as in the list of states or regions, or of the GeoNames id.

    `adm1` are GeoNames ids of provinces whose towns share its claims.
    """

    name: str
    claims: tuple[Claim, ...]
    geonames: int | None = None
    adm1: tuple[int, ...] = ()


class AreaList(Listed, frozen=True, kw_only=True):
    """What `claims.toml` holds."""

    area: tuple[Area, ...]


@cache
def listed() -> AreaList:
    """Open the list of contested areas."""
    return load("claims.toml", AreaList)


def claims_on(name: str) -> tuple[Claim, ...]:
    """Give the claims on a listed state or region, by its name there."""
    return _by_name().get(name, ())


def claims_in(geonames: int, adm1: int | None) -> tuple[Claim, ...]:
    """Give the claims on a place of GeoNames, by its id or the province it lies in."""
    return _by_geonames().get(geonames) or (_by_geonames().get(adm1, ()) if adm1 is not None else ())


@cache
def _by_name() -> dict[str, tuple[Claim, ...]]:
    return {area.name: area.claims for area in listed().area}


@cache
def _by_geonames() -> dict[int, tuple[Claim, ...]]:
    found: dict[int, tuple[Claim, ...]] = {}
    for area in listed().area:
        for number in (*area.adm1, *([area.geonames] if area.geonames else [])):
            found[number] = area.claims
    return found
