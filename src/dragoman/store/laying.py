"""Writing a record laid out: first what hangs on single reports, some shards at a time, then what stands across all.

So memory is bounded by how much is taken at a time, never by the record; what is sorted whole spills to the disk.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from dragoman.settings import RULES
from dragoman.store.room import Room, quoted
from dragoman.store.spilling import spill_in

MEMORY = "2GB"
REPORTS = 25_000  # taken at a time, unless one shard has more
FACTS = 2_000_000  # of the ledger taken at a time
MANY = 20_000  # facts of one from which on what they can be narrowed by is counted ahead
GROUP = 20_480  # rows of a row group: a few rows picked by what they are sorted by are found among so many
# What is laid out shard by shard, each after what it needs, and by what its rows are sorted: a question names a report.
PARTS = {
    "reports": "id", "zones": "report", "days": "report", "statements": "report", "events": "report", "tenures": "report",
    "standings": "report",
}  # fmt: skip
LOCAL = {
    "edges": "report", "received": "id", "markers": "report", "parties": "report, event", "told": "report, id", "done": "report, id",
    "held": "report, id", "stood": "report, id", "meetings": "id",
}  # fmt: skip
# What is laid out over all, first and last; of that the tables of `gathering` are copied.
FIRST = {"entities": "id"}
ACROSS = {
    "wordings": "entity", "copies": "report", "origins": "report", "clusters": "act", "matches": "one, other", "conflicts": "happening, field",
    "accounts": "happening, field, event", "happenings": "id", "disputes": "id", "ledger": "place", "shapes": "shape",
    "leaves": "report, start", "finds": "id", "called": "said", "coded": "code", "takings": "entity, reach, place", "sieve": "place", "terms": "term",
    "things": "id", "met": 'sort, "left", "right", id', "sections": "entity, reach, section", "facing": "one, other, place",
    "kin": "alike, place", "sittings": "place", "busiest": "entity", "tallies": "entity", "facets": "entity, facet",
    "careers": "entity, id", "holders": "post, country, person_id",
}  # fmt: skip
# What these rest on is laid out shard by shard too, and thrown away in the end.
SCRAP = ("spellings", "namings", "entries")
# What is laid out a stretch of the ledger at a time, each sorted by itself.
BY_STRETCH = frozenset({"takings", "sieve", "terms", "sections", "facing", "tallies"})
# Of what reports say of happenings, only what others contradict is asked for.
ONLY = {"accounts": "SEMI JOIN conflicts USING (happening, field)"}
Told = Callable[[str], None]


def write(
    chosen: Mapping[str, Sequence[Path]], gathered: Path, draft: Path, told: Told, *, rule: str = RULES[0]
) -> None:
    """Write every table into a DuckDB file.

    Args:
        chosen: Part files by kind.
        gathered: Folder of the tables gathered across reports.
        draft: The file.
        told: Called with each step.
        rule: Which value of a happening is shown where reports differ.
    """
    scrap = draft.with_suffix(".entries")
    try:
        with LayingRoom(chosen, gathered=gathered, draft=draft, scrap=scrap, rule=rule) as room:
            room.across(FIRST, told)
        for number, some in enumerate(portions(chosen)):
            with LayingRoom(some, gathered=gathered, draft=draft, scrap=scrap, rule=rule) as room:
                room.add(lambda step, number=number: told(f"{step}, portion {number + 1}"))  # type: ignore[misc]
        with LayingRoom(chosen, gathered=gathered, draft=draft, scrap=scrap, rule=rule) as room:
            room.across(ACROSS, told)
    finally:
        for left in scrap.parent.glob(f"{scrap.name}*"):
            left.unlink(missing_ok=True)


def portions(chosen: Mapping[str, Sequence[Path]]) -> Iterator[dict[str, list[Path]]]:
    """Give the parts by kind, of some shards at a time; a record without any is one portion."""
    shards: dict[str, dict[str, list[Path]]] = {}
    for kind, paths in chosen.items():
        for path in paths:
            shards.setdefault(path.name.split("--")[0], {}).setdefault(kind, []).append(path)
    portion: dict[str, list[Path]] = {}
    reports = 0
    for _, parts in sorted(shards.items()):
        some = sum(pq.read_metadata(path).num_rows for path in parts.get("reports", ()))
        if reports and reports + some > REPORTS:
            yield portion
            portion, reports = {}, 0
        for kind, paths in parts.items():
            portion.setdefault(kind, []).extend(paths)
        reports += some
    yield portion


class LayingRoom(Room):
    """A reading room that writes what its views give into a DuckDB file.

    Args:
        chosen: Part files by kind, of all shards or some.
        gathered: Folder of the tables gathered across reports.
        draft: The file; tables that stand in it are read there and not from the parts again.
        scrap: A file of what is laid out on the way.
        rule: Which value of a happening is shown where reports differ.
    """

    _once = "VIEW"  # each is asked once, or a stretch at a time

    def __init__(
        self, chosen: Mapping[str, Sequence[Path]], *, gathered: Path, draft: Path, scrap: Path, rule: str
    ) -> None:
        super().__init__(chosen, views=True, gathered=gathered, rule=rule)
        self._duck.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {quoted(spill_in(gathered))}")
        for name, file in (("laid", draft), ("scrap", scrap)):
            self._duck.execute(f"ATTACH {quoted(file)} AS {name} (ROW_GROUP_SIZE {GROUP})")
        self._duck.execute("CREATE SCHEMA IF NOT EXISTS laid.parts")
        self._duck.execute("SET VARIABLE many = $many", {"many": MANY})
        if "entities" in self._tables("laid"):
            self._take("entities", "laid.main.entities")

    def add(self, told: Told) -> None:
        """Add what hangs on the reports of this room."""
        for name, order in PARTS.items():
            told(f"laying out {name}")
            self._make(f"parts.{name}")
            self._insert(f"laid.parts.{name}", f"FROM parts.{name} ORDER BY {order}")
        for name, order in LOCAL.items():
            told(f"laying out {name}")
            self._make(name)
            self._duck.execute(f"CREATE TABLE memory.parts.portion_{name} AS FROM {name} ORDER BY {order}")
            self._take(name, f"memory.parts.portion_{name}")
            self._insert(f"laid.main.{name}", f"FROM {name}")
        for name in SCRAP:
            told(f"laying out {name}")
            self._make(name)
            self._insert(f"scrap.main.{name}", f"FROM {name}")
        self._settle()

    def across(self, names: Mapping[str, str], told: Told) -> None:
        """Lay out what stands across all reports."""
        for base in ("laid", "scrap"):
            for name in self._tables(base):
                self._take(name, f"{base}.main.{name}")
        for name, order in names.items():
            told(f"laying out {name}")
            if name == "ledger":
                # Sorted once, then numbered as it comes.
                ordered = "FROM scrap.main.entries ORDER BY since DESC NULLS LAST, report, start, id"
                self._insert("laid.main.ledger", f"SELECT row_number() OVER () AS place, * FROM ({ordered})")  # noqa: S608 - names of ours
            else:
                self._make(name)
                query = f"FROM {name} {ONLY.get(name, '')} ORDER BY {order}"
                for after, up_to in self._stretches() if name in BY_STRETCH else ((0, None),):
                    self._duck.execute("SET VARIABLE after = $after", {"after": after})
                    self._duck.execute("SET VARIABLE up_to = $up_to", {"up_to": up_to})
                    self._insert(f"laid.main.{name}", query)
            self._take(name, f"laid.main.{name}")
        self._settle()

    def _stretches(self) -> Iterator[tuple[int, int | None]]:
        facts = self._duck.sql("SELECT count(*) FROM laid.main.ledger").fetchall()[0][0]
        for after in range(0, max(facts, 1), FACTS):
            yield after, after + FACTS

    def _insert(self, table: str, query: str) -> None:
        base, schema, name = table.split(".")
        begun = name in self._tables(base, schema)
        self._duck.execute(f"INSERT INTO {table} {query}" if begun else f"CREATE TABLE {table} AS {query}")

    def _take(self, name: str, table: str) -> None:
        """Have what goes by a name read from a table that holds it."""
        for sort in ("VIEW", "TABLE"):
            with suppress(duckdb.CatalogException):
                self._duck.execute(f"DROP {sort} IF EXISTS memory.main.{name}")
        self._duck.execute(f"CREATE VIEW memory.main.{name} AS FROM {table}")
        if name in self._to_make:
            self._to_make.remove(name)

    def _tables(self, base: str, schema: str = "main") -> list[str]:
        found = self._duck.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = $base AND schema_name = $schema ORDER BY table_oid",
            {"base": base, "schema": schema},
        )
        return [name for (name,) in found.fetchall()]

    def _settle(self) -> None:
        self._duck.execute("CHECKPOINT laid; CHECKPOINT scrap; USE memory; DETACH laid; DETACH scrap")
