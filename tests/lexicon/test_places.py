"""Places by name: the main name before others, the capital before its province, countries without a point."""

import pytest

from dragoman.lexicon import places


@pytest.mark.parametrize(
    ("name", "geonames", "precision"),
    [
        ("Sochi", 491422, "city"),
        ("Baku", 587084, "city"),
        ("New Delhi", 1261481, "city"),
        ("Delhi", 1273294, "city"),
        ("Tehran", 112931, "city"),
        ("Islamabad", 1176615, "city"),
        ("Washington", 4140963, "city"),
        ("Paris", 2988507, "city"),
        ("the Caucasus", 615318, "region"),
        ("Central Asia", 7729893, "region"),
        ("Karabakh", 409410, "region"),
        ("Iran", 130758, "country"),
        ("Georgia", 614540, "country"),
    ],
)
def test_the_likeliest_place_comes_first(name: str, geonames: int, precision: str) -> None:
    first = places.lookup(name)[0]
    assert (first.geonames, first.precision) == (geonames, precision)


def test_a_country_has_no_point_and_a_city_has() -> None:
    assert places.lookup("Iran")[0].lat is None
    assert places.lookup("Sochi")[0].lat == pytest.approx(43.597, abs=0.05)


def test_a_name_in_a_country_keeps_that_country() -> None:
    assert {place.country for place in places.lookup("London", "CAN")} == {"CAN"}
    assert places.lookup("Vienna", "JPN") == ()


def test_a_state_is_one_thing_as_place_and_as_actor() -> None:
    assert places.lookup("Iran")[0].id == "Q794"
    by_id = places.place(130758)
    assert by_id is not None
    assert by_id.id == "Q794"


def test_unknown_stays_unknown() -> None:
    assert places.lookup("Zyrgovia") == ()
    assert places.place(1) is None


def test_case_accents_and_hyphens_do_not_count() -> None:
    assert places.lookup("port au prince")[0].id == places.lookup("Port-au-Prince")[0].id
