"""Readable zones through the dependency parser, paragraph by paragraph, into columns."""

import re
from collections.abc import Sequence
from typing import Any

from dragoman.records import Parse, Report, Span, Zone

READABLE = ("title", "dateline", "story", "caption")
_LINE = re.compile(r"[^\n]+")
_LIKE = str.maketrans({"\xa0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "ˈ": "'", "ʹ": "'", "’": "'", "‘": "'"})


def paragraphs_of(text: str, zones: Sequence[Zone]) -> list[tuple[int, str]]:
    """Cut readable zones into lines with their place; odd spaces and apostrophes made plain, one for one."""
    return [
        (zone.start + line.start(), line.group().translate(_LIKE))
        for zone in zones
        if zone.kind in READABLE
        for line in _LINE.finditer(text[zone.start : zone.end])
        if not line.group().isspace()
    ]


def parse_report(report: Report, zones: Sequence[Zone], pipeline: Any) -> Parse:
    """Parse one report's readable zones.

    The pipeline sees the lines of this report together and no others: its arithmetic then depends
    on nothing but the report, whatever batch it came in.
    """
    paragraphs = paragraphs_of(report.text, zones)
    columns = _Columns()
    lines = [line for _, line in paragraphs]
    for (offset, _), document in zip(paragraphs, pipeline.pipe(lines, batch_size=len(lines) or 1), strict=True):
        columns.take(document, offset)
    return columns.row(report.id)


class _Columns:
    """The columns of one report's parse while its paragraphs come in."""

    def __init__(self) -> None:
        self.sentences: list[Span] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.heads: list[int] = []
        self.tags: list[str] = []
        self.pos: list[str] = []
        self.deps: list[str] = []
        self.lemmas: list[str] = []
        self.ents: list[str] = []

    def take(self, document: Any, offset: int) -> None:
        """Append a parsed paragraph that stands at `offset`; spaces that became tokens are left out."""
        place = _places(document, len(self.starts))
        for sentence in document.sents:
            first = len(self.starts)
            for token in sentence:
                if not token.is_space:
                    self._append(token, offset, place)
            if len(self.starts) > first:
                self.sentences.append(Span(first, len(self.starts)))

    def _append(self, token: Any, offset: int, place: dict[int, int]) -> None:
        here = len(self.starts)
        self.starts.append(offset + token.idx)
        self.ends.append(offset + token.idx + len(token.text))
        self.heads.append(place.get(token.head.i, here))
        self.tags.append(token.tag_)
        self.pos.append(token.pos_)
        self.deps.append(token.dep_)
        self.lemmas.append(token.lemma_)
        self.ents.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")

    def row(self, report: str) -> Parse:
        return Parse(
            report=report,
            sentences=tuple(self.sentences),
            starts=tuple(self.starts),
            ends=tuple(self.ends),
            heads=tuple(self.heads),
            tags=tuple(self.tags),
            pos=tuple(self.pos),
            deps=tuple(self.deps),
            lemmas=tuple(self.lemmas),
            ents=tuple(self.ents),
        )


def _places(document: Any, first: int) -> dict[int, int]:
    """Number the tokens that are kept."""
    kept = (token.i for token in document if not token.is_space)
    return {number: first + place for place, number in enumerate(kept)}
