"""What a copy changed: two reports aligned word by word."""

import re
from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from dragoman.records import Span

_WORD = re.compile(r"\w+")
_NAMES = {"equal": "kept", "replace": "changed", "insert": "added", "delete": "dropped"}


class Change(Struct, frozen=True):
    """A stretch of a copy beside the stretch of its origin it comes from.

    Args:
        sort: `kept`, `changed`, `added` (empty in the origin) or `dropped` (empty in the copy).
        here: In the copy, first word to last; an empty span stands where the words would.
        there: In the origin, the same way.
    """

    sort: str
    here: Span
    there: Span


def align(
    copy: str, origin: str, told: Sequence[Span] | None = None, told_there: Sequence[Span] | None = None
) -> tuple[Change, ...]:
    """Lay a copy beside its origin with as few changes of words as can be, case and punctuation aside.

    A paragraph that moved is dropped in one place and added in another.

    Args:
        copy: Text of the copy.
        origin: Text of the origin.
        told: Stretches of the copy to look at, in order, so that page furniture is no change; all of it if None.
        told_there: The same of the origin.

    Source: Levenshtein 1966, over words.
    """
    here, there = _words(copy, told), _words(origin, told_there)
    steps = Levenshtein.opcodes([word.group().lower() for word in there], [word.group().lower() for word in here])
    return tuple(
        Change(
            _NAMES[step.tag],
            _stretch(here, step.dest_start, step.dest_end, len(copy)),
            _stretch(there, step.src_start, step.src_end, len(origin)),
        )
        for step in steps
    )


def _words(text: str, told: Sequence[Span] | None) -> list[re.Match[str]]:
    spans = [Span(0, len(text))] if told is None else told
    return [word for span in spans for word in _WORD.finditer(text, span.start, span.end)]


def _stretch(words: Sequence[re.Match[str]], first: int, after: int, length: int) -> Span:
    """Give the code points from one word to before another."""
    if first < after:
        return Span(words[first].start(), words[after - 1].end())
    place = words[first].start() if first < len(words) else length
    return Span(place, place)
