"""Words that tell time: what each means, how it must be spelt, and where it means something else."""

import re
from functools import cache, cached_property
from importlib import resources
from typing import Literal

import msgspec
from msgspec import Struct

from dragoman.errors import LexiconError

Kind = Literal[
    "ago", "and", "article", "between", "counted", "deictic", "earlier", "edge", "every", "fiscal", "following",
    "frequency", "future", "generic", "half", "last", "later", "local", "measure", "month", "next",
    "no-verb", "number", "numbered", "of", "old", "on", "ordinal", "part", "past", "past-verb", "period",
    "preposition", "previous", "recent", "same", "season", "that", "the", "this", "to", "to-come", "unit", "vague",
    "weekday", "zone",
]  # fmt: skip
_APART: frozenset[str] = frozenset(
    {"counted", "numbered", "future", "past-verb", "no-verb", "generic", "to-come", "vague"}
)
_TELLING: frozenset[str] = frozenset(
    {"deictic", "every", "fiscal", "frequency", "month", "part", "season", "unit", "vague", "weekday", "zone"}
)
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]+")


class DayWord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of time and its forms, in lower case.

    `number` is its place: month 1–12, weekday 0–6 from Monday, days from today, EDTF season, the
    number a number word says (0: unknown). `unit` is the ISO 8601 letter of a unit, `M` with
    `minute` marked `T`. `alone` tells whether it is a time with no other word beside it,
    `short` whether it is an abbreviation, to which a full stop belongs.
    """

    kind: Kind
    forms: tuple[str, ...]
    number: int = 0
    unit: str = ""
    spelling: Literal["any", "capital", "lower"] = "any"
    alone: bool = True
    short: bool = False
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    source: str
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()

    def accepts(self, word: str, before: str, after: str) -> bool:
        """Tell whether a word, as spelt and between its neighbours (lower case), is this one."""
        if self.spelling == "capital" and not word[0].isupper():
            return False
        if self.spelling == "lower" and not word[0].islower():
            return False
        return before not in self.not_after and after not in self.not_before


class DayRules(Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """All words of time, with lookups by form."""

    word: tuple[DayWord, ...]

    @cached_property
    def by_form(self) -> dict[str, DayWord]:
        """The words that patterns are made of, by form in lower case."""
        return {form: word for word in self.word if word.kind not in _APART for form in word.forms}

    @cached_property
    def tellers(self) -> frozenset[str]:
        """Words, as they may be spelt, of which a sentence that tells time in words has at least one."""
        return frozenset(
            spelt
            for word in self.word
            if word.kind in _TELLING
            for form in word.forms
            for spelt in _spellings(_LETTERS.findall(form), word.spelling)
        )

    @cached_property
    def counted(self) -> frozenset[str]:
        """Words after a number that make it a count."""
        return self._forms("counted")

    @cached_property
    def numbered(self) -> frozenset[str]:
        """Words before a number that make it a label."""
        return self._forms("numbered")

    @cached_property
    def future(self) -> frozenset[str]:
        """Words that send a clause into the future."""
        return self._forms("future")

    @cached_property
    def past_verb(self) -> frozenset[str]:
        """Verbs that put a clause into the past and do not end in -ed."""
        return self._forms("past-verb")

    @cached_property
    def no_verb(self) -> frozenset[str]:
        """Words in -ed that are no past tense."""
        return self._forms("no-verb")

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words around 'today' that make it mean 'nowadays'."""
        return self._forms("generic")

    @cached_property
    def to_come(self) -> frozenset[str]:
        """Words that with 'to' and a verb send a clause into the future: 'is set to begin'."""
        return self._forms("to-come")

    @cached_property
    def vague(self) -> dict[str, tuple[tuple[tuple[str, ...], DayWord], ...]]:
        """Phrases for a time nobody can date, by first word, longest first; `number` is -1 past, 0 present, 1 future."""
        found: dict[str, list[tuple[tuple[str, ...], DayWord]]] = {}
        for word in self.word:
            for form in word.forms if word.kind == "vague" else ():
                parts = tuple(_WORD.findall(form))
                found.setdefault(parts[0], []).append((parts, word))
        return {first: tuple(sorted(each, key=lambda one: -len(one[0]))) for first, each in found.items()}

    def _forms(self, kind: str) -> frozenset[str]:
        return frozenset(form for word in self.word if word.kind == kind for form in word.forms)


def _spellings(words: list[str], spelling: str) -> list[str]:
    """Give the ways in which the last word of a form may be written, which tells more than its first."""
    if not words:
        return []
    lower, capital = [words[-1]], [words[-1].capitalize(), words[-1].upper()]
    return {"lower": lower, "capital": capital}.get(spelling, lower + capital)


@cache
def day_rules() -> DayRules:
    """Load the words of time.

    Raises:
        LexiconError: The list is malformed, or an entry fails its own examples.
    """
    written = resources.files(__package__).joinpath("days.toml").read_bytes()
    try:
        rules = msgspec.toml.decode(written, type=DayRules)
    except msgspec.MsgspecError as fault:
        raise LexiconError(f"lexicon/days.toml: {fault}; mend the entry it names") from fault
    if faults := prove(rules):
        raise LexiconError("lexicon/days.toml: " + "; ".join(faults))
    return rules


def prove(rules: DayRules) -> list[str]:
    """Hold every entry against its own examples and list what fails."""
    faults: list[str] = []
    seen: dict[tuple[bool, str, str], DayWord] = {}
    for word in rules.word:
        name = f"{word.kind} {word.forms[0] if word.forms else '(no forms)'}"
        faults += [f"{name}: no examples"] * (not word.examples) + [f"{name}: no source"] * (not word.source)
        faults += [f"{name}: not found in {text!r}" for text in word.examples if not _finds(word, text)]
        faults += [f"{name}: found in {text!r}" for text in word.never if _finds(word, text)]
        for form in word.forms:
            apart = word.kind in _APART
            if seen.setdefault((apart, word.kind if apart else "", form), word) is not word:
                faults.append(f"{name}: {form!r} stands in two entries")
            if form != form.lower():
                faults.append(f"{name}: {form!r} is not in lower case")
    return faults


def _finds(entry: DayWord, text: str) -> bool:
    if any(" " in form for form in entry.forms) and any(f" {form} " in f" {text.lower()} " for form in entry.forms):
        return True
    words = _WORD.findall(text)
    lower = ["", *(word.lower() for word in words), ""]
    return any(
        lower[i + 1] in entry.forms and entry.accepts(word, lower[i], lower[i + 2]) for i, word in enumerate(words)
    )
