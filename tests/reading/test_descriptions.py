"""Words that mean something named before."""

from collections.abc import Callable

import pytest

from dragoman.reading.page import Page

PageOf = Callable[..., Page]


def meant(page: Page, words: str) -> list[str | None]:
    links = [page.links.get(mention.id) for mention in page.mentions if mention.text == words]
    return [page.entities[link.entity].name if link and link.entity else None for link in links]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO met on Friday. The alliance was silent.", "alliance", "North Atlantic Treaty Organization"),
        ("The Kenyan foreign ministry reopened. The ministry said so.", "ministry", "foreign ministry of Kenya"),
        ("The Kenyan side said no.", "Kenyan side", "Kenya"),
        ("The Kenyan foreign ministry reopened. It said so.", "It", "foreign ministry of Kenya"),
        ("Kenya held a vote. The country was calm.", "country", "Kenya"),
        ("The Kenyan army met the Chadian army. The army said no.", "bloc", None),
    ],
)
def test_the_one_that_fits_is_meant(page_of: PageOf, text: str, words: str, name: str | None) -> None:
    assert meant(page_of(text), words) == ([name] if name else [])


def test_what_two_fit_stays_open(page_of: PageOf) -> None:
    page = page_of("The Kenyan foreign ministry met the Chadian foreign ministry. The ministry said no.")
    assert meant(page, "ministry") == [None]


def test_somebody_unnamed_is_not_taken_for_somebody_named(page_of: PageOf) -> None:
    page = page_of("Kenyan Foreign Minister Ada Lund left. A deputy minister spoke. The official said no.")
    assert meant(page, "official") == [None]
