"""A report's sketch: the sampled five-word shingles by which copies find each other.

Shingles of quoted words are kept apart, for two reports that quote one speech are not copies. A short
report keeps all its shingles, a longer one those whose number is divisible by `KEEP_ONE_IN`: the same
ones in every report, so that containment of samples estimates containment of texts.

Source: Broder 1997, On the resemblance and containment of documents.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from dragoman.reading.gists import gist
from dragoman.records import Report, Sketch, Zone

WORDS = 5
KEEP_ONE_IN = 4
ALL_BELOW = 320
Codes: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.uint64]
Flags: TypeAlias = NDArray[np.bool_]

_SKETCHED = frozenset({"title", "story", "dateline"})
_CLOSERS = {"“": "”", "„": "”“", "«": "»", '"': '"”'}
_SIGNS = tuple(np.uint32(ord(sign)) for sign in sorted({*_CLOSERS, *"".join(_CLOSERS.values())}))
_BREAK = "\n"
_BEFORE = "([{—–-‘'"
_STRAIGHT = '"'
_LETTERS = 0x3000  # scripts written with spaces lie below; what lies above belongs to no word
_BASE = 0x9E3779B97F4A7C15  # odd, so that its powers have inverses modulo 2**32 and 2**64
_MIX = 0xBF58476D1CE4E5B9


def sketch(report: Report, zones: Sequence[Zone]) -> Sketch:
    """Sample the shingles of a report's title, dateline and story, narrated and quoted apart, and take its gist."""
    text = "\n".join(report.text[zone.start : zone.end] for zone in zones if zone.kind in _SKETCHED)
    telling = gist(text)
    return replace(
        sketch_text(report.id, text),
        telling=tuple(word for word, _ in telling),
        weights=tuple(weight for _, weight in telling),
    )


def sketch_text(report: str, text: str) -> Sketch:
    """Sample the shingles of words alone."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    words, starts = _words(codes)
    shingles = _shingles(words)
    one_in = 1 if len(shingles) < ALL_BELOW else KEEP_ONE_IN
    kept = np.flatnonzero(shingles & np.uint64(one_in - 1) == 0)
    sampled = shingles[kept]
    spans = np.array(list(_quotations(text, _marks(codes))), dtype=np.int64)
    if not len(spans):
        return Sketch(report=report, shingles=len(shingles), one_in=one_in, sample=_once(sampled))
    # The middle word's start lies in a quotation when one more begins than ends before it.
    middles = starts[kept + WORDS // 2]
    quoted = spans[:, 0].searchsorted(middles, "right") > spans[:, 1].searchsorted(middles, "right")
    return Sketch(
        report=report,
        shingles=len(shingles),
        one_in=one_in,
        sample=_once(sampled[~quoted]),
        quoted=_once(sampled[quoted]),
    )


def _once(numbers: Numbers) -> tuple[int, ...]:
    """Give each number once, by size."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return tuple(ordered[first].tolist())


def _words(codes: Codes) -> tuple[Numbers, NDArray[np.int64]]:
    """Number each word by its letters, case aside, and say where it starts."""
    values = _letters().take(codes, mode="clip")
    inside = values != 0
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    starts = np.flatnonzero(begins)
    if not len(starts):
        return np.zeros(0, np.uint64), starts
    powers, inverses = _powers(1 << len(codes).bit_length())
    values *= powers[: len(codes)]
    # What belongs to no word adds nothing, so that a word may be summed up to the next one's start.
    return (np.add.reduceat(values, starts, dtype=np.uint32) * inverses[starts]).astype(np.uint64), starts


def _shingles(words: Numbers) -> Numbers:
    """Number each run of five words in 63 bits, which every engine's integers hold."""
    if len(words) < WORDS:
        return np.zeros(0, np.uint64)
    powers, inverses = _long_powers(1 << len(words).bit_length())
    sums = np.zeros(len(words) + 1, np.uint64)
    np.cumsum(words * powers[: len(words)], out=sums[1:])
    numbers = sums[WORDS:] - sums[:-WORDS]
    numbers *= inverses[: len(numbers)]
    return _mixed(numbers) >> np.uint64(1)


def _mixed(numbers: Numbers) -> Numbers:
    """Spread the bits of numbers (SplitMix64, its first half)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(_MIX)
    return numbers ^ (numbers >> np.uint64(27))


def _marks(codes: Codes) -> list[int]:
    """Say where quotation marks stand, in order."""
    found = codes == _SIGNS[0]
    for sign in _SIGNS[1:]:
        found |= codes == sign
    return np.flatnonzero(found).tolist()


def _quotations(text: str, marks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair quotation marks; one left open runs to its paragraph's end, unless another opens before.

    A straight mark after a space, dash or bracket opens, any other closes: so that one mark lost in an edit
    does not turn the rest of a text inside out.
    """
    opened, closers, until = -1, "", 0
    for place in marks:
        mark = text[place]
        if opened >= 0 and until < place:
            yield opened, until
            opened = -1
        free = mark == _STRAIGHT and (place == 0 or text[place - 1].isspace() or text[place - 1] in _BEFORE)
        if opened >= 0 and not free and mark in closers:
            yield opened, place
            opened = -1
        elif mark in _CLOSERS and (mark != _STRAIGHT or free):
            opened, closers, until = place, _CLOSERS[mark], _ends(text, place)
    if opened >= 0:
        yield opened, until


def _ends(text: str, place: int) -> int:
    """Say where the paragraph of a place ends."""
    found = text.find(_BREAK, place)
    return len(text) if found < 0 else found


@cache
def _letters() -> Codes:
    """Give each code point a number, the same to both cases; 0 to what belongs to no word."""
    lower = [ord(chr(code).lower()[0]) if chr(code).isalnum() else 0 for code in range(_LETTERS)]
    return (_mixed(np.array([*lower, 0], dtype=np.uint64)) >> np.uint64(32)).astype(np.uint32)


@cache
def _powers(count: int) -> tuple[Codes, Codes]:
    """Give the powers of the base, and of its inverse, modulo 2**32."""
    powers, inverses = _long_powers(count)
    return powers.astype(np.uint32), inverses.astype(np.uint32)


@cache
def _long_powers(count: int) -> tuple[Numbers, Numbers]:
    """Give the powers of the base, and of its inverse, modulo 2**64."""
    return _run_of(_BASE, count), _run_of(pow(_BASE, -1, 1 << 64), count)


def _run_of(base: int, count: int) -> Numbers:
    return np.concatenate((np.ones(1, np.uint64), np.cumprod(np.full(count, base, dtype=np.uint64), dtype=np.uint64)))
