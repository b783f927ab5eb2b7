"""Statements in the making: a cue, who speaks, and the stretches of text said."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token

_LOOSE_END = frozenset({",", ".", ";", ":", "—", "–", "-", "("})
_LOOSE_START = frozenset({",", ".", ";", ":", "—", "–", "-", ")"})


class Draft(Struct, kw_only=True):
    """A statement while it is being read.

    `head` is the word that carries the cue, `cue` its stretch of text, None for words that no cue
    introduces. `named` is the stretch that names the speaker, where that is more than a phrase.
    `score` is the network's, where it sees the statement.
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
    score: float | None = None

    @property
    def reach(self) -> int:
        """Where its last word ends."""
        return max(end for _, end in (*self.spans, self.cue or (0, 0)))


def without_tellers(drafts: Sequence[Draft | None]) -> list[Draft]:
    """Leave out whose words only tell who said the sentence: in 'They agreed to meet, Lund said' nobody agrees 'Lund said'."""
    found = [draft for draft in drafts if draft is not None]
    telling = [_cue_clause(draft) for draft in found if draft.rule.startswith("inset")]
    return [draft for draft in found if not any(_lies_in(draft, clause) for clause in telling)]


def _cue_clause(inset: Draft) -> tuple[int, int]:
    """Give the words of an inset cue and of who speaks: 'the envoy said'."""
    parts = [(speaker.subtree()[0].start, speaker.end) for speaker in inset.speakers]
    parts += [inset.cue] if inset.cue is not None else []
    return min(start for start, _ in parts), max(end for _, end in parts)


def _lies_in(draft: Draft, clause: tuple[int, int]) -> bool:
    return all(clause[0] <= start and end <= clause[1] for start, end in draft.spans)


def apart(draft: Draft, page: Page) -> list[Draft]:
    """Tell apart what is joined by 'and that': 'said that A, and that B' says two things."""
    if not draft.rule.startswith("clause") or len(draft.spans) != 1:
        return [draft]
    words = page.tokens_in(*draft.spans[0])
    cuts = [place for place, word in enumerate(words[2:], 2) if _opens_another(words, place) and word.dep == "mark"]
    edges = [0, *cuts, len(words)]
    parts = [stretch(page, words[first].i, words[last - 1].i) for first, last in pairwise(edges)]
    return [replace(draft, spans=[part]) for part in parts]


def _opens_another(words: Sequence[Token], place: int) -> bool:
    """Tell the 'that' of 'and that …', where what it opens is no clause about a noun: 'the hope that A and that B'."""
    word = words[place]
    return word.lower == "that" and words[place - 1].lower in {"and", "but"} and word.head.pos in {"VERB", "AUX"}


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
