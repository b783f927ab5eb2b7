"""What a time expression is read against: its words, the publication day, the tense, the times before it."""

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from dragoman.dates import Days
from dragoman.lexicon.days import DayRules
from dragoman.reading.dates.words import Word

TenseAt = Callable[[int], str] | None
_QUOTED = re.compile(r"“[^”\n]{0,3000}|\"[^\"\n]{0,3000}\"")
_FAR = 400  # code points back to which "two days later" may reach
_ED = re.compile(r"[a-z]{2,}ed$")
_SINCE = frozenset({"since"})
_NOT_PAST_AFTER = frozenset({"be", "is", "are", "being", "to", "not"})
_WINDOW = 14  # words around an expression in which a tense is looked for


class Worth(Struct, frozen=True, kw_only=True):
    """What an expression is worth: a value with bounds, or the constraint or candidates it leaves."""

    basis: str
    granularity: str
    kind: str = "DATE"
    value: str | None = None
    first: date | None = None
    last: date | None = None
    anchor: str | None = None
    constraint: str | None = None
    candidates: tuple[str, ...] = ()
    rule: str = ""


class Antecedent(Struct, frozen=True):
    """A time read earlier in the stretch, by the place of its last word."""

    place: int
    days: Days
    granularity: str
    stated: bool


class Scene:
    """One stretch being read.

    Args:
        text: Plain text of the report.
        words: Its coded words within the stretch.
        published: Publication day, if known.
        rules: Words that tell time.
        tense_at: Tells past, present or future at a code point, from a parse.
    """

    def __init__(
        self, text: str, words: list[Word], published: Days | None, rules: DayRules, tense_at: TenseAt
    ) -> None:
        self._text = text
        self.words = words
        self.codes = "".join([word.code for word in words])
        self.published = published
        self.day = published.single if published else None
        self.rules = rules
        self.antecedents: list[Antecedent] = []
        self._tense_at = tense_at
        low, high = (words[0].start, words[-1].end) if words else (0, 0)
        self._quotes = [match.span() for match in _QUOTED.finditer(text, low, high)]

    def picked(self, i: int, j: int, codes: str) -> list[Word]:
        """Give the words from i to j that bear one of these codes."""
        return [word for word in self.words[i:j] if word.code in codes]

    def said(self, i: int, j: int) -> str:
        """Give the words i to j as they stand in the text."""
        return self._text[self.words[i].start : self.words[j - 1].end]

    def is_capital(self, i: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self._text[self.words[i].start].isupper()

    def is_joined(self, i: int) -> bool:
        """Tell whether a hyphen stands right before word i and joins it to the word before: 'now-defunct'."""
        return self.codes[i : i + 1] == "-" and i > 0 and self.words[i - 1].end == self.words[i].start

    def reference(self, unit: str) -> date | None:
        """Give a day from which units may be counted: of a publication month, months and years can."""
        if self.day or self.published is None:
            return self.day
        first, last = self.published.first, self.published.last
        same_year = first.year == last.year
        if (unit == "Y" and same_year) or (unit == "M" and same_year and first.month == last.month):
            return first
        return None

    def quoted(self, i: int) -> bool:
        """Tell whether a word stands in somebody's quoted speech, whose day is not the report's."""
        start = self.words[i].start
        return any(low < start < high for low, high in self._quotes)

    def tense(self, i: int, j: int) -> tuple[str, bool]:
        """Tell past, future, present or unknown for the words i to j, and whether a parse said so."""
        if self._tense_at is not None:
            told = self._tense_at(self.words[i].start)
            if told in {"past", "present", "future"}:
                return told, True
        if i and self.words[i - 1].lower in _SINCE:
            return "past", False
        if "until" in self._led_by(i):
            cue = self._nearest(range(i - 1, max(self.sentence_start(i), i - _WINDOW) - 1, -1), '"“”:')
            headline = any(word.lower == "to" for word in self.words[self.sentence_start(i) : i])
            return ("future" if headline or (cue and cue[1] == "future") else "either"), False
        return self._tense_of_clause(i, j) or self._tense_around(i, j) or "unknown", False

    def antecedent(self, i: int, granularities: str, *, since: int = 0) -> Antecedent | None:
        """Give the latest time before word i of one of these granularities, in the same paragraph.

        Args:
            i: The word that looks back.
            granularities: Those wanted, with blanks between.
            since: The first word that may hold it.
        """
        for found in reversed(self.antecedents):
            far = self.words[i].start - self.words[found.place].end > _FAR
            if far or found.place < since or "\n" in self.codes[found.place : i]:
                return None
            if found.granularity in granularities.split():
                return found
        return None

    def remember(self, place: int, worth: Worth) -> None:
        """Keep a valued time whose last word is at a place, for those that count from it."""
        if worth.value and worth.first and worth.last:
            days = Days(worth.value, worth.first, worth.last)
            self.antecedents.append(Antecedent(place, days, worth.granularity, worth.basis == "stated"))

    def sentence_start(self, i: int) -> int:
        """Give the first word of the sentence that word i stands in."""
        for place in range(i - 1, -1, -1):
            if self._stops(place):
                return place + 1
        return 0

    def sentence_end(self, j: int) -> int:
        """Give the place after the last word of the sentence that word j - 1 stands in."""
        return next((place for place in range(j, len(self.words)) if self._stops(place)), len(self.words))

    def _stops(self, place: int) -> bool:
        code = self.codes[place]
        if code != ".":
            return code in "\n!?;"
        return place == 0 or not (len(self.words[place - 1].lower) == 1 and self.words[place - 1].lower.isalpha())

    def _led_by(self, i: int) -> tuple[str, ...]:
        """Give the two words before an expression."""
        return tuple("until" if word.lower == "till" else word.lower for word in self.words[max(0, i - 2) : i])

    def _tense_of_clause(self, i: int, j: int) -> str | None:
        """Give the tense of the nearest verb in the same clause, cut at commas, quotes and 'that'."""
        before = self._nearest(range(i - 1, max(self.sentence_start(i), i - _WINDOW) - 1, -1), '"“”:')
        after = self._nearest(range(j, min(self.sentence_end(j), j + _WINDOW)), ',"“”:')
        if before and after:
            return (before if before[0] <= after[0] else after)[1]
        found = before or after
        return found[1] if found else None

    def _nearest(self, places: range, ends: str) -> tuple[int, str] | None:
        for distance, place in enumerate(places):
            if self.codes[place] in ends or self.words[place].lower == "that":
                return None
            if told := self._cue(place):
                return distance, told
        return None

    def _tense_around(self, i: int, j: int) -> str | None:
        """Give the tense of the nearest verb of the sentence, or future for a headline's 'to meet'."""
        start = self.sentence_start(i)
        places = [*range(i - 1, start - 1, -1), *range(j, self.sentence_end(j))]
        if told := next((told for place in places if (told := self._cue(place))), None):
            return told
        infinitive = any(
            self.words[place].lower == "to" and self.codes[place + 1] == "_" for place in range(start, i - 1)
        )
        return "future" if infinitive else None

    def _cue(self, place: int) -> str | None:
        word = self.words[place]
        if word.lower == "to" and place and self.words[place - 1].lower in self.rules.to_come:
            return "future"
        if word.code == "x" or (word.code == "_" and word.lower in self.rules.future):
            return "future"
        return "past" if word.code == "_" and self._is_past(place, word.lower) else None

    def _is_past(self, place: int, verb: str) -> bool:
        """Tell a past tense from a participle: 'will be signed' and 'the United Nations' have none."""
        if place and self.words[place - 1].lower in _NOT_PAST_AFTER:
            return False
        if verb in self.rules.past_verb:
            return True
        return bool(_ED.fullmatch(verb)) and verb not in self.rules.no_verb
