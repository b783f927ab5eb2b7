from collections.abc import Callable

import pytest
from tests.reading.resolved import meant

from dragoman.reading.entities.posts import is_post_of
from dragoman.reading.page import Page

PageOf = Callable[..., Page]


def basis(page: Page, words: str) -> list[str]:
    return [page.links[mention.id].basis for mention in page.mentions if mention.text == words]


def test_short_names_and_slips_are_the_person_named_in_full(page_of: PageOf) -> None:
    page = page_of("Fijian Prime Minister Josaia Tuilagivou spoke.\nTuilagivou left. Tuilagvou had agreed.")
    assert meant(page, "Tuilagivou") == meant(page, "Tuilagvou") == ["Josaia Tuilagivou"]
    assert basis(page, "Tuilagvou") == ["typo"]


def test_bare_name_of_two_people_stays_open_with_both(page_of: PageOf) -> None:
    page = page_of("Norwegian minister Kari Solbakken met Lars Solbakken.\nSolbakken agreed.")
    bare = next(mention for mention in page.mentions if mention.text == "Solbakken")
    assert page.entity_of(bare) is None
    assert {page.entities[one].name for one in page.candidates_of(bare)} == {"Kari Solbakken", "Lars Solbakken"}


def test_title_tells_two_people_of_one_name_apart(page_of: PageOf) -> None:
    page = page_of("John Solbakken and Maria Solbakken spoke. Mrs Solbakken said she agreed.")
    assert meant(page, "Solbakken") == meant(page, "she") == ["Maria Solbakken"]


def test_office_gives_a_person_country_and_sector(page_of: PageOf) -> None:
    page = page_of("Fijian Foreign Minister Josaia Tuilagivou spoke.")
    person = next(entity for entity in page.entities.values() if entity.kind == "person")
    assert (person.country, person.sector) == ("FJI", "GOV")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Fijian Foreign Minister Josaia Tuilagivou spoke.\nThe Fijian minister agreed.", "Fijian minister", "Josaia Tuilagivou"),
        ("Fijian Foreign Minister Josaia Tuilagivou spoke.\nPeace is near, the minister said.", "minister", "Josaia Tuilagivou"),
        ("Fijian Foreign Minister Josaia Tuilagivou spoke.\nPeace is near, the official said.", "official", "Josaia Tuilagivou"),
        ("Fijian First Vice President Josaia Tuilagivou spoke.\nThe Fijian vice president left.", "Fijian vice president",
         "Josaia Tuilagivou"),
        ("The secretary of Fiji's Supreme Council, Rear Admiral Josaia Tuilagivou, met the envoy.", "secretary of Fiji's Supreme Council",
         "Josaia Tuilagivou"),
        ("Josaia Tuilagivou met his Tongan counterpart Viliami Fonokalafi.", "his Tongan counterpart", "Viliami Fonokalafi"),
        ("Fijian Defence Minister Josaia Tuilagivou met his Tongan counterpart.", "his Tongan counterpart", "defence minister of Tonga"),
        ("Fijian Defence Minister Josaia Tuilagivou spoke.\nHe left.", "He", "Josaia Tuilagivou"),
        ("The Ruritanian Fisheries Council (RFC) met.\nThe RFC agreed.", "RFC", "Ruritanian Fisheries Council"),
        ("Moscow backs the plan.", "Moscow", "Russia"),
        ("They met in Moscow.", "Moscow", "Moscow"),
        ("The Syrian army left.", "army", "military of Syria"),
    ],
)  # fmt: skip
def test_mentions_resolve_to_the_one_thing_meant(page_of: PageOf, text: str, words: str, name: str) -> None:
    assert set(meant(page_of(text), words)) == {name}


def test_president_is_not_the_vice_president(page_of: PageOf) -> None:
    page = page_of("Fijian Vice President Josaia Tuilagivou spoke.\nThe Fijian president left.")
    assert meant(page, "Fijian president") == ["president of Fiji"]


def test_office_is_its_known_holder_only_where_the_day_is_known(page_of: PageOf) -> None:
    text = "The Russian foreign minister left."
    assert meant(page_of(text), "Russian foreign minister") == ["foreign minister of Russia"]
    assert meant(page_of(text, published="2016-04-07"), "Russian foreign minister") == ["Sergey Lavrov"]
    assert basis(page_of(text, published="2016-04-07"), "Russian foreign minister") == ["office-on-day"]


def test_known_person_keeps_their_id_and_a_namesake_of_another_state_does_not_get_it(page_of: PageOf) -> None:
    known = page_of("Russian Foreign Minister Sergei Lavrov spoke.")
    other = page_of("Bolivian Foreign Minister Sergei Lavrov spoke.")
    assert "Q58217" in known.entities
    assert "Q58217" not in other.entities


def test_same_words_give_the_same_ids(page_of: PageOf) -> None:
    text = "Fijian Foreign Minister Josaia Tuilagivou met his Tongan counterpart in Suva."
    assert page_of(text).links == page_of(text).links


def test_acronym_in_the_title_is_the_body_introduced_below(page_of: PageOf) -> None:
    page = page_of("The Ruritanian Fisheries Council (RFC) met.", title="RFC ready to meet in Oslo")
    assert meant(page, "RFC") == ["Ruritanian Fisheries Council", "Ruritanian Fisheries Council"]
    assert len({page.links[mention.id].entity for mention in page.mentions if mention.kind == "body"}) == 1


def test_one_of_a_people_is_no_government(page_of: Callable[..., Page]) -> None:
    page = page_of("An American, who stood near the truck, said the driver fled.\nThe American envoy left.")
    linked = [(page.text[m.start : m.end], page.entity_of(m) is not None) for m in page.mentions if m.kind == "people"]
    assert linked == [("American", False), ("American", True)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Chadian military denied it.\nLater the military left.", "military", "military of Chad"),
        ("The Chadian military denied it, as the Nigerien military had.\nThe military left.", "military", "military"),
        ("Reuters had the story.\nThe news agency said talks failed.", "news agency", "Reuters"),
        (
            "The Wall Street Journal had the story.\nThe newspaper said talks failed.",
            "newspaper",
            "The Wall Street Journal",
        ),
    ],
)
def test_a_short_word_is_the_one_body_named_before(page_of: PageOf, text: str, words: str, name: str) -> None:
    page = page_of(text)
    (last,) = [mention for mention in page.mentions if mention.text == words][-1:]
    entity = page.entity_of(last)
    assert entity is not None
    assert entity.name == name


def test_an_official_after_a_name_is_somebody_else(page_of: PageOf) -> None:
    page = page_of("The measures hit firms close to Ada Lund, a Norwegian official said on Sunday.")
    assert [page.entity_of(mention) for mention in page.mentions if mention.kind == "office"] == [None]


def test_an_adviser_to_the_president_is_not_the_president() -> None:
    assert is_post_of("president", "first president")
    assert not is_post_of("president", "senior adviser to the president")
