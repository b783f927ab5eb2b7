"""A sentence as the event model reads it: pieces of words with marks before and after who acts, who is acted upon, and the trigger."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from dragoman.lexicon.plover import kinds

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
_TRIGGERS = {label: _FIRST_MARK + 4 + number for number, label in enumerate(LABELS)}
LONGEST = 160


class Marked(Struct, frozen=True):
    """Pieces of one sentence.

    Attributes:
        pieces: Ids of pieces, marks among them.
        starts: Where each piece starts in the sentence; -1 for marks and for the ends.
        marks: Where the first mark of source, target and trigger stands; 0 where there is none.
    """

    pieces: tuple[int, ...]
    starts: tuple[int, ...]
    marks: tuple[int, int, int]


def marked(
    pieces: Sequence[tuple[int, int, int]],
    sides: Mapping[str, Sequence[tuple[int, int]]],
    trigger: tuple[int, str] | None = None,
) -> Marked:
    """Set marks into a sentence.

    Args:
        pieces: (id, start, end) of each piece of the sentence, in order.
        sides: Spans of the source under `s` and of the target under `t`.
        trigger: Where the rules' trigger starts, and the type they give it.
    """
    before: dict[int, list[tuple[int, str]]] = {}
    after: dict[int, list[int]] = {}
    for side, spans in sides.items():
        for start, end in spans:
            inside = [i for i, (_, first, last) in enumerate(pieces) if first < end and start < last]
            if inside:
                before.setdefault(inside[0], []).append((_MARKS[side][0], side))
                after.setdefault(inside[-1], []).append(_MARKS[side][1])
    if trigger is not None:
        at = next((i for i, (_, first, last) in enumerate(pieces) if first <= trigger[0] < last), None)
        if at is not None:
            before.setdefault(at, []).append((_TRIGGERS[trigger[1]], "v"))
    found, starts, places = [_CLS], [-1], dict.fromkeys("stv", 0)
    for i, (piece, start, _) in enumerate(pieces):
        for mark, side in before.get(i, ()):
            places[side] = places[side] or len(found)
            found.append(mark)
            starts.append(-1)
        found.append(piece)
        starts.append(start)
        closing = after.get(i, ())
        found.extend(closing)
        starts.extend(-1 for _ in closing)
    found, starts = found[: LONGEST - 1], starts[: LONGEST - 1]
    places = {side: place if place < LONGEST - 1 else 0 for side, place in places.items()}
    return Marked((*found, _SEP), (*starts, -1), (places["s"], places["t"], places["v"]))
