"""Contested areas: claims are kept side by side, and no area of the lists is missing."""

from dragoman.dates import parse_days
from dragoman.lexicon import places
from dragoman.lexicon.claims import listed
from dragoman.lexicon.states import listed as states
from dragoman.lexicon.states import listed_regions


def test_every_area_is_a_listed_state_or_region_or_a_place_of_geonames() -> None:
    names = {state.name for state in states().state} | {region.name for region in listed_regions().region}
    for area in listed().area:
        assert area.name in names or (area.geonames and places.place(area.geonames))


def test_standings_and_days_are_ones_we_know() -> None:
    for area in listed().area:
        for claim in area.claims:
            assert claim.standing in {"recognised", "holds", "claims"}
            assert all(parse_days(day) for day in (claim.since, claim.until) if day)


def test_a_contested_region_has_its_claims_and_no_single_country() -> None:
    (karabakh,) = places.lookup("Karabakh")
    assert karabakh.country is None
    assert {claim.by for claim in karabakh.claims} == {"AZE", "Republic of Artsakh"}


def test_a_town_of_a_contested_province_shares_its_claims() -> None:
    assert {claim.by for claim in places.lookup("Simferopol")[0].claims} == {"UKR", "RUS"}
    assert places.lookup("Kherson")[0].claims == ()


def test_a_contested_state_has_claims() -> None:
    assert {claim.by for claim in places.lookup("Taiwan")[0].claims} == {"TWN", "CHN"}
