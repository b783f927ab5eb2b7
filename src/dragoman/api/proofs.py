"""Proving every word list: each entry on its own examples."""

from collections.abc import Iterator

from dragoman.lexicon import days, licences, names, outlets, pages, zones
from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.events.money import faults as money_faults
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.proofs import faults_of_sentences
from dragoman.records import Report, Zone, row_id, sha256_of
from dragoman.settings import Reading


def prove_all() -> list[str]:
    """Give every fault of every list, none when all entries match their examples and no near miss."""
    return [*_plain_lists(), *faults_of_sentences(_lay)]


def _plain_lists() -> Iterator[str]:
    """Prove the lists that need no parse."""
    yield from days.prove(days.day_rules())
    yield from money_faults()
    for listed in (names, outlets, licences, zones, pages):
        yield from listed.faults()


def _lay(sentence: str) -> Page:
    """Lay a sentence open with its mentions resolved."""
    report = Report(
        id=row_id("proof", sentence), raw="", uri="", text=sentence, text_sha256=sha256_of(sentence.encode())
    )
    story = (Zone(report=report.id, start=0, end=len(sentence), kind="story", rule="proof"),)
    parse = parse_report(report, story, parser(Reading().parser))
    mentions, found_days = read_mentions(Page(report, story, parse))
    entities, links = read_entities(Page(report, story, parse, mentions, days=found_days))
    return Page(report, story, parse, mentions, links, entities, found_days)
