from collections.abc import Callable

import pytest

from dragoman.reading.page import Page

PageOf = Callable[..., Page]


def named(page: Page, kind: str) -> list[str]:
    return [mention.text for mention in page.mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Norwegian Defence Minister Major General Ola Nordmann spoke.", ["Ola Nordmann"]),
        ("Mr Kipchoge met Lt. Gen. Amina Odhiambo in Nairobi.", ["Kipchoge", "Amina Odhiambo"]),
        ("Saudi Crown Prince Mohammed bin Salman met UN chief Ban Ki-moon.", ["Mohammed bin Salman", "Ban Ki-moon"]),
        ("Prime Minister Tuilagi left. Tuilagi will return.", ["Tuilagi", "Tuilagi"]),
        ("Erik Prince lied.\nPrince met a crown prince.", ["Erik Prince", "Prince"]),
        ("Foreign Minister Berdimuhamedow spoke.\nBerdimuhamedwo was calm.", ["Berdimuhamedow", "Berdimuhamedwo"]),
    ],
)
def test_people_are_named_without_rank_or_title_and_wherever_they_return(
    page_of: PageOf, text: str, people: list[str]
) -> None:
    assert named(page_of(text, entities=False), "person") == people


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Kenyan Foreign Minister Amina Odhiambo spoke.", ["Kenyan Foreign Minister"]),
        ("The ASEAN secretary general met the deputy prime minister of Laos.",
         ["ASEAN secretary general", "deputy prime minister of Laos"]),
        ("The minister met her Danish counterpart.", ["minister", "her Danish counterpart"]),
        ("A visiting Chilean trade minister spoke.", ["Chilean trade minister"]),
        ("The top Polish security official left.", ["top Polish security official"]),
        ("The Dutch, Belgian and Danish foreign ministers met.", ["Dutch, Belgian and Danish foreign ministers"]),
        ("The president-elect of Ghana spoke.", ["president-elect"]),
        ("The speaker of Iran's parliament left.", ["speaker of Iran's parliament"]),
    ],
)  # fmt: skip
def test_offices_are_named_with_whose_they_are(page_of: PageOf, text: str, offices: list[str]) -> None:
    assert named(page_of(text, entities=False), "office") == offices


@pytest.mark.parametrize(
    ("text", "states", "places"),
    [
        ("Moscow backs the plan.", ["Moscow"], []),
        ("They met in Moscow.", [], ["Moscow"]),
        ("Moscow's support for Damascus is firm.", ["Moscow", "Damascus"], []),
        ("The distrust between Tehran and Ankara grew.", ["Tehran", "Ankara"], []),
        ("Tehran-Ankara cooperation grew.", ["Tehran", "Ankara"], []),
        ("Cooperation among Tehran, Ankara and Baghdad grew.", ["Tehran", "Ankara", "Baghdad"], []),
        ("He flew from Paris to Rome.", [], ["Paris", "Rome"]),
        ("Baku, May 4, Interfax - The ministers of Iran met.", ["Iran"], ["Baku"]),
        ("The talks were held in Oslo, Norway.", ["Norway"], ["Oslo"]),
    ],
)
def test_capitals_are_governments_when_they_act_and_places_when_somebody_is_there(
    page_of: PageOf, text: str, states: list[str], places: list[str]
) -> None:
    page = page_of(text, entities=False)
    assert (named(page, "state"), named(page, "place")) == (states, places)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Ruritanian Fisheries Council (RFC) met. The RFC agreed.",
         ["Ruritanian Fisheries Council", "RFC", "RFC"]),
        ("The Foreign Ministry and NATO agreed.", ["Foreign Ministry", "NATO"]),
        ("Hezbollah fighters left.", ["Hezbollah", "fighters"]),
    ],
)  # fmt: skip
def test_bodies_are_known_introduced_or_shaped_like_one(page_of: PageOf, text: str, bodies: list[str]) -> None:
    assert named(page_of(text, entities=False), "body") == bodies


def test_part_of_a_longer_name_names_nothing_by_itself(page_of: PageOf) -> None:
    assert named(page_of("The Oslo Dialogue opened.", entities=False), "place") == []


def test_numbers_come_with_what_they_count(page_of: PageOf) -> None:
    assert named(page_of("Rebels killed 12 soldiers and 3 civilians.", entities=False), "number") == [
        "12 soldiers",
        "3 civilians",
    ]


def test_days_are_mentions_with_a_day_row_each(page_of: PageOf) -> None:
    page = page_of("They met on 4 May 2015.", entities=False)
    days = [mention.id for mention in page.mentions if mention.kind == "day"]
    assert days == [day.mention for day in page.days]
    assert page.days[0].value == "2015-05-04"


@pytest.mark.parametrize("text", ["", "\n", "…", "No names here at all."])
def test_what_names_nothing_gives_nothing(page_of: PageOf, text: str) -> None:
    assert page_of(text, entities=False).mentions == ()


def test_spans_hold_the_words_they_claim(page_of: PageOf) -> None:
    page = page_of("“We agree,” Kenya’s Foreign Minister Amina Odhiambo told the EU in Brussels on Friday.")
    assert all(page.text[mention.start : mention.end] == mention.text for mention in page.mentions)
    assert len({mention.id for mention in page.mentions}) == len(page.mentions)
