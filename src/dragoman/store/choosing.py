"""Which parts of a record are read: of each shard those that hold now."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dragoman.records import KINDS
from dragoman.store.arrivals import STEM
from dragoman.store.parts import Parts


def files_of(
    parts: Parts, current: Mapping[str, Sequence[str]], shards: Iterable[str], *, older: bool
) -> dict[str, list[Path]]:
    """Choose the parts to read: of each shard the current one, or, if allowed, the latest there is.

    Args:
        parts: The record.
        current: For each kind the stems (STAGE-FINGERPRINT) that hold now.
        shards: Which shards.
        older: Whether a shard that is not read again yet shows what it was read to be.
    """
    chosen: dict[str, list[Path]] = {kind: [] for kind in KINDS}
    shards = tuple(shards)
    for kind, stems in current.items():
        there = parts.there(kind)  # one look into a folder, however many shards there are
        latest = parts.latest(kind, there) if older and kind != "refusals" else {}
        for shard in shards:
            fit = [path for stem in stems if (path := parts.path(kind, shard, stem)).name in there]
            chosen[kind].extend(fit or ([latest[shard]] if shard in latest else []))
    return chosen


def with_what_stands_alone(parts: Parts, chosen: dict[str, list[Path]]) -> dict[str, list[Path]]:
    """Add the parts that belong to no shard of files: what the intake refused, and judgements."""
    chosen["refusals"] += [path for path in parts.of_kind("refusals") if path.name.endswith(f"--{STEM}.parquet")]
    chosen["judgements"] += parts.of_kind("judgements")
    return chosen
