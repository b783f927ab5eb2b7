"""When the name of a capital means its government: the words it hangs on."""

from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Sign(Entry, frozen=True, kw_only=True):
    """Words that tell a government from a place, by the way the capital hangs on them."""

    role: str
    words: tuple[str, ...]


class _Signs(Listed, frozen=True, kw_only=True):
    sign: tuple[Sign, ...]


@cache
def signs() -> tuple[Sign, ...]:
    """Give all signs as they stand in the list."""
    return load("metonyms.toml", _Signs).sign


@cache
def words_of(role: str) -> frozenset[str]:
    """Give the words of one role: `between`, `side`, `patient`, `tie`, `tie-preposition`, `minded`, `player`, `house`, `ground` or `lies`."""
    return frozenset(word for sign in signs() if sign.role == role for word in sign.words)
