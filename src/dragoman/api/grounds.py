"""Why a row stands in the record: the words, the rule, the report, the bytes."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.store.laid import LaidRoom
from dragoman.store.queries import sql
from dragoman.store.room import Room

_SPANS = {"statement": "statement_spans", "event": "event_spans"}


class Mark(Struct, frozen=True):
    """A field of a fact and the stretch of `passage` it rests on."""

    field: str
    start: int
    end: int


class Grounds(Struct, frozen=True, kw_only=True):
    """What a fact rests on.

    Args:
        row: Id of the fact.
        fact: statement, event, tenure or standing.
        who: Who it is about, by name.
        what: What it says of them.
        day: Its day, if known.
        passage: The sentence or sentences it was read from, exactly as they stand.
        passage_start: Where the passage begins in the report's text.
        marks: Fields and the words of `passage` they rest on.
        rule: The rule that read it.
        stage: Stage and fingerprint of the part it lies in.
        report: Id, title, outlet, day and address of the report.
        raw: SHA-256 of the bytes received, their type and size.
        day_reasons: Why its day is the one left, where it is inferred.
    """

    row: str
    fact: str
    who: str
    what: str
    day: str | None
    passage: str
    passage_start: int
    marks: tuple[Mark, ...]
    rule: str
    score: float | None
    stage: str
    report: dict[str, str | None]
    raw: dict[str, str | int]
    day_reasons: tuple[str, ...] = ()


def grounds_of(room: Room, row: str, current: Mapping[str, Sequence[str]]) -> Grounds:
    """Gather what a fact rests on.

    Raises:
        UsageError: No fact has the id, or more than one begins with it.
    """
    found = room.ask(sql("asks", "row_laid" if isinstance(room, LaidRoom) else "row"), {"row": row}).to_pylist()
    if not found:
        raise UsageError(f"no fact has an id that begins with {row!r}; `dragoman facts RECORD` lists them")
    if len(found) > 1:
        raise UsageError(f"more than one id begins with {row!r}; give more letters")
    place = {name: found[0][name] for name in ("report", "day", "start", "end")}
    fact = found[0] | room.ask(sql("asks", "row_report"), place).to_pylist()[0]
    low, high = _passage(fact)
    return Grounds(
        row=fact["id"],
        fact=fact["fact"],
        who=fact["who"],
        what=fact["what"],
        day=fact["day"],
        passage=fact["text"][low:high],
        passage_start=low,
        marks=_marks(room, fact, low),
        rule=fact["rule"],
        score=fact["score"],
        stage=current[f"{fact['fact']}s"][0],
        report={name: fact[name] for name in ("report", "title", "outlet", "published", "uri", "upstream", "licence")},
        raw={"sha256": fact["raw"], "media_type": fact["media_type"], "bytes": fact["size"]},
        day_reasons=tuple(fact["day_reasons"] or ()),
    )


def _passage(fact: Mapping[str, Any]) -> tuple[int, int]:
    """Give the stretch of whole sentences around a fact, or just its own words."""
    low, high = fact["sentence_start"], fact["sentence_end"]
    return (fact["start"] if low is None else low), (fact["end"] if high is None else high)


def _marks(room: Room, fact: Mapping[str, Any], low: int) -> tuple[Mark, ...]:
    query = _SPANS.get(fact["fact"])
    if query is None:
        return (Mark("words", fact["start"] - low, fact["end"] - low),)
    spans = room.ask(sql("asks", query), {"report": fact["report"], "id": fact["id"]}).to_pylist()
    return tuple(Mark(span["field"], span["start"] - low, span["end"] - low) for span in spans)
