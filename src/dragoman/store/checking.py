"""Verifying a record: every digest against its bytes, every span against its text."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from msgspec import Struct
from pyarrow import ArrowException, BufferReader

from dragoman.records import sha256_of
from dragoman.store.parts import digest_of

_SPANNED = ("zones", "mentions", "days", "tenures", "standings", "events")
_DIGEST_ONLY = ("parses", "tags", "entities", "links", "sketches", "judgements", "refusals")
_BEFORE_REPORTS = frozenset({"raws", "zones", "refusals"})
_ROWS = 256


class Fault(Struct, frozen=True):
    """Something in the record that is not what it says.

    Args:
        where: Part file, and row if it can be named.
        what: What is wrong.
    """

    where: str
    what: str


class Checked(Struct):
    """What was verified: how many parts, reports and spans, each fault found, and the parts whose bytes are not those written."""

    parts: int = 0
    reports: int = 0
    spans: int = 0
    faults: tuple[Fault, ...] = ()
    damaged: tuple[Path, ...] = ()


def verify(chosen: Mapping[str, Sequence[Path]]) -> Checked:
    """Check all parts; a part that cannot be read is a fault with its name, and the rest is checked all the same.

    A span lies in a report of its own shard, so that the texts of one shard at a time are held.
    """
    checked, faults = Checked(), list[Fault]()
    for parts in _by_shard(chosen):
        faults += _shard(parts, checked)
    checked.faults = tuple(faults)
    return checked


def _by_shard(chosen: Mapping[str, Sequence[Path]]) -> Iterator[dict[str, list[Path]]]:
    shards: dict[str, dict[str, list[Path]]] = {}
    for kind, paths in chosen.items():
        for path in paths:
            shards.setdefault(path.name.split("--")[0], {}).setdefault(kind, []).append(path)
    return (shards[shard] for shard in sorted(shards))


def _shard(parts: Mapping[str, Sequence[Path]], checked: Checked) -> Iterator[Fault]:
    texts: dict[str, str] = {}
    for path in parts.get("raws", ()):
        yield from _raws(path, checked)
    for path in parts.get("reports", ()):
        yield from _reports(path, checked, texts)
    if set(parts) <= _BEFORE_REPORTS:  # a read was cut short before it wrote the reports; the next one goes on there
        parts = {kind: paths for kind, paths in parts.items() if kind != "zones"}
    for kind in _SPANNED:
        for path in parts.get(kind, ()):
            yield from _spans(path, kind, checked, texts)
    for path in parts.get("statements", ()):
        yield from _statements(path, checked, texts)
    for kind in _DIGEST_ONLY:
        for path in parts.get(kind, ()):
            yield from (row for row in _read(path, checked, rows=False) if isinstance(row, Fault))


def _read(path: Path, checked: Checked, *, rows: bool = True) -> Iterator[dict[str, Any] | Fault]:
    """Give the rows of a part, a few at a time, or the fault that keeps it from being trusted."""
    checked.parts += 1
    try:
        content = path.read_bytes()
        if sha256_of(content) != digest_of(path).read_text():
            checked.damaged += (path,)
            yield Fault(
                str(path), "its bytes are not those that were written; `dragoman verify --mend`, then `dragoman read`"
            )
            return
        opened = pq.ParquetFile(BufferReader(content))
        for batch in opened.iter_batches(_ROWS) if rows else ():
            yield from batch.to_pylist()
    except (OSError, ArrowException) as fault:
        checked.damaged += (path,)
        yield Fault(
            str(path), f"cannot be read ({str(fault).splitlines()[0]}); `dragoman verify --mend`, then `dragoman read`"
        )


def _raws(path: Path, checked: Checked) -> Iterator[Fault]:
    for row in _read(path, checked):
        if isinstance(row, Fault):
            yield row
        elif sha256_of(row["bytes"]) != row["id"]:
            yield Fault(f"{path} {row['id']}", "the bytes do not have the digest they go by")


def _reports(path: Path, checked: Checked, texts: dict[str, str]) -> Iterator[Fault]:
    for row in _read(path, checked):
        if isinstance(row, Fault):
            yield row
            continue
        checked.reports += 1
        texts[row["id"]] = row["text"]
        if sha256_of(row["text"].encode()) != row["text_sha256"]:
            yield Fault(f"{path} {row['id']}", "the text does not have the digest stored with it")


def _spans(path: Path, kind: str, checked: Checked, texts: Mapping[str, str]) -> Iterator[Fault]:
    for row in _read(path, checked):
        if isinstance(row, Fault):
            yield row
            continue
        where = f"{path} {row.get('id') or row.get('mention') or row['report']}"
        inner = [*(row.get("actors") or ()), *(row.get("recipients") or ()), *(row.get("spans") or ())]
        stretches = [(each["start"], each["end"]) for each in (row, *inner)]
        yield from _outside(where, row["report"], stretches, checked, texts)
        said = texts.get(row["report"], "")[row["start"] : row["end"]]
        if kind == "mentions" and said != row["text"]:
            yield Fault(where, f"stored as {row['text']!r}, the report says {said!r}")


def _statements(path: Path, checked: Checked, texts: Mapping[str, str]) -> Iterator[Fault]:
    for row in _read(path, checked):
        if isinstance(row, Fault):
            yield row
            continue
        stretches = [(content["start"], content["end"]) for content in row["contents"]]
        parts = ((row[f"{part}_start"], row[f"{part}_end"]) for part in ("speaker", "cue"))
        stretches += [part for part in parts if part[0] is not None]
        yield from _outside(f"{path} {row['id']}", row["report"], stretches, checked, texts)


def _outside(
    where: str, report: str, stretches: Sequence[tuple[int, int]], checked: Checked, texts: Mapping[str, str]
) -> Iterator[Fault]:
    if report not in texts:
        yield Fault(where, f"belongs to report {report}, which is not in the record")
        return
    for start, end in stretches:
        checked.spans += 1
        if not 0 <= start < end <= len(texts[report]):
            yield Fault(where, f"span {start}–{end} lies outside a text of {len(texts[report])} code points")
