"""What plain words of saying do by what is said."""

from collections.abc import Callable

import pytest

from dragoman.reading.page import Page
from dragoman.reading.statements import read_statements

PageOf = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway said it was ready to mediate.", "offer"),
        ("Norway said that Kenya should hold a vote.", "urge"),
        ("Norway said that Kenya must hold a vote.", "demand"),
        ("Norway said it would send doctors.", "promise"),
        ("Norway said it would expel the envoy.", "say"),
        ("Norway said that Kenya would send doctors.", "say"),
        ("The envoy called the pact a milestone.", "praise"),
        ("The envoy called the raid irresponsible.", "criticise"),
        ("The envoy called the pact no milestone.", "describe"),
    ],
)
def test_words_say_what_the_cue_leaves_open(page_of: PageOf, text: str, act: str) -> None:
    assert [row.act for row in read_statements(page_of(text))] == [act]
