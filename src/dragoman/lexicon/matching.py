"""Weights and lines by which reports, and acts in them, are taken for one."""

from functools import cache

from dragoman.lexicon.toml_lists import Listed, load


class Weight(Listed, frozen=True, kw_only=True):
    """A figure the matching goes by, what it counts, and why it is what it is."""

    name: str
    value: float
    unit: str
    why: str


class _Weights(Listed, frozen=True, kw_only=True):
    source: str
    weight: tuple[Weight, ...]


@cache
def weights() -> dict[str, Weight]:
    """Give the weights by name."""
    return {weight.name: weight for weight in load("matching.toml", _Weights).weight}
