"""An act told in the headline and again in the story is one act."""

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.records import Event, Party, Span


def without_echoes(rows: Sequence[Event]) -> list[Event]:
    """Give acts without those of a headline that the story tells too; the story's keep the headline's words as a span."""
    story = [row for row in rows if row.zone == "story"]
    joined: dict[str, Event] = {}
    dropped: set[str] = set()
    for row in rows:
        told = next((each for each in story if row.zone == "title" and _is_same(row, each)), None)
        if told is not None:
            held = joined.get(told.id, told)
            joined[told.id] = replace(held, spans=(*held.spans, Span(row.start, row.end)))
            dropped.add(row.id)
    return [joined.get(row.id, row) for row in rows if row.id not in dropped]


def _is_same(headline: Event, told: Event) -> bool:
    acts = [(row.kind, row.modality, row.polarity) for row in (headline, told)]
    return acts[0] == acts[1] and _meet(headline.actors, told.actors) and _meet(headline.recipients, told.recipients)


def _meet(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Tell whether two sides name one party in common, or one of them names nobody."""
    named = [{party.entity for party in side} - {None} for side in (one, other)]
    return not named[0] or not named[1] or bool(named[0] & named[1])
