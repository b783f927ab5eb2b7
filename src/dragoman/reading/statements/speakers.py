"""Who speaks: the subject of a cue, its words as written, and whether it can speak at all."""

from collections.abc import Iterator

from dragoman.lexicon.cues import speaking_nouns
from dragoman.reading.page import Page
from dragoman.reading.syntax import SUBJECT_DEPS, Token, is_passive

PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they"})
_EXPLETIVE = frozenset(
    {"it", "there", "this", "that", "these", "those", "what", "which", "all", "everything", "nothing"}
)
_INSIDE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "case",
        "appos",
        "cc",
        "conj",
        "prep",
        "pobj",
        "advmod",
        "punct",
        "npadvmod",
        "preconj",
        "neg",
        "dep",
        "aux",
        "pcomp",
        "dobj",
    }
)
_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MANY = frozenset(
    {"most", "many", "some", "others", "several", "few", "both", "neither", "none", "all", "another", "one", "each"}
)
_WITHIN_SENTENCE = 4  # tokens before a subject that has words said before it


def phrase_of(noun: Token, *, together: bool = True) -> list[Token]:
    """Give the words of a noun phrase as written: title, office and apposition in, relative clauses out.

    Args:
        noun: Head of the phrase.
        together: Whether what is coordinated with it belongs to it.
    """
    kept = {token.i: token for token in _within(noun, together=together, top=True)}
    low = high = noun.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    words = [kept[i] for i in range(low, high + 1)]
    while len(words) > 1 and (words[-1].dep in {"punct", "cc"} and words[-1].text not in {")", "]"}):
        words.pop()
    while len(words) > 1 and words[0].dep in {"punct", "cc"} and words[0].text not in {"(", "[", "$"}:
        words.pop(0)
    return words


def _within(noun: Token, *, together: bool, top: bool) -> Iterator[Token]:
    yield noun
    for child in noun.children:
        if child.dep in _INSIDE and not _apart(noun, child, together=together, top=top):
            yield from _within(child, together=together, top=False)


def _apart(noun: Token, child: Token, *, together: bool, top: bool) -> bool:
    """Tell what stands outside a phrase though it hangs on it: ', for his part,' and, asked for one, the others."""
    if child.dep in {"cc", "conj", "preconj"}:
        return top and not together
    if child.dep == "prep" and child.i > noun.i:
        return child.before is not None and child.before.text in {",", "–", "—", "-"}
    return child.dep in {"aux", "dep", "npadvmod"} and child.i > noun.i and top


def subjects(verb: Token) -> list[Token]:
    """Give the heads of a cue's subjects, its own or lent by the verb it hangs on; agents of a passive."""
    for child in verb.children:
        if child.dep == "agent":
            return [noun for noun in child.children if noun.dep == "pobj"]
    if is_passive(verb):
        return []
    own = [child for child in verb.children if child.dep in SUBJECT_DEPS and child.pos != "VERB"]
    if own:
        near = [noun for noun in own if noun.i < verb.i] or own
        return near if len(near) > 1 and _listed(near) else [_nearest(near[-1], verb)]
    return _lent(verb)


def _nearest(noun: Token, verb: Token) -> Token:
    """Give the apposition of a subject when it alone is the subject: '… by Ada Lund, the paper said'."""
    last = noun.child("appos")
    words = verb.sentence.tokens
    if last is None or last.i > verb.i or noun.i - words[0].i < _WITHIN_SENTENCE:
        return noun
    between = words[last.i - words[0].i + 1 : verb.i - words[0].i]
    return noun if any(word.text == "," for word in between) else last


def _listed(nouns: list[Token]) -> bool:
    """Tell whether several subjects are a list, as in the headline 'Iran, Russia stress cooperation'."""
    words = nouns[0].sentence.tokens
    between = words[nouns[0].i - words[0].i + 1 : nouns[-1].i - words[0].i]
    return any(word.text == "," for word in between) and all(
        word.pos in {"PROPN", "NOUN", "ADJ", "DET"} or word.text == "," for word in between
    )


def _lent(verb: Token) -> list[Token]:
    head = verb.head
    if verb.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return subjects(head)
    if verb.dep in {"acl", "relcl"} and (verb.tag == "VBG" or (verb.tag == "VBD" and head.head is head)):
        return [head]
    if verb.dep == "pcomp" and head.lower == "as" and head.head.lemma.lower() in {"quote", "cite"}:
        return head.head.children_by("dobj", "nsubjpass")[-1:]
    if verb.dep == "pcomp" and head.dep in {"prep", "agent"}:
        return subjects(head.head) if head.head.pos in {"VERB", "AUX"} else _possessor(head.head)
    if (
        verb.dep in {"xcomp", "advcl", "ccomp", "nsubj", "csubj", "dep", "npadvmod"}
        and head is not verb
        and head.pos in {"VERB", "AUX"}
    ):
        return subjects(head)
    return []


def _possessor(noun: Token) -> list[Token]:
    owner = noun.child("poss")
    return [owner] if owner is not None else []


def antecedent(pronoun: Token) -> Token:
    """Give the noun a relative pronoun stands for, or the token itself."""
    if pronoun.tag not in {"WP", "WDT"}:
        return pronoun
    for token in pronoun.ancestors():
        if token.dep == "relcl":
            return token.head
    return pronoun


def described(noun: Token) -> Token | None:
    """Give whom a noun describes: 'Lund' of 'Lund, a lawyer' and 'Lund is a lawyer'."""
    if noun.dep == "appos":
        return noun.head
    if noun.dep == "attr" and noun.head.lemma == "be":
        return next((child for child in noun.head.children if child.dep in SUBJECT_DEPS), None)
    return None


def can_speak(page: Page, noun: Token) -> bool:
    """Tell whether a noun names somebody, or something that speaks for somebody."""
    meant = antecedent(noun)
    if meant.ent[2:] in {"DATE", "TIME"}:
        return False
    if meant.lower in PRONOUNS or meant.lower in _MANY:
        return True
    if meant.lower in _EXPLETIVE or (meant.pos in {"VERB", "NUM"} and meant.ent == "O"):
        return meant.pos == "NUM"
    if meant.ent[2:] in _ENTITIES or meant.pos == "PROPN" or meant.lemma.lower() in speaking_nouns():
        return True
    return page.actor_mention(meant) is not None
