"""Whom a noun phrase names as somebody who acts, or is acted upon."""

from collections.abc import Iterator

from dragoman.lexicon.triggers import classes
from dragoman.reading.page import ACTORS, Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity, Party

_COUNTRIES = frozenset({"state", "people", "person"})
_PRESS = frozenset({"correspondent", "interviewer", "journalist", "newspaper", "reporter"})
_PAPERS = frozenset(
    {"Guardian", "Herald", "Independent", "Mail", "NPR", "Post", "Reuters", "Telegraph", "Times", "Tribune"}
)
_CIVIL = frozenset({"passenger", "cargo", "commercial", "civilian", "private"})
_HYPHENED = (
    "-led",
    "-backed",
    "-brokered",
    "-sponsored",
    "-based",
    "-held",
    "-owned",
    "-made",
    "-allied",
    "-trained",
    "-armed",
    "-funded",
)
_WHOLE = frozenset({"all", "any", "each", "every", "everyone", "nobody", "no", "none"})
_REACH = 5
_RECIPROCAL = frozenset({"other", "another"})
_PAIRS = frozenset({"two", "both", "pair", "duo"})
_PAIRED = frozenset(
    {
        "side", "country", "nation", "neighbor", "neighbour", "leader", "minister", "president", "official", "man", "woman",
        "government", "state", "diplomat", "power", "rival", "capital", "delegation", "chief", "premier", "guest", "visitor", "envoy",
        "ally", "foe",
    }
)  # fmt: skip
_OPPOSED = frozenset({"side", "party"})  # those who acted together before, not any two named last
_NAMED = frozenset({"person", "state", "body"})
_NO_LONGER = frozenset({"ex", "former", "onetime", "retired"})
_OFFICIALS = frozenset({"commander", "diplomat", "general", "negotiator", "official", "soldier", "troop"})
_AGES = frozenset({"year", "month"})


def words_of(noun: Token) -> Iterator[str]:
    """Give the forms a noun is listed under: 'talks' → talk, talks; 'peace talks' → peace talk; 'state of siege'."""
    yield noun.lemma.lower()
    yield noun.lower
    if noun.tag == "NNPS":
        yield noun.lower.removesuffix("s")  # 'fifty Marines'
    elif noun.lower == "old" and any(child.lower in _AGES for child in noun.children):
        yield "person"  # 'a 23-year-old'
    for child in noun.children:
        if child.dep in {"compound", "amod", "nmod"} and child.i < noun.i:
            yield f"{child.lower} {noun.lemma.lower()}"
        elif child.dep == "prep" and child.lower == "of":
            for inner in child.children_by("pobj"):
                yield f"{noun.lemma.lower()} of {inner.lemma.lower()}"


def is_listed(noun: Token, words: frozenset[str]) -> bool:
    """Tell whether a noun, or the compound it heads, is in a list."""
    return any(form in words for form in words_of(noun))


def is_among(noun: Token, name: str) -> bool:
    """Tell whether a noun is in a list of `classes.toml`."""
    return is_listed(noun, classes()[name])


def is_reciprocal(noun: Token) -> bool:
    """Tell 'each other' and 'one another'."""
    return noun.lower in _RECIPROCAL and any(child.lower in {"each", "one"} for child in noun.children)


def parties_of(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give whoever a noun names: by name, as members of a named group, by kind ('gunmen'), or as owner of a deed.

    A noun that is nobody ('the decision of Kyiv') gives whom it belongs to.
    """
    several = _several(page, noun)
    if several or _is_excepted(noun):
        return several
    own = party_of(page, noun)
    if own:
        return (own, *_listed_after(page, noun, own))
    if is_among(noun, "group"):
        inner = tuple(party for token in _below(noun, "of", "for", "from") for party in parties_of(page, token))
        if inner:
            return inner
    if is_among(noun, "people") or is_among(noun, "crowd") or is_among(noun, "institution"):
        start, end = page.phrase(noun)
        return (Party(None, start, end), *_included(page, noun))
    if is_among(noun, "owned"):
        return owners_of(page, noun)
    return ()


def _is_excepted(noun: Token) -> bool:
    """Tell one left out of many: 'every state but Chad'."""
    words = noun.sentence.tokens
    here = noun.i - words[0].i
    many = any(word.lower in _WHOLE for word in words[max(0, here - _REACH) : here])
    return many and words[here - 1].lower in {"but", "except"}


def _included(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give those named as some of them: 'the nations of the region, including Chad and Mali'."""
    named = (each for each in _below(noun, "including") if each.pos == "PROPN")
    return tuple(party for each in named if (party := party_of(page, each)) and party.entity)


def _several(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give each of several whom one noun means; a pair not yet told apart stays one party without entity."""
    is_sides = is_pair(noun) and noun.lemma.lower() in _OPPOSED
    found = _named_beside(page, noun) or _of_several(page, noun) or _run_together(page, noun)
    found = found or (() if is_sides else _group(page, noun))
    if found or not is_pair(noun):
        return found
    start, end = page.phrase(noun)
    return (Party(None, start, end),)


def _named_beside(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give those by whose names 'the two ministers, A and B,' are explained."""
    if noun.tag not in {"NNS", "NNPS"} or not is_among(noun, "office_holder"):
        return ()
    names = [each for beside in noun.children_by("appos") for each in beside.conjuncts() if each.pos == "PROPN"]
    parties = [party for each in names if (party := party_of(page, each)) and party.entity]
    return tuple(parties) if len(parties) > 1 else ()


def _run_together(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give each of two people whom the parser took for one name: 'Vice President A and rebel leader B signed'."""
    if noun.pos != "PROPN":
        return ()
    before = [word for word in noun.subtree() if word.i <= noun.i]
    if not any(word.dep == "cc" for word in before) or any(word.dep in {"poss", "pobj", "relcl"} for word in before):
        return ()
    people: dict[str, Party] = {}
    for word in before:
        for mention in page.mentions_at(word):
            entity = page.entity_of(mention) if mention.kind == "person" else None
            if entity is not None and entity.kind == "person":
                people.setdefault(entity.id, Party(entity.id, mention.start, mention.end))
    return tuple(people.values()) if len(people) > 1 else ()


def _group(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give one party for each whom a noun means together, where the report has said who they are."""
    start, end = page.phrase(noun)
    return tuple(Party(one.id, start, end) for one in page.group_of(page.actor_mention(noun)))


def is_pair(noun: Token) -> bool:
    """Tell words that mean two already spoken of: 'the two', 'both', 'the two ministers', 'each side'."""
    words = {child.lower for child in noun.children if child.dep in {"det", "nummod", "predet"}}
    if noun.lower in _PAIRS:
        return noun.lower == "both" or bool(words & {"the", "these"})
    if noun.lower == "sides" and words == {"the"} and len(noun.children) == 1:
        return True
    if noun.lemma.lower() not in _PAIRED or any(child.lower == "of" for child in noun.children):
        return False
    return "both" in words or "each" in words or ("two" in words and bool(words & {"the", "these"}))


def _listed_after(page: Page, noun: Token, own: Party) -> tuple[Party, ...]:
    """Give the others of a list that was read as an apposition: 'President A, Chancellor B and Premier C'."""
    first = page.entities.get(own.entity) if own.entity else None
    if first is None or first.kind not in _NAMED:
        return ()
    found: list[Party] = []
    for beside in noun.children_by("appos"):
        party = party_of(page, beside)
        other = page.entities.get(party.entity) if party and party.entity else None
        if beside.pos != "PROPN" or any(child.dep == "neg" for child in (*beside.children, *noun.children)):
            continue
        if other is not None and other.kind == first.kind and other.id != first.id:
            found.extend(party for each in beside.conjuncts() for party in parties_of(page, each))
    return tuple(found)


def _of_several(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give one party a country for 'the Azeri, Iranian and Russian foreign ministers'."""
    if noun.tag not in {"NNS", "NNPS"}:
        return ()
    modifiers = [
        each
        for child in noun.children
        if child.dep in {"amod", "nmod", "compound"} or (child.lower == "of" and is_among(noun, "office_holder"))
        for inner in (_owners_below(child) if child.lower == "of" else [child])
        for each in inner.conjuncts()
    ]
    named = [
        (each, mention)
        for each in modifiers
        if (mention := page.actor_mention(each)) and mention.kind in {"people", "state"}
        if not each.lower.endswith(_HYPHENED)
    ]
    if len(named) < 2:  # noqa: PLR2004 - several
        return ()
    parties = []
    for token, mention in named:
        entity = page.entity_of(mention)
        parties.append(Party(entity.id if entity else None, token.start, token.end))
    return tuple(parties)


def _owners_below(of: Token) -> list[Token]:
    """Give whose the holders of an office are, past what they hold: 'the chiefs of the general staffs of Chad and Mali'."""
    found = of.children_by("pobj")
    deeper = [inner for noun in found if noun.pos == "NOUN" for inner in _below(noun, "of")]
    return deeper[:1] or found


def party_of(page: Page, noun: Token) -> Party | None:
    """Give the one whom a noun names, or whose arm it is: 'Israeli warplanes' → Israel."""
    if noun.lower.endswith(_HYPHENED) or any(child.lower.endswith(_HYPHENED) for child in noun.children):
        return None  # 'the U.S.-led campaign' is not the United States
    if noun.pos == "PRON" and noun.lower in {"it", "this", "that"} and not page.mentions_at(noun):
        return None
    if is_among(noun, "arm_of_state") and any(child.lower == "whose" for child in noun.children):
        return _whose(page, noun)
    found = page.party(noun)
    if found is not None:
        return found if found.entity else _named_by(page, noun, found)
    if is_among(noun, "arm_of_state") and not any(child.lower in _CIVIL for child in noun.children):
        for child in noun.children:
            if child.dep in {"amod", "compound", "poss", "nmod"}:
                mention = page.actor_mention(child)
                if mention is not None and mention.kind in {"state", "people", "body"}:
                    entity = page.entity_of(mention)
                    start, end = page.phrase(noun)
                    return Party(entity.id if entity else None, start, end)
    return None


def _named_by(page: Page, noun: Token, found: Party) -> Party:
    """Give who holds an office, where only the name beside it says so: 'the country's leader, A'."""
    beside = [party for each in noun.children_by("appos") if each.pos == "PROPN" and (party := page.party(each))]
    people = [party for party in beside if party.entity and page.entities[party.entity].kind == "person"]
    return Party(people[0].entity, found.start, found.end) if len(people) == 1 else found


def nationality_of(page: Page, party: Party) -> Party:
    """Give the state whose people they are, for people of whom only that is said: 'two Chadian prisoners' → Chad."""
    noun = page.tokens_in(party.start, party.end)[-1:]
    if party.entity is not None or not noun or not is_among(noun[0], "people"):
        return party
    for child in noun[0].children:
        mention = page.actor_mention(child) if child.dep in {"amod", "compound", "nmod"} else None
        entity = page.entity_of(mention)
        if (
            mention is not None
            and mention.kind in {"people", "state"}
            and entity is not None
            and entity.kind == "state"
        ):
            return Party(entity.id, party.start, party.end)
    return party


def acting_for(page: Page, party: Party) -> Party:
    """Give the state for which officials act of whom only that is said: 'Chadian officials' → Chad."""
    noun = page.tokens_in(party.start, party.end)[-1:]
    if party.entity is not None or not noun or noun[0].lemma.lower() not in _OFFICIALS:
        return party
    if any(child.lower in _NO_LONGER for child in noun[0].children):
        return party
    return nationality_of(page, party)


def _whose(page: Page, noun: Token) -> Party | None:
    """Give whose troops they are: 'Chad, whose troops …' → Chad; nobody where that is not a state."""
    owner = noun.head.head if noun.head.dep == "relcl" else None
    party = page.party(owner) if owner is not None else None
    known = page.entities.get(party.entity) if party and party.entity else None
    return party if known is not None and known.kind in {"state", "body"} else None


def is_press(page: Page, party: Party) -> bool:
    """Tell an outlet or agency, which is told things and shown things and so takes part in nothing."""
    entity = page.entities.get(party.entity) if party.entity else None
    if entity is not None and entity.kind == "body" and entity.sector in {"MED", "JRN"}:
        return True
    words = page.tokens_in(party.start, party.end)
    return any(token.lemma.lower() in _PRESS for token in words) or any(token.text in _PAPERS for token in words[-1:])


def owners_of(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give those to whom a deed or thing belongs: 'Kyiv's decision', 'the Turkish move', 'a plan by the envoy'."""
    before = [
        each
        for child in noun.children
        if child.dep in {"poss", "amod", "compound", "nmod"} and child.i < noun.i
        for each in child.subtree()
    ]
    for kinds in (_COUNTRIES, ACTORS):
        for each in before:
            mention = page.actor_mention(each)
            if mention is not None and mention.kind in kinds and (party := page.party(each)):
                return _coordinated(page, each, party)
    beside = ("with",) if noun.lemma == "border" else ()
    below = [*_below(noun, "by", "of", "from", *beside), *_agents(noun)]
    return tuple(party for token in below for party in parties_of(page, token))


def _coordinated(page: Page, noun: Token, first: Party) -> tuple[Party, ...]:
    others = (page.party(each) for each in noun.conjuncts()[1:])
    return (first, *(party for party in others if party))


def _agents(noun: Token) -> list[Token]:
    return [
        inner
        for participle in noun.children_by("acl")
        for by in participle.children_by("agent")
        for child in by.children_by("pobj")
        for inner in child.conjuncts()
    ]


def is_of_states(entity: Entity | None) -> bool:
    """Tell the United Nations, the African Union and their like."""
    return entity is not None and entity.is_of_states


def _below(noun: Token, *prepositions: str) -> list[Token]:
    return [
        inner
        for child in noun.children
        if child.dep in {"prep", "agent"} and child.lower in prepositions
        for head in child.children_by("pobj")
        for inner in head.conjuncts()
    ]
