"""The likeliest reading of a sentence, by weights learned from sentences with known sources and targets."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dragoman.lexicon.span_weights import span_weights
from dragoman.reading.events.sentence_marks import Mark, marked_in, rows_of
from dragoman.reading.events.spans.network_traits import Shares
from dragoman.reading.events.spans.options import Options, Traits, options_of
from dragoman.reading.events.spans.words import Words
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.page import Page


def chosen(weigher: Weigher, page: Page, places: Sequence[tuple[int, int]]) -> tuple[set[Mark], int]:
    """Give the spans (start, end, S|T|R) of a sentence and its class.

    Args:
        weigher: The network.
        page: The sentence, its names known.
        places: Where its words stand.
    """
    words = Words(page, places)
    found, shares, classes = weigher.read(page.text)
    rows = rows_of(places, found, shares)
    options = laid_out(words, rows)
    return marks_of(words, options, best(options, span_weights())), int(np.argmax(classes))


def laid_out(words: Words, rows: np.ndarray[Any, Any]) -> Options:
    """Lay out the readings of a sentence, those stretches among them that the network marks by itself."""
    marked = marked_in(words.page.text, words.places, rows, words.page.tokens)
    stretches = (words.stretch_at(start, end) for start, end, _ in marked)
    return options_of(words, Shares(rows), [stretch for stretch in stretches if stretch is not None])


def best(options: Options, weights: Mapping[str, float]) -> int:
    """Give the number of the reading that weighs most; the first of equals."""
    parts = [_weight(traits, weights) for traits in options.traits]
    totals = [
        _weight(whole, weights) + sum(parts[number] for number in reading)
        for reading, whole in zip(options.readings, options.wholes, strict=True)
    ]
    return max(range(len(totals)), key=lambda number: (totals[number], -number))


def marks_of(words: Words, options: Options, number: int) -> set[Mark]:
    """Give the spans of a reading."""
    parts = [options.parts[part] for part in options.readings[number]]
    return {(*words.at(stretch), kind) for stretch, kind in parts}


def _weight(traits: Traits, weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in traits.items())
