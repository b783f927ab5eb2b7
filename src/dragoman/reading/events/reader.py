"""Events of a report in PLOVER's types: who did what to whom, when and where, in whose words, and whether it happened."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.reading.events.admission import TO_WHOM, is_admitted, is_named
from dragoman.reading.events.casting import cast
from dragoman.reading.events.context import TO_PARTNER, Encounter, encounters, partner_of
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.echoes import without_echoes
from dragoman.reading.events.meetings import gather, is_held
from dragoman.reading.events.modality import standing_of
from dragoman.reading.events.rows import meeting_row, row_of, spans_of, where, words_row
from dragoman.reading.events.second_look import added, looked_over
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.events.words_as_deeds import Told, aimed_at, others
from dragoman.reading.page import Page
from dragoman.records import Event, Party, Statement

# To nobody these may be anything: 'offered testimony', 'refused to say'.
_GIVEN = frozenset({"accuse", "condemn", "criticise", "decline", "invite", "offer", "propose", "refuse"})
ZONES = frozenset({"title", "story", "caption", "dateline"})


def read_events(page: Page, statements: Sequence[Statement], weigher: Weigher | None = None) -> tuple[Event, ...]:
    """Read the events of a report, in the order of the text.

    Args:
        page: The report with its mentions and entities.
        statements: Its statements; an act told inside one has it as voice, and words that are deeds
            get an event of their own.
        weigher: The network that looks at acts a second time; the rules stand alone without it.

    Source:
        PLOVER 2.0 manual; CAMEO codes and Goldstein values beside it.
    """
    told = Told(statements)
    sentences = [sentence for sentence in page.sentences if page.zone_at(sentence.start) in ZONES]
    deeds = [deed for sentence in sentences for deed in deeds_in(page, sentence)]
    cast(page, told, deeds)
    rows = [meeting_row(page, told, meeting) for meeting in gather(page, deeds)]
    others = (deed for deed in deeds if not is_held(deed) and not deed.sighting.trigger.presence)
    admitted = [deed for deed in others if is_admitted(page, deed, placed=where(page, deed) is not None)]
    taken = _starts((*admitted, *filter(is_held, deeds)))
    in_words = _of_words(page, told, taken, admitted, encounters(page, deeds))
    rows.extend(without_echoes([*(row_of(page, told, deed) for deed in _once(admitted)), *in_words]))
    rows = list(looked_over(page, rows, weigher))
    if weigher is not None:
        rows.extend(added(page, told, sentences, {deed.token.i for deed in deeds}, weigher))
    rows.sort(key=lambda row: (row.start, row.end, row.kind))
    return tuple(rows)


def _once(deeds: Iterable[Deed]) -> Iterator[Deed]:
    """Leave out what one sentence tells twice: the same act by the same towards the same."""
    seen: set[tuple[object, ...]] = set()
    for deed in deeds:
        key = (deed.token.sentence.number, deed.kind, deed.standing, _who(deed.actors), _who(deed.recipients))
        if key not in seen:
            seen.add(key)
            yield deed


def _who(parties: Iterable[Party]) -> tuple[object, ...]:
    return tuple(party.entity or (party.start, party.end) for party in parties)


def _starts(deeds: Iterable[Deed]) -> list[int]:
    """Give where the words of acts already read stand: their trigger and the noun that goes with it."""
    return [start for deed in deeds for start in (deed.token.start, *(span.start for span in spans_of(deed)))]


def _of_words(
    page: Page, told: Told, taken: Sequence[int], admitted: Sequence[Deed], met: Sequence[Encounter]
) -> Iterator[Event]:
    """Give an event for statements that are a deed and that no trigger has told yet.

    What PLOVER wants somebody for needs one; so does what only a noun tells, as 'the request'. An offer told inside
    plain words, 'he said that Chad was ready to talk', is told once.
    """
    for words in told.deeds(page):
        start, end = words.statements[0].cue_start or 0, words.statements[0].cue_end or 0
        standing = standing_of(words.cue)
        if standing is None or any(start <= at < end for at in taken):
            continue
        if words.is_plain and any(words.kind == deed.kind and words.holds(deed.token) for deed in admitted):
            continue
        speakers = tuple(speaker for speaker in words.speakers if is_named(page, speaker))
        recipients = others(page, speakers, aimed_at(page, words))
        if not recipients and words.kind in TO_PARTNER:
            recipients = partner_of(page, met, speakers, words.cue)
        needed = words.kind in TO_WHOM or words.act in _GIVEN or words.is_plain or words.cue.pos not in {"VERB", "AUX"}
        if not recipients:
            speakers = tuple(speaker for speaker in speakers if speaker.entity is not None)
        if speakers and (recipients or not needed):
            yield words_row(page, words, standing, speakers, recipients)
