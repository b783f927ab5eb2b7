"""Whose land an act falls on: the state struck, and the state that a disaster has struck."""

from collections.abc import Iterator

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.parties import is_among, is_listed, owners_of
from dragoman.reading.events.places import Place, place_among, place_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import CLAUSE_DEPS, Sentence, Token
from dragoman.records import Party

_NON_STATE = frozenset({"group", "terrorist", "extremist", "jihadist", "cell", "faction", "separatist", "hideout"})
_ONTO = ("on", "into", "against")


def state_of(page: Page, country: str | None) -> str | None:
    """Give the id of a state that the report names, by its code."""
    if country is None:
        return None
    return next((one.id for one in page.entities.values() if one.kind == "state" and one.country == country), None)


def land_of(page: Page, place: Place | None) -> str | None:
    """Give the code of the country that a place lies in."""
    known = page.entities.get(place.entity or "") if place else None
    return known.country if known is not None else None


def land_struck(page: Page, deed: Deed) -> tuple[Party, ...]:
    """Give the state in whose land others struck: 'Chad carried out strikes near Zinder' → Niger; none where rebels are meant."""
    doers = [page.entities.get(party.entity or "") for party in deed.actors]
    own = {doer.country for doer in doers if doer is not None}
    words = list(_own_words(deed.token))
    others = any(is_among(word, "rebels") or is_listed(word, _NON_STATE) or word.tag == "PRP$" for word in words)
    if None in doers or None in own or others or _names_rebels(page, deed.token.sentence):
        return ()
    frame = deed.sighting.frame
    onto = [noun for word in _ONTO for noun in frame.under(word)]
    whose = [party for noun in (*onto, *frame.objects) if is_among(noun, "target") for party in owners_of(page, noun)]
    is_some = deed.token.pos == "NOUN" and any(child.lower in {"a", "an"} for child in deed.token.children)
    if whose and not is_some:
        return tuple(
            party for party in whose if party.entity in page.entities and page.entities[party.entity].country not in own
        )
    place = place_of(page, deed.token) or place_among(page, [*frame.objects, *onto])
    country = land_of(page, place)
    state = state_of(page, country) if country not in own else None
    return (Party(state, place.start, place.end),) if state and place else ()


def _names_rebels(page: Page, sentence: Sentence) -> bool:
    """Tell a sentence that speaks of an armed group, which may be whom the strikes were for."""
    known = (page.entity_of(mention) for word in sentence.tokens for mention in page.mentions_at(word))
    return any(entity is not None and entity.sector == "REB" for entity in known)


def _own_words(token: Token) -> Iterator[Token]:
    """Give the words of a clause without those of the clauses in it."""
    stack = [token]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(child for child in here.children if child.dep not in CLAUSE_DEPS or child.pos == "NOUN")


def disaster_land(page: Page) -> Party | None:
    """Give the one state whose land the report says that an earthquake, flood or storm struck; None for none or several."""
    found: dict[str, Party] = {}
    for sentence in page.sentences:
        if page.zone_at(sentence.start) in {"title", "story"}:
            for country, place in _lands_hit(page, sentence):
                found.setdefault(country, place)
    return next(iter(found.values())) if len(found) == 1 else None


def _lands_hit(page: Page, sentence: Sentence) -> Iterator[tuple[str, Party]]:
    for token in sentence.tokens:
        if not (token.pos == "NOUN" and is_among(token, "disaster")):
            continue
        for near in sentence.tokens[max(0, token.i - sentence.tokens[0].i - 3) :][:8]:
            for mention in page.mentions_at(near):
                entity = page.entity_of(mention) if mention.kind in {"state", "place"} else None
                state = state_of(page, entity.country) if entity is not None else None
                if entity is not None and entity.country and state:
                    yield entity.country, Party(state, mention.start, mention.end)
