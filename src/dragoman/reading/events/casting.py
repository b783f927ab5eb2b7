"""Who takes part beyond an act's own places: the speaker, 'the two sides', and nobody whose pronoun is unclear."""

from collections.abc import Mapping, Sequence

from dragoman.reading.clauses import Frame
from dragoman.reading.events.admission import PRONOUNS
from dragoman.reading.events.called import called
from dragoman.reading.events.context import turn_outward
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.first_person import doers_named, those_named
from dragoman.reading.events.land import state_of
from dragoman.reading.events.parties import acting_for, is_of_states, is_pair, is_press, parties_of
from dragoman.reading.events.references import resolve_references
from dragoman.reading.events.triggers import sighting_at
from dragoman.reading.events.visits import meet_host, seat_visitor, some_of_people
from dragoman.reading.events.words_as_deeds import Told, speaker_of, speakers_of, towards
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party

_NEAR = 4  # sentences
_PAIR = 2
_WITHOUT_PRESS = frozenset({"AGREE", "CONSULT"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_OF_STATES = frozenset({"side", "country", "nation", "neighbor", "neighbour", "state", "government", "capital"})
_BY_SUBJECT = frozenset({"AGREE", "CONCEDE", "CONSULT", "REQUEST", "SUPPORT"})
_SPEAKING = frozenset({"add", "note", "say", "speak", "stress", "talk", "tell"})
_REMARKS = frozenset({"remark", "comment", "statement", "point", "call", "announcement", "speech", "offer", "appeal"})
_AT_ODDS = frozenset({"ACCUSE", "ASSAULT", "MOBILIZE", "SANCTION", "THREATEN"})
_OF_FOES = _AT_ODDS | {"CONCEDE", "RETREAT"}
_HIS = frozenset({"his", "her", "its", "their", "our", "my"})
_OWN = frozenset({"country", "government", "nation", "people", "party", "side", "army", "administration", "cabinet"})
_OUTWARD = frozenset({"AGREE", "REJECT", "THREATEN"})  # promised, threatened or refused to others
_PARTS = frozenset({"start", "beginning", "opening", "outset", "course", "end", "close", "conclusion"})
_ADDRESSES = frozenset({"address", "lecture", "message", "speech"})
_BESIDE_MEETING = frozenset({"in", "during", "at", "after", "before", "following"})


def cast(page: Page, told: Told, deeds: Sequence[Deed]) -> None:
    """Fill the cast of a report's acts, in the order of the text."""
    for deed in deeds:
        deed.actors = tuple(called(page, new) for party in deed.actors for new in _those_before(page, deed, party))
        deed.recipients = tuple(called(page, party) for party in deed.recipients)
        deed.actors = tuple(_speakers_state(page, told, deed, party) for party in deed.actors)
        _take_speaker(page, told, deed)
        deed.actors = _known(page, deed.actors) or doers_named(page, told, deed)
        if deed.kind != "CONSULT":
            taken = {party.entity for party in deed.recipients} - {None}
            acting = (acting_for(page, party) for party in deed.actors)
            deed.actors = tuple(
                own if one.entity in taken else one for own, one in zip(deed.actors, acting, strict=True)
            )
        deed.recipients = deed.recipients or those_named(page, told, deed)
        is_outward = deed.kind in _OUTWARD or bool(deed.sighting.trigger.clause_words)
        deed.recipients = _others(page, _known(page, deed.recipients), deed.actors, is_outward=is_outward)
        if deed.kind in _WITHOUT_PRESS:
            deed.actors = tuple(party for party in deed.actors if not is_press(page, party))
            deed.recipients = tuple(party for party in deed.recipients if not is_press(page, party))
        if deed.kind == "REQUEST":  # what reporters ask is asked for the report
            deed.actors = tuple(party for party in deed.actors if party.entity or not is_press(page, party))
        if deed.kind == "CONSULT":
            deed.actors = tuple(some_of_people(page, party) for party in deed.actors)
        seat_visitor(page, deed)
        meet_host(page, deed)
    _resolve_sides(page, deeds)
    resolve_references(page, deeds)
    turn_outward(page, deeds)


def _speakers_state(page: Page, told: Told, deed: Deed, party: Party) -> Party:
    """Let 'his country' be the state of whoever speaks: 'the minister said his country was ready'."""
    voice = told.called(told.voice_of(deed.token.start))
    if voice is None or not _is_own(page, party):
        return party
    speaker = page.entities.get(voice.speaker or "")
    state = state_of(page, speaker.country) if speaker is not None else None
    return Party(state, party.start, party.end) if state else party


def _take_speaker(page: Page, told: Told, deed: Deed) -> None:
    """Let the speaker of the clause take part in the meeting it was said in, and in the words that are a deed."""
    said = told.all_at(deed.token)
    if deed.sighting.frame.is_passive and not deed.sighting.frame.subjects:
        said = ()  # who was accused accuses nobody
    if said and not _known(page, deed.actors):
        deed.actors = speakers_of(said)
    if said and not deed.recipients and deed.kind in _WORDS and deed.sighting.frame.clause is None:
        deed.recipients = towards(page, said)
    if _is_of_somebody_unclear(page, deed) and len(deed.actors) > 1:
        deed.actors = ()
    if "speaker" in deed.sighting.trigger.actor and len(deed.actors) <= 1:
        verb = _verb_above(deed.token)
        if verb is not None:
            deed.actors = _with((*_speakers(page, told, verb), *_told_there(page, verb)), deed.actors)
            if len(deed.actors) == 1 and _is_person(page, deed.actors[0]) and _is_addressed(deed):
                deed.actors = _with(deed.actors, _members(page, deed))


def _told_there(page: Page, verb: Token) -> tuple[Party, ...]:
    """Give the person told something in a meeting: 'told Jane Doe in talks on Monday'."""
    if verb.lemma not in {"tell", "assure", "inform"}:
        return ()
    found = (party for noun in verb.children_by("dobj", "dative") for party in parties_of(page, noun))
    return tuple(party for party in found if _is_person(page, party))


def _is_addressed(deed: Deed) -> bool:
    """Tell a meeting that somebody gave a speech to, and not only at."""
    to = deed.token.head
    return to.lower == "to" and to.head.lemma in _ADDRESSES and deed.standing.modality == "actual"


def _is_person(page: Page, party: Party) -> bool:
    entity = page.entities.get(party.entity or "")
    return entity is not None and entity.kind == "person"


def _members(page: Page, deed: Deed) -> tuple[Party, ...]:
    """Give the organisation of states to whose meeting somebody speaks: 'said in an address to an AU meeting'."""
    noun = deed.token
    owners = (
        party
        for each in (*noun.children_by("compound", "poss", "amod", "nmod"), *noun.under("of"))
        if (party := page.party(each))
    )
    return tuple(party for party in owners if is_of_states(page.entities.get(party.entity or "")))


def _those_before(page: Page, deed: Deed, party: Party) -> tuple[Party, ...]:
    """Let 'they' that opens a sentence be the several who did what the sentence before tells."""
    sentence = deed.token.sentence
    opens = party.start == sentence.start and page.text[party.start : party.end].lower() == "they"
    if party.entity is not None or not opens or sentence.number == 0:
        return (party,)
    before = page.sentences[sentence.number - 1]
    if page.zone_at(before.start) != page.zone_at(sentence.start):
        return (party,)
    several = [one for noun in Frame(before.root).subjects for one in parties_of(page, noun)]
    if len(several) < _PAIR or any(one.entity is None for one in several):
        return (party,)
    return tuple(Party(one.entity, party.start, party.end) for one in several)


def _is_of_somebody_unclear(page: Page, deed: Deed) -> bool:
    """Tell 'his meetings with A and B' where it is not known whose: A and B met him, not each other."""
    owners = deed.token.children_by("poss") if deed.sighting.trigger.meeting else []
    return any(owner.tag == "PRP$" and page.entity_of(page.mention_of(owner)) is None for owner in owners)


def _with(speakers: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    there = {party.entity for party in others} - {None}
    added = [party for party in speakers if party.entity not in there]
    return tuple(sorted((*added, *others), key=lambda party: party.start))


def _verb_above(noun: Token) -> Token | None:
    """Give the verb beside which a meeting is mentioned: 'said in a meeting with'."""
    above = noun.head.head
    if noun.dep == "pobj" and (
        (noun.head.lower == "of" and above.lemma in _PARTS) or (noun.head.lower == "to" and above.lemma in _ADDRESSES)
    ):
        noun = above
    if noun.dep != "pobj" or noun.head.lower not in _BESIDE_MEETING:
        return None
    for above in noun.head.ancestors():
        if above.pos in {"VERB", "AUX"}:
            return above
        if above.dep not in {"dobj", "prep", "pobj"}:
            return None
    return None


def _speakers(page: Page, told: Told, verb: Token) -> tuple[Party, ...]:
    statement = told.at_cue(verb)
    speaker = speaker_of(statement) if statement else None
    if speaker is not None and speaker.entity is not None:
        return (speaker,)
    sighting = sighting_at(page, verb)
    acts = sighting is not None and sighting.kind in _BY_SUBJECT
    if statement is None and not acts and not _makes_remark(verb):
        return ()
    return tuple(party for noun in Frame(verb).subjects for party in parties_of(page, noun))


def _makes_remark(verb: Token) -> bool:
    """Tell 'made the remark in a meeting with', which puts the speaker there."""
    return verb.lemma in _SPEAKING or any(noun.lemma in _REMARKS for noun in verb.children_by("dobj", "nsubjpass"))


def _known(page: Page, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out pronouns of which it is not known whom they mean."""
    return tuple(
        party
        for party in parties
        if party.entity is not None or page.text[party.start : party.end].lower() not in PRONOUNS
    )


def _others(page: Page, parties: Sequence[Party], actors: Sequence[Party], *, is_outward: bool) -> tuple[Party, ...]:
    """Leave out of the recipients whoever acts, and 'his country': nobody does an act to themselves."""
    acting = {party.entity for party in actors} - {None}
    if is_outward:
        acting |= {own for party in actors if (own := _state_of(page, party))}
    return tuple(party for party in parties if party.entity not in acting and not (actors and _is_own(page, party)))


def _is_own(page: Page, party: Party) -> bool:
    words = page.text[party.start : party.end].lower().split()
    return party.entity is None and words[0] in _HIS and words[-1] in _OWN


def _resolve_sides(page: Page, deeds: Sequence[Deed]) -> None:
    """Let 'the two sides' be the two who acted together before, and 'the two ministers' the two people who did.

    Sides that accuse or strike are two that fought or made peace; who only met need not be at odds. The only two of a
    report are meant however far back they stand.
    """
    told: list[tuple[int, bool, tuple[Party, ...]]] = []
    for deed in deeds:
        number = deed.token.sentence.number
        at_odds = deed.kind in _AT_ODDS
        fitting = [each for each in told if not at_odds or each[1]]
        alone = len({frozenset(party.entity for party in pair) for _, _, pair in fitting}) == 1
        near = [pair for at, _, pair in fitting if alone or 0 <= number - at <= _NEAR]
        pairs = {False: near[-1]} if near else {}
        people = [pair for pair in near if all(_is_person(page, party) for party in pair)]
        if people:
            pairs[True] = people[-1]
        deed.actors = tuple(new for party in deed.actors for new in _sides(page, party, pairs, at_odds=at_odds))
        deed.recipients = tuple(new for party in deed.recipients for new in _sides(page, party, pairs, at_odds=at_odds))
        both = deed.actors if len(deed.actors) == _PAIR else (*deed.actors, *deed.recipients)
        named = tuple({party.entity: party for party in both if party.entity}.values())
        if len(named) == _PAIR == len(both) and deed.actors:
            told.append((number, deed.kind in _OF_FOES, named))


def _sides(page: Page, party: Party, pairs: Mapping[bool, tuple[Party, ...]], *, at_odds: bool) -> tuple[Party, ...]:
    noun = next((token for token in page.tokens_in(party.start, party.end) if is_pair(token)), None)
    if party.entity is not None or noun is None:
        return (party,)
    if not pairs and at_odds:
        return (party,)
    if not pairs:
        group = tuple(one.id for one in page.group_of(page.actor_mention(noun))) or two_before(page, noun)
        return tuple(Party(one, party.start, party.end) for one in group) or (party,)
    of_states = noun.lemma.lower() in _OF_STATES
    pair = pairs.get(not of_states) or (pairs.get(False, ()) if noun.lower in {"both", "two"} else ())
    found = [_state_of(page, one) if of_states else one.entity for one in pair]
    if None in found or len(set(found)) < _PAIR or (of_states and not all(_is_side(page, one) for one in found)):
        return (party,)
    return tuple(Party(one, party.start, party.end) for one in found)


def _is_side(page: Page, one: str | None) -> bool:
    """Tell who can be a side: states and bodies, and those known by kind only; no two people of no state."""
    entity = page.entities.get(one or "")
    return entity is not None and entity.kind != "person"


def two_before(page: Page, noun: Token) -> tuple[str, ...]:
    """Give the two of a kind that the words before speak of, where they speak of no third; empty otherwise."""
    kind = "state" if noun.lemma.lower() in _OF_STATES else "person"
    sentence = noun.sentence
    for number in (sentence.number, sentence.number - 1):
        if number < 0 or page.zone_at(page.sentences[number].start) != page.zone_at(noun.start):
            break
        words = [token for token in page.sentences[number].tokens if token.i < noun.i]
        found = {_kind_at(page, token, kind): None for token in words}
        found.pop(None, None)
        if len(found) > _PAIR:
            break
        if len(found) == _PAIR:
            return tuple(one for one in found if one)
    return ()


def _kind_at(page: Page, token: Token, kind: str) -> str | None:
    for mention in page.mentions_at(token):
        entity = page.entity_of(mention)
        if entity is not None and entity.kind == kind:
            return entity.id
    return None


def _state_of(page: Page, party: Party) -> str | None:
    """Give the state that somebody acts for; themselves where they are one, or of no state."""
    one = page.entities.get(party.entity or "")
    if one is None or one.kind == "state" or one.country is None:
        return party.entity
    states = (each.id for each in page.entities.values() if each.kind == "state" and each.country == one.country)
    return next(states, party.entity)
