"""The tagger's own arithmetic: words, pieces, windows, marks and links; and what the shipped network sees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import models
from dragoman.reading.tagging import Pieces
from dragoman.reading.tagging.attributions import attributions
from dragoman.reading.tagging.decoding import Run, runs_of
from dragoman.reading.tagging.labels import LINK_WIDTH
from dragoman.reading.tagging.windows import LETTER, LOWER, MIXED, TITLE, UPPER, WIDEST, shape_of, windows_of, words_of
from dragoman.records import Span

VOCABULARY = Pieces(models.vocabulary("tagger"))


def test_words_keep_their_places_and_marks_stand_alone() -> None:
    words = words_of("“No,” O'Neil_x said.", 7)
    assert [word.text for word in words] == ["“", "No", ",", "”", "O", "'", "Neil", "_", "x", "said", "."]
    assert (words[1].start, words[1].end) == (8, 10)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", LOWER),
        ("Iran", TITLE),
        ("UN", UPPER),
        ("A", LETTER),
        ("McCain", MIXED),
        ("iPhone", MIXED),
        ("2014", LOWER),
    ],
)
def test_shape_tells_how_a_word_is_written(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def test_a_word_is_spelled_by_the_longest_pieces() -> None:
    listed = ["[CLS]", "[SEP]", "[UNK]", "am", "ambassa", "##dor", "##s", "e"]
    pieces = Pieces(listed)
    assert pieces.spell("Ambassadors") == (4, 5, 6)
    assert pieces.spell("é") == (7,)
    assert pieces.spell("xyz") == (pieces.unknown,)
    assert pieces.spell("\u0301") == (pieces.unknown,)


@given(st.lists(st.text(alphabet="abc XYZ.!é-", min_size=1, max_size=900), max_size=6))
def test_windows_hold_each_word_once_in_order_and_fit(lines: list[str]) -> None:
    words = [words_of(line, 1000 * number) for number, line in enumerate(lines)]
    windows = list(windows_of(words, VOCABULARY))
    assert [word.start for window in windows for word in window.words] == [
        word.start for line in words for word in line
    ]
    for window in windows:
        assert len(window.pieces) == len(window.shapes) <= WIDEST
        assert [window.pieces[first] for first in window.firsts] == [word.pieces[0] for word in window.words]


def test_an_inside_without_a_beginning_is_never_chosen() -> None:
    scores = np.full((3, 5), -4.0, dtype=np.float32)
    scores[0, 2] = 5.0  # the inside of the first kind, which nothing can begin with
    scores[0, 1] = 4.0
    scores[1, 2] = scores[2, 0] = 5.0
    assert [(run.first, run.stop, run.kind) for run in runs_of(scores)] == [(0, 2, 0)]


def test_contents_go_to_the_cue_that_claims_them_most_and_others_stay_loose() -> None:
    words = words_of("Rouhani said no ; yes", 0)
    runs = [Run(0, 1, 0, 0.9), Run(1, 2, 1, 0.9), Run(2, 3, 2, 0.8), Run(4, 5, 2, 0.7)]
    links = np.zeros((5, 4 * LINK_WIDTH), dtype=np.float32)
    links[1, 0] = links[0, LINK_WIDTH] = 6.0
    links[1, 2 * LINK_WIDTH] = 6.0
    links[2, 3 * LINK_WIDTH], links[4, 3 * LINK_WIDTH] = 6.0, -6.0
    said, loose = attributions(words, runs, links)
    assert (said.source, said.cue, said.contents) == (_span(0, 7), _span(8, 12), (_span(13, 15),))
    assert (loose.source, loose.cue, loose.contents) == (None, None, (_span(18, 21),))


def _span(start: int, end: int) -> Span:
    return Span(start, end)


def test_catalogue_states_data_and_licence_of_each_network() -> None:
    for entry in models.catalogue().values():
        assert entry.data
        assert "licen" in " ".join((*entry.data, entry.encoder)).lower() or "Apache" in entry.encoder
