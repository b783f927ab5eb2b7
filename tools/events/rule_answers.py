"""Which word tells the act of a marked pair: the trigger whose act the marked words fill best, else the word that joins them."""

from benchmarks.relations import distance, fit
from tools.events.corpora import Example

from dragoman.models import parser
from dragoman.reading.events.deeds import deeds_in
from dragoman.reading.events.proposals import carrier_of
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.records import Mention, Report, Zone

_FITTING = 2


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
    best = max(deeds, key=lambda deed: (fit(deed, spans), -distance(deed, spans)), default=None)
    if best is not None and fit(best, spans) >= _FITTING:
        return best.token.start
    sides = [page.tokens_in(*example.sides[side][0]) for side in "st" if side in example.sides]
    joint = carrier_of(*sides) if len(sides) > 1 and all(sides) else None
    return joint.start if joint else None
