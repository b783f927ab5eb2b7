"""The readings of a sentence that are weighed against each other: who acts, who is acted upon, or who act together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from dragoman.reading.events.spans.candidates import candidates
from dragoman.reading.events.spans.deed_traits import Rules
from dragoman.reading.events.spans.network_traits import Shares
from dragoman.reading.events.spans.phrase_traits import phrase_traits
from dragoman.reading.events.spans.words import Stretch, Words, overlap

Traits = Mapping[str, float]
_MOST = {"S": 8, "T": 14, "R": 8}  # stretches of each kind, the likeliest
_PAIRED = {"S": 5, "T": 8}
_ALONE = 5


class Options(Struct, frozen=True):
    """The readings of a sentence.

    Attributes:
        parts: Stretches with the kind each may be.
        traits: Of each part.
        readings: Parts by number, for each reading.
        wholes: Traits of each reading as a whole.
    """

    parts: tuple[tuple[Stretch, str], ...]
    traits: tuple[Traits, ...]
    readings: tuple[tuple[int, ...], ...]
    wholes: tuple[Traits, ...]


def options_of(words: Words, shares: Shares, seen: Sequence[Stretch] = ()) -> Options:
    """Lay out the readings of a sentence.

    Args:
        words: Its words.
        shares: What the network finds of each.
        seen: Stretches that the network marks by itself.
    """
    rules = Rules(words)
    phrases = sorted({*candidates(words), *seen})
    parts = tuple((phrase, kind) for kind in "STR" for phrase in _likeliest(phrases, shares, kind))
    traits = tuple(_traits(words, shares, rules, *part) for part in parts)
    readings = tuple(_readings(parts))
    wholes = tuple(_whole(words, shares, rules, [parts[number] for number in reading]) for reading in readings)
    return Options(parts, traits, readings, wholes)


def _likeliest(phrases: Sequence[Stretch], shares: Shares, kind: str) -> list[Stretch]:
    return sorted(phrases, key=lambda phrase: (-shares.likely(phrase, kind), phrase))[: _MOST[kind]]


def _traits(words: Words, shares: Shares, rules: Rules, stretch: Stretch, kind: str) -> Traits:
    """Give the traits of a stretch, those of network and tree for any kind and for this one."""
    general = shares.traits(stretch, kind) | dict.fromkeys(phrase_traits(words, stretch), 1.0)
    return (
        general
        | {f"{kind}: {name}": value for name, value in general.items()}
        | {f"{kind}: {name}": 1.0 for name in rules.traits(stretch, kind)}
    )


def _readings(parts: Sequence[tuple[Stretch, str]]) -> Iterator[tuple[int, ...]]:
    """Give each choice of one or two who act and none, one or two who are acted upon, or of those who act together."""
    numbers = {kind: [number for number, part in enumerate(parts) if part[1] == kind] for kind in "STR"}
    sides = {
        kind: [(), *((one,) for one in numbers[kind]), *_apart(parts, numbers[kind][: _PAIRED[kind]])] for kind in "ST"
    }
    for sources in sides["S"]:
        for targets in sides["T"]:
            if not any(overlap(parts[one][0], parts[other][0]) for one in sources for other in targets):
                yield (*sources, *targets)
    yield from ((one,) for one in numbers["R"][:_ALONE])
    yield from _apart(parts, numbers["R"])


def _apart(parts: Sequence[tuple[Stretch, str]], numbers: Sequence[int]) -> list[tuple[int, ...]]:
    return [pair for pair in combinations(numbers, 2) if not overlap(parts[pair[0]][0], parts[pair[1]][0])]


def _whole(words: Words, shares: Shares, rules: Rules, reading: Sequence[tuple[Stretch, str]]) -> Traits:
    """Give the traits of a reading as a whole: which kinds it has, what it leaves unmarked, how pairs are joined."""
    pattern = "".join(sorted(kind for _, kind in reading))
    act = rules.deed.kind if rules.deed else "no act"
    ruling = "R" if "R" in pattern else "T" if "T" in pattern else "S"
    left = shares.outside.sum() - sum(shares.outside[first:stop].sum() for (first, stop), _ in reading)
    found = {f"pattern {pattern}": 1.0, "unmarked": float(left) / 4, f"{ruling} in {act}": 1.0}
    if len(rules.pattern) <= 3:  # noqa: PLR2004 - longer ones are too rare to weigh
        found[f"pattern {pattern} where told {rules.pattern}"] = 1.0
    return found | dict.fromkeys(_joints(words, reading, pattern), 1.0)


def _joints(words: Words, reading: Sequence[tuple[Stretch, str]], pattern: str) -> Iterator[str]:
    many = Counter(kind for _, kind in reading)
    for kind in "STR":
        if many[kind] == 2:  # noqa: PLR2004 - a pair
            one, other = sorted(stretch for stretch, each in reading if each == kind)
            between = words.said((one[1], other[0]))
            yield f"gap of {kind} {min(len(between), 3)}"
            yield from (f"{word} between {kind}" for word in ("and", "with") if word in between)
    if pattern == "R":
        yield "and in R" if "and" in words.said(reading[0][0]) else "no and in R"
    firsts = {kind: min(stretch for stretch, each in reading if each == kind) for kind in many}
    if "S" in firsts and "T" in firsts:
        yield "S first" if firsts["S"] < firsts["T"] else "T first"
