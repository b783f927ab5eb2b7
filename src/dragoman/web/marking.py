"""Cutting a text at the edges of marks that may overlap."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct


class Stretch(Struct, frozen=True, kw_only=True):
    """A stretch of text that a field of a fact rests on.

    Args:
        layer: statements, events, offices, places or days.
        field: speaker, cue, words, actor, act, recipient, place, day, office, standing.
        row: Id of the fact, if it is one.
        start: First code point.
        end: End, exclusive.
    """

    layer: str
    field: str
    row: str | None
    start: int
    end: int


class Piece(Struct, frozen=True, kw_only=True):
    """Words that the same marks lie on.

    Args:
        text: The words.
        fields: Fields marked, the narrowest last; it gives the colour.
        row: Fact that the words lead to, if they are its cue or act.
        here: Whether they belong to the fact that the page was opened on.
    """

    text: str
    fields: tuple[str, ...] = ()
    row: str | None = None
    here: bool = False


_LEADS = frozenset({"cue", "act", "office", "standing"})


def cut(text: str, start: int, marks: Sequence[Stretch], here: str | None = None) -> list[Piece]:
    """Cut a text into pieces that the same marks lie on.

    Args:
        text: The words.
        start: Where they begin in the count of the marks.
        marks: Marks, in any order; what lies outside the text is left out.
        here: Id of the fact whose marks are to stand out.
    """
    end = start + len(text)
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    edges = sorted({start, end, *(min(max(edge, start), end) for mark in inside for edge in (mark.start, mark.end))})
    return [
        _piece(
            text[low - start : high - start], [mark for mark in inside if mark.start <= low and mark.end >= high], here
        )
        for low, high in pairwise(edges)
    ]


def _piece(text: str, over: Iterable[Stretch], here: str | None) -> Piece:
    wide_first = sorted(over, key=lambda mark: (mark.start - mark.end, mark.field))
    leads = [mark.row for mark in wide_first if mark.field in _LEADS and mark.row]
    return Piece(
        text=text,
        fields=tuple(dict.fromkeys(mark.field for mark in wide_first)),
        row=leads[-1] if leads else None,
        here=here is not None and any(mark.row == here for mark in wide_first),
    )
