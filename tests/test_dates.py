"""Days of stated precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import Days, days_of, month_of, parse_days, part_of_year, stretch_of, year_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2016-04-07", "2016-04-07"),
        ("2016-04", "2016-04"),
        ("2016", "2016"),
        ("2016-04-01/2016-04-05", "2016-04-01/2016-04-05"),
        ("2016-21", "2016-21"),
        ("2009-33", "2009-33"),
        ("198X", "198X"),
        ("19XX", "19XX"),
        ("20160407", "2016-04-07"),
        ("2016/04/07 10:20", "2016-04-07"),
        ("2016-04-07T23:10:00-08:00", "2016-04-07"),
        ("2016-04-08T00:30:00+04:30", "2016-04-08"),
        ("Thu, 07 Apr 2016 12:00:00 GMT", "2016-04-07"),
        ("Thu Apr  7 12:00:00 2016", "2016-04-07"),
        ("Thursday, April 7, 2016 10:00 AM EDT", "2016-04-07"),
        ("7 April 2016", "2016-04-07"),
        ("7th of April, 2016", "2016-04-07"),
        ("Sept. 3, 2013", "2013-09-03"),
        ("April 2016", "2016-04"),
        ("13/07/2016", "2016-07-13"),
        ("07/07/2016", "2016-07-07"),
    ],
)
def test_a_stated_day_is_read_at_its_precision(text: str, value: str) -> None:
    days = parse_days(text)
    assert days is not None
    assert days.value == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "04/07/2016",
        "1395/01/19",
        "1395-01-19",
        "2016-13-01",
        "2016-04-31",
        "2016-13",
        "0000",
        "yesterday",
        "2016-05/2016-04",
        "7 Smarch 2016",
    ],
)
def test_what_is_ambiguous_or_no_day_is_none(text: str) -> None:
    assert parse_days(text) is None


def test_bounds_belong_to_the_stretch() -> None:
    assert month_of(2016, 2) == Days("2016-02", date(2016, 2, 1), date(2016, 2, 29))
    assert part_of_year(2009, 33).last == date(2009, 3, 31)
    assert part_of_year(2016, 24).first == date(2015, 12, 1)


def test_days_compare() -> None:
    april, seventh = month_of(2016, 4), days_of(date(2016, 4, 7))
    assert april.covers(seventh)
    assert not seventh.covers(april)
    assert year_of(2015).before(seventh)
    assert seventh.single == date(2016, 4, 7)
    assert april.single is None


@given(st.dates(date(1500, 1, 1), date(2200, 12, 31)), st.integers(0, 400))
def test_what_is_laid_out_reads_back(first: date, length: int) -> None:
    last = min(date.fromordinal(first.toordinal() + length), date(2200, 12, 31))
    for days in (days_of(first), stretch_of(first, last), month_of(first.year, first.month), year_of(first.year)):
        assert parse_days(days.value) == days


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    days = parse_days(text)
    assert days is None or days.first <= days.last
