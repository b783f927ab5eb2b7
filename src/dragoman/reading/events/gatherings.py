"""Who was at a summit, a session or a signing, told one by one over several sentences."""

from collections.abc import Iterator, Sequence

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.parties import is_among
from dragoman.reading.events.places import place_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.reading.when import day_of
from dragoman.records import Party

_SIGNING = frozenset({"sign", "initial", "ink", "exchange"})
_OTHER = frozenset(
    {"next", "last", "first", "previous", "earlier", "second", "third", "past", "future", "annual", "former"}
)
_OF_ONE_KIND = frozenset({"person"})
_LISTING = frozenset({"appos", "compound", "conj", "nmod"})
_ENDS = frozenset({",", ";", "and", "or"})
_WATCHING = frozenset({"watch", "witness", "see"})
_PAIR = 2
_NEAR = 2  # sentences from where a signing is placed to where its signers are named


def attendance(page: Page, deeds: Sequence[Deed]) -> list[Deed]:
    """Give the deeds that put people at the one gathering of a report; none where it names no such gathering.

    Args:
        page: The report.
        deeds: Its deeds, in the order of the text.
    """
    found: list[Deed] = []
    is_open = False
    placed = -_NEAR - 1
    signing: Deed | None = None
    for deed in deeds:
        if not _is_now(page, deed):
            continue
        number = deed.token.sentence.number
        if (_signs(deed) or deed.sighting.trigger.meeting) and place_of(page, deed.token) is not None:
            placed = number
        signs = number - placed <= _NEAR and is_signing(page, deed)
        if _signs(deed) and len(set(people_of(page, deed))) >= _PAIR:
            signing = deed
        if deed.sighting.trigger.presence and deed.token.lemma in _WATCHING and signing is not None and not is_open:
            found, is_open = [signing], number - signing.token.sentence.number <= _NEAR
        if signs or (deed.sighting.trigger.presence and (is_open or _names_gathering(deed))):
            is_open = True
            found.append(deed)
    return found


def is_signing(page: Page, deed: Deed) -> bool:
    """Tell people who put their names to a paper together; only where a place is told were they in one."""
    if not _signs(deed) or not _is_asserted(deed):
        return False
    return len(set(people_of(page, deed))) >= _PAIR


def _signs(deed: Deed) -> bool:
    return deed.token.lemma.lower() in _SIGNING and deed.kind == "SUPPORT"


def people_of(page: Page, deed: Deed) -> Iterator[str]:
    """Give the ids of the people who take part in a deed."""
    for party in (*deed.actors, *deed.recipients):
        entity = page.entities.get(party.entity) if party.entity else None
        if entity is not None and entity.kind in _OF_ONE_KIND:
            yield entity.id


def present_at(page: Page, deeds: Sequence[Deed]) -> tuple[Party, ...]:
    """Give everybody named at a gathering, once, in the order of the text."""
    found: dict[str, Party] = {}
    for deed in deeds:
        listed = tuple(_listed(page, deed))
        people = {*people_of(page, deed), *(party.entity for party in listed)}
        for party in (*deed.actors, *listed, *deed.recipients):
            if party.entity in people or (party.entity is None and _is_persons_name(page, party)):
                found.setdefault(party.entity or page.text[party.start : party.end], party)
    return tuple(found.values())


def _listed(page: Page, deed: Deed) -> Iterator[Party]:
    """Give the people of a list whose parts the parser joined in other ways: 'President A, Premier B and Minister C'."""
    heads = [noun for noun in deed.sighting.frame.subjects if noun.pos == "PROPN"]
    for token in (word for noun in heads for word in _in_list(noun)):
        mention = next((each for each in page.mentions_at(token) if each.kind == "person"), None)
        entity = page.entity_of(mention)
        ends = mention is not None and page.tokens_in(mention.end, mention.end + 2)
        in_list = token.dep != "compound" or (ends and ends[0].lower in _ENDS)
        if mention is not None and entity is not None and entity.kind == "person" and in_list:
            yield Party(entity.id, mention.start, mention.end)


def _in_list(noun: Token) -> Iterator[Token]:
    stack = [noun]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(child for child in here.children if child.dep in _LISTING)


def _is_persons_name(page: Page, party: Party) -> bool:
    """Tell the name of a person of whom two remain, or none."""
    tokens = page.tokens_in(party.start, party.end)
    return any(mention.kind == "person" for token in tokens for mention in page.mentions_at(token))


def _is_asserted(deed: Deed) -> bool:
    return deed.standing.modality == "actual" and deed.standing.polarity == "asserted"


def _is_now(page: Page, deed: Deed) -> bool:
    """Tell what belongs to the story's own time, and to no other meeting of the same row."""
    if not _is_asserted(deed) or deed.standing.time_ref == "past" or page.zone_at(deed.token.start) != "story":
        return False
    if any(child.lower in _OTHER for noun in _gatherings(deed) for child in noun.children):
        return False
    day = day_of(page, deed.token)
    return day is None or day.value is None or not day.value.isdecimal()


def _names_gathering(deed: Deed) -> bool:
    return any(True for _ in _gatherings(deed))


def _gatherings(deed: Deed) -> Iterator[Token]:
    frame = deed.sighting.frame
    nouns = [*frame.objects, *(noun for word in ("in", "at", "to") for noun in frame.under(word))]
    return (noun for noun in nouns if is_among(noun, "gathering"))
