"""A record handed on: CSV, JSON lines, Parquet, one DuckDB file; its statements for Citron or as schema.org claims."""

import csv
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import json

from dragoman.errors import RecordError
from dragoman.lexicon.acts import acts
from dragoman.store.citron import write_citron
from dragoman.store.claims import write_claims
from dragoman.store.queries import sql
from dragoman.store.room import Room

QUOTED = ("citron", "claims")
FORMATS = ("csv", "jsonl", "parquet", "duckdb", *QUOTED)
_BATCH = 256


def to_csv(table: pa.Table, sink: IO[bytes]) -> None:
    """Write a table as CSV; lists and structs stand as JSON in their cell."""
    lines = TextIOWrapper(sink, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(table.column_names)
    for batch in table.to_batches():
        for row in batch.to_pylist():
            writer.writerow([_cell(value) for value in row.values()])
    lines.detach()


def to_jsonl(table: pa.Table, sink: IO[bytes]) -> None:
    """Write a table as one JSON object a line."""
    for batch in table.to_batches():
        for row in batch.to_pylist():
            sink.write(json.encode(row) + b"\n")


def to_parquet(table: pa.Table, sink: IO[bytes]) -> None:
    """Write a table as Parquet."""
    pq.write_table(table, sink, compression="zstd")


WRITERS: dict[str, Callable[[pa.Table, IO[bytes]], None]] = {"csv": to_csv, "jsonl": to_jsonl, "parquet": to_parquet}


def export(tables: Mapping[str, pa.Table], fmt: str, out: Path) -> list[Path]:
    """Write tables to a folder, a file each, or into one DuckDB file.

    Raises:
        RecordError: The place cannot be written, or something stands there already.
    """
    _refuse_taken(out)
    try:
        if fmt == "duckdb":
            out.parent.mkdir(parents=True, exist_ok=True)
            return [_to_duckdb(tables, out)]
        out.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            with (out / f"{name}.{fmt}").open("wb") as sink:
                WRITERS[fmt](table, sink)
    except OSError as fault:
        raise RecordError(f"cannot write {out}: {fault.strerror}") from None
    return [out / f"{name}.{fmt}" for name in tables]


def export_statements(room: Room, fmt: str, out: Path) -> list[Path]:
    """Write statements to a folder, row by row: for Citron a file a report, as claims one file.

    Raises:
        RecordError: The place cannot be written, or something stands there already.
    """
    _refuse_taken(out)
    query = sql("asks", f"export_{fmt}")
    values = {"acts": [act.name for act in acts().values() if act.asserts]} if fmt == "claims" else None
    rows = (row for batch in room.stream(query, _BATCH, values) for row in batch.to_pylist())
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [write_claims(rows, out)] if fmt == "claims" else list(write_citron(rows, out))
    except OSError as fault:
        raise RecordError(f"cannot write {out}: {fault.strerror}") from None


def _refuse_taken(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RecordError(f"{out} exists already; name another place with -o")


def _to_duckdb(tables: Mapping[str, pa.Table], out: Path) -> Path:
    with duckdb.connect(str(out)) as duck:
        for name, table in tables.items():
            duck.from_arrow(table).create(name)
    return out


def _cell(value: Any) -> Any:
    return json.encode(value).decode() if isinstance(value, list | dict) else value
