"""Two spellings of one name are alike; brothers, parents and namesakes are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon.spellings import alike, is_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muammar Qaddafi", "Moammar Gadhafi"),
        ("Abdel Fattah al-Sissi", "Abdelfattah El-Sisi"),
        ("Mohamed ElBaradei", "Mohammed El Baradei"),
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"),
        ("Volodymyr Zelenskyy", "Vladimir Zelenskiy"),
        ("Serzh Sargsyan", "Serzh Sarkisian"),
        ("Shinzo Abe", "Abe Shinzo"),
        ("Javad Zarif", "Mohammad Javad Zarif"),
        ("Ayatollah Khamenei", "Ali Khamenei"),
        ("Angela Merkel", "Angela Merkle"),
        ("Ali Shamkahni", "Ali Shamkhani"),
        ("J. Kerry", "John Kerry"),
        ("George Bush", "George W. Bush"),
        ("Xi", "Xi Jinping"),
        ("Jim Mattis", "James Mattis"),
        ("Bob Mueller", "Robert S. Mueller"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Mahmoud Hashemi", "Mohammad Hashemi"),
        ("Khalid bin Salman", "Mohammed bin Salman"),
        ("Mishal Al-Ahmad Al-Sabah", "Jaber Al-Ahmad Al-Sabah"),
        ("Ilham Aliyev", "Mehriban Aliyeva"),
        ("A. Lavrov", "Sergey Lavrov"),
        ("Kim Yo-jong", "Kim Jong-un"),
        ("Deval Patrick", "Patrick D. Gallagher"),
        ("Lee Hsien Yang", "Lee Hsien Loong"),
        ("Donald Tusk", "Donald Trump"),
        ("Sergei", "Sergei Lavrov"),
        ("", "Sergei Lavrov"),
    ],
)
def test_names_of_two_people_are_not(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def test_an_ending_is_no_slip() -> None:
    assert is_slip("shamkahni", "shamkhani")
    assert not is_slip("aliyeva", "aliyev")


@given(st.text(max_size=30), st.text(max_size=30))
def test_alike_is_the_same_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
