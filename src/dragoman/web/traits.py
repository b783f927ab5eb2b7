"""The fields of a fact, each with its value and the words it came from."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from dragoman.api.grounds import Grounds

_HIDDEN = frozenset({"candidates", "day_from", "day_to", "size_unit", "voice_of"})
_MARKED = {
    "speaker": "speaker", "act": "cue", "cue": "cue", "kind": "act", "actors": "actor", "recipients": "recipient",
    "place": "place", "day": "day",
}  # fmt: skip
_NAMES = {
    "day_basis": "day known from", "place_precision": "place known as", "time_ref": "time", "voice": "in the words of",
    "inside": "inside statement", "cameo": "CAMEO", "goldstein": "Goldstein",
}  # fmt: skip
_FACTS = frozenset({"voice", "inside", "occasion"})


class Trait(Struct, frozen=True, kw_only=True):
    """A field of a fact.

    Args:
        name: The field.
        value: Its value.
        words: The words it came from; None where it comes from the rule or from more than its words.
        ink: Field whose colour it bears.
        thing: Id of the person, body or state it names.
        fact: Id of the fact it names.
    """

    name: str
    value: str
    words: str | None = None
    ink: str = ""
    thing: str | None = None
    fact: str | None = None


def traits_of(grounds: Grounds, fields: Mapping[str, Any]) -> tuple[Trait, ...]:
    """Lay out the fields of a fact that have a value."""
    words: dict[str, list[str]] = {}
    for mark in grounds.marks:
        words.setdefault(mark.field, []).append(grounds.passage[max(mark.start, 0) : mark.end])
    found = [trait for name, value in fields.items() for trait in _of(name, value, fields, words)]
    said = [Trait(name="words", value=one, words=one, ink="words") for one in words.get("words", ())]
    return (*found, *said)


def _of(name: str, value: Any, fields: Mapping[str, Any], words: Mapping[str, list[str]]) -> Iterator[Trait]:
    if name.endswith("_high"):
        yield from _number(name.removesuffix("_high"), fields, words)
        return
    if value is None or value == [] or name in _HIDDEN or name.endswith(("_id", "_ids", "_low")):
        return
    own = words.get(_MARKED.get(name, ""), [])
    shown = _NAMES.get(name, name.replace("_", " "))
    if name in {"actors", "recipients"}:
        yield from (
            Trait(
                name=shown.removesuffix("s"),
                value=one["name"],
                words=own[at] if at < len(own) else None,
                ink=name[:-1],
                thing=one["id"],
            )
            for at, one in enumerate(value)
        )
    elif name == "about":
        yield from (
            Trait(name=shown, value=one, ink=name, thing=row)
            for one, row in zip(value, fields["about_ids"], strict=True)
        )
    elif name in _FACTS and isinstance(value, str) and _is_id(value):
        yield Trait(
            name=shown, value=str(fields.get("voice_of") or value[:8]) if name == "voice" else value[:8], fact=value
        )
    else:
        joined = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield Trait(name=shown, value=joined, words=" … ".join(own) or None, ink=name, thing=fields.get(f"{name}_id"))


def _number(name: str, fields: Mapping[str, Any], words: Mapping[str, list[str]]) -> Iterator[Trait]:
    """Lay out a number with its bounds, its unit and the words that state it."""
    low, high = fields.get(f"{name}_low"), fields.get(f"{name}_high")
    if low is None and high is None:
        return
    said = " ".join(filter(None, (_bounds(low, high), fields.get(f"{name}_unit"))))
    yield Trait(name=name, value=said, words=" … ".join(words.get(name, ())) or None, ink=name)


def _bounds(low: int | None, high: int | None) -> str:
    if low is None:
        return f"{high:,} or fewer"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _is_id(value: str) -> bool:
    return len(value) == 20 and all(letter in "0123456789abcdef" for letter in value)  # noqa: PLR2004 - row_id's length
