"""Where an act happened, if its own clause says so."""

from collections.abc import Sequence

from msgspec import Struct

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity, Mention

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "around"})
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
    return next((found for noun in nouns if (found := _place_at(page, noun))), None)


def _place_under(page: Page, token: Token) -> Place | None:
    for child in (
        *token.children,
        *(inner for each in token.children_by("dobj", "nsubjpass") for inner in each.children),
    ):
        if child.dep == "prep" and child.lower in _WHERE:
            for noun in child.children_by("pobj"):
                found = _place_at(page, noun)
                if found is not None:
                    return found
    return None


def _place_at(page: Page, noun: Token) -> Place | None:
    for token in _closest_first(noun):
        mention = _placing(page, token)
        if mention is not None:
            entity = page.entity_of(mention)
            return Place(entity.id if entity else None, mention.start, mention.end, _precision(mention, entity))
    return None


def _closest_first(noun: Token) -> list[Token]:
    """Give where a place may be named: 'the capital, Baku', 'the city of Sochi', 'his office in Seoul', itself."""
    found = list(noun.children_by("appos"))
    for child in noun.children:
        if child.dep == "prep" and child.lower in {"of", "in", "near", "at"}:
            found.extend(child.children_by("pobj"))
    return [noun, *found] if noun.pos == "PROPN" else [*found, noun]


def _placing(page: Page, token: Token) -> Mention | None:
    return next((mention for mention in page.mentions_at(token) if mention.kind in {"place", "state"}), None)


def _precision(mention: Mention, entity: Entity | None) -> str | None:
    if mention.kind == "state":
        return "country"
    return _PRECISION.get(entity.kind) if entity else None
