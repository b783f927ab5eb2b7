"""Datelines: the head of a story in, place, agency and day out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.zones.datelines import read_dateline

READ = [
    ("MOSCOW, April 7 (Reuters) - Russia said on Thursday", "MOSCOW, April 7 (Reuters) -", "Moscow", "Reuters"),
    ("Tehran, Mar 3m IRNA – The minister", "Tehran, Mar 3m IRNA –", "Tehran", "IRNA"),
    ("BAKU (Interfax) — Talks began", "BAKU (Interfax) —", "Baku", "Interfax"),
    ("New Delhi: The minister said", "New Delhi:", "New Delhi", None),
    ("GENEVA — Envoys met", "GENEVA —", "Geneva", None),
    ("(AFP) — Leaders met", "(AFP) —", None, "Agence France-Presse"),
    ("Washington (CNN) Senators met", "Washington (CNN)", "Washington", "CNN"),
    ("ROME/CAIRO, Jan 14 (Reuters) - Clerics met", "ROME/CAIRO, Jan 14 (Reuters) -", "Rome/Cairo", "Reuters"),
    ("HARTLEYVILLE, Turkey (AP) — Police said", "HARTLEYVILLE, Turkey (AP) —", "Hartleyville, Turkey", "Associated Press"),
    ("MOSCOW, April 7. /TASS/. Russia will", "MOSCOW, April 7. /TASS/.", "Moscow", "TASS"),
    ("BAKU, Azerbaijan, May 2 / Trend. Azerbaijan", "BAKU, Azerbaijan, May 2 / Trend.", "Baku, Azerbaijan", "Trend"),
    ("YEREVAN, MAY 2, ARMENPRESS. The president", "YEREVAN, MAY 2, ARMENPRESS.", "Yerevan", "Armenpress"),
    ("New Delhi [India], April 7 (ANI): India", "New Delhi [India], April 7 (ANI):", "New Delhi [India]", "ANI"),
    ("Istanbul, May 5 (Neva Wire) — Ministers met", "Istanbul, May 5 (Neva Wire) —", "Istanbul", "Neva Wire"),
    ("Tehran, IRNA – The minister", "Tehran, IRNA –", "Tehran", "IRNA"),
]  # fmt: skip
UNREAD = [
    "SNSC secretary: Iran ready for talks",
    "BREAKING — Talks fail in Vienna",
    "FILE - In this photo envoys meet",
    "Putin: Russia backs Iran",
    "Iran: The road ahead",
    "China-Russia ties grow",
    "Israel - Palestine talks resume",
    "Moscow – the capital – is quiet",
    "In Geneva on April 7, 2016 (Reuters) reported",
    "On Tuesday, April 7 - the minister left",
    "The United States (US) - backed forces",
    "Iran (IRNA) said",
    "Sochi, 1 December the leaders met",
    "",
]


@pytest.mark.parametrize(("line", "words", "place", "agency"), READ)
def test_a_dateline_gives_its_words_place_and_agency(
    line: str, words: str, place: str | None, agency: str | None
) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert (line[dateline.start : dateline.end], dateline.place, dateline.agency) == (words, place, agency)


@pytest.mark.parametrize("line", UNREAD)
def test_what_only_looks_like_a_dateline_is_none(line: str) -> None:
    assert read_dateline(line) is None


def test_a_full_day_is_a_day() -> None:
    line = "SOCHI, December 1, 2017 (TASS) - Ministers met"
    dateline = read_dateline(line, 10)
    assert dateline is not None
    assert dateline.hint is None
    assert dateline.days is not None
    start, end, days = dateline.days
    assert (line[start - 10 : end - 10], days.value) == ("December 1, 2017", "2017-12-01")


@pytest.mark.parametrize(
    ("line", "words", "month", "day", "weekday"),
    [
        ("MOSCOW, Thu., April 7 (TASS) - Russia", "Thu., April 7", 4, 7, 3),
        ("Tehran, Mar 3m IRNA – The", "Mar 3m", 3, 3, None),
        ("SOCHI, 1 December — Ministers", "1 December", 12, 1, None),
    ],
)
def test_a_day_without_its_year_is_a_hint(line: str, words: str, month: int, day: int, weekday: int | None) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.days is None
    hint = dateline.hint
    assert hint is not None
    assert (line[hint.start : hint.end], hint.month, hint.day, hint.weekday) == (words, month, day, weekday)


def test_an_outlet_alone_is_no_place() -> None:
    dateline = read_dateline("SHAFAQNA – The minister said")
    assert dateline is not None
    assert (dateline.outlet, dateline.place, dateline.agency) == ("SHAFAQNA", None, None)


@given(st.text(alphabet="ABMOSCOW abc,.()–—-:/0123456789é", max_size=60), st.integers(0, 500))
def test_a_dateline_lies_in_its_line_and_leaves_story(line: str, at: int) -> None:
    dateline = read_dateline(line, at)
    if dateline:
        assert at == dateline.start < dateline.end < at + len(line)
