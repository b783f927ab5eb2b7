"""How well statements are found, on a folder of news annotated like PolNeAR.

    python benchmarks/statements.py DIR [--tagger NAME|none] [--predict OUT.jsonl] [--limit N]

DIR holds `text/DOC.txt` and `attributions/DOC_WHO.ann` (brat: Source, Cue, Content; where several people
annotated, the first by name is gold). The figures are those of the corpus' usual scorer: words of contents
and of sources covered (F1), contents matched one to one with an overlap of word characters (intersection
over union) of at least a half, and `joint50`: the source overlaps by a half too, or there is none on both
sides. What the corpus leaves out is left out of the prediction: statements inside others, and
those that only the rules take to run on without a cue. `--predict` writes one JSON object a line, as that scorer reads them:
{"doc": …, "quotes": [{"source": [s, e] | null, "cue": [s, e], "content": [[s, e], …]}]}.
"""

import json
import re
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman.reading.entities import read_entities
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.statements.reader import DIRECT, read_statements
from dragoman.reading.tagging import Tagger, tag_report
from dragoman.records import Report, Statement, Zone, sha256_of
from dragoman.settings import Reading
from dragoman.stages import parser_of, tagger_of

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[“”\"]")
_BOUND = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_HALF = 0.5
UNLED = ("floating", "continued")

Spans = tuple[tuple[int, int], ...]


class Attribution(Struct, frozen=True):
    """Stretches of what is said, of who says it, and of the cue."""

    content: Spans
    source: Spans
    cue: Spans


class Tally(Struct):
    """Right among those wanted, wanted, right among those given, and given, over a folder."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    given: int = 0

    def add(self, found: int, wanted: int, right: int, given: int) -> None:
        """Count one document."""
        self.found, self.wanted = self.found + found, self.wanted + wanted
        self.right, self.given = self.right + right, self.given + given

    def line(self, name: str) -> str:
        """Print precision, recall and F1 in percent."""
        precision, recall = self.right / max(1, self.given), self.found / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{name:<22}{100 * precision:8.1f}{100 * recall:8.1f}{100 * f1:8.1f}{self.wanted:8d}{self.given:8d}"


class Clock(Struct):
    """CPU seconds by part of the reading."""

    spent: dict[str, float]

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Book the time a part takes."""
        began = time.process_time()
        yield
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began


def gold_of(path: Path) -> list[Attribution]:
    """Read the attributions of one annotator; relations without any span are dropped."""
    lines = path.read_text(encoding="utf-8").split("\n")
    bounds: dict[str, Spans] = {
        match[1]: tuple(
            sorted((int(start), int(end)) for start, end in (piece.split() for piece in match[3].split(";")))
        )
        for match in map(_BOUND.match, lines)
        if match
    }
    found = []
    for line in lines:
        if line.startswith("E") and "\t" in line:
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for role, target in (argument.split(":", 1) for argument in line.split("\t")[1].split()):
                roles[role.rstrip("0123456789").lower()].extend(bounds.get(target, ()))
            if any(roles[role] for role in ("content", "source", "cue")):
                found.append(Attribution(*(tuple(sorted(set(roles[role]))) for role in ("content", "source", "cue"))))
    return found


def page_of(name: str, text: str, clock: Clock, pipeline: Any, tagger: Tagger | None) -> Page:
    """Lay a text open: its first line the title, the rest story."""
    report = Report(id=name, raw="", uri=name, language="en", text=text, text_sha256=sha256_of(text.encode()))
    cut = max(1, text.find("\n"))
    zones = (
        Zone(report=name, start=0, end=cut, kind="title", rule="first-line"),
        Zone(report=name, start=cut, end=len(text), kind="story", rule="rest"),
    )
    with clock.part("parse"):
        parse = parse_report(report, zones, pipeline)
    with clock.part("tags"):
        tags = tag_report(report, zones, tagger) if tagger else None
    with clock.part("mentions"):
        mentions, days = read_mentions(Page(report, zones, parse, tags=tags))
    page = Page(report, zones, parse, mentions, days=days, tags=tags)
    with clock.part("entities"):
        entities, links = read_entities(page)
    return Page(report, zones, parse, mentions, links, entities, days, tags=tags)


def predicted(statements: Iterable[Statement]) -> list[Attribution]:
    """Give statements as the corpus would: one for all who speak together, none without a cue or inside another."""
    together: dict[tuple[Spans, Spans], list[Statement]] = defaultdict(list)
    for row in statements:
        if row.inside is None and not row.rule.startswith(UNLED):
            content = tuple((span.start, span.end) for span in row.contents)
            cue = ((row.cue_start, row.cue_end),) if row.cue_start is not None and row.cue_end is not None else ()
            together[content, cue].append(row)
    return _joined([Attribution(content, _source(rows), cue) for (content, cue), rows in together.items()])


def _joined(found: Iterable[Attribution]) -> list[Attribution]:
    """Put what is resumed without a cue to what the same words of a source said before, as the corpus does."""
    joined: list[Attribution] = []
    for each in sorted(found, key=lambda one: one.content):
        last = next(
            (i for i in range(len(joined) - 1, -1, -1) if each.source and joined[i].source == each.source), None
        )
        if each.cue or last is None:
            joined.append(each)
        else:
            joined[last] = Attribution(joined[last].content + each.content, each.source, joined[last].cue)
    return joined


def _source(rows: Sequence[Statement]) -> Spans:
    starts = [row.speaker_start for row in rows if row.speaker_start is not None]
    ends = [row.speaker_end for row in rows if row.speaker_end is not None]
    return ((min(starts), max(ends)),) if starts and ends else ()


class Text:
    """A text whose word characters and quoted characters are known."""

    def __init__(self, text: str) -> None:
        self.words = [match.span() for match in _WORD.finditer(text)]
        self._in_word = {i for start, end in self.words for i in range(start, end)}
        self._text = text
        self._quoted = self._between_marks(text)

    @staticmethod
    def _between_marks(text: str) -> set[int]:
        quoted: set[int] = set()
        at = 0
        for paragraph in text.split("\n"):
            opened = None
            for mark in _MARKS.finditer(paragraph):
                if opened is None:
                    opened = mark.start() if mark.group() != "”" else None
                elif mark.group() != "“":
                    quoted.update(range(at + opened, at + mark.end()))
                    opened = None
            if opened is not None:
                quoted.update(range(at + opened, at + len(paragraph)))
            at += len(paragraph) + 1
        return quoted

    def letters(self, spans: Spans) -> frozenset[int]:
        """Give the word characters of stretches; where there are none, what is not blank."""
        places = [i for start, end in spans for i in range(start, min(end, len(self._text)))]
        found = frozenset(i for i in places if i in self._in_word)
        return found or frozenset(i for i in places if not self._text[i].isspace())

    def covered(self, spans: Iterable[tuple[int, int]]) -> set[int]:
        """Give the numbers of the words that stretches cover by more than half."""
        letters = self.letters(tuple(spans))
        return {
            n
            for n, (start, end) in enumerate(self.words)
            if 2 * sum(i in letters for i in range(start, end)) > end - start
        }

    def kind(self, letters: frozenset[int]) -> str:
        """Say how much of a content stands between quotation marks."""
        share = sum(i in self._quoted for i in letters) / max(1, len(letters))
        return "direct" if share >= DIRECT else "mixed" if share else "indirect"


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Give intersection over union."""
    return len(left & right) / len(left | right) if left and right else 0.0


def matched(pairs: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Match one to one, best first."""
    left, right, found = set(), set(), []
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def score(text: Text, gold: Sequence[Attribution], given: Sequence[Attribution], tallies: dict[str, Tally]) -> None:
    """Count one document under every figure."""
    for role in ("content", "source"):
        wanted = text.covered(span for each in gold for span in getattr(each, role))
        found = text.covered(span for each in given for span in getattr(each, role))
        both = len(wanted & found)
        tallies[f"{role} words"].add(both, len(wanted), both, len(found))
    contents = [
        sorted({text.letters(each.content) for each in side} - {frozenset()}, key=sorted) for side in (gold, given)
    ]
    pairs = [
        (v, i, j) for i, a in enumerate(contents[0]) for j, b in enumerate(contents[1]) if (v := overlap(a, b)) >= _HALF
    ]
    hits = len(matched(pairs))
    tallies["content IoU >= .5"].add(hits, len(contents[0]), hits, len(contents[1]))
    joint(text, gold, given, tallies)


def joint(text: Text, gold: Sequence[Attribution], given: Sequence[Attribution], tallies: dict[str, Tally]) -> None:
    """Count attributions whose content and source both overlap by a half."""
    wanted, found = (
        [(letters, text.letters(each.source)) for each in side if (letters := text.letters(each.content))]
        for side in (gold, given)
    )
    pairs = []
    for i, (content, source) in enumerate(wanted):
        for j, (said, speaker) in enumerate(found):
            v = overlap(content, said)
            agreed = 1.0 if not source and not speaker else overlap(source, speaker)
            if v >= _HALF and agreed >= _HALF:
                pairs.append((v + agreed, i, j))
    both = matched(pairs)
    tallies["joint50"].add(len(both), len(wanted), len(both), len(found))
    for kind in ("direct", "mixed", "indirect"):
        left = {i for i, (content, _) in enumerate(wanted) if text.kind(content) == kind}
        right = {j for j, (said, _) in enumerate(found) if text.kind(said) == kind}
        hits = sum(i in left for i, _ in both), sum(j in right for _, j in both)
        tallies[f"joint50 {kind}"].add(hits[0], len(left), hits[1], len(right))


def first_annotations(folder: Path) -> dict[str, Path]:
    """Give the first annotator's file of each text."""
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    return {name: path for name, path in files.items() if (folder / "text" / f"{name}.txt").exists()}


def main() -> None:
    """Read, score and print."""
    arguments = ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--predict", type=Path)
    arguments.add_argument("--limit", type=int)
    arguments.add_argument("--tagger", default=Reading().tagger, help="catalogue name of a network, or `none`")
    options = arguments.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    clock, rows, count = Clock({}), [], 0
    reading = Reading(tagger=options.tagger)
    pipeline, tagger = parser_of(reading), tagger_of(reading)
    documents = list(first_annotations(options.folder).items())[: options.limit]
    for name, path in documents:
        text = (options.folder / "text" / f"{name}.txt").read_bytes().decode()
        page = page_of(name, text, clock, pipeline, tagger)
        with clock.part("statements"):
            statements = read_statements(page)
        given = predicted(statements)
        count += len(statements)
        rows.append({"doc": name, "quotes": [_as_json(each) for each in given]})
        score(Text(text), gold_of(path), given, tallies)
    if options.predict:
        options.predict.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{'':<22}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}{'given':>8}")
    print("\n".join(tally.line(name) for name, tally in tallies.items()))
    total = sum(clock.spent.values())
    print(f"{len(documents) / total:.1f} articles a CPU second in all; {count / total:.0f} statements, ", end="")
    print(f"{count / clock.spent['statements']:.0f} by the reader of statements alone")
    print("CPU seconds: " + ", ".join(f"{part} {seconds:.1f}" for part, seconds in clock.spent.items()))


def _as_json(each: Attribution) -> dict[str, object]:
    return {
        "source": list(each.source[0]) if each.source else None,
        "cue": list(each.cue[0]) if each.cue else None,
        "content": [list(span) for span in each.content],
    }


if __name__ == "__main__":
    main()
