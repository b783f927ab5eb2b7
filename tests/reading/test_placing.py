"""Which place a name means: by what stands beside it, by its company, and not at all where nothing tells."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.page import Page
from dragoman.reading.placing import Choice, place_names


def placed(text: str, *names: str, home: str | None = None) -> list[Choice | None]:
    """Places of the first occurrence of each name, names given in the order of the text."""
    spans, here = [], 0
    for name in names:
        here = text.index(name, here)
        spans.append((here, here + len(name)))
        here += len(name)
    return place_names(text, spans, home)


def ids(text: str, *names: str) -> list[int | None]:
    return [choice.spot.id if choice else None for choice in placed(text, *names)]


@pytest.mark.parametrize(
    ("text", "names", "geonames"),
    [
        ("They met in Paris.", ["Paris"], [2988507]),
        ("They met in Paris, Texas.", ["Paris", "Texas"], [4717560, 4736286]),
        ("They met in Paris (Texas).", ["Paris", "Texas"], [4717560, 4736286]),
        ("They met in Paris, Tex., and left.", ["Paris"], [4717560]),
        ("They met in Peoria, Ill.", ["Peoria"], [4905687]),
        ("A ferry left Victoria, B.C., at noon.", ["Victoria"], [6174041]),
        ("They met in Newcastle, N.S.W.", ["Newcastle"], [2155472]),
        ("They met in London, Ontario.", ["London", "Ontario"], [6058560, 6093943]),
        ("They met in London and Paris.", ["London", "Paris"], [2643743, 2988507]),
        ("They shelled Martuni in the Karabakh region.", ["Martuni", "Karabakh region"], [146969, 409410]),
        ("They shelled Martuni, Armenia.", ["Martuni", "Armenia"], [616438, 174982]),
        ("They met in New Delhi.", ["New Delhi"], [1261481]),
        ("They met in Delhi.", ["Delhi"], [1273294]),
        ("They fled Tripoli in the north of Lebanon.", ["Tripoli", "Lebanon"], [266826, 272103]),
        ("They fled Tripoli in western Libya.", ["Tripoli", "Libya"], [2210247, 2215636]),
        ("The Syrian city of Tartus was hit.", ["Syrian", "Tartus"], [163843, 163345]),
        ("Russia's southern city of Rostov was hit.", ["Russia", "Rostov"], [2017370, 501175]),
        ("They met in Hasakah, Syria.", ["Hasakah", "Syria"], [173811, 163843]),
        ("They met in northern Idlib province.", ["northern Idlib province"], [169387]),
        ("Atlanta is the capital of Georgia, south of Tennessee.", ["Atlanta", "Georgia", "Tennessee"],
         [4180439, 4197000, 4662168]),
        ("Georgia spoke with Armenia and Azerbaijan in Tbilisi.", ["Georgia", "Armenia", "Azerbaijan", "Tbilisi"],
         [614540, 174982, 587116, 611717]),
        ("They met in St. Petersburg, Russia.", ["St. Petersburg", "Russia"], [498817, 2017370]),
        ("They met in St. Petersburg, Fla.", ["St. Petersburg"], [4171563]),
        ("Muscovites stayed at home.", ["Muscovites"], [524901]),
        ("They met at the Kremlin.", ["Kremlin"], [524901]),
        ("He flew to New York.", ["New York"], [5128581]),
        ("Washington said so.", ["Washington"], [4140963]),
        ("Riots broke out in Kansas, Oregon and Ohio.", ["Kansas", "Oregon", "Ohio"], [4273857, 5744337, 5165418]),
        ("The Kansas Highway Patrol was called to Manhattan.", ["Manhattan"], [4274994]),
        ("They met in Zyrgovia.", ["Zyrgovia"], [None]),
        ("They met in Zyrgovia, Texas.", ["Zyrgovia", "Texas"], [None, 4736286]),
    ],
)  # fmt: skip
def test_a_name_means_the_place_that_the_report_says(text: str, names: list[str], geonames: list[int | None]) -> None:
    assert ids(text, *names) == geonames


def test_one_name_means_one_place_throughout() -> None:
    text = "They met in Paris, Texas. Paris was calm. Nobody left Paris."
    assert ids(text, "Paris", "Texas", "Paris", "Paris") == [4717560, 4736286, 4717560, 4717560]


def test_a_village_that_the_gazetteer_has_elsewhere_only_is_none_of_its_namesakes() -> None:
    assert ids("He lives in Holliday, Mo.", "Holliday") == [None]


def test_reasons_add_up_in_sight() -> None:
    (choice, _) = placed("They met in Paris, Texas.", "Paris", "Texas")
    assert choice is not None
    assert {"within", "main", "people"} <= {reason.name for reason in choice.reasons}
    assert choice.others[0][0].id == 2988507


def test_the_outlet_tips_the_balance_between_equals() -> None:
    text = "They met in Hamilton."
    (at_home,) = placed(text, "Hamilton", home="NZL")
    (abroad,) = placed(text, "Hamilton", home="CAN")
    assert at_home is not None
    assert abroad is not None
    assert at_home.spot.country == "NZL"
    assert abroad.spot.country == "CAN"


def test_a_region_has_no_point_and_a_country_none_either() -> None:
    for name in ("Central Asia", "the Caucasus", "Iran"):
        (choice,) = placed(f"They spoke of {name}.", name)
        assert choice is not None
        assert choice.spot.precision in {"region", "country"}


@given(st.text(max_size=60))
def test_any_text_is_answered_with_a_place_or_nothing(text: str) -> None:
    choices = place_names(text, [(0, len(text))] if text else [])
    assert all(choice is None or 0 < choice.score <= 1 for choice in choices)


def test_an_entity_of_a_place_says_its_precision_and_the_name_the_report_uses(page_of: Callable[..., Page]) -> None:
    page = page_of("The army shelled the town of Martuni in the Karabakh region.")
    (town,) = [entity for entity in page.entities.values() if entity.precision == "city"]
    (region,) = [entity for entity in page.entities.values() if entity.precision == "region"]
    assert (town.geonames, town.aliases) == (146969, ("Martuni",))
    assert (region.lat, region.country) == (None, None)
    assert region.claims


def test_two_places_that_nothing_tells_apart_stay_open(page_of: Callable[..., Page]) -> None:
    page = page_of("He lived in Springfield.")
    (mention,) = [each for each in page.mentions if each.kind == "place"]
    assert page.entity_of(mention) is None
    assert len(page.candidates_of(mention)) > 1


def test_a_state_of_another_name_is_the_province_where_the_report_says_so(page_of: Callable[..., Page]) -> None:
    page = page_of("He flew from Atlanta, Georgia, to Nashville, Tennessee.")
    assert {entity.geonames for entity in page.entities.values() if entity.name == "Georgia"} == {4197000}
