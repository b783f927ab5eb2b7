"""English passes, other languages are named, and what cannot be told is read."""

import pytest

from dragoman.errors import Refused
from dragoman.reading.documents import language as by_language
from dragoman.reading.documents.language import language_of, refuse_foreign

TEXTS = {
    "en": "The foreign minister told reporters that the talks would go on next week in the capital.",
    "de": "Der Außenminister sagte vor Journalisten, die Gespräche würden nächste Woche in der Hauptstadt fortgesetzt.",
    "fr": "Le ministre des Affaires étrangères a déclaré que les pourparlers se poursuivraient la semaine prochaine.",
    "ru": "Министр иностранных дел заявил журналистам, что переговоры продолжатся на следующей неделе.",
    "fa": "وزیر امور خارجه به خبرنگاران گفت که گفت‌وگوها هفته آینده در پایتخت ادامه خواهد یافت.",
    "zh": "外交部长对记者说，会谈将于下周在首都继续举行，双方同意加强合作。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_language_is_known_by_its_words(code: str, text: str) -> None:
    assert language_of(text * 3).code == code


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("ru", "Russian"), ("fa", "Persian"), ("zh", "Chinese")])
def test_another_language_is_refused_by_name(code: str, name: str) -> None:
    with pytest.raises(Refused, match=name) as refusal:
        refuse_foreign(TEXTS[code] * 4)
    assert refusal.value.code == "language"


@pytest.mark.parametrize("text", ["Lavrov, Zarif, Baku", "OK", "1 2 3 4", "Zarif visits Baku"])
def test_a_few_words_are_read_whatever_they_look_like(text: str) -> None:
    refuse_foreign(text)


def test_english_is_told() -> None:
    language = refuse_foreign(TEXTS["en"] * 3)
    assert language is not None
    assert language.code == "en"


def test_plain_english_opens_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_language, "_identifier", lambda: pytest.fail("the model was opened"))
    assert language_of(TEXTS["en"] * 3).code == "en"
