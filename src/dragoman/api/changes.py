"""What a copy changed of its origin, in words."""

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.reading.copies import align
from dragoman.records import Span
from dragoman.store.queries import sql
from dragoman.store.room import Room


class Changed(Struct, frozen=True):
    """A stretch of a copy and what stood in its place in the origin.

    Args:
        sort: `kept`, `changed`, `added` or `dropped`.
        here: Words of the copy.
        there: Words of the origin.
        start: Where the stretch begins in the copy.
    """

    sort: str
    here: str
    there: str
    start: int


def changes_of(room: Room, report: str) -> list[Changed]:
    """Align a copy with its origin.

    Raises:
        UsageError: No copy goes by that id or address, or more than one.
    """
    found = room.ask(sql("asks", "copy"), {"row": report}).to_pylist()
    if len(found) != 1:
        raise UsageError(f"{len(found) or 'no'} copies go by {report!r}; `dragoman copies` lists them with their ids")
    copy, origin = found[0]["text"], found[0]["origin_text"]
    told, told_there = ([Span(**span) for span in found[0][name]] for name in ("told", "origin_told"))
    return [
        Changed(
            each.sort, copy[each.here.start : each.here.end], origin[each.there.start : each.there.end], each.here.start
        )
        for each in align(copy, origin, told, told_there)
    ]
