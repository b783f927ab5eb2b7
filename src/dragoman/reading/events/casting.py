"""Who takes part beyond an act's own places: the speaker, 'the two sides', and nobody whose pronoun is unclear."""

from collections.abc import Sequence

from dragoman.reading.clauses import Frame
from dragoman.reading.events.admission import PRONOUNS
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.parties import parties_of
from dragoman.reading.events.words_as_deeds import Told, speaker_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party

_NEAR = 4  # sentences
_PAIR = 2
_SIDES = frozenset({
    "the two sides", "both sides", "the two countries", "both countries", "the two nations", "the sides",
    "the two neighbors", "the two neighbours",
})  # fmt: skip
_BESIDE_MEETING = frozenset({"in", "during", "at", "after", "before", "following"})


def cast(page: Page, told: Told, deeds: Sequence[Deed]) -> None:
    """Fill the cast of a report's acts, in the order of the text."""
    for deed in deeds:
        _take_speaker(page, told, deed)
        deed.actors = _known(page, deed.actors)
        deed.recipients = _others(_known(page, deed.recipients), deed.actors)
    _resolve_sides(page, deeds)


def _take_speaker(page: Page, told: Told, deed: Deed) -> None:
    """Let the speaker of the clause take part in the meeting it was said in, and in the words that are a deed."""
    statement = told.at_cue(deed.token)
    if statement is not None and not deed.actors:
        speaker = speaker_of(statement)
        deed.actors = (speaker,) if speaker else ()
    if "speaker" in deed.sighting.trigger.actor and len(deed.actors) == 1:
        verb = _verb_above(deed.token)
        if verb is not None:
            deed.actors = _with(_speakers(page, told, verb), deed.actors)


def _with(speakers: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    there = {party.entity for party in others} - {None}
    added = [party for party in speakers if party.entity not in there]
    return tuple(sorted((*added, *others), key=lambda party: party.start))


def _verb_above(noun: Token) -> Token | None:
    """Give the verb beside which a meeting is mentioned: 'said in a meeting with'."""
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
    if speaker is not None:
        return (speaker,)
    return tuple(party for noun in Frame(verb).subjects for party in parties_of(page, noun))


def _known(page: Page, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out pronouns of which it is not known whom they mean."""
    return tuple(
        party
        for party in parties
        if party.entity is not None or page.text[party.start : party.end].lower() not in PRONOUNS
    )


def _others(parties: Sequence[Party], actors: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out of the recipients whoever acts: nobody does an act to themselves."""
    acting = {party.entity for party in actors} - {None}
    return tuple(party for party in parties if party.entity not in acting)


def _resolve_sides(page: Page, deeds: Sequence[Deed]) -> None:
    """Let 'the two sides' be the two of the act before, where it has just two."""
    pair: tuple[Party, ...] = ()
    at = -_NEAR
    for deed in deeds:
        number = deed.token.sentence.number
        if pair and number - at <= _NEAR:
            deed.actors = tuple(new for party in deed.actors for new in _sides(page, party, pair))
        named = [party for party in (*deed.actors, *deed.recipients) if party.entity is not None]
        if len(named) == _PAIR:
            pair, at = tuple(named), number


def _sides(page: Page, party: Party, pair: Sequence[Party]) -> tuple[Party, ...]:
    if party.entity is not None or page.text[party.start : party.end].lower() not in _SIDES:
        return (party,)
    return tuple(Party(one.entity, party.start, party.end) for one in pair)
