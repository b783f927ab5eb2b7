"""A report's sketch: the sampled five-word shingles by which copies find each other.

Shingles of quoted words are kept apart, for two reports that quote one speech are not copies. A short
report keeps all its shingles, a longer one those whose number is divisible by `KEEP_ONE_IN`: the same
ones in every report, so that containment of samples estimates containment of texts.

Source: Broder 1997, On the resemblance and containment of documents.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Report, Sketch, Zone

WORDS = 5
KEEP_ONE_IN = 4
ALL_BELOW = 320
Codes: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.uint64]
Flags: TypeAlias = NDArray[np.bool_]

_SKETCHED = frozenset({"title", "story", "dateline"})
_CLOSERS = {"“": "”", "„": "”“", "«": "»", '"': '"”'}
_BREAK = "\n"
_BEFORE = "([{—–-‘'"
_STRAIGHT = '"'
_LETTERS = 0x3000  # scripts written with spaces lie below; what lies above belongs to no word
_BASE = 0x9E3779B97F4A7C15  # odd, so that its powers have inverses modulo 2**64
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # SplitMix64
_WRAP = 1 << 64


def sketch(report: Report, zones: Sequence[Zone]) -> Sketch:
    """Sample the shingles of a report's title, dateline and story, narrated and quoted apart."""
    text = "\n".join(report.text[zone.start : zone.end] for zone in zones if zone.kind in _SKETCHED)
    return sketch_text(report.id, text)


def sketch_text(report: str, text: str) -> Sketch:
    """Sample the shingles of words alone."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    words, starts = _words(codes)
    shingles = _shingles(words)
    one_in = 1 if len(shingles) < ALL_BELOW else KEEP_ONE_IN
    kept = np.flatnonzero(shingles & np.uint64(one_in - 1) == 0)
    quoted = _quoted(codes)[starts[kept + WORDS // 2]]
    return Sketch(
        report=report,
        shingles=len(shingles),
        one_in=one_in,
        sample=tuple(dict.fromkeys(shingles[kept[~quoted]].tolist())),
        quoted=tuple(dict.fromkeys(shingles[kept[quoted]].tolist())),
    )


def _words(codes: Codes) -> tuple[Numbers, NDArray[np.int64]]:
    """Number each word by its letters, case aside, and say where it starts."""
    values = _letters().take(codes, mode="clip")
    inside = np.concatenate(([False], values != 0, [False]))
    starts = np.flatnonzero(~inside[:-1] & inside[1:])
    ends = np.flatnonzero(inside[:-1] & ~inside[1:])
    powers, inverses = _powers(1 << max(len(codes), 1).bit_length())
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(values * powers[: len(codes)], dtype=np.uint64)))
    return (sums[ends] - sums[starts]) * inverses[starts], starts


def _shingles(words: Numbers) -> Numbers:
    """Number each run of five words in 63 bits, which every engine's integers hold."""
    if len(words) < WORDS:
        return np.zeros(0, np.uint64)
    count = len(words) - WORDS + 1
    numbers = words[:count].copy()
    for place in range(1, WORDS):
        numbers *= np.uint64(_MIX[0])
        numbers += words[place : place + count]
    return _mixed(numbers) >> np.uint64(1)


def _mixed(numbers: Numbers) -> Numbers:
    """Spread the bits of numbers (SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(_MIX[0])
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(_MIX[1])
    return numbers ^ (numbers >> np.uint64(31))


def _quoted(codes: Codes) -> Flags:
    """Mark the code points between quotation marks."""
    quoted = np.zeros(len(codes), np.bool_)
    marks = np.flatnonzero(_marks().take(codes, mode="clip"))
    signs = codes[marks].tobytes().decode("utf-32-le")
    free = (marks == 0) | _openings().take(codes[marks - 1], mode="clip")
    for start, end in _quotations(zip(marks.tolist(), signs, free.tolist(), strict=True), len(codes)):
        quoted[start:end] = True
    return quoted


def _quotations(marks: Iterable[tuple[int, str, bool]], length: int) -> Iterator[tuple[int, int]]:
    """Pair quotation marks; one left open runs to its paragraph's end, unless another opens before.

    A straight mark after a space, dash or bracket opens, any other closes: so that one mark lost in an edit
    does not turn the rest of a text inside out.
    """
    opened, closers = -1, ""
    for place, mark, free in chain(marks, ((length, _BREAK, True),)):
        straight = mark == _STRAIGHT and free
        if opened >= 0 and not straight and (mark in closers or mark == _BREAK):
            yield opened, place
            opened = -1
        elif mark in _CLOSERS and (mark != _STRAIGHT or free):
            opened, closers = place, _CLOSERS[mark]


@cache
def _letters() -> Numbers:
    """Give each code point a number, the same to both cases; 0 to what belongs to no word."""
    lower = [ord(chr(code).lower()[0]) if chr(code).isalnum() else 0 for code in range(_LETTERS)]
    return _mixed(np.array([*lower, 0], dtype=np.uint64))


@cache
def _marks() -> Flags:
    """Mark the code points that open or close a quotation, and paragraph breaks."""
    marks = np.zeros(_LETTERS + 1, np.bool_)
    marks[[ord(mark) for mark in {*_CLOSERS, *"".join(_CLOSERS.values()), _BREAK}]] = True
    return marks


@cache
def _openings() -> Flags:
    """Mark the code points after which a straight quotation mark opens."""
    return np.array([chr(code).isspace() or chr(code) in _BEFORE for code in range(_LETTERS)] + [False])


@cache
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """Give the powers of the base, and of its inverse, modulo 2**64."""
    return _run_of(_BASE, count), _run_of(pow(_BASE, -1, _WRAP), count)


def _run_of(base: int, count: int) -> Numbers:
    return np.concatenate((np.ones(1, np.uint64), np.cumprod(np.full(count, base, dtype=np.uint64), dtype=np.uint64)))
