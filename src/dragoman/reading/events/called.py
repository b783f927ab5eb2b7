"""Whom words mean that name nobody by themselves: 'the ministry', 'the members', 'its embassy', 'the country'."""

from collections.abc import Iterator

from dragoman.reading.events.parties import is_of_states
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token
from dragoman.records import Entity, Mention, Party

_THEIRS = frozenset({"its", "their"})
_POINTING = frozenset({"the", "this"})
_NAMED_BY = frozenset({
    "agency", "army", "assembly", "bank", "board", "bureau", "cabinet", "coalition", "commission", "committee", "council", "court", "department", "ministry",
    "office", "parliament", "secretariat", "senate", "tribunal",
})  # fmt: skip
_OF_MEMBERS = frozenset(
    {"alliance", "bloc", "body", "club", "grouping", "member", "organisation", "organization", "union"}
)
_OWN = frozenset({
    "airspace", "ambassador", "base", "consulate", "diplomat", "embassy", "force", "jet", "mission", "navy", "plane", "ship", "soil", "soldier",
    "territory", "troop", "vessel",
})  # fmt: skip
_MEMBER = "member"  # 'members', 'member states'
_OTHER = frozenset({"other", "remaining"})
_BACK = 2  # sentences
_OPEN = ":generic/"


def called(page: Page, party: Party) -> Party:
    """Give a party with whom its words mean, where the report has named them before; else as it is."""
    if party.entity is not None and _OPEN not in party.entity:
        return party
    words = page.tokens_in(party.start, party.end)
    noun = next((word for word in reversed(words) if word.pos in {"NOUN", "PROPN"} and word.head not in words), None)
    if not words or noun is None:
        return party
    if any(word.lower in _OTHER for word in words) or any(child.lower == "of" for child in noun.children):
        return party
    found: Entity | None = None
    if words[0].lower in _THEIRS and noun.lemma.lower() in _OWN:
        found = _owner(page, noun)
    elif party.entity is None and _MEMBER in {noun.lemma.lower(), words[0].lower}:
        found = _body_of(page, noun)
    elif words[0].lower in _POINTING and party.entity is None:
        found = _body_of(page, noun) if noun.lemma.lower() in _OF_MEMBERS else _of_that_name(page, noun)
    return Party(found.id, party.start, party.end) if found is not None else party


def _owner(page: Page, noun: Token) -> Entity | None:
    """Give the one state named before in the sentence, leaving out the one in whose land it stands: 'its embassy in Tehran'."""
    there = {entity.country for word in noun.subtree() for entity in _at(page, word)}
    before = {
        entity.id: entity
        for mention, entity in _named(page, noun.sentence)
        if mention.end <= noun.start and entity.kind == "state" and entity.country not in there
    }
    return next(iter(before.values())) if len(before) == 1 else None


def _at(page: Page, token: Token) -> Iterator[Entity]:
    for mention in page.mentions_at(token):
        entity = page.entity_of(mention) if mention.kind == "place" else None
        if entity is not None:
            yield entity


def _body_of(page: Page, noun: Token) -> Entity | None:
    """Give the one organisation of states that a report speaks of, or that it has just spoken of."""
    everywhere = {entity.id: entity for entity in page.entities.values() if _is_one_of_states(entity)}
    if len(everywhere) > 1:
        number = noun.sentence.number
        near = page.sentences[max(0, number - _BACK) : number + 1]
        everywhere = {
            entity.id: entity
            for sentence in near
            for mention, entity in _named(page, sentence)
            if _is_one_of_states(entity) and mention.start < noun.start
        }
    return next(iter(everywhere.values())) if len(everywhere) == 1 else None


def _is_one_of_states(entity: Entity) -> bool:
    return is_of_states(entity) and _OPEN not in entity.id


def _of_that_name(page: Page, noun: Token) -> Entity | None:
    """Give the body last named whose name ends in a noun: 'the Defence Ministry … the ministry'."""
    last = None
    if noun.lemma.lower() not in _NAMED_BY:
        return None
    for sentence in page.sentences[: noun.sentence.number + 1]:
        for mention, entity in _named(page, sentence):
            is_before = mention.kind == "body" and mention.end <= noun.start
            is_before = is_before and (_OPEN not in entity.id or noun.lower == "ministry")
            if is_before and page.text[mention.start : mention.end].lower().split()[-1:] == [noun.lower]:
                last = entity if page.zone_at(mention.start) == "story" else last
    return last


def _named(page: Page, sentence: Sentence) -> Iterator[tuple[Mention, Entity]]:
    seen = set()
    for token in sentence.tokens:
        for mention in page.mentions_at(token):
            entity = page.entity_of(mention) if mention.id not in seen else None
            seen.add(mention.id)
            if entity is not None:
                yield mention, entity
