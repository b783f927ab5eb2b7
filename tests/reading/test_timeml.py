"""TimeML and TIMEX3: documents read by the benchmark, and values as TIMEX3 says them."""

from pathlib import Path

import pytest
from benchmarks.days import documents_of, timex_value

from dragoman.dates import Days, days_of, parse_days
from dragoman.lexicon.days import day_rules
from dragoman.reading.dates import find_days

_CREATED = "1994-11-03"
_TEXT = (
    "Harbour board shares closed higher <TIMEX3 tid='t1' type='DATE' value='1994-11-03'>Thursday</TIMEX3> after "
    "<TIMEX3 tid='t2' type='DURATION' value='P2Q'>two quarters</TIMEX3> of losses &amp; doubt."
)
_OUTSIDE = (
    "<?xml version='1.0'?><TimeML><DOCID>own</DOCID><DCT><TIMEX3 tid='t0' type='DATE' value='1994-11-03' "
    f"functionInDocument='CREATION_TIME'>1994-11-03</TIMEX3></DCT><TEXT>{_TEXT}</TEXT></TimeML>"
)
_INSIDE = (
    "<?xml version='1.0'?><TimeML>Riga, <TIMEX3 tid='t0' type='DATE' value='1994-11-03' "
    f"functionInDocument='CREATION_TIME'>Nov. 3</TIMEX3> {_TEXT}</TimeML>"
)


def created() -> Days:
    days = parse_days(_CREATED)
    assert days is not None
    return days


@pytest.mark.parametrize("written", [_OUTSIDE, _INSIDE])
def test_a_timeml_document_gives_text_times_and_creation_day(tmp_path: Path, written: str) -> None:
    (tmp_path / "own.tml").write_text(written)
    (document,) = documents_of(tmp_path)
    assert document.published is not None
    assert document.published.value == _CREATED
    assert [(document.text[each.start : each.end], each.value) for each in document.gold] == [
        ("Thursday", "1994-11-03"),
        ("two quarters", "P2Q"),
    ]


def test_times_within_times_are_both_kept(tmp_path: Path) -> None:
    nested = "<TIMEX3 value='P1W'>the week of <TIMEX3 value='1994-10-31'>Oct. 31</TIMEX3></TIMEX3>"
    (tmp_path / "own.tml").write_text(f"<TimeML><TEXT>In {nested} they met.</TEXT></TimeML>")
    (document,) = documents_of(tmp_path)
    assert [document.text[each.start : each.end] for each in document.gold] == ["the week of Oct. 31", "Oct. 31"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Profit rose in the third quarter from a year earlier.", ["1994-Q3", "1993-Q3"]),
        ("Sales fell in October from the same month a year ago.", ["1994-10", "1993-10"]),
        ("In the year-ago quarter it lost money.", ["1993-Q4"]),
        ("It was posted after two consecutive quarters of loss.", ["P2Q"]),
        ("It will pay by Nov. 10.", ["1994-11-10"]),
        ("The talks of 11/02/94 went on.", ["1994-11-02"]),
        ("Results for fiscal 1995 come next month.", ["FY1995", "1994-12"]),
        ("The budget is for the current fiscal year.", ["FY1994"]),
        ("Trade fell in the first half of 1990.", ["1990-H1"]),
        ("The port was rebuilt in the 1950s, half a century ago.", ["195", "P50Y"]),
        ("They meet every Monday.", ["XXXX-WXX-1"]),
        ("They met this morning and on Wednesday night.", ["1994-11-03TMO", "1994-11-02TNI"]),
        ("Trading began at 8:30 a.m. EST.", ["1994-11-03T08:30"]),
        ("They met over the weekend.", ["1994-W43-WE"]),
        ("He was there last week and last fall.", ["1994-W43", "1993-FA"]),
        ("He left years ago and now lives here.", ["PAST_REF", "PRESENT_REF"]),
        ("It will open in the near future.", ["FUTURE_REF"]),
        ("The board closes the books at year-end.", ["1994"]),
        ("For years he led the firm.", ["PXY"]),
        ("“Today we sign,” he said.", ["1994-11-03"]),
    ],
)
def test_a_phrase_of_newswire_gets_its_timex3_value(text: str, values: list[str]) -> None:
    found = find_days(text, [(0, len(text))], created(), day_rules())
    assert [timex_value(each, created()) for each in found] == values


def test_what_the_record_leaves_open_timex3_fills_only_with_a_creation_day() -> None:
    text = "Two weeks earlier they had risen."
    (found,) = find_days(text, [(0, len(text))], created(), day_rules())
    assert (timex_value(found), timex_value(found, created())) == ("", "1994-W42")
    assert days_of(created().first) == created()
