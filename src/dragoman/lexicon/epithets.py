"""Words about an office that are no part of its name, and words that point without naming: deputy, senior, counterpart."""

from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Epithet(Entry, frozen=True, kw_only=True):
    """Words of one role beside an office or a name; the list says what the roles are."""

    role: str
    words: tuple[str, ...]


class _Epithets(Listed, frozen=True, kw_only=True):
    epithet: tuple[Epithet, ...]


@cache
def listed() -> tuple[Epithet, ...]:
    """Give the list as it stands."""
    return load("epithets.toml", _Epithets).epithet


@cache
def words_of(*roles: str) -> frozenset[str]:
    """Give the words of some roles, in small letters."""
    return frozenset(word for epithet in listed() if epithet.role in roles for word in epithet.words)
