"""Our own sentences for training: every pattern fills, marks both sides, and comes out the same for a seed."""

import random
import re

from tools.events.corpora import Example
from tools.events.grammar import drawn, patterns
from tools.events.mixing import crossed, exchanged, lengthened

from dragoman.reading.events.model_input import LABELS, NONE


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


ACT = Example("Norway accused Sweden of spying.", "own", {"s": [(0, 6)], "t": [(15, 21)]}, ("ACCUSE",), trigger=7)
OTHER = Example("The rebels attacked Goma.", "own", {"s": [(0, 10)], "t": [(20, 24)]}, ("ASSAULT",), trigger=11)


def words(example: Example, side: str) -> list[str]:
    return [example.text[start:end] for start, end in example.sides[side]]


def test_sides_exchanged_are_no_act() -> None:
    turned = exchanged(ACT)
    assert turned is not None
    assert (turned.labels, words(turned, "s"), words(turned, "t")) == ((NONE,), ["Sweden"], ["Norway"])


def test_what_goes_both_ways_is_not_exchanged() -> None:
    clash = Example("Norway clashed with Sweden.", "own", {"s": [(0, 6)], "t": [(20, 26)]}, ("ASSAULT",))
    assert exchanged(clash) is None


def test_sides_of_two_sentences_are_no_act() -> None:
    mixed = crossed(ACT, OTHER, random.Random(1))
    assert mixed is not None
    assert (mixed.labels, words(mixed, "s"), words(mixed, "t")) == ((NONE,), ["Norway"], ["Goma"])


def test_another_sentence_beside_moves_the_marks() -> None:
    for seed in range(6):
        longer = lengthened(ACT, [OTHER], random.Random(seed))
        assert (words(longer, "s"), words(longer, "t"), longer.labels) == (["Norway"], ["Sweden"], ("ACCUSE",))
        assert longer.trigger is not None
        assert longer.text[longer.trigger :].startswith("accused")
