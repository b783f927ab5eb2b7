"""Names of bodies that no list knows: by an acronym in brackets, by their last word, by the tagger."""

from collections.abc import Iterator

from dragoman.lexicon.epithets import words_of
from dragoman.reading.mentions.persons import tagged
from dragoman.reading.mentions.shapes import initials_of, is_acronym, is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "&", "'s", "’s"})
_LONGEST = 12
_SHORTEST = 2


def introduced(words: Words) -> Iterator[tuple[Stretch, Stretch]]:
    """Give each full name and the acronym it introduces: 'Ruritanian Fisheries Council (RFC)'."""
    for place in range(1, len(words) - 2):
        if words.tokens[place].text != "(" or words.tokens[place + 2].text != ")":
            continue
        acronym = words.tokens[place + 1].text
        first = _spelled_out(words, place, acronym) if is_acronym(acronym) else None
        if first is not None:
            yield Stretch(first, place, "body", "spelled-out"), Stretch(place + 1, place + 2, "body", "acronym")


def _spelled_out(words: Words, stop: int, acronym: str) -> int | None:
    """Give where the words begin whose initials an acronym has, going back from `stop`."""
    letters = acronym.replace(".", "").upper()
    for first in range(stop - _SHORTEST, max(-1, stop - _LONGEST), -1):
        if words.line[first] != words.line[stop]:
            return None
        if is_capital(words.tokens[first].text) and words.lower(first) not in _SMALL:
            said = tuple(token.text for token in words.tokens[first:stop])
            if initials_of(tuple(word for word in said if word.lower() not in _SMALL)) == letters:
                return first
    return None


def named_by_shape(words: Words, cover: Cover, known: Cover) -> Iterator[Stretch]:
    """Give runs of capitals around the head noun of a body: 'Ruritanian Fisheries Council', 'Bank of Ruritania'."""
    place = 0
    while place < len(words):
        if not _opens(words, cover, place):
            place += 1
            continue
        stop = _shape_stop(words, cover, place)
        if stop - place >= _SHORTEST and _has_head(words, place, stop) and _is_own_name(words, known, place, stop):
            yield Stretch(place, stop, "body", "shape")
        place = max(stop, place + 1)


def _is_own_name(words: Words, known: Cover, first: int, stop: int) -> bool:
    """Tell whether a name says more than whose and what: 'Syrian Army' does not, 'Syrian Red Crescent Society' does."""
    rest = [place for place in range(first, stop) if known.at(place) is None]
    return (
        sum(is_capital(words.tokens[place].text) and words.lower(place) not in words_of("body") for place in rest) > 0
    )


def _opens(words: Words, cover: Cover, place: int) -> bool:
    token = words.tokens[place]
    return is_capital(token.text) and token.pos in {"PROPN", "NOUN", "ADJ"} and cover.is_free(place, place + 1)


def _shape_stop(words: Words, cover: Cover, first: int) -> int:
    stop = here = first
    while here < len(words) and (here == first or words.are_neighbours(here)) and _may_hold(cover, here):
        token = words.tokens[here]
        if is_capital(token.text) and token.pos in {"PROPN", "NOUN", "ADJ"}:
            stop = here + 1
        elif token.lower not in {"of", "for", "and"} or not _has_head(words, first, here):
            break
        here += 1
    return stop


def _may_hold(cover: Cover, place: int) -> bool:
    over = cover.at(place)
    return over is None or over.kind in {"state", "people", "place"}


def _has_head(words: Words, first: int, stop: int) -> bool:
    heads = words_of("body")
    last_head = words.lower(stop - 1) in heads
    return last_head or (words.lower(first) in heads and "of" in {words.lower(place) for place in range(first, stop)})


def tagged_bodies(words: Words, cover: Cover) -> Iterator[Stretch]:
    """Give what the tagger takes for organisations and what also looks like one; bare single words are left."""
    for first, end in tagged(words, "ORG"):
        stop = _without_tail(words, first, end)
        if not cover.is_free(first, stop) or any(words.tokens[place].tag == "POS" for place in range(first, stop)):
            continue
        run = [token for token in words.tokens[first:stop] if is_capital(token.text)]
        if is_acronym(run[0].text) if len(run) == 1 else _all_named(words, first, stop):
            yield Stretch(first, stop, "body", "tagged")


def _without_tail(words: Words, first: int, stop: int) -> int:
    """Cut small words off the end of a name: 'Accountant-General of'."""
    while stop > first + 1 and words.lower(stop - 1) in _SMALL:
        stop -= 1
    return stop


def _all_named(words: Words, first: int, stop: int) -> bool:
    tokens = words.tokens[first:stop]
    return (
        len(tokens) > 1
        and all(is_capital(token.text) or token.lower in _SMALL or token.text == "-" for token in tokens)
        and sum(token.pos == "PROPN" for token in tokens) >= _SHORTEST
        and words.line[first] == words.line[stop - 1]
    )
