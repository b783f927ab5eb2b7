"""Stretches of a text or of time, each from a first to a last."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

Place = TypeVar("Place", int, date)


def joined(stretches: Iterable[tuple[Place, Place]]) -> list[tuple[Place, Place]]:
    """Join stretches that overlap or touch, so that nothing in them counts twice; in their order."""
    found: list[tuple[Place, Place]] = []
    for low, high in sorted(stretches):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found
