"""How likely the network finds a stretch as who acts (S), is acted upon (T), or acts with another (R)."""

from typing import Any

import numpy as np

from dragoman.reading.events.model_input import SPAN_MARKS
from dragoman.reading.events.spans.words import Stretch

_LEAST = -8.0  # log shares below it are taken for it
_AT = {mark: number for number, mark in enumerate(SPAN_MARKS)}


class Shares:
    """The log shares of marks by word.

    Args:
        rows: (words, marks).
    """

    def __init__(self, rows: np.ndarray[Any, Any]) -> None:
        self._rows = rows
        powers = np.exp(rows)
        self._inside = {kind: powers[:, _AT[f"B-{kind}"]] + powers[:, _AT[f"I-{kind}"]] for kind in "STR"}
        self._logs = {kind: np.maximum(np.log(inside + 1e-9), _LEAST) for kind, inside in self._inside.items()}
        self._goes_on = {kind: powers[:, _AT[f"I-{kind}"]] for kind in "STR"}
        self._any = np.maximum(np.log(1 - powers[:, 0] + 1e-9), _LEAST)
        self.outside = np.maximum(rows[:, 0], _LEAST)

    def traits(self, stretch: Stretch, kind: str) -> dict[str, float]:
        """Give the traits of a stretch as one kind."""
        first, stop = stretch
        logs = self._logs[kind][first:stop]
        return {
            "mean": float(logs.mean()),
            "least": float(logs.min()),
            "begins": self._begins(first, kind),
            "nothing before": self._nothing_before(first, kind),
            "nothing after": self._nothing_after(stop, kind),
            "any": float(self._any[first:stop].mean()),
            "whole": float(np.clip((logs - self.outside[first:stop]).sum() / 4, -6, 6)),
        }

    def likely(self, stretch: Stretch, kind: str) -> float:
        """Rank a stretch before its traits are weighed."""
        first, stop = stretch
        borders = self._begins(first, kind) + self._nothing_before(first, kind) + self._nothing_after(stop, kind)
        return float(self._logs[kind][first:stop].mean()) + borders / 2

    def _begins(self, first: int, kind: str) -> float:
        return float(max(_LEAST, self._rows[first, _AT[f"B-{kind}"]]))

    def _nothing_before(self, first: int, kind: str) -> float:
        return float(np.log(1 - self._inside[kind][first - 1] + 1e-4)) if first else 0.0

    def _nothing_after(self, stop: int, kind: str) -> float:
        return float(np.log(1 - self._goes_on[kind][stop] + 1e-4)) if stop < len(self._rows) else 0.0
