"""Who came along to a meeting."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.page import Page

Lay = Callable[..., Page]

THREE = [
    "Emmanuel Macron met Angela Merkel on Monday, accompanied by Boris Johnson.",
    "Emmanuel Macron, accompanied by Boris Johnson, met Angela Merkel in Paris.",
    "Emmanuel Macron, along with Boris Johnson, held talks with Angela Merkel.",
    "Emmanuel Macron held talks with Angela Merkel in the presence of Boris Johnson.",
    "The meeting between Emmanuel Macron and Angela Merkel was attended by Boris Johnson.",
    "Emmanuel Macron and Angela Merkel met in Paris. They were joined by Boris Johnson.",
    "Emmanuel Macron and Angela Merkel met in Paris. The meeting was attended by Boris Johnson.",
]
TWO = [
    "Emmanuel Macron and Angela Merkel met in Paris. Thousands were joined by Boris Johnson.",
    "Emmanuel Macron met Angela Merkel. The wedding was attended by Boris Johnson.",
    "Emmanuel Macron spoke by telephone with Angela Merkel. He was accompanied by Boris Johnson.",
]


def present(page: Page) -> set[str]:
    (met,) = (event for event in read_events(page, ()) if event.kind == "CONSULT")
    return {page.entities[party.entity].name for party in (*met.actors, *met.recipients) if party.entity}


@pytest.mark.parametrize("sentence", THREE)
def test_who_came_along_was_there(page_of: Lay, sentence: str) -> None:
    assert present(page_of(sentence)) == {"Emmanuel Macron", "Angela Merkel", "Boris Johnson"}


@pytest.mark.parametrize("sentence", TWO)
def test_who_was_elsewhere_was_not(page_of: Lay, sentence: str) -> None:
    assert present(page_of(sentence)) == {"Emmanuel Macron", "Angela Merkel"}
