"""What news pages and tables of articles call their parts."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load, prove

_TURN = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")


class Furniture(Entry, frozen=True, kw_only=True):
    """Words of class names and ids around what is no body of an article."""

    kind: str
    words: tuple[str, ...]


class Column(Entry, frozen=True, kw_only=True):
    """Names that rows of articles give one of our fields, the surest first."""

    name: str
    keys: tuple[str, ...]


class PageList(Listed, frozen=True, kw_only=True):
    """What `pages.toml` holds."""

    furniture: tuple[Furniture, ...]
    column: tuple[Column, ...]


@cache
def listed() -> PageList:
    """Open the list of parts of pages."""
    return load("pages.toml", PageList)


@cache
def is_furniture(names: str) -> bool:
    """Tell whether class names or an id stand for what is no body of an article."""
    return _furniture().search(pieces(names)) is not None


def pieces(names: str) -> str:
    """Cut names into lower-case pieces joined by hyphens: `adBox_Ad top` gives `ad-box-ad-top`."""
    return _TURN.sub("-", names).lower().strip("-")


def column_of(key: str) -> tuple[str, int] | None:
    """Give the field a key of a row stands for, and how far down its list the key is."""
    return _columns().get(_plain(key))


def names_of_fields() -> tuple[str, ...]:
    """Give our names of the fields a row can have."""
    return tuple(column.name for column in listed().column)


@cache
def _columns() -> dict[str, tuple[str, int]]:
    return {_plain(key): (column.name, rank) for column in listed().column for rank, key in enumerate(column.keys)}


def _plain(key: str) -> str:
    return pieces(key).replace("-", "")


@cache
def _furniture() -> re.Pattern[str]:
    return _pattern(tuple(word for entry in listed().furniture for word in entry.words))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    plain = "|".join(re.escape(word).replace(r"\*", "[a-z0-9]*") for word in words)
    return re.compile(f"(?:^|-)(?:{plain})(?:$|-)")


def faults() -> Iterator[str]:
    """Tell each entry that misses an example or is seen where it must never be."""
    yield from prove(listed().furniture, lambda entry, names: _pattern(entry.words).search(pieces(names)) is not None)
    yield from prove(listed().column, lambda entry, key: (column_of(key) or ("", 0))[0] == entry.name)
