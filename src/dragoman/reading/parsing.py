"""Readable zones through the dependency parser, paragraph by paragraph, into columns."""

import re
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import Any

import numpy as np

from dragoman.errors import Refused
from dragoman.reading.word_forms import RULES, word_forms
from dragoman.records import Parse, Report, Span, Zone

LONGEST = 2_000  # words of a sentence
READABLE = ("title", "dateline", "story", "caption")
_PLACES = ("IS_SPACE", "IDX", "LENGTH", "HEAD", "SENT_START")
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

    Raises:
        Refused: `sentence-too-long`; a table or a list of names without a full stop is no report, and costs minutes.
    """
    paragraphs = paragraphs_of(report.text, zones)
    columns = _Columns(pipeline)
    lines = [line for _, line in paragraphs]
    parsed = pipeline.pipe(lines, batch_size=len(lines) or 1, disable=RULES)
    for (offset, _), document in zip(paragraphs, parsed, strict=True):
        columns.take(document, offset)
    longest = max((span.end - span.start for span in columns.sentences), default=0)
    if longest > LONGEST:
        raise Refused(
            "sentence-too-long", f"{longest:,} words without a full stop, more than {LONGEST:,}: a table or a list"
        )
    return columns.row(report.id)


class _Columns:
    """The columns of one report's parse while its paragraphs come in."""

    def __init__(self, pipeline: Any) -> None:
        self.sentences: list[Span] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.heads: list[int] = []
        self.tags: list[str] = []
        self.pos: list[str] = []
        self.deps: list[str] = []
        self.lemmas: list[str] = []
        self.ents: list[str] = []
        self._strings = pipeline.vocab.strings
        self._forms = word_forms(pipeline)

    def take(self, document: Any, offset: int) -> None:
        """Append a parsed paragraph that stands at `offset`; spaces that became tokens are left out."""
        columns = document.to_array(_PLACES).astype(np.int64)
        kept = columns[:, 0] == 0
        first = len(self.starts)
        self._take_trees(columns, kept, first)
        starts = columns[kept, 1] + offset
        self.starts.extend(starts.tolist())
        self.ends.extend((starts + columns[kept, 2]).tolist())
        tags, deps = document.to_array(("TAG", "DEP"))[kept].T.tolist()
        self.tags.extend(map(self._strings.__getitem__, tags))
        self.deps.extend(map(self._strings.__getitem__, deps))
        forms = list(compress(self._forms.of(document), kept))
        self.pos.extend(form.pos for form in forms)
        self.lemmas.extend(form.lemma for form in forms)
        self.ents.extend(compress(_names(document), kept))

    def _take_trees(self, columns: Any, kept: Any, first: int) -> None:
        """Append heads and sentences, in numbers of the tokens that are kept."""
        number = first + np.cumsum(kept) - kept
        here = np.arange(len(kept))
        heads = here + columns[:, 3]
        self.heads.extend(np.where(kept[heads], number[heads], number)[kept].tolist())
        begun = [*number[(columns[:, 4] == 1) | (here == 0)].tolist(), first + int(kept.sum())]
        self.sentences.extend(Span(start, end) for start, end in pairwise(begun) if end > start)

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


def _names(document: Any) -> list[str]:
    """Give the mark of a name for each token, where the pipeline looks for names."""
    if not document.ents:
        return ["O"] * len(document)
    return [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in document]
