"""Days that a report leaves open, inferred from weekdays, terms of office and pictures, or left open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.models import parser
from dragoman.reading.dates import infer_published
from dragoman.reading.documents import read_document
from dragoman.reading.entities import read_entities
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.publication import infer_days, may_be_inferred
from dragoman.reading.tenures import read_tenures
from dragoman.records import Day, Raw, sha256_of

_MORE = " The two men spoke of trade, of energy and of a joint commission that their deputies are to lead."
_VIENNA = (
    "Vienna, March 14, APA – Austrian Foreign Minister Sebastian Kurz on {weekday} received NATO Secretary General "
    "Anders Fogh Rasmussen.{more}"
)


def days_of(text: str) -> tuple[str, tuple[Day, ...]]:
    """Read a report as it stands and infer its days."""
    content = text.encode()
    raw = Raw(id=sha256_of(content), uri="test:", media_type="text/plain", bytes=content)
    report, zones = read_document(raw, longest=10_000)
    parse = parse_report(report, zones, parser("en_core_web_sm"))
    mentions, days = read_mentions(Page(report, zones, parse))
    page = Page(report, zones, parse, mentions, days=days)
    if not may_be_inferred(page):
        return report.text, days
    known, links = read_entities(page)
    page = Page(report, zones, parse, mentions, links, known, days)
    return report.text, infer_days(page, read_tenures(page))


def shown(text: str) -> list[tuple[str, str | None, str]]:
    words, days = days_of(text)
    return [(words[day.start : day.end], day.value, day.basis) for day in days]


def test_weekday_dateline_and_terms_leave_one_day() -> None:
    text, days = days_of(_VIENNA.format(weekday="Friday", more=_MORE))
    assert [(text[day.start : day.end], day.value, day.basis, day.anchor) for day in days] == [
        ("March 14", "2014-03-14", "inferred", "2014-03-14"),
        ("Friday", "2014-03-14", "inferred", "2014-03-14"),
    ]
    reasons = "; ".join(days[0].reasons)
    assert all(part in reasons for part in ("March 14", "Friday", "Kurz", "Rasmussen", "only 2014-03-14 fits"))


def test_what_counts_from_an_inferred_day_is_counted() -> None:
    more = " They last met in October, and spoke by phone two days ago. “Today we begin anew,” Kurz said."
    text, days = days_of(_VIENNA.format(weekday="Friday", more=more))
    told = {text[day.start : day.end]: (day.value, day.basis) for day in days}
    assert told["October"] == ("2013-10", "inferred")
    assert told["two days ago"] == ("2014-03-12", "inferred")
    assert told["Today"] == (None, "constraint")


def test_days_left_are_listed_and_none_is_chosen() -> None:
    text, days = days_of(
        "Berlin, Feb 26 (DPA) – German Chancellor Angela Merkel on Wednesday received Russian Foreign Minister Sergei "
        "Lavrov." + _MORE
    )
    told = {text[day.start : day.end]: (day.value, day.candidates) for day in days}
    assert told["Feb 26"] == told["Wednesday"] == (None, ("2014-02-26", "2020-02-26"))


@pytest.mark.parametrize(
    "text",
    [
        _VIENNA.format(weekday="Tuesday", more=_MORE),  # no such day in both terms
        "Vienna, March 14, APA – The ministers on Friday received an envoy." + _MORE,  # nobody whose term is known
        (  # Wednesday is to come
            "Berlin, Feb 26 (DPA) – German Chancellor Angela Merkel will receive Russian Foreign Minister "
            "Sergei Lavrov on Wednesday." + _MORE
        ),
        (  # written on the morning after, for all we know
            "Berlin, Feb 26 (DPA) – German Chancellor Angela Merkel received Russian Foreign Minister "
            "Sergei Lavrov on Wednesday night." + _MORE
        ),
        # one holder alone may be named for what he did long ago
        "Vienna, March 14, APA – NATO Secretary General Anders Fogh Rasmussen on Friday received an envoy." + _MORE,
        "Vienna, APA – Austrian Foreign Minister Sebastian Kurz on Friday received an envoy." + _MORE,
    ],
)
def test_what_is_not_left_alone_is_not_inferred(text: str) -> None:
    assert all(value is None and basis != "inferred" for _, value, basis in shown(text))


def test_terms_that_contradict_each_other_infer_nothing() -> None:
    more = " He praised US President Bill Clinton."
    assert all(basis != "inferred" for _, _, basis in shown(_VIENNA.format(weekday="Friday", more=more)))


def test_holders_further_down_count_together_and_not_alone() -> None:
    opening = "Oslo, March 17, NTB – The envoy was summoned to the ministry on Saturday." + _MORE * 4
    alone = opening + " British Prime Minister Theresa May had spoken of a reply."
    both = alone + " Austrian Chancellor Sebastian Kurz had praised it."
    assert all(basis != "inferred" for _, _, basis in shown(alone))
    assert ("March 17", "2018-03-17", "inferred") in shown(both)


def test_a_stated_day_is_left_as_it_is() -> None:
    text = _VIENNA.format(weekday="Friday", more=_MORE).replace("March 14,", "March 14, 2014,")
    assert next(basis for _, _, basis in shown(text)) == "stated"


_PICTURE = (
    "Ministers hail new accord\n\n"
    "Omani Foreign Minister Yusuf bin Alawi (R) and his Norwegian counterpart Borge Brende (L) attend a meeting in "
    "Muscat, Oman, on {day}. (ONA photo)\n\n"
    "Omani Foreign Minister Yusuf bin Alawi has praised a new accord on fisheries.\n\n"
    "Alawi made the remark in a meeting with Norwegian Foreign Minister Borge Brende in Muscat on Thursday.\n\n"
    "A storm had struck the coast on March 28.\n"
)


def test_a_picture_of_the_meeting_dates_it() -> None:
    told = {words: (value, basis) for words, value, basis in shown(_PICTURE.format(day="March 31, 2016"))}
    assert told["Thursday"] == ("2016-03-31", "inferred")
    assert told["March 28"] == ("2016-03-28", "inferred")


def test_a_picture_of_another_weekday_dates_nothing() -> None:
    told = {words: (value, basis) for words, value, basis in shown(_PICTURE.format(day="March 29, 2016"))}
    assert told["Thursday"] == (None, "constraint")
    assert told["March 28"] == (None, "constraint")


@given(
    st.integers(0, 6),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
)
def test_no_day_outside_its_bounds_is_ever_left(weekday: int, like: date, one: date, other: date) -> None:
    earliest, latest = sorted((one, other))
    left = infer_published(weekday, like.month, like.day, earliest, latest)
    assert all(
        earliest <= day <= latest and (day.weekday(), day.month, day.day) == (weekday, like.month, like.day)
        for day in left
    )
    assert (like in left) == (earliest <= like <= latest and like.weekday() == weekday)
