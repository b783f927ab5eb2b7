"""Where an act happened, if its own clause says so."""

from collections.abc import Sequence

from msgspec import Struct

from dragoman.lexicon.states import known_capital
from dragoman.reading.clauses import opened
from dragoman.reading.events.parties import is_among
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity, Mention

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "around"})
_RULE = frozenset({"administration", "government", "regime", "house", "team", "side", "delegation"})
_PRECISION = {"state": "country", "country": "country", "region": "region", "city": "city", "place": "place"}
_STEPS = 4


class Place(Struct, frozen=True):
    """A place, its words, and how closely it is given."""

    entity: str | None
    start: int
    end: int
    precision: str | None


def place_of(page: Page, token: Token, beside: Sequence[Token] = ()) -> Place | None:
    """Give the place said of a verb or noun, or of the verb that a noun hangs on.

    Args:
        page: The report.
        token: The trigger of the act.
        beside: Nouns that a place may hang on as well: 'a meeting with the minister in Tehran'.
    """
    here = token
    for noun in beside:
        found = _place_under(page, noun)
        if found is not None:
            return found
    for _ in range(_STEPS):
        found = _place_under(page, here)
        if found is not None:
            return found
        if (
            here.dep not in {"dobj", "pobj", "prep", "nsubj", "nsubjpass", "conj", "xcomp", "acomp"}
            or here.head is here
        ):
            return None
        if here.dep == "conj" and here.pos not in {"VERB", "AUX"}:
            return None
        here = here.head
    return None


def place_among(page: Page, nouns: Sequence[Token]) -> Place | None:
    """Give the place that an act was done to: 'shelled Idlib', 'stormed the town of Tal Afar'."""
    return next((found for noun in nouns if (found := place_at(page, noun))), None)


def _place_under(page: Page, token: Token) -> Place | None:
    for child in (
        *token.children,
        *(inner for each in token.children_by("dobj", "nsubjpass") for inner in each.children),
    ):
        if child.dep == "prep" and (child.lower in _WHERE or (child.lower == "over" and _is_fought(token))):
            for noun in child.children_by("pobj"):
                found = place_at(page, noun)
                if found is not None:
                    return found
    return None


def _is_fought(token: Token) -> bool:
    """Tell fighting, which is where what it is over lies: 'clashes over Karabakh'."""
    return any(is_among(noun, "fighting") for noun in (token, *opened(token.children_by("nsubj"))))


def place_at(page: Page, noun: Token) -> Place | None:
    """Give the place that a noun names, or that is named beside it."""
    if noun.lower == "capital":
        return _capital_at(page, noun)
    return next((found for token in _closest_first(noun) if (found := _named_at(page, token))), None)


def _capital_at(page: Page, noun: Token) -> Place | None:
    """Give the capital meant: named beside it, 'the capital, Baku', or by its country, 'the Azeri capital'."""
    named = next((found for each in noun.children_by("appos") if (found := _named_at(page, each))), None)
    if named is not None:
        return named
    of = [inner for child in noun.children if child.lower == "of" for inner in child.children_by("pobj")]
    for token in (*noun.children_by("amod", "compound", "poss", "nmod"), *of):
        mention = page.actor_mention(token)
        country = page.entity_of(mention)
        if mention is not None and country is not None and country.kind == "state" and country.country:
            known = known_capital(country.country)
            if known is not None:
                words = noun.subtree() if of else [token, noun]
                return Place(known.id, min(word.start for word in words), max(word.end for word in words), "city")
    return None


def _named_at(page: Page, token: Token) -> Place | None:
    mention = _placing(page, token)
    if mention is None:
        return None
    entity = page.entity_of(mention)
    return Place(entity.id if entity else None, mention.start, mention.end, _precision(mention, entity))


def _closest_first(noun: Token) -> list[Token]:
    """Give where a place may be named: 'the capital, Baku', 'the city of Sochi', 'his office in Seoul', itself."""
    found = list(noun.children_by("appos"))
    after = {"in", "near", "at"} if noun.pos == "PROPN" else {"of", "in", "near", "at"}  # not 'Jane Doe, of Cairo'
    for child in noun.children:
        if child.dep == "prep" and child.lower in after:
            found.extend(child.children_by("pobj"))
    return [noun, *found] if noun.pos == "PROPN" else [*found, noun]


def _placing(page: Page, token: Token) -> Mention | None:
    over = page.mentions_at(token)
    if any(mention.kind == "day" for mention in over):  # 'in March' is no town
        return None
    if token.lemma.lower() in _RULE:  # 'at the Obama administration'
        return None
    return next((mention for mention in over if mention.kind in {"place", "state"}), None)


def _precision(mention: Mention, entity: Entity | None) -> str | None:
    if mention.kind == "state":
        return "country"
    if entity is None:
        return None
    return entity.precision or _PRECISION.get(entity.kind)
