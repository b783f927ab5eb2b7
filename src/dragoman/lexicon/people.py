"""People known before reading: found by any spelling of their names."""

from functools import cache, lru_cache

from dragoman.lexicon.known import Known
from dragoman.lexicon.spellings import alike, is_same_part, name_key, name_parts, part_key
from dragoman.lexicon.tables import table

__all__ = ["alike", "bears", "is_known", "name_key", "name_parts", "named", "part_key", "person"]

# Where everybody's last name is the family's, and not left out.
_FAMILY_LAST = frozenset(
    {
        "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CZE", "DEU", "DNK", "EST", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "IRL",
        "ITA", "LTU", "LUX", "LVA", "NLD", "NOR", "NZL", "POL", "RUS", "SRB", "SVK", "SVN", "SWE", "UKR", "USA",
    }
)  # fmt: skip
_OF_PERSON = "SELECT id, name, country, source FROM people WHERE id = ?"
_FULL = "SELECT DISTINCT person FROM person_keys WHERE key = ? AND kind = 'full' ORDER BY person"
_PART = "SELECT person, MAX(kind = 'last') FROM person_keys WHERE key = ? AND kind != 'full' GROUP BY person"


def person(identity: str) -> Known | None:
    """Give a person by Wikidata id or by their id here."""
    row: tuple[str, str, str | None, str] | None = (
        table("officeholders.sqlite").execute(_OF_PERSON, (identity,)).fetchone()
    )
    if row is None:
        return None
    found, name, country, source = row
    wikidata = found if found.startswith("Q") else None
    return Known(id=found, kind="person", name=name, country=country, wikidata=wikidata, source=source)


@lru_cache(maxsize=8192)
def named(name: str) -> tuple[Known, ...]:
    """Give the people a name can mean, the nearest first.

    A whole name gives those of that name by sound and, failing that, those who have all its parts
    ("Javad Zarif"). One part gives those who have it, as a last name first. All are candidates:
    the same name may be borne by two.
    """
    parts = tuple(part_key(part) for part in name_parts(name))
    if not parts:
        return ()
    rows = table("officeholders.sqlite")
    if len(parts) > 1:
        full = [one for (one,) in rows.execute(_FULL, (" ".join(parts),))]
        if full:
            return _people(full)
    held = [dict(rows.execute(_PART, (part,)).fetchall()) for part in parts]
    common = [one for one in held[0] if all(one in others for others in held[1:])]
    return _people(sorted(common, key=lambda one: (-held[-1][one], one)))


def bears(known: Known, name: str) -> bool:
    """Tell whether a known person goes by a full name; "Nayib Bukele Ortez" and the like by all their parts."""
    ours, theirs = set(name_key(name).split()), set(name_key(known.name).split())
    return alike(known.name, name) and len(ours & theirs) > 1 and _has_family_name(known, name)


def _has_family_name(known: Known, name: str) -> bool:
    """Tell whether a name has the family name of a known person, where none leaves it out: 'Mei Ling' is no Chen Mei-ling."""
    parts = name_parts(known.name)
    is_first = known.country == "CHN" or "-" in known.name.rpartition(" ")[2]
    family = parts[0] if is_first else parts[-1] if known.country in _FAMILY_LAST else None
    return family is None or any(is_same_part(family, said, last=True) for said in name_parts(name))


def is_known(name: str) -> bool:
    """Tell whether somebody known goes by a full name."""
    return any(bears(known, name) for known in named(name))


def _people(identities: list[str]) -> tuple[Known, ...]:
    found = (_cached(one) for one in identities)
    return tuple(known for known in found if known is not None)


@cache
def _cached(identity: str) -> Known | None:
    return person(identity)
