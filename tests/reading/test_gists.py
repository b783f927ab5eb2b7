"""A gist is the words that tell what a report is about, and those of its opening first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.gists import MOST, OPENING, PAIRS, TITLE, gist

LEAD = "Envoys Anna Moss and Bo Lind met in Arden on Friday to speak of 12 bridges.\n"


def words(text: str) -> list[str]:
    """Give the telling words, those of the title and side by side aside."""
    return [word for word, _ in gist(text) if word[0] != "#" and " " not in word]


def test_words_of_the_title_and_words_side_by_side_stand_apart() -> None:
    found = {word for word, _ in gist("Arden bridge opens\nThe minority government of Lind opened it.")}
    assert {"#arden", "#bridge", "minority government"} <= found
    assert "#lind" not in found


@pytest.mark.parametrize("word", ["moss", "^moss", "lind", "arden", "^arden", "bridg", "12"])
def test_names_numbers_and_things_tell(word: str) -> None:
    assert word in words(LEAD)


def test_what_stands_in_every_report_tells_nothing() -> None:
    assert "the" not in words("The envoys left the town of Arden.")


def test_a_name_tells_more_than_a_common_word() -> None:
    found = dict(gist(LEAD))
    assert found["lind"] > found["friday"]


def test_the_opening_counts_threefold() -> None:
    found = dict(gist(LEAD + "word " * OPENING + "Quill"))
    assert found["lind"] == pytest.approx(3 * found["quill"], abs=0.02)


@pytest.mark.parametrize(
    ("left", "right"), [("bombing", "bombings"), ("Arden's", "Arden"), ("met with envoys", "met with Envoy")]
)
def test_inflection_and_case_do_not_matter(left: str, right: str) -> None:
    assert {word for word in words(left) if word[0] != "^"} == {word for word in words(right) if word[0] != "^"}


def test_a_line_with_an_address_is_left_out() -> None:
    assert words("http://example.org/arden-bridge Arden\nLind left.") == words("Lind left.")


@given(st.text())
def test_any_text_has_a_gist_no_longer_than_it_may_be_the_most_telling_first(text: str) -> None:
    found = gist(text)
    assert len(found) <= MOST + TITLE + PAIRS
    telling = [weight for word, weight in found if word[0] != "#" and " " not in word]
    assert telling == sorted(telling, reverse=True)
