"""How states stand in organisations: held, sought, backed, opposed or granted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.lexicon.standings import rank_of, words_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import OBJECT_DEPS, Token, is_negated, subjects_of
from dragoman.records import Day, Entity, Mention, Standing, row_id

_INTO = frozenset({"of", "in", "at", "to", "into", "within", "for", "from", "with"})
_BE = frozenset({"be", "remain"})
_BECOME = frozenset({"become"})
_HAVE = frozenset({"have", "hold", "enjoy", "retain", "keep"})
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_PARTIES = frozenset({"state", "people", "body"})
_PAST = frozenset({"VBD", "VBN"})
_FOR = frozenset({"for", "of", "to"})


class _Claim(NamedTuple):
    """One clause that says how some stand somewhere; the body may still have to be found."""

    trigger: Token
    verb: Token
    parties: tuple[Token, ...]
    body: Token | None
    standing: str
    modality: str
    rule: str


def read_standings(page: Page) -> tuple[Standing, ...]:
    """Read how each state is said to stand in an organisation; mentions must be linked.

    Returns:
        One row a party, by place. What is negated, or only may be, gives none. A clause that names
        no body takes the one body of the standings in the sentence before, in the same paragraph.
    """
    found: list[Standing] = []
    last: tuple[int, Mention] | None = None
    for sentence in page.sentences:
        claims = [claim for token in sentence.tokens for claim in _claims(page, token)]
        for claim in claims:
            body = _body_mention(page, claim.body) or _carried(page, claim, last)
            if body is None:
                continue
            found.extend(_rows(page, claim, body))
            last = (sentence.number, body)
    return tuple({row.id: row for row in found}.values())


def _carried(page: Page, claim: _Claim, last: tuple[int, Mention] | None) -> Mention | None:
    """Give the body of the standings in the sentence right before, when the clause itself names none."""
    if last is None or claim.body is not None or claim.trigger.sentence.number - last[0] != 1:
        return None
    return last[1] if "\n" not in page.text[last[1].end : claim.trigger.start] else None


def _claims(page: Page, token: Token) -> Iterator[_Claim]:
    if token.pos in {"NOUN", "PROPN"}:
        before = frozenset(word.lower for word in token.subtree() if word.i < token.i and word.dep in _BEFORE_NOUN)
        standing = rank_of(token.lemma.lower(), before)
        if token.lemma.lower() in words_of("membership"):
            yield from _by_membership(page, token, standing)
        elif standing is not None:
            yield from _by_rank(page, token, standing)
    elif token.pos == "VERB" and not is_negated(token):
        yield from _by_verb(page, token)


def _by_rank(page: Page, noun: Token, standing: str) -> Iterator[_Claim]:
    """Read 'are members of', 'a NATO member,', 'NATO member Turkey', 'members include'."""
    body, verb = _body_below(page, noun), noun.head
    if is_negated(verb) or is_negated(noun) or any(child.lower in {"no", "not"} for child in noun.children):
        return
    if noun.dep == "attr" and verb.lemma in _BE and verb.tag not in _PAST and _is_plain(verb):
        yield _Claim(noun, verb, tuple(subjects_of(verb)), body, standing, "held", "copula")
    elif noun.dep == "attr" and verb.lemma in _BECOME and verb.tag in _PAST and _is_plain(verb):
        yield _Claim(noun, verb, tuple(subjects_of(verb)), body, standing, "held", "became")
    elif noun.dep == "appos" and body is not None:
        yield _Claim(noun, noun, (verb,), body, standing, "held", "apposition")
    elif noun.dep in {"compound", "nmod"} and body is not None and body.i < noun.i < noun.head.i:
        yield _Claim(noun, noun, tuple(noun.head.conjuncts()), body, standing, "held", "before-name")
    elif noun.dep == "nsubj" and noun.tag == "NNS" and body is not None and _is_plain(verb):
        told = verb.child("attr") if verb.lemma in _BE else verb.child("dobj") if verb.lemma == "include" else None
        yield _Claim(noun, verb, tuple(told.conjuncts()) if told else (), body, standing, "held", "list")


def _by_membership(page: Page, noun: Token, standing: str | None) -> Iterator[_Claim]:
    """Read 'backs Iran's membership in', 'seeks membership of', 'have observer status', 'was granted membership'."""
    body, verb = _body_below(page, noun), noun.head
    if noun.lemma == "status" and standing is None:
        return
    rank = standing or "member"
    owners = _owners(page, noun)
    modality, above = _modality(noun)
    if noun.dep == "dobj" and verb.lemma in _HAVE and not is_negated(verb) and _is_plain(verb):
        yield _Claim(noun, verb, tuple(subjects_of(verb)), body, rank, "held", "has")
    elif modality == "granted":
        giver = above.child("nsubj")
        body = body or (giver if _body_mention(page, giver) is not None else None)
        yield _Claim(noun, above, owners or _granted_to(above), body, rank, "granted", "granted")
    elif modality == "sought":
        yield _Claim(noun, above, owners or _owners(page, verb.head) or _seekers(above), body, rank, "sought", "sought")
    elif modality is not None and body is not None:
        yield _Claim(noun, above, owners, body, rank, modality, modality)


def _modality(noun: Token) -> tuple[str | None, Token]:
    """Give what is done about a standing by the words it hangs on, and the verb it is done by."""
    token = noun
    for _ in range(3):
        above = token.head
        if above is token:
            break
        if above.pos in {"VERB", "NOUN"}:
            role = next(
                (each for each in ("backed", "opposed", "sought", "granted") if above.lemma.lower() in words_of(each)),
                None,
            )
            if role is not None:
                verb = (
                    above
                    if above.pos == "VERB"
                    else next((each for each in above.ancestors() if each.pos == "VERB"), above)
                )
                return (None, verb) if is_negated(verb) or is_negated(above) or not _is_plain(above) else (role, verb)
            if above.pos == "VERB":
                break
        elif above.lower not in _FOR:
            break
        token = above
    return None, noun


def _by_verb(page: Page, verb: Token) -> Iterator[_Claim]:
    lemma = verb.lemma
    if lemma in words_of("joined"):
        yield from _joining(page, verb)
    elif lemma in words_of("granted"):
        yield from _admitting(verb)
    elif lemma in words_of("suspended"):
        yield from _ending(page, verb, "suspended")
    elif lemma in words_of("left"):
        yield from _ending(page, verb, "former")
    elif lemma in words_of("founded"):
        yield from _founding(page, verb)
    elif lemma in words_of("comprises") and _is_plain(verb):
        objects = verb.child("dobj")
        subject = verb.child("nsubj")
        if objects is not None and subject is not None and lemma != "include":
            yield _Claim(verb, verb, tuple(objects.conjuncts()), subject, "member", "held", "comprises")


def _joining(page: Page, verb: Token) -> Iterator[_Claim]:
    body = verb.child("dobj") or _after(verb, "to")
    if body is None or _body_mention(page, body) is None:
        return
    standing = _as_rank(verb) or "member"
    above = verb.head
    if verb.dep == "xcomp" and above.lemma in words_of("sought") and not is_negated(above) and _is_plain(above):
        yield _Claim(verb, above, tuple(_seekers(above)), body, standing, "sought", "sought")
    elif verb.tag in _PAST and _is_plain(verb) and verb.child("nsubjpass") is None and verb.dep != "acl":
        yield _Claim(verb, verb, tuple(subjects_of(verb)), body, standing, "held", "joined")


def _admitting(verb: Token) -> Iterator[_Claim]:
    if verb.lemma not in {"admit", "accept"} or verb.tag not in _PAST or not _is_plain(verb):
        return
    passive = verb.child("nsubjpass")
    body = _after(verb, "to") or _after(verb, "into")
    if passive is not None and body is not None:
        yield _Claim(verb, verb, tuple(passive.conjuncts()), body, _as_rank(verb) or "member", "granted", "admitted")
    subject, told, rank = verb.child("nsubj"), verb.child("dobj"), _as_rank(verb)
    if subject is not None and told is not None and rank is not None:
        yield _Claim(verb, verb, tuple(told.conjuncts()), subject, rank, "granted", "admitted")


def _ending(page: Page, verb: Token, standing: str) -> Iterator[_Claim]:
    """Read 'was suspended from', 'the Union suspended Mali', 'withdrew from', 'left'."""
    if verb.tag not in _PAST or not _is_plain(verb) or verb.dep == "amod":
        return
    passive, subject, told, source = (
        verb.child("nsubjpass"),
        verb.child("nsubj"),
        verb.child("dobj"),
        _after(verb, "from"),
    )
    if passive is not None and source is not None and verb.lemma in {"suspend", "expel"}:
        yield _Claim(verb, verb, tuple(passive.conjuncts()), source, standing, "held", "ended")
    elif subject is not None and told is not None and verb.lemma in {"suspend", "expel"}:
        yield _Claim(verb, verb, tuple(told.conjuncts()), subject, standing, "held", "ended")
    elif subject is not None and verb.lemma not in {"suspend", "expel"}:
        body = source if verb.lemma == "withdraw" else told
        if body is not None and _body_mention(page, body) is not None:
            yield _Claim(verb, verb, tuple(subjects_of(verb)), body, standing, "held", "ended")


def _founding(page: Page, verb: Token) -> Iterator[_Claim]:
    """Read 'was formed by the leaders of A, B and C', 'A and B founded it'."""
    if verb.tag not in _PAST or not _is_plain(verb):
        return
    passive, agent = verb.child("nsubjpass"), verb.child("agent")
    maker = agent.child("pobj") if agent is not None else None
    if passive is not None and maker is not None:
        of_whom = maker.child("prep")
        inner = of_whom.child("pobj") if of_whom is not None and of_whom.lower == "of" else None
        parties = (inner or maker).conjuncts()
        yield _Claim(verb, verb, tuple(parties), passive, "founder", "held", "founded")
    subject, told = verb.child("nsubj"), verb.child("dobj")
    if subject is not None and told is not None and _body_mention(page, told) is not None:
        yield _Claim(verb, verb, tuple(subject.conjuncts()), told, "founder", "held", "founded")


def _is_plain(verb: Token) -> bool:
    """Tell whether a verb says what is: no modal, no 'to', no 'if'; 'did' and 'has' are plain."""
    helping = [child for child in verb.children if child.dep in {"aux", "mark"}]
    return not any(child.tag in {"MD", "TO"} or child.lower in {"if", "whether", "unless"} for child in helping)


def _after(verb: Token, preposition: str) -> Token | None:
    hanging = next((child for child in verb.children if child.dep == "prep" and child.lower == preposition), None)
    return hanging.child("pobj") if hanging is not None else None


def _as_rank(verb: Token) -> str | None:
    """Give the standing after 'as': 'joined as an observer'."""
    noun = _after(verb, "as")
    if noun is None:
        return None
    return rank_of(noun.lemma.lower(), frozenset(child.lower for child in noun.children if child.dep in _BEFORE_NOUN))


def _seekers(verb: Token) -> tuple[Token, ...]:
    return tuple(subjects_of(verb))


def _granted_to(verb: Token) -> tuple[Token, ...]:
    """Give to whom something is granted: 'granted Iran', 'was granted', 'granted … to Belarus'."""
    for token in (verb.child("nsubjpass"), verb.child("dative"), _after(verb, "to")):
        if token is not None:
            inner = token.child("pobj") if token.pos == "ADP" else token
            return tuple(inner.conjuncts()) if inner is not None else ()
    return ()


def _owners(page: Page, noun: Token) -> tuple[Token, ...]:
    """Give whose standing it is: a possessive, or a state set before it in a headline ('Iran full SCO membership')."""
    own = next((child for child in noun.children if child.dep == "poss"), None)
    if own is not None:
        return tuple(own.conjuncts())
    loose = [child for child in noun.children if child.dep in _BEFORE_NOUN | {"nsubj"} and child.i < noun.i]
    if noun.head.pos == "VERB":
        loose += [
            child
            for child in noun.head.children
            if child.dep in OBJECT_DEPS and child.pos != "ADP" and child.i < noun.i
        ]
    states = [child for child in loose if any(mention.kind == "state" for mention in page.mentions_at(child))]
    return tuple(states[:1])


def _body_below(page: Page, noun: Token) -> Token | None:
    """Give the body a standing is in: after its preposition, or before the noun ('SCO membership')."""
    beside = [child for child in noun.head.children if child.i > noun.i] if noun.dep in {"dobj", "attr"} else []
    for child in (*noun.children, *beside):
        if child.dep == "prep" and child.lower in _INTO:
            inner = child.child("pobj")
            if inner is not None and _body_mention(page, inner) is not None:
                return inner
        if child.dep in _BEFORE_NOUN and child.head is noun and _body_mention(page, child) is not None:
            return child
    return None


def _body_mention(page: Page, token: Token | None) -> Mention | None:
    """Give the organisation of states that a token names."""
    for mention in page.mentions_at(token) if token is not None else ():
        entity = page.entity_of(mention)
        if mention.kind == "body" and entity is not None and entity.sector == "IGO":
            return mention
    return None


def _rows(page: Page, claim: _Claim, body: Mention) -> Iterator[Standing]:
    entity = page.entity_of(body)
    day = _day_of(page, claim.verb)
    for token in claim.parties:
        mention, party = _party(page, token)
        if party is None or mention is None or entity is None or party.id == entity.id:
            continue
        start = min(mention.start, claim.trigger.start, body.start)
        end = max(mention.end, claim.trigger.end, body.end)
        if claim.rule in {"has", "copula"} and not claim.trigger.sentence.start <= body.start:
            start, end = min(mention.start, claim.trigger.start), max(mention.end, claim.trigger.end)
        yield Standing(
            id=row_id("standing", page.report.id, party.id, entity.id, claim.standing, claim.modality, start, end),
            report=page.report.id,
            party=party.id,
            body=entity.id,
            standing=claim.standing,
            modality=claim.modality,
            day=day.value if day else None,
            day_from=day.day_from if day else None,
            day_to=day.day_to if day else None,
            start=start,
            end=end,
            rule=claim.rule,
        )


def _party(page: Page, token: Token) -> tuple[Mention | None, Entity | None]:
    for mention in page.mentions_at(token):
        entity = page.entity_of(mention)
        if mention.kind in _PARTIES and entity is not None and entity.kind in {"state", "body"}:
            return mention, entity
    return None, None


def _day_of(page: Page, verb: Token) -> Day | None:
    """Give the one time expression that hangs in the clause of a verb."""
    below = {token.i for token in verb.subtree() if _clause_of(token) is verb}
    dated = [day for day in page.days if any(token.i in below for token in page.tokens_in(day.start, day.end))]
    with_value = [
        day for day in dated if day.value is not None and day.basis != "vague" and not day.value.startswith("P")
    ]
    return with_value[0] if len(with_value) == 1 else None


def _clause_of(token: Token) -> Token:
    chain: Sequence[Token] = (token, *token.ancestors())
    return next((each for each in chain if each.pos in {"VERB", "AUX"} and each.dep not in {"aux", "auxpass"}), token)
