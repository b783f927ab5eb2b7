"""Acts written down as rows: fields, codes and prior of each."""

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.lexicon.plover import cameo_of, contexts_by_word
from dragoman.reading.events.counts import Count
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.magnitudes import Toll, size_of, toll_of
from dragoman.reading.events.meetings import Meeting
from dragoman.reading.events.modality import Standing
from dragoman.reading.events.places import Place, place_among, place_of
from dragoman.reading.events.words_as_deeds import Told, Words
from dragoman.reading.page import Page
from dragoman.reading.syntax import CLAUSE_DEPS, Token
from dragoman.reading.when import day_of
from dragoman.records import Day, Event, Party, Span, row_id

_MOST_CONTEXTS = 4
# Priors by how an act was told, set by eye; `event_scores.toml` turns them into shares of right acts.
_VERB, _CLAUSE, _NOUN, _WORDS, _WORDS_TO_NOBODY = 0.8, 0.75, 0.6, 0.65, 0.5
MODALITIES = {"promise": "planned", "offer": "offered", "invite": "offered", "propose": "offered"}
_GATHERED = 0.6
_UNKNOWN = 0.85  # what a party known by kind only, or an act that lies ahead, takes off
_PRESENT = frozenset({"VBP", "VBZ", "JJ"})
_WORDS_ALONE = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_MONTH = 31
_ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
_ONTO = ("on", "against", "of", "from", "to")


def row_of(page: Page, told: Told, deed: Deed) -> Event:
    """Give the row of an act."""
    is_deadly = deed.kind == "ASSAULT" or (deed.kind == "PROTEST" and deed.alone)
    toll = toll_of(deed.token.sentence, deed.token, alone=deed.alone) if is_deadly else Toll()
    size = size_of(page, deed.kind, deed.mode, deed.sighting.frame, alone=deed.alone)
    cameo, goldstein = cameo_of(deed.kind, deed.mode)
    day = day_of(page, deed.token)
    place = where(page, deed)
    event = Event(
        id=row_id(page.report.id, "event", deed.kind, deed.token.start, deed.token.end),
        report=page.report.id,
        zone=page.zone_at(deed.token.start),
        kind=deed.kind,
        mode=deed.mode,
        contexts=_contexts_of(deed),
        actors=deed.actors,
        recipients=deed.recipients,
        polarity=deed.standing.polarity,
        modality=deed.standing.modality,
        time_ref=_time_ref(page, deed, day),
        voice=_voice_of(told, deed),
        start=deed.token.start,
        end=deed.token.end,
        spans=spans_of(deed),
        cameo=cameo,
        goldstein=goldstein,
        score=_score_of(deed),
        rule=f"{deed.sighting.kind.lower()}:{deed.token.lemma.lower()}",
    )
    counted = replace(
        event,
        **_columns("killed", toll.killed),
        **_columns("injured", toll.injured),
        **_columns("size", size.count if size else None),
        size_unit=size.unit if size else None,
    )
    return _spoken(told, deed, _dated(_placed(counted, place), day))


def _columns(name: str, count: Count | None) -> dict[str, int | None]:
    """Give the columns of a number: its bounds and where its words stand."""
    if count is None:
        return {}
    return {
        f"{name}_low": count.low,
        f"{name}_high": count.high,
        f"{name}_start": count.start,
        f"{name}_end": count.end,
    }


def _spoken(told: Told, deed: Deed, event: Event) -> Event:
    """Give words that are a deed the day they were spoken on: 'we are ready to help', said on Friday."""
    said = told.called(event.voice)
    is_now = deed.token.tag in _PRESENT and event.kind in _WORDS_ALONE
    if said is None or said.day is None or event.day_basis is not None or not is_now:
        return event
    return replace(event, day=said.day, day_from=said.day_from, day_to=said.day_to, day_basis=said.day_basis)


def where(page: Page, deed: Deed) -> Place | None:
    """Give where an act happened; what is bombed, taken or left is such a place too."""
    found = place_of(page, deed.token, _partners(deed))
    if found is not None or deed.kind not in _ON_THE_SPOT:
        return found
    frame = deed.sighting.frame
    onto = (word for word in _ONTO if word != "of" or not any(noun.pos == "PROPN" for noun in frame.objects))
    return place_among(page, [*frame.objects, *(noun for word in onto for noun in frame.under(word))])


def _partners(deed: Deed) -> list[Token]:
    if deed.kind != "CONSULT":
        return []
    nouns = [*deed.sighting.frame.under("with"), *deed.sighting.frame.objects]
    beside = [name for noun in nouns for name in noun.children_by("appos")]
    return [*nouns, *beside, *(name for noun in beside for name in noun.children_by("appos"))]


def _placed(event: Event, place: Place | None) -> Event:
    if place is None:
        return event
    return replace(
        event, place=place.entity, place_start=place.start, place_end=place.end, place_precision=place.precision
    )


def _dated(event: Event, day: Day | None) -> Event:
    if day is None or (day.value or "").startswith("P"):  # a length of time is no day
        return event
    return replace(
        event,
        day=day.value,
        day_from=day.day_from,
        day_to=day.day_to,
        day_start=day.start,
        day_end=day.end,
        day_basis=day.basis,
    )


def _time_ref(page: Page, deed: Deed, day: Day | None) -> str:
    if deed.standing.time_ref != "now" or day is None or day.day_to is None:
        return deed.standing.time_ref
    published = page.published
    if published is None:
        return "past" if _is_year_only(day) else "now"
    return "past" if (published.first - day.day_to).days > _MONTH else "now"


def _is_year_only(day: Day) -> bool:
    """Tell a bare year, by which a report places what lies well behind it."""
    return day.value is not None and day.value.isdecimal()


def _voice_of(told: Told, deed: Deed) -> str | None:
    statement = told.at_cue(deed.token)
    return statement.inside if statement else told.voice_of(deed.token.start)


def spans_of(deed: Deed) -> tuple[Span, ...]:
    """Give the noun that makes a light verb an act: the 'support' of 'voiced support'."""
    trigger = deed.sighting.trigger
    if not trigger.objects or "@party" in trigger.objects or deed.sighting.frame.objects[:1] == []:
        return ()
    noun = deed.sighting.frame.objects[0]
    if any(noun.start < party.end and party.start < noun.end for party in deed.recipients):
        return ()
    return (Span(noun.start, noun.end),)


def _contexts_of(deed: Deed) -> tuple[str, ...]:
    """Give what the act is about, from its entry and the words of its own clause."""
    shown = contexts_by_word()
    found = list(deed.sighting.trigger.contexts)
    for token in _own_clause(deed.token):
        context = shown.get(token.lemma.lower())
        if context is not None and context not in found:
            found.append(context)
    return tuple(found[:_MOST_CONTEXTS])


def _own_clause(token: Token) -> Iterator[Token]:
    stack = [token]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(child for child in reversed(here.children) if child.dep not in CLAUSE_DEPS or child.pos == "NOUN")


def _score_of(deed: Deed) -> float:
    trigger = deed.sighting.trigger
    score = trigger.score or (_CLAUSE if trigger.clause else _VERB if deed.token.pos in {"VERB", "AUX"} else _NOUN)
    for party in (*deed.actors, *deed.recipients):
        if party.entity is None:
            score *= _UNKNOWN
            break
    return round(score if deed.standing.modality == "actual" else score * _UNKNOWN, 2)


def meeting_row(page: Page, told: Told, meeting: Meeting) -> Event:
    """Give one event for all mentions of a meeting: day and place from the first that states each."""
    first = next((deed for deed in meeting.deeds if page.zone_at(deed.token.start) == "story"), meeting.deeds[0])
    days = (day_of(page, deed.token) for deed in meeting.deeds)
    stated = [day for day in days if day is not None]
    day = next((each for each in stated if each.value), stated[0] if stated else None)
    place = next((found for deed in meeting.deeds if (found := where(page, deed))), None)
    cameo, goldstein = cameo_of("CONSULT", meeting.mode)
    fullest = meeting.fullest
    is_visit = bool(fullest.recipients) and not meeting.is_gathering
    hosts = (*fullest.actors, *fullest.recipients)
    visitors = (*fullest.actors, *meeting.companions(hosts)) if is_visit else meeting.parties
    event = Event(
        id=row_id(page.report.id, "event", "CONSULT", first.token.start, first.token.end, *_part_of(first)),
        report=page.report.id,
        zone=page.zone_at(first.token.start),
        kind="CONSULT",
        mode=meeting.mode,
        contexts=_contexts_of(first),
        actors=visitors,
        recipients=fullest.recipients if is_visit else (),
        polarity="asserted",
        modality="actual",
        time_ref=_time_ref(page, first, day),
        voice=_voice_of(told, first),
        occasion=meeting.occasion,
        topics=tuple(meeting.topics),
        start=first.token.start,
        end=first.token.end,
        spans=tuple(Span(deed.token.start, deed.token.end) for deed in meeting.deeds if deed is not first),
        cameo=cameo,
        goldstein=goldstein,
        score=_GATHERED if meeting.is_gathering else max(_score_of(deed) for deed in meeting.deeds),
        rule=f"consult:{first.token.lemma.lower()}",
    )
    return _dated(_placed(event, place), day)


def _part_of(deed: Deed) -> tuple[int, ...]:
    """Give what tells apart the calls that the same words tell: where the partner is named."""
    return (deed.actors[-1].start,) if deed.is_part else ()


def words_row(
    page: Page, words: Words, standing: Standing, speakers: tuple[Party, ...], recipients: tuple[Party, ...]
) -> Event:
    """Give the event that a statement is, as its act has a PLOVER type."""
    statement = words.statements[0]
    start, end = statement.cue_start or 0, statement.cue_end or 0
    cameo, goldstein = cameo_of(words.kind, None)
    negated = statement.polarity == "negated" or standing.polarity == "negated"
    return Event(
        id=row_id(page.report.id, "event", words.kind, start, end),
        report=page.report.id,
        zone=statement.zone,
        kind=words.kind,
        actors=speakers,
        recipients=recipients,
        polarity="negated" if negated else "asserted",
        modality=MODALITIES.get(statement.act, standing.modality),
        time_ref=standing.time_ref,
        voice=statement.inside,
        day=statement.day,
        day_from=statement.day_from,
        day_to=statement.day_to,
        day_basis=statement.day_basis,
        start=start,
        end=end,
        cameo=cameo,
        goldstein=goldstein,
        score=_WORDS if recipients else _WORDS_TO_NOBODY,
        rule=f"words:{statement.act}",
    )
