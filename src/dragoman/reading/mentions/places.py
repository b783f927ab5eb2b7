"""Names of places: by the tagger, by the noun in them, and by the gazetteer where somebody is in one."""

from collections.abc import Iterator

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.places import lookup
from dragoman.reading.mentions.persons import tagged
from dragoman.reading.mentions.shapes import is_acronym, is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_MOST_WORDS = 4
_SHORTEST = 4
_NO_PLACE = frozenset({"DATE", "ORG"})  # 'in August' is no town


def is_ground(words: Words, first: int, stop: int) -> bool:
    """Tell whether a name is a place's by a noun in it: 'Quilberry Creek', 'Lake Titicaca', 'Mount Kenya'."""
    ends = {words.lower(first), words.lower(stop - 1)}
    return stop - first > 1 and bool(ends & words_of("ground"))


def wider_places(words: Words, known: Cover) -> Iterator[Stretch]:
    """Give places whose names hold a known one and are in the gazetteer themselves: 'Western Australia', 'New South Wales'."""
    for each in known.kept:
        first = each.first
        while each.kind in {"state", "place"} and words.are_neighbours(first) and _leads(words, known, first - 1):
            first -= 1
        if first < each.first and lookup(words.words(first, each.stop)):
            yield Stretch(first, each.stop, "place", "gazetteer")


def _leads(words: Words, known: Cover, place: int) -> bool:
    token = words.tokens[place]
    return (
        is_capital(token.text)
        and token.tag != "DT"
        and token.dep in {"compound", "amod", "nmod"}
        and known.at(place) is None
    )


def tagged_places(words: Words, cover: Cover) -> Iterator[Stretch]:
    """Give what the tagger takes for a place, and what it takes for somebody but a noun says is a place."""
    for label in ("GPE", "LOC", "PERSON", "FAC"):
        for first, stop in tagged(words, label):
            is_named = is_capital(words.tokens[first].text) and is_capital(words.tokens[stop - 1].text)
            is_place = label in {"GPE", "LOC"} or is_ground(words, first, stop)
            if is_named and is_place and cover.is_free(first, stop) and words.line[first] == words.line[stop - 1]:
                yield Stretch(first, stop, "place", "tagged")


def gazetteer_places(words: Words, cover: Cover) -> Iterator[Stretch]:
    """Give names that the gazetteer knows after a preposition of place: 'in Sambalpur'."""
    for place in range(1, len(words)):
        if words.lower(place - 1) not in words_of("where") or not words.are_neighbours(place):
            continue
        first = place + 1 if words.lower(place) == "the" else place
        if first >= len(words) or not is_capital(words.tokens[first].text) or words.tokens[first].ent[2:] in _NO_PLACE:
            continue
        stop = words.run(first)
        name = words.words(first, stop) if stop > first else ""
        is_plain = stop - first <= _MOST_WORDS and len(name) >= _SHORTEST and not is_acronym(name)
        if is_plain and cover.is_free(first, stop) and lookup(name):
            yield Stretch(first, stop, "place", "gazetteer")


def returning(words: Words, cover: Cover) -> Iterator[Stretch]:
    """Give names of places and bodies wherever they return in the same letters."""
    known = {words.words(each.first, each.stop): each for each in cover.kept if _may_return(words, each)}
    by_first: dict[str, list[str]] = {}
    for name in sorted(known, key=len, reverse=True):
        by_first.setdefault(words.tokens[known[name].first].text, []).append(name)
    for place, token in enumerate(words.tokens):
        for name in by_first.get(token.text, ()):
            stop = place + known[name].stop - known[name].first
            if stop <= len(words) and cover.is_free(place, stop) and words.words(place, stop) == name:
                yield Stretch(place, stop, known[name].kind, known[name].rule, known[name].known)
                break


def _may_return(words: Words, stretch: Stretch) -> bool:
    name = words.words(stretch.first, stretch.stop)
    return (
        stretch.kind in {"place", "body"} and is_capital(name) and len(name) > _SHORTEST and stretch.rule != "generic"
    )
