"""Each cue and act proves itself: read in its examples, not read in its near misses."""

import pytest

from dragoman.lexicon.acts import acts
from dragoman.lexicon.cues import cues, verb_cues, verb_forms
from dragoman.lexicon.plover import kinds


def test_every_cue_names_an_act_of_the_code_book() -> None:
    assert {cue.act for cue in cues()} <= set(acts())


def test_every_act_has_a_cue() -> None:
    assert set(acts()) == {cue.act for cue in cues()}


def test_words_that_are_deeds_name_a_type_of_plover() -> None:
    assert {act.plover for act in acts().values() if act.plover} <= set(kinds())


def test_acts_stand_in_alphabetical_order() -> None:
    assert list(acts()) == sorted(acts())


def test_every_cue_gives_an_example_or_says_why_not() -> None:
    assert [cue.lemmas for cue in cues() if not cue.examples] == []


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", {"say", "says", "saying", "said"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("slam", {"slam", "slams", "slamming", "slammed"}),
        ("urge", {"urge", "urges", "urging", "urged"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("stress", {"stress", "stresses", "stressing", "stressed"}),
        ("refer", {"refer", "refers", "referring", "referred"}),
    ],
)
def test_forms_of_verbs(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma)) == forms


def test_a_form_leads_to_all_senses_of_its_verb() -> None:
    assert [cue.act for _, cue in verb_cues()["called"]] == ["demand", "urge", "describe"]
