"""The desk: one reading room kept open over a record for as long as the record stands as it is."""

from collections.abc import Callable
from hashlib import blake2b
from threading import Lock, RLock
from time import monotonic
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from dragoman.api import Record
from dragoman.api.grounds import Grounds, grounds_of
from dragoman.api.names import ids_meant
from dragoman.api.record import Found
from dragoman.errors import DragomanError, UsageError
from dragoman.store.laid import LaidRoom
from dragoman.store.queries import names_in, sql
from dragoman.store.room import Room
from dragoman.web.kept import Kept, question_of
from dragoman.web.token import Token

T = TypeVar("T", bound=Struct)
_FRESH = 1.0
_SMALL = 50_000_000  # bytes of a record laid out, below which every question is answered at once


class Desk:
    """Questions to a record, one at a time; a record that has grown is opened anew.

    Args:
        record: The record the pages are over.
        look_over: Asks what every reader asks first, so that it lies ready.
        told: Called with each step of opening a record that takes time.
    """

    def __init__(
        self,
        record: Record,
        look_over: Callable[["Desk"], None] = lambda _: None,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.record = record
        self.token = Token()
        self.known: frozenset[str] = frozenset()
        self._look_over = look_over
        self._told = told
        self._kept = Kept()
        self._lock = RLock()
        self._searching = Lock()
        self._room: Room | None = None
        self._stand: tuple[str, ...] = ()
        self._looked = 0.0

    def open(self) -> None:
        """Open the record, and gather, lay out and index what is not yet."""
        with self._lock:
            self._open()
        try:
            self.search("peace", 1)
        except DragomanError as fault:
            self._told(str(fault))

    def ask(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """Give the rows of a query file of `sql/asks`; an answer is kept as long as the room."""
        with self._lock:
            room = self._open()
            question = question_of(query, values)
            found = self._kept.find(question)
            return self._kept.keep(question, room.ask(sql("asks", query), values)) if found is None else found

    def rows(self, query: str, of: type[T], **values: Any) -> list[T]:
        """Give the rows of a query file as structs; columns the struct lacks are left out."""
        return [msgspec.convert(row, of) for row in self.ask(query, **values)]

    def ids(self, name: str) -> list[str]:
        """Give the ids a name or id stands for; who acts for a state is found by `takings`.

        Raises:
            UsageError: Nobody in the record goes by it.
        """
        found = self.ask("named_exactly", name=name) or self.ask("named", name=name)
        ids = [row["id"] for row in found]
        if not ids:
            with self._lock:
                return ids_meant(self._open(), name)
        return ids

    def ids_if(self, name: str) -> list[str] | None:
        """Give the ids a name stands for; None for no name, or one that nobody goes by."""
        try:
            return self.ids(name) if name else None
        except UsageError:
            return None

    def exactly(self, name: str) -> dict[str, Any] | None:
        """Give the thing most reported of those that go by exactly this name or id."""
        found = self.ask("named_exactly", name=name) if name else []
        return found[0] if found else None

    def why(self, row: str) -> Grounds:
        """Give what a fact rests on."""
        with self._lock:
            return grounds_of(self._open(), row, self.record.stems())

    def search(self, words: str, most: int) -> Found:
        """Find reports by their words; the index is caught up by one question at a time."""
        with self._searching:
            return self.record.search(words, most=most, told=self._told)

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
            self.close()
            self.known = frozenset(row["id"] for row in self.judgements())
            self._room, self._stand, self._kept = self.record.open_room(self._told), stand, Kept()
            self._looked = monotonic()
            self._prepare(self._room)
        return self._room

    def _prepare(self, room: Room) -> None:
        """Take in the answers that lie ready, or ask for them now, once."""
        if not isinstance(room, LaidRoom) or room.file.stat().st_size < _SMALL:
            return
        file = room.file.with_name(f"answers-{room.file.stem}-{_digest()}.bin")
        if not self._kept.read(file):
            self._told("asking what every reader asks first")
            self._kept.begin()
            self._look_over(self)
            self._kept.write(file)


def _digest() -> str:
    """Digest the queries behind the pages: an answer to one that has changed is none."""
    digest = blake2b(digest_size=6)
    for name in names_in("asks"):
        digest.update(sql("asks", name).encode())
    return digest.hexdigest()
