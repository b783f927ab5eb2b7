"""Marks of words out of what the network says of them: the best sequence in which every inside has its beginning."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from msgspec import Struct

Scores = np.ndarray[tuple[int, int], np.dtype[np.float32]]
_NEVER = -1e4


class Run(Struct, frozen=True):
    """Words `first` to `stop`, exclusive, of one kind, with the mean probability of their marks."""

    first: int
    stop: int
    kind: int
    score: float


def log_softmax(scores: Any) -> Scores:
    """Give log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    given: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return given


def runs_of(scores: Any) -> list[Run]:
    """Decode marks of words, shape (words, 1 + 2 x kinds), into runs: outside first, then beginning and inside of each."""
    if not len(scores):
        return []
    chances = log_softmax(scores)
    return list(_runs(_best(chances), np.exp(chances)))


def _best(chances: Scores) -> list[int]:
    """Find the likeliest sequence of marks (Viterbi 1967): mostly the likeliest mark of each word, if those may follow each other."""
    plain = chances.argmax(axis=1)
    before = np.concatenate(([0], plain[:-1]))
    inside = (plain > 0) & (plain % 2 == 0)
    if not (inside & (before != plain) & (before != plain - 1)).any():
        return [int(mark) for mark in plain]
    count = chances.shape[1]
    allowed = np.zeros((count, count), dtype=np.float32)
    for inside in range(2, count, 2):
        allowed[:, inside] = _NEVER
        allowed[inside - 1 : inside + 1, inside] = 0
    best = chances[0].copy()
    best[2::2] = _NEVER
    steps = []
    for row in chances[1:]:
        paths = best[:, None] + allowed
        steps.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    marks = [int(best.argmax())]
    for step in reversed(steps):
        marks.append(int(step[marks[-1]]))
    return marks[::-1]


def _runs(marks: list[int], chances: Scores) -> Iterator[Run]:
    first = 0
    while first < len(marks):
        mark = marks[first]
        stop = first + 1
        while mark and stop < len(marks) and marks[stop] == mark + 1:
            stop += 1
        if mark:
            score = float(np.mean(chances[range(first, stop), marks[first:stop]]))
            yield Run(first, stop, (mark - 1) // 2, score)
        first = stop
