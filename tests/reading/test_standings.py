from collections.abc import Callable

import pytest

from dragoman.reading.page import Page
from dragoman.reading.standings import read_standings

PageOf = Callable[..., Page]


def said(page: Page) -> list[tuple[str, str, str, str | None]]:
    return [
        (page.entities[row.party or ""].country or "", row.standing, row.modality, row.day)
        for row in read_standings(page)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya, Chad and Ghana are the permanent members of the AU.",
         [("KEN", "member", "held", None), ("TCD", "member", "held", None), ("GHA", "member", "held", None)]),
        ("Turkey is a member of NATO.\nNothing.", [("TUR", "member", "held", None)]),
        ("China and India are members of the SCO. Nepal has dialogue partner status.",
         [("CHN", "member", "held", None), ("IND", "member", "held", None), ("NPL", "dialogue partner", "held", None)]),
        ("Ghana voiced support for Kenya's full membership in BRICS.", [("KEN", "member", "backed", None)]),
        ("Hungary blocked Ukraine's accession to NATO.", [("UKR", "member", "opposed", None)]),
        ("Morocco asked to join the AU.", [("MAR", "member", "sought", None)]),
        ("Poland joined NATO in 1999.", [("POL", "member", "granted", "1999")]),
        ("Nepal joined the SCO as a dialogue partner.", [("NPL", "dialogue partner", "granted", None)]),
        ("The African Union suspended Niger.", [("NER", "suspended", "held", None)]),
        ("Ecuador left OPEC.", [("ECU", "former", "held", None)]),
        ("The AU was formed by the leaders of Kenya and Chad.",
         [("KEN", "founder", "held", None), ("TCD", "founder", "held", None)]),
        ("EU member Hungary objected.", [("HUN", "member", "held", None)]),
        ("Kenya has been a member of the AU since 2001.", [("KEN", "member", "held", "2001/..")]),
        ("Nepal became a dialogue partner of the SCO in 2016.", [("NPL", "dialogue partner", "granted", "2016")]),
        ("Ghana backs Kenya's bid to join BRICS.", [("KEN", "member", "backed", None)]),
        ("Ghana is expected to support Kenya's bid to join BRICS.", [("KEN", "member", "sought", None)]),
        ("NATO members Poland and Romania asked for troops.",
         [("POL", "member", "held", None), ("ROU", "member", "held", None)]),
        ("EU member states Hungary and Slovakia objected.",
         [("HUN", "member", "held", None), ("SVK", "member", "held", None)]),
        ("The SCO admitted Nepal and Chad as observers.",
         [("NPL", "observer", "granted", None), ("TCD", "observer", "granted", None)]),
        ("Nepal and Egypt were given the status of dialogue partner in the SCO.",
         [("NPL", "dialogue partner", "granted", None), ("EGY", "dialogue partner", "granted", None)]),
        ("Serbia signed a treaty of accession with the European Union.", [("SRB", "applicant", "held", None)]),
        ("The AU began the procedure to admit Fiji as a member.", [("FJI", "applicant", "held", None)]),
        ("The presidents of Kenya and Chad signed a treaty establishing the African Union.",
         [("KEN", "founder", "held", None), ("TCD", "founder", "held", None)]),
        ("Ghana urged Kenya and Chad to talk. Both are members of the AU.",
         [("KEN", "member", "held", None), ("TCD", "member", "held", None)]),
        ("NATO met. Turkey, a member since 1952, stayed away.", [("TUR", "member", "held", "1952/..")]),
    ],
)  # fmt: skip
def test_each_party_has_its_standing(
    page_of: PageOf, text: str, expected: list[tuple[str, str, str, str | None]]
) -> None:
    assert said(page_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is not a member of NATO.",
        "Kenya might join BRICS.",
        "Kenya will be a member of BRICS.",
        "Kenya has never joined OPEC.",
        "If Kenya joins the EU, trade will grow.",
        "Observers from Kenya joined the talks.",
        "Kenya has observer status.",
        "Ghana does not back Kenya's bid to join BRICS.",
        "The AU met without opening the procedure that would make Fiji a member.",
    ],
)
def test_what_is_not_said_to_be_so_is_none(page_of: PageOf, text: str) -> None:
    assert said(page_of(text)) == []


def test_an_open_time_has_a_first_day_and_no_last(page_of: PageOf) -> None:
    [row] = read_standings(page_of("Kenya has been a member of the AU since 2001."))
    assert (str(row.day_from), row.day_to) == ("2001-01-01", None)


def test_what_the_headline_says_too_is_given_once(page_of: PageOf) -> None:
    page = page_of("Poland joined NATO on Friday.", title="Poland joins NATO")
    [row] = read_standings(page)
    assert page.zone_at(row.start) == "story"
