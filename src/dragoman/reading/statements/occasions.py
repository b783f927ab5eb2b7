"""To whom words were spoken: 'told the council', 'in a meeting with his host', 'in a letter to the king'."""

from dragoman.reading.page import Page
from dragoman.reading.statements.drafts import Draft
from dragoman.reading.syntax import Token

_MEETINGS = frozenset(
    {"address", "appeal", "call", "conversation", "dinner", "discussion", "exchange", "interview", "letter", "meeting", "memo",
     "message", "note", "phone", "speech", "summit", "talk", "talks", "telegram", "telephone", "visit"}
)  # fmt: skip
_IN = frozenset({"in", "during", "at", "on", "after", "by", "over"})
_WITH = frozenset({"with", "to"})
_SPEAKS_TO = frozenset(
    {
        "say",
        "write",
        "speak",
        "explain",
        "suggest",
        "propose",
        "complain",
        "announce",
        "report",
        "extend",
        "express",
        "convey",
        "offer",
    }
)


def addressee_of(draft: Draft, page: Page) -> str | None:
    """Give the entity that a statement was said to, if it is one and known."""
    found = entity_at(draft.addressee, page) if draft.addressee is not None else spoken_to(draft.head, page)
    return None if found is not None and _is_its_own(page, found) else found


def _is_its_own(page: Page, entity: str) -> bool:
    """Tell the outlet or agency whose report it is: what an official tells it, he tells the world."""
    own = {name.casefold() for name in (page.report.outlet, page.report.dateline_agency) if name}
    known = page.entities[entity]
    return any(name.casefold() in own for name in (known.name, *known.aliases))


def spoken_to(verb: Token, page: Page) -> str | None:
    """Give who the circumstances of a verb say was spoken with."""
    for prep in verb.children_by("prep", "dative"):
        noun = prep.child("pobj")
        if noun is None:
            continue
        if prep.lower == "to" and verb.lemma.lower() in _SPEAKS_TO:
            return entity_at(noun, page)
        if prep.lower in _IN and noun.lemma.lower() in _MEETINGS:
            return _met(noun, page)
    return None


def _met(noun: Token, page: Page) -> str | None:
    for prep in noun.children_by("prep"):
        other = prep.child("pobj")
        if prep.lower in _WITH and other is not None:
            return entity_at(other, page)
    return None


def entity_at(noun: Token, page: Page) -> str | None:
    """Give the one entity a noun names; two who are named together give none."""
    if len(noun.conjuncts()) > 1:
        return None
    entity = page.entity_of(page.actor_mention(noun))
    return entity.id if entity is not None else None
