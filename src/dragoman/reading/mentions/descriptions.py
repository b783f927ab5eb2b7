"""Words that mean something named before: 'the bloc', 'the ministry', 'the country', 'the Iranian side', 'it', 'both'."""

from collections.abc import Iterator
from functools import cache

from dragoman.lexicon.bodies import descriptions
from dragoman.lexicon.cues import verb_cues
from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.outlets import outlet_words
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words
from dragoman.reading.syntax import Token

_DEFINITE = frozenset({"the", "this", "that"})
_FRAMES = frozenset({"that", "quote", "tell"})
_LONGEST = 3


def described(words: Words, cover: Cover) -> Iterator[Stretch]:
    """Give each stretch that describes a body or a state without naming it, or stands for one.

    Of kind `body` with rule `description` ('the council') or `it` ('it said'), of kind `state` with
    rule `description` ('the country', 'whose country') or `side` ('the Iranian side'), of kind
    `person` with rule `pronoun` ('both').
    """
    for token in words.tokens:
        if token.pos == "PRON" or token.lower == "both":
            yield from _stand_in(token)
        elif token.pos in {"NOUN", "PROPN"} and cover.is_free(token.i, token.i + 1):
            yield from _noun(words, cover, token)


def _stand_in(token: Token) -> Iterator[Stretch]:
    verb = token.head
    if token.lower == "it" and token.dep == "nsubj" and verb.pos == "VERB" and _speaks(verb):
        yield Stretch(token.i, token.i + 1, "body", "it")
    elif token.lower == "both" and token.dep == "nsubj" and not token.children:
        yield Stretch(token.i, token.i + 1, "person", "pronoun")


def _speaks(verb: Token) -> bool:
    return any(_FRAMES & set(cue.frames) for _, cue in verb_cues().get(verb.lower, ()))


def _noun(words: Words, cover: Cover, noun: Token) -> Iterator[Stretch]:
    if noun.lower in words_of("side") and (people := _people_before(words, cover, noun.i)) is not None:
        yield Stretch(people.first, noun.i + 1, "state", "side")
    elif noun.lower in words_of("own-state") and _is_definite(words, noun.i, "whose"):
        yield Stretch(noun.i, noun.i + 1, "state", "description")
    else:
        yield from _body(words, cover, noun)


def _people_before(words: Words, cover: Cover, place: int) -> Stretch | None:
    before = cover.at(place - 1)
    same_line = before is not None and words.line[before.first] == words.line[place]
    return before if before is not None and same_line and before.kind == "people" else None


def _body(words: Words, cover: Cover, noun: Token) -> Iterator[Stretch]:
    """Give the longest way a body is called that ends in a noun, with the article before it."""
    if (noun.text[0].isupper() and not _opens_sentence(noun)) or _only_leads_up(noun):
        return
    for first in range(max(0, noun.i - _LONGEST + 1), noun.i + 1):
        if words.words(first, noun.i + 1).lower() in _called() and _is_definite(words, first):
            of_whom = words.lower(noun.i + 1) == "of" and words.are_neighbours(noun.i + 1)
            if cover.is_free(first, noun.i + 1) and not of_whom:
                yield Stretch(first, noun.i + 1, "body", "description")
            return


@cache
def _called() -> frozenset[str]:
    return descriptions() | outlet_words() | words_of("called")


def _opens_sentence(noun: Token) -> bool:
    return noun is noun.sentence.tokens[0]


def _only_leads_up(noun: Token) -> bool:
    """Tell a noun that only stands before another: 'the council chamber', 'the group photograph'."""
    return noun.dep in {"compound", "nmod", "amod"} and noun.head.i > noun.i


def _is_definite(words: Words, place: int, *more: str) -> bool:
    """Tell whether an article stands before a place, an adjective between or not: 'the new body'."""
    before = place - 1
    if before > 0 and words.tokens[before].tag == "JJ" and words.tokens[before].text.islower():
        before -= 1
    return before >= 0 and words.lower(before) in _DEFINITE.union(more) and words.line[before] == words.line[place]
