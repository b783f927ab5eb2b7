"""Towards whom an act is, where its own words leave it open: what the report has told before says it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.land import disaster_land, land_struck, state_of
from dragoman.reading.events.parties import is_among, is_of_states
from dragoman.reading.page import ACTORS, Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity, Party

_PAIR = 2
_NEAR = 8  # sentences between a meeting and what one who met says to the other
_AFTER = 4  # sentences between a blow and the answer to it
TO_PARTNER = frozenset({"AGREE", "REQUEST"})
_SAID_TO = frozenset({"AGREE", "CONSULT", "REQUEST", "SUPPORT"})
_BLOWS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "THREATEN"})
_ANSWERS = frozenset({"THREATEN"})
_VERBS = frozenset({"VERB", "AUX"})


class Encounter(Struct, frozen=True):
    """Two who met or spoke, and the sentence that tells it."""

    number: int
    two: tuple[Party, Party]


def encounters(page: Page, deeds: Sequence[Deed]) -> tuple[Encounter, ...]:
    """Give the encounters of two named ones that a report tells, in the order of the text."""
    found = []
    for deed in deeds:
        both = (*deed.actors, *deed.recipients, *_addressed(page, deed))
        if deed.kind != "CONSULT" or deed.standing.polarity != "asserted" or len(both) != _PAIR:
            continue
        if all(is_known(page, party) for party in both) and both[0].entity != both[1].entity:
            found.append(Encounter(deed.token.sentence.number, (both[0], both[1])))
    return tuple(found)


def _addressed(page: Page, deed: Deed) -> list[Party]:
    """Give the organisation of states whose meeting somebody speaks to: 'addressed the council of the bloc's leaders'."""
    if not deed.sighting.trigger.presence or deed.token.lemma not in {"address", "tell"} or len(deed.actors) != 1:
        return []
    words = (word for noun in deed.sighting.frame.objects for word in noun.subtree())
    bodies = {
        entity.id: Party(entity.id, word.start, word.end)
        for word in words
        for entity in _named_at(page, word)
        if is_of_states(entity)
    }
    return list(bodies.values())


def turn_outward(page: Page, deeds: Sequence[Deed]) -> None:
    """Fill the recipients of acts that name none: who is asked beside, sits opposite, struck first, or whose land is struck."""
    met = encounters(page, deeds)
    for place, deed in enumerate(deeds):
        if deed.recipients or not deed.actors or deed.standing.polarity != "asserted":
            continue
        before = deeds[:place]
        if _is_aid(deed):
            land = page.once(disaster_land)
            if land is not None and _is_for_land(page, deed, land):
                deed.recipients = (land,)
        elif deed.kind == "ASSAULT":
            deed.recipients = land_struck(page, deed)
        elif deed.sighting.trigger.mutual:
            deed.recipients = _other_of_two(page, deed, before)
        elif deed.kind in _ANSWERS:
            deed.recipients = _who_struck(page, deed, before)
        elif deed.kind in TO_PARTNER:
            deed.recipients = _beside(page, deed, before) or partner_of(page, met, deed.actors, deed.token)


def _is_for_land(page: Page, deed: Deed, land: Party) -> bool:
    """Tell help from elsewhere, in a sentence that names no third who may have it."""
    own = {country_of(page, party) for party in deed.actors}
    there = country_of(page, land)
    named = {entity.country for word in deed.token.sentence.tokens for entity in _named_at(page, word)}
    return there not in own and named <= {*own, there, None}


def _is_aid(deed: Deed) -> bool:
    return deed.sighting.kind == "AID" or any(is_among(noun, "aid") for noun in deed.sighting.frame.objects)


def partner_of(page: Page, met: Sequence[Encounter], actors: Sequence[Party], token: Token) -> tuple[Party, ...]:
    """Give with whom the one who speaks has met, where that is one, and the words speak of no third.

    Args:
        page: The report.
        met: Its encounters.
        actors: Who speaks.
        token: The word that tells the act.
    """
    if len(actors) != 1 or page.zone_at(token.start) != "story" or token.dep in {"acl", "relcl"}:
        return ()
    number, own = token.sentence.number, country_of(page, actors[0])
    others = {
        other.entity: other
        for each in met
        if 0 <= number - each.number <= _NEAR or each.number == number + 1
        for one, other in (each.two, each.two[::-1])
        if _is_same(page, actors[0], one) and _is_abroad(page, other, own)
    }
    if len(others) != 1:
        return ()
    other = next(iter(others.values()))
    if own is None or _speaks_of_third(page, token, {own, country_of(page, other)}):
        return ()
    if page.entities[actors[0].entity or ""].kind == "state":
        state = state_of(page, country_of(page, other))
        return (Party(state, other.start, other.end),) if state else (other,)
    return (other,)


def _is_abroad(page: Page, other: Party, own: str | None) -> bool:
    """Tell somebody of another state, or an organisation of states."""
    entity = page.entities.get(other.entity or "")
    if entity is None:
        return False
    return entity.country not in {own, None} or is_of_states(entity)


def _is_same(page: Page, actor: Party, one: Party) -> bool:
    """Tell the one who met, or the state that met through him."""
    known = page.entities.get(actor.entity or "")
    is_state = known is not None and known.kind == "state"
    return actor.entity == one.entity or (is_state and country_of(page, actor) == country_of(page, one))


def country_of(page: Page, party: Party) -> str | None:
    """Give the country of who takes part; None where it is not known."""
    entity = page.entities.get(party.entity or "")
    return entity.country if entity is not None else None


def is_known(page: Page, party: Party) -> bool:
    """Tell somebody in particular from some of a kind."""
    return party.entity in page.entities and ":generic/" not in (party.entity or "")


def _speaks_of_third(page: Page, token: Token, two: set[str | None]) -> bool:
    """Tell whether the words below an act's name anybody, or any land, but the two."""
    named = (entity for word in token.subtree() for entity in _named_at(page, word))
    return any(entity.country not in two and (entity.country or entity.kind == "body") for entity in named)


def _named_at(page: Page, token: Token) -> Iterator[Entity]:
    for mention in page.mentions_at(token):
        entity = page.entity_of(mention) if mention.kind in ACTORS or mention.kind == "place" else None
        if entity is not None:
            yield entity


def _beside(page: Page, deed: Deed, before: Sequence[Deed]) -> tuple[Party, ...]:
    """Give whom a verb joined to another turns to: 'thanked Chad for its help and called for more trade' → Chad."""
    verb = deed.token
    if verb.pos not in _VERBS or verb.dep != "conj":
        return ()
    acting = {party.entity for party in deed.actors}
    joined = list(_joined(verb))
    other = next((each for each in reversed(before) if _is_said_to(each, joined)), None)
    if other is None or not acting <= {each.entity for each in other.actors}:
        return ()
    those = [each for each in (*other.actors, *other.recipients) if each.entity not in acting]
    two = {country_of(page, each) for each in (*those, *deed.actors)}
    known = all(is_known(page, each) for each in those)
    return tuple(those) if known and not _speaks_of_third(page, verb, two) else ()


def _is_said_to(other: Deed, joined: Sequence[Token]) -> bool:
    """Tell an act towards somebody by one of the verbs joined: asking, thanking, summoning."""
    is_joined = other.token in joined or (other.token.dep == "conj" and other.token.head in joined)
    return is_joined and (other.kind in _SAID_TO or other.token.lemma == "summon")


def _joined(verb: Token) -> Iterator[Token]:
    """Give the verbs that a verb is joined to, nearest first."""
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
        yield verb


def _who_struck(page: Page, deed: Deed, before: Sequence[Deed]) -> tuple[Party, ...]:
    """Give who did a blow to those who now answer it: 'Chad reserved the right to respond'."""
    own = {country_of(page, party) for party in deed.actors}
    for other in reversed(before):
        if deed.token.sentence.number - other.token.sentence.number > _AFTER:
            return ()
        if other.kind not in _BLOWS or other.standing.modality != "actual" or None in own:
            continue
        doers = {country_of(page, party) for party in other.actors}
        struck = {country_of(page, party) for party in other.recipients}
        if struck & own and not doers & own and all(is_known(page, party) for party in other.actors):
            return other.actors
    return ()


def _other_of_two(page: Page, deed: Deed, before: Sequence[Deed]) -> tuple[Party, ...]:
    """Give the other state, where the acts told before are between the actor's and one other: 'broke off relations'."""
    own = {country_of(page, party) for party in deed.actors}
    if len(own) != 1 or None in own or page.zone_at(deed.token.start) != "story":
        return ()
    for other in reversed(before):
        parties = (*other.actors, *other.recipients)
        lands = {country_of(page, party): party for party in parties}
        if len(lands) == _PAIR and own < set(lands) and None not in lands:
            party = next(party for land, party in lands.items() if land not in own)
            state = state_of(page, country_of(page, party))
            return (Party(state, party.start, party.end),) if state else ()
        if deed.token.sentence.number - other.token.sentence.number > _NEAR:
            return ()
    return ()
