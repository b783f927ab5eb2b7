"""Tell how acts stand in sentences of our own: asserted or negated, actual or only planned, now or past; print F1 per field.

    python benchmarks/modality.py [FILE.tsv] [--half even|odd] [--errors] [--predict OUT]

FILE has the columns trigger, polarity, modality, time_ref and sentence; a trigger `-` wants no act at all. A field counts as
found where an act with that trigger is read and the field is right; acts where none is wanted count against every field.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.events import read_events
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.statements import read_statements
from dragoman.records import Event, Report, Zone

SENTENCES = Path(__file__).parent / "sets" / "modality.tsv"
FIELDS = ("polarity", "modality", "time_ref")
PUBLISHED = date(2020, 5, 4)
_STEM = 4


class Case(NamedTuple):
    """A sentence, the trigger of its act, and how the act stands; a trigger `-` where there is none."""

    trigger: str
    polarity: str
    modality: str
    time_ref: str
    sentence: str


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("path", nargs="?", type=Path, default=SENTENCES)
    asked.add_argument("--half", choices=["all", "even", "odd"], default="all")
    asked.add_argument("--errors", action="store_true")
    asked.add_argument("--predict", type=Path)
    wanted = asked.parse_args()
    cases = cases_of(wanted.path)
    cases = cases[wanted.half == "odd" :: 2] if wanted.half != "all" else cases
    told = [told_of(case) for case in cases]
    print_figures(cases, told)
    if wanted.errors:
        print_errors(cases, told)
    if wanted.predict:
        rows = ("\t".join(getattr(event, field) if event else "-" for field in FIELDS) for event in told)
        wanted.predict.write_text("\n".join(rows) + "\n", encoding="utf-8")


def cases_of(path: Path) -> list[Case]:
    """Read a file of cases."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Case(*line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def page_of(sentence: str) -> Page:
    """Lay a sentence open as a report of one day."""
    report = Report(
        id="sentence", raw="", uri="", text=sentence, text_sha256="", published=PUBLISHED.isoformat(),
        published_from=PUBLISHED, published_to=PUBLISHED, published_basis="metadata",
    )  # fmt: skip
    zones = (Zone(report=report.id, start=0, end=len(sentence), kind="story", rule="all"),)
    parse = parse_report(report, zones, parser("en_core_web_sm"))
    mentions, days = read_mentions(Page(report, zones, parse))
    entities, links = read_entities(Page(report, zones, parse, mentions, (), (), days))
    return Page(report, zones, parse, mentions, links, entities, days)


def told_of(case: Case) -> Event | None:
    """Give the act read at the trigger, or the only one; where no act is wanted, any."""
    page = page_of(case.sentence)
    events = read_events(page, read_statements(page))
    if case.trigger == "-":
        return events[0] if events else None
    named = next((event for event in events if case.trigger[:_STEM] in _words_of(page, event)), None)
    return events[0] if named is None and len(events) == 1 else named


def _words_of(page: Page, event: Event) -> set[str]:
    places = [(event.start, event.end), *((span.start, span.end) for span in event.spans)]
    return {word.lower()[:_STEM] for start, end in places for word in page.text[start:end].split()}


def print_figures(cases: Sequence[Case], told: Sequence[Event | None]) -> None:
    """Print F1 for each field, and for all three together."""
    wanted, given = sum(case.trigger != "-" for case in cases), sum(event is not None for event in told)
    print(f"n={len(cases)} acts wanted={wanted} given={given}")
    for fields in (*((field,) for field in FIELDS), FIELDS):
        right = sum(_is_right(case, event, fields) for case, event in zip(cases, told, strict=True))
        print(f"{'+'.join(fields):28s} F1={2 * right / (wanted + given):.3f}")


def _is_right(case: Case, event: Event | None, fields: Sequence[str]) -> bool:
    if case.trigger == "-" or event is None:
        return False
    return all(getattr(case, field) == getattr(event, field) for field in fields)


def print_errors(cases: Sequence[Case], told: Sequence[Event | None]) -> None:
    """Print what was read wrong."""
    for case, event in zip(cases, told, strict=True):
        said = f"{event.kind} {event.polarity} {event.modality} {event.time_ref} ({event.rule})" if event else "-"
        if (case.trigger == "-") != (event is None) or (event is not None and not _is_right(case, event, FIELDS)):
            print(f"{case.trigger} {case.polarity} {case.modality} {case.time_ref} | {said} | {case.sentence}")


if __name__ == "__main__":
    main()
