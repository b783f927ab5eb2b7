"""The demo: the corpus that comes with the package, read, and one story of it laid open."""

from collections.abc import Callable
from importlib.resources import as_file, files
from typing import Any

from msgspec import Struct

from dragoman.api.grounds import Grounds
from dragoman.api.record import Record, open_record

STORY = "samarkand-putin-raisi.txt"
SHOWN = 8
OFFICES = 1


class Story(Struct, frozen=True):
    """One story of the demo: its title, its facts with grounds, and what to try next."""

    title: str
    facts: list[Grounds]
    next: list[str]


def make_demo(path: str, read: Callable[[Record], object]) -> Story:
    """Make the demo record, or open the one made before, and lay one story open.

    Args:
        path: Folder for the record.
        read: Reads a record; the caller shows progress.
    """
    record = open_record(path, make=True)
    with as_file(files("dragoman") / "demo" / "corpus") as corpus:
        record.add(str(corpus))
    read(record)
    rows = _telling(record.of_report(STORY).rows())
    title = rows[0]["title"] if rows else None
    return Story(title or STORY, [record.why(row["id"]) for row in rows], _next(path))


def _telling(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pick what a first look should show: words and deeds, and an office for example."""
    offices = [row for row in rows if row["fact"] == "tenure"][:OFFICES]
    others = [row for row in rows if row["fact"] != "tenure"][: SHOWN - len(offices)]
    return [row for row in rows if row in offices or row in others]


def _next(path: str) -> list[str]:
    return [
        f"dragoman who {path} Lavrov",
        f"dragoman dyad {path} Iran Russia",
        f"dragoman standings {path} --about 'Shanghai Cooperation Organisation'",
        f"dragoman meetings {path}",
        f"dragoman search {path} 'full membership'",
        f"dragoman serve {path}",
    ]
