"""Whether the name of a capital means the government that sits there or the town."""

from dragoman.lexicon.metonyms import words_of
from dragoman.reading.syntax import OBJECT_DEPS, Token

_ACTING = frozenset({"backed", "led", "brokered", "sponsored", "imposed", "appointed", "installed", "funded", "based"})
_HYPHENS = frozenset({"-", "–"})
_MINDING = frozenset({("see", "as"), ("stand", "against"), ("stand", "behind"), ("stand", "by"), ("stand", "with")})


def acts(name: Token) -> bool:
    """Tell whether a capital acts or is related to, rather than being where somebody is.

    'Moscow backs', 'Moscow's support', 'between Tehran and Moscow', 'Tehran-Moscow cooperation' act;
    'in Moscow', 'from Moscow', 'Moscow, Russia', a dateline and whatever is unclear are places.

    Args:
        name: Last word of the capital's name.
    """
    if _is_located(name):
        return False
    if _stands_hyphened(name):
        return _acts_hyphened(name)
    if name.dep == "conj" and name.head.pos in {"PROPN", "NOUN"}:
        return acts(name.head)
    return _acts_by_place(name, name.head)


def _acts_by_place(name: Token, head: Token) -> bool:
    match name.dep:
        case "nsubj" | "csubj":
            is_made = head.dep == "ccomp" and head.head.lemma == "make"
            return (head.pos in {"VERB", "AUX"} or is_made) and (head.lemma not in words_of("lies") or _minds(head))
        case "nsubjpass" | "dobj" | "obj" | "dative" | "iobj":
            return head.lemma in words_of("patient")
        case "poss":
            return head.lemma.lower() not in words_of("ground")
        case "pobj":
            return _acts_after(head)
        case "compound" | "nmod" | "amod":
            return head.lemma in words_of("tie")
        case _:
            return False


def _acts_after(preposition: Token) -> bool:
    if preposition.lower in words_of("between"):
        return True
    if preposition.lower in words_of("side"):
        return preposition.dep != "agent" or preposition.head.pos == "VERB"
    if preposition.lower in words_of("tie-preposition"):
        governor = preposition.head
        is_laid = governor.dep in {"acl", "relcl"} and governor.head.lemma in words_of("tie")
        return governor.lemma in words_of("tie") or is_laid or _is_told(governor)
    return False


def _minds(verb: Token) -> bool:
    """Tell whether a verb of state says what only governments are: 'is ready to', 'sees it as', 'stands by', 'has doubts'."""
    for child in verb.children:
        if child.dep in {"acomp", "oprd"} and child.lemma in words_of("minded"):
            return True
        if child.dep in {"attr", "dobj"} and child.lemma in words_of("player"):
            return True
        if child.dep == "prep" and (verb.lemma, child.lower) in _MINDING:
            return True
        if child.dep == "ccomp" and verb.lemma == "see":
            return True
    return False


def is_housed(name: Token) -> bool:
    """Tell whether a house of power is where somebody is: 'at the Kremlin', 'outside the White House'."""
    return name.dep == "pobj" and name.head.lower in words_of("house")


def _is_told(verb: Token) -> bool:
    """Tell whether a verb hands over something that only governments get: 'sent a warning to Moscow'."""
    return any(child.dep in OBJECT_DEPS and child.lemma in words_of("tie") for child in verb.children)


def _is_located(name: Token) -> bool:
    """Tell whether the name is set beside its country ('Baku, Azerbaijan') or beside 'the capital'."""
    if name.dep == "appos":
        return True
    return any(
        child.dep == "appos" and (child.ent.endswith("GPE") or child.lemma in {"capital", "city", "town"})
        for child in name.children
    )


def _stands_hyphened(name: Token) -> bool:
    before, after = name.before, name.after
    return (after is not None and after.text in _HYPHENS and after.start == name.end) or (
        before is not None and before.text in _HYPHENS and before.end == name.start
    )


def _acts_hyphened(name: Token) -> bool:
    """Read 'Tehran-Moscow cooperation', 'Moscow-backed'; not 'Paris-based', 'the London-Paris train'."""
    tokens = name.sentence.tokens
    place = name.i - tokens[0].i
    for word in tokens[place + 1 : place + 6]:
        if word.lower in _ACTING:
            return word.lower != "based"
        if word.lemma in words_of("tie"):
            return True
        if word.pos not in {"PROPN", "PUNCT", "ADJ", "NOUN"}:
            return False
    return False
