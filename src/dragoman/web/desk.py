"""The desk: one reading room kept open over a record for as long as the record stands as it is."""

from copy import deepcopy
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from dragoman.api import Record
from dragoman.api.grounds import Grounds, grounds_of
from dragoman.api.names import ids_named
from dragoman.api.record import Found
from dragoman.errors import UsageError
from dragoman.store.room import Room, sql
from dragoman.web.token import Token

T = TypeVar("T", bound=Struct)
_FRESH = 1.0
_KEPT = 400
_KEPT_ROWS = 1000


class Desk:
    """Questions to a record, one at a time; a record that has grown is opened anew.

    Args:
        record: The record the pages are over.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.token = Token()
        self.known: frozenset[str] = frozenset()
        self._answers: dict[str, list[dict[str, Any]]] = {}
        self._lock = Lock()
        self._searching = Lock()
        self._room: Room | None = None
        self._stand: tuple[str, ...] = ()
        self._looked = 0.0

    def ask(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """Give the rows of a query file of `sql/asks`; an answer is kept as long as the room."""
        with self._lock:
            room = self._open()
            question = f"{query} {sorted(values.items())}"
            if question not in self._answers:
                rows: list[dict[str, Any]] = room.ask(sql("asks", query), values).to_pylist()
                self._keep(question, rows)
                return rows
            return deepcopy(self._answers[question])

    def _keep(self, question: str, rows: list[dict[str, Any]]) -> None:
        if len(rows) <= _KEPT_ROWS:
            self._answers[question] = deepcopy(rows)
            if len(self._answers) > _KEPT:
                del self._answers[next(iter(self._answers))]

    def rows(self, query: str, of: type[T], **values: Any) -> list[T]:
        """Give the rows of a query file as structs; columns the struct lacks are left out."""
        return [msgspec.convert(row, of) for row in self.ask(query, **values)]

    def ids(self, name: str) -> list[str]:
        """Give the ids a name or id stands for.

        Raises:
            UsageError: Nobody in the record goes by it.
        """
        with self._lock:
            return ids_named(self._open(), name)

    def ids_if(self, name: str) -> list[str] | None:
        """Give the ids a name stands for; None for no name, or one that nobody goes by."""
        try:
            return self.ids(name) if name else None
        except UsageError:
            return None

    def exactly(self, name: str) -> dict[str, Any] | None:
        """Give the thing most reported of those that go by exactly this name or id."""
        found = [row for row in self.ask("named", name=name) if row["exact"]] if name else []
        return found[0] if found else None

    def why(self, row: str) -> Grounds:
        """Give what a fact rests on."""
        with self._lock:
            return grounds_of(self._open(), row, self.record.stems())

    def search(self, words: str, most: int) -> Found:
        """Find reports by their words; the index is caught up by one question at a time."""
        with self._searching:
            return self.record.search(words, most=most)

    def judgements(self) -> list[dict[str, Any]]:
        """Give every judgement on a pair as it stands on the disk now, the newest first."""
        return self.record.judgements().rows()

    def close(self) -> None:
        """Close the reading room; the next question opens it anew."""
        with self._lock:
            if self._room:
                self._room.close()
            self._room = None

    def _open(self) -> Room:
        """Give the room, opened anew if the record has grown or was read again; looked at once a second."""
        if self._room and monotonic() - self._looked < _FRESH:
            return self._room
        stand, self._looked = self.record.stand(), monotonic()
        if self._room is None or stand != self._stand:
            if self._room:
                self._room.close()
                self._room = None
            self._answers.clear()
            self.known = frozenset(row["id"] for row in self.judgements())
            self._room, self._stand = self.record.open_room(), stand
        return self._room
