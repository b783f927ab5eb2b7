"""Whose a thing is that an act falls on: 'condemned Chad's stance', 'tariffs on Chadian steel', 'shelled rebel bases'."""

from dragoman.reading.events.parties import is_among, owners_of, parties_of
from dragoman.reading.events.triggers import Sighting
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_ON_GOODS = frozenset({"SANCTION"})
SUFFERED = frozenset({  # deeds named after whom they were done to: 'the murder of Jane Doe'
    "abduction", "arrest", "assassination", "beating", "conviction", "death", "detention", "disappearance", "execution", "imprisonment",
    "jailing", "killing", "murder", "ouster", "poisoning", "removal", "sentencing", "torture",
})  # fmt: skip


def of_owned(page: Page, sighting: Sighting, nouns: list[Token], found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give whose a thing is that words judge, 'condemned Chad's stance', or that is taxed or held: 'tariffs on Chadian steel'.

    Whose death or arrest is condemned has done nothing; whose base is struck is struck.
    """
    if sighting.kind in _JUDGING:
        return _of_judged(page, sighting, nouns, found)
    if not found and sighting.kind == "ASSAULT":
        struck = [noun for noun in nouns if is_among(noun, "target") and noun.child("acl", "relcl") is None]
        return tuple(party for noun in struck for party in owners_of(page, noun) if party.entity)
    if not found and sighting.kind in _ON_GOODS and nouns and nouns[0].pos == "NOUN":
        return _of_goods(page, nouns[0])
    return found


def _of_judged(page: Page, sighting: Sighting, nouns: list[Token], found: tuple[Party, ...]) -> tuple[Party, ...]:
    judged = sighting.trigger.mode != "investigate"
    if judged and any(noun.lemma.lower() in SUFFERED and _is_persons(page, noun) for noun in nouns):
        return tuple(party for noun in nouns for party in beside(page, noun, "by"))
    things = (
        noun for noun in nouns if noun.i > sighting.token.i and noun.pos == "NOUN" and not is_among(noun, "people")
    )
    owners = (each for noun in things for owner in noun.children_by("poss") for each in owner.conjuncts())
    return found or tuple(party for owner in owners if (party := page.party(owner)))


def _of_goods(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give from where goods are: of 'American imports from Chad', Chad; never a person."""
    parties = beside(page, noun, "from") if noun.lemma == "import" else owners_of(page, noun)
    return tuple(party for party in parties if party.entity and page.entities[party.entity].kind in {"state", "body"})


def _is_persons(page: Page, noun: Token) -> bool:
    """Tell what belongs to a person: 'Jane Doe's arrest', 'the killing of Jane Doe'."""
    owners = (page.entities.get(party.entity or "") for party in owners_of(page, noun))
    return any(owner is not None and owner.kind == "person" for owner in owners)


def beside(page: Page, noun: Token, word: str) -> tuple[Party, ...]:
    """Give those who stand by a noun under a preposition."""
    heads = [each for child in noun.children if child.lower == word for each in child.children_by("pobj")]
    return tuple(party for head in heads for each in head.conjuncts() for party in parties_of(page, each))
