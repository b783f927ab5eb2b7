"""The day of an act: in its own clause, before it, or lent by the verb above; never from elsewhere."""

from collections.abc import Callable

import pytest

from dragoman.reading.page import Page
from dragoman.reading.when import day_of

PageOf = Callable[..., Page]


def day_at(page: Page, word: str) -> str | None:
    token = next(token for token in page.tokens if token.text == word)
    day = day_of(page, token)
    return page.text[day.start : day.end] if day else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The envoy arrived in Riga on 3 May 2014.", "arrived", "3 May 2014"),
        ("On 3 May 2014, the envoy arrived in Riga.", "arrived", "3 May 2014"),
        ("The envoy arrived on 3 May 2014 and met the king.", "met", "3 May 2014"),
        ("The envoy said on 3 May 2014 that rebels had attacked the port.", "attacked", None),
        ("The envoy said that rebels had attacked the port on 3 May 2014.", "said", None),
        ("The king, who was crowned on 3 May 2014, praised the accord.", "praised", None),
        ("The envoy praised the accord.", "praised", None),
        ("The talks lasted two days.", "lasted", None),
    ],
)
def test_day_of_a_clause(page_of: PageOf, text: str, word: str, day: str | None) -> None:
    assert day_at(page_of(text, entities=False), word) == day


def test_publication_is_no_day_of_an_act(page_of: PageOf) -> None:
    assert day_at(page_of("The envoy praised the accord.", published="2014-05-03", entities=False), "praised") is None


def test_two_days_that_differ_give_none(page_of: PageOf) -> None:
    page = page_of("The envoy spoke in Riga on 3 May 2014, and in Oslo on 9 June 2015.", entities=False)
    assert day_at(page, "spoke") is None
