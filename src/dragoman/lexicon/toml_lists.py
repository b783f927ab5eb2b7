"""Word lists in TOML: opened, decoded into structs, proved by their own examples."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from typing import TypeVar

import msgspec

from dragoman.errors import LexiconError


class Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a word list; a key it does not declare is a fault."""


class Entry(Listed, frozen=True, kw_only=True):
    """An entry that states its source and proves itself.

    `examples` are sentences in which it must be seen, `never` sentences in which it must not.
    """

    source: str
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


_List = TypeVar("_List")
_Entry = TypeVar("_Entry", bound=Entry)


def load(name: str, into: type[_List]) -> _List:
    """Decode the packaged word list NAME, such as `states.toml`.

    Raises:
        LexiconError: The file is missing, is not TOML, or has keys or types not declared.
    """
    listed = files("dragoman.lexicon").joinpath(name)
    try:
        return msgspec.toml.decode(listed.read_bytes(), type=into)
    except OSError as error:
        raise LexiconError(f"lexicon/{name}: cannot be opened ({error}); install dragoman again") from error
    except msgspec.DecodeError as error:
        raise LexiconError(f"lexicon/{name}: {error}; mend that entry and run `dragoman check`") from error


def prove(entries: Iterable[_Entry], sees: Callable[[_Entry, str], bool]) -> Iterator[str]:
    """Tell each fault of entries that miss an example or are seen where they must never be."""
    for entry in entries:
        for sentence in entry.examples:
            if not sees(entry, sentence):
                yield f"not seen in its example: {sentence!r} ({entry!r:.80})"
        for sentence in entry.never:
            if sees(entry, sentence):
                yield f"seen where it must never be: {sentence!r} ({entry!r:.80})"


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the packaged table NAME (tab-separated, `#` for remarks, plain or .gz) by column.

    Raises:
        LexiconError: The file is missing or a row has not as many cells as the head.
    """
    listed = files("dragoman.lexicon").joinpath(name)
    try:
        raw = listed.read_bytes()
    except OSError as error:
        raise LexiconError(f"lexicon/{name}: cannot be opened ({error}); install dragoman again") from error
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode()
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError(f"lexicon/{name}: row {number} has {len(cells)} cells, not {len(columns)}: {line!r:.80}")
        yield dict(zip(columns, cells, strict=True))
