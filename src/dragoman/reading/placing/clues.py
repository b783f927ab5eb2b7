"""What the words around a place's name say of it: its kind, and the place it lies in."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.lexicon.placing import kinds, parts

_ANY_PART = "|".join(sorted(parts(), key=len, reverse=True))
_ANY_KIND = "|".join(sorted((form for word in kinds() for form in (word, word + "s")), key=len, reverse=True))
_SET_IN = re.compile(
    rf"(?:\s*,\s*|\s*\(\s*|,?\s+(?:in|of|inside|within)\s+)(?:the\s+)?(?:(?:{_ANY_PART})\s+)?"
    rf"(?:(?:{_ANY_PART}|part|coast|{_ANY_KIND}|US|U\.S\.)\s+(?:of\s+)?)?(?:the\s+)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*,?\s*(?:and|or|&)\s+|\s*,\s*", re.IGNORECASE)
_OWNER = re.compile(
    rf"(?:['’]s?)?\s+(?:(?!and\b|or\b|the\b|in\b|to\b|from\b|with\b)[\w-]+\s+){{0,2}}?(?:(?:capital|{_ANY_KIND})\s*,?\s+)(?:of\s+)?"
    r"|['’]s?\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s+({_ANY_KIND})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_ANY_KIND})\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)
_WRITTEN = re.compile(r"\s*,\s+((?:[A-Z]\.\s?)+|[A-Z][\w’'-]*\.?(?:\s(?:and\s)?[A-Z][\w’'-]+){0,2})")
_SHOWN = 40


class Span(NamedTuple):
    """Where a name stands in the text."""

    start: int
    end: int


class Within(NamedTuple):
    """A name set inside another; `outer` is the number of the span that names it, or None with its words."""

    inner: int
    outer: int | None
    words: str


def kinds_beside(text: str, span: Span) -> tuple[str, ...]:
    """Give the classes of place that a word beside a name says: 'Harrow County', 'the town of Martuni'."""
    after = _AFTER.match(text, span.end)
    before = _BEFORE.search(text, max(0, span.start - _SHOWN), span.start)
    found = after or before
    if found is None:
        return ()
    word = found[1].lower()
    return kinds().get(word) or kinds().get(word.removesuffix("s"), ())


def settings(text: str, spans: Sequence[Span]) -> Iterator[Within]:
    """Give each name that the text sets inside another: 'X, Texas', 'X in the Y region', 'the Russian city of X'."""
    for number, span in enumerate(spans):
        after = spans[number + 1] if number + 1 < len(spans) else None
        gap = text[span.end : after.start] if after is not None and after.start - span.end <= _SHOWN else None
        if after is not None and gap is not None and _SET_IN.fullmatch(gap):
            yield Within(number, number + 1, text[after.start : after.end])
        elif gap is None or not _LISTED.fullmatch(gap):
            yield from _written_after(text, spans, number)
        if after is not None and gap is not None and _OWNER.fullmatch(gap):
            yield Within(number + 1, number, text[span.start : span.end])


def _written_after(text: str, spans: Sequence[Span], number: int) -> Iterator[Within]:
    """Give the words after a comma where nobody took them for a place yet: 'Peoria, Ill.'."""
    found = _WRITTEN.match(text, spans[number].end)
    if found is not None:
        yield Within(number, None, found[1].strip())
