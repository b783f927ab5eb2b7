"""What tells which place a name means: short forms, words of kind and part, weights of reasons."""

import re
from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Short(Entry, frozen=True, kw_only=True):
    """Short forms of the provinces of a country, dots left out, each after its full name."""

    country: str
    forms: tuple[tuple[str, ...], ...]


class Kind(Entry, frozen=True, kw_only=True):
    """Words that say a place is of one class of precision."""

    precision: str
    words: tuple[str, ...]


class Part(Entry, frozen=True, kw_only=True):
    """Words before a name that name a part of the place."""

    words: tuple[str, ...]


class Residents(Entry, frozen=True, kw_only=True):
    """Names for residents, or for houses of power, each after the name and the country of their place."""

    forms: tuple[tuple[str, ...], ...]


class Manner(Entry, frozen=True, kw_only=True):
    """Words that the press of one country uses of what happens at home."""

    country: str
    words: tuple[str, ...]


class Weight(Entry, frozen=True, kw_only=True):
    """How much a reason weighs, in natural logarithms of odds, and why."""

    reason: str
    weight: float
    why: str


class _Placing(Listed, frozen=True, kw_only=True):
    short: tuple[Short, ...]
    kind: tuple[Kind, ...]
    part: tuple[Part, ...]
    people: tuple[Residents, ...]
    seat: tuple[Residents, ...]
    manner: tuple[Manner, ...]
    weight: tuple[Weight, ...]


@cache
def _listed() -> _Placing:
    return load("placing.toml", _Placing)


@cache
def shorts() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give (full name, country) of each province by its short forms, case kept, dots and blanks left out."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for short in _listed().short:
        for full, *forms in short.forms:
            for form in forms:
                found[form] = (*found.get(form, ()), (full, short.country))
    return found


@cache
def provinces() -> re.Pattern[str]:
    """Give a pattern of the full names of the provinces that have short forms."""
    full = {name for listed in shorts().values() for name, _ in listed}
    return re.compile(rf"\b(?:{'|'.join(sorted(full, key=lambda name: (-len(name), name)))})\b")


@cache
def residents() -> dict[str, tuple[str, str]]:
    """Give (name, country) of the place whose residents go by a name."""
    return {
        form: (place, country) for each in _listed().people for place, country, *forms in each.forms for form in forms
    }


@cache
def seats() -> dict[str, tuple[str, str]]:
    """Give (name, country) of the town in which a house or quarter of power stands."""
    return {form: (town, country) for each in _listed().seat for town, country, *forms in each.forms for form in forms}


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Give the classes of precision that each word of kind can mean."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in _listed().kind:
        for word in kind.words:
            found[word] = (*found.get(word, ()), kind.precision)
    return found


@cache
def parts() -> frozenset[str]:
    """Give the words that name a part of a place."""
    return frozenset(word for part in _listed().part for word in part.words)


def manners(text: str) -> dict[str, int]:
    """Give how many of the words that only the press of a country uses stand in a text, by country, where any do."""
    lower = text.lower()
    counted = ((country, sum(_stands(word, lower) for word in words)) for country, words in _manners())
    return {country: count for country, count in counted if count}


@cache
def _manners() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((each.country, tuple(word.lower() for word in each.words)) for each in _listed().manner)


def _stands(word: str, text: str) -> bool:
    """Tell whether words stand in a text as whole words; most do not stand in it at all."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@cache
def weights() -> dict[str, float]:
    """Give the weight of each reason."""
    return {each.reason: each.weight for each in _listed().weight}
