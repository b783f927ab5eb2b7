"""Country and sector of whom a phrase names."""

from collections.abc import Callable

import pytest

from dragoman.lexicon.sectors import sectors_by_noun, sectors_by_word_before
from dragoman.reading.events.affiliations import Affiliation, affiliation_of
from dragoman.reading.page import Page

PHRASES = [
    ("Norwegian soldiers", "NOR", "MIL"),
    ("Rebel commanders in Chad", "TCD", "REB"),
    ("Retired Norwegian generals", "NOR", "ELI"),
    ("A Taliban official", "AFG", "REB"),
    ("The Norwegian parliament", "NOR", "LEG"),
    ("The African Union", None, "IGO"),
    ("Fishermen from Norway", "NOR", "AGR"),
    ("Norway", "NOR", "GOV"),
]


@pytest.mark.parametrize(("phrase", "country", "sector"), PHRASES)
def test_country_and_sector_of_a_phrase(
    page_of: Callable[..., Page], phrase: str, country: str | None, sector: str
) -> None:
    page = page_of(f"{phrase} criticised the decision.")
    verb = next(token for token in page.tokens if token.lower == "criticised")
    subject = next(child for child in verb.children if child.dep == "nsubj")
    assert affiliation_of(page, subject) == Affiliation(country, sector)


def test_words_before_decide_no_sector_that_nouns_do_not_know() -> None:
    assert set(sectors_by_word_before().values()) <= set(sectors_by_noun().values())
