"""Annotated news as lines of words with marks: attributions in PolNeAR's form, names in token columns."""

import random
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.names import gold_of
from benchmarks.statements import Attribution, first_annotations
from benchmarks.statements import gold_of as attributions_of
from msgspec import Struct

from dragoman.reading.tagging.labels import NAME_MARKS, NAMES, QUOTE_MARKS, ROLES
from dragoman.reading.tagging.windows import Word, words_of

_LINE = re.compile(r"[^\n]+")
KINDS = {
    "Person": "person",
    "Organization": "body",
    "Location": "place",
    "NORP": "people",
    "Facility": "facility",
    "Misc": "other",
    "Product": "other",
}
SILVER = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "NORP": "people",
    "FAC": "facility",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
UNMARKED = -100
_SHORT = 4  # words of a name fit to stand for another, fewer than these


class Example(Struct):
    """One text: lines of words and what stands on each, by the word's place in the text.

    Args:
        lines: Words of each line.
        marks: Number of the mark of each word, by where the word starts; empty where the corpus does not say.
        pairs: Starts of cues with the starts of the sources and content pieces that go with them.
    """

    name: str
    lines: list[list[Word]]
    quotes: dict[int, int] | None = None
    names: dict[int, int] | None = None
    pairs: frozenset[tuple[int, int]] = frozenset()


def lines_of(text: str) -> list[list[Word]]:
    """Cut a text into lines of words."""
    return [words_of(line.group(), line.start()) for line in _LINE.finditer(text) if not line.group().isspace()]


def attributed(folder: Path) -> list[Example]:
    """Read a folder of texts with attributions, the first annotator of each by name."""
    examples = []
    for name, path in first_annotations(folder).items():
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        examples.append(_attributed(name, text, attributions_of(path)))
    return examples


def with_silver(examples: Sequence[Example], parser: Callable[[str], Any]) -> list[Example]:
    """Add the parser's names to texts that have none, so that names are learned in this sort of news too.

    A capitalised word that the parser passes over stays unmarked: it may be a name that it missed.
    """
    return [_silver(example, parser) for example in examples]


def _silver(example: Example, parser: Callable[[str], Any]) -> Example:
    names: dict[int, int] = {}
    for line in example.lines:
        start = line[0].start
        text = ""
        for word in line:
            text += " " * (word.start - start - len(text)) + word.text
        names.update((word.start, UNMARKED if word.text[0].isupper() else 0) for word in line)
        for entity in parser(text).ents:
            kind = SILVER.get(entity.label_)
            begin = entity.start_char + (4 if entity.text.lower().startswith("the ") else 0)
            end = entity.end_char - (2 if entity.text.endswith(("'s", "’s")) else 0)
            if kind is not None:
                _lay(names, line, (start + begin, start + end), 1 + 2 * NAMES.index(kind))
    return Example(example.name, example.lines, example.quotes, names, example.pairs)


def _attributed(name: str, text: str, attributions: Sequence[Attribution]) -> Example:
    lines = lines_of(text)
    words = [word for line in lines for word in line]
    marks = dict.fromkeys((word.start for word in words), 0)
    opened: dict[tuple[str, tuple[int, int]], int] = {}
    for role in ("content", "source", "cue"):  # the shorter lies on top of the longer
        for span in sorted({span for each in attributions for span in getattr(each, role)}):
            start = _lay(marks, words, span, 1 + 2 * ROLES.index(role))
            if start is not None:
                opened[role, span] = start
    pairs = {
        (opened["cue", cue], opened[role, span])
        for each in attributions
        for cue in each.cue[:1]
        for role in ("source", "content")
        for span in getattr(each, role)
        if ("cue", cue) in opened and (role, span) in opened
    }
    return Example(name, lines, quotes=marks, pairs=frozenset(pairs))


def _lay(marks: dict[int, int], words: Sequence[Word], span: tuple[int, int], mark: int) -> int | None:
    inside = [word.start for word in words if span[0] <= word.start < span[1]]
    for place, start in enumerate(inside):
        marks[start] = mark + (place > 0)
    return inside[0] if inside else None


def named(folder: Path) -> list[Example]:
    """Read a folder of articles with their tokens marked for names (BIO or BIOES columns)."""
    examples = []
    for path in sorted((folder / "annotated").glob("*.tsv")):
        text = (folder / "articles" / path.name.removesuffix(".tsv")).read_text(encoding="utf-8")
        cut = text.find("\n") + 1
        lines = [line for line in lines_of(text) if line[0].start >= cut]
        marks: dict[int, int] = {word.start: 0 for line in lines for word in line}
        words = [word for line in lines for word in line]
        for start, end, kind in gold_of(path, text, KINDS):
            _lay(marks, words, (start, end), 1 + 2 * NAMES.index(kind))
        examples.append(Example(path.name.split(".")[0], lines, names=marks))
    return examples


class Renaming:
    """Puts other persons and places into a text, so that names are learned by their surroundings too."""

    def __init__(self, people: Path, places: Path, seed: int) -> None:
        with sqlite3.connect(f"file:{people}?mode=ro", uri=True) as table:
            self._people = [
                name
                for (name,) in table.execute("SELECT name FROM people ORDER BY id")
                if 1 < len(name.split()) < _SHORT
            ]
        with sqlite3.connect(f"file:{places}?mode=ro", uri=True) as table:
            self._places = [
                name for (name,) in table.execute("SELECT name FROM places ORDER BY id") if len(name.split()) < _SHORT
            ]
        self._chance = random.Random(seed)  # noqa: S311 - seeded, for training alone

    def apply(self, example: Example, share: float = 0.35) -> Example:
        """Rename some persons and places of a text; the same name keeps its substitute."""
        if example.names is None or example.quotes is not None or self._chance.random() > 2 * share:
            return example
        marks = example.names
        instead: dict[tuple[str, ...], list[str]] = {}
        lines, new = [], {}
        place = 0
        for line in example.lines:
            fresh: list[Word] = []
            for run, mark in _runs(line, marks):
                texts = tuple(word.text for word in run)
                kind = NAMES[(mark - 1) // 2] if mark else ""
                if kind in {"person", "place"}:
                    texts = tuple(instead.setdefault(texts, self._other(kind, texts, share)))
                for number, text in enumerate(texts):
                    fresh.append(Word(text, place, place + len(text)))
                    new[place] = mark + (number > 0) if mark else 0
                    place += len(text) + 1
            lines.append(fresh)
        return Example(example.name, lines, names=new)

    def _other(self, kind: str, texts: tuple[str, ...], share: float) -> list[str]:
        if self._chance.random() > 2 * share:
            return list(texts)
        other = self._chance.choice(self._people if kind == "person" else self._places)
        words = [word.text for word in words_of(other, 0)]
        return words[-1:] if kind == "person" and len(texts) == 1 and words[-1][0].isupper() else words


def _runs(line: Sequence[Word], marks: dict[int, int]) -> Iterable[tuple[list[Word], int]]:
    """Cut a line into its names, each with the mark of its beginning, and single other words."""
    run: list[Word] = []
    opened = 0
    for word in line:
        mark = marks[word.start]
        if run and mark == opened + 1 and opened:
            run.append(word)
            continue
        if run:
            yield run, opened
        run, opened = [word], mark if mark % 2 else 0
    if run:
        yield run, opened


assert len(QUOTE_MARKS) == 1 + 2 * len(ROLES)  # noqa: S101
assert len(NAME_MARKS) == 1 + 2 * len(NAMES)  # noqa: S101
