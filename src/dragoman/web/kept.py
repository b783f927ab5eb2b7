"""Answers that are kept: the last few hundred, and those to what every reader asks first, which lie on the disk too."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

_MOST = 400
_ROWS = 1000
Rows = list[dict[str, Any]]


class Kept:
    """Answers by their question, for as long as the record stands as it is."""

    def __init__(self) -> None:
        self._lately: dict[str, Rows] = {}
        self._always: dict[str, Rows] = {}
        self._tables: dict[str, pa.Table] | None = None

    def find(self, question: str) -> Rows | None:
        """Give the answer to a question asked before; the caller may change its rows."""
        found = self._always.get(question)
        if found is None:
            found = self._lately.get(question)
        return None if found is None else [dict(row) for row in found]

    def keep(self, question: str, table: pa.Table) -> Rows:
        """Keep an answer, unless it is very long, and give its rows."""
        rows: Rows = table.to_pylist()
        if self._tables is not None:
            self._tables[question] = table
        elif len(rows) <= _ROWS:
            self._lately[question] = rows
            if len(self._lately) > _MOST:
                del self._lately[next(iter(self._lately))]
        return [dict(row) for row in rows]

    def begin(self) -> None:
        """Keep every answer from now on for good."""
        self._tables = {}

    def write(self, file: Path) -> None:
        """Put away what was kept since `begin`; a folder that cannot be written is no fault."""
        tables, self._tables = self._tables or {}, None
        self._always = {question: table.to_pylist() for question, table in tables.items()}
        draft = file.with_name(f".{file.name}.draft")
        with suppress(OSError):
            draft.write_bytes(
                msgspec.msgpack.encode({question: _bytes_of(table) for question, table in tables.items()})
            )
            draft.replace(file)

    def read(self, file: Path) -> bool:
        """Take in what was put away before, and tell whether there was anything."""
        if not file.exists():
            return False
        stored = msgspec.msgpack.decode(file.read_bytes(), type=dict[str, bytes])
        self._always = {question: pa.ipc.open_stream(one).read_all().to_pylist() for question, one in stored.items()}
        return True


def question_of(query: str, values: Mapping[str, Any]) -> str:
    """Name a question: the query and its values."""
    return f"{query} {sorted(values.items())}"


def _bytes_of(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as out:
        out.write_table(table)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]
