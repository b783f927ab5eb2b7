"""The record laid out for many questions: what views give, sorted, in one DuckDB file beside the parts.

A cache like the tables of `gathering`, in the same folder, for the same parts: to be deleted at will. Many readers may
have it open at once, for none of them writes.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import duckdb

from dragoman.errors import RecordError
from dragoman.records import KINDS
from dragoman.settings import RULES
from dragoman.store.room import Room, names_gathered, names_in, sql, views_under

MEMORY = "400MB"
# What is laid out, each after what it needs, and by what it is sorted: what a question narrows by lies together.
VIEWS = {
    "entities": "id", "edges": "report", "received": "id", "markers": "report", "wordings": "entity", "parties": "event", "told": "id",
    "done": "id", "held": "id", "stood": "id", "facts": "id", "meetings": "id", "copies": "report", "origins": "report",
    "clusters": "act", "matches": "one, other", "conflicts": "happening, field", "accounts": "happening, field, event",
    "happenings": "id", "disputes": "id", "ledger": "place", "shapes": "shape", "leaves": "report, start",
    "takings": "entity, reach, place", "coded": "code", "sieve": "place", "terms": "term", "things": "id", "met": 'sort, "left", "right", id',
}  # fmt: skip
# Of what reports say of happenings, only what others contradict is asked for.
_ONLY = {"accounts": "SEMI JOIN conflicts USING (happening, field)"}
PARTS = {
    "reports": "id", "zones": "report", "days": "report", "statements": "report", "events": "report", "tenures": "report",
    "standings": "report",
}  # fmt: skip


class LaidRoom(Room):
    """A reading room over a record laid out; what is not laid out is read from its parts.

    Args:
        chosen: The part files of each kind.
        file: The DuckDB file.
        rule: Which value of a happening is shown where reports differ.
    """

    def __init__(self, chosen: Mapping[str, Sequence[Path]], file: Path, *, rule: str = RULES[0]) -> None:
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
        self._weights(rule)
        for name in names_in("views"):
            if name not in names_gathered() and name not in VIEWS:
                self._view(name, "VIEW")
        self.file = file
        self._gathered = file.parent
        self._to_make = [name for name in names_gathered() if name not in VIEWS]


class LayingRoom(Room):
    """A reading room that writes what its views give into a DuckDB file."""

    def lay(self, draft: Path, told: Callable[[str], None]) -> None:
        """Write the tables, sorted; what rests on one that is written reads it there and not in the parts again."""
        self._duck.execute(f"SET temp_directory = '{_quoted(draft.parent / 'spilled')}'")
        self._duck.execute(f"ATTACH '{_quoted(draft)}' AS laid; CREATE SCHEMA laid.parts")
        for name, order in PARTS.items():
            told(f"laying out {name}")
            self._duck.execute(f"CREATE TABLE laid.parts.{name} AS FROM parts.{name} ORDER BY {order}")
        for name, order in VIEWS.items():
            told(f"laying out {name}")
            self._make(name)
            self._duck.execute(f"CREATE TABLE laid.main.{name} AS FROM {name} {_ONLY.get(name, '')} ORDER BY {order}")
            self._duck.execute(f"DROP {self._sort_of(name)} memory.main.{name}")
            self._duck.execute(f"CREATE VIEW memory.main.{name} AS FROM laid.main.{name}")
        self._duck.execute("CHECKPOINT laid; USE memory; DETACH laid")

    def _sort_of(self, name: str) -> str:
        made = self._duck.execute(
            "SELECT count(*) FROM duckdb_views() WHERE database_name = 'memory' AND schema_name = 'main' AND view_name = $name",
            {"name": name},
        ).fetchone()
        return "VIEW" if made and made[0] else "TABLE"


def file_of(gathered: Path) -> Path:
    """Say where the record lies laid out, or would lie: the name digests the queries it is made by."""
    digest = blake2b(digest_size=6)
    for name in views_under(tuple(VIEWS)):
        digest.update(sql("views", name).encode())
    digest.update(repr((VIEWS, PARTS, _ONLY)).encode())
    return gathered / f"laid-{digest.hexdigest()}.duckdb"


def lay(chosen: Mapping[str, Sequence[Path]], gathered: Path, told: Callable[[str], None] = lambda _: None) -> Path:
    """Lay the record out beside the tables that were gathered from the same parts, unless it is done already.

    Raises:
        RecordError: The folder cannot be written.
    """
    file = file_of(gathered)
    if file.exists():
        return file
    draft = gathered / f".{file.name}.{os.getpid()}.draft"
    try:
        with LayingRoom(chosen, views=True, gathered=gathered) as room:
            room.lay(draft, told)
        draft.replace(file)
        for other in (*gathered.glob("laid*.duckdb"), *gathered.glob("answers-*")):
            if other != file:
                other.unlink(missing_ok=True)
    except (OSError, duckdb.IOException) as fault:
        raise RecordError(f"cannot write {draft}: {fault}; without it the pages answer more slowly") from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return file


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
