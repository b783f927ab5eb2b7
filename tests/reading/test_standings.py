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
        ("Poland joined NATO in 1999.", [("POL", "member", "held", "1999")]),
        ("Nepal joined the SCO as a dialogue partner.", [("NPL", "dialogue partner", "held", None)]),
        ("The African Union suspended Niger.", [("NER", "suspended", "held", None)]),
        ("Ecuador left OPEC.", [("ECU", "former", "held", None)]),
        ("The AU was formed by the leaders of Kenya and Chad.",
         [("KEN", "founder", "held", None), ("TCD", "founder", "held", None)]),
        ("EU member Hungary objected.", [("HUN", "member", "held", None)]),
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
    ],
)
def test_what_is_not_said_to_be_so_is_none(page_of: PageOf, text: str) -> None:
    assert said(page_of(text)) == []
