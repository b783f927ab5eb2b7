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
        ("The council meets every Monday.", "meets", None),
        ("On 3 May 2014 the envoy arrived in Riga and the king received him.", "received", "3 May 2014"),
        ("On 3 May 2014, the envoy arrived in Riga and met the king.", "met", "3 May 2014"),
        ("On 3 May 2014, the envoy arrived in Riga, but the king had left.", "left", None),
        ("On 3 May 2014, the envoy arrived in Riga and the king will receive him.", "receive", None),
        ("On 3 May 2014, the envoy said that rebels attacked the port.", "attacked", None),
    ],
)
def test_day_of_a_clause(page_of: PageOf, text: str, word: str, day: str | None) -> None:
    assert day_at(page_of(text, entities=False), word) == day


def test_publication_is_no_day_of_an_act(page_of: PageOf) -> None:
    assert day_at(page_of("The envoy praised the accord.", published="2014-05-03", entities=False), "praised") is None


def dated(page: Page, word: str) -> tuple[str | None, str] | None:
    token = next(token for token in page.tokens if token.text == word)
    day = day_of(page, token)
    return (day.value, day.basis) if day else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("“We signed the accord today,” the envoy said on Tuesday.", "signed", ("2016-04-05", "relative")),
        ("“We signed the accord today,” the envoy said.", "signed", None),
        ("“We signed the accord on Monday,” the envoy said on Tuesday.", "signed", ("2016-04-04", "weekday")),
        ("“We signed the accord last week,” the envoy said in October.", "said", ("2015-10", "relative")),
        ("The envoy said on Tuesday that he will travel to Oslo on May 4.", "travel", ("2016-05-04", "relative")),
        ("The envoy, who will travel to Oslo on May 4, met the king.", "met", None),
        ("In October, the envoy called for unity.", "called", ("2015-10", "relative")),
        ("The envoy met the king today.", "met", ("2016-04-08", "relative")),
    ],
)
def test_days_count_from_speech_and_keep_their_own(
    page_of: PageOf, text: str, word: str, day: tuple[str, str] | None
) -> None:
    assert dated(page_of(text, published="2016-04-08", entities=False), word) == day


_UNTIMED = ("The envoy met the king.", "Rebels attacked the port.", "She praised the accord and thanked the hosts.")


@pytest.mark.parametrize("text", _UNTIMED)
@pytest.mark.parametrize("others", ["", "The talks are to end on May 4.", "The bloc was founded in 2001."])
def test_no_act_is_dated_by_publication_alone(page_of: PageOf, text: str, others: str) -> None:
    page = page_of(f"{text}\n{others}".strip(), published="2016-04-08", entities=False)
    own = [token for token in page.tokens if token.start < len(text)]
    assert {day_of(page, token) for token in own} == {None}


def test_two_days_that_differ_give_none(page_of: PageOf) -> None:
    page = page_of("The envoy spoke in Riga on 3 May 2014, and in Oslo on 9 June 2015.", entities=False)
    assert day_at(page, "spoke") is None
