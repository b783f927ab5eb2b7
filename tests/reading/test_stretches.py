from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.stretches import joined

STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda one: (one[0], one[0] + one[1])))


@given(STRETCHES)
def test_joined_stretches_stand_apart_and_hold_the_same(stretches: list[tuple[int, int]]) -> None:
    found = joined(stretches)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert {at for low, high in found for at in range(low, high)} == {
        at for low, high in stretches for at in range(low, high)
    }
    assert joined(reversed(found)) == found
