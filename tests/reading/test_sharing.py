"""Shingles shared by reports, counted by sorting, are those a comparison of all pairs counts."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.sharing import Holdings

GRAMS = st.frozensets(st.integers(0, 40), max_size=12)
REPORTS = st.lists(st.tuples(GRAMS, GRAMS, st.booleans()), max_size=6)


@given(REPORTS)
def test_every_pair_with_a_fresh_report_is_counted(reports: list[tuple[frozenset[int], frozenset[int], bool]]) -> None:
    holdings = Holdings(len(reports))
    for wanted in (True, False):
        for place, (sample, quoted, fresh) in enumerate(reports):
            for grams, is_quoted in ((sample, False), (quoted - sample, True)):
                if fresh is wanted:
                    numbers = np.array(sorted(grams), np.int64)
                    holdings.add(numbers, np.full(len(numbers), place), fresh=fresh, quoted=is_quoted)
    made = holdings.shared()
    found = {
        (int(one), int(other)): (int(whole), int(narrated))
        for one, other, whole, narrated in zip(made.one, made.other, made.whole, made.narrated, strict=True)
    }
    assert found == {
        (one, other): (len((a | c) & (b | d)), len(a & b))
        for (one, (a, c, fresh)), (other, (b, d, also)) in combinations(enumerate(reports), 2)
        if (fresh or also) and len((a | c) & (b | d)) > 2
    }


def test_reports_without_shingles_share_nothing() -> None:
    assert len(Holdings(3).shared().one) == 0
