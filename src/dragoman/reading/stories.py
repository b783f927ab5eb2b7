"""Reports grouped into stories: pairs that tell of one are merged as long as groups agree on average.

A chain of reports each a little like the next joins nothing, as single links would: what two groups
have in common is the mean over all pairs between them.

Source: Sokal and Michener 1958, average linkage.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from itertools import chain

Ties = dict[str, dict[str, float]]


def grouped(pairs: Iterable[tuple[str, str, float]], line: float) -> dict[str, str]:
    """Group what pairs hold together, each under the least name of its group.

    Args:
        pairs: Two names and the odds, 0 to 1, that they are of one story; a pair not given has none.
        line: Mean odds between two groups from which on they are one.

    Returns:
        For each name of the pairs the least name of its group.
    """
    ties: Ties = defaultdict(dict)
    for one, other, odds in pairs:
        ties[one][other] = ties[other][one] = odds
    members = {name: [name] for name in ties}
    waiting = [(-odds, one, other, 2) for one, those in ties.items() for other, odds in those.items() if one < other]
    heapify(waiting)
    while waiting and -waiting[0][0] >= line:
        _, one, other, size = heappop(waiting)
        # A line in the queue is out of date when either group was merged since it was written.
        if one in members and other in members and len(members[one]) + len(members[other]) == size:
            _merge(ties, members, one, other)
            for third, odds in ties[one].items():
                first, second = min(one, third), max(one, third)
                whole = len(members[one]) * len(members[third])
                heappush(waiting, (-odds / whole, first, second, len(members[one]) + len(members[third])))
    return {name: least for names in members.values() for least in (min(names),) for name in names}


def _merge(ties: Ties, members: dict[str, list[str]], one: str, other: str) -> None:
    """Put a group into another, the odds of all their pairs with each third added up."""
    ties[one].pop(other, None)
    gone = ties.pop(other)
    for third in sorted(set(chain(ties[one], gone)) - {one, other}):
        odds = ties[one].get(third, 0.0) + gone.get(third, 0.0)
        ties[one][third] = ties[third][one] = odds
        ties[third].pop(other, None)
    members[one] += members.pop(other)
