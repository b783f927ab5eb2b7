"""Who acts and who is acted upon in a sentence by itself: phrases cut by the tree, and the likeliest reading of them."""

from collections.abc import Callable

import numpy as np
import pytest

from dragoman import models
from dragoman.lexicon.span_weights import span_weights
from dragoman.reading.events.model_input import SPAN_MARKS
from dragoman.reading.events.spans import chosen
from dragoman.reading.events.spans.candidates import candidates
from dragoman.reading.events.spans.choice import best, laid_out, marks_of
from dragoman.reading.events.spans.told import main_deed, told
from dragoman.reading.events.spans.words import Words, overlap
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.page import Page
from dragoman.reading.tagging import Pieces
from dragoman.reading.tagging.windows import words_of

Lay = Callable[..., Page]


@pytest.fixture(scope="module")
def weigher() -> Weigher:
    return Weigher(models.network("events"), Pieces(models.vocabulary("events")))


def laid(page_of: Lay, sentence: str) -> Words:
    return Words(page_of(sentence), [(word.start, word.end) for word in words_of(sentence, 0)])


READ = [
    ("Norway sent food aid to Sweden on Monday.", {("Norway", "S"), ("Sweden", "T")}),
    (
        "The Norwegian prime minister rejected the proposal made by the Swedish union.",
        {("The Norwegian prime minister", "S"), ("the proposal made by the Swedish union", "T")},
    ),
    (
        "Norwegian rebels attacked an army base in northern Sweden.",
        {("Norwegian rebels", "S"), ("an army base in northern Sweden", "T")},
    ),
    (
        "The Norwegian president held talks with the Swedish king on Monday.",
        {("The Norwegian president", "R"), ("the Swedish king", "R")},
    ),
]


@pytest.mark.parametrize(("sentence", "marks"), READ)
def test_the_likeliest_reading(page_of: Lay, weigher: Weigher, sentence: str, marks: set[tuple[str, str]]) -> None:
    words = laid(page_of, sentence)
    found, _ = chosen(weigher, words.page, words.places)
    assert {(sentence[start:end], kind) for start, end, kind in found} == marks


def test_each_reading_is_the_same(page_of: Lay, weigher: Weigher) -> None:
    words = laid(page_of, READ[1][0])
    assert chosen(weigher, words.page, words.places) == chosen(weigher, words.page, words.places)


def test_a_noun_is_cut_wherever_its_phrase_may_end(page_of: Lay) -> None:
    words = laid(page_of, "Norway rejected the old proposal of the union.")
    said = {" ".join(words.said(stretch)) for stretch in candidates(words)}
    assert {"norway", "proposal", "the old proposal", "old proposal of the union", "the union"} <= said
    assert not said & {"the old", "proposal of", "rejected the"}


@pytest.mark.parametrize("sentence", ["", "Yes.", "Rain.", "No word from them, and none to them."])
def test_a_sentence_without_an_act_is_read_too(page_of: Lay, weigher: Weigher, sentence: str) -> None:
    words = laid(page_of, sentence or "…")
    found, sort = chosen(weigher, words.page, words.places)
    assert all(0 <= start < end <= len(words.page.text) for start, end, _ in found)
    assert sort in range(5)


def test_no_two_stretches_of_a_reading_share_a_word(page_of: Lay) -> None:
    words = laid(page_of, "Norway and Sweden gave the old king of Jordan food, tents and a ship.")
    rows = np.full((len(words.places), len(SPAN_MARKS)), np.log(1 / len(SPAN_MARKS)))
    options = laid_out(words, rows)
    for reading in options.readings:
        stretches = [options.parts[part][0] for part in reading]
        assert not any(overlap(one, other) for at, one in enumerate(stretches) for other in stretches[at + 1 :])
    assert marks_of(words, options, best(options, {"pattern ST": 1.0}))


def test_the_code_book_tells_its_highest_act(page_of: Lay) -> None:
    page = page_of("Norway condemned the attack by rebels on Sweden.")
    deed = main_deed(page)
    assert deed is not None
    assert deed.kind == "ACCUSE"
    assert ("Norway", "S") in {(page.text[start:end], kind) for start, end, kind in told(page, deed)}


def test_weights_are_numbers_by_trait() -> None:
    weights = span_weights()
    assert len(weights) > 100
    assert all(abs(weight) < 50 for weight in weights.values())
