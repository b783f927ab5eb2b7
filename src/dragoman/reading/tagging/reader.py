"""Names and attributions by the small network: each window by itself, so that batches change nothing."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from dragoman.reading.parsing import paragraphs_of
from dragoman.reading.tagging.attributions import attributions
from dragoman.reading.tagging.decoding import runs_of
from dragoman.reading.tagging.labels import NAMES
from dragoman.reading.tagging.pieces import Pieces
from dragoman.reading.tagging.windows import Window, windows_of, words_of
from dragoman.records import Attributed, Report, Tagged, Tags, Zone


class Tagger(Struct, frozen=True):
    """A network and its vocabulary.

    Args:
        session: Takes `pieces`, `shapes` of shape (1, pieces); gives marks of attributions, of names, and links.
        pieces: Spells words for it.
    """

    session: Any
    pieces: Pieces


def tag_report(report: Report, zones: Sequence[Zone], tagger: Tagger) -> Tags:
    """Tag the readable zones of a report."""
    lines = [words_of(line, offset) for offset, line in paragraphs_of(report.text, zones)]
    names: list[Tagged] = []
    said: list[Attributed] = []
    for window in windows_of(lines, tagger.pieces):
        quotes, called, links = _read(window, tagger.session)
        for run in runs_of(called):
            start, end = window.words[run.first].start, window.words[run.stop - 1].end
            names.append(Tagged(start, end, NAMES[run.kind], round(run.score, 3)))
        said.extend(attributions(window.words, runs_of(quotes), links))
    return Tags(report=report.id, names=tuple(names), attributions=tuple(said))


def _read(window: Window, session: Any) -> list[Any]:
    """Ask the network of a window; rows are its words."""
    pieces, shapes = (np.array([each], dtype=np.int64) for each in (window.pieces, window.shapes))
    return [given[0][list(window.firsts)] for given in session.run(None, {"pieces": pieces, "shapes": shapes})]
