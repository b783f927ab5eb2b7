"""Quotations: stretches between quotation marks, through sentences and re-opened paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence

_MARK = re.compile("''|``|[“”„«»\"‘’']")
_OPENERS = {"“": "”", "„": "”“", "«": "»", "``": "''", "‘": "’"}
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/:\u2009")
_SINGLE = frozenset("‘’'")
_REOPENING = '“"«„`'


class Quotation(Struct, frozen=True):
    """Words between quotation marks, the marks among them.

    `reopened` means that it goes on with the quotation before it, which a paragraph's end left open.
    """

    start: int
    end: int
    paragraph: int
    closed: bool
    reopened: bool = False

    def holds(self, offset: int) -> bool:
        """Tell whether a code point lies inside."""
        return self.start <= offset < self.end


class Quotations:
    """The quotations of a page, to be asked by place."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.all = tuple(found)
        self._starts = [quotation.start for quotation in self.all]

    def at(self, offset: int) -> Quotation | None:
        """Give the quotation that a code point lies in."""
        number = bisect_right(self._starts, offset) - 1
        return self.all[number] if number >= 0 and self.all[number].holds(offset) else None

    def between(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Give the quotations that begin in a stretch."""
        return self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]


def paragraphs(page: Page) -> list[list[Sentence]]:
    """Group sentences by the line of text they stand in."""
    groups: list[list[Sentence]] = []
    end = -1
    for sentence in page.sentences:
        if not groups or "\n" in page.text[end : sentence.start]:
            groups.append([])
        groups[-1].append(sentence)
        end = sentence.end
    return groups


def find_quotations(page: Page, groups: Sequence[Sequence[Sentence]]) -> Quotations:
    """Find the quotations of each paragraph, outermost marks only.

    A mark left open runs to the paragraph's end only if the next paragraph opens with one, as reports do
    with long quotations, or if it began the paragraph; else it is taken for a slip and passed over.
    """
    found: list[Quotation] = []
    is_open = False
    for number, sentences in enumerate(groups):
        start, end = sentences[0].start, sentences[-1].end
        following = groups[number + 1][0].start if number + 1 < len(groups) else None
        goes_on = following is not None and page.text[following] in _REOPENING
        here = list(_in_paragraph(page.text, start, end, number, goes_on=goes_on))
        if here and is_open and here[0].start == start:
            here[0] = Quotation(here[0].start, here[0].end, number, here[0].closed, reopened=True)
        is_open = bool(here) and not here[-1].closed
        found.extend(here)
    return Quotations(found)


def _in_paragraph(text: str, start: int, end: int, number: int, *, goes_on: bool) -> Iterator[Quotation]:
    opened: int | None = None
    mark = ""
    for match in _MARK.finditer(text, start, end):
        if opened is None:
            if _opens(text, match, end):
                opened, mark = match.start(), match.group()
        elif _closes(text, match, mark, end):
            yield Quotation(opened, match.end(), number, closed=True)
            opened = None
    if opened is not None and mark not in _SINGLE and (goes_on or opened == start):
        yield Quotation(opened, end, number, closed=False)


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    after = text[match.end() : match.end() + 1] if match.end() < end else " "
    if after.isspace():
        return False
    before = text[match.start() - 1 : match.start()]
    free = not before or before in _BEFORE_OPENING
    if mark == "'":
        return free and after.isalpha() and _has_close(text, match.end(), end)
    return mark in _OPENERS if mark not in {'"', "''"} else free


def _has_close(text: str, start: int, end: int) -> bool:
    """Tell whether a plain apostrophe later in the paragraph ends a clause, as only a closing mark does."""
    return re.compile(r"[.,!?]'(?!\w)").search(text, start, end) is not None


def _closes(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    mark = match.group()
    before = text[match.start() - 1]
    after = text[match.end() : match.end() + 1] if match.end() < end else " "
    if opener in _SINGLE:
        return mark in {"’", "'"} and (before in ".,!?…" or not (after.isalnum() or before.isspace() or before == "s"))
    if opener in {'"', "''"}:
        return mark in {'"', "''", "”"} and not (before.isspace() and after.isalnum())
    return mark in _OPENERS.get(opener, "") or mark == '"'


def quoted_share(page: Page, quotations: Quotations, start: int, end: int) -> tuple[int, int]:
    """Count the word characters of a stretch that are quoted, and all of them."""
    words = [i for i in range(start, end) if page.text[i].isalnum() or page.text[i] == "_"]
    inside = 0
    for quotation in (quotations.at(start), *quotations.between(start, end)):
        if quotation is not None:
            low, high = bisect_right(words, quotation.start - 1), bisect_right(words, quotation.end - 1)
            inside += high - low
    first = quotations.at(start)
    if first is not None and first.start == start:
        inside -= bisect_right(words, first.end - 1) - bisect_right(words, first.start - 1)
    return inside, len(words)
