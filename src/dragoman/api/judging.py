"""A person's word on whether two acts are one: appended, never written over."""

from datetime import UTC, datetime, timedelta
from getpass import getuser

from dragoman.errors import UsageError
from dragoman.records import Judgement, row_id
from dragoman.store.parts import Parts
from dragoman.store.room import Room

VERDICTS = ("same", "different", "unsure")
STEM = "judge-1"
_LINK = "SELECT id FROM events WHERE starts_with(id, $row) LIMIT 2"


def judge(parts: Parts, room: Room, pair: tuple[str, str], verdict: str, why: str) -> Judgement:
    """Put a judgement on two events, or two happenings, away; the last one on a pair counts.

    Args:
        parts: The record.
        room: A room over it, to find the two in.
        pair: Ids, or their first letters as far as they are unique.
        verdict: `same`, `different` or `unsure`.
        why: The reason, in a sentence.

    Raises:
        UsageError: No such verdict, no reason, or ids that name no two events.
    """
    if verdict not in VERDICTS or not why.strip():
        raise UsageError(f"a judgement is one of {', '.join(VERDICTS)}, with its reason: --why '…'")
    left, right = (_event(room, row) for row in pair)
    if left == right:
        raise UsageError(f"{left} is one event; name two")
    at = _after_all(room, datetime.now(UTC))
    judgement = Judgement(
        id=row_id(left, right, verdict, at), left=left, right=right, verdict=verdict, by=_name(), at=at, why=why.strip()
    )
    parts.write("judgements", judgement.id, STEM, [judgement])
    return judgement


def _after_all(room: Room, now: datetime) -> datetime:
    """Give a moment later than every judgement so far, should the clock have been set back: the last word counts."""
    last: datetime | None = room.ask('SELECT max(judgements."at") AS last FROM judgements')["last"][0].as_py()
    return max(now, last.astimezone(UTC) + timedelta(microseconds=1)) if last else now


def _event(room: Room, row: str) -> str:
    found: list[str] = room.ask(_LINK, {"row": row})["id"].to_pylist()
    if len(found) != 1:
        raise UsageError(
            f"{row!r} begins the id of {'more than one event' if found else 'no event'}; `dragoman events` lists them"
        )
    return found[0]


def _name() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a process whose user has no name
        return "unknown"
