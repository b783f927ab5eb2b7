"""Putting away what arrives: the very bytes under their digest, cut into shards."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pyarrow.parquet as pq
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.records import Raw, Refusal, Row, row_id
from dragoman.store.parts import Parts

STEM = "intake-1"
SHARD_BYTES = 64 * 1024 * 1024
_LETTERS = 32
_BIG = np.dtype(">u8")
_AT_ONCE = 100_000


class Arrival(Struct):
    """What an `add` did.

    Args:
        new: Files put away.
        known: Files whose very bytes lay there already.
        refusals: What could not be taken in, with reasons.
        shards: Names of the shards written.
    """

    new: int = 0
    known: int = 0
    refusals: tuple[Refusal, ...] = ()
    shards: tuple[str, ...] = ()


def put_away(
    parts: Parts, arriving: Iterable[Raw | Refusal], size: int, told: Callable[[int], None] = lambda _: None
) -> Arrival:
    """Cut an arrival into shards of at most `size` new files and write each as it fills.

    Args:
        parts: Where to.
        arriving: What the intake gives, in order.
        size: Files in a shard at most; a shard also closes at 64 MB of bytes.
        told: Called with the count of files seen so far.
    """
    arrival, known = Arrival(), Known(parts)
    waiting: list[Raw] = []
    refused: list[Refusal] = []
    weight = 0
    for seen, item in enumerate(arriving, 1):
        told(seen)
        if isinstance(item, Refusal):
            refused.append(item)
        elif item.id in known:
            arrival.known += 1
        else:
            known.add(item.id)
            waiting.append(item)
            weight += len(item.bytes)
        if len(waiting) >= size or weight >= SHARD_BYTES:
            _close(parts, arrival, waiting)
            waiting, weight = [], 0
    _close(parts, arrival, waiting)
    _note(parts, arrival, refused)
    return arrival


class Known:
    """The ids of all files a record holds, 16 bytes each: half of a SHA-256 tells files apart as well.

    Args:
        parts: The record.
    """

    def __init__(self, parts: Parts) -> None:
        held = [_halves(pq.read_table(path, columns=["id"]).column("id").to_pylist()) for path in parts.of_kind("raws")]
        self._first, self._second = _sorted(np.concatenate([_halves(()), *held]))
        self._new: set[bytes] = set()

    def __contains__(self, name: str) -> bool:
        half = bytes.fromhex(name[:_LETTERS])
        if half in self._new:
            return True
        first, second = np.frombuffer(half, _BIG)
        place, end = (int(np.searchsorted(self._first, first, side=side)) for side in ("left", "right"))
        return bool((self._second[place:end] == second).any())

    def add(self, name: str) -> None:
        """Note one more; now and then the new ones join the old, which take a fifth of the room."""
        self._new.add(bytes.fromhex(name[:_LETTERS]))
        if len(self._new) >= _AT_ONCE:
            pairs = np.stack([self._first, self._second], axis=1)
            new = np.frombuffer(b"".join(self._new), _BIG).astype(np.uint64).reshape(-1, 2)
            self._first, self._second = _sorted(np.concatenate([pairs, new]))
            self._new.clear()


def _halves(names: Sequence[str]) -> NDArray[np.uint64]:
    """Lay the first 16 bytes of ids out as two numbers each."""
    halves = b"".join(bytes.fromhex(name[:_LETTERS]) for name in names)
    return np.frombuffer(halves, _BIG).astype(np.uint64).reshape(-1, 2)


def _sorted(pairs: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    order = np.argsort(pairs[:, 0])
    return np.ascontiguousarray(pairs[order, 0]), np.ascontiguousarray(pairs[order, 1])


def _close(parts: Parts, arrival: Arrival, raws: list[Raw]) -> None:
    if not raws:
        return
    shard = row_id("shard", *(raw.id for raw in raws))
    parts.write("raws", shard, STEM, raws)
    arrival.new += len(raws)
    arrival.shards = (*arrival.shards, shard)


def _note(parts: Parts, arrival: Arrival, refused: list[Refusal]) -> None:
    if not refused:
        return
    rows: list[Row] = list(refused)
    parts.write("refusals", row_id("refusals", *refused), STEM, rows)
    arrival.refusals = tuple(refused)
