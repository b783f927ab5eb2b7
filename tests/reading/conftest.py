"""Sentences laid open as pages, for every test of a reader of sentences."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

import pytest

from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.records import Parse, Report, Zone, row_id, sha256_of


class PageOf(Protocol):
    """Lays open a text of ours as one report; see `page_of`."""

    def __call__(  # noqa: PLR0913 - each says one thing of a report
        self,
        text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
        captions: Sequence[str] = (),
        mentions: bool = True,
        entities: bool = True,
    ) -> Page: ...


def lay_open(  # noqa: PLR0913 - each says one thing of a report
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    captions: Sequence[str] = (),
    mentions: bool = True,
    entities: bool = True,
) -> Page:
    """Lay open a text of ours as one report, with mentions and entities read unless told not to.

    Args:
        text: Paragraphs of the story, one a line.
        title: Its headline, put before the story.
        published: Day of publication, as '2016-04-07'.
        outlet: Name of the outlet.
        captions: Lines of the text that stand under a picture.
        mentions: Whether mentions and days are read.
        entities: Whether mentions are linked; needs mentions.
    """
    report, zones, parse = _parsed(text, title, published, outlet, tuple(captions))
    page = Page(report, zones, parse)
    if not mentions:
        return page
    found, days = read_mentions(page)
    page = Page(report, zones, parse, found, days=days)
    if not entities:
        return page
    things, links = read_entities(page)
    return Page(report, zones, parse, found, links, things, days)


@lru_cache(maxsize=512)
def _parsed(
    text: str, title: str | None, published: str | None, outlet: str | None, captions: tuple[str, ...]
) -> tuple[Report, tuple[Zone, ...], Parse]:
    whole = f"{title}\n\n{text}" if title else text
    report = Report(
        id=row_id("report", whole),
        raw=sha256_of(whole.encode()),
        uri="test:",
        outlet=outlet,
        title=title,
        published=published,
        published_from=date.fromisoformat(published) if published else None,
        published_to=date.fromisoformat(published) if published else None,
        published_basis="metadata" if published else "unknown",
        language="en",
        text=whole,
        text_sha256=sha256_of(whole.encode()),
    )
    zones = _zones(report, title, captions)
    return report, zones, parse_report(report, zones, parser("en_core_web_sm"))


def _zones(report: Report, title: str | None, captions: tuple[str, ...]) -> tuple[Zone, ...]:
    zones, start = [], 0
    for line in report.text.splitlines(keepends=True):
        kind = "title" if title and start == 0 else "caption" if line.strip() in captions else "story"
        zones.append(Zone(report=report.id, start=start, end=start + len(line), kind=kind, rule="test"))
        start += len(line)
    return tuple(zones)


@pytest.fixture(scope="session")
def page_of() -> PageOf:
    return lay_open
