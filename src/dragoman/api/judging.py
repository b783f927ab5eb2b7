"""A person's word on whether two acts are one, and on what is right: appended, never written over."""

from datetime import UTC, datetime, timedelta
from getpass import getuser

from dragoman.errors import UsageError
from dragoman.records import Judgement, row_id
from dragoman.store.parts import Parts
from dragoman.store.room import Room

VERDICTS = ("same", "different", "unsure")
ON_CLAIMS = ("right", "wrong", "unsure")
STEM = "judge-1"
_CLAIM = (
    "SELECT id, value FROM claims WHERE $field IS NULL AND starts_with(id, $row) UNION ALL "
    "SELECT event, value FROM accounts WHERE field = $field AND starts_with(event, $row) LIMIT 2"
)
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
    left, right = (event_named(room, row) for row in pair)
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


def judge_claim(  # noqa: PLR0913, PLR0917 - each stands by itself
    parts: Parts, room: Room, row: str, verdict: str, why: str, field: str | None = None
) -> Judgement:
    """Put a judgement on a claim that is contradicted away; the last one on it counts.

    Args:
        parts: The record.
        room: A room over it, to find the claim in.
        row: Id of a tenure, a standing or an event, or its first letters as far as they are unique.
        verdict: `right`, `wrong` or `unsure`.
        why: The reason, in a sentence.
        field: What the event states; none for a tenure or a standing.

    Raises:
        UsageError: No such verdict, no reason, or an id that names no such claim.
    """
    if verdict not in ON_CLAIMS or not why.strip():
        raise UsageError(f"a judgement on a claim is one of {', '.join(ON_CLAIMS)}, with its reason: --why '…'")
    found = room.ask(_CLAIM, {"row": row, "field": field})
    if len(found) != 1:
        on = (
            f"an event that states a {field}"
            if field
            else "an office or standing; of an event name the field, as --field day"
        )
        raise UsageError(f"{row!r} begins the id of {'more than one' if len(found) else 'none'}: {on}")
    at = _after_all(room, datetime.now(UTC))
    (claim,) = found.to_pylist()
    judgement = Judgement(
        id=row_id(claim["id"], field or "", verdict, at), left=claim["id"], verdict=verdict, field=field,
        value=claim["value"], by=_name(), at=at, why=why.strip(),
    )  # fmt: skip
    parts.write("judgements", judgement.id, STEM, [judgement])
    return judgement


def event_named(room: Room, row: str) -> str:
    """Give the id of the one event whose id begins so.

    Raises:
        UsageError: None begins so, or more than one.
    """
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
