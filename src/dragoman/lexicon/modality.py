"""Words that tell how an act stands: planned, wished for, doubted, denied."""

from functools import cache

from dragoman.errors import LexiconError
from dragoman.lexicon.toml_lists import Listed, load


class _Words(Listed, frozen=True, kw_only=True):
    name: str
    words: tuple[str, ...]


class _Lists(Listed, frozen=True, kw_only=True):
    source: str
    list: tuple[_Words, ...]


@cache
def words(name: str) -> frozenset[str]:
    """Give the list called NAME.

    Raises:
        LexiconError: No such list.
    """
    for listed in load("modality.toml", _Lists).list:
        if listed.name == name:
            return frozenset(listed.words)
    raise LexiconError(f"modality.toml has no list {name!r}; add it or mend the name")
