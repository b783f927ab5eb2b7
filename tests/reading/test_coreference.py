from collections.abc import Callable

import pytest
from tests.reading.resolved import meant

from dragoman.reading.page import Page

PageOf = Callable[..., Page]
FIJI = "Fijian Foreign Minister Josaia Tuilagivou"
TONGA = "Tongan Foreign Minister Viliami Fonokalafi"


def group(page: Page, words: str) -> set[str]:
    return {entity.name for mention in page.mentions if mention.text == words for entity in page.group_of(mention)}


@pytest.mark.parametrize(
    ("text", "he"),
    [
        (f"{FIJI} met {TONGA}.\nHe said talks would go on.", "Josaia Tuilagivou"),
        (f"{FIJI} spoke.\nHe left.\nLater he returned.", "Josaia Tuilagivou"),
        (f"{FIJI} spoke.\nRain fell on the islands.\nHe left.", "Josaia Tuilagivou"),
        (
            f"{FIJI} spoke.\n“Rain fell. It fell long. Roads were closed. Boats sank. Nobody came.”\nHe left.",
            "Josaia Tuilagivou",
        ),
        (f"{FIJI} said {TONGA} had come.\nHe thanked the hosts.", "Josaia Tuilagivou"),
    ],
)
def test_he_is_the_main_subject_nearest_before(page_of: PageOf, text: str, he: str) -> None:
    assert meant(page_of(text), "He") == [he]


def test_he_may_be_either_where_one_tells_the_other(page_of: PageOf) -> None:
    page = page_of("Josaia Tuilagivou told Viliami Fonokalafi he would resign.")
    assert meant(page, "he") == [None]


def test_she_is_not_a_man(page_of: PageOf) -> None:
    page = page_of("Maria Solbakken met John Fonokalafi.\nHe was late.")
    assert meant(page, "He") == ["John Fonokalafi"]


def test_nobody_near_gives_nobody(page_of: PageOf) -> None:
    assert meant(page_of("Rain fell.\nHe left."), "He") == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIJI} met {TONGA}. A diplomat from Samoa said talks would go on. He warned of delays.",
        f"{FIJI} left. According to one aide, rain was to blame. He apologised.",
        f"{FIJI} left. “It is late,” said a local resident. He was angry.",
    ],
)
def test_he_may_be_somebody_without_a_name(page_of: PageOf, text: str) -> None:
    assert meant(page_of(text), "He") == [None]


def test_somebody_unnamed_within_the_words_of_another_speaks_nowhere(page_of: PageOf) -> None:
    page = page_of(f"{FIJI} spoke. “A resident can say so,” Tuilagivou said. He left.")
    assert meant(page, "He") == ["Josaia Tuilagivou"]


def test_pronoun_within_quotation_marks_is_left_alone(page_of: PageOf) -> None:
    page = page_of(f"{FIJI} said: “He must go.”")
    assert meant(page, "He") == [None]


def test_caption_gives_the_story_no_antecedent(page_of: PageOf) -> None:
    caption = "Viliami Fonokalafi waves to a crowd."
    page = page_of(f"{FIJI} spoke.\n{caption}\nHe left.", captions=[caption])
    assert meant(page, "He") == ["Josaia Tuilagivou"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (f"{FIJI} met {TONGA}.\nThe two ministers agreed.", "two ministers", {"Josaia Tuilagivou", "Viliami Fonokalafi"}),
        ("War broke out between Chad and Niger.\nThe two sides accuse each other.", "two sides", {"Chad", "Niger"}),
        ("Kenya and Ghana signed.\nBoth countries agreed.", "Both countries", {"Kenya", "Ghana"}),
        ("Kenya, Chad and Ghana signed.\nThe two countries agreed.", "two countries", set()),
        (f"{FIJI} and {TONGA} met.\nThey agreed.", "They", {"Josaia Tuilagivou", "Viliami Fonokalafi"}),
        ("The Kenyan and Ghanaian defence ministers met.", "Kenyan and Ghanaian defence ministers",
         {"defence minister of Kenya", "defence minister of Ghana"}),
    ],
)  # fmt: skip
def test_two_are_both_or_nobody(page_of: PageOf, text: str, words: str, names: set[str]) -> None:
    assert group(page_of(text), words) == names


def test_party_of_a_group_is_each_of_them(page_of: PageOf) -> None:
    page = page_of(f"{FIJI} met {TONGA}.\nThe two ministers agreed.")
    noun = next(token for token in page.tokens if token.lower == "ministers")
    assert {page.entities[party.entity or ""].name for party in page.parties(noun)} == {
        "Josaia Tuilagivou",
        "Viliami Fonokalafi",
    }


def test_counterpart_in_a_relative_clause_is_of_who_the_clause_is_about(page_of: PageOf) -> None:
    page = page_of(f"The envoy met {FIJI}, who thanked his Tongan counterpart.")
    assert meant(page, "his") == ["Josaia Tuilagivou"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIJI} spoke.\nA Tongan official objected.\nIt is late, the official said.",
        f"{FIJI} spoke.\nThe head of the team left.",
        f"{FIJI} spoke.\nThe islands need any leader.",
    ],
)
def test_description_of_somebody_else_is_left_alone(page_of: PageOf, text: str) -> None:
    page = page_of(text)
    last = [mention for mention in page.mentions if mention.kind == "office"][-1]
    assert page.entity_of(last) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Vladimir Putin met Ilham Aliyev and Serzh Sargsyan. He urged them to wait.",
            {"Ilham Aliyev", "Serzh Sargsyan"},
        ),
        ("Norway spoke with Chad and with Fiji. The king thanked them.", {"Chad", "Fiji"}),
        ("Norway and Chad told Fiji and Tonga that help was near. The king thanked them.", set()),
    ],
)
def test_them_is_the_one_group_joined_before(page_of: PageOf, text: str, names: set[str]) -> None:
    assert group(page_of(text), "them") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Josaia Tuilagivou won.\nRain fell.\nThe roads were closed.\nBoats sank.\nOn Friday the president left.",
            "Josaia Tuilagivou",
        ),
        (
            "Fijian President Josaia Tuilagivou met the president of Tonga.\nRain fell.\nThe roads were closed.\nBoats sank.\nOn Friday the president left.",
            None,
        ),
        (
            "Josaia Tuilagivou, a former president, won.\nRain fell.\nThe roads were closed.\nBoats sank.\nOn Friday the president left.",
            None,
        ),
    ],
)
def test_the_president_is_the_only_one_of_a_report(page_of: PageOf, text: str, name: str | None) -> None:
    assert meant(page_of(text), "president")[-1:] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Obama administration spoke.\nThe administration warned Chad.", "United States"),
        ("Kenya spoke.\nThe administration warned Chad.", "government"),
        (
            "The Obama administration spoke.\nThe Federal Aviation Administration replied.\nThe administration warned Chad.",
            "government",
        ),
    ],
)
def test_the_administration_is_the_one_spoken_of(page_of: PageOf, text: str, name: str) -> None:
    assert meant(page_of(text), "administration") == [name]
