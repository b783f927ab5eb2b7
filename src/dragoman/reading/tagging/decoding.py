"""Marks of words out of what the network says of them: the best sequence in which every inside has its beginning."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
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
    """Find the likeliest sequence of marks: the likeliest of each word, but where an inside has no beginning.

    Marks other than insides stand after any: a stretch from one of them to the next is looked at alone
    unless its best sequence begins with an inside; then the stretch before comes to it. From the right, as
    nothing hangs on what follows.
    """
    plain = chances.argmax(axis=1)
    before = np.concatenate(([0], plain[:-1]))
    inside = (plain > 0) & (plain % 2 == 0)
    wrong = np.flatnonzero(inside & (before != plain) & (before != plain - 1)).tolist()
    begins = np.flatnonzero(~inside).tolist()
    marks: list[int] = plain.tolist()
    done = len(marks)
    for place in reversed(wrong):
        if place < done:
            number = bisect_right(begins, place)
            stop = begins[number] if number < len(begins) else len(marks)
            done, found = _stretch(chances[:stop], begins[:number])
            marks[done:stop] = found
    return marks


def _stretch(chances: Scores, begins: list[int]) -> tuple[int, list[int]]:
    """Give the last part of some words that can be told by itself, and its likeliest marks.

    Args:
        chances: Of the words.
        begins: Where parts may begin.
    """
    for first in reversed(begins):
        marks = _likeliest(chances[first:], is_whole=first == 0)
        if marks[0] % 2 or not marks[0]:
            return first, marks
    return 0, _likeliest(chances, is_whole=True)


def _likeliest(chances: Scores, *, is_whole: bool) -> list[int]:
    """Find the likeliest sequence in which insides go on from their like (Viterbi 1967), the first only of a part."""
    allowed = _allowed(chances.shape[1])
    best = chances[0].copy()
    if is_whole:
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


@cache
def _allowed(count: int) -> Scores:
    """Give what it costs to go from one of so many marks to another."""
    allowed = np.zeros((count, count), dtype=np.float32)
    for inside in range(2, count, 2):
        allowed[:, inside] = _NEVER
        allowed[inside - 1 : inside + 1, inside] = 0
    return allowed


def _runs(marks: list[int], chances: Scores) -> Iterator[Run]:
    first = 0
    while first < len(marks):
        mark = marks[first]
        stop = first + 1
        while mark and stop < len(marks) and marks[stop] == mark + 1:
            stop += 1
        if mark:
            score = float(chances[range(first, stop), marks[first:stop]].mean())
            yield Run(first, stop, (mark - 1) // 2, score)
        first = stop
