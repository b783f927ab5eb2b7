"""Words said that stand before their cue or around it: '…, he said', 'The road, officials say, is open'."""

from typing import NamedTuple

from dragoman.reading.page import Page
from dragoman.reading.statements.quotations import Quotations
from dragoman.reading.statements.speakers import phrase_of
from dragoman.reading.syntax import SUBJECT_DEPS, Token

_PAUSE = frozenset({",", ".", ";", ":", "—", "–", "-", "”", '"', "''", "’", "?", "!", "»", "..."})
_BEFORE = frozenset({",", "”", '"', "''", "’", "'", "»", "?", "!"})
_CLOSING = frozenset({"”", '"', "''", "’", "'", "»"})
_ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "dobj", "dative", "advcl", "prt", "xcomp", "oprd"})
_FREE = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj", "ROOT"})
_CLAUSES = frozenset({"ccomp", "parataxis", "dep"})
_CIRCUMSTANCES = frozenset({"advcl", "prep", "conj", "relcl", "npadvmod"})
_LEAST_REST = 3  # tokens after a cue clause, its comma and the full stop among them


class Inset(NamedTuple):
    """A cue clause as token numbers, with the stretches of tokens said before and after it."""

    first: int
    last: int
    before: tuple[int, int] | None
    after: tuple[int, int] | None


def inset_of(verb: Token, page: Page, quotations: Quotations) -> Inset | None:
    """Find what is said around a cue clause that a comma or closing mark sets off.

    Gives nothing where the clause is not set off, or nothing worth a statement stands around it.
    """
    nouns = [
        noun
        for noun in verb.children
        if noun.dep in SUBJECT_DEPS and noun.pos != "VERB" and noun.tag not in {"WDT", "WP"}
    ]
    if not nouns:
        return None
    first, last = _cue_clause(verb, min(nouns, key=lambda noun: abs(noun.i - verb.i)))
    before = page.tokens[first - 1] if first > 0 else None
    if before is None or before.text not in _BEFORE:
        return None
    if before.i < verb.sentence.tokens[0].i:
        return _after_quotation(verb, (first, last), page, quotations)
    return _within(verb, (first, last), page, quotations)


def _within(verb: Token, clause: tuple[int, int], page: Page, quotations: Quotations) -> Inset | None:
    first, last = clause
    start = _start_of(verb, clause, page, quotations)
    after = _rest(verb, last)
    if start is None or (after is None and not _says_something(page.tokens[start:first], quotations)):
        return None
    if (
        after is None
        and page.tokens[start].tag == "VBG"
        and any(c.dep == "ccomp" and c.i > verb.i for c in verb.children)
    ):
        return None
    if after is not None and _only_leads_in(page, quotations, (start, first), after[0]):
        return Inset(first, last, None, after)
    return Inset(first, last, (start, first - 1), after)


def _says_something(words: list[Token], quotations: Quotations) -> bool:
    """Tell words that can stand as said: quoted, or a clause with a verb in some tense."""
    return any(word.tag in {"VBD", "VBZ", "VBP", "MD"} or quotations.at(word.start) is not None for word in words)


def _only_leads_in(page: Page, quotations: Quotations, lead_in: tuple[int, int], after: int) -> bool:
    """Tell words before the cue that are no part of what is said: 'Referring to the talks, he said, “…”'."""
    lead = page.tokens[lead_in[0] : lead_in[1]]
    if quotations.at(lead[0].start) is not None or any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in lead):
        return False
    return lead[0].tag == "VBG" or quotations.at(page.tokens[after].start) is not None


def _cue_clause(verb: Token, subject: Token) -> tuple[int, int]:
    """Give the clause of the cue: subject, verb and its circumstances up to the next pause."""
    phrase = phrase_of(subject)
    inside = [
        word
        for word in (*phrase, verb, *verb.children)
        if word.dep in {*SUBJECT_DEPS, "aux", "neg", "auxpass"} or word in phrase
    ]
    first = min(verb.i, *(word.i for word in inside if word.i >= min(phrase[0].i, verb.i)))
    last = max(verb.i, phrase[-1].i)
    words = verb.sentence.tokens
    if first > words[0].i and words[first - 1 - words[0].i].lower == "as":
        first -= 1
    for child in sorted(verb.children, key=lambda child: child.i):
        if child.i > last and child.dep in _ADJUNCTS:
            gap = words[last + 1 - words[0].i : child.subtree()[0].i - words[0].i]
            if not any(word.text in _PAUSE for word in gap):
                last = max(last, child.subtree()[-1].i)
    return first, last


def _start_of(verb: Token, clause: tuple[int, int], page: Page, quotations: Quotations) -> int | None:
    """Tell where what is said begins: with the clause before, or with the quotation that closes there."""
    first, last = clause
    words = verb.sentence.tokens
    closing = quotations.at(page.tokens[first - 1].start) or (
        quotations.at(page.tokens[first - 2].start) if first > 1 else None
    )
    start = _clause_start(verb, first)
    start = None if start is not None and start >= first else start
    if start is None and verb.dep in _FREE and closing is not None:
        start = max(words[0].i, _token_at(page, closing.start))
    if start is None and _ends_sentence(verb, last):
        start = words[0].i
    if start is None or start >= first:
        return None
    lead = page.tokens[words[0].i : start]
    plain = all(word.pos in {"CCONJ", "SCONJ", "ADV", "PUNCT", "INTJ"} for word in lead)
    if closing is None and (plain or (verb.head is verb and not _has_verb(lead))):
        return words[0].i
    return start


def _clause_start(verb: Token, first: int) -> int | None:
    """Tell where the clause begins that hangs on the cue, or that the cue is inserted into."""
    said = [child for child in verb.children if child.dep in {"ccomp", "parataxis", "dep"} and child.i < first]
    if said:
        return min(word.i for child in said for word in child.subtree())
    if verb.dep in {"parataxis", "ccomp"} and verb.head.pos in {"VERB", "AUX"}:
        below = {word.i for word in verb.subtree()}
        return min(word.i for word in verb.head.subtree() if word.i not in below)
    return None


def _ends_sentence(verb: Token, last: int) -> bool:
    rest = [word for word in verb.sentence.tokens if word.i > last]
    return not any(word.pos != "PUNCT" for word in rest)


def _has_verb(words: list[Token]) -> bool:
    return any(word.pos in {"VERB", "AUX"} and word.tag != "VBG" for word in words)


def _token_at(page: Page, offset: int) -> int:
    found = page.tokens_in(offset, offset + 2)
    return found[0].i if found else 0


def _rest(verb: Token, last: int) -> tuple[int, int] | None:
    """Give what is said after the cue clause, when a comma follows and the sentence goes on."""
    rest = [word for word in verb.sentence.tokens if word.i > last]
    if len(rest) < _LEAST_REST or rest[0].text not in {",", ";", "—", "–"}:
        return None
    if verb.head is verb or verb.dep == "conj":
        said = [word.i for child in verb.rights if child.dep in _CLAUSES for word in child.subtree() if word.i > last]
        return (min(said), rest[-1].i) if said else None
    closing = [word for word in rest[1:] if word.pos != "PUNCT"]
    if closing and rest[1].tag == "VBG" and closing[-1] in rest[1].subtree():
        return None  # 'the envoy said, reading out a statement'
    own = {word.i for child in verb.rights if child.dep in _CIRCUMSTANCES for word in child.subtree()}
    if rest[1].i in own and rest[-1].i in own:
        return None
    return rest[1].i, rest[-1].i


def _after_quotation(verb: Token, clause: tuple[int, int], page: Page, quotations: Quotations) -> Inset | None:
    """Take a cue clause that opens a sentence right after a closing mark: “… is over!” the envoy said."""
    first, last = clause
    before = page.tokens[first - 1]
    closing = quotations.at(before.start)
    if closing is None or verb.head is not verb or before.text not in _CLOSING:
        return None
    if "\n" in page.text[before.end : page.tokens[first].start]:
        return None
    return Inset(first, last, (_token_at(page, closing.start), before.i), None)
