"""The currencies prove themselves, and a bare sign means what the outlet's readers take it for."""

import pytest

from dragoman.lexicon.currencies import code_of, currencies
from dragoman.reading.events.money import faults


def test_the_list_proves_itself() -> None:
    assert list(faults()) == []


def test_each_code_is_one_and_of_three_letters() -> None:
    codes = [each.code for each in currencies()]
    assert codes == sorted(set(codes))
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize(
    ("sign", "country", "code"),
    [
        ("$", None, "USD"),
        ("$", "USA", "USD"),
        ("$", "AUS", "AUD"),
        ("$", "JAM", None),
        ("US$", "AUS", "USD"),
        ("Dollars", "GBR", "USD"),
        ("pounds", "GBR", "GBP"),
        ("pounds", "EGY", "EGP"),
        ("pound", "SYR", None),
        ("rupees", None, None),
        ("rupees", "PAK", "PKR"),
        ("¥", "CHN", "CNY"),
        ("¥", None, "JPY"),
    ],
)
def test_a_sign_means_one_currency_or_none(sign: str, country: str | None, code: str | None) -> None:
    assert code_of(sign, country) == code
