"""Which lines of a page are story: additive scores of lines, then the one block they make most likely."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp

from dragoman.lexicon.zones import Block
from dragoman.reading.zones.lines import Line, Look

_FAR = 99
_MASS = (1, 10, 20, 40, 70, 100, 150, 220)
_PAGE = (5, 10, 20, 40, 80, 160, 320)
_FADE = 0.7  # how much of the sentences further off still counts, a line


def marks_of(lines: Sequence[Line], looks: Sequence[Look]) -> list[list[str]]:
    """Give all marks of each line: its own, its neighbours', its place among the sentences of the page."""
    sorts = "".join(look.sort for look in looks)
    around = f"^^^{sorts}$$$"
    repeated = {text for text, count in Counter(line.text for line in lines).items() if count > 1}
    mass = [look.length if look.sort in "Ss" else 0 for look in looks]
    before, after = _faded(mass), _faded(mass[::-1])[::-1]
    nearest_before, nearest_after = _distances(sorts), _distances(sorts[::-1])[::-1]
    heaviest = max([b + m + a for b, m, a in zip(before, mass, after, strict=True)], default=0) or 1
    passed, total = [0, *accumulate(mass)], sum(mass) or 1
    page = bisect_right(_PAGE, len(lines))
    return [
        [
            *looks[n].marks,
            *_neighbours(around, n + 3),
            *(("repeated/" + sort,) if lines[n].text in repeated else ()),
            f"since={nearest_before[n]}",
            f"until={nearest_after[n]}",
            f"mass-before={bisect_right(_MASS, before[n])}",
            f"mass-after={bisect_right(_MASS, after[n])}",
            f"density={int((before[n] + mass[n] + after[n]) / heaviest * 8)}/{'S' if mass[n] else '-'}",
            f"passed={int(passed[n] / total * 8)}/{'S' if mass[n] else '-'}",
            f"place={n * 10 // len(lines)}",
            f"page={page}/{sort}",
            "any",
        ]
        for n, sort in enumerate(sorts)
    ]


def _neighbours(around: str, at: int) -> tuple[str, ...]:
    own = around[at]
    return (
        f"before={around[at - 1]}/{own}", f"after={around[at + 1]}/{own}", f"before2={around[at - 2]}",
        f"after2={around[at + 2]}", f"before3={around[at - 3]}", f"after3={around[at + 3]}",
    )  # fmt: skip


def _faded(mass: Sequence[int]) -> list[float]:
    held, faded = 0.0, []
    for words in mass:
        faded.append(held)
        held = held * _FADE + words
    return faded


def _distances(sorts: str) -> list[int]:
    distance, distances = _FAR, []
    for sort in sorts:
        distances.append(min(distance, 8) if distance < _FAR else 9)
        distance = 1 if sort == "S" else distance + 1
    return distances


def score_lines(lines: Sequence[Line], looks: Sequence[Look], weights: Mapping[str, float]) -> list[float]:
    """Score each line: log-odds of being story, the sum of the weights of its marks."""
    weight = weights.get
    return [sum([weight(mark, 0.0) for mark in marks]) for marks in marks_of(lines, looks)]


def story_block(scores: Sequence[float], lengths: Sequence[int], block: Block) -> tuple[int, int]:
    """Find the run of lines that makes most of the story: first, and past the last; (0, 0) when none does."""
    best, held, start, found = 0.0, 0.0, 0, (0, 0)
    for n, (score, length) in enumerate(zip(scores, lengths, strict=True)):
        if held <= 0:
            held, start = 0.0, n
        held += (1 / (1 + exp(-max(score, -_FAR))) - block.even) * max(length, 1) ** block.power
        if held > best:
            best, found = held, (start, n + 1)
    return found
