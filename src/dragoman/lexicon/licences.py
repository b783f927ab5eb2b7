"""Licences that news pages state."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load, prove

_VERSION = re.compile(r"\b(\d\.\d)\b")


class Licence(Entry, frozen=True, kw_only=True):
    """A licence and the words that state it; a `versioned` one is named with its version, if told."""

    name: str
    pattern: str
    versioned: bool


class LicenceList(Listed, frozen=True, kw_only=True):
    """What `licences.toml` holds, most particular first."""

    source: str
    licence: tuple[Licence, ...]


@cache
def listed() -> tuple[tuple[Licence, re.Pattern[str]], ...]:
    """Open the list of licences, each with its pattern compiled."""
    return tuple(
        (entry, re.compile(entry.pattern, re.IGNORECASE)) for entry in load("licences.toml", LicenceList).licence
    )


def licence_in(line: str) -> str | None:
    """Name the licence a line states, such as `CC BY 4.0`."""
    for entry, pattern in listed():
        if pattern.search(line):
            version = _VERSION.search(line) if entry.versioned else None
            return f"{entry.name} {version[1]}" if version else entry.name
    return None


def faults() -> Iterator[str]:
    """Tell each licence that misses an example or is seen where it must never be."""
    patterns = dict(listed())
    yield from prove(patterns, lambda entry, line: patterns[entry].search(line) is not None)
