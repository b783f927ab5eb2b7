"""People named right after what they are: an office, several offices, a rank, an honorific."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.forms import keys
from dragoman.lexicon.offices import honorifics
from dragoman.reading.mentions.offices import Office
from dragoman.reading.mentions.persons import name_after
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_LONGEST_RANK = 4
_MANY = 8
_LONG = 2
_PEOPLES = frozenset({"demonym", "people"})
_SEPARATORS = frozenset({",", "and", "&"})


def after_titles(words: Words, known: Cover, offices: Sequence[Office]) -> Iterator[Stretch]:
    """Give people named right after an office, a rank or an honorific: 'President Rouhani', 'Mr Kato'."""
    starts = {
        office.stop for office in offices if office.sort in {"post", "pointer", "counterpart"} and not office.is_plural
    }
    starts |= set(_honorific_stops(words))
    for start in sorted(starts):
        place = _past_ranks(words, _past_bracket(words, start))
        if place is None or words.line[place] != words.line[start - 1]:
            continue
        name = name_after(words, place)
        if name is not None and may_be_person(known, *name) and words.lower(name[1] - 1) not in words_of("body"):
            yield Stretch(*name, "person", "title")

    for office in offices:
        if office.sort == "post" and office.is_plural:
            yield from _after_plural(words, known, office.stop)


def _after_plural(words: Words, known: Cover, place: int) -> Iterator[Stretch]:
    """Give the people of a list after the office of several: 'Presidents Ada Lund of Norway and Ole Berg of Denmark'."""
    found: list[Stretch] = []
    while len(found) < _MANY and words.are_neighbours(place):
        name = name_after(words, place)
        if name is None or name[0] != place or name[1] - place < 2 or not may_be_person(known, *name):  # noqa: PLR2004 - a full name
            break
        found.append(Stretch(*name, "person", "title"))
        place = after_owner(words, known, name[1])
        if words.lower(place) not in _SEPARATORS:
            break
        while words.lower(place) in _SEPARATORS:
            place += 1
    if len(found) > 1:
        yield from found


def after_owner(words: Words, known: Cover, place: int) -> int:
    """Step over 'of Norway' and '(R)' after a name in a list."""
    owner = known.at(place + 1) if words.lower(place) == "of" else None
    place = owner.stop if owner is not None and owner.kind in {"state", "body"} else place
    return place + 3 if words.lower(place) == "(" and words.lower(place + 2) == ")" else place


def _past_bracket(words: Words, place: int) -> int:
    """Step over an acronym in brackets: 'Council (SNSC) Rear Admiral …'."""
    if words.lower(place) == "(" and words.lower(place + 2) == ")":
        return place + 3
    return place


def _past_ranks(words: Words, place: int) -> int | None:
    while place < len(words) and (length := honorific_length(words, place)):
        place += length
    return place if place < len(words) else None


def honorific_length(words: Words, place: int) -> int:
    """Give how many words of rank or courtesy stand at a place: 2 for 'Rear Admiral'."""
    if not is_capital(words.tokens[place].text) or not _may_begin_honorific(words.tokens[place].text):
        return 0
    for length in range(_LONGEST_RANK, 0, -1):
        stop = place + length
        if (
            stop <= len(words)
            and words.line[stop - 1] == words.line[place]
            and keys(words.words(place, stop)) in honorifics()
            and not (words.lower(stop) == "-" and words.touch(stop))
        ):
            return length
    return 0


@lru_cache(maxsize=65536)
def _may_begin_honorific(word: str) -> bool:
    """Tell whether a listed honorific begins with a word, or with what a parser cut it off from."""
    first = keys(word)[:1]
    return not first or any(listed[0].startswith(first[0]) for listed in honorifics())


def _honorific_stops(words: Words) -> Iterator[int]:
    place = 0
    while place < len(words):
        length = honorific_length(words, place)
        if length:
            yield place + length
        place += max(1, length)


def may_be_person(known: Cover, first: int, stop: int) -> bool:
    """Tell whether no known name speaks against a person: 'President Iran' is none, 'Minister Israel Katz' is.

    The last of three names may be a people's: 'Sana Gul Baloch'.
    """
    over = known.at(first)
    if over is not None and (over.stop >= stop or over.kind in {"people", "office", "body"}):
        return over.kind == "person"
    last = known.at(stop - 1)
    end = stop - 1 if last is not None and last.rule in _PEOPLES and stop - first > _LONG else stop
    return all(known.at(place) is None or known.at(place) is over for place in range(first, end))
