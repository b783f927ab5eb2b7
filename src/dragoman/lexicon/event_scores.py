"""How sure an act is: what the code book thinks of an entry, and what the network thinks of the act, as one share of right ones."""

from functools import cache
from math import exp, log

from dragoman.lexicon.toml_lists import Listed, load

_LEAST = 0.005  # of a share whose odds are taken


class Scale(Listed, frozen=True, kw_only=True):
    """Weights of a logistic scale.

    Attributes:
        name: `rules` where no network was asked, `weighed` where one was.
        bias: What stands alone.
        prior: Of the odds of the entry's prior.
        same: Of the odds that the network gives the type.
        one_sided: Added where the words name nobody it is done to.
    """

    name: str
    bias: float
    prior: float
    same: float = 0.0
    one_sided: float = 0.0


class _Scales(Listed, frozen=True, kw_only=True):
    source: str
    scale: tuple[Scale, ...]


@cache
def scales() -> dict[str, Scale]:
    """Give the scales by name."""
    return {scale.name: scale for scale in load("event_scores.toml", _Scales).scale}


def score_of(prior: float, same: float | None, *, one_sided: bool) -> float:
    """Give the share of acts like this one that are right.

    Args:
        prior: What the code book thinks of its entry, 0 to 1.
        same: How likely the network finds the type; None where it was not asked.
        one_sided: Whether it names nobody it is done to.
    """
    scale = scales()["rules" if same is None else "weighed"]
    sum_ = scale.bias + scale.prior * _odds(prior) + scale.one_sided * one_sided
    if same is not None:
        sum_ += scale.same * _odds(same)
    return round(1 / (1 + exp(-sum_)), 2)


def _odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))
