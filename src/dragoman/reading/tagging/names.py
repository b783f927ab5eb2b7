"""The network's names and the parser's, put together word by word; what the parser says of days and numbers stays."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dragoman.lexicon.given_names import is_given_name
from dragoman.records import Parse, Tagged, Tags

LABELS = {"person": "PERSON", "body": "ORG", "place": "GPE", "people": "NORP", "facility": "FAC", "other": "MISC"}
LIKELY = 0.55  # mean probability of a name's words from which the network is believed alone
_SAME = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "NORP": "people", "FAC": "facility"}
_NAMES = frozenset({*_SAME, "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_FULL, _LONG = 2, 4  # words of a full name, at least and at most
_SURE = 4  # power by which one sure sight of a name outweighs several faint ones
_NO_NAME = "O"
_AROUND = frozenset({"the", "'s", "’s", "'", "’"})


def renamed(parse: Parse, tags: Tags, text: str) -> Parse:
    """Give a parse with the network's names where it is likely right or the parser says the same.

    Of the parser's own only people by given name and family name stay, where the network sees nothing.
    """
    parsed = list(_runs(parse, text))
    agreed = {(first, stop, _SAME.get(label)) for first, stop, label in parsed}
    seen: set[int] = set()
    ents = ["O" if ent[2:] in _NAMES else ent for ent in parse.ents]
    for name in settled(tags.names, text):
        tokens = _under(parse, name)
        seen.update(tokens)
        if name.score >= LIKELY or (tokens.start, tokens.stop, name.kind) in agreed:
            _mark(ents, tokens, LABELS[name.kind])
    for first, stop, label in parsed:
        words = text[parse.starts[first] : parse.ends[stop - 1]].split()
        if label == "PERSON" and _is_full_name(words) and seen.isdisjoint(range(first, stop)):
            _mark(ents, range(first, stop), label)
    return replace(parse, ents=tuple(ents))


def settled(names: Sequence[Tagged], text: str) -> list[Tagged]:
    """Give one kind to the same words throughout a report: that for which most speaks, full names of people included.

    "Bouteflika" alone is the man once "Abdelaziz Bouteflika" is.
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        words = text[name.start : name.end]
        votes[words][name.kind] += name.score**_SURE
        if name.kind == "person" and " " in words:
            votes[words.rpartition(" ")[2]]["person"] += name.score**_SURE
    return [replace(name, kind=_most(votes[text[name.start : name.end]], name.kind)) for name in names]


def _most(votes: Mapping[str, float], own: str) -> str:
    if len(votes) == 1:
        return own
    best = max(votes.values())
    return own if votes[own] == best else min(kind for kind, vote in votes.items() if vote == best)


def _is_full_name(words: Sequence[str]) -> bool:
    return _FULL <= len(words) <= _LONG and is_given_name(words[0]) and all(word[0].isupper() for word in words)


def _mark(ents: list[str], tokens: range, label: str) -> None:
    for token in tokens:
        ents[token] = f"{'B' if token == tokens.start else 'I'}-{label}"


def _under(parse: Parse, name: Tagged) -> range:
    """Give the tokens that a name covers or cuts."""
    return range(bisect_right(parse.ends, name.start), bisect_left(parse.starts, name.end))


def _runs(parse: Parse, text: str) -> Iterator[tuple[int, int, str]]:
    """Give the parser's names, articles and possessive endings cut off."""
    if all(map(_NO_NAME.__eq__, parse.ents)):  # where the network reads names the parser does not
        return
    first = 0
    while first < len(parse.ents):
        stop, label = first + 1, parse.ents[first][2:]
        if label not in _NAMES:  # most words, and what goes on from them is none either
            first = stop
            continue
        while stop < len(parse.ents) and parse.ents[stop] == f"I-{label}":
            stop += 1
        begin, end = first, stop
        while begin < end and text[parse.starts[begin] : parse.ends[begin]].lower() in _AROUND:
            begin += 1
        while begin < end and text[parse.starts[end - 1] : parse.ends[end - 1]].lower() in _AROUND:
            end -= 1
        if begin < end:
            yield begin, end, label
        first = stop
