"""A sentence with its doer and its done-to marked, weighed by the small network: how likely each type of act is between them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from dragoman.reading.events.model_input import CLASSES, LABELS, NONE, SPAN_MARKS, Marked, marked, spelled
from dragoman.reading.tagging import Pieces

Sides = Mapping[str, Sequence[tuple[int, int]]]
_SHARE = 3.0  # how much more a type weighs that the code book tells too; chosen on a third of PLV not trained on


class Weigher(Struct, frozen=True):
    """A network and its vocabulary.

    Args:
        session: Takes `pieces` and `shapes` of shape (1, pieces) and `marks` of shape (1, 3); gives logits of types, spans and classes.
        pieces: Spells words for it.
    """

    session: Any
    pieces: Pieces

    def kinds(self, sentence: str, sides: Sides, trigger: int | None = None) -> dict[str, float]:
        """Give how likely each type of act is between the marked words of a sentence; one sentence by itself.

        Args:
            sentence: The sentence.
            sides: Where its source stands under `s`, its target under `t`.
            trigger: Where the word starts that tells the act.
        """
        logits = self._asked(marked(spelled(sentence, self.pieces), sides, trigger))[0]
        return dict(zip(LABELS, _shares(logits), strict=True))

    def read(self, sentence: str) -> tuple[list[tuple[int, int]], np.ndarray, list[float]]:
        """Give where the words of a sentence stand, the log shares of span marks of each, and the share of each class."""
        pieces = spelled(sentence, self.pieces)
        _, spans, classes = self._asked(marked(pieces, {}))
        places, rows = [], []
        for row, (piece, mark) in enumerate(zip(pieces, spans[1:-1], strict=False)):
            if row == 0 or piece.start != pieces[row - 1].start:
                places.append((piece.start, piece.end))
                rows.append(mark - np.log(np.exp(mark).sum()))
        return places, np.array(rows).reshape(-1, len(SPAN_MARKS)), _shares(classes)[: len(CLASSES)]

    def _asked(self, sentence: Marked) -> list[Any]:
        asked = {"pieces": sentence.pieces, "shapes": sentence.shapes, "marks": sentence.marks}
        given = {name: np.array([numbers], dtype=np.int64) for name, numbers in asked.items()}
        return [answer[0].astype(np.float64) for answer in self.session.run(None, given)]


def _shares(logits: Any) -> list[float]:
    powers = np.exp(logits - logits.max())
    return [float(share) for share in powers / powers.sum()]


def joined(likely: Mapping[str, float], told: str | None) -> dict[str, float]:
    """Give the shares of types once the code book's answer is weighed in; nothing told leaves them as they are."""
    weighed = {kind: share * (_SHARE if kind == told else 1.0) for kind, share in likely.items() if kind != NONE}
    whole = sum(weighed.values())
    return {kind: share / whole for kind, share in weighed.items()}
