"""A text as a string of codes, one character a word, so that rules for times are short patterns over it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.lexicon.days import DayRules, DayWord

CODES = {
    "month": "M", "weekday": "W", "season": "S", "part": "P", "deictic": "T", "unit": "U", "number": "N",
    "ordinal": "O", "half": "H", "measure": "u", "last": "l", "past": "p", "previous": "v", "next": "x", "following": "f",
    "this": "t", "same": "s", "that": "h", "edge": "e", "earlier": "E", "later": "R", "ago": "g", "recent": "r",
    "every": "V", "frequency": "F", "the": "d", "article": "A", "of": "o", "on": "j", "preposition": "i", "to": "-",
    "between": "B", "and": "&", "old": "k", "zone": "z", "local": "b", "fiscal": "I", "period": "m",
}  # fmt: skip
"""What each kind of word is written as; numbers and marks have codes of their own:

D number 1–31 · Q the same with -st, -nd, -rd, -th · G the same with a stray letter (`26m`) · Y year ·
n other number · Z ISO day · X day in slashes · C clock · K decade (`1990s`) · J quarter (`Q3`) ·
q quarter · y year · w weekend · c century, as units · _ any other word · marks stand for themselves.
"""
_UNITS = {"Q": "q", "Y": "y", "WE": "w", "C": "c"}
_PLAIN = str.maketrans({
    "\xa0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\r": " ",
    "ˈ": "'", "ʹ": "'", "’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
})  # fmt: skip
_TOKEN = re.compile(
    r"(?P<word>o'clock(?!\w)|[^\W\d_]++(?!\d|\.m\.))"
    r"|(?=\d)(?:(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))"
    r"|(?P<slashed>\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|\d{1,2}/\d{1,2}/\d\d(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<decade>(?:\d{3}0|\d0)'?s(?!\w))"
    r"|(?P<joined>\d+(?:[.,]\d+)+)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<glued>\d{1,2}[a-z](?!\w))"
    r"|(?P<number>\d+))"
    r"|(?P<apostrophe>'\d0s(?!\w))"
    r"|(?P<short>'\d\d(?!\w))"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<line>\n)"
    r"|(?P<quarter>Q[1-4](?!\w))"
    r"|(?P<meridiem>[ap]\.m\.)",
    re.IGNORECASE,
)
_WRAPPED = 50  # a line at least this long that ends without a stop runs on in the next
_CUT = re.compile(r"(?:(?<=[^\W_]{2})|(?<=[^\W_]{2} ))[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])|\n")
_FIGURES = re.compile(r"\d{4}|\d[:/-]\d|\d\.\d{1,2}\.|\d0'?s|'\d\d|[Qq][1-4]")
_LETTERS = re.compile(r"[^\W\d_]+")


class Word(Struct, gc=False):
    """A word or mark: its place in the text, form in lower case, code, and entry if it tells time."""

    start: int
    end: int
    lower: str
    code: str
    number: int = 0
    entry: DayWord | None = None


def plain(text: str) -> str:
    """Give the text with odd spaces, apostrophes and dashes made plain, one for one."""
    return text.translate(_PLAIN)


def words_of(text: str, start: int, end: int, rules: DayRules) -> list[Word]:
    """Cut a stretch of plain text into coded words; of sentences without a word of time only the end is kept."""
    words: list[Word] = []
    for low, high in _sentences(text, start, end):
        if _tells_time(text, low, high, rules):
            words += _coded(text, low, high, rules)
        else:
            code = "\n" if text[low:high].rstrip(" ").endswith("\n") else "."
            words.append(Word(high - 1, high, code, code))
    return words


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut where a sentence surely ends: after two letters and a stop, or at the end of an unwrapped line."""
    low = start
    for cut in _CUT.finditer(text, start, end):
        if cut.end() > low and (text[cut.start()] != "\n" or _ends(text, cut)):
            yield low, cut.end()
            low = cut.end()
    if low < end:
        yield low, end


def _tells_time(text: str, low: int, high: int, rules: DayRules) -> bool:
    sentence = text[low:high]
    return not rules.tellers.isdisjoint(_LETTERS.findall(sentence)) or _FIGURES.search(sentence) is not None


def _coded(text: str, start: int, end: int, rules: DayRules) -> list[Word]:
    """Code each word of a stretch; numbers learn from both neighbours whether they can tell time."""
    matches = [match for match in _TOKEN.finditer(text, start, end) if match.lastgroup != "line" or _ends(text, match)]
    lower = ["", *[match.group().lower() for match in matches], ""]
    words: list[Word] = []
    by_form = rules.by_form
    for i, match in enumerate(matches, 1):
        form, kind = lower[i], match.lastgroup
        low, high = match.span()
        entry = by_form.get(form)
        if entry is not None and entry.accepts(text[low:high], lower[i - 1], lower[i + 1]):
            code = _UNITS.get(entry.unit, "U") if entry.kind == "unit" else CODES[entry.kind]
            words.append(Word(low, high, form, code, entry.number, entry))
        elif kind == "word" or kind == "meridiem":  # noqa: PLR1714 - the hot line
            words.append(Word(low, high, form, "_"))
        elif kind != "mark":
            words.append(Word(low, high, form, *_number(form, kind or "", lower[i - 1], lower[i + 1], rules)))
        elif form == "." and words and words[-1].end == low and words[-1].entry and words[-1].entry.short:
            words[-1].end = high
        else:
            words.append(Word(low, high, form, form))
    return words


def _ends(text: str, line: re.Match[str]) -> bool:
    """Tell whether a line break ends what is said, or only the line of a wrapped text."""
    at = line.start()
    before = text.rfind("\n", 0, at)
    wrapped = at - before > _WRAPPED and text[at - 1] not in '.!?:"”\n '
    return not (wrapped and at + 1 < len(text) and (text[at + 1].islower() or text[at + 1].isdigit()))


def _number(form: str, kind: str, before: str, after: str, rules: DayRules) -> tuple[str, int]:
    if kind == "number":
        return _plain_number(int(form), form, before, after, rules)
    if kind in {"ordinal", "glued"}:
        number = int(re.sub(r"\D", "", form))
        day = 1 <= number <= 31  # noqa: PLR2004 - days of a month
        return ("Q" if kind == "ordinal" else "G") if day or kind == "ordinal" else "n", number
    if kind == "short":
        return "Y", _full_year(int(form[1:]))
    if kind in {"decade", "apostrophe"}:
        digits = re.sub(r"\D", "", form)
        return "K", int(digits) if len(digits) > 2 else 1900 + int(digits)  # noqa: PLR2004 - '90s
    if kind == "quarter":
        return "J", int(form[1])
    return {"iso": "Z", "slashed": "X", "clock": "C"}.get(kind, "n" if kind == "joined" else "\n"), 0


def _plain_number(number: int, form: str, before: str, after: str, rules: DayRules) -> tuple[str, int]:
    if after in rules.counted:
        return "n", number
    if 1700 <= number <= 2100 and len(form) == 4:  # noqa: PLR2004 - years that news speak of
        return ("n" if before in rules.numbered else "Y"), number
    if 1 <= number <= 31 and len(form) <= 2:  # noqa: PLR2004 - days of a month
        return "D", number
    return "n", number


def _full_year(two: int) -> int:
    """Give the year that "'82" means: this century's up to 39."""
    return 2000 + two if two < 40 else 1900 + two  # noqa: PLR2004
