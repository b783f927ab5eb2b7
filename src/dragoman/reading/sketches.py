"""A report's sketch: the sampled five-word shingles by which copies find each other.

Source: Broder 1997, On the resemblance and containment of documents; sampling by hash value keeps
the same shingles in every report, so containment of samples estimates containment of texts.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

from dragoman.records import Report, Sketch, Zone

WORDS = 5
KEEP_ONE_IN = 4
_WORD = re.compile(r"\w+")
_SKETCHED = frozenset({"title", "story", "dateline"})


def sketch(report: Report, zones: Sequence[Zone]) -> Sketch:
    """Sample the shingles of a report's story: those whose checksum is divisible by `KEEP_ONE_IN`."""
    words = [
        word.group().lower()
        for zone in zones
        if zone.kind in _SKETCHED
        for word in _WORD.finditer(report.text, zone.start, zone.end)
    ]
    shingles = {" ".join(words[place : place + WORDS]).encode() for place in range(len(words) - WORDS + 1)}
    sample = sorted(_number(shingle) for shingle in shingles if crc32(shingle) % KEEP_ONE_IN == 0)
    return Sketch(report=report.id, shingles=len(shingles), sample=tuple(sample))


def _number(shingle: bytes) -> int:
    """Hash a shingle into 63 bits, which every engine's integers hold."""
    return int.from_bytes(blake2b(shingle, digest_size=8).digest(), "big") >> 1
