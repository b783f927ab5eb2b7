"""The demo corpus reads as well as it did: floors a little under what was measured, against one careful reader's gold."""

import pytest
from benchmarks.demo_record import Tally, compare, read_demo

FLOORS = {
    # kind: (share of the gold found, share of the rows given that are in the gold)
    "title": (1.00, 1.00),
    "published": (0.82, 1.00),
    "dateline_place": (0.95, 1.00),
    "furniture": (0.95, 0.95),
    "statement": (0.84, 0.60),
    "speaker": (0.68, 0.49),
    "tenure": (0.83, 0.94),
    "standing": (0.66, 0.88),
    "meeting": (0.42, 0.53),
    "event": (0.25, 0.38),
}


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tally]:
    return compare(read_demo(tmp_path_factory.mktemp("demo") / "record"))


@pytest.mark.parametrize("kind", FLOORS)
def test_the_demo_corpus_reads_no_worse_than_it_did(tallies: dict[str, Tally], kind: str) -> None:
    tally, (recall, precision) = tallies[kind], FLOORS[kind]
    assert tally.found / tally.wanted >= recall, tally.missed
    assert tally.found / tally.given >= precision
