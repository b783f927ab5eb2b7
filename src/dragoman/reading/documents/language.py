"""The language of a text, and how sure that is."""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from dragoman.errors import Refused

_ENOUGH = 1_000  # code points looked at: more do not change the answer
_SURE = 0.9
_FEW_WORDS = 25
_PLAIN = 0.125
_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {
        "and", "are", "but", "by", "for", "from", "has", "have", "he", "his", "is", "it", "not", "of", "said", "that", "the", "their",
        "they", "this", "to", "was", "were", "which", "who", "with",
    }
)  # fmt: skip
_LAST_LATIN = "\u024f"
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lt": "Lithuanian", "lv": "Latvian",
    "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


class Language(Struct, frozen=True):
    """A language by its ISO 639-1 code, with the probability the identifier gives it."""

    code: str
    certainty: float

    @property
    def name(self) -> str:
        """English name, or the code where none is listed."""
        return _NAMES.get(self.code, f"language {self.code}")


def language_of(text: str) -> Language:
    """Name the language of a text from its first thousand code points; what is plainly English needs no model."""
    if _is_plain_english(text[:_ENOUGH]):
        return Language("en", 1.0)
    code, certainty = _identifier().classify(text[:_ENOUGH])
    return Language(code, round(float(certainty), 4))


def _is_plain_english(text: str) -> bool:
    """Tell by the commonest words: an eighth of them are in English news, in other languages fewer than a sixteenth."""
    words = _WORDS.findall(text.lower())
    return len(words) >= _FEW_WORDS and sum(word in _ENGLISH for word in words) >= _PLAIN * len(words)


def refuse_foreign(text: str) -> Language | None:
    """Let a text through that is English, or too short or mixed for anybody to tell.

    Returns:
        Its language; None when that is not sure.

    Raises:
        Refused: `language`, naming the language it is surely in.
    """
    language = language_of(text)
    if language.code == "en":
        return language if language.certainty >= _SURE else None
    other_script = _in_other_script(text)
    if not other_script and (language.certainty < _SURE or len(text.split()) < _FEW_WORDS):
        return None
    raise Refused("language", f"the text is in {language.name}; dragoman reads English so far")


def _in_other_script(text: str) -> bool:
    """Tell whether most letters are no Latin ones, which settles it without a model."""
    letters = [letter for letter in text[:_ENOUGH] if letter.isalpha()] if not text.isascii() else []
    return sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - opens a model of 5 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
