"""Reports are grouped by what groups have in common on average."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.stories import grouped

Pairs = list[tuple[str, str, float]]
ODDS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1),
    max_size=28,
)


def groups(pairs: Pairs, line: float = 0.5) -> set[frozenset[str]]:
    found = grouped(pairs, line)
    return {frozenset(name for name in found if found[name] == group) for group in found.values()}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], []),
        ([("a", "b", 0.9)], ["ab"]),
        ([("a", "b", 0.4)], ["a", "b"]),
        ([("a", "b", 0.9), ("b", "c", 0.8)], ["ab", "c"]),
        ([("a", "b", 0.9), ("b", "c", 0.8), ("a", "c", 0.3)], ["abc"]),
        ([("a", "b", 0.9), ("c", "d", 0.9), ("b", "c", 0.9)], ["ab", "cd"]),
    ],
)
def test_a_chain_does_not_join_what_has_nothing_in_common(pairs: Pairs, expected: list[str]) -> None:
    assert groups(pairs) == {frozenset(group) for group in expected}


@given(ODDS, st.floats(0.1, 0.9))
def test_the_order_of_pairs_does_not_matter_and_a_group_goes_under_its_least_name(
    odds: dict[tuple[int, int], float], line: float
) -> None:
    pairs = [(str(one), str(other), value) for (one, other), value in odds.items()]
    found = grouped(pairs, line)
    assert grouped(reversed(pairs), line) == found
    assert all(found[group] == group <= name for name, group in found.items())


@given(ODDS, st.floats(0.1, 0.9))
def test_no_two_groups_are_left_that_agree_on_average(odds: dict[tuple[int, int], float], line: float) -> None:
    pairs = [(str(one), str(other), value) for (one, other), value in odds.items()]
    both = {frozenset((one, other)): value for one, other, value in pairs}
    for left, right in combinations(groups(pairs, line), 2):
        mean = sum(both.get(frozenset((one, other)), 0.0) for one in left for other in right) / (len(left) * len(right))
        assert mean < line + 1e-9
