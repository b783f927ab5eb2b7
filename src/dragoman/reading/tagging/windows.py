"""A report's lines cut into words, words into pieces, and pieces packed into windows for the tagger."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from dragoman.reading.tagging.pieces import Pieces

WIDEST = 256  # pieces of a window, its marks included
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_ENDS = frozenset('.!?”"')
LOWER, TITLE, UPPER, LETTER, MIXED = range(5)
SHAPES = 5


class Word(Struct, frozen=True):
    """A word, where it stands in the report, and its pieces in the vocabulary, once spelled."""

    text: str
    start: int
    end: int
    pieces: tuple[int, ...] = ()


class Window(Struct, frozen=True):
    """Whole lines, or the part of a long one, as the network takes them.

    Args:
        words: In the order of the text.
        pieces: Numbers in the vocabulary, marks at both ends and between lines.
        shapes: How each piece's word is written (`LOWER` to `MIXED`).
        firsts: Place in `pieces` of the first piece of each word.
    """

    words: tuple[Word, ...]
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]


def words_of(line: str, offset: int) -> list[Word]:
    """Cut a line that stands at `offset` into words and single marks."""
    return [Word(found.group(), offset + found.start(), offset + found.end()) for found in _WORD.finditer(line)]


@lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """Tell how a word is written."""
    if not word[0].isupper():
        return LOWER if word.islower() or not any(letter.isupper() for letter in word) else MIXED
    if len(word) == 1:
        return LETTER
    if word.isupper():
        return UPPER
    return TITLE if word[1:].islower() else MIXED


def windows_of(lines: Sequence[Sequence[Word]], vocabulary: Pieces) -> Iterator[Window]:
    """Pack lines into windows, as many whole lines each as fit."""
    marks = vocabulary.opening, vocabulary.closing
    held: list[list[Word]] = []
    size = 1
    for line in lines:
        for part in _parts([Word(word.text, word.start, word.end, vocabulary.spell(word.text)) for word in line]):
            length = 1 + sum(len(word.pieces) for word in part)
            if held and size + length > WIDEST:
                yield _window(held, marks)
                held, size = [], 1
            held.append(part)
            size += length
    if held:
        yield _window(held, marks)


def _parts(line: list[Word]) -> Iterator[list[Word]]:
    """Cut a line that is wider than a window, at the end of a sentence where there is one."""
    while sum(len(word.pieces) for word in line) > WIDEST - 2:
        cut = _cut(line)
        yield line[:cut]
        line = line[cut:]
    if line:
        yield line


def _cut(line: list[Word]) -> int:
    size, last, place = 0, 0, 0
    for place, word in enumerate(line):
        size += len(word.pieces)
        if size > WIDEST - 2:
            break
        if word.text in _ENDS and place + 1 < len(line) and line[place + 1].text not in _ENDS:
            last = place + 1
    return last or max(1, place)


def _window(lines: list[list[Word]], marks: tuple[int, int]) -> Window:
    opening, closing = marks
    words: list[Word] = []
    pieces, shapes, firsts = [opening], [LOWER], []
    for line in lines:
        for word in line:
            firsts.append(len(pieces))
            pieces.extend(word.pieces)
            shapes.extend([shape_of(word.text)] * len(word.pieces))
            words.append(word)
        pieces.append(closing)
        shapes.append(LOWER)
    return Window(tuple(words), tuple(pieces), tuple(shapes), tuple(firsts))
