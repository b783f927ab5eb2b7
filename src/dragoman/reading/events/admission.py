"""Which acts enter the record: enough must be known of them, and they must have happened at a time."""

from collections.abc import Iterable

from dragoman.lexicon.plover import kinds
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.magnitudes import Toll, toll_of
from dragoman.reading.page import ACTORS, Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity, Party

PRONOUNS = frozenset(
    {
        "i",
        "you",
        "we",
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "us",
        "me",
        "who",
        "whom",
        "which",
        "that",
        "this",
        "those",
        "these",
        "one",
        "others",
        "what",
    }
)
_VERBAL = frozenset({1, 3})
_MATERIAL = frozenset({2, 4})
TO_WHOM = frozenset({"SUPPORT", "THREATEN", "CONSULT"})
_AGREEMENTS = frozenset({"sign", "ratify", "signing", "ratification", "ink", "initial"})
_LASTING = frozenset({"displace", "occupy", "station"})  # 'troops stationed there'
_PRESENT = frozenset({"VBZ", "VBP"})


def is_admitted(page: Page, deed: Deed, *, placed: bool) -> bool:
    """Tell whether an act is told well enough to be kept.

    Words need a named actor, and SUPPORT and THREATEN somebody they are for or against; deeds need an
    actor, a named recipient or a toll. What is told as habit or as an attribute is no act.

    Args:
        page: The report.
        deed: The act.
        placed: Whether it has a place of its own.
    """
    quad = kinds()[deed.kind].quad
    if _is_attribute(deed) or (quad in _MATERIAL and _is_habit(page, deed)):
        return False
    trigger = deed.sighting.trigger
    if (trigger.recipient_needed or kinds()[deed.kind].recipient) and not (
        _is_towards_somebody(deed) or _is_placed_force(deed, placed=placed) or _is_measure(page, deed)
    ):
        return False
    if trigger.strict and not (deed.actors and (deed.recipients or placed)):
        return False
    named = any(is_named(page, party) for party in deed.actors)
    if quad in _VERBAL:
        if deed.sighting.kind == "CONSULT" and len(deed.actors) + len(deed.recipients) < 2:  # noqa: PLR2004 - a pair
            return False  # talks that are only planned, with nobody on the other side
        known = bool(deed.recipients) or any(_is_known(party) for party in deed.actors)
        is_open = deed.kind not in TO_WHOM or deed.token.lemma == "threaten"
        return named and known and (_is_towards_somebody(deed) or is_open)
    return named or _is_felt(page, deed)


def _is_known(party: Party) -> bool:
    """Tell somebody in particular from some of a kind: residents, critics."""
    return party.entity is not None and ":generic/" not in party.entity


def _is_towards_somebody(deed: Deed) -> bool:
    return bool(deed.recipients) or len(deed.actors) > 1 or deed.token.lemma.lower() in _AGREEMENTS


def _is_placed_force(deed: Deed, *, placed: bool) -> bool:
    return placed and deed.kind not in {"AID", "COOPERATE", "SANCTION"}


def _is_measure(page: Page, deed: Deed) -> bool:
    """Tell a measure that a state or an official took, whomever it hits: 'Chad left the treaty', 'imposed tariffs'."""
    if deed.sighting.kind != "SANCTION" or deed.kind != "SANCTION" or deed.token.pos != "VERB":
        return False
    if deed.sighting.trigger.recipient_needed or deed.standing.modality != "actual":
        return False
    return any(_is_known(party) and _is_public(page.entities.get(party.entity or "")) for party in deed.actors)


def _is_public(entity: Entity | None) -> bool:
    """Tell a state, an organ of one, an organisation of states, or a person; no company."""
    if entity is None:
        return False
    return entity.kind in {"state", "person"} or entity.sector in {"GOV", "IGO", "LEG", "MIL", "JUD"}


def _is_felt(page: Page, deed: Deed) -> bool:
    """Tell whether a deed by nobody named is still sure from those it was done to."""
    if any(is_named(page, party) and (deed.token.pos != "NOUN" or _is_known(party)) for party in deed.recipients):
        return True
    if deed.kind == "PROTEST":
        return bool(deed.actors)
    return deed.kind == "ASSAULT" and toll_of(deed.token.sentence, deed.token, alone=False) != Toll()


def _is_attribute(deed: Deed) -> bool:
    token = deed.token
    if token.dep == "amod" and token.pos != "ADJ":
        return True
    return (deed.kind == "SUPPORT" or token.lemma in _LASTING) and token.dep == "acl" and token.tag == "VBN"


def _is_habit(page: Page, deed: Deed) -> bool:
    """Tell the plain present of a story, which says what somebody does at all times; headlines use it for news."""
    token = deed.token
    return (
        token.tag in _PRESENT
        and page.zone_at(token.start) == "story"
        and not any(child.dep in {"aux", "auxpass"} for child in token.children)
        and not any(mention.kind == "day" for word in _under(token) for mention in page.mentions_at(word))
    )


def _under(verb: Token) -> Iterable[Token]:
    for child in verb.children:
        yield child
        if child.dep == "prep":
            yield from child.children


def is_named(page: Page, party: Party) -> bool:
    """Tell whether a party is named, and not only spoken of as 'he', 'who' or 'people'."""
    if party.entity is not None:
        return True
    if page.text[party.start : party.end].lower() in PRONOUNS:
        return False
    return any(
        mention.kind in ACTORS
        for token in page.tokens_in(party.start, party.end)
        for mention in page.mentions_at(token)
    )
