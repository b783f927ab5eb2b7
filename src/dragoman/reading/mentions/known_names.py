"""Names that the lexicon knows, where they stand in a page and what kind of thing they mean there."""

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.lexicon.forms import Sense
from dragoman.lexicon.names import Match, lookup_phrase, names
from dragoman.lexicon.placing import seats
from dragoman.reading.mentions.metonymy import acts, is_housed
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Stretch
from dragoman.reading.mentions.words import Words

_PEOPLES = ("demonym", "people")


def known_names(words: Words) -> list[Stretch]:
    """Give each known name of the text by place; offices are among them, capitals say whether they act."""
    starts = [token.start for token in words.tokens]
    return [stretch for match in _matches(words) for stretch in _stretches(words, starts, match)]


def bodies_inside(words: Words, office: Stretch) -> Iterator[Stretch]:
    """Give the body named within a listed office: the council in 'Secretary of the Supreme National Security Council'."""
    for first in range(office.first, office.stop):
        if not is_capital(words.tokens[first].text):
            continue
        for stop in range(office.stop, first, -1):
            inner = lookup_phrase(words.words(first, stop))
            if inner is not None and inner.senses[0].known.kind == "body" and inner.senses[0].sort != "generic":
                yield Stretch(
                    first, stop, "body", "inside-office", tuple(dict.fromkeys(each.known for each in inner.senses))
                )
                return


def _matches(words: Words) -> Iterator[Match]:
    """Look names up line by line, in code points of the text."""
    for first, last in words.lines():
        offset = words.tokens[first].start
        for match in names().find(words.text[offset : words.tokens[last].end]):
            yield match._replace(start=offset + match.start, end=offset + match.end)


def _stretches(words: Words, starts: list[int], match: Match) -> Iterator[Stretch]:
    first, stop = bisect_left(starts, match.start), bisect_left(starts, match.end)
    if first >= stop or starts[first] != match.start or words.tokens[stop - 1].end < match.end:
        return
    if words.text[match.end : match.end + 1] == "$":  # 'US$5 million' is money
        return
    kind, rule = kind_of(words, stop - 1, match)
    if (rule == "generic" and _only_modifies(words, stop - 1)) or (kind == "office" and _begins_hyphened(words, stop)):
        return
    known = dict.fromkeys(sense.known for sense in senses_as(kind, match.senses))
    yield Stretch(first, stop, kind, rule, tuple(known))


def _begins_hyphened(words: Words, stop: int) -> bool:
    """Tell a word that begins a name joined by a hyphen: the 'Amir' of 'Amir-Rostami' is no emir; 'Prime Minister-elect' is."""
    if words.lower(stop) != "-" or not words.touch(stop) or not words.touch(stop + 1):
        return False
    return is_capital(words.tokens[stop + 1].text) and is_capital(words.tokens[stop - 1].text)


def _only_modifies(words: Words, last: int) -> bool:
    """Tell whether a general word stands before another noun: 'military support', 'police officers'."""
    token = words.tokens[last]
    return token.pos not in {"NOUN", "PROPN"} or (token.dep in {"compound", "amod", "nmod"} and token.head.i > token.i)


def kind_of(words: Words, last: int, match: Match) -> tuple[str, str]:
    """Tell what kind of thing a known name means where it stands, and by which rule.

    Args:
        words: The words of the page.
        last: Place of the name's last word.
        match: The name and all it can mean.
    """
    if match.having("capital"):
        is_place = words.tokens[last].i in words.datelined or not acts(words.tokens[last])
        return ("place", "capital") if is_place else ("state", "metonym")
    sort = match.senses[0].sort
    kind = match.senses[0].known.kind
    if sort == "metonym" and match.words in seats() and is_housed(words.tokens[last]):
        return "place", "seat"
    if kind == "state" and sort in _PEOPLES:
        return "people", sort
    return kind, sort


def senses_as(kind: str, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Keep the senses in which words are of a kind: 'Tehran' as a place is the city, as a state the government."""
    wanted = {"people": ("people", "state")}.get(kind, (kind,))
    kept = tuple(sense for sense in senses if sense.known.kind in wanted)
    if kind == "place" and not kept:
        return ()
    return kept or senses
