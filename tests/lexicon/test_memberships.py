"""Standing of states in organisations on a day."""

from datetime import date

import pytest

from dragoman.lexicon.memberships import members, memberships_of, standing
from dragoman.lexicon.states import known_state
from dragoman.lexicon.toml_lists import rows_of


def kinds(body: str, state: str, on: date) -> set[str]:
    return {row.standing for row in standing(body, state, on)}


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        ("IRN", date(2016, 4, 7), {"observer"}),
        ("IRN", date(2023, 7, 5), {"member"}),
        ("IRN", date(2004, 1, 1), set()),
        ("BLR", date(2016, 4, 7), {"observer"}),
        ("BLR", date(2024, 7, 5), {"member"}),
        ("MNG", date(2016, 4, 7), {"observer"}),
        ("CHN", date(2016, 4, 7), {"member"}),
        ("TUR", date(2016, 4, 7), {"dialogue partner"}),
        ("DEU", date(2016, 4, 7), set()),
    ],
)
def test_standing_in_the_shanghai_organisation(state: str, on: date, expected: set[str]) -> None:
    assert kinds("SCO", state, on) == expected


def test_members_on_a_day() -> None:
    assert members("SCO", date(2016, 4, 7)) == ("CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB")
    assert members("SCO", date(2016, 4, 7), "observer") == ("AFG", "BLR", "IND", "IRN", "MNG", "PAK")
    assert len(members("NATO", date(2024, 8, 1))) == 32
    assert len(members("EU", date(2021, 1, 1))) == 27
    assert len(members("GCC", date(2016, 1, 1))) == 6


def test_a_suspended_member_is_so_beside_its_membership() -> None:
    assert "suspended" in kinds("Arab League", "SYR", date(2015, 1, 1))
    assert kinds("Arab League", "SYR", date(2024, 1, 1)) == {"member"}


def test_the_factbook_speaks_where_no_row_is_kept_by_hand() -> None:
    assert {row.source for row in standing("UN", "IRN", date(2016, 4, 7))} == {"CIA World Factbook"}
    assert {row.source for row in memberships_of("Q485207", "IRN")} == {"CIA World Factbook", "general knowledge"}


def test_every_row_kept_by_hand_names_listed_states() -> None:
    states = {state for row in rows_of("standings.tsv") for state in row["states"].split()}
    assert [state for state in sorted(states) if known_state(state) is None] == []
