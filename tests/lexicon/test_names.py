"""Names are found by their words, with the capitals the lists ask for, and not in company that rules them out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon import bodies
from dragoman.lexicon.forms import pieces
from dragoman.lexicon.names import faults, lookup_phrase, names


def senses_of(words: str) -> set[tuple[str, str]]:
    match = lookup_phrase(words)
    return {(sense.known.country or sense.known.name, sense.sort) for sense in match.senses} if match else set()


def found_in(text: str) -> list[str]:
    return [match.words for match in names().find(text)]


def test_every_form_finds_itself_and_every_example_holds() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("words", "senses"),
    [
        ("the Islamic Republic of Iran", {("IRN", "alias")}),
        ("the Islamic Republic", {("IRN", "alias")}),
        ("Iranians", {("IRN", "people")}),
        ("Azeri", {("AZE", "demonym")}),
        ("U.S.", {("USA", "acronym")}),
        ("North Korea", {("PRK", "name")}),
        ("DPRK", {("PRK", "acronym")}),
        ("Korea", {("KOR", "alias"), ("PRK", "alias")}),
        ("Congolese", {("COG", "demonym"), ("COD", "demonym"), ("COG", "people"), ("COD", "people")}),
        ("Côte d’Ivoire", {("CIV", "alias")}),
        ("Guinea-Bissau", {("GNB", "name")}),
        ("The Hague", {("NLD", "capital")}),
        ("Tehran", {("IRN", "capital"), ("IRN", "name")}),
        ("the Kremlin", {("RUS", "metonym")}),
        ("Quai d'Orsay", {("FRA", "metonym")}),
        ("Shanghai Cooperation Organization", {("Shanghai Cooperation Organisation", "alias")}),
        ("al-Qaida", {("al-Qaeda", "alias")}),
        ("Secretary General", {("secretary-general", "name")}),
        ("Foreign Ministers", {("foreign minister", "plural")}),
        ("Zyrgovia", set()),
        ("us", set()),
        ("turkey", set()),
    ],
)
def test_a_phrase_means_what_the_lists_say(words: str, senses: set[tuple[str, str]]) -> None:
    assert senses_of(words) == senses


def test_only_one_thing_is_known_where_one_is_left() -> None:
    state, two = lookup_phrase("Uzbekistan"), lookup_phrase("Congo")
    assert state is not None
    assert state.known is not None
    assert state.known.id == "Q265"
    assert two is not None
    assert two.known is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tehran-Moscow ties grew.", ["Tehran", "Moscow"]),
        ("The U.S.-led talks in Equatorial Guinea ended.", ["U.S.", "Equatorial Guinea"]),
        ("He chairs the Supreme National Security Council.", ["Supreme National Security Council"]),
        ("IRAN WARNS TURKEY", ["IRAN", "TURKEY"]),
        ("Tell us who is in.", []),
        ("CONTACT US", []),
        ("They ate turkey and jam with a polish spoon.", []),
        ("Michael Jordan plays.", []),
        ("a lawyer from Savannah, Georgia", []),
    ],
)
def test_the_longest_names_of_a_text_are_found(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected


def test_names_within_a_longer_one_are_given_apart() -> None:
    text = "The secretary of the Supreme National Security Council left."
    (office,) = names().find(text)
    secretary, council = names().inside(office)
    assert (secretary.words, council.words) == ("secretary", "Supreme National Security Council")
    assert text[council.start : council.end] == council.words


def test_a_name_at_a_token_ends_where_a_token_ends() -> None:
    words = ["The", "South", "Korean", "foreign", "minister", "flew", "to", "Port", "-", "au", "-", "Prince", "."]
    assert next((m.start, m.end) for at in range(len(words)) if (m := names().longest_at(words, at))) == (1, 3)
    capital = names().longest_at(words, 7)
    assert capital is not None
    assert (capital.start, capital.end) == (7, 12)
    assert names().longest_at(["U.S.-led"], 0) is None


def test_later_words_for_a_body_are_known() -> None:
    sco = bodies.known_body("SCO")
    assert sco is not None
    assert "bloc" in bodies.described(sco.id)


@given(st.text(max_size=80))
def test_pieces_and_matches_stand_where_they_say(text: str) -> None:
    for piece in pieces(text):
        assert 0 <= piece.start < piece.end <= len(text)
    ends = 0
    for match in names().find(text):
        assert match.start >= ends
        assert text[match.start : match.end] == match.words
        ends = match.end
