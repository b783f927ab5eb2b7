"""From a name somebody types to the entities it means."""

from rapidfuzz import fuzz, process

from dragoman.errors import UsageError
from dragoman.store.queries import sql
from dragoman.store.room import Room

_NEAR = 70
_SHOWN = 4


def ids_named(room: Room, name: str) -> list[str]:
    """Give the ids a name stands for: those it is the exact name of, else those that hold its words.

    A state stands for its government, its bodies and its people in office too.

    Raises:
        UsageError: Nobody in the record goes by the name; the nearest names are shown.
    """
    return room.ask(sql("asks", "acting_for"), {"ids": ids_meant(room, name)})["id"].to_pylist()  # type: ignore[no-any-return]


def ids_meant(room: Room, name: str) -> list[str]:
    """Give the ids a name itself stands for, without those who act for it.

    Raises:
        UsageError: Nobody in the record goes by the name; the nearest names are shown.
    """
    found = room.ask(sql("asks", "named"), {"name": name}).to_pylist()
    exact = [row for row in found if row["exact"]]
    if not found:
        raise UsageError(f"nobody in this record is called {name!r}{_nearest(room, name)}")
    return [row["id"] for row in exact or found]


def _nearest(room: Room, name: str) -> str:
    names = room.ask("SELECT DISTINCT unnest(aliases) AS name FROM entities ORDER BY name")["name"].to_pylist()
    if not names:
        return ", of which nothing is read yet; `dragoman read RECORD` reads it"
    near = process.extract(name, names, scorer=fuzz.WRatio, limit=_SHOWN, score_cutoff=_NEAR)
    if not near:
        return f", nor anything like it; `dragoman search RECORD {name}` looks for the word in the texts"
    return "; near it: " + ", ".join(match[0] for match in near)
