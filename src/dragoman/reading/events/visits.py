"""Who visits whom: the guest and the host of two who meet, and whom somebody comes to see."""

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.parties import is_among, parties_of
from dragoman.reading.page import Page
from dragoman.records import Party

_GUESTS = frozenset({"visiting", "guest", "visitor"})
_HOSTS = frozenset({"host"})
_MEETING = frozenset({"meet", "see"})
_PAIR = 2


def some_of_people(page: Page, party: Party) -> Party:
    """Give some of a people as themselves: who meets 'the returning Chadians' has not met Chad."""
    words = page.tokens_in(party.start, party.end)
    is_some = words[-1].tag in {"NNS", "NNPS"} and any(word.dep in {"amod", "nummod"} for word in words[:-1])
    if not is_some or all(mention.kind != "people" for mention in page.mentions_at(words[-1])):
        return party
    return Party(None, party.start, party.end)


def seat_visitor(page: Page, deed: Deed) -> None:
    """Let the one of two who meet that is said to be visiting, or to be a guest, be the visitor, and the other the host."""
    if deed.kind != "CONSULT" or deed.mode is not None or deed.recipients or len(deed.actors) != _PAIR:
        return
    guests = [party for party in deed.actors if _is_called(page, party, _GUESTS)]
    hosts = [party for party in deed.actors if _is_called(page, party, _HOSTS)]
    visitor = (
        guests[0] if len(guests) == 1 else next((one for one in deed.actors if hosts and one is not hosts[0]), None)
    )
    if visitor is None or len(guests) + len(hosts) != 1:
        return
    deed.recipients = tuple(party for party in deed.actors if party is not visitor)
    deed.actors, deed.mode = (visitor,), "visit"


def meet_host(page: Page, deed: Deed) -> None:
    """Let those somebody comes for talks with be the hosts, and not only the state: 'is in Oslo for talks with Jane Doe'."""
    if deed.kind != "CONSULT" or deed.mode != "visit":
        return
    words = deed.token.subtree()
    talks = (word for word in words if is_among(word, "talks") and word.head.lower in {"for", "to"})
    with_whom = [
        noun for talk in talks for each in talk.children if each.lower == "with" for noun in each.children_by("pobj")
    ]
    sought = (word for word in words if word.lemma in _MEETING and word.tag == "VB" and word.head is deed.token)
    with_whom.extend(noun for verb in sought for noun in verb.children_by("dobj"))
    acting = {party.entity for party in deed.actors}
    named = [party for noun in with_whom for each in noun.conjuncts() for party in parties_of(page, each)]
    known = tuple(party for party in named if party.entity is not None and party.entity not in acting)
    deed.recipients = known or deed.recipients


def _is_called(page: Page, party: Party, words: frozenset[str]) -> bool:
    """Tell whether words stand in or right before the words that name somebody."""
    inside = page.tokens_in(party.start, party.end)
    before = page.tokens[inside[0].i - 1 : inside[0].i] if inside and inside[0].i else []
    return any(token.lower in words for token in (*before, *inside))
