"""The record laid out for many questions: what views give, sorted, in one DuckDB file beside the parts.

A cache like the tables of `gathering`, in the same folder, for the same parts: to be deleted at will. Many readers may
have it open at once, for none of them writes.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import duckdb

from dragoman.errors import RecordError
from dragoman.records import KINDS
from dragoman.store.room import Room, names_gathered, names_in

FILE = "laid.duckdb"
MEMORY = "600MB"
# What is laid out, and by what it is sorted: what a question narrows by lies together.
VIEWS = {
    "entities": "id", "parties": "event", "told": "id", "done": "id", "held": "id", "stood": "id", "facts": "id", "meetings": "id",
    "copies": "report", "origins": "report", "clusters": "act", "matches": "one, other", "accounts": "happening, field, event",
    "conflicts": "happening, field", "happenings": "id", "ledger": "place", "takings": "entity, part, place",
}  # fmt: skip
PARTS = {
    "reports": "id", "zones": "report", "mentions": "report", "links": "entity", "statements": "report", "events": "report",
    "tenures": "report", "standings": "report",
}  # fmt: skip


class LaidRoom(Room):
    """A reading room over a record laid out; what is not laid out is read from its parts.

    Args:
        chosen: The part files of each kind.
        file: The DuckDB file.
    """

    def __init__(self, chosen: Mapping[str, Sequence[Path]], file: Path) -> None:
        self._duck = duckdb.connect(
            config={"threads": 2, "memory_limit": MEMORY, "temp_directory": str(file.parent / "spilled")}
        )
        self._duck.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET parquet_metadata_cache = true")
        # A few hundred rows picked by their place are found without reading all others.
        self._duck.execute("SET dynamic_or_filter_threshold = 1000")
        self._duck.execute(f"ATTACH '{_quoted(file)}' AS laid (READ_ONLY)")
        self._duck.execute("CREATE SCHEMA parts; SET schema = 'parts'")
        for kind in KINDS:
            if kind not in PARTS:
                self._shelve(kind, chosen.get(kind, ()))
        self._duck.execute("SET search_path = 'memory.main,laid.main,laid.parts,memory.parts'")
        self._weights()
        for name in names_in("views"):
            if name not in names_gathered() and name not in VIEWS:
                self._view(name, "VIEW")
        self._gathered = file.parent
        self._to_make = [name for name in names_gathered() if name not in VIEWS]


class LayingRoom(Room):
    """A reading room that writes what its views give into a DuckDB file."""

    def lay(self, draft: Path) -> None:
        """Write the tables, sorted, in one transaction: what is half written is nothing."""
        for name in VIEWS:
            self._make(name)
        self._duck.execute(f"SET temp_directory = '{_quoted(draft.parent / 'spilled')}'")
        self._duck.execute(f"ATTACH '{_quoted(draft)}' AS laid; BEGIN; CREATE SCHEMA laid.parts")
        for name, order in PARTS.items():
            self._duck.execute(f"CREATE TABLE laid.parts.{name} AS FROM parts.{name} ORDER BY {order}")
        for name, order in VIEWS.items():
            self._duck.execute(f"CREATE TABLE laid.main.{name} AS FROM {name} ORDER BY {order}")
        self._duck.execute("COMMIT; DETACH laid")


def lay(chosen: Mapping[str, Sequence[Path]], gathered: Path) -> Path:
    """Lay the record out beside the tables that were gathered from the same parts, unless it is done already.

    Raises:
        RecordError: The folder cannot be written.
    """
    file = gathered / FILE
    if file.exists():
        return file
    draft = gathered / f".{FILE}.{os.getpid()}.draft"
    try:
        with LayingRoom(chosen, views=True, gathered=gathered) as room:
            room.lay(draft)
        draft.replace(file)
    except (OSError, duckdb.IOException) as fault:
        raise RecordError(f"cannot write {draft}: {fault}; without it the pages answer more slowly") from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return file


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
