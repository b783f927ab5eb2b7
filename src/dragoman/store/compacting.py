"""Joining small shards: the parts of many small arrivals become the parts one arrival of all their files would have given.

What the parts of the new shard hold, row by row, is what reading it anew would write; so nothing falls due, and
pairs and words that were gathered or indexed count on. Killed at any moment, a join is either there or not.
"""

import fcntl
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from dragoman.records import row_id
from dragoman.store.arrivals import SHARD_BYTES, STEM
from dragoman.store.growing import UNDATED
from dragoman.store.parts import JOINED, Join, Parts

_BY_FILE = frozenset(
    {"reports", "zones"}
)  # in the order of the files they come from; all others in that of their reports
_INDEXED = "reports"


class Compacted(Struct):
    """What compacting did: how many small shards went into how many, and how many parts that newer ones replace went."""

    shards: int = 0
    into: int = 0
    outdated: int = 0


def compact(parts: Parts, current: Mapping[str, Sequence[str]], complete: Sequence[str], size: int) -> Compacted:
    """Join shards that are not full, and remove parts that newer ones have taken the place of.

    Args:
        parts: The record.
        current: For each kind the stems that hold now.
        complete: Shards that lack nothing; no other is touched.
        size: Files a shard may hold.

    Raises:
        RecordError: Parts cannot be written or removed.
    """
    tidy(parts)
    done = Compacted(outdated=_outdated(parts, current, complete))
    for group in _groups(parts, complete, size):
        _join(parts, current, group)
        done.shards += len(group)
        done.into += 1
    return done


def tidy(parts: Parts) -> None:
    """Remove what is left of shards that were joined into another."""
    for join in parts.joins():
        if parts.path("raws", join.shard, STEM).exists():
            parts.remove([path for shard in join.of for path in _all_of(parts, shard)])
        note = parts.root / JOINED / f"{join.shard}.json"
        parts.remove([note])


def _groups(parts: Parts, complete: Sequence[str], size: int) -> Iterator[list[str]]:
    group: list[str] = []
    files = weight = 0
    for shard in sorted(complete):
        path = parts.path("raws", shard, STEM)
        some, heavy = pq.read_metadata(path).num_rows, path.stat().st_size
        if some >= size or heavy >= SHARD_BYTES:
            continue
        if files + some > size or weight + heavy > SHARD_BYTES:
            if len(group) > 1:
                yield group
            group, files, weight = [], 0, 0
        group.append(shard)
        files, weight = files + some, weight + heavy
    if len(group) > 1:
        yield group


def _join(parts: Parts, current: Mapping[str, Sequence[str]], group: Sequence[str]) -> None:
    raws = _rows(parts, "raws", group, STEM)
    shard = row_id("shard", *raws["id"].to_pylist())
    came_from = _came_from(parts, current, group)
    for kind, stems in current.items():
        for stem in stems if kind != "raws" else ():
            if any(parts.path(kind, each, stem).exists() for each in group):
                rows = _in_order(_rows(parts, kind, group, stem), kind, came_from)
                parts.write_table(parts.path(kind, shard, stem), rows)
    note = parts.root / JOINED / f"{shard}.json"
    note.parent.mkdir(exist_ok=True)
    note.write_bytes(msgspec.json.encode(Join(shard, tuple(group))))
    parts.hand_on(note)
    parts.write_table(parts.path("raws", shard, STEM), raws)
    _count_on(parts, shard, group)
    tidy(parts)


def _rows(parts: Parts, kind: str, group: Sequence[str], stem: str) -> pa.Table:
    found = [path for each in group if (path := parts.path(kind, each, stem)).exists()]
    return pa.concat_tables([pq.read_table(path, memory_map=False) for path in found]).combine_chunks()


def _came_from(parts: Parts, current: Mapping[str, Sequence[str]], group: Sequence[str]) -> dict[str, str]:
    """Give the file each report came from."""
    reports = _rows(parts, "reports", group, current["reports"][0])
    return dict(zip(reports["id"].to_pylist(), reports["raw"].to_pylist(), strict=True))


def _in_order(rows: pa.Table, kind: str, came_from: Mapping[str, str]) -> pa.Table:
    """Put rows in the order in which a stage would have come by them, those of one report as they are."""
    if kind == "refusals":
        key = [each["report"] or each["raw"] or "" for each in rows.select(["report", "raw"]).to_pylist()]
    else:
        key = rows["id" if kind == "reports" else "report"].to_pylist()
        key = [came_from[each] for each in key] if kind in _BY_FILE else key
    order = sorted(range(len(key)), key=key.__getitem__)
    return rows.take(pa.array(order, pa.int64())).combine_chunks()


def _outdated(parts: Parts, current: Mapping[str, Sequence[str]], complete: Sequence[str]) -> int:
    whole = set(complete)
    old = [
        path
        for kind, stems in current.items()
        for path in parts.of_kind(kind)
        for shard, stem in [path.stem.split("--")]
        if shard in whole and stem not in {*stems, STEM}
    ]
    parts.remove(old)
    return len(old)


def _all_of(parts: Parts, shard: str) -> list[Path]:
    """List the parts of a shard, its files as received first."""
    found = [path for path in parts.root.glob(f"*/{shard}--*.parquet") if not path.name.startswith(".")]
    return sorted(found, key=lambda path: (path.parent.name != "raws", path))


def _count_on(parts: Parts, shard: str, group: Sequence[str]) -> None:
    """Have the caches take the new shard for covered where they cover all that went into it."""
    shelved = parts.root / "index" / "shelved.json"
    if shelved.exists():
        known = msgspec.json.decode(shelved.read_bytes(), type=list[str])
        shelved.write_bytes(msgspec.json.encode(sorted(_renamed(parts, shard, group, known, {_INDEXED}))))
    for noted in (parts.root / "gathered").glob("grown-*/covered.json"):
        with (noted.parent / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _cover(parts, shard, group, noted)


def _cover(parts: Parts, shard: str, group: Sequence[str], noted: Path) -> None:
    covered: dict[str, list[str]] = msgspec.json.decode(noted.read_bytes(), type=dict[str, list[str]])
    if UNDATED in covered:  # a step is half done: what it found is found again
        return
    known = [name for names in covered.values() for name in names]
    steps = [step for step, names in covered.items() if any(_shard_of(name) in group for name in names)]
    renamed = set(_renamed(parts, shard, group, known, {"reports", "sketches", "events", "entities"})) - set(known)
    if not renamed:
        return
    kept = {step: [name for name in names if _shard_of(name) not in group] for step, names in covered.items()}
    kept[max(steps)] += sorted(renamed)
    draft = noted.with_name(".covered.joined.draft")
    draft.write_bytes(msgspec.json.encode(kept))
    draft.replace(noted)


def _renamed(parts: Parts, shard: str, group: Sequence[str], known: Sequence[str], kinds: set[str]) -> list[str]:
    """Put the names of the new shard's parts in place of those joined, if each of those is known."""
    joined = [path.name for each in group for path in _all_of(parts, each) if path.parent.name in kinds]
    if not set(joined) <= set(known):
        return list(known)
    new: list[Any] = [path.name for path in _all_of(parts, shard) if path.parent.name in kinds]
    return [name for name in known if name not in set(joined)] + new


def _shard_of(name: str) -> str:
    return name.split("--", 1)[0]
