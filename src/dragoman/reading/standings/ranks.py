"""Nouns of rank: 'is a member of', 'a NATO member,', 'became observers', 'its members are', 'took part as observers'."""

from collections.abc import Iterator

from dragoman.reading.page import Page
from dragoman.reading.standings.claims import Claim, body_beside, body_mention, is_plain, is_told, joined_before, who
from dragoman.reading.syntax import Token, is_negated

_BE = frozenset({"be", "remain"})
_BECOME = frozenset({"become"})


def by_rank(page: Page, noun: Token, standing: str) -> Iterator[Claim]:
    """Read what a noun of rank says by its place in the clause."""
    verb = noun.head
    if is_negated(verb) or is_negated(noun) or any(child.lower in {"no", "not"} for child in noun.children):
        return
    body = body_beside(page, noun)
    names = _names_after(noun) if body is not None and body.i < noun.i else ()
    if names:
        yield Claim(noun, noun, names, body, standing, "held", "before-name")
    elif noun.dep == "attr":
        yield from _predicate(noun, verb, body, standing)
    elif noun.dep == "appos":
        beside = joined_before(verb, noun) if noun.tag == "NNS" else [verb]
        yield Claim(noun, noun, tuple(beside), body, standing, "held", "apposition")
    elif noun.dep in {"compound", "nmod"} and body is not None and body.i < noun.i < noun.head.i:
        yield Claim(noun, noun, tuple(noun.head.conjuncts()), body, standing, "held", "before-name")
    elif noun.dep == "nsubj" and noun.tag == "NNS" and is_plain(verb):
        yield from _listed(page, noun, body, standing)
    elif noun.dep == "pobj" and (copula := _among(noun)) is not None:
        yield from _predicate(noun, copula, body, standing)
    elif noun.dep == "pobj" and verb.lower == "as" and verb.head.pos == "VERB" and is_told(verb.head):
        yield from _as(noun, verb.head, body, standing)


def _names_after(noun: Token) -> tuple[Token, ...]:
    """Give the names that follow a rank at once: 'NATO members Poland and Romania', 'EU member states Hungary and Malta'."""
    words = noun.sentence.tokens
    place = noun.i - words[0].i + 1
    last = words[place] if place < len(words) and words[place] is noun.head and noun.dep == "compound" else noun
    place += last is not noun
    name = words[place] if place < len(words) else None
    if name is None or name.pos != "PROPN" or last.pos == "PROPN":
        return ()
    is_beside = name.head in {noun, last} and name.dep == "appos"
    return tuple(name.conjuncts()) if is_beside or (name.head is last.head and name.dep == last.dep) else ()


def _predicate(noun: Token, verb: Token, body: Token | None, standing: str) -> Iterator[Claim]:
    """Read 'is', 'has been', 'remains', 'became', 'becomes'; 'was' alone leaves open whether it still is."""
    has_been = any(child.lemma == "have" and child.tag != "VBD" for child in verb.children_by("aux"))
    if verb.lemma in _BE and (verb.tag != "VBD" and (verb.tag != "VBN" or has_been)) and is_plain(verb):
        yield Claim(noun, verb, who(verb), body, standing, "held", "copula")
    elif verb.lemma in _BECOME and is_told(verb):
        yield Claim(noun, verb, who(verb), body, standing, "held" if has_been else "granted", "became")


def _among(noun: Token) -> Token | None:
    """Give the verb of 'are among the members', 'is one of the founding members'."""
    above = noun.head.head
    if noun.head.lower == "among" and above.lemma == "be":
        return above
    is_one = noun.head.lower == "of" and above.lower == "one" and above.dep == "attr"
    return above.head if is_one and above.head.lemma == "be" else None


def _listed(page: Page, noun: Token, body: Token | None, standing: str) -> Iterator[Claim]:
    """Read 'The members of the bloc are A, B and C', 'its members include A'."""
    verb = noun.head
    told = verb.child("attr") if verb.lemma in _BE else verb.child("dobj") if verb.lemma == "include" else None
    owner = noun.child("poss")
    owner = owner if body_mention(page, owner) is not None else None
    if told is not None and (body is not None or owner is not None):
        yield Claim(noun, verb, tuple(told.conjuncts()), body or owner, standing, "held", "list")


def _as(noun: Token, verb: Token, body: Token | None, standing: str) -> Iterator[Claim]:
    """Read 'took part as members'; verbs that admit or join are read by themselves."""
    if verb.lemma in {"attend", "take", "participate", "sit", "serve", "appear"}:
        yield Claim(noun, verb, who(verb), body, standing, "held", "as")
