"""What the lexicon knows of a page's words, offices apart that are somebody's family name here."""

from collections.abc import Iterable, Iterator

from dragoman.reading.mentions.known_names import known_names
from dragoman.reading.mentions.persons import tagged
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_BEFORE_OFFICE = frozenset({"the", "a", "an", "this", "his", "her", "their"})


def known_cover(words: Words) -> Cover:
    """Lay what the lexicon knows over the words of a page."""
    return Cover(_without_namesakes(words, known_names(words)))


def _without_namesakes(words: Words, known: Iterable[Stretch]) -> Iterator[Stretch]:
    """Leave out offices that are the family name of somebody named in full: 'Prince' where 'Erik Prince' is spoken of."""
    full = [(first, stop) for first, stop in tagged(words, "PERSON") if stop - first > 1]
    family, within = {words.tokens[stop - 1].text for _, stop in full}, {stop - 1 for _, stop in full}
    for each in known:
        is_namesake = each.kind == "office" and words.words(each.first, each.stop) in family
        if not (is_namesake and (each.first in within or _stands_bare(words, each))):
            yield each


def _stands_bare(words: Words, office: Stretch) -> bool:
    """Tell a word without article, and without a name beside it."""
    beside = [place for place in (office.first, office.stop) if words.are_neighbours(place)]
    named = any(is_capital(words.tokens[place - (place == office.first)].text) for place in beside)
    return not named and words.lower(office.first - 1) not in _BEFORE_OFFICE
