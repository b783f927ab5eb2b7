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
from dragoman.store.laying import ACROSS, FIRST, GROUP, LOCAL, MANY, ONLY, PARTS, write
from dragoman.store.queries import all_views, sql, views_under
from dragoman.store.room import Room, quoted
from dragoman.store.spilling import spill_in

MEMORY = "1500MB"
VIEWS = {**FIRST, **LOCAL, **ACROSS}
_OF_FACTS = 'id, fact, kind, day, day_from, day_to, who, what, words, outlet, published, title, report, start, "end", score, rule, involved, about'


class LaidRoom(Room):
    """A reading room over a record laid out; what is not laid out is read from its parts.

    Args:
        chosen: The part files of each kind.
        file: The DuckDB file.
        rule: Which value of a happening is shown where reports differ.
    """

    _path = "memory.main,laid.main,laid.parts,memory.parts"

    def __init__(self, chosen: Mapping[str, Sequence[Path]], file: Path, *, rule: str = RULES[0]) -> None:
        self._duck = duckdb.connect(
            config={"threads": 2, "memory_limit": MEMORY, "temp_directory": str(spill_in(file.parent))}
        )
        self._duck.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET parquet_metadata_cache = true")
        # A few hundred rows picked by their place are found without reading all others.
        self._duck.execute("SET dynamic_or_filter_threshold = 1000")
        self._duck.execute(f"ATTACH {quoted(file)} AS laid (READ_ONLY)")
        self._duck.execute(f"CREATE SCHEMA parts; SET search_path = '{self._path}'")
        self._weights(rule)
        self._duck.execute(f"CREATE VIEW memory.main.facts AS SELECT {_OF_FACTS} FROM ledger")  # noqa: S608 - our own
        self.file = file
        self._chosen, self._unshelved = chosen, {kind for kind in KINDS if kind not in PARTS}
        self._sort, self._gathered = "VIEW", file.parent
        self._to_make = [name for name in all_views() if name not in {*VIEWS, "facts"}]


def file_of(gathered: Path) -> Path:
    """Say where the record lies laid out, or would lie: the name digests the queries it is made by."""
    digest = blake2b(digest_size=6)
    for name in views_under(tuple(VIEWS)):
        digest.update(sql("views", name).encode())
    digest.update(repr((VIEWS, PARTS, ONLY, GROUP, MANY)).encode())
    return gathered / f"laid-{digest.hexdigest()}.duckdb"


def lay(
    chosen: Mapping[str, Sequence[Path]],
    gathered: Path,
    told: Callable[[str], None] = lambda _: None,
    *,
    rule: str = RULES[0],
) -> Path:
    """Lay the record out beside the tables that were gathered from the same parts, unless it is done already.

    Raises:
        RecordError: The folder cannot be written.
    """
    file = file_of(gathered)
    if file.exists():
        return file
    draft = gathered / f".{file.name}.{os.getpid()}.draft"
    try:
        write(chosen, gathered, draft, told, rule=rule)
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
