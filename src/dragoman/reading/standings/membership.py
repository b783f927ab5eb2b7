"""Nouns of membership and of asking for it: 'backs Iran's membership in', 'Iran's bid to join', 'was granted observer status'."""

from collections.abc import Iterator

from dragoman.lexicon.standings import words_of
from dragoman.reading.page import Page
from dragoman.reading.standings.claims import (
    BEFORE_NOUN,
    Claim,
    body_beside,
    body_mention,
    is_plain,
    object_after,
    party_of,
    rank_of_noun,
    who,
)
from dragoman.reading.syntax import OBJECT_DEPS, Token, is_negated

_HAVE = frozenset({"have", "hold", "enjoy", "retain", "keep"})
_FOR = frozenset({"for", "of", "to", "behind"})
_MODALITIES = ("backed", "opposed", "sought", "granted")
_DONE_TO = frozenset({"backed", "opposed"})
_CLIMB = 4


def by_membership(page: Page, noun: Token, earlier: str | None) -> Iterator[Claim]:
    """Read a noun of membership by who does what about it.

    Args:
        page: The page.
        noun: The noun: 'membership', 'accession', 'status'.
        earlier: The standing spoken of last, which 'the same status' means.
    """
    standing = rank_of_noun(noun) or _status_of(noun)
    if standing is None and any(child.lower == "same" for child in noun.children):
        standing = earlier
    if noun.lemma == "status" and standing is None:
        return
    rank, body, verb = standing or "member", body_beside(page, noun), noun.head
    modality, above = modality_of(noun)
    owners = owners_of(page, noun)
    if noun.dep == "dobj" and verb.lemma in _HAVE and not is_negated(verb) and is_plain(verb):
        yield Claim(noun, verb, who(verb), body, rank, "held", "has")
    elif modality == "granted":
        giver = above.child("nsubj")
        body = body or (giver if body_mention(page, giver) is not None else None)
        yield Claim(noun, above, owners or _granted_to(above), body, rank, "granted", "granted")
    elif modality == "sought":
        asking = owners or owners_of(page, verb.head) or who(above)
        yield Claim(noun, above, asking, body, rank, "sought", "sought")
    elif modality is not None and (body is not None or owners):
        yield Claim(noun, above, owners, body, rank, modality, modality)


def _status_of(noun: Token) -> str | None:
    """Give the rank after 'the status of': 'the status of dialogue partner'."""
    rank = object_after(noun, "of") if noun.lemma == "status" else None
    return rank_of_noun(rank) if rank is not None else None


def by_bid(page: Page, noun: Token) -> Iterator[Claim]:
    """Read 'Iran's bid to join the SCO', 'the Iranian bid', 'Iran's request to become a full member of the SCO'.

    A request is one to be in a body only where its own words say so; a bid or an application also
    where nothing else is said of what it is for.
    """
    owners = owners_of(page, noun)
    if not owners or is_negated(noun):
        return
    aim = _aim(page, noun)
    if aim is None and not (noun.lemma.lower() in words_of("candidacy") and not _is_for_more(noun)):
        return
    standing, body = aim or ("member", None)
    body = body or body_beside(page, noun)
    modality, above = modality_of(noun)
    if modality is None and ((above is not noun and not _may_yet_be_judged(above)) or _is_denied(noun)):
        return
    done = modality if modality in _DONE_TO else "sought"
    yield Claim(noun, above, owners, body, standing, done, done)


def _may_yet_be_judged(verb: Token) -> bool:
    """Tell a bid that somebody may back or oppose, 'is expected to support Kenya's bid', and which is made all the same."""
    return verb.lemma in words_of("backed") | words_of("opposed") and not is_negated(verb)


def _aim(page: Page, noun: Token) -> tuple[str, Token | None] | None:
    """Give the standing and the body that a bid is for."""
    for clause in noun.children_by("acl", "xcomp", "relcl", "ccomp"):
        if clause.lemma in words_of("joined"):
            body = clause.child("dobj") or object_after(clause, "to")
            return "member", body if body_mention(page, body) is not None else None
        rank = clause.child("attr") if clause.lemma in {"be", "become"} else None
        standing = rank_of_noun(rank) if rank is not None else None
        if rank is not None and standing is not None:
            return standing, body_beside(page, rank)
    membership = object_after(noun, "for", "to")
    if membership is not None and membership.lemma.lower() in words_of("membership"):
        return rank_of_noun(membership) or "member", body_beside(page, membership)
    return ("member", membership) if body_mention(page, membership) is not None else None


def _is_for_more(noun: Token) -> bool:
    """Tell whether a bid says what it is for: 'a bid for peace', 'an application to court'."""
    return any(child.dep in {"prep", "acl", "relcl"} and child.i > noun.i for child in noun.children)


def _is_denied(noun: Token) -> bool:
    verb = next((each for each in noun.ancestors() if each.pos in {"VERB", "AUX"}), None)
    return verb is not None and noun.dep == "nsubj" and is_negated(verb) and verb.lemma == "be"


def modality_of(noun: Token) -> tuple[str | None, Token]:
    """Give what is done about a standing by the words it hangs on, and the verb it is done by.

    The outermost that backs or opposes wins over what is sought: 'backs the bid for membership'.
    """
    token, found = noun, None
    for _ in range(_CLIMB):
        above = token.head
        if above is token:
            break
        if above.pos in {"VERB", "NOUN"} or above.lower == "behind":
            role = next((each for each in _MODALITIES if above.lemma.lower() in words_of(each)), None)
            if role is not None:
                verb = _verb_of(above)
                if is_negated(verb) or is_negated(above) or not is_plain(above):
                    return None, verb
                found = found if found is not None and role not in _DONE_TO else (role, verb)
            elif above.pos == "VERB" or above.lemma.lower() not in words_of("sought"):
                break
            if above.pos == "VERB":
                break
        elif above.lower not in _FOR:
            break
        token = above
    return found or (None, noun)


def _verb_of(word: Token) -> Token:
    return word if word.pos == "VERB" else next((each for each in word.ancestors() if each.pos == "VERB"), word)


def _granted_to(verb: Token) -> tuple[Token, ...]:
    """Give to whom something is granted: 'granted Iran', 'was granted', 'granted … to Belarus'."""
    for token in (verb.child("nsubjpass"), verb.child("dative"), object_after(verb, "to")):
        if token is not None:
            inner = token.child("pobj") if token.pos == "ADP" else token
            return tuple(inner.conjuncts()) if inner is not None else ()
    status = verb.child("dobj")
    receiver = object_after(status, "to") if status is not None else None
    first = [child for child in verb.children if child.dep in OBJECT_DEPS and status is not None and child.i < status.i]
    return tuple(receiver.conjuncts()) if receiver is not None else tuple(first[:1])


def owners_of(page: Page, noun: Token) -> tuple[Token, ...]:
    """Give whose standing it is: a possessive, a people, or a state set before it in a headline ('Iran full SCO membership')."""
    own = next((child for child in noun.children if child.dep == "poss"), None)
    if own is not None and party_of(page, own) is not None:
        return tuple(own.conjuncts())
    after = object_after(noun, "of", "by", "from")
    if after is not None and _is_state(page, after):
        return tuple(after.conjuncts())
    loose = [child for child in noun.children if child.dep in BEFORE_NOUN | {"nsubj"} and child.i < noun.i]
    if noun.head.pos == "VERB":
        loose += [
            child
            for child in noun.head.children
            if child.dep in OBJECT_DEPS and child.pos != "ADP" and child.i < noun.i
        ]
    return tuple([child for child in loose if _is_state(page, child)][:1])


def _is_state(page: Page, token: Token) -> bool:
    return any(mention.kind in {"state", "people"} for mention in page.mentions_at(token))
