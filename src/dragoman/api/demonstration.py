"""The demo: the corpus that comes with the package, read, and one story of it laid open."""

from collections.abc import Callable
from importlib.resources import as_file, files

from msgspec import Struct

from dragoman.api.grounds import Grounds
from dragoman.api.record import Record, open_record

STORY = "lavrov-backs-iran.txt"
SHOWN = 8


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
    rows = record.of_report(STORY, most=SHOWN).rows()
    title = rows[0]["title"] if rows else None
    return Story(title or STORY, [record.why(row["id"]) for row in rows], _next(path))


def _next(path: str) -> list[str]:
    return [
        f"dragoman who {path} Lavrov",
        f"dragoman dyad {path} Iran Russia",
        f"dragoman standings {path} --about 'Shanghai Cooperation Organisation'",
        f"dragoman meetings {path}",
        f"dragoman search {path} 'full membership'",
    ]
