"""Which reports share shingles, and how many: without comparing all pairs.

Each report meets, for each shingle, only the few reports before it: linear however common the shingle is,
and a chain still joins a wire's hundred reprints.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.sketches import KEEP_ONE_IN

Numbers: TypeAlias = NDArray[np.int64]

_BEFORE = 12  # holders that one meets by one shingle
_LEAST = 3  # shingles in common of a pair that is kept
_COARSE = KEEP_ONE_IN - 1  # none of these bits is set in a shingle that every report keeps in its sample
_NOTED = 1 << 26
_QUOTED, _FRESH, _PLACE = 1, 2, 4  # a holder is a report's place times four, and these flags


class Shared(NamedTuple):
    """For each pair of places, the lesser first, the sampled shingles both hold, and how many of these both narrate.

    Those that the coarser of two samples would hold too are counted beside.
    """

    one: Numbers
    other: Numbers
    whole: Numbers
    whole_coarse: Numbers
    narrated: Numbers
    narrated_coarse: Numbers


class Holdings:
    """Shingles with the reports that hold them, taken in batch by batch: those of fresh reports first.

    Of the others only what a fresh report may hold too is kept, so that memory grows with what is new.

    Args:
        reports: How many there are; a report's place is below that.
    """

    def __init__(self, reports: int) -> None:
        self._sizes = {name: np.zeros(reports, np.int64) for name in Shared._fields[2:]}
        self._noted = np.zeros(_NOTED, np.bool_)
        self._grams: list[Numbers] = []
        self._holders: list[Numbers] = []

    def add(self, grams: Numbers, places: Numbers, *, fresh: bool, quoted: bool) -> None:
        """Take in shingles, each with the place of the report that holds it."""
        coarse = places[grams & _COARSE == 0]
        self._count("whole", places, coarse)
        if not quoted:
            self._count("narrated", places, coarse)
        if fresh:
            self._noted[grams & (_NOTED - 1)] = True
        else:
            kept = self._noted[grams & (_NOTED - 1)]
            grams, places = grams[kept], places[kept]
        self._grams.append(grams)
        self._holders.append(places * _PLACE + (_FRESH * fresh + _QUOTED * quoted))

    def _count(self, name: str, places: Numbers, coarse: Numbers) -> None:
        for held, some in ((name, places), (f"{name}_coarse", coarse)):
            self._sizes[held] += np.bincount(some, minlength=len(self._sizes[held]))

    def sizes(self) -> dict[str, Numbers]:
        """Give for each place how many shingles its report holds, counted as in `Shared`."""
        return self._sizes

    def shared(self) -> Shared:
        """Count what reports share, each pair with a fresh report in it."""
        grams, holders = _in_order(np.concatenate(self._grams or [_NONE]), np.concatenate(self._holders or [_NONE]))
        keys = np.sort(np.concatenate([_met(grams, holders, step) for step in range(1, _BEFORE + 1)]))
        pairs, first = np.unique(keys >> 2, return_index=True)
        enough = np.diff(first, append=len(keys)) >= _LEAST
        counts = [np.add.reduceat(flags, first)[enough] if len(keys) else _NONE for flags in _flags(keys)]
        pairs = pairs[enough]
        return Shared(pairs >> 30, pairs & ((1 << 30) - 1), *counts)


_NONE: Numbers = np.zeros(0, np.int64)


def _in_order(grams: Numbers, holders: Numbers) -> tuple[Numbers, Numbers]:
    """Order by shingle, then by holder; a shingle that one holder alone has is left out."""
    order = np.argsort(grams)
    grams = grams[order]
    again = grams[1:] == grams[:-1]
    kept = np.zeros(len(grams), np.bool_)
    kept[1:] |= again
    kept[:-1] |= again
    grams, holders = grams[kept], holders[order[kept]]
    # The runs of one shingle are numbered, so that run and holder sort as one number.
    runs = np.zeros(len(grams), np.int64)
    runs[1:] = np.cumsum(grams[1:] != grams[:-1])
    return grams, np.sort((runs << 32) | holders) & 0xFFFFFFFF


def _met(grams: Numbers, holders: Numbers, step: int) -> Numbers:
    """Give, for each shingle of a report that the holder so many steps before has too, the pair and two flags."""
    at = np.flatnonzero(grams[step:] == grams[:-step])
    one, other = holders[at], holders[at + step]
    kept = ((one | other) & _FRESH > 0) & (one // _PLACE != other // _PLACE)
    at, one, other = at[kept], one[kept], other[kept]
    narrated = (one | other) & _QUOTED ^ 1
    coarse = (grams[at] & _COARSE == 0).astype(np.int64)
    keys: Numbers = (one // _PLACE << 32) | (other // _PLACE << 2) | narrated << 1 | coarse
    return keys


def _flags(keys: Numbers) -> Iterable[Numbers]:
    """Give what each meeting counts for, in the order of `Shared`."""
    narrated, coarse = keys >> 1 & 1, keys & 1
    return np.ones(len(keys), np.int64), coarse, narrated, narrated & coarse
