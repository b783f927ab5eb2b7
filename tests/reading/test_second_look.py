"""What the network's second look makes of acts: how sure they are, and which are added."""

from collections.abc import Callable

import numpy as np
import pytest

from dragoman import models
from dragoman.lexicon.event_scores import score_of
from dragoman.reading.events import Weigher, read_events
from dragoman.reading.events.model_input import LABELS
from dragoman.reading.events.proposals import proposed_in
from dragoman.reading.events.second_look import opinion_of
from dragoman.reading.page import Page
from dragoman.reading.tagging import Pieces

Lay = Callable[..., Page]


class Certain:
    """A network that is sure of one type, whatever it reads."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def run(self, _names: object, given: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Give logits as the shipped network's session does."""
        kinds = np.array([[12.0 if label == self.kind else 0.0 for label in LABELS]])
        return [kinds, np.zeros((1, given["pieces"].shape[1], 7)), np.zeros((1, 5))]


@pytest.fixture
def sure_of() -> Callable[[str], Weigher]:
    return lambda kind: Weigher(Certain(kind), Pieces(models.vocabulary("events")))


def test_the_network_makes_an_act_more_or_less_sure(page_of: Lay, sure_of: Callable[[str], Weigher]) -> None:
    page = page_of("Norway accused Sweden of spying.")
    scores = []
    for network in (sure_of("ACCUSE"), None, sure_of("ASSAULT")):
        (event,) = read_events(page, (), network)
        assert (event.kind, event.rule) == ("ACCUSE", "accuse:accuse")
        scores.append(event.score)
    assert scores == sorted(scores, reverse=True)


def test_a_verb_that_the_code_book_lacks_becomes_an_act(page_of: Lay, sure_of: Callable[[str], Weigher]) -> None:
    page = page_of("Norway pummelled Sweden on Monday.")
    assert read_events(page, ()) == ()
    (event,) = read_events(page, (), sure_of("ASSAULT"))
    assert (event.kind, page.text[event.start : event.end], event.rule) == ("ASSAULT", "pummelled", "weighed:pummel")


NOT_PROPOSED = [
    "Norway may pummel Sweden on Monday.",
    "Norway did not pummel Sweden.",
    "The river crosses Sweden.",
    "Norway is Sweden's neighbour.",
    "If Norway pummelled Sweden, prices would rise.",
]


@pytest.mark.parametrize("sentence", NOT_PROPOSED)
def test_only_what_two_known_parties_did_is_proposed(page_of: Lay, sentence: str) -> None:
    page = page_of(sentence)
    assert [deed for each in page.sentences for deed in proposed_in(page, each, set())] == []


def test_an_act_by_nobody_named_gets_no_opinion(page_of: Lay, sure_of: Callable[[str], Weigher]) -> None:
    page = page_of("Norway accused Sweden of spying. They met.")
    (event,) = read_events(page, ())
    assert opinion_of(sure_of("ACCUSE"), page, event) is not None


def test_more_likely_acts_score_higher() -> None:
    shares = [score_of(0.8, same, one_sided=False) for same in (0.01, 0.3, 0.99)]
    assert shares == sorted(shares)
    assert 0 < score_of(0.5, None, one_sided=True) < score_of(0.8, None, one_sided=False) < 1
