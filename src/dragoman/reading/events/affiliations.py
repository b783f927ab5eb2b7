"""For which country and in which capacity somebody acts, from the words that name them."""

from collections.abc import Iterator

from msgspec import Struct

from dragoman.lexicon.sectors import sectors_by_noun, sectors_by_word_before
from dragoman.reading.events.parties import words_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity

_BEFORE = frozenset({"amod", "compound", "poss", "nmod", "nsubj", "npadvmod"})
_WHOSE = frozenset({"of", "in", "from"})
_OF_NO_COUNTRY = frozenset({"IGO", "NGO"})
_BY_WORD = frozenset({"ELI", "OPP", "SPY", "REB", "REL", "REF"})


class Affiliation(Struct, frozen=True):
    """A country by its ISO 3166 code and a PLOVER sector; None where the words do not say."""

    country: str | None
    sector: str | None


def affiliation_of(page: Page, noun: Token) -> Affiliation:
    """Give country and sector of whom a noun names.

    What the report's entity says stands first; then words that decide whatever the noun is ("rebel commanders",
    "retired generals"), the noun itself, and at last the body it belongs to ("a Hamas official").
    """
    entity = _entity_at(page, noun)
    around = tuple(_entities_around(page, noun))
    country = entity.country if entity else None
    sector = _sector_by_words(noun) or (entity.sector if entity else None) or _sector_of_noun(noun)
    owner = next((each for each in around if each.kind == "body" and each.sector), None)
    if owner is not None and (sector in {None, "GOV"} or owner.sector in _OF_NO_COUNTRY):
        sector = owner.sector
    if entity is not None and entity.kind == "state":
        sector = sector or "GOV"
    if country is None and sector not in _OF_NO_COUNTRY:
        country = next((each.country for each in around if each.country), None)
    return Affiliation(country, sector)


def _entity_at(page: Page, noun: Token) -> Entity | None:
    party = page.party(noun)
    return page.entities.get(party.entity) if party and party.entity else None


def _entities_around(page: Page, noun: Token) -> Iterator[Entity]:
    """Give the states, peoples and bodies that a phrase names, nearest before the noun first, then after it."""
    before = [word for child in noun.children if child.dep in _BEFORE and child.i < noun.i for word in child.subtree()]
    after = [
        word
        for child in noun.children
        if child.dep == "prep" and child.lower in _WHOSE
        for inner in child.children_by("pobj")
        for word in inner.subtree()
    ]
    for word in (*reversed(before), *after, noun):
        for mention in page.mentions_at(word):
            entity = page.entity_of(mention)
            if entity is not None and mention.kind in {"state", "people", "body", "place"}:
                yield entity


def _sector_by_words(noun: Token) -> str | None:
    table = sectors_by_word_before()
    words = (child.lower for child in noun.children if child.dep in _BEFORE)
    found = next((table[word] for word in words if word in table), None)
    return found if found in _BY_WORD else None


def _sector_of_noun(noun: Token) -> str | None:
    table = sectors_by_noun()
    forms = sorted(words_of(noun), key=lambda form: -len(form.split()))
    own = next((table[form] for form in forms if form in table), None)
    before = sectors_by_word_before()
    words = (child.lower for child in noun.children if child.dep in _BEFORE)
    return own or next((before[word] for word in words if word in before), None)
