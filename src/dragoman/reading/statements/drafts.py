"""Statements in the making: a cue, who speaks, and the stretches of text said."""

from collections.abc import Sequence

from msgspec import Struct

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token

_LOOSE_END = frozenset({",", ".", ";", ":", "—", "–", "-", "("})
_LOOSE_START = frozenset({",", ".", ";", ":", "—", "–", "-", ")"})


class Draft(Struct, kw_only=True):
    """A statement while it is being read.

    `head` is the word that carries the cue, `cue` its stretch of text, None for words that no cue
    introduces. `named` is the stretch that names the speaker, where that is more than a phrase.
    `quotes` says that what is said touches a quotation, so that a further one can go on with it.
    """

    lemma: str
    act: str
    rule: str
    head: Token
    cue: tuple[int, int] | None
    spans: list[tuple[int, int]]
    speakers: list[Token]
    addressee: Token | None = None
    negated: bool = False
    quotes: bool = False
    named: tuple[int, int] | None = None

    @property
    def reach(self) -> int:
        """Where its last word ends."""
        return max(end for _, end in (*self.spans, self.cue or (0, 0)))


def stretch(page: Page, first: int, last: int) -> tuple[int, int]:
    """Give the text of some tokens without loose punctuation and conjunctions at its edges, or what a comma adds."""
    words = _without_afterthought(page.tokens[first : last + 1])
    while len(words) > 1 and (words[-1].text in _LOOSE_END or words[-1].dep == "cc"):
        words = words[:-1]
    while len(words) > 1 and words[0].text in _LOOSE_START:
        words = words[1:]
    return words[0].start, words[-1].end


def _without_afterthought(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out a last ', which …' or ', who …': reports add there what the speaker did not say."""
    for place, word in enumerate(words[1:-1], 1):
        after = words[place + 1]
        if word.text == "," and after.lower in {"which", "who"} and words[-1] in after.head.subtree():
            return words[:place]
    return words


def cue_stretch(verb: Token, preposition: Token | None = None) -> tuple[int, int]:
    """Give the words of a verbal cue: auxiliaries, negation and adverbs before it, verb, particle, preposition."""
    words = verb.sentence.tokens
    origin = words[0].i
    first = last = verb.i
    loose = {child.i for child in verb.children if child.dep in {"aux", "auxpass", "neg", "advmod"}}
    while first - 1 in loose:
        first -= 1
    if any(child.dep == "prt" and child.i == verb.i + 1 for child in verb.children):
        last += 1
    if preposition is not None and all(word.pos == "ADV" for word in words[last + 1 - origin : preposition.i - origin]):
        last = preposition.i
    return words[first - origin].start, words[last - origin].end
