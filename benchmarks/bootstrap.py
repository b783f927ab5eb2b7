"""Intervals of a figure by drawing the cases again with replacement; two readings of the same cases are drawn together."""

from collections.abc import Callable, Sequence
from random import Random

DRAWS, SEED, WITHIN = 1000, 7, 0.95
Figure = Callable[[Sequence[int]], float]


def interval(cases: int, figure: Figure) -> tuple[float, float]:
    """Give the 95 % interval of a figure.

    Args:
        cases: How many there are.
        figure: Gives the figure over cases by number, one as often as it is drawn. For the difference of two readings of the same
            cases it gives that: then the interval is the paired one.
    """
    chance = Random(SEED)  # noqa: S311 - guards nothing
    drawn = sorted(figure(chance.choices(range(cases), k=cases)) for _ in range(DRAWS))
    cut = round(DRAWS * (1 - WITHIN) / 2)
    return drawn[cut], drawn[-cut - 1]


def told(name: str, cases: int, figure: Figure) -> str:
    """Write a figure in percent with its interval."""
    low, high = (100 * each for each in interval(cases, figure))
    return f"{name} {100 * figure(range(cases)):.1f} [{low:.1f}, {high:.1f}]"
