"""A text cut into its lines, with what the line scorer sees of each."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from dragoman.lexicon.zones import Words, tokens

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:.h]\d\d|\b(?:19|20)\d\d\b|\d[./-]\d{1,2}[./-]\d|\bago\b")
_SIGNS = re.compile(r"[|•·›→▶►✓®»]|\s/\s")
_BREAK = re.compile(r"[.!?][\"”’']?\s+[\"“‘A-ZÀ-Þ]")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]")
_LENGTHS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 50, 65, 90)
_LENGTH_MARKS = tuple(f"words={edge}+" for edge in (0, *_LENGTHS))
_SIZES = (6, 15, 30)
_SENTENCE = 6
_FULL, _SHORT, _HEADLINE = 14, 8, 4  # words from which a line is a sentence, a short one, a headline
_FURNISHED = (
    "furniture=2",
    "furniture=3",
    "reader",
    "photo",
    "address",
    "signs",
    "glued",
    "capitals",
    "open=sign",
    "open=lower",
    "close=ask",
)
_DENSE = 15  # words of a long line among which furniture words are counted
_CLOSERS = {
    **dict.fromkeys(".。।", "stop"), **dict.fromkeys("!?！？", "ask"), **dict.fromkeys("\"”’»“'」", "quote"),
    **dict.fromkeys(":", "colon"), **dict.fromkeys(",;", "comma"), **dict.fromkeys("…", "dots"), **dict.fromkeys(")]", "bracket"),
}  # fmt: skip
_CLOSED = frozenset({"stop", "ask", "quote"})


class Line(Struct, frozen=True):
    """A line that is not blank, without the blanks around it; offsets count code points of the text."""

    start: int
    end: int
    text: str


class Look(Struct, frozen=True):
    """What a line looks like by itself.

    `length` counts words (two ideographs in three make one), `sort` is its rough class: S sentences,
    s short sentence, o long without a stop, m middling, q short and closed, f furniture words,
    h headline-like, l label. `marks` go to the scorer.
    """

    length: int
    sort: str
    marks: tuple[str, ...]
    words: frozenset[str]


def cut_lines(text: str) -> list[Line]:
    """Cut a text into its lines that are not blank, in order."""
    lines = []
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words[0])
            lines.append(Line(start, start + len(words), words))
    return lines


def look_at(line: str, lists: Words) -> Look:
    """See a line by itself: its length, its rough class, its marks."""
    words, spoken = line.split(), tokens(line)
    kinds = frozenset(spoken)
    length = _length(line, words)
    closer = "dots" if line.endswith("...") else _CLOSERS.get(line[-1], "none")
    size = "SMLX"[bisect_right(_SIZES, length - 1)]
    furniture = len(kinds & lists.furniture) * _DENSE // max(_DENSE, length)
    marks = [
        _LENGTH_MARKS[bisect_right(_LENGTHS, length)],
        f"close={closer}/{size}",
        f"open={_opener(line[0])}/{size}",
        f"lower={int(sum(word[0].islower() for word in words) / len(words) * 6)}/{size}",
        f"furniture={min(3, furniture)}/{size}",
        f"function={min(4, int(sum(map(lists.function.__contains__, spoken)) / max(length, 1) * 16))}/{size}",
        f"letters={min(12, len(line) // 6)}/S" if size == "S" else f"letters={min(9, len(line) // len(words))}",
    ]
    if size != "S":
        marks += (f"sentences={min(3, len(_BREAK.findall(line)))}/{size}", f"commas={min(3, line.count(','))}/{size}")
    marks += [f"{sign}/{size}" for sign in _signs(line, kinds, lists)]
    return Look(length, _sort(length, closer, furniture), tuple(marks), kinds)


def is_plain_sentence(look: Look) -> bool:
    """Tell whether a line is a closed sentence of some length that nothing marks as furniture."""
    closed = any(mark.startswith(("close=stop", "close=quote")) for mark in look.marks)
    return closed and look.length >= _SENTENCE and not any(mark.startswith(_FURNISHED) for mark in look.marks)


def _length(line: str, words: Sequence[str]) -> int:
    if line.isascii():
        return len(words)
    return max(len(words), len(_IDEOGRAPHS.findall(line)) * 2 // 3)


def _opener(letter: str) -> str:
    if letter.isalpha():
        return "lower" if letter.islower() else "upper"
    if letter.isdigit():
        return "digit"
    return "quote" if letter in "\"“„«‘'" else "sign"


def _signs(line: str, kinds: frozenset[str], lists: Words) -> list[str]:
    signs = []
    if not kinds.isdisjoint(lists.reader):
        signs.append("reader")
    if not kinds.isdisjoint(lists.photo):
        signs.append("photo")
    if ("ago" in kinds or _DIGIT.search(line)) and _CLOCK.search(line):
        signs.append("clock")
    if "@" in line or "://" in line or "www." in line or ".com" in line:
        signs.append("address")
    if _SIGNS.search(line):
        signs.append("signs")
    if _GLUED.search(line):
        signs.append("glued")
    if line.isupper():
        signs.append("capitals")
    if "“" in line or '"' in line or "„" in line or "«" in line:
        signs.append("quotes")
    return signs


def _sort(length: int, closer: str, furniture: int) -> str:
    closed = closer in _CLOSED
    if length >= _FULL:
        return "S" if closed else "o"
    if closed and length >= _SHORT:
        return "s"
    if furniture and length <= _SHORT:
        return "f"
    if length >= _SHORT:
        return "m"
    return "q" if closed else "h" if length >= _HEADLINE else "l"
