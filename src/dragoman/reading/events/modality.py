"""Whether an act happened: negated, planned, asked, merely possible, denied, over long ago."""

from msgspec import Struct

from dragoman.lexicon.modality import words
from dragoman.reading.clauses import is_headline_plan, joined_up
from dragoman.reading.events.verb_signs import (
    hangs_on_if,
    is_beside,
    is_condition,
    is_general,
    is_order,
    is_planned,
    is_presupposed,
    is_second_infinitive,
    is_told,
    is_wanted,
    long_ago,
    spoken_in,
)
from dragoman.reading.syntax import Token, is_negated, is_passive


class Standing(Struct, frozen=True):
    """How an act stands: its polarity, modality and time reference, as the columns of an event say them."""

    polarity: str = "asserted"
    modality: str = "actual"
    time_ref: str = "now"


_PLANNED = Standing("asserted", "planned", "future")
_POSSIBLE = Standing("asserted", "possible", "now")
_DEPTH = 6


def standing_of(token: Token, depth: int = 0) -> Standing | None:
    """Tell how the act of a verb or noun stands, or None where the words tell no act.

    Wishes, conditions, questions, duties, abilities, purposes and what is asked for tell none.
    """
    if depth > _DEPTH or (depth == 0 and any(last.text == "?" for last in token.sentence.tokens[-2:])):
        return None
    if _is_verb(token):
        return _of_verb(token, depth)
    if token.pos == "ADJ":
        return standing_of(token.head, depth + 1) if token.head is not token else Standing()
    return _of_noun(token, depth)


def _is_verb(token: Token) -> bool:
    """Tell a verb, also one tagged as a noun after 'to': 'offered to host talks'."""
    return token.pos in {"VERB", "AUX"} or (token.dep == "xcomp" and token.child("aux") is not None)


def _of_verb(verb: Token, depth: int) -> Standing | None:
    if is_condition(verb):
        return None
    auxiliaries = {child.lower for child in verb.children if child.dep in {"aux", "auxpass"}}
    if auxiliaries & words("deontic") or is_order(verb, auxiliaries) or is_general(verb) or hangs_on_if(verb):
        return None
    if auxiliaries & words("may") and is_negated(verb):
        return None  # what is not permitted, or not sure to come
    own = _by_auxiliaries(verb, auxiliaries, depth)
    if own is None:
        return None
    above = _from_above(verb, depth)
    if above is None:
        return None
    return _joined(own, above, negated=is_negated(verb))


def _by_auxiliaries(verb: Token, auxiliaries: set[str], depth: int) -> Standing | None:  # noqa: PLR0911 - one a sort of verb form
    if auxiliaries & words("shall") or "going" in auxiliaries:
        return _PLANNED
    if "would" in auxiliaries:
        return _PLANNED if depth == 0 and is_told(verb) else None
    if auxiliaries & words("may"):
        return _POSSIBLE
    if "to" in auxiliaries:
        return _of_infinitive(verb, depth)
    if is_second_infinitive(verb, auxiliaries):
        return standing_of(verb.head, depth + 1) if depth < _DEPTH else None
    if (
        verb.tag == "VB"
        and not auxiliaries
        and verb.child("nsubj") is None
        and not (verb.dep == "conj" and verb.head.tag in words("finite"))
    ):
        return None
    if verb.tag == "VBG" and not auxiliaries:
        return _of_gerund(verb)
    if any(child.lower in {"reportedly", "allegedly", "apparently", "supposedly"} for child in verb.children):
        return _POSSIBLE
    past = verb.tag == "VBD" or (verb.tag == "VBN" and bool(auxiliaries & {"had"}))
    return Standing(time_ref="past" if past and long_ago(verb) else "now")


def _of_infinitive(verb: Token, depth: int) -> Standing | None:
    if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        is_complement = verb.head.tag in words("finite") and verb.head.child("xcomp") is not None
        return _under_finite(verb.head) if is_complement else standing_of(verb.head, depth + 1)
    return _PLANNED if is_headline_plan(verb) else _of_complement(verb)


def _of_complement(verb: Token) -> Standing | None:  # noqa: PLR0911 - one a word above
    """Tell what the word above makes of an infinitive: 'began to', 'plans to', 'is to'; purposes are no acts."""
    head = verb.head
    speaking = spoken_in(verb)
    if speaking is not None:
        return standing_of(speaking, _DEPTH)
    if verb.dep not in {"xcomp", "ccomp", "acl"} or head is verb:
        return None
    lemma = head.lemma.lower()
    if lemma == "go" and head.tag == "VBG":
        return _PLANNED
    if lemma in words("hearsay") and is_passive(head):
        return _POSSIBLE
    if lemma in words("actual"):
        return Standing()
    if lemma == "be" and verb.dep == "xcomp":
        return _PLANNED
    if lemma == "have" and any(child.lower == "yet" for child in head.children):
        return Standing("negated")
    if lemma in words("planning") and verb.dep != "acl":
        return _PLANNED
    return None


def _under_finite(verb: Token) -> Standing | None:
    """Tell what a verb makes of the second infinitive after it: 'pledged to stop tests and also to shut the site'."""
    if verb.lemma in words("planning"):
        return _PLANNED
    return Standing() if verb.lemma in words("actual") else None


def _of_gerund(verb: Token) -> Standing | None:
    if verb.dep == "conj" and verb.head.tag == "VBG":
        return _of_gerund(verb.head)
    if verb.dep == "pcomp":
        return _of_means(verb)
    if verb.dep in {"xcomp", "ccomp"}:
        return (
            Standing()
            if verb.head.lemma in words("actual") | words("denying") | {"finish", "complete", "admit", "end"}
            else None
        )
    if verb.dep in {"advcl", "acl", "conj", "relcl", "ROOT"}:
        return Standing()
    return None


def _of_means(verb: Token) -> Standing | None:
    """Tell what a preposition makes of a gerund: 'after bombing', 'the idea of bombing', 'by arming them we could'."""
    above = verb.head.head
    unsure = any(child.lower in words("deontic") | words("may") for child in above.children if child.dep == "aux")
    blamed = verb.head.lower != "for" or above.lemma in words("blaming")
    if unsure or not blamed or above.lemma.lower() in words("unreal_nouns"):
        return None
    if verb.head.lower not in words("presupposing"):
        return None
    return standing_of(above, _DEPTH) if verb.head.lower == "by" and above.pos == "VERB" else Standing()


def _from_above(verb: Token, depth: int) -> Standing | None:
    """Tell what the clauses above make of a clause."""
    up = joined_up(verb)
    if up is not None:
        return _from_above(up, depth + 1) if depth < _DEPTH else Standing()
    if verb.head is verb or is_beside(verb, verb.head):
        return Standing()
    return _from_head(verb, verb.head, depth)


def _from_head(verb: Token, head: Token, depth: int) -> Standing | None:
    if verb.dep in {"ccomp", "xcomp"} and head.pos in {"VERB", "AUX", "ADJ"}:
        found = _under_verb(head, depth, verb)
        return Standing("asserted", found.modality, found.time_ref) if found and is_presupposed(verb, head) else found
    if verb.dep == "acl" and head.pos == "NOUN" and verb.tag not in {"VBN", "VBG"}:
        if head.lemma in {"evidence", "proof", "indication", "sign"} and any(
            child.lower in {"no", "little"} for child in head.children
        ):
            return Standing(modality="denied")
        return None if head.lemma in words("unreal_nouns") else Standing()
    if verb.dep in {"conj", "advcl", "pcomp"}:
        return _beside(verb, head.head if head.pos == "ADP" else head, depth)
    return Standing()


def _beside(verb: Token, up: Token, depth: int) -> Standing | None:
    """Tell what a verb that another is joined to makes of it: 'will raise it when they meet'."""
    if up.pos in {"VERB", "AUX"} and verb.dep == "conj":
        return _from_above(up, depth + 1) if depth < _DEPTH else None
    if verb.dep != "advcl" or verb.tag not in words("present"):
        return Standing()
    before = any(child.lower in {"before", "ahead"} for child in verb.children)
    return _PLANNED if before or is_planned(up) else Standing()


def _under_verb(head: Token, depth: int, verb: Token) -> Standing | None:
    lemma = head.lemma.lower()
    if lemma in words("denying"):
        return Standing(modality="denied")
    if lemma in words("doubt"):
        return _POSSIBLE
    if lemma in words("unreal") or is_wanted(head):
        return None
    if lemma in {"expect", "predict", "forecast"} and verb.dep == "ccomp":
        return _PLANNED
    if lemma in {
        "say",
        "tell",
        "announce",
        "report",
        "add",
        "claim",
        "declare",
        "note",
        "state",
        "confirm",
        "stress",
        "write",
    }:
        return Standing()
    return Standing() if depth > _DEPTH else standing_of(head, depth + 1)


def _of_noun(noun: Token, depth: int) -> Standing | None:
    for child in noun.children:
        if child.dep in {"amod", "det", "neg", "nmod"}:
            if child.lower in words("plan_adjectives") and not child.children:  # 'much anticipated' is over
                return _PLANNED
            if child.lower in words("unreal_adjectives"):
                return None
            if child.lower in words("doubt_adjectives"):
                return _POSSIBLE
            if child.lower in {"no", "neither"}:
                return Standing(polarity="negated")
    return _noun_from_above(noun, depth)


def _noun_from_above(noun: Token, depth: int) -> Standing | None:
    head = noun.head
    if noun.dep == "conj":
        return _noun_from_above(head, depth + 1) if head.pos == "NOUN" and depth < _DEPTH else Standing()
    if noun.dep == "pobj" and head.pos == "ADP":
        return _noun_after(head, depth)
    if _is_verb(head) and head is not noun:
        if noun.dep == "dobj" and head.lemma in words("denying"):
            return None  # talks denied to somebody, or that somebody denies
        found = _governed(head, depth, "")
        presupposed = noun.dep in {"nsubj", "nsubjpass"} and head.lemma not in words("taking_place")
        return Standing("asserted", found.modality, found.time_ref) if found and presupposed else found
    return Standing()


def _noun_after(preposition: Token, depth: int) -> Standing | None:
    if preposition.lower in words("unreal_prepositions"):
        return None
    if preposition.lower in words("presupposing_prepositions"):
        return Standing()
    above = preposition.head
    if above.pos == "NOUN":
        unreal = above.lemma in words("unreal_nouns") or depth >= _DEPTH
        return None if unreal else _noun_from_above(above, depth + 1)
    return _governed(above, depth, preposition.lower) if above.pos in {"VERB", "AUX"} else Standing()


def _governed(verb: Token, depth: int, preposition: str) -> Standing | None:
    lemma = verb.lemma.lower()
    if lemma in words("unreal") and preposition not in {"in", "during", "after", "at", "before"}:
        return None
    return standing_of(verb, depth + 1)


def _joined(own: Standing, above: Standing, *, negated: bool) -> Standing:
    order = ("denied", "possible", "planned", "actual")
    modality = min(own.modality, above.modality, key=order.index)
    times = (own.time_ref, above.time_ref)
    time_ref = "future" if modality == "planned" else next((time for time in times if time != "now"), "now")
    polarity = "negated" if negated or above.polarity == "negated" else own.polarity
    return Standing(polarity, modality, time_ref)
