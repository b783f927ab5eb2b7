"""Sentences to learn events from: PLV and CoPED as given, our own, and pairs out of whole articles."""

import csv
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from tools.events.grammar import drawn

from dragoman.reading.events.model_input import LABELS, NONE

OWN, SILVER = "own", "silver"
FOLDS = 3
_MARK = re.compile(r"</?([str])>")
_CLOSING = frozenset({".", ",", ";", ":", "?", "!", ")", "'s", "’s", "%"})
_EMBARGO = re.compile(r"sanction|embargo|boycott")
_CONVICT = re.compile(r"convict|guilty|sentenc")
_YIELD = ("CONCEDE", "RETREAT")
Span = tuple[int, int]


class Example(Struct):
    """A sentence and what is known of it.

    Attributes:
        text: The sentence.
        sides: Spans of the source under `s`, of the target under `t`.
        labels: Types that are right for the pair; several where a corpus does not part them, none where unknown.
        spans: (start, end, S|T|R) of the sentence's act; None where the corpus does not say.
        sort: Class of the sentence, 0 to 4; None where unknown.
        corpus: Whence it comes.
        trigger: Where the word starts that tells the act.
    """

    text: str
    corpus: str
    sides: dict[str, list[Span]] = {}
    labels: tuple[str, ...] = ()
    spans: list[tuple[int, int, str]] | None = None
    sort: int | None = None
    trigger: int | None = None
    number: int = 0


def norm(text: str) -> str:
    """Give a sentence so that two writings of it are the same."""
    return re.sub(r"\W+", "", text.lower())


def fold_of(text: str) -> int:
    """Give the third, 0 to 2, that a sentence belongs to where networks are to read what they have not learned."""
    return int(sha256(norm(text).encode()).hexdigest()[12:20], 16) % FOLDS


def unmarked(line: str) -> tuple[str, dict[str, list[Span]]]:
    """Give a sentence without its marks, and what they mark."""
    text, last = "", 0
    spans: dict[str, list[Span]] = {}
    opened: dict[str, int] = {}
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        if not mark.group().startswith("</"):
            opened[mark.group(1)] = len(text)
        elif (start := opened.pop(mark.group(1), None)) is not None:
            end = len(text.rstrip())
            spans.setdefault(mark.group(1), []).append((start, end))
    return text + line[last:], spans


def plv(path: Path) -> Iterator[Example]:
    """Read PLV's form: marked sentence, root and quad."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
            text, sides = unmarked(row["marked_sentence"])
            root = row["gold_root"]
            labels = _YIELD if root == "YIELD" else (_parted(root, text),)
            spans = [(*span, side.upper()) for side, found in sides.items() for span in found]
            yield Example(text, "plv", sides, labels, spans, int(row["gold_penta"]), number=number)


def _parted(root: str, text: str) -> str:
    """Part off what PLV counts elsewhere than the manual: embargoes under COERCE, convictions under ACCUSE."""
    if root == "COERCE" and _EMBARGO.search(text):
        return "EMBARGO"
    return "CONVICT" if root == "ACCUSE" and _CONVICT.search(text) else root


def coped_spans(path: Path) -> Iterator[Example]:
    """Read CoPED's spans: a word and its mark a line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip()]
        if rows:
            yield _of_words([row[0] for row in rows], [row[-1] for row in rows])


def _of_words(words: list[str], tags: list[str]) -> Example:
    text = ""
    spans: list[tuple[int, int, str]] = []
    for word, tag in zip(words, tags, strict=True):
        if text and not (word in _CLOSING or text.endswith(("(", "$"))):
            text += " "
        start = len(text)
        text += word
        if tag.startswith("B-"):
            spans.append((start, len(text), tag[2:]))
        elif tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return Example(text, "coped", spans=spans)


def coped_classes(path: Path) -> Iterator[Example]:
    """Read CoPED's classes: a sentence and its class a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            text, sort = line.rsplit("\t", 1)
            yield Example(text, "coped", sort=int(sort))


def own_sentences(times: int = 5, seed: int = 7) -> Iterator[Example]:
    """Draw our own sentences; `number` says which draw of its pattern each is."""
    for number, (label, line) in enumerate(drawn(times, seed)):
        if label not in LABELS:
            raise ValueError(f"no type {label!r}; known are {', '.join(LABELS)}: {line[:80]}")
        text, sides = unmarked(line)
        spans = [(*span, side.upper()) for side, found in sides.items() for span in found]
        yield Example(text, OWN, sides, (label,), None if label == NONE else spans, number=number % times)


def silver(path: Path) -> Iterator[Example]:
    """Read pairs of whole articles as `silver.py` writes them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        sides = {side: [(start, end) for start, end in spans] for side, spans in pair["sides"].items()}
        yield Example(pair["text"], SILVER, sides, (pair["label"],), trigger=pair["trigger"])


def gathered(plv_path: Path, coped_folder: Path, *, own: bool) -> list[Example]:
    """Read everything; of a sentence in several sets each says what it knows, CoPED's spans and class before PLV's."""
    classes = {norm(each.text): each for each in coped_classes(coped_folder / "cameo_class" / "train.tsv")}
    spans = {norm(each.text): each for each in coped_spans(coped_folder / "cameo_ner" / "train.txt")}
    found = list(plv(plv_path))
    for each in found:
        key = norm(each.text)
        each.spans = None if key in spans else each.spans
        each.sort = None if key in classes else each.sort
    for key, each in spans.items():
        known = classes.pop(key, None)
        found.append(Example(each.text, "coped", spans=each.spans, sort=known.sort if known else None))
    found.extend(classes.values())
    return [*found, *own_sentences()] if own else found
