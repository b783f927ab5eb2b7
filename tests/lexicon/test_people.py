"""One key for the spellings of a name, and different keys for different people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon.people import is_known, name_key, named, person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Es'haq Jahangiri", "Eshagh Jahangiri"),
        ("Es’haq Jahangiri", "Ishaq Jahangiri"),
        ("Hossein Dehqan", "Hussein Dehghan"),
        ("Sergey Shoigu", "Sergei Shoygu"),
        ("Dimitry Mezentsev", "Dmitriy Mezentsev"),
        ("Samir Moqbel", "Sameer Mouqbel"),
        ("Nikolay Patrushev", "Nikolai Patrushev"),
        ("Mohammed Javad Zarif", "Mohammad Javad Zarif"),
        ("Hassan Rouhani", "Hasan Rowhani"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Yevgeny Primakov", "Evgenii Primakov"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Qassem Soleimani", "Ghasem Suleimani"),
        ("Abdullah Gül", "Abdulla Gul"),
        ("Kim Jong-un", "Kim Jong Un"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hossein Dehghan", "Hassan Dehghan"),
        ("Sergey Lavrov", "Aleksey Lavrov"),
        ("Nikolai Patrushev", "Dmitry Patrushev"),
        ("Ali Larijani", "Sadeq Larijani"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Sergei Ivanov", "Sergei Lavrov"),
        ("Lee Hsien Loong", "Lee Hsien Yang"),
        ("Wang Yi", "Wang Li"),
        ("George W. Bush", "George H. W. Bush"),
    ],
)
def test_different_people_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Eshagh Jahangiri", "Q5397780"),
        ("Hossein Dehqan", "Q14514593"),
        ("Sergei Shoigu", "Q32024"),
        ("Dimitry Mezentsev", "Q385485"),
        ("Javad Zarif", "Q10296812"),
        ("Sergei Lavrov", "Q58217"),
    ],
)
def test_a_name_finds_its_bearer(name: str, identity: str) -> None:
    assert [one.id for one in named(name)] == [identity]


def test_a_last_name_borne_by_two_gives_both() -> None:
    assert {one.id for one in named("Lavrov")} == {"Q58217", "Q17562668"}


def test_nobody_is_nobody() -> None:
    assert named("") == ()
    assert named("Zyrgov Qwertyanov") == ()
    assert person("Q0") is None


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_blanks_around_it_do_not_change(text: str) -> None:
    assert name_key(text) == name_key(f" {text}  ")
    assert all(person(one.id) is not None for one in named(text))


@pytest.mark.parametrize(
    "name", ["Kim Jong Un", "Bruno Rodríguez", "Salva Kiir", "Bashar Assad", "Javad Zarif", "Andrew McCabe"]
)
def test_who_is_named_by_given_and_family_name_is_known(name: str) -> None:
    assert is_known(name)


@pytest.mark.parametrize("name", ["Mei Ling", "Jim Young", "Jae In"])
def test_a_name_without_the_family_s_is_not_theirs(name: str) -> None:
    assert not is_known(name)
