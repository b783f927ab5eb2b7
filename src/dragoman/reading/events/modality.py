"""Whether an act happened: negated, planned, asked, merely possible, denied, over long ago."""

from functools import cache

from msgspec import Struct

from dragoman.lexicon.cues import cues
from dragoman.lexicon.modality import words
from dragoman.reading.clauses import is_headline_plan, joined_up
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
    if _is_condition(verb):
        return None
    auxiliaries = {child.lower for child in verb.children if child.dep in {"aux", "auxpass"}}
    if auxiliaries & words("deontic") or _is_order(verb, auxiliaries) or _is_general(verb) or _hangs_on_if(verb):
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


def _hangs_on_if(verb: Token) -> bool:
    """Tell what is done only in a case: 'if there is no deal, we walk away'."""
    if verb.tag not in words("present") or verb.child("aux") is not None:
        return False
    return any(child.lower == "if" for clause in verb.children_by("advcl") for child in clause.children_by("mark"))


def _is_condition(verb: Token) -> bool:
    """Tell what holds only if: 'unless they agree', 'as long as they agree', 'once they agree'."""
    if any(child.dep in {"mark", "advmod"} and child.lower in words("if") for child in verb.children):
        return True
    if verb.dep == "advcl" and any(child.lower == "like" for child in verb.children_by("mark")):
        return True
    if verb.dep != "advcl" or verb.tag not in words("present"):
        return False
    return verb.head.lower == "long" or any(child.dep == "mark" and child.lower == "once" for child in verb.children)


def _is_order(verb: Token, auxiliaries: set[str]) -> bool:
    """Tell an imperative: 'do not attack'."""
    return verb.tag == "VB" and "do" in auxiliaries and verb.child("nsubj") is None and verb.dep != "conj"


def _is_general(verb: Token) -> bool:
    """Tell what holds at all times, or of anybody: 'typically yields', 'any nation that helps them'."""
    if any(child.dep == "advmod" and child.lower in words("habit") for child in verb.children):
        return True
    doers = [*verb.children_by("nsubj"), *([verb.head] if verb.dep == "relcl" else [])]
    several = {"any"} | ({"all", "every", "those"} if verb.dep == "relcl" and verb.tag in words("present") else set())
    return any(child.dep == "det" and child.lower in several for doer in doers for child in doer.children)


def _by_auxiliaries(verb: Token, auxiliaries: set[str], depth: int) -> Standing | None:  # noqa: PLR0911 - one a sort of verb form
    if auxiliaries & words("shall") or "going" in auxiliaries:
        return _PLANNED
    if "would" in auxiliaries:
        return _PLANNED if depth == 0 and _is_told(verb) else None
    if auxiliaries & words("may"):
        return _POSSIBLE
    if "to" in auxiliaries:
        return _of_infinitive(verb, depth)
    if _is_second_infinitive(verb, auxiliaries):
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
    return Standing(time_ref="past" if past and _long_ago(verb) else "now")


def _is_second_infinitive(verb: Token, auxiliaries: set[str]) -> bool:
    """Tell the second of two infinitives: 'will meet them and discuss trade', 'began to shell and bomb'."""
    if verb.tag != "VB" or auxiliaries or verb.dep != "conj" or verb.child("nsubj") is not None:
        return False
    return verb.head.tag == "VB" and verb.head.pos in {"VERB", "AUX"}


def _is_told(verb: Token) -> bool:
    """Tell a clause that somebody said, or the second of two: 'said that it would stay and would help'."""
    first = verb.head if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"} else verb
    said = first.head
    is_said = said.lemma in {"say", "announce", "promise", "declare", "vow", "add", "pledge", "confirm"}
    return first.dep == "ccomp" and said.tag in {"VBD", "VBN"} and is_said


def _of_infinitive(verb: Token, depth: int) -> Standing | None:
    if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        is_complement = verb.head.tag in words("finite") and verb.head.child("xcomp") is not None
        return _under_finite(verb.head) if is_complement else standing_of(verb.head, depth + 1)
    return _PLANNED if is_headline_plan(verb) else _of_complement(verb)


def _of_complement(verb: Token) -> Standing | None:  # noqa: PLR0911 - one a word above
    """Tell what the word above makes of an infinitive: 'began to', 'plans to', 'is to'; purposes are no acts."""
    head = verb.head
    speaking = _spoken_in(verb)
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


def _spoken_in(verb: Token) -> Token | None:
    """Give the verb of speaking or writing whose purpose was to say something, and which so says it.

    'Telephoned the king to thank him', 'called a news conference to condemn the raid', 'took to Twitter to blast the plan'.
    """
    if verb.lemma not in words("said_aloud"):
        return None
    above = verb.head
    if verb.dep in {"acl", "relcl"} and above.pos in {"NOUN", "PROPN"}:
        above = above.head.head if above.dep == "pobj" else above.head
    elif verb.dep not in {"advcl", "xcomp"}:
        return None
    if above.pos != "VERB" or above.tag not in words("finite") | {"VBG"}:
        return None
    nouns = [*above.children_by("dobj"), *above.under("to", "in", "on", "with", "at")]
    is_on_stage = any(noun.lemma.lower() in words("stages") for noun in nouns)
    if any(child.lower == "for" for child in verb.children):
        return None  # 'called for them to apologise'
    is_spoken = above.lemma in words("reaching") and not any(
        child.lower in {"for", "on", "upon"} for child in above.children
    )
    return above if is_on_stage or is_spoken else None


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
    if verb.head is verb or _is_beside(verb, verb.head):
        return Standing()
    return _from_head(verb, verb.head, depth)


def _from_head(verb: Token, head: Token, depth: int) -> Standing | None:
    if verb.dep in {"ccomp", "xcomp"} and head.pos in {"VERB", "AUX", "ADJ"}:
        found = _under_verb(head, depth, verb)
        return Standing("asserted", found.modality, found.time_ref) if found and _is_presupposed(verb, head) else found
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
    return _PLANNED if before or _is_planned(up) else Standing()


def _is_beside(verb: Token, head: Token) -> bool:
    """Tell a sentence set before another by a semicolon, or before a verb with an object of its own: it completes neither."""
    if verb.dep != "ccomp" or verb.i > head.i:
        return False
    between = (token for token in verb.sentence.tokens if verb.i < token.i < head.i)
    return any(token.text == ";" for token in between) or head.child("dobj") is not None or head.lemma not in telling()


def _is_presupposed(verb: Token, head: Token) -> bool:
    """Tell a clause that holds though the one above does not: 'it is not clear how he died', 'did not know that he died'."""
    asks = any(child.lower in words("asking") for child in verb.children)
    return asks or (head.lemma.lower() in words("factive") and verb.dep == "ccomp")


@cache
def telling() -> frozenset[str]:
    """Give the verbs of saying that a clause may complete from before: 'it will rain, he said'."""
    return frozenset(lemma for cue in cues() if cue.kind == "verb" for lemma in cue.lemmas)


def _is_planned(verb: Token) -> bool:
    auxiliaries = {child.lower for child in verb.children if child.dep == "aux"}
    return bool(auxiliaries & words("shall")) and not is_negated(verb)


def _under_verb(head: Token, depth: int, verb: Token) -> Standing | None:
    lemma = head.lemma.lower()
    if lemma in words("denying"):
        return Standing(modality="denied")
    if lemma in words("doubt"):
        return _POSSIBLE
    if lemma in words("unreal") or _is_wanted(head):
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


def _is_wanted(verb: Token) -> bool:
    """Tell 'it is vital that'."""
    return verb.lemma == "be" and any(said.lemma in words("wanted") for said in verb.children_by("acomp"))


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


def _long_ago(verb: Token) -> bool:
    return any(
        child.lower in {"previously", "formerly", "once", "historically"}
        or (child.lower == "ago" and not any(noun.lemma in words("lately") for noun in child.children))
        or (child.lower in {"in", "since"} and any(_is_year(inner) for inner in child.children))
        or (child.lower == "during" and any(_is_old_war(inner) for inner in child.children))
        for child in verb.children
    )


def _is_old_war(noun: Token) -> bool:
    below = {child.text for child in noun.subtree()}
    return "War" in below and bool(below & {"Cold", "World"})


def _is_year(token: Token) -> bool:
    """Tell a year, a decade such as the 1990s, and a century."""
    if token.lemma == "century":
        return True
    digits = token.text.removesuffix("s")
    return len(digits) == 4 and digits.isdigit() and digits[:2] in {"18", "19", "20"}  # noqa: PLR2004 - a year
