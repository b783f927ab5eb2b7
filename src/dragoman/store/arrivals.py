"""Putting away what arrives: the very bytes under their digest, cut into shards."""

from collections.abc import Callable, Iterable

import pyarrow.parquet as pq
from msgspec import Struct

from dragoman.records import Raw, Refusal, Row, row_id
from dragoman.store.parts import Parts

STEM = "intake-1"
SHARD_BYTES = 64 * 1024 * 1024


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
    arrival, known = Arrival(), ids_of(parts)
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


def ids_of(parts: Parts) -> set[str]:
    """Give the ids of all files the record holds."""
    return {
        name for path in parts.of_kind("raws") for name in pq.read_table(path, columns=["id"]).column("id").to_pylist()
    }


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
