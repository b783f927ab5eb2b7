"""Times in reports: sentences in, days or their constraints out."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import parse_days
from dragoman.lexicon.days import DayRules, day_rules, prove
from dragoman.reading.dates import TimeExpression, find_days, infer_published


def times(text: str, published: str | None, tense_at: Callable[[int], str] | None = None) -> list[TimeExpression]:
    return list(find_days(text, [(0, len(text))], parse_days(published or ""), day_rules(), tense_at))


def only(text: str, published: str | None) -> TimeExpression:
    found = times(text, published)
    assert len(found) == 1, found
    return found[0]


SEED_LIKE = [
    ("The envoy addressed the summit in Bishkek on Friday.", "2017-12-02", "Friday", "2017-12-01"),
    ("The secretary on Wednesday received his guest.", "2014-02-26", "Wednesday", "2014-02-26"),
    ("Tehran, Feb 26m IRNA - The minister arrived.", "2014-02-26", "Feb 26m", "2014-02-26"),
    ("Minsk, Feb 26, BelTA - The minister arrived.", "2014-02-26", "Feb 26", "2014-02-26"),
    ("They spoke in Ankara on Tuesday morning.", "2015-01-20", "Tuesday morning", "2015-01-20"),
    ("Speaking in October, he called for unity.", "2015-01-20", "October", "2014-10"),
    ("The two pose for photographers on April 7, 2016.", "2016-04-08", "April 7, 2016", "2016-04-07"),
    ("He voiced support at a session in Baku on Thursday.", "2016-04-08", "Thursday", "2016-04-07"),
    ("Shelling broke out on April 1.", "2016-04-08", "April 1", "2016-04-01"),
    ("A truce was reached on April 5.", "2016-04-08", "April 5", "2016-04-05"),
    ("They stopped after four days of shelling.", "2016-04-08", "four days", "P4D"),
    ("The bloc was founded in 2001.", "2016-04-08", "2001", "2001"),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), SEED_LIKE)
def test_a_phrase_with_a_definite_value_gets_it(text: str, published: str, words: str, value: str) -> None:
    found = only(text, published)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Much has changed in recent months.", "recent months"),
        ("Events in the past years showed this.", "the past years"),
        ("He said today is the era of alliances.", "today"),
        ("That is no answer in today's world.", "today"),
        ("The leaders will meet in the coming weeks.", "the coming weeks"),
    ],
)
def test_a_vague_time_stays_vague(text: str, words: str) -> None:
    found = only(text, "2016-04-08")
    assert (found.text, found.basis, found.first) == (words, "vague", None)


@pytest.mark.parametrize(
    ("text", "constraint"),
    [
        ("He spoke on Friday.", "a Friday"),
        ("He spoke in October.", "an October"),
        ("Tehran, Feb 26, IRNA", "month-day 02-26"),
        ("Tehran, Wednesday, Feb. 26", "Wednesday & 02-26"),
        ("He spoke yesterday.", "the day before publication"),
        ("He left last week.", "the week before publication"),
    ],
)
def test_without_a_publication_day_only_the_constraint_is_kept(text: str, constraint: str) -> None:
    found = only(text, None)
    assert (found.basis, found.constraint, found.value) == ("constraint", constraint, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on 7 April 2015.", "7 April 2015", "2015-04-07"),
        ("They met on the 7th of April.", "the 7th of April", "2016-04-07"),
        ("They met on Thursday, 7 April 2016.", "Thursday, 7 April 2016", "2016-04-07"),
        ("It opened on Dec. 12.", "Dec. 12", "2015-12-12"),
        ("The pact will be signed on May 4.", "May 4", "2016-05-04"),
        ("The pact was signed on 2015-07-14.", "2015-07-14", "2015-07-14"),
        ("It ran from April 1 to 5.", "April 1 to 5", "2016-04-01/2016-04-05"),
        ("It ran on 1-5 March 2014.", "1-5 March 2014", "2014-03-01/2014-03-05"),
        ("It was agreed in May 2014.", "May 2014", "2014-05"),
        ("It was agreed in early March.", "early March", "2016-03"),
        ("It takes effect in October of next year.", "October of next year", "2017-10"),
        ("He taught there in the 1990s.", "the 1990s", "199X"),
        ("It was a matter of the 19th century.", "the 19th century", "18XX"),
        ("Trade fell in the first quarter of 2009.", "the first quarter of 2009", "2009-33"),
        ("They talked in the spring of 2015.", "the spring of 2015", "2015-21"),
        ("They left in the first half of 2015.", "the first half of 2015", "2015-01-01/2015-06-30"),
        ("He left yesterday.", "yesterday", "2016-04-07"),
        ("He left earlier this month.", "earlier this month", "2016-04"),
        ("He left last week.", "last week", "2016-03-28/2016-04-03"),
        ("He left last year.", "last year", "2015"),
        ("He left four years ago.", "four years ago", "2012"),
        ("He left three days ago.", "three days ago", "2016-04-05"),
        ("He spoke on Friday last week.", "Friday last week", "2016-04-01"),
        ("He has waited since 2001.", "2001", "2001"),
        ("It lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("The body meets every day.", "every day", "P1D"),
    ],
)
def test_all_forms_are_valued(text: str, words: str, value: str) -> None:
    found = only(text, "2016-04-08")
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They will meet on Monday.", ["2016-04-11"]),
        ("He will hold talks in Tehran on Monday, the envoy said.", ["2016-04-11"]),
        ("He said on Thursday that he will go.", ["2016-04-07"]),
        ("They announced that on Tuesday it will begin.", ["2016-04-12"]),
        ("Envoy to meet minister on Monday", ["2016-04-11"]),
        (
            (
                "“We want to widen our ties,” the deputy premier said in a speech to a full session of the "
                "assembly of the old port city of Batumi on Monday."
            ),
            ["2016-04-04"],
        ),
        ("Talks have gone on since Monday.", ["2016-04-04"]),
        ("They met next to the lake on Monday.", ["2016-04-04"]),
    ],
)
def test_tense_tells_which_weekday(text: str, values: list[str]) -> None:
    assert [found.value for found in times(text, "2016-04-08")][-1:] == values


def test_a_parse_overrules_words_near_by() -> None:
    assert times("Talks on Monday", "2016-04-08", lambda _: "future")[0].value == "2016-04-11"
    assert times("Talks on Monday", "2016-04-08", lambda _: "present")[0].candidates == ("2016-04-04", "2016-04-11")


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("They met last Monday.", ("2016-03-28", "2016-04-04")),
        ("It opened on 04/07/2016.", ("2016-04-07", "2016-07-04")),
        ("“Today we begin,” he said.", ("2016-04-08",)),
    ],
)
def test_two_readings_give_no_value(text: str, candidates: tuple[str, ...]) -> None:
    found = only(text, "2016-04-08")
    assert (found.value, found.candidates) == (None, candidates)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It began on April 1. Two days later, they signed.", ["2016-04-01", "2016-04-03"]),
        ("It began on April 1. On the same day, they signed.", ["2016-04-01", "2016-04-01"]),
        ("Sales fell in March from a year earlier.", ["2016-03", "2015-03"]),
        ("Sales fell last month from the previous year.", ["2016-03", "2015"]),
        ("It ran from May 1 to May 5, 2014.", ["2014-05-01", "2014-05-05"]),
        ("It ran between May and July 2015.", ["2015-05", "2015-07"]),
        ("It ran between 2009 and 2011.", ["2009", "2011"]),
        ("They signed. Two days later, they left.", [None]),
        ("He landed on Thursday. The talks began at 16:08 GMT on Thursday.", ["2016-04-07", "2016-04-07"]),
    ],
)
def test_times_lean_on_each_other(text: str, values: list[str | None]) -> None:
    assert [found.value for found in times(text, "2016-04-08")] == values


@pytest.mark.parametrize(
    "text",
    [
        "The 56-year-old minister, aged 56, is 56 years old.",
        "Some 1,200 men and 2000 troops were there.",
        "See page 2001 of Resolution 1929.",
        "The envoy may march on.",
        "Theresa May spoke of the Arab Spring.",
        "The decree is of 1395/01/19.",
        "It was in the Sunday Times.",
        "Some 15 local officials were there.",
        "A half point and a quarter stake were at stake.",
        "The now-defunct, soon-to-open yard.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert times(text, "2016-04-08") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He recalled the September 11 terrorist attacks.", "September 11", "2001-09-11"),
        ("Much changed after 9/11.", "9/11", "2001-09-11"),
        ("The April 5 truce held.", "April 5", "2016-04-05"),
        ("They face a May 1 deadline.", "May 1", "2016-05-01"),
        ("The inquiry is set to begin on Monday.", "Monday", "2016-04-11"),
        ("A 2014 report said so.", "2014", "2014"),
        ("They met in the first week of April 2014.", "the first week of April 2014", "2014-04-01/2014-04-07"),
        ("They met in the last week of March.", "the last week of March", "2016-03-25/2016-03-31"),
        ("It opened on the last day of February.", "the last day of February", "2016-02-29"),
        ("They met this past weekend.", "this past weekend", "2016-04-02/2016-04-03"),
        ("It ended a months-long wait.", "a months", "PXM"),
        ("It took half an hour.", "half an hour", "PT0.5H"),
        ("It has led the bloc for a quarter century.", "a quarter century", "P25Y"),
        ("Over the years ties grew.", "the years", "PXY"),
        ("It came weeks after the vote.", "weeks", "PXW"),
    ],
)
def test_forms_of_newswire_are_valued(text: str, words: str, value: str) -> None:
    found = only(text, "2016-04-08")
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "constraint"),
    [
        ("The sum is for fiscal 2015.", "fiscal year 2015"),
        ("It fell in the third quarter of the fiscal year.", "quarter 3 of the fiscal year of publication"),
        ("The talks opened at 10 a.m.", "at 10 a.m"),
        ("The next day they left.", "+1 day from a time not stated"),
        ("In the same month a year ago it fell.", "the same month -1 year"),
    ],
)
def test_what_no_calendar_holds_stays_a_constraint(text: str, constraint: str) -> None:
    found = only(text, "2016-04-08")
    assert (found.value, found.first, (found.constraint or "").rstrip(".")) == (None, None, constraint)


def test_of_a_month_of_publication_the_weekdays_are_listed_and_none_is_chosen() -> None:
    found = only("He spoke on Friday.", "2016-02")
    assert found.value is None
    assert found.candidates == ("2016-01-29", "2016-02-05", "2016-02-12", "2016-02-19", "2016-02-26")
    assert only("He spoke on Friday.", "2016").candidates == ()


def test_a_day_named_by_its_place_has_what_was_told_before_it_or_none() -> None:
    told = times("On Monday shares fell. They ended the day at 40.", "2016-04-08")
    assert [each.value for each in told] == ["2016-04-04", "2016-04-04"]
    assert times("They ended the day at 40.", "2016-04-08") == []


def test_todays_russia_is_no_day() -> None:
    assert only("In today's Russia that is new.", "2016-04-08").basis == "vague"
    assert only("At today's meeting they agreed.", "2016-04-08").value == "2016-04-08"


def test_sentences_without_words_of_time_change_nothing() -> None:
    told = "It began on April 1. "
    later = "Two days later they signed."
    filler = "The envoys sat down. "
    assert times(told + filler * 3 + later, "2016-04-08")[-1].value == "2016-04-03"
    assert times(told + filler * 30 + later, "2016-04-08")[-1].value is None


def test_odd_spaces_and_quotes_keep_their_offsets() -> None:
    text = "Iranˈs envoy spoke on April\xa07,\u202f2016 – ‘yesterday’s news’."
    found = times(text, "2016-04-08")
    assert [(each.text, each.value) for each in found] == [
        ("April\xa07,\u202f2016", "2016-04-07"),
        ("yesterday", "2016-04-07"),
    ]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_only_the_stretches_are_read() -> None:
    text = "Posted on Monday.\nThey met on Tuesday."
    found = list(find_days(text, [(18, len(text))], None, day_rules()))
    assert [each.text for each in found] == ["Tuesday"]


def test_weekday_and_month_day_may_leave_one_year() -> None:
    assert infer_published(2, 2, 26, date(2012, 1, 1), date(2018, 12, 31)) == (date(2014, 2, 26),)
    assert infer_published(4, None, None, date(2016, 4, 1), date(2016, 4, 8)) == (date(2016, 4, 1), date(2016, 4, 8))
    assert infer_published(2, 2, 26, None, date(2018, 12, 31)) == ()


def test_every_word_of_the_lexicon_stands_its_examples() -> None:
    assert prove(day_rules()) == []


def test_a_false_example_is_told() -> None:
    friday = next(word for word in day_rules().word if word.forms == ("friday",))
    wrong = msgspec.structs.replace(friday, examples=("on Monday",), never=("on Friday",))
    assert prove(DayRules(word=(wrong,))) == [
        "weekday friday: not found in 'on Monday'",
        "weekday friday: found in 'on Friday'",
    ]


_PIECES = st.sampled_from(
    ("on", "in", "the", "last", "next", "this", "of", "7", "26m", "1st", "April", "May", "Feb.", "Friday", "2016",
     "1990s", "two", "days", "weeks", "ago", "later", "years", "-", "to", "between", "and", "morning", "today",
     "every", "recent", "first", "quarter", "20th", "century", "same", "following", "early", "16:08", "UTC",
     "04/07/2016", ",", ".", "(", ")", "\n", "’s", "said", "will")
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14), st.sampled_from([None, "2016-04-08", "2016-04", "2016", "2016-02-29"]))
def test_any_words_give_spans_in_order(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    found = times(text, published)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for each in found:
        if each.first is not None and each.value is not None:
            days = parse_days(each.value)
            assert days is not None
            assert (days.first, days.last) == (each.first, each.last)


_NOT_TODAY = st.sampled_from(
    ("yesterday", "on Sunday", "last week", "in October", "two days ago", "in 2001", "next month", "on May 4", "recently",
     "four days later", "at 10 a.m.", "the day before", "in the last week of March", "for years", "tomorrow", "The envoy",
     "met the king", ", and", ".", "said", "will leave", "the next day")
)  # fmt: skip


@given(st.lists(_NOT_TODAY, max_size=10))
def test_the_day_of_publication_is_no_value_unless_the_words_say_so(pieces: list[str]) -> None:
    published = "2016-04-08"
    words = " ".join(pieces)
    found = times(words, published)
    assert all(published not in {each.value, *each.candidates} for each in found if not _counts_back(found, each))


def _counts_back(found: list[TimeExpression], each: TimeExpression) -> bool:
    """Tell a day counted from another that the text states: "tomorrow … the day before"."""
    return each.anchor not in {None, "2016-04-08"} and any(other.value == each.anchor for other in found)


@given(st.lists(_PIECES, max_size=14), st.sampled_from([None, "2016-04-08"]))
def test_a_value_and_candidates_never_stand_together(pieces: list[str], published: str | None) -> None:
    for each in times(" ".join(pieces), published):
        assert each.value is None or not each.candidates
        assert len(each.candidates) != 1 or each.basis == "vague"
        assert list(each.candidates) == sorted(each.candidates)
