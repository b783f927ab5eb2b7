"""Signs on a verb that say how its act stands: what it hangs on, whether it is ordered, planned, wanted, or long over."""

from functools import cache

from dragoman.lexicon.cues import cues
from dragoman.lexicon.modality import words
from dragoman.reading.syntax import Token, is_negated


def hangs_on_if(verb: Token) -> bool:
    """Tell what is done only in a case: 'if there is no deal, we walk away'."""
    if verb.tag not in words("present") or verb.child("aux") is not None:
        return False
    return any(child.lower == "if" for clause in verb.children_by("advcl") for child in clause.children_by("mark"))


def is_condition(verb: Token) -> bool:
    """Tell what holds only if: 'unless they agree', 'as long as they agree', 'once they agree'."""
    if any(child.dep in {"mark", "advmod"} and child.lower in words("if") for child in verb.children):
        return True
    if verb.dep == "advcl" and any(child.lower == "like" for child in verb.children_by("mark")):
        return True
    if verb.dep != "advcl" or verb.tag not in words("present"):
        return False
    return verb.head.lower == "long" or any(child.dep == "mark" and child.lower == "once" for child in verb.children)


def is_order(verb: Token, auxiliaries: set[str]) -> bool:
    """Tell an imperative: 'do not attack'."""
    return verb.tag == "VB" and "do" in auxiliaries and verb.child("nsubj") is None and verb.dep != "conj"


def is_general(verb: Token) -> bool:
    """Tell what holds at all times, or of anybody: 'typically yields', 'any nation that helps them'."""
    if any(child.dep == "advmod" and child.lower in words("habit") for child in verb.children):
        return True
    doers = [*verb.children_by("nsubj"), *([verb.head] if verb.dep == "relcl" else [])]
    several = {"any"} | ({"all", "every", "those"} if verb.dep == "relcl" and verb.tag in words("present") else set())
    return any(child.dep == "det" and child.lower in several for doer in doers for child in doer.children)


def is_second_infinitive(verb: Token, auxiliaries: set[str]) -> bool:
    """Tell the second of two infinitives: 'will meet them and discuss trade', 'began to shell and bomb'."""
    if verb.tag != "VB" or auxiliaries or verb.dep != "conj" or verb.child("nsubj") is not None:
        return False
    return verb.head.tag == "VB" and verb.head.pos in {"VERB", "AUX"}


def is_told(verb: Token) -> bool:
    """Tell a clause that somebody said, or the second of two: 'said that it would stay and would help'."""
    first = verb.head if verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"} else verb
    said = first.head
    is_said = said.lemma in {"say", "announce", "promise", "declare", "vow", "add", "pledge", "confirm"}
    return first.dep == "ccomp" and said.tag in {"VBD", "VBN"} and is_said


def spoken_in(verb: Token) -> Token | None:
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


def is_beside(verb: Token, head: Token) -> bool:
    """Tell a sentence set before another by a semicolon, or before a verb with an object of its own: it completes neither."""
    if verb.dep != "ccomp" or verb.i > head.i:
        return False
    between = (token for token in verb.sentence.tokens if verb.i < token.i < head.i)
    return any(token.text == ";" for token in between) or head.child("dobj") is not None or head.lemma not in _telling()


def is_presupposed(verb: Token, head: Token) -> bool:
    """Tell a clause that holds though the one above does not: 'it is not clear how he died', 'did not know that he died'."""
    asks = any(child.lower in words("asking") for child in verb.children)
    return asks or (head.lemma.lower() in words("factive") and verb.dep == "ccomp")


@cache
def _telling() -> frozenset[str]:
    """Give the verbs of saying that a clause may complete from before: 'it will rain, he said'."""
    return frozenset(lemma for cue in cues() if cue.kind == "verb" for lemma in cue.lemmas)


def is_planned(verb: Token) -> bool:
    """Tell what will be done: 'shall sign', and not 'will not sign'."""
    auxiliaries = {child.lower for child in verb.children if child.dep == "aux"}
    return bool(auxiliaries & words("shall")) and not is_negated(verb)


def is_wanted(verb: Token) -> bool:
    """Tell 'it is vital that'."""
    return verb.lemma == "be" and any(said.lemma in words("wanted") for said in verb.children_by("acomp"))


def long_ago(verb: Token) -> bool:
    """Tell what was done years ago or once: 'in 1956', 'two years ago', 'during the Cold War', 'formerly'."""
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
