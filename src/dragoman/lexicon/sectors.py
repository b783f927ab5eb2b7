"""What sort of actor a noun shows, in PLOVER's sectors."""

from functools import cache

from dragoman.lexicon.toml_lists import Listed, load


class _Sector(Listed, frozen=True, kw_only=True):
    code: str
    before: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class _Sectors(Listed, frozen=True, kw_only=True):
    source: str
    sector: tuple[_Sector, ...]


@cache
def sectors_by_noun() -> dict[str, str]:
    """Give the sector that each noun, or pair of words, shows."""
    return {noun: each.code for each in load("sectors.toml", _Sectors).sector for noun in each.nouns}


@cache
def sectors_by_word_before() -> dict[str, str]:
    """Give the sector that each word before a noun decides, whatever the noun."""
    return {word: each.code for each in load("sectors.toml", _Sectors).sector for word in each.before}
