"""Who held an office on a day."""

from datetime import date

import pytest

from dragoman.lexicon.people import person
from dragoman.lexicon.tenures import first_day, holders, last_day, of_person


@pytest.mark.parametrize(
    ("post", "where", "on", "name"),
    [
        ("first vice president", "IRN", date(2017, 12, 1), "Eshaq Jahangiri"),
        ("security council secretary", "IRN", date(2014, 2, 26), "Ali Shamkhani"),
        ("security council secretary", "RUS", date(2021, 11, 10), "Nikolai Patrushev"),
        ("foreign minister", "AZE", date(2016, 4, 7), "Elmar Mammadyarov"),
        ("defence minister", "LBN", date(2014, 10, 18), "Samir Mouqbel"),
        ("foreign minister", "USA", date(2016, 4, 7), "John Kerry"),
        ("foreign minister", "GBR", date(2016, 4, 7), "Philip Hammond"),
        ("prime minister", "DEU", date(2016, 4, 7), "Angela Merkel"),
        ("prime minister", "ESP", date(2016, 4, 7), "Mariano Rajoy"),
        ("secretary-general", "Q485207", date(2014, 2, 26), "Dmitry Mezentsev"),
        ("secretary-general", "Q1065", date(2016, 4, 7), "Ban Ki-moon"),
        ("foreign minister", "IRN", date(2025, 1, 1), "Abbas Araghchi"),
    ],
)
def test_one_held_the_office_that_day(post: str, where: str, on: date, name: str) -> None:
    (holder,) = {person(held.person) for held in holders(post, where, on)}
    assert holder is not None
    assert holder.name == name


def test_a_handover_day_has_two_holders() -> None:
    assert len({held.person for held in holders("president", "USA", date(2017, 1, 20))}) == 2


def test_an_open_tenure_is_sure_only_as_far_as_its_source_was_read() -> None:
    (held,) = holders("defence minister", "ESP", date(2022, 1, 1))
    assert held.surely_covers(date(2022, 1, 1))
    assert held.may_cover(date(2024, 1, 1))
    assert not held.surely_covers(date(2024, 1, 1))


def test_a_tenure_tells_its_source() -> None:
    assert {held.source for held in of_person("Q58217")} == {"Wikidata", "Wikidata, carried on by general knowledge"}
    assert "general knowledge" in {held.source for held in of_person("Q385485")}


def test_no_office_has_no_holder() -> None:
    assert holders("court jester", "GBR", date(2016, 1, 1)) == ()


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-12", date(2013, 12, 1), date(2013, 12, 31)),
        ("2013-08-15", date(2013, 8, 15), date(2013, 8, 15)),
    ],
)
def test_bounds_of_what_is_stated(stated: str, first: date, last: date) -> None:
    assert (first_day(stated), last_day(stated)) == (first, last)
