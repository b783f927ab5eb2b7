"""Phrases of a sentence that may be who acts or is acted upon: of each noun every cut that its tree allows."""

from collections.abc import Iterator

from dragoman.reading.events.spans.words import Stretch, Words
from dragoman.reading.syntax import Token

_NO_END = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "SCONJ", "AUX", "PART"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM", "VERB"})
_LIKE_NOUNS = frozenset({"nsubj", "dobj", "pobj", "conj", "compound", "nsubjpass"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "aux"})
_MODIFIERS = frozenset({"amod", "det", "nummod", "compound", "quantmod", "advmod", "poss"})
_MOST_ENDS = 24


def candidates(words: Words) -> set[Stretch]:
    """Give the phrases of a sentence."""
    return {
        (words.number[start], words.number[end] + 1)
        for head in words.page.tokens
        if head.i in words.number and _may_head(head)
        for start, end in _cuts(head)
        if start in words.number and end in words.number
    }


def _may_head(token: Token) -> bool:
    if token.pos not in _HEADS:
        return False
    if token.pos in {"NOUN", "PROPN", "PRON"}:
        return True
    return token.dep in _LIKE_NOUNS if token.pos == "VERB" else token.dep not in _MODIFIERS


def _cuts(head: Token) -> Iterator[tuple[int, int]]:
    """Give first and last token of each cut of a noun's phrase."""
    below = {token.i: token for token in head.subtree()}
    ends = [head.i]
    place = head.i + 1
    while place in below:
        token = below[place]
        if (token.pos not in _NO_END or token.text == ")") and token.dep not in _BEFORE:
            ends.append(place)
        place += 1
    for start in _starts(head):
        for end in ends[:_MOST_ENDS]:
            yield start, end


def _starts(head: Token) -> list[int]:
    """Give where a noun's phrase may start: at the noun, or at each modifier before it without a gap."""
    starts, edge = [head.i], head.i
    for child in sorted(head.lefts, key=lambda child: -child.i):
        subtree = child.subtree()
        if subtree[-1].i == edge - 1:
            edge = subtree[0].i
            if child.dep != "punct":
                starts.append(edge)
    return starts
