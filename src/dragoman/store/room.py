"""The reading room: DuckDB over the parts of a record, opened for one purpose and closed again."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files
from pathlib import Path
from tempfile import gettempdir
from threading import Timer
from types import MappingProxyType
from typing import Any, Self

import duckdb
import pyarrow as pa

from dragoman.errors import UsageError
from dragoman.lexicon.matching import weights
from dragoman.records import KINDS
from dragoman.settings import RULES
from dragoman.store.arrivals import STEM
from dragoman.store.by_hand import BY_HAND
from dragoman.store.parts import Parts, empty

_NEEDS = re.compile(r"^-- Needs: (.*)\.$", re.MULTILINE)
_TAKES = re.compile(r"^-- Takes: (.*)\.$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_REMARK = re.compile(r"--.*")
SECONDS = 30
_UNALIKE = frozenset({"raws", "refusals", "judgements"})  # written under a name that says nothing of their columns
# What compares report with report, or lays out what is compared: worked out once a room, and only when asked for.
ROOTS = frozenset({"shared_shingles", "ties", "acts", "compared"})


@cache
def sql(folder: str, name: str) -> str:
    """Give the text of a query file."""
    return files("dragoman").joinpath("sql", folder, f"{name}.sql").read_text()


@cache
def names_in(folder: str) -> tuple[str, ...]:
    """List the query files of a folder, each after those it needs."""
    found = sorted(
        path.name[:-4] for path in files("dragoman").joinpath("sql", folder).iterdir() if path.name.endswith(".sql")
    )
    graph = {name: [need for need in needs_of(sql(folder, name)) if need in found] for name in found}
    return tuple(TopologicalSorter(graph).static_order()) if folder == "views" else tuple(found)


@cache
def names_gathered() -> tuple[str, ...]:
    """List what is gathered across reports, each after what it needs: what compares reports, and what rests on that."""
    views = names_in("views")
    graph = {
        name: [need for need in needed_by(name) if need in views or need in BY_HAND] for name in (*views, *BY_HAND)
    }
    found: list[str] = []
    for name in TopologicalSorter(graph).static_order():
        if name in ROOTS or set(graph[name]) & set(found):
            found.append(name)
    return tuple(found)


def needed_by(name: str) -> tuple[str, ...]:
    """Give the tables and views something gathered needs."""
    return BY_HAND[name].needs if name in BY_HAND else needs_of(sql("views", name))


@cache
def views_under(names: tuple[str, ...]) -> tuple[str, ...]:
    """List the views that some rest on, themselves among them, each after those it needs."""
    wanted = list(names)
    for name in wanted:
        wanted += [
            need for need in needed_by(name) if need not in wanted and (need in BY_HAND or need in names_in("views"))
        ]
    return tuple(name for name in names_in("views") if name in wanted)


def needs_of(query: str) -> tuple[str, ...]:
    """Give the tables and views a query says it needs."""
    match = _NEEDS.search(query)
    return tuple(match.group(1).split(", ")) if match else ()


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


class Room:
    """Queries over some parts of a record.

    Args:
        chosen: The part files of each kind.
        views: Whether the views of `sql/views` stand ready beside the parts.
        kept: Whether the views are worked out once and kept as tables, for a room open to many questions.
        gathered: Folder where views that compare report with report lie worked out, NAME.parquet each.
        ready: Files where some of these lie worked out, by name.
        fresh: Part files of the reports whose pairs are to be found; all of them if None.
        threads: Threads a query may use.
        rule: Which value of a happening is shown where reports differ.
    """

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
        threads: int = 2,
        rule: str = RULES[0],
    ) -> None:
        spill = str(Path(gettempdir()) / f"dragoman-{os.getpid()}")  # else it would lie where the user stands
        self._duck = duckdb.connect(config={"threads": threads, "memory_limit": "2GB", "temp_directory": spill})
        self._duck.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET parquet_metadata_cache = true")
        self._duck.execute("CREATE SCHEMA parts; SET schema = 'parts'")
        for kind in KINDS:
            self._shelve(kind, chosen.get(kind, ()))
        self._duck.execute("SET search_path = 'main,parts'")
        if views:
            self._weights(rule)
        if fresh is not None:
            self._duck.read_parquet([str(path) for path in fresh]).project("id AS report").create_view("fresh")
        for name in names_in("views") if views else ():
            if name not in names_gathered() and (fresh is None or name != "fresh"):
                self._view(name, "TABLE" if kept else "VIEW")
        self._gathered, self._ready = gathered, ready
        self._to_make = list(names_gathered()) if views else []
        if not views:
            self._duck.execute("CREATE VIEW main.pages AS " + sql("inputs", "pages"))

    def _shelve(self, kind: str, paths: Sequence[Path]) -> None:
        """Lay a kind out under its name; parts of an older dragoman get the columns they lack, as nulls."""
        blank = self._duck.from_arrow(empty(kind))
        if not paths:
            blank.create_view(kind)
            return
        found = self._read(kind, paths)
        if len(found) == 1 and found[0].columns == blank.columns:
            found[0].create_view(kind)
            return
        for number, some in enumerate([blank, *found]):
            some.create_view(f"{kind}_{number}")
        together = " UNION ALL BY NAME ".join(f"FROM {kind}_{number}" for number in range(len(found) + 1))
        self._duck.execute(f"CREATE VIEW {kind} AS {together}")

    def _read(self, kind: str, paths: Sequence[Path]) -> list[Any]:
        """Open the parts of a kind; those that one stage wrote by one fingerprint are alike, so that one tells for all."""
        alike: dict[str, list[str]] = {}
        for path in paths:
            alike.setdefault(path.stem.split("--")[-1] if kind not in _UNALIKE else "", []).append(str(path))
        return [self._duck.read_parquet(some, union_by_name=kind in _UNALIKE) for some in alike.values()]

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
        takes = _TAKES.search(text)
        head = f"CREATE MACRO main.{name}({takes.group(1)}) AS TABLE " if takes else f"CREATE {sort} main.{name} AS "
        self._duck.execute(head + text)

    def _make(self, query: str) -> None:
        """Work out, once a room, what is gathered across reports and this query mentions; take it if it lies ready."""
        wanted = set(_WORD.findall(_REMARK.sub("", query.lower()))) & set(self._to_make)
        for name in reversed(self._to_make):
            wanted |= set(needed_by(name)) & set(self._to_make) if name in wanted and not self._files(name) else set()
        for name in [name for name in self._to_make if name in wanted]:
            if found := self._files(name):
                self._duck.read_parquet([str(path) for path in found]).create_view(name)
            elif name in BY_HAND:
                BY_HAND[name].tell(self._duck)
            else:
                self._view(name, "TABLE")
            self._to_make.remove(name)

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
            raise UsageError(f"the query failed: {fault}") from None
        finally:
            timer.cancel()

    def stream(self, query: str, rows: int, values: Mapping[str, Any] | None = None) -> Any:
        """Run a trusted query and give its rows as Arrow batches of about `rows`."""
        return self._duck.sql(query, params=dict(values) if values else None).to_arrow_reader(rows)

    def close(self) -> None:
        """Close the room."""
        self._duck.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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
