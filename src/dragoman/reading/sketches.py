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
KEEP_ONE_IN = 8
ALL_BELOW = 320
Codes: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.uint64]
Flags: TypeAlias = NDArray[np.bool_]

_SKETCHED = frozenset({"title", "story", "dateline"})
_CLOSERS = {"“": "”", "„": "”“", "«": "»", '"': '"”'}
_SIGNS = sorted({*_CLOSERS, *"".join(_CLOSERS.values())})
_ZERO = np.zeros(1, np.int64)
_BREAK = "\n"
_BEFORE = "([{—–-‘'"
_STRAIGHT = '"'
_LETTERS = 0x3000  # scripts written with spaces lie below; what lies above belongs to no word
_LETTERS_AT_ONCE = 1 << 18  # what a processor keeps at hand
_BASE = 0x9E3779B97F4A7C15  # odd, so that its powers have inverses modulo 2**32 and 2**64
_MIX = 0xBF58476D1CE4E5B9


def sketches_of(reports: Sequence[tuple[Report, Sequence[Zone]]]) -> Iterator[Sketch]:
    """Sample the shingles of reports' titles, datelines and stories, narrated and quoted apart, and take their gists."""
    texts = [
        (report.id, "\n".join(report.text[zone.start : zone.end] for zone in zones if zone.kind in _SKETCHED))
        for report, zones in reports
    ]
    for made, (_, text) in zip(sketches_of_texts(texts), texts, strict=True):
        telling = gist(text)
        yield replace(made, telling=tuple(word for word, _ in telling), weights=tuple(weight for _, weight in telling))


def sketch_text(report: str, text: str) -> Sketch:
    """Sample the shingles of the words of one report alone."""
    return next(sketches_of_texts([(report, text)]))


def sketches_of_texts(texts: Sequence[tuple[str, str]]) -> Iterator[Sketch]:
    """Sample the shingles of words alone.

    Args:
        texts: Reports' ids with their words.
    """
    batch: list[tuple[str, str]] = []
    letters = 0
    for name, text in texts:
        if batch and letters + len(text) > _LETTERS_AT_ONCE:
            yield from _sketched(batch)
            batch, letters = [], 0
        batch.append((name, text))
        letters += len(text)
    yield from _sketched(batch)


def _sketched(batch: Sequence[tuple[str, str]]) -> Iterator[Sketch]:
    """Sketch texts laid end to end, a line break between them, which no word and no quotation crosses."""
    text = _BREAK.join(text for _, text in batch)
    begins = np.cumsum([0, *(len(text) + 1 for _, text in batch)])
    words, starts = _words(np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32))
    first = starts.searchsorted(begins)
    sizes = np.maximum(np.diff(first) - WORDS + 1, 0)
    one_in = np.where(sizes < ALL_BELOW, 1, KEEP_ONE_IN)
    shingles = _shingles(words)
    kept = np.flatnonzero(shingles & (one_in - 1).astype(np.uint64).repeat(np.diff(first))[: len(shingles)] == 0)
    # The last words of a text begin no shingle of its own.
    kept = kept[(first[:-1] + sizes).repeat(np.diff(first))[kept] > kept]
    sampled, quoted = shingles[kept], _quoted(text, starts[kept + WORDS // 2])
    narrated, between = kept[~quoted].searchsorted(first), kept[quoted].searchsorted(first)
    sample, others = sampled[~quoted].tolist(), sampled[quoted].tolist()
    for place, (name, _) in enumerate(batch):
        yield Sketch(
            report=name,
            shingles=int(sizes[place]),
            one_in=int(one_in[place]),
            sample=tuple(dict.fromkeys(sample[narrated[place] : narrated[place + 1]])),
            quoted=tuple(dict.fromkeys(others[between[place] : between[place + 1]])),
        )


def _quoted(text: str, places: NDArray[np.int64]) -> Flags:
    """Tell which places, in order, lie in a quotation: one more begins before them than ends."""
    spans = np.array([*_quotations(text, _marks(text))], dtype=np.int64).reshape(-1, 2)
    begun, ended = (np.bincount(places.searchsorted(ends), minlength=len(places) + 1) for ends in spans.T)
    return np.cumsum(begun - ended)[:-1] > 0


def _words(codes: Codes) -> tuple[Numbers, NDArray[np.int64]]:
    """Number each word by its letters, case aside, and say where it starts."""
    values = _letters().take(codes, mode="clip")
    inside = values != 0
    starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
    if inside[:1].any():
        starts = np.concatenate((_ZERO, starts))
    if not len(starts):
        return np.zeros(0, np.uint64), starts
    powers, inverses = _powers(1 << len(codes).bit_length())
    values *= powers[: len(codes)]
    # What belongs to no word adds nothing, so that a word may be summed up to the next one's start.
    sums = np.cumsum(values, out=values)[np.append(starts[1:], len(codes)) - 1]
    sums[1:] -= sums[:-1].copy()
    return (sums * inverses[starts]).astype(np.uint64), starts


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


def _marks(text: str) -> list[int]:
    """Say where quotation marks stand, in order."""
    return sorted(place for sign in _SIGNS for place in _places(text, sign))


def _places(text: str, sign: str) -> Iterator[int]:
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


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
