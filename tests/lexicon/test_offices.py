"""Words for offices lead to the post; what they mean may hang on the state."""

import pytest

from dragoman.lexicon.forms import keys
from dragoman.lexicon.offices import honorifics, office, plural, posts_named, statuses


@pytest.mark.parametrize(
    ("words", "country", "posts"),
    [
        ("foreign minister", None, ("foreign minister",)),
        ("Minister of Foreign Affairs", "RUS", ("foreign minister",)),
        ("foreign secretary", "GBR", ("foreign minister",)),
        ("foreign secretary", "IND", ("foreign secretary",)),
        ("secretary of state", "USA", ("foreign minister",)),
        ("secretary of state", "FRA", ()),
        ("chancellor", "DEU", ("prime minister",)),
        ("external affairs minister", "IND", ("foreign minister",)),
        ("DM", None, ("defence minister",)),
        ("top diplomat", None, ("foreign minister",)),
    ],
)
def test_words_mean_a_post(words: str, country: str | None, posts: tuple[str, ...]) -> None:
    assert posts_named(words, country) == posts


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("foreign minister", "foreign ministers"),
        ("minister of foreign affairs", "ministers of foreign affairs"),
        ("secretary-general", "secretaries-general"),
        ("spokesman", "spokesmen"),
        ("attorney general", "attorney generals"),
        ("deputy", "deputies"),
        ("attorney-general", "attorneys-general"),
    ],
)
def test_offices_have_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_ranks_and_status_words_are_known() -> None:
    assert honorifics()[keys("Rear Admiral")].kind == "rank"
    assert honorifics()[keys("Ayatollah")].sector == "REL"
    assert statuses()[keys("former")] == "former"
    assert statuses()[keys("designate")] == "designate"


def test_heads_are_marked() -> None:
    president, premier = office("president"), office("prime minister")
    assert president is not None
    assert president.head == "state"
    assert premier is not None
    assert premier.head == "government"
