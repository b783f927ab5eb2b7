"""The network's names over the parser's, word by word; what the parser says of days and numbers stays."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.records import Parse, Tagged, Tags

LABELS = {"person": "PERSON", "body": "ORG", "place": "GPE", "people": "NORP", "facility": "FAC", "other": "MISC"}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})


def renamed(parse: Parse, tags: Tags) -> Parse:
    """Give a parse whose entity labels are the network's where it sees names, and nobody's where it sees none."""
    ents = ["O" if ent[2:] in _NAMES else ent for ent in parse.ents]
    for name in tags.names:
        for number, token in enumerate(_under(parse.starts, name)):
            ents[token] = f"{'I' if number else 'B'}-{LABELS[name.kind]}"
    return replace(parse, ents=tuple(ents))


def _under(starts: Sequence[int], name: Tagged) -> range:
    """Give the tokens that begin within a name, or the one it begins in."""
    first, stop = bisect_right(starts, name.start), bisect_right(starts, name.end - 1)
    return range(first - 1 if first and starts[first - 1] == name.start else first, stop)
