"""Stretches of words that name something, before they become mentions: laid side by side, the better kept."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.lexicon.known import Known


class Stretch(NamedTuple):
    """Words from token `first` to `stop`, exclusive, that name something of a kind.

    `known` are the things that the lexicon knows by these words, `rule` is how they were found.
    """

    first: int
    stop: int
    kind: str
    rule: str
    known: tuple[Known, ...] = ()


class Cover:
    """Which stretch each token belongs to; the first to come keeps its words."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self._of: dict[int, Stretch] = {}
        self.kept: list[Stretch] = []
        for stretch in stretches:
            self.lay(stretch)

    def lay(self, stretch: Stretch) -> bool:
        """Lay a stretch down unless one of its words is taken; tell whether it was laid."""
        if any(place in self._of for place in range(stretch.first, stretch.stop)):
            return False
        self.kept.append(stretch)
        self._of.update(dict.fromkeys(range(stretch.first, stretch.stop), stretch))
        return True

    def at(self, place: int) -> Stretch | None:
        """Give the stretch that covers a token."""
        return self._of.get(place)

    def is_free(self, first: int, stop: int) -> bool:
        """Tell whether no word of some is taken."""
        return not any(place in self._of for place in range(first, stop))

    def in_order(self) -> Iterator[Stretch]:
        """Give what was laid by place."""
        yield from sorted(self.kept, key=_by_place)


def _by_place(stretch: Stretch) -> tuple[int, int]:
    return stretch.first, -stretch.stop


def longest_first(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Order stretches so that a longer name takes its words before a shorter one within it."""
    return sorted(stretches, key=lambda each: (each.first - each.stop, each.first))
