"""Which acts are one: chains of pairs joined, two that a person told apart never under one name.

Source: Tarjan 1975, union-find.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def joined(same: Sequence[Pair], apart: Iterable[Pair]) -> dict[str, str]:
    """Give for each act of a pair the least act that a chain of pairs reaches.

    Where a chain would join two that are told apart, every act of it goes to the end it is fewest steps from, to
    the lesser one of two equally near.

    Args:
        same: Pairs taken for one.
        apart: Pairs told apart.
    """
    found = _components(same)
    ends = {act for one, other in apart if one in found and found[one] == found.get(other) for act in (one, other)}
    if not ends:
        return found
    side = _sides(same, ends)
    return {act: act for act in found} | _components([pair for pair in same if side.get(pair[0]) == side.get(pair[1])])


def _components(pairs: Iterable[Pair]) -> dict[str, str]:
    above: dict[str, str] = {}

    def top(act: str) -> str:
        while above.setdefault(act, act) != act:
            above[act] = above[above[act]]
            act = above[act]
        return act

    for one, other in pairs:
        left, right = top(one), top(other)
        above[max(left, right)] = min(left, right)
    return {act: top(act) for act in above}


def _sides(pairs: Sequence[Pair], ends: Iterable[str]) -> Mapping[str, str]:
    """Say for each act that a chain leads to from one of the ends which of them is nearest."""
    ways: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        ways[one].append(other)
        ways[other].append(one)
    side = {act: act for act in ends}
    frontier = sorted(side)
    while frontier:
        reached: dict[str, str] = {}
        for act in frontier:
            for following in ways[act]:
                if following not in side:
                    reached[following] = min(reached.get(following, side[act]), side[act])
        side |= reached
        frontier = sorted(reached)
    return side
