"""People known before reading: found by any spelling of their names."""

import re
from functools import cache, lru_cache

from dragoman.lexicon.forms import keys
from dragoman.lexicon.known import Known
from dragoman.lexicon.tables import table

# Latin spellings of one sound, joined; the order matters. Vowels stay apart (a, i, u) so that
# Hassan and Hossein, Sergei and Serge, stay different people.
_SOUNDS = tuple(
    (re.compile(pattern), joined)
    for pattern, joined in (
        (r"^(?:yev|yef|ev)", "iv"),
        (r"^ye", "i"),
        (r"tsch|tch|tj|ch", "c"),
        (r"sch|sh|š|ş", "x"),
        (r"zh|dzh|dj|dž|ž", "j"),
        (r"kh|gh|ck|q|ħ", "k"),
        (r"gu(?=[ei])", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"c(?=[aouklrt]|$)", "k"),
        (r"w", "v"),
        (r"oo|ou|ow(?=[^aeiou])|uo|o", "u"),
        (r"uv(?=[^aeiou])", "u"),
        (r"(?:iy|yi|ii|yy|ie|y|ey|ei|ij|j)$", "i"),
        (r"ee|ei|ey|iy|e|y", "i"),
        (r"ai(?=n$)", "i"),
        (r"(?<=[aiu])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)
# Given names whose spellings no rule of sound joins.
_SAME = {
    spelling: joined
    for joined, spellings in {
        "muhamad": "mohammad mohammed muhammad mohamed mohamad muhammed muhamed mohamud mahammad",
        "ahmad": "ahmad ahmed achmad",
        "dmitri": "dmitry dmitri dmitriy dimitry dimitri dmitrii dimitriy dmytro",
        "husin": "hossein hussein hosein husain husein hussain hossain housein",
        "hasan": "hassan hasan hassane",
        "aliksandr": "aleksandr alexander aleksander oleksandr alexandr",
        "alikxi": "aleksey aleksei alexei alexey oleksiy oleksii alexi",
        "yusif": "yousef youssef yusuf yousuf yusef joseph yussuf",
        "umar": "omar omer umar",
        "usman": "osman othman usman uthman",
        "andri": "andrei andrey andriy andrii",
        "isak": "eshaq eshagh ishaq eshaq ishak",
        "mikail": "mikhail michail mykhailo mikhael",
        "muamar": "muammar moammar muamar",
        "iliksi": "ilyas",
    }.items()
    for spelling in spellings.split()
}
_PARTICLES = frozenset({"al", "el", "ul", "ol", "as", "ash", "ad", "ar", "an", "az", "at"})

_OF_PERSON = "SELECT id, name, country, source FROM people WHERE id = ?"
_FULL = "SELECT DISTINCT person FROM person_keys WHERE key = ? AND kind = 'full' ORDER BY person"
_PART = "SELECT person, MAX(kind = 'last') FROM person_keys WHERE key = ? AND kind != 'full' GROUP BY person"


def name_parts(name: str) -> tuple[str, ...]:
    """Cut a name into its parts: accents, case and apostrophes gone, hyphens and particles (al-, el-) dropped."""
    bare = "".join(char for char in name if char not in "'’‘ʼʻˈ´`′")
    parts = tuple(key for key in keys(bare) if key.isalpha())
    return tuple(part for part in parts if part not in _PARTICLES) or parts


@lru_cache(maxsize=65536)
def part_key(part: str) -> str:
    """Give one part of a name by sound: Dehqan and Dehghan are one, Hossein and Hassan two."""
    if part in _SAME:
        return _SAME[part]
    for pattern, joined in _SOUNDS:
        part = pattern.sub(joined, part)
    return part


def name_key(name: str) -> str:
    """Give a name by sound, its parts in their order: one key for the spellings of one name."""
    return " ".join(part_key(part) for part in name_parts(name))


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


def _people(identities: list[str]) -> tuple[Known, ...]:
    found = (_cached(one) for one in identities)
    return tuple(known for known in found if known is not None)


@cache
def _cached(identity: str) -> Known | None:
    return person(identity)
