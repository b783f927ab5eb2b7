"""A report's gist: the words that tell what it is about, by which two accounts of one story are known.

Copies share runs of words; accounts that owe each other nothing share names, places, numbers and the
words of the act. The opening counts double, for news begins with what is new.

Source: Salton and Buckley 1988, Term-weighting approaches in automatic text retrieval; counted over
news of our own (`lexicon/word_shares.tsv`).
"""

import re
from collections.abc import Iterator
from itertools import islice
from math import log

from dragoman.lexicon.word_shares import surprise

MOST = 64  # words kept
READ = 450  # words read
OPENING = 110  # words of these that count double
_OPENS = 2.0
_WORD = re.compile(r"[^\W\d_][\w’'.-]*\w|\d[\d,.]*|[^\W\d_]")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s")
_STEM = 4  # letters left at least
_ADDRESS = "http"
_NAME = "^"


def gist(text: str) -> tuple[tuple[str, float], ...]:
    """Give the telling words of a text, each with its weight, the most telling first.

    A word written like a name inside a line stands a second time, with `^` before it.
    """
    weighed = (
        (word, round((1 + log(count)) * surprise(word) * (_OPENS if first < OPENING else 1), 2))
        for word, (count, first) in terms_of(text).items()
    )
    telling = (each for each in weighed if each[1] > 0)
    return tuple(sorted(telling, key=lambda each: (-each[1], each[0]))[:MOST])


def terms_of(text: str) -> dict[str, tuple[int, int]]:
    """Count each word's stem, and say at which word of the text it stands first."""
    found: dict[str, tuple[int, int]] = {}
    for place, (word, named) in enumerate(islice(_words(text), READ)):
        for term in (word, _NAME + word) if named else (word,):
            count, first = found.get(term, (0, place))
            found[term] = count + 1, first
    return found


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Give each word's stem and whether it is written like a name; a line with an address has none."""
    for line in text.split("\n"):
        if _ADDRESS in line:
            continue
        for found in _WORD.finditer(line):
            word = found.group()
            yield _stem(word), word[0].isupper() and found.start() > 0


def _stem(word: str) -> str:
    """Cut a word's inflection: 'bombings' and 'bombing' are one."""
    lower = _POSSESSIVE.sub("", word.lower().rstrip(".,'’-"))
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= _STEM:
            return lower[: -len(ending)]
    return lower
