"""Events of a report in PLOVER's types: who did what to whom, when and where, in whose words, and whether it happened."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.reading.events.admission import is_admitted, is_named
from dragoman.reading.events.casting import cast
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.meetings import gather
from dragoman.reading.events.rows import meeting_row, row_of, spans_of, where, words_row
from dragoman.reading.events.words_as_deeds import Told, addressee_of, speaker_of
from dragoman.reading.page import Page
from dragoman.records import Event, Party, Statement

ZONES = frozenset({"title", "story", "caption", "dateline"})


def read_events(page: Page, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Read the events of a report, in the order of the text.

    Args:
        page: The report with its mentions and entities.
        statements: Its statements; an act told inside one has it as voice, and words that are deeds
            get an event of their own.

    Source:
        PLOVER 2.0 manual; CAMEO codes and Goldstein values beside it.
    """
    told = Told(statements)
    deeds = [
        deed
        for sentence in page.sentences
        if page.zone_at(sentence.start) in ZONES
        for deed in deeds_in(page, sentence)
    ]
    cast(page, told, deeds)
    rows = [meeting_row(page, told, meeting) for meeting in gather(page, [deed for deed in deeds if _is_held(deed)])]
    others = (deed for deed in deeds if not _is_held(deed))
    admitted = (deed for deed in others if is_admitted(page, deed, placed=where(page, deed) is not None))
    rows.extend(row_of(page, told, deed) for deed in _once(admitted))
    rows.extend(_of_words(page, told, _starts(deeds)))
    rows.sort(key=lambda row: (row.start, row.end, row.kind))
    return tuple(rows)


def _is_held(deed: Deed) -> bool:
    """Tell a meeting that took place."""
    return deed.kind == "CONSULT" and deed.standing.modality == "actual" and deed.standing.polarity == "asserted"


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


def _of_words(page: Page, told: Told, taken: Sequence[int]) -> Iterator[Event]:
    """Give an event for each statement that is a deed towards somebody and that no trigger has told yet."""
    for kind, statement in told.deeds():
        speaker, addressee = speaker_of(statement), addressee_of(page, statement)
        if speaker is None or addressee is None or not is_named(page, speaker):
            continue  # to nobody in particular: it stays a statement
        start, end = statement.cue_start or 0, statement.cue_end or 0
        if not any(start <= at < end for at in taken):
            yield words_row(page, kind, statement, speaker, addressee)
