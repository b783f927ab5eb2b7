"""Which word tells the act of a marked pair: the trigger whose act the marked words fill best, else the word that joins them."""

from tools.events.corpora import Example

from dragoman.models import parser
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.proposals import carrier_of
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.records import Mention, Party, Report, Zone

Spans = list[tuple[str, int, int]]
_OUTSIDE, _FITTING = 40, 2


def answer(example: Example, number: int) -> int | None:
    """Give where the word starts that tells the act of a pair; None where the marked words are not joined by one."""
    text = example.text
    report = Report(id=str(number), raw="", uri="", text=text, text_sha256="")
    zones = (Zone(report=report.id, start=0, end=len(text), kind="story", rule="all"),)
    spans = [(side, *span) for side, found in example.sides.items() for span in found]
    mentions = [
        Mention(id=str(i), report=report.id, start=start, end=end, text=text[start:end], kind="body", rule="marked")
        for i, (_, start, end) in enumerate(spans)
    ]
    page = Page(report, zones, parse_report(report, zones, parser("en_core_web_sm")), mentions)
    deeds = [deed for sentence in page.sentences for deed in deeds_in(page, sentence)]
    best = max(deeds, key=lambda deed: (_fit(deed, spans), -_distance(deed, spans)), default=None)
    if best is not None and _fit(best, spans) >= _FITTING:
        return best.token.start
    sides = [page.tokens_in(*example.sides[side][0]) for side in "st" if side in example.sides]
    joint = carrier_of(*sides) if len(sides) > 1 and all(sides) else None
    return joint.start if joint else None


def _fit(deed: Deed, spans: Spans) -> int:
    source = any(_overlaps(deed.actors, span) for span in spans if span[0] == "s")
    target = any(_overlaps(deed.recipients, span) for span in spans if span[0] == "t")
    both = any(_overlaps(deed.actors, span) for span in spans if span[0] == "t")
    return 2 * source + 2 * (target or (source and both)) + (1 if both and not source else 0)


def _overlaps(parties: tuple[Party, ...], span: tuple[str, int, int]) -> bool:
    return any(party.start < span[2] and span[1] < party.end for party in parties)


def _distance(deed: Deed, spans: Spans) -> int:
    middle = sorted((span[1] + span[2]) / 2 for span in spans)
    at = deed.token.start
    inside = bool(middle) and middle[0] <= at <= middle[-1]
    return int(sum(abs(at - place) for place in middle)) + (0 if inside else _OUTSIDE)
