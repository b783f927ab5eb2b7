"""Spans and class of a sentence by the event network: the best run of marks over its words, one doer and one done-to."""

from collections.abc import Sequence

import numpy as np

from dragoman.reading.events.model_input import SPAN_MARKS
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.syntax import Token

Place = tuple[int, int]
Mark = tuple[int, int, str]
_SURE = 0.9  # what a second done-to needs
_NEVER = -1e9
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "case"})
_FARTHEST, _STEPS = 5, 2  # words to the noun, and nouns on the way up
_NOBODY = frozenset({"the", "a", "an", "his", "her", "their", "its"})


def marked_by(
    weigher: Weigher, text: str, places: Sequence[Place], tokens: Sequence[Token] = ()
) -> tuple[set[Mark], int]:
    """Give the spans (start, end, S|T|R) of a sentence and its class.

    Args:
        weigher: The network.
        text: The sentence.
        places: Where its words stand.
        tokens: Its tree; with it, what stands before a noun goes on to the noun: 'the Swedish | request'.
    """
    found, shares, classes = weigher.read(text)
    return marked_in(text, places, rows_of(places, found, shares), tokens), int(np.argmax(classes))


def rows_of(places: Sequence[Place], found: Sequence[Place], shares: np.ndarray) -> np.ndarray:
    """Give the log shares of marks of each word: (words, marks).

    Args:
        places: Where the words stand.
        found: Where the network's words stand.
        shares: The log shares of marks of those.
    """
    return np.array([_row_at(place, found, shares) for place in places])


def marked_in(text: str, places: Sequence[Place], rows: np.ndarray, tokens: Sequence[Token] = ()) -> set[Mark]:
    """Give the spans (start, end, S|T|R) of a sentence by the shares of its words alone; see `marked_by`."""
    runs = _runs(_best(rows), rows)
    kept = [run for kind in "STR" for run in _chosen([run for run in runs if run[2] == kind], kind)]
    seen = [(places[first][0], places[last][1], kind) for first, last, kind, _ in kept]
    spans = {whole(span, tokens) for span in seen if text[span[0] : span[1]].lower() not in _NOBODY}
    return paired(spans, text)


def whole(span: Mark, tokens: Sequence[Token]) -> Mark:
    """Give a span that ends before the noun it belongs to with that noun."""
    start, end, kind = span
    inside = [token for token in tokens if start <= token.start < end]
    if not inside:
        return span
    places = {token.i for token in inside}
    head = [token for token in inside if token.head.i not in places or token.head is token][-1]
    for _ in range(_STEPS):
        above = head.head
        if head.dep not in _BEFORE_NOUN or above.pos not in {"NOUN", "PROPN"}:
            break
        if not head.i < above.i <= inside[-1].i + _FARTHEST:
            break
        head, end = above, max(end, above.end)
    return start, end, kind


def paired(spans: set[Mark], text: str) -> set[Mark]:
    """Let one alone, of whom it is said that they act upon each other, take the side that is free."""
    mutual = [span for span in spans if span[2] == "R"]
    if len(mutual) != 1 or " and " in text[mutual[0][0] : mutual[0][1]]:
        return spans
    taken = {kind for *_, kind in spans} - {"R"}
    free = {"S", "T"} - taken
    if not taken:
        return spans
    start, end, _ = mutual[0]
    return (spans - set(mutual)) | {(start, end, side) for side in free}


def _row_at(place: Place, found: Sequence[Place], shares: np.ndarray) -> np.ndarray:
    at = next((i for i, (start, end) in enumerate(found) if start < place[1] and place[0] < end), None)
    outside = np.full(len(SPAN_MARKS), _NEVER)
    outside[0] = 0.0
    return outside if at is None or at >= len(shares) else shares[at]


def _best(rows: np.ndarray) -> list[int]:
    """Find the likeliest marks of which none goes on with what did not begin."""
    can_follow = np.array([[_goes(before, after) for before in SPAN_MARKS] for after in SPAN_MARKS])
    held = np.where([mark.startswith("I-") for mark in SPAN_MARKS], _NEVER, rows[0])
    back: list[np.ndarray] = []
    for row in rows[1:]:
        paths = np.where(can_follow, held[None, :], _NEVER)
        back.append(paths.argmax(1))
        held = paths.max(1) + row
    marks = [int(held.argmax())]
    for pointers in reversed(back):
        marks.append(int(pointers[marks[-1]]))
    return marks[::-1]


def _goes(before: str, after: str) -> bool:
    return not after.startswith("I-") or (before != "O" and before[2:] == after[2:])


def _runs(marks: Sequence[int], rows: np.ndarray) -> list[tuple[int, int, str, float]]:
    runs: list[tuple[int, int, str, list[float]]] = []
    for place, number in enumerate(marks):
        mark = SPAN_MARKS[number]
        if mark == "O":
            continue
        sure = float(np.exp(rows[place][[SPAN_MARKS.index(f"{part}-{mark[2:]}") for part in "BI"]]).sum())
        if mark.startswith("B-"):
            runs.append((place, place, mark[2:], [sure]))
        else:
            first, _, kind, shares = runs[-1]
            runs[-1] = (first, place, kind, [*shares, sure])
    return [(first, last, kind, sum(shares) / len(shares)) for first, last, kind, shares in runs]


def _chosen(runs: Sequence[tuple[int, int, str, float]], kind: str) -> list[tuple[int, int, str, float]]:
    if kind == "R":
        return list(runs)
    ordered = sorted(runs, key=lambda run: (-run[3], run[0]))
    return [run for rank, run in enumerate(ordered) if rank == 0 or (kind == "T" and run[3] >= _SURE)]
