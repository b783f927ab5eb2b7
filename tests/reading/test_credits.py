"""Who published a report and whom it credits."""

import pytest

from dragoman.reading.documents import read_document
from dragoman.reading.zones.credits import is_short_for, name_outlet
from dragoman.records import Raw, Report, sha256_of


@pytest.mark.parametrize(
    ("agency", "outlet", "same"),
    [
        ("SIMNA", "Simorgh News Agency", True),
        ("DPB", "Deccan Press Bureau", True),
        ("NEVA", "Neva Telegraph Agency", True),
        ("Yangtze", "Yangtze News Service", True),
        ("IRNA", "The Iran Project", False),
        ("AP", "Asian Post", False),
        ("Reuters", "Reuters", True),
        ("XPB", "Deccan Press Bureau", False),
        ("D", "Deccan Press Bureau", False),
    ],
)
def test_letters_of_an_outlet_are_the_outlet(agency: str, outlet: str, *, same: bool) -> None:
    assert is_short_for(agency, outlet) is same


def test_a_day_in_brackets_is_no_agency() -> None:
    report = read(
        "ARDEN (March 3) - The minister signed the treaty, an official said on Tuesday.\n\nHe left for Lund.\n"
    )
    assert (report.outlet, report.dateline_agency, report.dateline_place) == (None, None, "Arden")


@pytest.mark.parametrize(
    ("written", "name"),
    [("Lund Daily: World", "Lund Daily"), ("Lund Daily - Opinion", "Lund Daily"), ("Reuters: Top News", "Reuters")],
)
def test_the_section_of_a_feed_is_no_part_of_its_outlet(written: str, name: str) -> None:
    assert name_outlet(written) == name


STORY = "\n\nARDEN, March 3 (Morgen) - The minister signed the treaty, an official said.\n\nHe left for Lund on Tuesday evening.\n"


def read(text: str) -> Report:
    content = text.encode()
    return read_document(Raw(id=sha256_of(content), uri="a.txt", media_type="text/plain", bytes=content))[0]


def test_a_dispatch_that_names_no_other_outlet_is_its_agencys_own() -> None:
    report = read("Treaty signed in Arden" + STORY)
    assert (report.outlet, report.upstream) == ("Morgen", None)


def test_an_agency_in_the_dateline_of_another_outlet_is_upstream() -> None:
    report = read(
        "Treaty signed in Arden"
        + STORY
        + "\nAll Content by Lund Daily is licensed under a Creative Commons Attribution 4.0 International License.\n"
    )
    assert (report.outlet, report.upstream) == ("Lund Daily", "Morgen")
