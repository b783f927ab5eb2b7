"""Every entry of the lists that are proved by reading is seen in its examples and in none of its near misses."""

from collections.abc import Callable, Iterator

import pytest

from dragoman.reading import proofs
from dragoman.reading.page import Page

PROOFS = (
    proofs.faults_of_metonyms,
    proofs.faults_of_standings,
    proofs.faults_of_cues,
    proofs.faults_of_acts,
    proofs.faults_of_appraisals,
    proofs.faults_of_triggers,
)


@pytest.mark.parametrize("faults", PROOFS, ids=lambda faults: faults.__name__)
def test_the_list_proves_itself(
    page_of: Callable[[str], Page], faults: Callable[[Callable[[str], Page]], Iterator[str]]
) -> None:
    assert list(faults(page_of)) == []
