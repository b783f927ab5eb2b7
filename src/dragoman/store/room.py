"""The reading room: DuckDB over the parts of a record, opened for one purpose and closed again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Timer
from types import MappingProxyType
from typing import Any, Self

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.errors import UsageError
from dragoman.lexicon.matching import weights
from dragoman.records import KINDS
from dragoman.settings import RULES
from dragoman.store.by_hand import BY_HAND
from dragoman.store.parts import ROWS_IN_GROUP, empty
from dragoman.store.queries import all_views, names_gathered, needed_by, sql, takes_of
from dragoman.store.spilling import spill_in

_WORD = re.compile(r"\w+")
_PART = re.compile(r"\bparts\.\w+")
_CATALOGUE = frozenset(
    {"show", "describe", "information_schema", "duckdb_views", "duckdb_tables", "duckdb_columns", "summarize"}
)
_REMARK = re.compile(r"--.*")
SECONDS = 30
LONG = 3600.0
_UNALIKE = frozenset({"raws", "refusals", "judgements"})  # written under a name that says nothing of their columns


class Room:
    """Queries over some parts of a record.

    Args:
        chosen: The part files of each kind.
        views: Whether the views of `sql/views` stand ready beside the parts.
        kept: Whether the views are worked out once and kept as tables, for a room open to many questions.
        gathered: Folder where views that compare report with report lie worked out, NAME.parquet each.
        ready: Files where some of these lie worked out, by name.
        fresh: Part files of the reports whose pairs are to be found; all of them if None.
        dated: Whether of these only the reports with a day are meant, or only those without.
        waiting: Part files of reports that are left aside if they have no day.
        threads: Threads a query may use.
        rule: Which value of a happening is shown where reports differ.
    """

    _base, _path = "memory", "main,parts"
    _once = "TABLE"  # how what is gathered across reports is laid out: not worked out again for each query
    _ready: Mapping[str, Sequence[Path]] = MappingProxyType({})

    def __init__(  # noqa: PLR0913 - each stands by itself
        self,
        chosen: Mapping[str, Sequence[Path]],
        *,
        views: bool,
        kept: bool = False,
        gathered: Path | None = None,
        ready: Mapping[str, Sequence[Path]] = MappingProxyType({}),
        fresh: Sequence[Path] | None = None,
        dated: bool | None = None,
        waiting: Sequence[Path] = (),
        threads: int = 2,
        rule: str = RULES[0],
    ) -> None:
        # What is spilled would else lie where the user stands.
        self._duck = duckdb.connect(
            config={"threads": threads, "memory_limit": "2GB", "temp_directory": str(spill_in())}
        )
        self._duck.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET parquet_metadata_cache = true")
        self._duck.execute(f"CREATE SCHEMA parts; SET search_path = '{self._path}'")
        self._chosen, self._unshelved = chosen, set(KINDS)
        self._sort = "TABLE" if kept else "VIEW"
        if views:
            self._weights(rule)
        laid = set()
        for name, paths, some in (("fresh", fresh, dated), ("waiting", waiting, False)):
            if paths:
                laid.add(name)
                those = {None: "TRUE", True: "published_from IS NOT NULL", False: "published_from IS NULL"}[some]
                found = self._duck.read_parquet([str(path) for path in paths])
                found.filter(those).project("id AS report").create_view(name)
        self._gathered, self._ready = gathered, ready
        self._to_make = [name for name in all_views() if name not in laid] if views else []
        if not views:
            for kind in KINDS:
                self._shelve(kind)
            self._duck.execute("CREATE VIEW main.pages AS " + sql("inputs", "pages"))

    def _shelve(self, kind: str) -> None:
        """Lay a kind out under its name; parts of an older dragoman get the columns they lack, as nulls."""
        self._unshelved.discard(kind)
        blank: pa.Table = empty(kind)
        paths = self._chosen.get(kind, ())
        some = [*self._alike(kind, paths)]
        shelf = f"{self._base}.parts.{kind}"
        if len(some) == 1 and kind not in _UNALIKE and pq.read_schema(paths[0]).names == blank.column_names:
            self._duck.execute(f"CREATE VIEW {shelf} AS FROM {some[0]}")
            return
        self._duck.from_arrow(blank).create(f"{shelf}_0" if some else shelf)
        if some:
            together = " UNION ALL BY NAME ".join(f"FROM {one}" for one in (f"{shelf}_0", *some))
            self._duck.execute(f"CREATE VIEW {shelf} AS {together}")

    def _alike(self, kind: str, paths: Sequence[Path]) -> Iterator[str]:
        """Say how to read the parts of a kind; those that one stage wrote by one fingerprint are alike, so that one tells for all."""
        alike: dict[str, list[str]] = {}
        for path in paths:
            alike.setdefault(path.stem.split("--")[-1] if kind not in _UNALIKE else "", []).append(quoted(path))
        for some in alike.values():
            yield f"read_parquet([{', '.join(some)}], union_by_name = {str(kind in _UNALIKE).lower()})"

    def _weights(self, rule: str = RULES[0]) -> None:
        """Lay the figures of `lexicon/matching.toml` and the usual rule out, for views to go by."""
        names = ("name", "value", "unit", "why")
        rows = {name: [getattr(one, name) for one in weights().values()] for name in names}
        self._duck.from_arrow(pa.table(rows)).create("main.weights")
        # A variable is a constant to the planner; a query in its place would be a join at every use.
        self._duck.execute("SET VARIABLE weights = (SELECT map(list(name), list(value)) FROM main.weights)")
        self._duck.execute("SET VARIABLE rule = $rule", {"rule": rule})
        self._duck.execute("CREATE MACRO main.weight(wanted) AS getvariable('weights')[wanted]")

    def _view(self, name: str, sort: str) -> None:
        text = sql("views", name)
        takes = takes_of(text)
        head = f"CREATE MACRO main.{name}({takes}) AS TABLE " if takes else f"CREATE {sort} main.{name} AS "
        self._duck.execute(head + text)

    def _make(self, query: str) -> None:
        """Lay out what this query rests on and no query before it did: to bind the list of all parts takes time.

        What is gathered across reports is worked out once a room, or taken if it lies ready.
        """
        said = set(_WORD.findall(_REMARK.sub("", query.lower())))
        is_of_all = bool(said & _CATALOGUE)
        wanted = set(self._to_make) if is_of_all else set(self._to_make) & said
        for name in reversed(self._to_make):
            if name in wanted and not self._files(name):
                wanted |= set(needed_by(name))
        parts = {
            name.removeprefix("parts.")
            for name in {*wanted, *_PART.findall(query.lower())}
            if name.startswith("parts.")
        }
        kinds = self._unshelved if is_of_all else self._unshelved & (said - set(all_views()) | parts)
        for kind in [kind for kind in KINDS if kind in kinds]:
            self._shelve(kind)
        for name in [name for name in self._to_make if name in wanted]:
            if found := self._files(name):
                self._duck.execute(f"CREATE VIEW main.{name} AS FROM read_parquet([{', '.join(map(quoted, found))}])")
            elif name in BY_HAND:
                BY_HAND[name].tell(self._duck)
            else:
                self._view(name, self._once if name in names_gathered() else self._sort)
            self._to_make.remove(name)

    @property
    def unmade(self) -> frozenset[str]:
        """What no query has asked for yet."""
        return frozenset(self._to_make)

    def _files(self, name: str) -> Sequence[Path]:
        """Give the files where something gathered lies ready."""
        found = self._gathered / f"{name}.parquet" if self._gathered else None
        return [found] if found and found.exists() else self._ready.get(name, ())

    def lock(self, folder: Path) -> None:
        """Shut every way out: no file but the record's, no network, no change of settings."""
        self._duck.execute("SET allowed_directories = [$folder]", {"folder": str(folder)})
        self._duck.execute("SET enable_external_access = false; SET lock_configuration = true")

    def ask(self, query: str, values: Mapping[str, Any] | None = None, seconds: float = SECONDS) -> Any:
        """Run a query and give its rows as an Arrow table.

        Raises:
            UsageError: The query is wrong, or took longer than it may.
        """
        timer = Timer(seconds, self._duck.interrupt)
        timer.start()
        try:
            self._make(query)
            return self._duck.sql(query, params=dict(values or {})).to_arrow_table()
        except duckdb.InterruptException:
            raise UsageError(f"the query took more than {seconds:.0f} s and was stopped; narrow it") from None
        except duckdb.Error as fault:
            raise UsageError(f"the query failed: {_said(fault)}") from None
        finally:
            timer.cancel()

    def stream(self, query: str, rows: int, values: Mapping[str, Any] | None = None) -> Any:
        """Run a trusted query and give its rows as Arrow batches of about `rows`."""
        self._make(query)
        return self._duck.sql(query, params=dict(values) if values else None).to_arrow_reader(rows)

    def keep(self, name: str, file: Path, seconds: float = LONG) -> None:
        """Write the rows of a table or view to a Parquet file as they come, so that few of them are held at a time.

        Raises:
            UsageError: It took longer than it may.
        """
        timer = Timer(seconds, self._duck.interrupt)
        timer.start()
        try:
            rows = self.stream(f"SELECT * FROM {name}", ROWS_IN_GROUP)  # noqa: S608 - a name of ours
            with pq.ParquetWriter(file, rows.schema, compression="zstd") as out:
                for batch in rows:
                    out.write_batch(batch)
        except duckdb.Error as fault:
            raise UsageError(f"{name} could not be gathered: {fault}") from None
        finally:
            timer.cancel()

    def close(self) -> None:
        """Close the room."""
        self._duck.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _said(fault: duckdb.Error) -> str:
    """Say what is wrong with a query; of a table that is not there, which there are: the engine guesses among its own."""
    told, guessed, _ = str(fault).partition("\nDid you mean")
    if guessed and told.startswith("Catalog Error: Table with name"):
        return f"{told} There are {', '.join(sorted({*KINDS, *all_views()}))}"
    return str(fault)


def quoted(path: Path) -> str:
    """Write a path as SQL does."""
    return "'" + str(path).replace("'", "''") + "'"


def only_reads(query: str) -> None:
    """Let one reading statement pass.

    Raises:
        UsageError: It is no single SELECT.
    """
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as fault:
        raise UsageError(f"the query failed: {fault}") from None
    if len(statements) != 1 or statements[0].type not in {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}:
        raise UsageError("one SELECT at a time; a record is changed by `add`, `read` and `judge` only")
