"""Spellings of one name: keys by sound, families of given names, slips of the pen, and whether two names can be one person's.

`name_key` is strict: equal keys are one name. `alike` is what may be said of two names beside each
other: every part of the shorter has a part of the longer, the family name among them.
"""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from dragoman.lexicon.forms import keys
from dragoman.lexicon.given_names import is_given_name
from dragoman.lexicon.toml_lists import rows_of

# Latin spellings of one sound, joined; the order matters. Vowels stay apart (a, i, u) so that
# Hassan and Hossein, Sergei and Serge, stay different people.
_SOUNDS = tuple(
    (re.compile(pattern), joined)
    for pattern, joined in (
        (r"^abd(?:[eou]l|al(?=[^l]))(?=..)", "abdul"),
        (r"^(?:yev|yef|jev|iev|ev)", "iv"),
        (r"^(?:ye|je(?=[kl]))", "i"),
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
# What is heard differently and still written for one family name: Gaddafi and Kadhafi, Putin and Poutine.
_LOOSER = tuple(
    (re.compile(pattern), joined)
    for pattern, joined in (
        (r"[gkh]", "k"),
        (r"^(?:dj|j|y)(?=[aeiou])", "j"),
        (r"(?<=[nv])i$", ""),
        (r"[vf]$", "f"),
        (r"ik$", "a"),
        (r"ia", "ja"),
        (r"z", "s"),
        (r"ai", "i"),
    )
)
_PARTICLES = frozenset(
    {"al", "el", "ul", "ol", "as", "ash", "ad", "ar", "an", "az", "at", "de", "da", "di", "von", "van", "der", "den"}
)
_LINKS = frozenset({"bin", "ibn", "ben", "bint", "abu", "bu"})
_SERVANT = frozenset({"abd", "abdel", "abdul", "abdol", "abdal", "abdoul"})  # 'servant of': one name with the next
_TITLES = frozenset(
    {"ayatollah", "sheikh", "shaikh", "sheik", "sayyid", "seyed", "seyyed", "syed", "sayed", "haji", "hajj", "mullah"}
)
_PREFIXED = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")
_APOSTROPHES = frozenset("'’‘ʼʻˈ´`′")
_VOWELS = re.compile(r"[aiuj]")
_TYPO = 6  # letters from which one wrong letter is a slip
_SKELETON = 4  # consonants from which they tell a family name
_HIDDEN = 3  # letters of a part too short to be anything but itself


def name_parts(name: str) -> tuple[str, ...]:
    """Cut a name into its parts: accents, case and apostrophes gone, hyphens and particles (al-, el-) dropped."""
    bare = _PREFIXED.sub(r"\1 ", "".join(char for char in name if char not in _APOSTROPHES))
    parts = tuple(key for key in keys(bare) if key.isalpha())
    return _servants_joined(tuple(part for part in parts if part not in _PARTICLES) or parts)


def _servants_joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Write 'Abdel Fattah', 'Abd al-Fattah' as one part."""
    found: list[str] = []
    for part in parts:
        if found and found[-1] in _SERVANT:
            found[-1] = f"abdul{part}"
        else:
            found.append(part)
    return tuple(found)


@cache
def _families() -> dict[str, frozenset[str]]:
    """Give the families of a given name: the joined forms under which its spellings are listed."""
    found: dict[str, set[str]] = {}
    for row in rows_of("name_families.tsv"):
        for spelling in row["spellings"].split():
            found.setdefault(spelling, set()).add(row["family"])
    return {spelling: frozenset(families) for spelling, families in found.items()}


@cache
def _one_family() -> dict[str, str]:
    """Give the key of the spellings that no rule of sound joins though they are always one name."""
    return {
        spelling: row["family"]
        for row in rows_of("name_families.tsv")
        if row["kind"] == "same"
        for spelling in row["spellings"].split()
    }


@lru_cache(maxsize=65536)
def part_key(part: str) -> str:
    """Give one part of a name by sound: Dehqan and Dehghan are one, Hossein and Hassan two."""
    family = _one_family().get(part)
    if family is not None:
        return family
    for pattern, joined in _SOUNDS:
        part = pattern.sub(joined, part)
    return part


def name_key(name: str) -> str:
    """Give a name by sound, its parts in their order: one key for the spellings of one name."""
    return " ".join(part_key(part) for part in name_parts(name))


@lru_cache(maxsize=65536)
def looser_key(part: str) -> str:
    """Give one part by a coarser ear: what family names are compared by where all else agrees."""
    key = part_key(part)
    for pattern, joined in _LOOSER:
        key = pattern.sub(joined, key)
    return re.sub(r"(.)\1+", r"\1", key)


def alike(one: str, other: str) -> bool:
    """Tell whether two names can be one person's, by the names alone.

    Who they are is more than their names: two brothers may both be "A. Lavrov", and this says no
    more than that the spelling does not forbid it.
    """
    left, right = _cut(one), _cut(other)
    short, long = sorted((left, right), key=_fullness)
    if not short or not long or _initials_differ(left, right):
        return False
    if len(short) == 1:
        return is_same_part(short[0], long[-1], last=True) or (len(long) > 1 and _begins_east_asian(short[0], long))
    if _is_dynastic(one) or _is_dynastic(other):
        if not is_same_part(left[0], right[0]):
            return False
        if all(part_key(mine) == part_key(theirs) for mine, theirs in zip(short, long, strict=False)):
            return True
    return _aligned(short, long) or _turned(short, long) or _joined_alike(short, long) or _goes_on(short, long)


def _fullness(parts: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    return len([part for part in parts if len(part) > 1]), len(parts), parts


def _cut(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in name_parts(name) if part not in _LINKS and part not in {"jr", "sr", "ii", "iii"})
    return tuple(part for part in parts if part not in _TITLES) or parts


def _is_dynastic(name: str) -> bool:
    """Tell a name that goes on with father and house, which brothers share: 'Mishal Al-Ahmad Al-Sabah', 'Khalid bin Salman'."""
    return bool({"al", "bin", "ibn", "bint"} & set(keys(name)[1:]))


def _initials_differ(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell names whose initials differ: George W. and George H. W. Bush."""
    ours, theirs = ([part for part in parts if len(part) == 1] for parts in (left, right))
    return bool(ours and theirs) and ours != theirs


def _begins_east_asian(part: str, long: tuple[str, ...]) -> bool:
    """Tell whether a name of three or two short parts is called by its first: 'Xi' for Xi Jinping."""
    return part == long[0] and len(part) <= _HIDDEN


def _goes_on(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the longer name is the shorter and another family name after it: 'Bruno Rodríguez Parrilla'."""
    heads = [part_key(part) for part in long[: len(short)]]
    return heads == [part_key(part) for part in short] and len(short[-1]) > _HIDDEN and not is_given_name(short[-1])


def _turned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether two names are one with the family name first here and last there: 'Abe Shinzo'."""
    ours, theirs = (tuple(part_key(part) for part in parts) for parts in (short, long))
    return ours in {(*theirs[1:], theirs[0]), (theirs[-1], *theirs[:-1])}


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the family names are one and every other part of the shorter has its own in the longer.

    Where the family names are one by a coarse ear only, or by a slip, the given names must be one by sound.
    """
    if not is_same_part(short[-1], long[-1], last=True):
        return False
    is_sure = part_key(short[-1]) == part_key(long[-1])
    left = list(long[:-1])
    heard = 0
    for part in sorted(short[:-1], key=lambda each: -len(each)):
        found = next((each for each in left if part_key(each) == part_key(part)), None)
        heard += found is not None
        if found is None and is_sure:
            found = next((each for each in left if is_same_part(part, each)), None)
        if found is not None:
            left.remove(found)
        elif len(part) > 1 or not heard:
            return False
    return True


def _joined_alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether two names differ in what they write as one word: 'Amir Abdollahian', 'Amirabdollahian'."""
    ours, theirs = ("".join(part_key(part) for part in parts) for parts in (short, long))
    return ours == theirs and short[0][0] == long[0][0]


@lru_cache(maxsize=65536)
def is_same_part(one: str, other: str, *, last: bool = False) -> bool:
    """Tell whether two parts are one name: by sound, by family of given names, by a slip; a family name by a coarser ear too."""
    if part_key(one) == part_key(other):
        return True
    if min(len(one), len(other)) == 1:
        return not last and one[0] == other[0]
    if not last and are_of_one_family(one, other):
        return True
    if min(len(one), len(other)) <= _HIDDEN:
        return False
    if last:
        return looser_key(one) == looser_key(other) or _skeleton(one) == _skeleton(other) or is_slip(one, other)
    families = _families()
    return not (one in families and other in families) and is_slip(one, other)


def are_of_one_family(one: str, other: str) -> bool:
    """Tell whether two given names are spellings of one, or one is what bearers of the other are called: 'Bob' of Robert."""
    families = _families()
    return not families.get(one, frozenset()).isdisjoint(families.get(other, frozenset()))


def _skeleton(part: str) -> str:
    """Give the consonants of a part long enough that they tell it, else the part itself."""
    bare = _VOWELS.sub("", looser_key(part))
    return bare if len(bare) >= _SKELETON else part


def is_slip(one: str, other: str) -> bool:
    """Tell whether two long words differ by one letter wrong, missing, added or swapped, and not by an ending."""
    return (
        min(len(one), len(other)) >= _TYPO
        and one[0] == other[0]
        and OSA.distance(one, other, score_cutoff=1) == 1
        and not one.startswith(other)
        and not other.startswith(one)
    )
