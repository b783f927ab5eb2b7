"""Written forms of names: what they are cut into, how strictly their case counts, what they can mean."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from dragoman.lexicon.known import Known
from dragoman.lexicon.toml_lists import Entry

Sort = str
Case = Literal["exact", "initials", "any"]

# An abbreviation with dots (U.S., D.C.), a run of letters and digits, or any other mark; hyphens
# and spaces only part. A form and a text are cut alike, so that tokenisers do not matter.
_PIECE = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])|[^\W_]+|[^\w\s\-‐‑–—]|_")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻˈ´`′", "'"))
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ə": "a", "Ə": "A"})


class Piece(NamedTuple):
    """A piece of a text: its key (no accent, no case), its letters without accent, and where it stands."""

    key: str
    plain: str
    start: int
    end: int


class Sense(NamedTuple):
    """One thing that words can mean, and how they mean it.

    `sort` is `name` `alias` `acronym` `demonym` (adjective) `people` (its people) `capital`
    `metonym` `generic` `plural`; `sector` is set where the words mean one branch of a state.
    """

    known: Known
    sort: Sort
    sector: str | None = None


class Form(NamedTuple):
    """Words as listed, one meaning, and how case counts.

    `exact`: as written. `initials`: where the list has a capital the text has one.
    `any`: capitals do not matter.
    """

    words: str
    sense: Sense
    case: Case = "initials"


class Risk(Entry, frozen=True, kw_only=True):
    """Words that are also something else: what, and the company in which they are not this name.

    `#` in `not_after` stands for any figure. `not_in_capitals` rules out text set in capitals.
    """

    words: str
    also: str
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_in_capitals: bool = False


@lru_cache(maxsize=65536)
def _plain(piece: str) -> tuple[str, str]:
    bare = piece
    if not piece.isascii():
        parted = unicodedata.normalize("NFKD", piece.translate(_APOSTROPHES).translate(_LETTERS))
        bare = "".join(char for char in parted if not unicodedata.combining(char)) or piece
    bare = bare.replace(".", "") if len(bare) > 1 else bare
    return bare.casefold(), bare


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text into pieces with their code points, as names are cut."""
    for found in _PIECE.finditer(text):
        key, plain = _plain(found.group())
        yield Piece(key, plain, found.start(), found.end())


@lru_cache(maxsize=65536)
def keys(words: str) -> tuple[str, ...]:
    """Give the keys of a form: two forms with the same keys are the same words."""
    return tuple(piece.key for piece in pieces(words))


def plains(words: str) -> tuple[str, ...]:
    """Give the pieces of a form without accents, their case kept."""
    return tuple(piece.plain for piece in pieces(words))


def case_allows(case: Case, listed: tuple[str, ...], seen: tuple[str, ...]) -> bool:
    """Tell whether words as seen have the capitals that the listed form asks for."""
    if case == "any":
        return True
    if case == "exact":
        return listed == seen
    return all(not wanted[0].isupper() or word[0].isupper() for wanted, word in zip(listed, seen, strict=True))
