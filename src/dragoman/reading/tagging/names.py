"""The network's names and the parser's, put together word by word; what the parser says of days and numbers stays."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dragoman.records import Parse, Tagged, Tags

LABELS = {"person": "PERSON", "body": "ORG", "place": "GPE", "people": "NORP", "facility": "FAC", "other": "MISC"}
LIKELY = 0.5  # mean probability of a name's words from which the network is believed alone
_SAME = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "NORP": "people", "FAC": "facility"}
_GROUND = frozenset({"GPE", "LOC", "NORP"})
_NAMES = frozenset({*_SAME, "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_AROUND = frozenset({"the", "'s", "’s", "'", "’"})


def renamed(parse: Parse, tags: Tags, text: str) -> Parse:
    """Give a parse with the names on which both can be relied.

    The network's where it is likely right or the parser says the same; the parser's places and peoples where
    the network sees nothing. The network knows names of all continents, the parser more of the world's places.
    """
    parsed = list(_runs(parse, text))
    agreed = {(first, stop, _SAME.get(label)) for first, stop, label in parsed}
    ents = ["O" if ent[2:] in _NAMES else ent for ent in parse.ents]
    taken: set[int] = set()
    for name in settled(tags.names, text):
        tokens = _under(parse, name)
        if name.score >= LIKELY or (tokens.start, tokens.stop, name.kind) in agreed:
            _mark(ents, tokens, LABELS[name.kind])
            taken.update(tokens)
    for first, stop, label in parsed:
        if label in _GROUND and taken.isdisjoint(range(first, stop)):
            _mark(ents, range(first, stop), label)
    return replace(parse, ents=tuple(ents))


def settled(names: Sequence[Tagged], text: str) -> list[Tagged]:
    """Give one kind to the same words throughout a report: that for which most speaks, full names of people included.

    "Bouteflika" alone is the man once "Abdelaziz Bouteflika" is.
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        words = text[name.start : name.end]
        votes[words][name.kind] += name.score
        if name.kind == "person" and " " in words:
            votes[words.rpartition(" ")[2]]["person"] += name.score
    return [replace(name, kind=_most(votes[text[name.start : name.end]], name.kind)) for name in names]


def _most(votes: Mapping[str, float], own: str) -> str:
    best = max(votes.values())
    return own if votes[own] == best else min(kind for kind, vote in votes.items() if vote == best)


def _under(parse: Parse, name: Tagged) -> range:
    """Give the tokens that a name covers or cuts."""
    return range(bisect_right(parse.ends, name.start), bisect_left(parse.starts, name.end))


def _mark(ents: list[str], tokens: range, label: str) -> None:
    for token in tokens:
        ents[token] = f"{'B' if token == tokens.start else 'I'}-{label}"


def _runs(parse: Parse, text: str) -> Iterator[tuple[int, int, str]]:
    """Give the parser's names, articles and possessive endings cut off."""
    first = 0
    while first < len(parse.ents):
        stop, label = first + 1, parse.ents[first][2:]
        while stop < len(parse.ents) and parse.ents[stop] == f"I-{label}" and label:
            stop += 1
        begin, end = first, stop
        while begin < end and text[parse.starts[begin] : parse.ends[begin]].lower() in _AROUND:
            begin += 1
        while begin < end and text[parse.starts[end - 1] : parse.ends[end - 1]].lower() in _AROUND:
            end -= 1
        if label in _NAMES and begin < end:
            yield begin, end, label
        first = stop
