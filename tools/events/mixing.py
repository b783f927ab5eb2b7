"""Harder examples out of plain ones: the sides exchanged, and two sentences in one, of which one pair is marked."""

import random
import re
from collections.abc import Sequence

from tools.events.corpora import Example, Span

from dragoman.reading.events.model_input import NONE

# Types of which it matters who does them to whom.
ONE_WAY = frozenset({
    "ACCUSE", "AID", "ASSAULT", "COERCE", "CONVICT", "EMBARGO", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "THREATEN",
})  # fmt: skip
_BOTH_WAYS = re.compile(r"clash|fought|fight|battl|exchang|each other|one another|between|mutual|trad(?:e|ing) fire")
_JOINTS = (", while ", "; ", ", and ", " after ", ", as ", " before ", ", but ")
_SMALL = (
    "The ",
    "A ",
    "An ",
    "In ",
    "On ",
    "At ",
    "It ",
    "He ",
    "She ",
    "They ",
    "This ",
    "Two ",
    "Thousands ",
    "Police ",
)


def exchanged(example: Example) -> Example | None:
    """Give the pair with its sides exchanged, which is no act; None where it may be one."""
    label = example.labels[0] if len(example.labels) == 1 else NONE
    if label not in ONE_WAY or _BOTH_WAYS.search(example.text) or set(example.sides) != {"s", "t"}:
        return None
    sides = {"s": example.sides["t"], "t": example.sides["s"]}
    return Example(example.text, example.corpus, sides, (NONE,), trigger=example.trigger)


def crossed(one: Example, other: Example, chance: random.Random) -> Example | None:
    """Give two sentences in one with the source of one and the target of the other marked, which is no act."""
    text, at = _joined(one.text, other.text, chance)
    if "s" not in one.sides or "t" not in other.sides:
        return None
    sides = {"s": one.sides["s"], "t": _moved(other.sides["t"], at)}
    trigger = one.trigger if chance.random() < 0.5 else _after(other.trigger, at)  # noqa: PLR2004 - either
    return Example(text, one.corpus, sides, (NONE,), trigger=trigger)


def lengthened(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """Give an example with another sentence before or after its own."""
    other = chance.choice(others)
    if chance.random() < 0.5:  # noqa: PLR2004 - either
        text, _ = _joined(example.text, other.text, chance)
        return Example(text, example.corpus, example.sides, example.labels, trigger=example.trigger)
    text, at = _joined(other.text, example.text, chance)
    sides = {side: _moved(spans, at) for side, spans in example.sides.items()}
    return Example(text, example.corpus, sides, example.labels, trigger=_after(example.trigger, at))


def _joined(one: str, other: str, chance: random.Random) -> tuple[str, int]:
    head = one.rstrip().removesuffix(".").rstrip() + chance.choice(_JOINTS)
    return head + (other[0].lower() + other[1:] if other.startswith(_SMALL) else other), len(head)


def _moved(spans: Sequence[Span], by: int) -> list[Span]:
    return [(start + by, end + by) for start, end in spans]


def _after(trigger: int | None, at: int) -> int | None:
    return None if trigger is None else trigger + at
