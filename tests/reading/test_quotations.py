"""Quotations by their marks, within and across paragraphs."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.page import Page
from dragoman.reading.statements.quotations import find_quotations, paragraphs, quoted_share
from dragoman.records import Parse, Report, Span, Zone

PageOf = Callable[..., Page]


def quoted(page: Page) -> list[str]:
    return [page.text[one.start : one.end] for one in find_quotations(page, paragraphs(page)).all]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We agree," she said.', ['"We agree,"']),
        ("“We agree,” she said. “At last.”", ["“We agree,”", "“At last.”"]),
        ("''We agree,'' she said.", ["''We agree,''"]),
        ("«We agree», she said.", ["«We agree»"]),
        ("‘We agree,’ she said.", ["‘We agree,’"]),
        ("'We agree,' she said.", ["'We agree,'"]),
        ("“He said ‘never’ twice,” she said.", ["“He said ‘never’ twice,”"]),
        ("The minister's aides left in the '90s.", []),
        ("They were the ministers' aides.", []),
        ('The pipe is 12" wide.', []),
    ],
)
def test_marks_pair(page_of: PageOf, text: str, found: list[str]) -> None:
    assert quoted(page_of(text, mentions=False)) == found


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(page_of: PageOf) -> None:
    page = page_of("“The road is long.\n“But it is open,” she said.", mentions=False)
    first, second = find_quotations(page, paragraphs(page)).all
    assert (first.closed, second.reopened) == (False, True)


def test_a_mark_left_open_by_a_slip_is_passed_over(page_of: PageOf) -> None:
    assert quoted(page_of("She said the “road was closed.\nNobody came.", mentions=False)) == []


def test_share_counts_words_and_not_marks(page_of: PageOf) -> None:
    page = page_of("“One two” three four.", mentions=False)
    assert quoted_share(page, find_quotations(page, paragraphs(page)), 0, len(page.text)) == (6, 15)


def bare_page(lines: list[str]) -> Page:
    """Lay out lines as one sentence each, with one token: what the finder of marks looks at."""
    text = "\n".join(lines)
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    kept = [(start, line) for start, line in zip(starts, lines, strict=True) if line.strip()]
    parse = Parse(
        report="r",
        sentences=tuple(Span(number, number + 1) for number in range(len(kept))),
        starts=tuple(start for start, _ in kept),
        ends=tuple(start + len(line) for start, line in kept),
        heads=tuple(range(len(kept))),
        tags=("NN",) * len(kept),
        pos=("NOUN",) * len(kept),
        deps=("ROOT",) * len(kept),
        lemmas=("x",) * len(kept),
        ents=("O",) * len(kept),
    )
    report = Report(id="r", raw="", uri="", text=text, text_sha256="")
    return Page(report, (Zone(report="r", start=0, end=len(text), kind="story", rule="test"),), parse)


@given(st.lists(st.text(alphabet="ab .,“”\"'‘’«»", max_size=30), max_size=5))
def test_quotations_never_overlap_and_stay_in_their_paragraph(lines: list[str]) -> None:
    page = bare_page(lines)
    found = find_quotations(page, paragraphs(page)).all
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(one.start < one.end and "\n" not in page.text[one.start : one.end] for one in found)
