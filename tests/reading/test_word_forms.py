"""Parts of speech and lemmas from memory are those that the pipeline itself gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.models import parser
from dragoman.reading.word_forms import RULES, WordForms, word_forms

SENTENCES = (
    "There is no deal, there were only talks, and there's a date.",
    "He is there, it was on paper, and the envoy's car waited on the road.",
    "Let's meet again, let us hope so; he lets it be.",
    "They can't agree, won't sign, shan't yield and ain't sorry.",
    "We're gonna talk; you gotta wait.",
    "Y'all said c'mon, 'nuff said, nothin' doin' with 'em.",
    "He'd signed; he'd sign if she'd let him; they've had what I have.",
    "The ministers did not do what they had done; to do so is hard.",
    "That is the treaty that they said that the king that ruled signed.",
    "All but one but not the last: no one but the envoy came, but he left.",
    "I told you it hurt them, and it told me you knew; you saw it and I.",
    "Since noon, since he left, he is being asked; he got it and gets more.",
    "Being there has been hard; having gone, they go on as if once was enough.",
    "MINISTERS MEETING IN GENEVA SAY THERE IS HOPE",
    "Those who do  so ,  with two spaces , do it twice .",
    "|",
)
WORDS = ("there", "is", "'s", "let", "on", "all", "y'", "gon", "na", "ai", "n't", "The", "envoy", "met", "|", " ", "a")


def given_by(text: str) -> list[tuple[str, str]]:
    """Give what the pipeline says itself."""
    return [(token.pos_, token.lemma_) for token in parser("en_core_web_sm")(text)]


def remembered(text: str, forms: WordForms) -> list[tuple[str, str]]:
    with parser("en_core_web_sm").select_pipes(disable=[*RULES, "ner"]):
        document = parser("en_core_web_sm")(text)
    return [(form.pos, form.lemma) for form in forms.of(document)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_forms_are_the_pipelines_own(sentence: str) -> None:
    assert remembered(sentence, WordForms(parser("en_core_web_sm"))) == given_by(sentence)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_forms_are_the_same_however_words_meet(text: str) -> None:
    assert remembered(text, word_forms(parser("en_core_web_sm"))) == given_by(text)


def test_forms_stay_the_same_when_asked_again() -> None:
    forms = WordForms(parser("en_core_web_sm"))
    first = [remembered(sentence, forms) for sentence in SENTENCES]
    assert [remembered(sentence, forms) for sentence in reversed(SENTENCES)] == first[::-1]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.reading.word_forms._REMEMBERED", 5)
    forms = WordForms(parser("en_core_web_sm"))
    assert [remembered(sentence, forms) for sentence in SENTENCES] == [given_by(each) for each in SENTENCES]
