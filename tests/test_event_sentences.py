"""Our own sentences for training: every pattern fills, marks both sides, and comes out the same for a seed."""

import re

from tools.events.grammar import drawn, patterns

from dragoman.reading.events.model_input import LABELS


def test_every_label_has_patterns() -> None:
    assert {kind for kind, _ in patterns()} == set(LABELS)


def test_sentences_are_whole() -> None:
    for kind, sentence in drawn(2, 5):
        assert re.search(r"<s>.+</s>", sentence), sentence
        assert re.search(r"<t>.+</t>", sentence), sentence
        assert not re.search(r"[\[\](){}|]|<(?!/?[st]>)", sentence), (kind, sentence)


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert list(drawn(1, 3)) == list(drawn(1, 3))
    assert list(drawn(1, 3)) != list(drawn(1, 4))
