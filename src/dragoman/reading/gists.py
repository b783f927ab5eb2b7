"""A report's gist: the words that tell what it is about, by which two accounts of one story are known.

Copies share runs of words; accounts that owe each other nothing share names, places, numbers and the
words of the act. The opening counts threefold, for news begins with what is new. Words of the headline stand a
second time, and so do words that stand side by side: "chemical weapons" tells more than either.

Source: Salton and Buckley 1988, Term-weighting approaches in automatic text retrieval; counted over
news of our own (`lexicon/word_shares.tsv`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import log

from dragoman.lexicon.word_shares import surprise

MOST = 64  # words kept
READ = 450  # words read
OPENING = 60  # words of these that count threefold
PAIRS = 64  # pairs of words kept
PAIRED = 300  # words read for them
TITLE = 16  # words of the first line
_OPENS = 3.0
_TELLING = 1.0  # surprise of either word of a pair
_WORD = re.compile(r"[^\W\d_][\w’'.-]*\w|\d[\d,.]*|[^\W\d_]")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s")
_STEM = 4  # letters left at least
_ADDRESS = "http"
_NAME = "^"
_TITLED = "#"
_SIDE_BY_SIDE = " "


def gist(text: str) -> tuple[tuple[str, float], ...]:
    """Give the telling words of a text, each with its weight, the most telling first, then those of its title and pairs.

    A word written like a name inside a line stands a second time, with `^` before it; words of the title have `#`
    before them, and a space parts two that stand side by side.
    """
    words = list(islice(words_of(text), READ))
    title = words_of(" ".join(text.split("\n", 1)[0].split()[:TITLE]))
    telling = {
        word: (1 + log(count)) * surprise(word) * (_OPENS if first < OPENING else 1)
        for word, (count, first) in terms_of(words).items()
    }
    titled = {_TITLED + word: (1 + log(count)) * surprise(word) for word, (count, _) in terms_of(title).items()}
    return (*_most(telling, MOST), *_most(titled, TITLE), *_most(_pairs([word for word, _ in words[:PAIRED]]), PAIRS))


def _most(weighed: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    """Give the words that weigh most, the weightiest first."""
    rounded = ((word, round(weight, 2)) for word, weight in weighed.items())
    return sorted((each for each in rounded if each[1] > 0), key=lambda each: (-each[1], each[0]))[:most]


def _pairs(words: Sequence[str]) -> dict[str, float]:
    """Weigh words that stand side by side, where both tell something."""
    surprises = [surprise(word) for word in words]
    return {
        f"{one}{_SIDE_BY_SIDE}{other}": tells + also
        for (one, other), (tells, also) in zip(pairwise(words), pairwise(surprises), strict=True)
        if tells > _TELLING and also > _TELLING
    }


def terms_of(words: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """Count each word's stem, names a second time, and say at which word of the text it stands first."""
    found: dict[str, tuple[int, int]] = {}
    for place, (word, named) in enumerate(words):
        for term in (word, _NAME + word) if named else (word,):
            count, first = found.get(term, (0, place))
            found[term] = count + 1, first
    return found


def words_of(text: str) -> Iterator[tuple[str, bool]]:
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
