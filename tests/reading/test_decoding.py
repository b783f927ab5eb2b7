"""The likeliest marks of words are those that a search of all sequences finds."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.tagging.decoding import Run, Scores, log_softmax, runs_of

KINDS = 2
MARKS = 1 + 2 * KINDS


@st.composite
def scores(draw: st.DrawFn) -> Scores:
    """Give what a network could say of up to five words."""
    words, seed = draw(st.integers(1, 5)), draw(st.integers(0, 1 << 16))
    given: Scores = np.random.default_rng(seed).normal(0, 3, (words, MARKS)).astype(np.float32)
    return given


def may_be(marks: tuple[int, ...]) -> bool:
    return all(
        not mark or mark % 2 or before in {mark - 1, mark} for before, mark in zip((0, *marks), marks, strict=False)
    )


def all_runs(marks: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Cut marks into runs: first, stop, kind."""
    found: list[tuple[int, int, int]] = []
    for place, mark in enumerate(marks):
        if mark % 2:
            found.append((place, place + 1, mark // 2))
        elif mark:
            first, _, kind = found.pop()
            found.append((first, place + 1, kind))
    return found


@given(scores())
def test_runs_are_those_of_the_likeliest_sequence(said: Scores) -> None:
    chances = log_softmax(said)
    possible = filter(may_be, product(range(MARKS), repeat=len(said)))
    best = max(possible, key=lambda marks: sum(float(row[mark]) for row, mark in zip(chances, marks, strict=True)))
    assert [(run.first, run.stop, run.kind) for run in runs_of(said)] == all_runs(best)


def test_an_inside_without_beginning_takes_the_word_before_to_it() -> None:
    said = np.array([[5, 0, 0, 0, 0], [1, 0.9, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0]], dtype=np.float32)
    (run,) = runs_of(said)
    assert (run.first, run.stop, run.kind) == (1, 3, 0)


def test_no_words_give_no_runs() -> None:
    nothing: list[Run] = runs_of(np.zeros((0, MARKS), dtype=np.float32))
    assert nothing == []
