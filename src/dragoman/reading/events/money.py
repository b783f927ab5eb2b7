"""Amounts of money in a sentence, with the bounds stated and the currency: '$3.5 billion', 'up to 30 million euros'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from dragoman.lexicon.currencies import code_of, currencies, signs
from dragoman.lexicon.toml_lists import prove
from dragoman.reading.events.bounds import bounded

_SCALES = {
    "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6, "crore": 10**7,
    "billion": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
_WORDS = {
    "half a": 0.5, "half": 0.5, "a quarter of a": 0.25, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MANY = {
    "tens": 20,
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2 * 10**3,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
    "several": 3,
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = rf"(?:{'|'.join(sorted(_SCALES, key=lambda word: (-len(word), word)))})"
_ALL_WORDS = "|".join(sorted((*_WORDS, *_MANY), key=lambda word: (-len(word), word)))
_SCALED = rf"({_NUMBER})(?:[\s-]?({_SCALE})(?![^\W_]))?"
_AFTER = re.compile(rf"\s?{_SCALED}", re.IGNORECASE)
_FURTHER = re.compile(
    rf"(?:\s?[-–]\s?|\s(?:to|and)\s(?=\D))(?:[A-Z]{{0,3}}[$€£¥]\s?)?{_SCALED}(?![%\w])", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?<![\w.,])(?:{_SCALED}\s?(-|–|to|and)\s?)?{_SCALED}[\s-]?$", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"(?<![\w-])({_ALL_WORDS})((?:[\s-](?:of\s)?(?:{'|'.join(_MANY)}|hundred|{_SCALE}))*)[\s-](?:of\s)?$",
    re.IGNORECASE,
)
_LONGEST_SIGN = 3
_FARTHEST = 60  # characters from the sign back to where its number begins
_WORD = re.compile(r"[^\W\d]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING = frozenset("$£¥₹₦₩")  # stand before their number
_WEIGHED = re.compile(
    r"\s(?:of\s(?!aid|assistance|support|funding|help|investment|debt|damage)|in\sweight)", re.IGNORECASE
)


class _Read(NamedTuple):
    low: int | None
    high: int | None
    start: int
    end: int


class Amount(Struct, frozen=True):
    """An amount of money.

    Attributes:
        low: At least so much; None where only a ceiling is stated.
        high: At most so much; None where it is open above.
        code: ISO 4217.
        start: Where its words begin, those of its bounds among them.
        end: Where they end.
    """

    low: int | None
    high: int | None
    code: str
    start: int
    end: int


def amounts_in(text: str, start: int, end: int, country: str | None) -> Iterator[Amount]:
    """Give the amounts of money in a stretch of text, in order; those whose currency stays open are left out.

    Args:
        text: The report's text.
        start: Where the stretch begins.
        end: Where it ends.
        country: Country of the report's outlet, to which '$' and 'pounds' may mean its own.
    """
    last = start
    for sign in signs().finditer(text, start, end):
        found = _beside(text, sign.start(), sign.end(), last, end) if sign.start() >= last else None
        if found is None:
            continue
        last = found.end
        code = code_of(sign.group(), country)
        if code is not None:
            yield _stated(text, start, found, code)


def _beside(text: str, first: int, stop: int, least: int, end: int) -> _Read | None:
    """Read the number on either side of a sign."""
    if not _is_name(text[first:stop]) and (after := _AFTER.match(text, stop, end)) is not None:
        return _from(text, first, after, end)
    if text[first] in _LEADING or _is_weight(text, first, stop):
        return None
    behind = text[max(least, first - _FARTHEST) : first]
    offset = first - len(behind)
    if (before := _BEFORE.search(behind)) is not None:
        return _up_to(before, offset, stop)
    if (words := _IN_WORDS.search(behind)) is not None:
        low, is_open = _in_words(words)
        return _Read(low, None if is_open else low, offset + words.start(), stop)
    return None


def _is_name(sign: str) -> bool:
    """Tell 'euro', which stands after its number, from 'EUR' and 'Rs', which may stand before it."""
    return len(sign) > _LONGEST_SIGN and sign[-1].isalpha() and not sign.isupper()


def _is_weight(text: str, first: int, stop: int) -> bool:
    """Tell '500 pounds of flour'."""
    return text[first:stop].lower().startswith("pound") and _WEIGHED.match(text, stop) is not None


def _from(text: str, first: int, number: re.Match[str], end: int) -> _Read:
    """Read '$3 billion', and '$3-5 billion' or 'between $3bn and $5bn' whole."""
    further = _FURTHER.match(text, number.end(), end)
    if further and " and " in further.group() and not text[:first].rstrip().lower().endswith("between"):
        further = None
    high = _worth(further[1], further[2] or number[2]) if further else 0
    low = _worth(number[1], number[2] or (further[2] if further else None))
    if further is None or high <= low:
        alone = _worth(number[1], number[2])
        return _Read(alone, alone, first, number.end())
    return _Read(low, high, first, further.end())


def _up_to(number: re.Match[str], offset: int, stop: int) -> _Read | None:
    """Read '30 million euros', and '30 to 40 million euros' whole."""
    high = _worth(number[4], number[5])
    if _YEAR.fullmatch(number[4]) and not number[5]:  # 'the 2024 Euro cup'
        return None
    low = _worth(number[1], number[2] or number[5]) if number[1] else high
    if low >= high or number[3].lower() == "and":
        return _Read(high, high, offset + number.start(4), stop)
    return _Read(low, high, offset + number.start(), stop)


def _in_words(words: re.Match[str]) -> tuple[int, bool]:
    """Read 'half a billion' and 'tens of millions'; the second is whether it is open above."""
    first = " ".join(words[1].lower().split())
    total, is_open = float(_WORDS.get(first) or _MANY[first]), first in _MANY
    for word in re.split(r"[\s-]+", words[2].lower().strip()):
        if word in _MANY:  # 'hundreds of millions': the plural says that it is several, once
            total *= _MANY[word] / 2
            is_open = True
        else:
            total *= _SCALES.get(word, 100 if word == "hundred" else 1)
    return int(total), is_open


def _worth(number: str, scale: str | None) -> int:
    return round(float(number.replace(",", "")) * _SCALES.get((scale or "").lower(), 1))


def _stated(text: str, start: int, read: _Read, code: str) -> Amount:
    """Take in the bounds that stand before an amount."""
    before = list(_WORD.finditer(text, max(start, read.start - _FARTHEST), read.start))
    if read.low != read.high or read.low is None:
        return Amount(read.low, read.high, code, read.start, read.end)
    low, high, many = bounded(read.low, [word.group() for word in before])
    low = low and read.low  # 'more than $5 billion' is no whole dollar more
    return Amount(low, high, code, before[-many].start() if many else read.start, read.end)


def faults() -> Iterator[str]:
    """Tell each example in which a currency's amount is not read, and each near miss in which it is."""
    yield from prove(
        currencies(),
        lambda entry, words: any(each.code == entry.code for each in amounts_in(words, 0, len(words), None)),
    )
