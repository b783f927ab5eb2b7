"""What each trait of a stretch of words weighs for its being who acts, or who is acted upon."""

from functools import cache
from types import MappingProxyType

from dragoman.lexicon.toml_lists import rows_of


@cache
def span_weights() -> MappingProxyType[str, float]:
    """Give the weights as `tools/events/weights.py` learned them."""
    return MappingProxyType({row["trait"]: float(row["weight"]) for row in rows_of("span_weights.tsv")})
