"""Bytes become the words they were, and nothing that is seen is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Refused
from dragoman.reading.documents.text import decode, text_of, tidy

WORDS = "The minister’s visit to Zürich – a “first” – ended on Monday, officials said in a joint statement."
RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжатся на следующей неделе в столице. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_words_come_back_from_any_encoding(encoding: str) -> None:
    assert text_of(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN),
        (RUSSIAN.encode(), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), None, RUSSIAN),
        (WORDS.encode("cp1252"), "iso-8859-1", WORDS),
        (WORDS.encode("cp1252"), "no-such-encoding", WORDS),
        (
            "大臣は記者団に対し、会談は有意義だったと述べた。".encode("shift_jis"),
            "Shift_JIS",
            "大臣は記者団に対し、会談は有意義だったと述べた。",
        ),
    ],
)
def test_a_declared_encoding_is_believed_where_it_fits(content: bytes, declared: str | None, text: str) -> None:
    assert text_of(content, declared) == text


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    content = (WORDS * 20).encode()
    assert decode(content[:-4] + b"\xff" + content[-4:]).count("\ufffd") == 1


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa", "a"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "a b c d e f"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\ud800b", "a\ufffdb"),
        ("a\tb\xa0c\u200bd", "a\tb\xa0c\u200bd"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_only_what_is_not_seen_is_changed(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once or once.startswith("\ufeff")
    assert "\r" not in once


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))))
def test_words_without_control_characters_are_kept_whole(text: str) -> None:
    assert tidy(text) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.4 x", b"\x89PNG\r\n", bytes(range(256)) * 9, b"PK\x03\x04abc", b"a\x00\x00\x00b" * 99, b"{\\rtf1 x}"],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        text_of(content)
    assert refusal.value.code == "binary"
