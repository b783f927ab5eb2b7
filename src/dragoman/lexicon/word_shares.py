"""How common a word is in reports on world affairs: what is in every report tells none from another."""

from functools import cache
from math import log

from dragoman.lexicon.toml_lists import rows_of

REPORTS = 3501
FEWEST = 3  # reports; a word in fewer of those counted is not listed
_UNLISTED = log(REPORTS)


@cache
def _listed() -> dict[str, float]:
    return {row["word"]: log(1000 / float(row["in_a_thousand"])) for row in rows_of("word_shares.tsv")}


def surprise(word: str) -> float:
    """Say how telling a word is: the natural logarithm of how many reports there are to one that has it.

    Args:
        word: In the form of `reading.gists`: cut to its stem, `^` before it where it is written like a name.
    """
    return _listed().get(word, _UNLISTED)
