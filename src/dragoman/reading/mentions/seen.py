"""Names the network sees, with what the lexicon knows of the same words."""

from collections.abc import Iterator, Sequence

from dragoman.reading.mentions.offices import Office
from dragoman.reading.mentions.persons import tagged
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.titled import honorific_length
from dragoman.reading.mentions.words import Words

_KINDS = {"PERSON": "person", "ORG": "body", "GPE": "place", "NORP": "people"}
SEEN = "seen"


def seen_names(words: Words, known: Cover, offices: Sequence[Office]) -> Iterator[Stretch]:
    """Give the persons, bodies, places and peoples the network sees, titles and ranks left out.

    Words the lexicon knows as one name are what the lexicon says they are: it tells a government from its
    capital by what it does.
    """
    titles = {place for office in offices for place in range(office.first, office.stop)}
    for label, kind in _KINDS.items():
        for first, stop in tagged(words, label):
            begin = _past_titles(words, titles, first, stop) if kind == "person" else first
            if begin >= stop or not any(is_capital(token.text) for token in words.tokens[begin:stop]):
                continue
            listed = known.at(begin)
            if (
                listed is not None
                and (listed.first, listed.stop) == (begin, stop)
                and listed.kind not in {"office", "person"}
            ):
                yield listed
            elif listed is None or listed.stop <= stop or listed.kind == "office":
                yield Stretch(begin, stop, kind, SEEN)


def _past_titles(words: Words, titles: set[int], first: int, stop: int) -> int:
    while first < stop and (first in titles or (length := honorific_length(words, first))):
        first += 1 if first in titles else length
    return first


def stands_alone(words: Words, name: Stretch) -> bool:
    """Tell whether no other capitalised word stands beside a name: it is then the whole of what is named."""
    before = words.are_neighbours(name.first) and is_capital(words.tokens[name.first - 1].text)
    after = words.are_neighbours(name.stop) and is_capital(words.tokens[name.stop].text)
    return not before and not after
