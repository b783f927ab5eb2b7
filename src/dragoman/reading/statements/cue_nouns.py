"""Nouns and adjectives as cues: 'his warning that', 'Norway's offer to', 'is confident that'."""

from dragoman.lexicon.cues import Cue, adjective_cues, noun_cues
from dragoman.reading.page import Page
from dragoman.reading.statements.complements import has_to, is_finite_clause, words_below
from dragoman.reading.statements.cues import FEELS, is_uttered
from dragoman.reading.statements.drafts import Draft, stretch
from dragoman.reading.statements.speakers import can_speak, subjects
from dragoman.reading.syntax import OBJECT_DEPS, SUBJECT_DEPS, Token

_GIVES = frozenset({"make", "issue", "give", "send", "deliver", "renew", "raise", "lodge", "repeat", "share"})
_OWNERS = frozenset({"his", "her", "their", "its"})


def draft_noun(noun: Token, page: Page) -> Draft | None:
    """Read a noun as a cue, when it tells whose words they are; None where a verb voices it and is the cue."""
    cue = noun_cues().get(noun.lower)
    said = _said_by_noun(noun, cue) if cue is not None else None
    if cue is None or said is None:
        return None
    verb = noun.head if noun.dep in OBJECT_DEPS else None
    if verb is not None and verb.lemma.lower() in FEELS:
        return None
    first, last, preposition = said
    said_by = _speakers(noun, verb, first)
    if not said_by or not all(can_speak(page, each) or each.lower in _OWNERS for each in said_by):
        return None
    end = preposition.end if preposition is not None and preposition.i == noun.i + 1 else noun.end
    return Draft(
        lemma=noun.lower, act=cue.act, rule=f"noun:{noun.lower}", head=noun, cue=(noun.start, end),
        spans=[stretch(page, first, last)], speakers=said_by,
    )  # fmt: skip


def _speakers(noun: Token, verb: Token | None, first: int) -> list[Token]:
    """Give the owner of the words, who they are by or from, or the subject of the verb that utters them."""
    owner = noun.children_by("poss")
    if owner:
        return owner
    sources = [child for child in noun.children_by("prep") if child.lower in {"by", "from"} and child.i < first]
    if sources:
        return [word for source in sources for word in source.children_by("pobj")]
    if verb is not None and verb.lemma.lower() in _GIVES and is_uttered(verb):
        return subjects(verb)
    return []


def _said_by_noun(noun: Token, cue: Cue) -> tuple[int, int, Token | None] | None:
    for child in noun.rights:
        if child.dep in {"acl", "relcl", "ccomp"} and child.pos in {"VERB", "AUX"} and _fits(child, cue):
            words = words_below(child)
            return words[0].i, words[-1].i, None
        if child.dep == "prep" and child.lower in cue.prepositions:
            words = [word for word in words_below(child) if word.i > child.i]
            if words:
                return words[0].i, words[-1].i, child
    return None


def _fits(clause: Token, cue: Cue) -> bool:
    if "to" in cue.frames and has_to(clause) and not any(child.dep in SUBJECT_DEPS for child in clause.children):
        return True
    opened = any(child.lower == "that" and (child.dep == "mark" or clause.dep == "acl") for child in clause.lefts)
    return "that" in cue.frames and opened and is_finite_clause(clause)


def draft_adjective(adjective: Token, page: Page) -> Draft | None:
    """Read an adjective of attitude as a cue."""
    cue = adjective_cues().get(adjective.lower)
    copula = adjective if adjective.tag == "VBN" else adjective.head
    is_attitude = adjective.dep == "acomp" or any(child.dep == "auxpass" for child in adjective.children)
    if cue is None or not is_attitude or (copula is not adjective and copula.lemma.lower() not in {"be", "remain"}):
        return None
    said_by = subjects(copula) or adjective.children_by("nsubjpass")
    said = next((clause for clause in adjective.rights if _follows(clause, cue)), None)
    if said is None or any(child.tag == "MD" for child in copula.children):
        return None
    if not said_by or not all(can_speak(page, noun) for noun in said_by):
        return None
    words = words_below(said)
    return Draft(
        lemma=adjective.lower, act=cue.act, rule=f"adjective:{adjective.lower}", head=adjective,
        cue=(min(copula.start, adjective.start), adjective.end), spans=[stretch(page, words[0].i, words[-1].i)],
        speakers=said_by, negated=any(child.dep == "neg" for child in copula.children),
    )  # fmt: skip


def _follows(clause: Token, cue: Cue) -> bool:
    if clause.dep == "xcomp":
        return "to" in cue.frames and has_to(clause)
    return clause.dep == "ccomp" and "that" in cue.frames
