"""What the words around a place's name say of it: its kind, and the place it lies in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dragoman.lexicon.placing import kinds, parts, provinces

_LISTED = re.compile(r"\s*,?\s*(?:and|or|&)\s+|\s*,\s*", re.IGNORECASE)
_WRITTEN = re.compile(r"\s*,\s+((?:[A-Z]\.\s?)+|[A-Z][\w’'-]*\.?(?:\s(?:and\s)?[A-Z][\w’'-]+){0,2})")
_SHOWN = 40


class Span(NamedTuple):
    """Where a name stands in the text."""

    start: int
    end: int


class _Patterns(NamedTuple):
    """How words join a name to what it lies in or is."""

    set_in: re.Pattern[str]
    owner: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    part = _any_of(parts())
    kind = _any_of({form for word in kinds() for form in (word, word + "s")})
    return _Patterns(
        set_in=_compiled(
            r"(?:\s*,\s*|\s*\(\s*|,?\s+(?:in|of|inside|within)\s+)(?:the\s+)?"
            rf"(?:(?:{part})\s+)?(?:(?:{part}|part|coast|{kind}|US|U\.S\.)\s+(?:of\s+)?)?(?:the\s+)?"
        ),
        owner=_compiled(
            r"(?:['’]s?)?\s+(?:(?!and\b|or\b|the\b|in\b|to\b|from\b|with\b)[\w-]+\s+){0,2}?"
            rf"(?:(?:capital|{kind})\s*,?\s+)(?:of\s+)?|['’]s?\s+"
        ),
        after=_compiled(rf"\s+({kind})\b"),
        before=_compiled(rf"\b({kind})\s+(?:of\s+)?(?:the\s+)?$"),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


class Within(NamedTuple):
    """A name set inside another; `outer` is the number of the span that names it, or None with its words."""

    inner: int
    outer: int | None
    words: str


def kinds_beside(text: str, span: Span) -> tuple[str, ...]:
    """Give the classes of place that a word beside a name says: 'Harrow County', 'the town of Martuni'."""
    after = _patterns().after.match(text, span.end)
    before = _patterns().before.search(text, max(0, span.start - _SHOWN), span.start)
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
        if after is not None and gap is not None and _patterns().set_in.fullmatch(gap):
            yield Within(number, number + 1, text[after.start : after.end])
        elif gap is None or not _LISTED.fullmatch(gap):
            yield from _written_after(text, spans, number)
        if after is not None and gap is not None and _patterns().owner.fullmatch(gap):
            yield Within(number + 1, number, text[span.start : span.end])


def in_passing(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Give each province named within something else, once: the 'Texas' of 'Texas Department of Public Safety'."""
    taken = [range(span.start, span.end) for span in spans]
    found = (match for match in provinces().finditer(text) if not any(match.start() in one for one in taken))
    yield from dict.fromkeys(match.group() for match in found)


def _written_after(text: str, spans: Sequence[Span], number: int) -> Iterator[Within]:
    """Give the words after a comma where nobody took them for a place yet: 'Peoria, Ill.'."""
    found = _WRITTEN.match(text, spans[number].end)
    if found is not None:
        yield Within(number, None, found[1].strip())
