from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reading.page import Page
from dragoman.reading.tenures import read_tenures

PageOf = Callable[..., Page]


def held(page: Page) -> list[tuple[str, str, str | None, str]]:
    return [
        (page.entities[tenure.person or ""].name, tenure.post, tenure.country, tenure.status)
        for tenure in read_tenures(page)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fijian Foreign Minister Josaia Tuilagivou left.", ("Josaia Tuilagivou", "foreign minister", "FJI", "current")),
        ("Josaia Tuilagivou, the prime minister of Fiji, left.", ("Josaia Tuilagivou", "prime minister", "FJI", "current")),
        ("Fiji's president, Josaia Tuilagivou, left.", ("Josaia Tuilagivou", "president", "FJI", "current")),
        ("Josaia Tuilagivou, a former Fijian minister, left.", ("Josaia Tuilagivou", "minister", "FJI", "former")),
        ("Acting Fijian President Josaia Tuilagivou left.", ("Josaia Tuilagivou", "president", "FJI", "acting")),
        ("Fijian Prime Minister-designate Josaia Tuilagivou left.",
         ("Josaia Tuilagivou", "prime minister", "FJI", "designate")),
        ("Josaia Tuilagivou is the Fijian defence minister.", ("Josaia Tuilagivou", "defence minister", "FJI", "current")),
        ("Josaia Tuilagivou was appointed Fijian finance minister.",
         ("Josaia Tuilagivou", "finance minister", "FJI", "current")),
        ("Josaia Tuilagivou resigned as prime minister of Fiji.", ("Josaia Tuilagivou", "prime minister", "FJI", "former")),
        ("China removed Josaia Tuilagivou as Fijian finance minister.", ("Josaia Tuilagivou", "finance minister", "FJI", "former")),
        ("Josaia Tuilagivou will become prime minister of Fiji.", ("Josaia Tuilagivou", "prime minister", "FJI", "designate")),
        ("Fijian Foreign Minister Josaia Amir-Tuilagivou left.", ("Josaia Amir-Tuilagivou", "foreign minister", "FJI", "current")),
        ("Fiji's ambassador to Tokyo, Josaia Tuilagivou, left.", ("Josaia Tuilagivou", "ambassador", "FJI", "current")),
        ("Josaia Tuilagivou, chairman of the Fiji People's Fisheries Movement, left.",
         ("Josaia Tuilagivou", "chairperson of fiji people's fisheries movement", None, "current")),
        ("Josaia Tuilagivou, the first finance minister of Fiji, left.", ("Josaia Tuilagivou", "finance minister", "FJI", "current")),
        ("Josaia Tuilagivou, first vice president of Fiji, left.",
         ("Josaia Tuilagivou", "first vice president", "FJI", "current")),
        ("Fiji's ambassador to Japan, Josaia Tuilagivou, left.", ("Josaia Tuilagivou", "ambassador", "FJI", "current")),
        ("Former campaign chairman Josaia Tuilagivou was indicted.", ("Josaia Tuilagivou", "chairperson", None, "former")),
        ("The then-campaign chairman Josaia Tuilagivou left.", ("Josaia Tuilagivou", "chairperson", None, "former")),
        ("Josaia Tuilagivou served as chief of staff.", ("Josaia Tuilagivou", "chief of staff", None, "former")),
        ("Josaia Tuilagivou is the president of the Fijian Rugby Association.",
         ("Josaia Tuilagivou", "president of fijian rugby association", None, "current")),
        ("Deputy director of NATO, Josaia Tuilagivou, left.", ("Josaia Tuilagivou", "deputy director", None, "current")),
        ("As president of Fiji, Josaia Tuilagivou said little.", ("Josaia Tuilagivou", "president", "FJI", "current")),
        ("Special Prosecutor Josaia Tuilagivou left.", ("Josaia Tuilagivou", "prosecutor", None, "current")),
        ("Parliament votes, and then President Josaia Tuilagivou could sign it.", ("Josaia Tuilagivou", "president", None, "current")),
        ("Then President Josaia Tuilagivou could sign it.", ("Josaia Tuilagivou", "president", None, "current")),
        ("If it fails, then President Josaia Tuilagivou would resign.", ("Josaia Tuilagivou", "president", None, "current")),
        ("Since then President Josaia Tuilagivou has refused to talk.", ("Josaia Tuilagivou", "president", None, "current")),
        ("In 2009, then President Josaia Tuilagivou signed the pact.", ("Josaia Tuilagivou", "president", None, "former")),
        ("It was signed by then-President Josaia Tuilagivou.", ("Josaia Tuilagivou", "president", None, "former")),
        ("Anna Smith met then Fijian President Josaia Tuilagivou.", ("Josaia Tuilagivou", "president", "FJI", "former")),
    ],
)  # fmt: skip
def test_office_said_to_be_held_is_a_tenure(
    page_of: PageOf, text: str, expected: tuple[str, str, str | None, str]
) -> None:
    assert held(page_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Josaia Tuilagivou could become president of Fiji.",
        "Josaia Tuilagivou is not the president of Fiji.",
        "Josaia Tuilagivou met the president of Fiji.",
        "The foreign ministers of Fiji and Tonga left.",
        "Fijian President Urges Restraint on Tonga in Call With Samoa",
        "Asked whether he has faith in Josaia Tuilagivou, the president said that he had.",
        "After talks with his Fijian counterpart, Josaia Tuilagivou said they had agreed.",
        "Either Josaia Tuilagivou or Viliami Fonokalafi is prime minister.",
        "They gathered near the Josaia Tuilagivou King Jr. memorial.",
    ],
)
def test_what_is_not_said_to_be_held_is_none(page_of: PageOf, text: str) -> None:
    assert held(page_of(text)) == []


def test_counterpart_holds_the_same_post_on_the_other_side(page_of: PageOf) -> None:
    page = page_of("Fijian Foreign Minister Josaia Tuilagivou met his Tongan counterpart Viliami Fonokalafi.")
    assert ("Viliami Fonokalafi", "foreign minister", "TON", "current") in held(page)


def test_office_of_a_body_names_the_body(page_of: PageOf) -> None:
    page = page_of("NATO Secretary General Josaia Tuilagivou left.")
    [tenure] = read_tenures(page)
    assert page.entities[tenure.body or ""].name == "NATO" or "North Atlantic" in page.entities[tenure.body or ""].name


def test_day_is_the_publication_day_or_none(page_of: PageOf) -> None:
    text = "Fijian Foreign Minister Josaia Tuilagivou left."
    assert [(tenure.day, tenure.day_from) for tenure in read_tenures(page_of(text))] == [(None, None)]
    dated = read_tenures(page_of(text, published="2019-05-04"))
    assert [(tenure.day, tenure.day_from, tenure.day_to) for tenure in dated] == [
        ("2019-05-04", date(2019, 5, 4), date(2019, 5, 4))
    ]


def test_several_listed_after_one_office_hold_it_each(page_of: PageOf) -> None:
    page = page_of("Former presidents Josaia Tuilagivou of Fiji and Viliami Fonokalafi of Tonga left.")
    assert held(page) == [
        ("Josaia Tuilagivou", "president", "FJI", "former"),
        ("Viliami Fonokalafi", "president", "TON", "former"),
    ]


def test_a_rank_of_birth_is_no_tenure(page_of: PageOf) -> None:
    assert held(page_of("Prince Josaia Tuilagivou left.")) == []


def test_who_is_known_to_have_left_long_ago_is_former(page_of: PageOf) -> None:
    page = page_of("President Salvador Allende won, and Chile rejoiced.", published="2015-11-18")
    [tenure] = read_tenures(page)
    assert (tenure.country, tenure.status, tenure.day) == ("CHL", "former", None)


def test_who_held_it_on_the_day_long_ago_that_is_told_held_it_then(page_of: PageOf) -> None:
    page = page_of("In 1971, President Salvador Allende won a vote in Chile.", published="2015-11-18")
    [tenure] = read_tenures(page)
    assert (tenure.status, tenure.day, tenure.day_from) == ("current", "1971", date(1971, 1, 1))


def test_an_unknown_holder_in_a_story_of_long_ago_has_no_day(page_of: PageOf) -> None:
    page = page_of("In 1971, President Josaia Tuilagivou won a vote in Fiji.", published="2015-11-18")
    [tenure] = read_tenures(page)
    assert (tenure.status, tenure.day) == ("current", None)


def test_the_state_whose_office_somebody_is_known_to_hold_is_its_country(page_of: PageOf) -> None:
    page = page_of("President Barack Obama left.", published="2015-11-18")
    assert held(page) == [("Barack Obama", "president", "USA", "current")]


def test_a_ruler_of_long_ago_by_the_family_name_alone_is_known(page_of: PageOf) -> None:
    page = page_of("President Nixon distrusted the press of the United States.", published="2015-11-18")
    assert held(page) == [("Richard Nixon", "president", "USA", "former")]
