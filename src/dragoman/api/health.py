"""What is installed, what is missing, how a record is."""

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

from dragoman import __version__, models
from dragoman.api.record import open_record
from dragoman.errors import DragomanError
from dragoman.settings import Reading

_PACKAGES = (
    "spacy",
    "duckdb",
    "pyarrow",
    "trafilatura",
    "htmldate",
    "onnxruntime",
    "fastwarc",
    "feedparser",
    "py3langid",
    "tantivy",
    "rich",
)
_ROOM = 1024**3


class Health(Struct, frozen=True):
    """One thing looked at: whether it is well, what it is, how it is or what to do."""

    well: bool
    what: str
    how: str


def examine(record: str | None) -> list[Health]:
    """Look at this installation, and at a record if one is named."""
    found = [
        Health(well=True, what="dragoman", how=__version__),
        Health(sys.version_info >= (3, 11), "python", f"{platform.python_version()} on {platform.platform()}"),
        *map(_package, _PACKAGES),
        _parser(),
        *map(_network, sorted(models.catalogue())),
    ]
    return [*found, *_record(Path(record))] if record else found


def _package(name: str) -> Health:
    try:
        return Health(well=True, what=name, how=version(name))
    except PackageNotFoundError:
        return Health(well=False, what=name, how=f"missing; `pip install {name}`")


def _parser() -> Health:
    try:
        return Health(well=True, what="parser", how=models.parser_version(Reading().parser))
    except (ImportError, DragomanError) as fault:
        return Health(well=False, what="parser", how=str(fault))


def _network(name: str) -> Health:
    try:
        models.network(name)
    except (ImportError, DragomanError) as fault:
        return Health(well=False, what=name, how=str(fault))
    return Health(well=True, what=name, how="network, its digest that of the catalogue")


def _record(path: Path) -> list[Health]:
    try:
        record = open_record(path)
        counts, due = record.counts(), record.due()
    except DragomanError as fault:
        return [Health(well=False, what="record", how=str(fault))]
    free = shutil.disk_usage(path).free
    tasks = sum(map(len, due.values()))
    return [
        Health(well=True, what="record", how=f"{path}: {counts['raws']:,} files, {counts['reports']:,} reports"),
        Health(not due, "reading", "all read" if not due else f"{tasks:,} tasks due; `dragoman read {path}`"),
        Health(free > _ROOM, "disk", f"{free / _ROOM:,.1f} GiB free"),
    ]
