"""A sentence as the event model reads it: pieces of words with marks around who acts and who is acted upon, and before the word that tells it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from dragoman.lexicon.plover import kinds
from dragoman.reading.tagging import Pieces
from dragoman.reading.tagging.windows import LOWER, shape_of, words_of

NONE = "NONE"
# Two sorts of SANCTION stand apart, as some sets count them elsewhere: embargoes under COERCE, convictions under ACCUSE.
PARTED = {"EMBARGO": "SANCTION", "CONVICT": "SANCTION"}
LABELS = (*sorted(kinds()), *PARTED, NONE)
SPAN_MARKS = ("O", "B-S", "I-S", "B-T", "I-T", "B-R", "I-R")
CLASSES = ("statement", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
# Pieces of BERT's vocabulary that stand for nothing there, [unused0] upwards, are the marks.
_FIRST_MARK = 1
_CLS, _SEP = 101, 102
_MARKS = {"s": (_FIRST_MARK, _FIRST_MARK + 1), "t": (_FIRST_MARK + 2, _FIRST_MARK + 3)}
_TRIGGER = _FIRST_MARK + 4
LONGEST = 160


class Piece(NamedTuple):
    """A piece of a word: its number in the vocabulary, where its word stands, and how that is written."""

    number: int
    start: int
    end: int
    shape: int


class Marked(Struct, frozen=True):
    """Pieces of one sentence.

    Attributes:
        pieces: Ids of pieces, marks among them.
        shapes: How the word of each piece is written.
        starts: Where each piece starts in the sentence; -1 for marks and for the ends.
        marks: Where the first mark of source, target and trigger stands; 0 where there is none.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    starts: tuple[int, ...]
    marks: tuple[int, int, int]


def spelled(text: str, vocabulary: Pieces) -> list[Piece]:
    """Cut a sentence into pieces."""
    return [
        Piece(number, word.start, word.end, shape_of(word.text))
        for word in words_of(text, 0)
        for number in vocabulary.spell(word.text)
    ]


def marked(
    pieces: Sequence[Piece], sides: Mapping[str, Sequence[tuple[int, int]]], trigger: int | None = None
) -> Marked:
    """Set marks into a sentence.

    Args:
        pieces: Pieces of the sentence, in order.
        sides: Spans of the source under `s` and of the target under `t`.
        trigger: Where the word starts that tells the act.
    """
    before: dict[int, list[tuple[int, str]]] = {}
    after: dict[int, list[int]] = {}
    for side, spans in sides.items():
        for start, end in spans:
            inside = [i for i, piece in enumerate(pieces) if piece.start < end and start < piece.end]
            if inside:
                before.setdefault(inside[0], []).append((_MARKS[side][0], side))
                after.setdefault(inside[-1], []).append(_MARKS[side][1])
    if trigger is not None:
        at = next((i for i, piece in enumerate(pieces) if piece.start <= trigger < piece.end), None)
        if at is not None:
            before.setdefault(at, []).append((_TRIGGER, "v"))
    found, places = [_CLS_PIECE], dict.fromkeys("stv", 0)
    for i, piece in enumerate(pieces):
        for mark, side in before.get(i, ()):
            places[side] = places[side] or len(found)
            found.append(_unplaced(mark))
        found.append(piece)
        found.extend(_unplaced(mark) for mark in after.get(i, ()))
    found = [*found[: LONGEST - 1], _unplaced(_SEP)]
    places = {side: place if place < LONGEST - 1 else 0 for side, place in places.items()}
    numbers, starts, _, shapes = zip(*found, strict=True)
    return Marked(numbers, shapes, starts, (places["s"], places["t"], places["v"]))


def _unplaced(number: int) -> Piece:
    return Piece(number, -1, -1, LOWER)


_CLS_PIECE = _unplaced(_CLS)
