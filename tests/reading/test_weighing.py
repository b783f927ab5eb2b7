"""A pair weighed and a sentence marked by the small network, each by itself and the same on each reading."""

from collections.abc import Callable

import pytest

from dragoman import models
from dragoman.reading.events.model_input import LONGEST, Piece, marked
from dragoman.reading.events.sentence_marks import marked_by, paired, whole
from dragoman.reading.events.weighing import Weigher, joined
from dragoman.reading.page import Page
from dragoman.reading.tagging import Pieces
from dragoman.reading.tagging.windows import LOWER, TITLE, words_of

Lay = Callable[..., Page]
SENTENCE = "Norway sent food aid to Sweden on Monday."


@pytest.fixture(scope="module")
def weigher() -> Weigher:
    return Weigher(models.network("events"), Pieces(models.vocabulary("events")))


def spans(sentence: str, source: str, target: str) -> dict[str, list[tuple[int, int]]]:
    starts = {"s": (sentence.index(source), source), "t": (sentence.index(target), target)}
    return {side: [(at, at + len(words))] for side, (at, words) in starts.items()}


PAIRS = [
    (SENTENCE, "Norway", "Sweden", "AID"),
    ("Norwegian jets bombed a village in Chad.", "Norwegian jets", "a village", "ASSAULT"),
    ("Norway accused Sweden of spying.", "Norway", "Sweden", "ACCUSE"),
    ("Norway shared intelligence with Sweden.", "Norway", "Sweden", "COOPERATE"),
    ("Sweden was urged by Norway to free the crew.", "Norway", "Sweden", "REQUEST"),
    ("The minister met the king of Jordan in Amman.", "The minister", "the king", "CONSULT"),
]


@pytest.mark.parametrize(("sentence", "source", "target", "kind"), PAIRS)
def test_the_likeliest_type_of_a_marked_pair(
    weigher: Weigher, sentence: str, source: str, target: str, kind: str
) -> None:
    likely = weigher.kinds(sentence, spans(sentence, source, target))
    assert max(likely, key=lambda each: likely[each]) == kind
    assert sum(likely.values()) == pytest.approx(1.0)


def test_what_the_code_book_tells_weighs_more() -> None:
    likely = {"AID": 0.4, "AGREE": 0.5, "NONE": 0.1}
    assert max(joined(likely, None), key=lambda kind: joined(likely, None)[kind]) == "AGREE"
    assert max(joined(likely, "AID"), key=lambda kind: joined(likely, "AID")[kind]) == "AID"
    assert sum(joined(likely, "AID").values()) == pytest.approx(1.0)


def test_doer_and_done_to_of_a_sentence(weigher: Weigher) -> None:
    places = [(word.start, word.end) for word in words_of(SENTENCE, 0)]
    found, sort = marked_by(weigher, SENTENCE, places)
    assert {(SENTENCE[start:end], kind) for start, end, kind in found} == {("Norway", "S"), ("Sweden", "T")}
    assert sort == 2


def test_each_reading_is_the_same(weigher: Weigher) -> None:
    sides = spans(SENTENCE, "Norway", "Sweden")
    assert weigher.kinds(SENTENCE, sides) == weigher.kinds(SENTENCE, sides)


def test_a_mark_before_a_noun_goes_on_to_it(page_of: Lay) -> None:
    text = "Norway rejected the Swedish government's request for talks."
    tokens = page_of(text, mentions=False).tokens
    start, end, side = whole((text.index("the"), text.index("'s"), "T"), tokens)
    assert (text[start:end], side) == ("the Swedish government's request", "T")
    assert whole((0, 6, "S"), tokens) == (0, 6, "S")


LONE = [
    ({(0, 6, "S"), (10, 16, "R")}, {(0, 6, "S"), (10, 16, "T")}),
    ({(0, 6, "R"), (10, 16, "T")}, {(0, 6, "S"), (10, 16, "T")}),
    ({(0, 6, "R"), (10, 16, "R")}, {(0, 6, "R"), (10, 16, "R")}),
    ({(0, 6, "R")}, {(0, 6, "R")}),
]


@pytest.mark.parametrize(("seen", "given"), LONE)
def test_one_alone_does_not_act_on_each_other(
    seen: set[tuple[int, int, str]], given: set[tuple[int, int, str]]
) -> None:
    assert paired(seen, "Norway met Sweden") == given


def test_marks_stand_before_and_after_what_they_mark() -> None:
    pieces = [Piece(1000, 0, 6, TITLE), Piece(1001, 7, 12, LOWER), Piece(1002, 13, 19, TITLE)]
    given = marked(pieces, {"s": [(0, 6)], "t": [(13, 19)]}, 7)
    assert given.pieces == (101, 1, 1000, 2, 5, 1001, 3, 1002, 4, 102)
    assert given.shapes == (0, 0, TITLE, 0, 0, LOWER, 0, TITLE, 0, 0)
    assert given.starts == (-1, -1, 0, -1, -1, 7, -1, 13, -1, -1)
    assert given.marks == (1, 6, 4)


def test_a_long_sentence_is_cut() -> None:
    pieces = [Piece(1000, 2 * i, 2 * i + 1, LOWER) for i in range(2 * LONGEST)]
    given = marked(pieces, {"t": [(4 * LONGEST - 2, 4 * LONGEST - 1)]})
    assert len(given.pieces) == len(given.starts) == LONGEST
    assert given.marks == (0, 0, 0)
