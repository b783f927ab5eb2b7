"""What the code book tells of a sentence: its highest act, and the stretches of those in it."""

from collections.abc import Sequence

from dragoman.reading.events.arguments import nouns_in
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.page import Page
from dragoman.reading.syntax import SUBJECT_DEPS, Token
from dragoman.records import Party

Mark = tuple[int, int, str]
_KEPT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "punct", "case", "appos", "advmod"}
)
_INTO = frozenset({"of", "for", "in", "at", "to", "from", "on"})


def main_deed(page: Page) -> Deed | None:
    """Give the act that a sentence is about: the one highest in its tree."""
    deeds = [deed for sentence in page.sentences for deed in deeds_in(page, sentence)]
    told = [deed for deed in deeds if deed.actors or deed.recipients or deed.sighting.frame.subjects]
    return min(told, key=_depth, default=None)


def told(page: Page, deed: Deed | None) -> set[Mark]:
    """Give the spans (start, end, S|T|R) of an act; where there is none the subject of the main verb: the one who speaks."""
    if deed is None:
        return _by_syntax(page)
    spans = _spans_of(page, deed)
    if any(kind != "T" for *_, kind in spans):
        return spans
    return spans | {span for span in _by_syntax(page) if span[2] == "S"}


def _depth(deed: Deed) -> tuple[int, int]:
    return sum(1 for _ in deed.token.ancestors()), deed.token.i


def _spans_of(page: Page, deed: Deed) -> set[Mark]:
    reciprocal = deed.sighting.kind == "CONSULT" and len(deed.actors) > 1 and not deed.recipients
    if reciprocal:
        return {(*_wide(page, party), "R") for party in deed.actors}
    sources = _heads(deed, ("subject",)) if deed.token.pos in {"VERB", "AUX"} else []
    targets = _targets(deed)
    found = {(*_phrase(noun), "S") for noun in sources} or {(*_wide(page, party), "S") for party in deed.actors}
    return found | (
        {(*_phrase(noun), "T") for noun in targets} or {(*_wide(page, party), "T") for party in deed.recipients}
    )


def _targets(deed: Deed) -> list[Token]:
    """Give the things acted upon as they stand, 'the premier's decision' and not the premier."""
    slots = tuple("object" if slot == "owner" else slot for slot in deed.sighting.trigger.recipient)
    if (
        deed.sighting.trigger.objects
        and "object" not in deed.sighting.trigger.recipient
        and not any(deed.sighting.frame.under(slot) for slot in slots if slot != "object")
    ):
        return _heads(deed, ("dative",))
    return _heads(deed, slots)


def _heads(deed: Deed, slots: Sequence[str]) -> list[Token]:
    for slot in slots:
        nouns = [noun for noun in nouns_in(deed.sighting, slot) if noun.pos in {"NOUN", "PROPN", "PRON", "NUM"}]
        if nouns:
            return nouns
    return []


def _by_syntax(page: Page) -> set[Mark]:
    return {
        (*_phrase(child), "S")
        for sentence in page.sentences[:1]
        for child in sentence.root.children
        if child.dep in SUBJECT_DEPS
    }


def _wide(page: Page, party: Party) -> tuple[int, int]:
    tokens = page.tokens_in(party.start, party.end)
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head is token]
    return _phrase(heads[0]) if heads else (party.start, party.end)


def _phrase(noun: Token) -> tuple[int, int]:
    words = [noun]
    stack = [noun]
    while stack:
        here = stack.pop()
        for child in here.children:
            if (
                child.dep in _KEPT
                or (child.dep == "prep" and child.lower in _INTO)
                or (here is not noun and child.dep in {"pobj", "conj", "cc"})
            ):
                words.append(child)
                stack.append(child)
    words.sort(key=lambda word: word.i)
    words = _unbroken(words, noun)
    while words and words[0].dep == "punct":
        words = words[1:]
    while words and words[-1].dep == "punct" and words[-1].text != ")":
        words = words[:-1]
    return (words[0].start, words[-1].end) if words else (noun.start, noun.end)


def _unbroken(words: Sequence[Token], noun: Token) -> list[Token]:
    kept = {word.i: word for word in words}
    low = high = noun.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [kept[i] for i in range(low, high + 1)]
