"""Which source and which contents go with which cue: products of the vectors that the network gives their first words."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from dragoman.reading.tagging.decoding import Run
from dragoman.reading.tagging.labels import LINK_WIDTH, ROLES
from dragoman.reading.tagging.windows import Word
from dragoman.records import Attributed, Span

_SOURCE, _CUE, _CONTENT = (ROLES.index(role) for role in ("source", "cue", "content"))
_HALF = 0.5
_NEAR = 12  # words between a source and contents without a cue, fewer than these


def attributions(words: Sequence[Word], runs: Sequence[Run], links: Any) -> list[Attributed]:
    """Put the runs of a window together: one attribution a cue, and one each for contents that no cue has.

    Args:
        words: Words of the window.
        runs: Sources, cues and contents among them.
        links: Vectors of the words, shape (words, 4 x LINK_WIDTH): cue to source, source, cue to content, content.
    """
    parts = {kind: [run for run in runs if run.kind == kind] for kind in (_SOURCE, _CUE, _CONTENT)}
    source_of = _chances(parts[_CUE], parts[_SOURCE], links[:, : 2 * LINK_WIDTH])
    content_of = _chances(parts[_CUE], parts[_CONTENT], links[:, 2 * LINK_WIDTH :])
    owners: dict[int, list[int]] = defaultdict(list)
    for content in range(len(parts[_CONTENT])):
        if parts[_CUE] and content_of[:, content].max() >= _HALF:
            owners[int(content_of[:, content].argmax())].append(content)
    found = []
    for number, cue in enumerate(parts[_CUE]):
        contents = [parts[_CONTENT][one] for one in owners[number]]
        if not contents:
            continue
        sure = [float(content_of[number, one]) for one in owners[number]]
        source = None
        if parts[_SOURCE] and source_of[number].max() >= _HALF:
            source = parts[_SOURCE][int(source_of[number].argmax())]
        found.append(_attributed(words, contents, source, cue, min(sure)))
    owned = {one for numbers in owners.values() for one in numbers}
    loose = [run for number, run in enumerate(parts[_CONTENT]) if number not in owned]
    free = [run for run in parts[_SOURCE] if not any(_span(words, run) == one.source for one in found)]
    return [*found, *(_attributed(words, [run], _beside(run, free), None, 1.0) for run in loose)]


def _beside(content: Run, sources: Sequence[Run]) -> Run | None:
    """Give the source nearest to contents that no cue has, if one stands near."""
    near = [(min(abs(content.first - run.stop), abs(run.first - content.stop)), run.first, run) for run in sources]
    distance, _, source = min(near, default=(_NEAR, 0, None))
    return source if distance < _NEAR else None


def _chances(cues: Sequence[Run], others: Sequence[Run], vectors: Any) -> Any:
    """Give the probability that each cue goes with each other run, shape (cues, others)."""
    asking = vectors[[run.first for run in cues], :LINK_WIDTH]
    asked = vectors[[run.first for run in others], LINK_WIDTH:]
    return 1 / (1 + np.exp(-(asking @ asked.T) / LINK_WIDTH**0.5))


def _attributed(
    words: Sequence[Word], contents: Sequence[Run], source: Run | None, cue: Run | None, link: float
) -> Attributed:
    said = [_span(words, run) for run in contents]
    return Attributed(
        contents=tuple(said),
        source=_span(words, source) if source else None,
        cue=_span(words, cue) if cue else None,
        score=round(min(run.score for run in contents) * link, 3),
    )


def _span(words: Sequence[Word], run: Run) -> Span:
    return Span(words[run.first].start, words[run.stop - 1].end)
