"""Verbs that change a standing: join, admit, apply, suspend, leave, found, and the steps of an accession."""

from collections.abc import Iterator

from dragoman.lexicon.standings import words_of
from dragoman.reading.page import Page
from dragoman.reading.standings.claims import (
    PAST,
    Claim,
    body_beside,
    body_mention,
    is_plain,
    is_told,
    object_after,
    party_of,
    rank_after_as,
    rank_of_noun,
    who,
)
from dragoman.reading.syntax import Token, is_negated, subjects_of

_OUT = frozenset({"suspend", "expel"})
_NEAR = 3
_OPENS = frozenset({"start", "begin", "open", "launch", "initiate"})


def by_change(page: Page, verb: Token) -> Iterator[Claim]:
    """Read what a verb does about a standing."""
    lemma = verb.lemma
    if lemma in words_of("joined"):
        yield from _joining(page, verb)
    if lemma in words_of("admitted"):
        yield from _admitting(page, verb)
    if lemma in words_of("suspended"):
        yield from _ending(page, verb, "suspended")
    elif lemma in words_of("left"):
        yield from _ending(page, verb, "former")
    elif lemma in words_of("founded"):
        yield from _founding(page, verb)
    elif lemma in {"be", "become", "remain"}:
        yield from _aspiring(page, verb)
    elif lemma == "sign":
        yield from _stepping(page, verb)
    elif lemma in words_of("comprises") and is_plain(verb):
        yield from _comprising(verb)
    if lemma in words_of("made") or lemma in words_of("admitted"):
        yield from _proceeding(page, verb)


def _comprising(verb: Token) -> Iterator[Claim]:
    objects, subject = verb.child("dobj"), verb.child("nsubj")
    if objects is not None and subject is not None and verb.lemma != "include" and not is_negated(verb):
        yield Claim(verb, verb, tuple(objects.conjuncts()), subject, "member", "held", "comprises")


def _joining(page: Page, verb: Token) -> Iterator[Claim]:
    """Read 'joined the SCO', 'applied to join', 'joined in 2017' after a word of the body."""
    told = verb.child("dobj") or object_after(verb, "to")
    body = told if body_mention(page, told) is not None else None
    if told is not None and body is None:
        return
    ranked = rank_after_as(verb)
    standing = ranked[1] if ranked else "member"
    above = verb.head
    if verb.dep == "xcomp" and above.lemma in words_of("sought") and _is_asked(above):
        yield Claim(verb, above, who(above), body, standing, "sought", "sought")
    elif (is_told(verb) or _accompanies(verb)) and verb.child("nsubjpass") is None and verb.dep != "acl":
        yield Claim(verb, verb, who(verb), body, standing, "granted", "joined")


def _accompanies(verb: Token) -> bool:
    """Tell a participle that goes with what is told: 'Malta went ahead, joining in 2004'."""
    return verb.tag == "VBG" and verb.dep == "advcl" and verb.head.tag in PAST and is_told(verb.head)


def _is_asked(verb: Token) -> bool:
    return not is_negated(verb) and is_plain(verb) and verb.child("dobj") is None


def _aspiring(page: Page, verb: Token) -> Iterator[Claim]:
    """Read 'applied to become a member', 'wants to be an observer'."""
    above, rank = verb.head, verb.child("attr")
    standing = rank_of_noun(rank) if rank is not None else None
    if rank is None or standing is None or verb.dep != "xcomp" or above.lemma not in words_of("sought"):
        return
    if _is_asked(above):
        yield Claim(rank, above, who(above), body_beside(page, rank), standing, "sought", "sought")


def _admitting(page: Page, verb: Token) -> Iterator[Claim]:
    """Read 'was admitted to', 'admitted A, B and C as observers', 'were admitted in June' after a word of the body."""
    if verb.tag not in PAST or not is_told(verb):
        return
    passive, ranked = verb.child("nsubjpass"), rank_after_as(verb)
    standing = ranked[1] if ranked else "member"
    if passive is not None and verb.lemma == "admit":
        told = object_after(verb, "to", "into")
        body = told if body_mention(page, told) is not None else body_beside(page, ranked[0]) if ranked else None
        if told is None or body is not None:
            yield Claim(verb, verb, who(verb), body, standing, "granted", "admitted")
        return
    subject, told = verb.child("nsubj"), verb.child("dobj")
    if subject is not None and told is not None and ranked is not None:
        body = subject if body_mention(page, subject) is not None else body_beside(page, ranked[0])
        yield Claim(verb, verb, tuple(told.conjuncts()), body, standing, "granted", "admitted")


def _ending(page: Page, verb: Token, standing: str) -> Iterator[Claim]:
    """Read 'was suspended from', 'the Union suspended Mali', 'withdrew from', 'left'."""
    if verb.tag not in PAST or not is_told(verb):
        return
    passive, subject, told = verb.child("nsubjpass"), verb.child("nsubj"), verb.child("dobj")
    source = object_after(verb, "from")
    if passive is not None and source is not None and verb.lemma in _OUT:
        yield Claim(verb, verb, tuple(passive.conjuncts()), source, standing, "held", "ended")
    elif subject is not None and told is not None and verb.lemma in _OUT and body_mention(page, subject) is not None:
        yield Claim(verb, verb, tuple(told.conjuncts()), subject, standing, "held", "ended")
    elif subject is not None and verb.lemma not in _OUT:
        body = source if verb.lemma == "withdraw" else told
        if body is not None and body_mention(page, body) is not None:
            yield Claim(verb, verb, tuple(subjects_of(verb)), body, standing, "held", "ended")


def _founding(page: Page, verb: Token) -> Iterator[Claim]:
    """Read 'was formed by the leaders of A, B and C', 'A and B founded it', 'A and B signed a treaty establishing it'."""
    told = verb.child("dobj")
    if verb.dep in {"acl", "relcl"} and verb.tag == "VBG" and body_mention(page, told) is not None:
        deed = verb.head
        signing = deed.head if deed.dep in {"dobj", "nsubjpass"} and deed.head.lemma == "sign" else None
        if signing is not None and is_told(signing) and signing.child("nsubj") is not None:
            parties = tuple(one for noun in who(signing) for one in _of_whom(noun))
            yield Claim(verb, signing, parties, told, "founder", "held", "founded")
        return
    if not is_told(verb) or (verb.tag not in PAST and page.zone_at(verb.start) != "title"):
        return
    passive, agent = verb.child("nsubjpass"), verb.child("agent")
    maker = agent.child("pobj") if agent is not None else None
    if passive is not None and maker is not None:
        yield Claim(verb, verb, _of_whom(maker), passive, "founder", "held", "founded")
    subject = verb.child("nsubj")
    if subject is not None and body_mention(page, told) is not None:
        yield Claim(verb, verb, tuple(subject.conjuncts()), told, "founder", "held", "founded")


def _of_whom(noun: Token) -> tuple[Token, ...]:
    """Give whose leaders a noun means: 'the heads of state of A, B and C' to A, B and C."""
    inner = object_after(noun, "of")
    while inner is not None and (deeper := object_after(inner, "of")) is not None:
        inner = deeper
    return tuple((inner or noun).conjuncts())


def _stepping(page: Page, verb: Token) -> Iterator[Claim]:
    """Read the signing of what only an applicant signs: 'signed a memorandum of obligations with the SCO'."""
    paper = verb.child("dobj")
    if paper is None or not is_told(verb) or not any(step in _written(paper) for step in words_of("step")):
        return
    other = object_after(verb, "with") or object_after(paper, "with")
    last = paper.child("prep")
    inner = last.child("pobj") if last is not None else None
    other = other or (object_after(inner, "with") if inner is not None else None)
    if other is None or body_mention(page, other) is not None:
        yield Claim(paper, verb, who(verb), other, "applicant", "held", "step")


def _written(noun: Token) -> str:
    return " ".join(word.lemma.lower() for word in noun.subtree())


def _proceeding(page: Page, verb: Token) -> Iterator[Claim]:
    """Read 'started the procedure to admit Iran as a full member', 'began the process of making Kenya a member'."""
    before = [word for word in verb.sentence.tokens if verb.i - _NEAR <= word.i < verb.i]
    noun = next((word for word in before if word.lemma.lower() in words_of("procedure")), None)
    opening = noun.head if noun is not None and noun.dep == "dobj" else None
    if opening is None or opening.lemma not in _OPENS or not is_told(opening) or not _is_to_be_member(verb):
        return
    subject = next(iter(subjects_of(opening)), None)
    body = subject if body_mention(page, subject) is not None else None
    if body is None and subject is not None:
        inner = object_after(subject, "of")
        body = inner if body_mention(page, inner) is not None else None
    inside = [word for word in verb.subtree() if word.i > verb.i and party_of(page, word) is not None]
    parties = [word for word in inside if body_mention(page, word) is None][:1]
    yield Claim(verb, opening, tuple(parties), body, "applicant", "held", "procedure")


def _is_to_be_member(verb: Token) -> bool:
    named = [word for word in verb.subtree() if word.pos == "NOUN" and rank_of_noun(word)]
    return bool(named) or (verb.lemma in words_of("admitted") and verb.child("dobj") is not None)
