"""What is known of a thing before any report is read."""

from msgspec import Struct

from dragoman.records import Claim


class Known(Struct, frozen=True, kw_only=True):
    """A thing the lexicon knows: a state, people, body, office, person or place.

    Args:
        id: Wikidata id such as `Q794`; `geonames:112931` for places without one; else
            `dragoman:KIND/NAME`.
        kind: `state` `people` `body` `office` `person` `place`, as in `entities.kind`.
        name: The name it goes by here.
        country: ISO 3166 alpha-3 code; `XKX` for Kosovo, former codes for former states.
        sector: PLOVER sector, such as `GOV` `MIL` `LEG` `REB` `IGO`.
        precision: For states and places: `country` `region` `adm1` `adm2` `city`.
        lat: Degrees north; None for whole countries and regions, which are no points.
        lon: Degrees east, likewise.
        claims: For contested areas: who holds and who claims them.
        source: Where this is known from.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    claims: tuple[Claim, ...] = ()
    source: str


def slug(name: str) -> str:
    """Give a name as the tail of an id: lower case, words joined by hyphens."""
    return "-".join("".join(char if char.isalnum() else " " for char in name.casefold()).split())
