"""A report: its words with layers, its zones, the facts in the margin, its origin and copies."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.marking import Piece, Stretch, cut
from dragoman.web.page import Head, Line, Page

LAYERS = ("statements", "events", "offices", "places", "days")
_FURNITURE = frozenset({"chrome", "comments", "credit", "licence", "byline"})
_PARAGRAPH = re.compile(r"[^\n]+")


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: layers to show, and the fact to stand out."""

    id: str
    layers: tuple[str, ...] = ()
    fact: str = ""


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph.

    Args:
        start: Where it begins in the report.
        zone: What it is: title, dateline, byline, story, caption, credit, licence, chrome, comments.
        furniture: Whether it belongs to the page and not to the report.
        pieces: Its words cut at their marks.
        notes: Facts that begin in it.
    """

    start: int
    zone: str
    furniture: bool
    pieces: tuple[Piece, ...]
    notes: tuple[Line, ...]


class Copy(Head, frozen=True, kw_only=True):
    """Another report of the same family.

    Args:
        origin: The report it repeats; None if it is the origin.
        relation: How: same, near, excerpt, rewrite.
        similarity: Part of the text they share, 0 to 1.
        credit: Whether it credits the origin.
    """

    origin: str | None
    relation: str | None
    similarity: float | None
    credit: bool | None


class ReportPage(Page, frozen=True, kw_only=True):
    """A report.

    Args:
        report: Its id, outlet, day and what it is known from, address, digest and size of its bytes.
        paragraphs: Its words, paragraph by paragraph.
        layers: Layers shown.
        facts: Its facts in the order of its words.
        family: Its origin and the other copies of it.
    """

    report: dict[str, Any]
    paragraphs: tuple[Paragraph, ...]
    layers: tuple[str, ...]
    facts: tuple[Line, ...]
    family: tuple[Copy, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the facts."""
        return self.facts


def make(desk: Desk, asked: Asked) -> ReportPage:
    """Lay a report open."""
    found = desk.ask("page_report", id=asked.id)
    if not found:
        raise UsageError(f"no report has an id that begins with {asked.id!r}; the facts lead to those there are")
    report = found[0]
    text, row = report.pop("text"), report["id"]
    layers = tuple(one for one in LAYERS if one in asked.layers) or LAYERS[:2]
    facts = desk.ask("page_report_facts", id=row)
    marks = [mark for mark in desk.rows("page_report_marks", Stretch, id=row) if mark.layer in layers]
    return ReportPage(
        title=report["title"] or "A report without a title",
        queries=("page_report", "page_report_marks", "page_report_zones", "page_report_facts", "page_report_copies"),
        report=report,
        paragraphs=tuple(_paragraphs(text, desk.ask("page_report_zones", id=row), marks, facts, asked.fact or None)),
        layers=layers,
        facts=tuple(msgspec.convert(facts, list[Line])),
        family=tuple(desk.rows("page_report_copies", Copy, id=row)),
    )


def _paragraphs(
    text: str,
    zones: Sequence[Mapping[str, Any]],
    marks: Sequence[Stretch],
    facts: Sequence[Mapping[str, Any]],
    here: str | None,
) -> list[Paragraph]:
    made = []
    for low, high, zone in _lines(text, zones):
        notes = msgspec.convert([fact for fact in facts if low <= fact["start"] < high], list[Line])
        near = [mark for mark in marks if mark.start < high and mark.end > low]
        pieces = tuple(cut(text[low:high], low, near, here))
        made.append(Paragraph(start=low, zone=zone, furniture=zone in _FURNITURE, pieces=pieces, notes=tuple(notes)))
    return made


def _lines(text: str, zones: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """Give the lines of the text with their zone; what no zone covers is furniture."""
    edges = sorted({0, len(text), *(zone[edge] for zone in zones for edge in ("start", "end"))})
    return [
        (low + line.start(), low + line.end(), _zone_at(low, zones))
        for low, high in pairwise(edges)
        for line in _PARAGRAPH.finditer(text[low:high])
        if line.group().strip()
    ]


def _zone_at(point: int, zones: Sequence[Mapping[str, Any]]) -> str:
    """Name the narrowest zone over a point."""
    over = [zone for zone in zones if zone["start"] <= point < zone["end"]]
    return str(min(over, key=lambda zone: zone["end"] - zone["start"])["kind"]) if over else "chrome"
