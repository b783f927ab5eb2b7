"""Chains of pairs are joined, and two told apart are never under one name."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading.clusters import joined

ACTS = st.sampled_from("abcdefghij")
PAIRS = st.lists(st.tuples(ACTS, ACTS).filter(lambda pair: pair[0] != pair[1]), max_size=20)


def reached(start: str, pairs: list[tuple[str, str]]) -> set[str]:
    """Walk from an act along pairs until nothing new is met."""
    met, before = {start}, set[str]()
    while met != before:
        before = set(met)
        met |= {act for pair in pairs if before & set(pair) for act in pair}
    return met


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAIRS)
def test_clusters_are_what_chains_reach(pairs: list[tuple[str, str]]) -> None:
    assert joined(pairs, []) == {act: min(reached(act, pairs)) for pair in pairs for act in pair}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAIRS, PAIRS)
def test_two_told_apart_are_never_one(same: list[tuple[str, str]], apart: list[tuple[str, str]]) -> None:
    found = joined(same, apart)
    assert all(found.get(one, one) != found.get(other, other) for one, other in apart)


@pytest.mark.parametrize(
    ("same", "apart", "expected"),
    [
        ("ab bc", "ac", {"a": "a", "b": "a", "c": "c"}),
        ("ab bc cd", "ad", {"a": "a", "b": "a", "c": "c", "d": "c"}),
        ("ab", "cd", {"a": "a", "b": "a"}),
    ],
)
def test_a_chain_breaks_in_the_middle(same: str, apart: str, expected: dict[str, str]) -> None:
    assert joined(of(same), of(apart)) == expected


def of(letters: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[1]) for pair in letters.split()]
