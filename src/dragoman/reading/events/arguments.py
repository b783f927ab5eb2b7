"""Who fills the places of an act: its actors and recipients, as the code book's slots say."""

from collections.abc import Iterable

from dragoman.reading.clauses import Frame
from dragoman.reading.events.owned import beside, of_owned
from dragoman.reading.events.parties import (
    acting_for,
    is_among,
    is_reciprocal,
    nationality_of,
    owners_of,
    parties_of,
    party_of,
)
from dragoman.reading.events.places import place_at
from dragoman.reading.events.triggers import Sighting, sighting_at
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token, subjects_of
from dragoman.records import Party

_GATHERINGS = frozenset({"summit", "conference", "session", "forum", "dialogue", "meeting"})
_SUFFERED = frozenset(
    {"attack", "bombing", "shooting", "massacre", "blast", "explosion", "siege", "crisis", "war", "clash", "fighting"}
)
_OF_TERROR = frozenset({"terror", "terrorist"})
_WHERE_IT_FALLS = frozenset({"AID", "ASSAULT"})
_WHITHER = frozenset({"to", "in", "at", "into", "inside", "for"})
_SPOKESMEN = frozenset({"spokesman", "spokesperson", "spokeswoman", "official", "statement"})
_HIS = frozenset({"his", "her", "its", "their"})


def actors_of(page: Page, sighting: Sighting) -> tuple[Party, ...]:
    """Give all who do the act, from all its actor slots, in the order of the text."""
    trigger = sighting.trigger
    slots = trigger.actor
    if trigger.nouns and sighting.token.lemma.lower() in trigger.nouns and slots == ("subject",):
        slots = ("poss", "demonym", "by")
    found = _distinct(party for slot in slots for party in fill(page, sighting, slot))
    return tuple(sorted(found, key=lambda party: party.start))


def recipients_of(page: Page, sighting: Sighting, actors: Iterable[Party]) -> tuple[Party, ...]:
    """Give those to whom the act is done: the first slot that names somebody other than the actors."""
    taken = {(party.start, party.end) for party in actors}
    acting = {party.entity for party in actors} - {None}
    for slot in sighting.trigger.recipient:
        found = [party for party in fill(page, sighting, slot) if (party.start, party.end) not in taken]
        found = [party for party in found if party.entity not in acting]
        if found:
            return tuple(_distinct(nationality_of(page, party) for party in found))
    return ()


def fill(page: Page, sighting: Sighting, slot: str) -> tuple[Party, ...]:  # noqa: PLR0911 - one a slot
    """Give whoever stands in a slot."""
    frame = sighting.frame
    match slot:
        case "owner":
            return tuple(party for noun in frame.objects for party in owners_of(page, noun))
        case "holder":
            held = (party for noun in frame.objects for party in _at_noun(page, noun, "poss"))
            return tuple(party for party in held if page.text[party.start : party.end].lower() not in _HIS)
        case "clause":
            return of_clause(page, frame)
        case "if":
            return tuple(party for noun in _on_condition(frame) for party in parties_of(page, noun))
        case "opponent":
            return _opponents(page, frame)
        case "poss" | "demonym":
            return _came(page, sighting, _at_noun(page, sighting.token, slot))
        case _:
            return _by_nouns(page, sighting, slot)


def _by_nouns(page: Page, sighting: Sighting, slot: str) -> tuple[Party, ...]:
    """Give those whom the nouns in a slot name, or to whom what they name belongs."""
    frame = sighting.frame
    nouns = [noun for noun in nouns_in(sighting, slot) if not is_reciprocal(noun)]
    found = tuple(party for noun in nouns for party in parties_of(page, noun))
    if slot in sighting.trigger.recipient and slot not in sighting.trigger.actor:
        found = of_owned(page, sighting, nouns, found)
    if slot == "place":
        found = tuple(host for noun in frame.objects if (host := _host_of(page, noun)))
    if slot == "subject":
        found = _speaker_again(page, sighting.token) or (*_headed(page, nouns), *found)
    if (
        not found
        and slot in _WHITHER
        and (sighting.trigger.mode == "visit" or sighting.kind in _WHERE_IT_FALLS or _is_of_mission(frame))
    ):
        found = tuple(host for noun in frame.under(slot) if (host := _host_of(page, noun)))
    return _came(page, sighting, found) if slot == "of" else found


def nouns_in(sighting: Sighting, slot: str) -> list[Token]:  # noqa: PLR0911 - one a slot
    """Give the heads of what stands in a slot, whoever they name."""
    frame = sighting.frame
    match slot:
        case "subject":
            return frame.subjects
        case "object":
            if frame.datives and "dative" not in sighting.trigger.recipient:  # 'backs Iran full membership'
                return frame.datives
            return [noun for noun in frame.objects if not is_reciprocal(noun)]
        case "dative":
            return frame.datives
        case "clause-subject":
            return _clause_subjects(frame)
        case "speaker" | "opponent" | "place":
            return []
        case _:
            return frame.under(slot)


def _on_condition(frame: Frame) -> list[Token]:
    """Give who should not do what a threat hangs on: 'threatened to strike if Chad attacked' → Chad."""
    verbs = [frame.token, *([frame.clause] if frame.clause is not None else [])]
    conditions = (
        clause
        for verb in verbs
        for clause in verb.children_by("advcl")
        if any(child.lower in {"if", "unless"} for child in clause.children_by("mark"))
    )
    return next((subjects_of(clause) for clause in conditions), [])


def _headed(page: Page, subjects: list[Token]) -> tuple[Party, ...]:
    """Give the first of two in a headline: of 'Chad, Niger sign' the parser takes but the second for its subject."""
    noun = subjects[0] if len(subjects) == 1 else None
    if noun is None or page.zone_at(noun.start) != "title":
        return ()
    words = noun.sentence.tokens
    first = words[0].i
    if noun.i - first < 2 or words[noun.i - first - 1].text != ",":  # noqa: PLR2004 - a name and a comma
        return ()
    before = page.party(words[noun.i - first - 2])
    return (before,) if before and before.entity and before.start == words[0].start else ()


def _speaker_again(page: Page, verb: Token) -> tuple[Party, ...]:
    """Give the one who says what 'it' will do: 'Chad said it would sign' → Chad; 'Chadian officials said they' → Chad."""
    while verb.dep == "conj" and verb.head.pos == "VERB":
        verb = verb.head
    pronoun, said = verb.child("nsubj"), verb.head
    if pronoun is None or pronoun.lower not in {"it", "they"} or verb.dep != "ccomp" or said.pos != "VERB":
        return ()
    doers = subjects_of(said)
    several = len(doers) > 1 or (pronoun.lower == "they" and all(noun.tag in {"NNS", "NNPS"} for noun in doers))
    if several is not (pronoun.lower == "they"):
        return ()
    speakers = [acting_for(page, party) for noun in doers for party in _spoken_for(page, noun)]
    known = [page.entities.get(party.entity or "") for party in speakers]
    if len(speakers) != len(doers) or any(one is None or one.kind not in {"state", "body"} for one in known):
        return ()
    return tuple(Party(one.id, pronoun.start, pronoun.end) for one in known if one is not None)


def _spoken_for(page: Page, noun: Token) -> tuple[Party, ...]:
    """Give whom a spokesman speaks for, and anybody else as named."""
    of = noun.under("for", "of")
    if noun.lemma.lower() in _SPOKESMEN and of:
        return tuple(party for each in of for party in parties_of(page, each))
    return parties_of(page, noun)


def _is_of_mission(frame: Frame) -> bool:
    """Tell an embassy opened or closed, which is done to the state it stands in."""
    return any(noun.lemma in {"consulate", "embassy"} for noun in frame.objects)


def _host_of(page: Page, noun: Token) -> Party | None:
    """Give the state that a visited place lies in, where the report names it: 'flew to Tehran'."""
    place = place_at(page, noun)
    known = page.entities.get(place.entity) if place and place.entity else None
    if place is None or known is None or known.country is None:
        return None
    states = (each.id for each in page.entities.values() if each.kind == "state" and each.country == known.country)
    state = next(states, None)
    return Party(state, place.start, place.end) if state else None


def _came(page: Page, sighting: Sighting, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out whose a gathering is: 'a summit of the bloc', 'the institute's conference'."""
    if not (sighting.trigger.meeting and sighting.token.lemma.lower() in _GATHERINGS):
        return parties
    return tuple(party for party in parties if not _is_body(page, party))


def _is_body(page: Page, party: Party) -> bool:
    entity = page.entities.get(party.entity) if party.entity else None
    return entity is not None and entity.kind == "body"


def _opponents(page: Page, frame: Frame) -> tuple[Party, ...]:
    """Give with whom those killed were fighting: 'killed in a clash with Chadian troops', 'in an attack by gunmen'."""
    fights = [noun for noun in frame.under("in") if is_among(noun, "fighting")]
    below = [party for fight in fights for word in ("with", "by") for party in beside(page, fight, word)]
    if fights and not below:
        below = [party for noun in frame.under("with") for party in parties_of(page, noun)]
    return tuple(below) or tuple(party for fight in fights for party in _at_noun(page, fight, "demonym"))


def _at_noun(page: Page, noun: Token, slot: str) -> tuple[Party, ...]:
    deps = {"poss"} if slot == "poss" else {"amod", "compound", "nmod"}
    children = [each for child in noun.children if child.dep in deps for each in child.conjuncts()]
    if slot != "poss" and noun.lemma.lower() in _SUFFERED:  # 'the Belgium attacks' name where
        children = [child for child in children if child.pos == "ADJ" or child.tag.startswith("JJ")]
    if any(child.lower in _OF_TERROR for child in noun.children):  # as 'the Belgian terror attacks' do
        children = []
    found = tuple(party for child in children if (party := party_of(page, child)))
    return found if slot == "poss" or not is_among(noun, "talks") else tuple(p for p in found if _is_country(page, p))


def _is_country(page: Page, party: Party) -> bool:
    """Tell a country or its people: 'Turkish-Greek talks' name who talks, 'a White House meeting' where."""
    tokens = page.tokens_in(party.start, party.end)
    return any(mention.kind in {"state", "people"} for token in tokens for mention in page.mentions_at(token))


def of_clause(page: Page, frame: Frame) -> tuple[Party, ...]:
    """Give whom the completing clause is done to: 'agreed to lend money to Indonesia' → Indonesia."""
    clause = frame.clause
    if clause is None:
        return ()
    inner = sighting_at(page, clause)
    if inner is not None:
        found = recipients_of(page, inner, ()) if inner.trigger.recipient else actors_of(page, inner)
        if found:
            return found
    deeper = clause.child("xcomp")
    if deeper is not None and deeper.child("dobj"):
        clause = deeper
    below = Frame(clause)
    nouns = [
        *below.objects,
        *(noun for word in ("with", "to", "against", "for", "on", "from", "in") for noun in below.under(word)),
    ]
    for noun in nouns:
        found = tuple(party for party in parties_of(page, noun) if party.entity and ":generic/" not in party.entity)
        if found:
            return found
    return tuple(party for noun in below.objects for party in owners_of(page, noun))


def _clause_subjects(frame: Frame) -> list[Token]:
    if frame.clause is None:
        return []
    return [noun for child in frame.clause.children_by("nsubj", "nsubjpass") for noun in child.conjuncts()]


def _overlap(party: Party, other: Party) -> bool:
    """Tell words that share some but not all: the same words may name several, as 'the two ministers' do."""
    same = (party.start, party.end) == (other.start, other.end)
    return not same and party.start < other.end and other.start < party.end


def _distinct(parties: Iterable[Party]) -> list[Party]:
    found: list[Party] = []
    for party in parties:
        if party not in found and not any(_overlap(party, other) for other in found):
            found.append(party)
    return found
