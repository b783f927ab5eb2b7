"""Spans and class of a sentence by the event network: the best run of marks over its words, one doer and one done-to."""

from collections.abc import Sequence

import numpy as np

from dragoman.reading.events.model_input import SPAN_MARKS
from dragoman.reading.events.weighing import Weigher

Place = tuple[int, int]
_SURE = 0.9  # what a second done-to needs
_NEVER = -1e9


def marked_by(weigher: Weigher, text: str, places: Sequence[Place]) -> tuple[set[tuple[int, int, str]], int]:
    """Give the spans (start, end, S|T|R) of a sentence and its class.

    Args:
        weigher: The network.
        text: The sentence.
        places: Where its words stand.
    """
    found, shares, classes = weigher.read(text)
    rows = [_row_at(place, found, shares) for place in places]
    runs = _runs(_best(np.array(rows)), rows)
    kept = [run for kind in "STR" for run in _chosen([run for run in runs if run[2] == kind], kind)]
    spans = {(places[first][0], places[last][1], kind) for first, last, kind, _ in kept}
    return spans, int(np.argmax(classes))


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


def _runs(marks: Sequence[int], rows: Sequence[np.ndarray]) -> list[tuple[int, int, str, float]]:
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
