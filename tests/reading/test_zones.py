"""Zones: a text in, its stretches told apart out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon.outlets import find_outlet
from dragoman.reading.zones import ZoneReading, label_zones
from dragoman.reading.zones import rules as zone_rules

STORY = (
    "The foreign ministers of the two countries agreed on Friday to reopen their embassies within a month, officials said.",
    "“We have turned a page,” the host told reporters after four hours of talks, and thanked the mediators for their patience.",
    "A joint commission will meet in the spring to settle what remains open on the border, according to a statement.",
)
PAGE = "\n\n".join((
    "News \xa0/ \xa0Politics",
    "Two neighbours agree to reopen embassies",
    "By JANE DOE and JOHN ROE | Gulf Ledger",
    "Published: Thursday, May 3, 2015",
    "Ministers Ali Roe (L) and Jane Poe (2ndR) shake hands before talks in Doha, May 2, 2015. (Ledger photo)",
    f"DOHA, May 3 (Neva Wire) — {STORY[0]}",
    STORY[1],
    f"{STORY[2]} (Source: Neva Wire)",
    "0 replies",
    "Leave a Reply",
    "Want to say something?",
    "All content by Gulf Ledger is licensed under a Creative Commons Attribution 4.0 International License.",
    "SHARE THIS ARTICLE",
))  # fmt: skip


def kinds_of(text: str, reading: ZoneReading) -> list[tuple[str, str]]:
    return [(kind, text[start:end]) for start, end, kind, _ in reading.zones]


def test_a_page_with_all_its_furniture() -> None:
    assert kinds_of(PAGE, label_zones(PAGE)) == [
        ("chrome", "News \xa0/ \xa0Politics"),
        ("title", "Two neighbours agree to reopen embassies"),
        ("byline", "By JANE DOE and JOHN ROE | Gulf Ledger"),
        ("chrome", "Published: Thursday, May 3, 2015"),
        (
            "caption",
            "Ministers Ali Roe (L) and Jane Poe (2ndR) shake hands before talks in Doha, May 2, 2015. (Ledger photo)",
        ),
        ("dateline", "DOHA, May 3 (Neva Wire) —"),
        ("story", STORY[0]),
        ("story", STORY[1]),
        ("story", STORY[2]),
        ("credit", "(Source: Neva Wire)"),
        ("comments", "0 replies"),
        ("comments", "Leave a Reply"),
        ("comments", "Want to say something?"),
        (
            "licence",
            "All content by Gulf Ledger is licensed under a Creative Commons Attribution 4.0 International License.",
        ),
        ("chrome", "SHARE THIS ARTICLE"),
    ]


def test_a_page_tells_who_published_it_and_when() -> None:
    reading = label_zones(PAGE)
    assert (reading.outlet, reading.upstream, reading.licence) == ("Gulf Ledger", "Neva Wire", "CC BY 4.0")
    assert (reading.dateline_place, reading.dateline_agency, reading.byline) == (
        "Doha",
        "Neva Wire",
        "Jane Doe and John Roe",
    )
    assert [(PAGE[start:end], days.value, basis) for start, end, days, basis in reading.days] == [
        ("Thursday, May 3, 2015", "2015-05-03", "text")
    ]
    assert reading.day_hint is not None
    assert (reading.day_hint.month, reading.day_hint.day) == (5, 3)


def test_a_day_in_a_caption_is_no_day_of_publication() -> None:
    text = "\n\n".join(("Talks end", "Envoys meet in Baku, on April 7, 2016 (Neva photo)", *STORY))
    reading = label_zones(text)
    assert reading.days == ()
    assert ("caption", "Envoys meet in Baku, on April 7, 2016 (Neva photo)") in kinds_of(text, reading)


@pytest.mark.parametrize(
    "caption",
    [
        "A soldier adjusts a gun near the town of Roe in the hills, May 3, 2015. ©Neva",
        "Jane Roe (3rdL) and her guests attend a meeting in Sochi on December 1, 2017.",
        "FILE PHOTO: Envoys at the gate of the palace",
        "Leaders pose for a picture in Astana [File: Jane Doe/Reuters]",
        "Image copyright Neva Image caption The minister in Doha",
    ],
)
def test_a_caption_amid_the_story_is_a_caption(caption: str) -> None:
    text = "\n".join((STORY[0], STORY[1], caption, STORY[2]))
    for clean in (True, False):
        assert ("caption", caption) in kinds_of(text, label_zones(text, clean=clean))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Associated Press contributed to this report.", "credit"),
        ("(Reporting by Jane Doe in Moscow; Editing by John Roe)", "credit"),
        ("Copyright © 2019 Gulf Ledger, LLC. Click here for reprint permission.", "licence"),
        ("Persia Digest is not responsible for the content of quoted articles.", "licence"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
        ("www.gulfledger.example", "chrome"),
        ("Back to top button", "chrome"),
        ("Read more: Embassies reopen", "chrome"),
    ],
)
def test_certain_lines_are_told_from_story_in_clean_text_too(line: str, kind: str) -> None:
    text = "\n".join((*STORY, line))
    for clean in (True, False):
        assert kinds_of(text, label_zones(text, clean=clean))[-1] == (kind, line)


@pytest.mark.parametrize(
    "text", [STORY[0], "\n".join(STORY), " ".join(STORY * 4), f"{STORY[0]}\n{' '.join(STORY * 4)}"]
)
def test_bare_story_is_all_story(text: str) -> None:
    for clean in (True, False):
        assert {kind for kind, _ in kinds_of(text, label_zones(text, clean=clean))} == {"story"}


def test_an_agency_behind_the_last_sentence_is_a_credit() -> None:
    text = "\n".join((*STORY[:2], f"{STORY[2]} — Reuters"))
    reading = label_zones(text, outlet="Dawn", clean=True)
    assert kinds_of(text, reading)[-2:] == [("story", STORY[2]), ("credit", "— Reuters")]
    assert (reading.outlet, reading.upstream) == ("Dawn", "Reuters")


def test_an_abbreviation_behind_the_last_sentence_is_story() -> None:
    text = f"{STORY[0]}\nBoth seek to enter the Shanghai Cooperation Organization (SCO)."
    assert kinds_of(text, label_zones(text, clean=True))[-1][0] == "story"


def test_an_agency_of_another_house_is_upstream_and_ones_own_is_not() -> None:
    text = f"MOSCOW, April 7 (Reuters) - {STORY[0]}\n{STORY[1]}"
    assert label_zones(text, outlet="Dawn").upstream == "Reuters"
    assert label_zones(text, outlet="Reuters").upstream is None
    assert (label_zones(text).outlet, label_zones(text).upstream) == (None, None)


def test_the_title_told_by_others_is_found() -> None:
    text = "\n".join(("Embassies to reopen, ministers say", *STORY))
    reading = label_zones(text, title="Embassies to reopen, ministers say - Gulf Ledger", clean=True)
    assert reading.title == (0, 34)


def test_a_line_of_the_outlets_own_is_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    dawn = find_outlet("Dawn")
    assert dawn is not None
    monkeypatch.setattr(zone_rules, "outlet_lines", lambda: {"the dawn hour on your dial": dawn})
    monkeypatch.setattr(zone_rules, "own_line_words", lambda: frozenset({"dial"}))
    text = "\n".join((*STORY, "The Dawn Hour on your dial"))
    reading = label_zones(text)
    assert reading.zones[-1][2:] == ("chrome", "chrome:outlet-line")
    assert reading.outlet == "Dawn"


def test_no_text_gives_no_zones() -> None:
    assert label_zones(" \n\xa0\n").zones == ()


LINES = st.sampled_from(
    (
        *PAGE.split("\n"),
        *STORY,
        "",
        "  ",
        "By Jane Doe",
        "—",
        "x",
        "日本語の文章です。",
        "\ufeff",
        "GENEVA — Envoys met.",
        "1. 2.",
    )
)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=12), st.booleans())
def test_zones_cover_all_that_is_not_blank_in_order(lines: list[str], clean: bool) -> None:  # noqa: FBT001
    text = "\n".join(lines)
    reading = label_zones(text, clean=clean)
    covered = [False] * len(text)
    end_before = 0
    for start, end, _, _ in reading.zones:
        assert end_before <= start < end <= len(text)
        end_before = end
        covered[start:end] = [True] * (end - start)
    assert all(covered[n] for n, letter in enumerate(text) if not letter.isspace())


@given(st.lists(LINES, max_size=12))
def test_a_reading_does_not_remember(lines: list[str]) -> None:
    text = "\n".join(lines)
    first = label_zones(text)
    label_zones(PAGE)
    assert label_zones(text) == first
