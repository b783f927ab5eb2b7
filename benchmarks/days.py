"""How well times are found and valued, scored as in TempEval-3.

    python benchmarks/days.py PATH [--predict OUT.jsonl] [--faults even|odd]

PATH is a folder (or file) of TimeML (`.tml`) or of NAF/CAT `.xml` as in the MEANTIME corpus, of
which the first six sentences are annotated and scored. Relaxed: the extents overlap; strict: they
are the same; value: they overlap and the TIMEX3 values agree, over all expressions. The publication
day is the document's creation time. Rules were tuned on the even half of MEANTIME only (documents
by file name, counted from 0); the odd half is the test.
"""

import re
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
from msgspec import Struct

from dragoman.dates import Days, parse_days
from dragoman.lexicon.days import day_rules
from dragoman.reading.dates import TimeExpression, find_days

_ANNOTATED = 6  # sentences of a MEANTIME document
_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI"}
_REFS = {"vague-past": "PAST_REF", "vague-present": "PRESENT_REF", "vague-future": "FUTURE_REF"}


class Timed(Struct, frozen=True):
    """A time expression as annotated or predicted, with its TIMEX3 value."""

    start: int
    end: int
    value: str
    created: bool = False


class Document(Struct, frozen=True):
    """A text, its creation day and its annotated times."""

    name: str
    text: str
    published: Days | None
    gold: tuple[Timed, ...]


class Tally(Struct):
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def line(self, name: str) -> str:
        """Print precision, recall and F1 of the three scores."""
        scores = "  ".join(f"{what} {self._f1(hits)}" for what, hits in self._hits())
        return f"{name:<34} {self.gold:>4} gold {self.found:>4} found  {scores}"

    def _hits(self) -> tuple[tuple[str, int], ...]:
        return (("relaxed", self.relaxed), ("strict", self.strict), ("value", self.value))

    def _f1(self, hits: int) -> str:
        precision, recall = hits / max(self.found, 1), hits / max(self.gold, 1)
        return f"{100 * precision:.1f}/{100 * recall:.1f}/{200 * hits / max(self.found + self.gold, 1):.1f}"


def documents_of(path: Path) -> list[Document]:
    """Read all annotated documents under a path, by file name."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.suffix in {".xml", ".tml"}]
    read = (naf_document(file) if file.suffix == ".xml" else tml_document(file) for file in _by_name(files))
    return [document for document in read if document.text]


def _by_name(files: Sequence[Path]) -> list[Path]:
    return sorted(files, key=lambda file: (file.name, str(file)))


def naf_document(file: Path) -> Document:
    """Read the annotated sentences of a CAT document; title and date line stand on lines of their own."""
    root = ET.parse(file).getroot()  # noqa: S314 - a corpus on this disk
    tokens = [token for token in root.iter("token") if int(token.get("sentence", "0")) < _ANNOTATED]
    text, places = "", {}
    for token in tokens:
        number = int(token.get("sentence", "0"))
        if text:
            text += "\n" if number in {1, 2} and token.get("number") == _first_of(tokens, number) else " "
        places[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    gold = tuple(_naf_times(root, places))
    return Document(file.stem, text, _creation_day(root, text, gold), gold)


def _first_of(tokens: Sequence[ET.Element], sentence: int) -> str | None:
    return next(token.get("number") for token in tokens if token.get("sentence") == str(sentence))


def _naf_times(root: ET.Element, places: dict[str | None, tuple[int, int]]) -> Iterator[Timed]:
    for timex in root.iter("TIMEX3"):
        spans = [places[each.get("t_id")] for each in timex.iter("token_anchor") if each.get("t_id") in places]
        if spans:
            created = timex.get("functionInDocument") == "CREATION_TIME"
            yield Timed(min(spans)[0], max(spans)[1], timex.get("value", ""), created)


def _creation_day(root: ET.Element, text: str, gold: Sequence[Timed]) -> Days | None:
    """Give the creation day: as annotated, or as the date line under the title says where that is broken."""
    said = [
        timex.get("value", "") for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"
    ]
    lines = [text[time.start : time.end] for time in gold if time.created] + text.split("\n")[1:2]
    return next((days for each in (*said, *lines) if (days := parse_days(each.replace(" ,", ",")))), None)


def tml_document(file: Path) -> Document:
    """Read a TimeML document's TEXT; its creation time stands outside and is not scored."""
    root = ET.parse(file).getroot()  # noqa: S314 - a corpus on this disk
    created = root.find("DCT/TIMEX3")
    text, gold = "", list[Timed]()
    for kind, node in _walk(root.find("TEXT")):
        if isinstance(node, str):
            text += node
        elif kind == "start":
            gold.append(Timed(len(text), len(text), node.get("value", "")))
        else:
            gold[-1] = Timed(gold[-1].start, len(text), gold[-1].value)
    published = parse_days((created.get("value") or "")[:10]) if created is not None else None
    return Document(file.stem, text, published, tuple(gold))


def _walk(node: ET.Element | None) -> Iterator[tuple[str, ET.Element | str]]:
    if node is None:
        return
    if node.tag == "TIMEX3":
        yield "start", node
    yield "text", node.text or ""
    for child in node:
        yield from _walk(child)
        yield "text", child.tail or ""
    if node.tag == "TIMEX3":
        yield "end", node


def timex_value(found: TimeExpression) -> str:
    """Say a value as TIMEX3 does."""
    value = found.value or ""
    if found.basis == "vague" and not value:
        return _REFS.get(found.rule, "")
    if found.kind in {"DURATION", "SET"}:
        return value
    if found.granularity == "week" and found.first:
        return found.first.strftime("%G-W%V")
    if "weekend" in found.text.lower() and found.first:
        return found.first.strftime("%G-W%V-WE")
    if found.granularity in {"quarter", "season"}:
        return f"{value[:5]}{_QUARTERS.get(value[5:], '')}"
    return value.rstrip("X") + _hour(found)


def _hour(found: TimeExpression) -> str:
    if found.kind != "TIME" or not found.value:
        return ""
    if clock := re.search(r"(\d\d?)(?::(\d\d))?\s*([ap])?", found.text.lower()):
        hour = int(clock[1]) % 12 + 12 * (clock[3] == "p") if clock[3] else int(clock[1])
        return f"T{hour:02}:{clock[2] or '00'}"
    return next((f"T{part}" for word, part in _PARTS.items() if word in found.text.lower()), "")


def score(gold: Sequence[Timed], found: Sequence[Timed], tally: Tally) -> list[tuple[Timed | None, Timed | None]]:
    """Add a document to the tally; give what was paired and what was not."""
    pairs: list[tuple[Timed | None, Timed | None]] = []
    left = list(found)
    for wanted in sorted(gold, key=lambda each: (each.end - each.start, each.start)):
        overlapping = [each for each in left if each.start < wanted.end and wanted.start < each.end]
        best = max(overlapping, key=lambda each: (_same_extent(each, wanted), -each.start), default=None)
        pairs.append((wanted, best))
        if best is not None:
            left.remove(best)
            tally.relaxed += 1
            tally.strict += _same_extent(best, wanted)
            tally.value += best.value == wanted.value.removesuffix("Z")
    tally.gold += len(gold)
    tally.found += len(found)
    return pairs + [(None, each) for each in left]


def _same_extent(one: Timed, other: Timed) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def main() -> None:
    """Score, and print where asked what was missed."""
    door = ArgumentParser(description=__doc__)
    door.add_argument("path", type=Path)
    door.add_argument("--predict", type=Path, help="write every expression found as JSON lines")
    door.add_argument("--faults", choices=("even", "odd"), help="print the faults of one half")
    asked = door.parse_args()
    documents = documents_of(asked.path)
    rules = day_rules()
    started = time.process_time()
    found = [list(find_days(each.text, [(0, len(each.text))], each.published, rules)) for each in documents]
    seconds = time.process_time() - started
    for name, chosen in (("all", (0, 1)), ("even half (tuned on)", (0,)), ("odd half (test)", (1,))):
        picked = [place for place in range(len(documents)) if place % 2 in chosen]
        for created in (True, False):
            _report(name, created, [(documents[place], found[place]) for place in picked])
    words = sum(len(each.text.split()) for each in documents)
    print(f"{words / seconds:,.0f} words a CPU second = {words / seconds / 600:,.0f} reports of 600 words a CPU second")
    if asked.predict:
        asked.predict.write_bytes(b"".join(_lines(documents, found)))
    if asked.faults:
        _print_faults(
            [
                pair
                for place, pair in enumerate(zip(documents, found, strict=True))
                if place % 2 == (asked.faults == "odd")
            ]
        )


def _timed(found: Sequence[TimeExpression]) -> list[Timed]:
    return [Timed(each.start, each.end, timex_value(each)) for each in found]


def _report(name: str, created: bool, read: Sequence[tuple[Document, list[TimeExpression]]]) -> None:  # noqa: FBT001
    tally = Tally()
    for document, found in read:
        days = [each for each in document.gold if each.created]
        gold = [each for each in document.gold if created or not each.created]
        predicted = [
            each
            for each in _timed(found)
            if created or not any(d.start < each.end and each.start < d.end for d in days)
        ]
        score(gold, predicted, tally)
    print(tally.line(f"{name}{'' if created else ', without the date line'}"))


def _lines(documents: Sequence[Document], found: Sequence[Sequence[TimeExpression]]) -> Iterator[bytes]:
    for document, expressions in zip(documents, found, strict=True):
        for each in expressions:
            yield (
                msgspec.json.encode(
                    {"document": document.name, "timex": timex_value(each), **msgspec.structs.asdict(each)}
                )
                + b"\n"
            )


def _print_faults(read: Sequence[tuple[Document, list[TimeExpression]]]) -> None:
    for document, found in read:
        for wanted, got in score(document.gold, _timed(found), Tally()):
            if wanted is None or got is None or wanted.value.removesuffix("Z") != got.value:
                place = wanted or got
                assert place is not None  # noqa: S101 - a pair has a side
                near = document.text[max(0, place.start - 40) : place.end + 30].replace("\n", " / ")
                print(
                    f"{document.published and document.published.value} want {_shown(document, wanted)} got {_shown(document, got)} in: {near}"
                )


def _shown(document: Document, timed: Timed | None) -> str:
    return f"{document.text[timed.start : timed.end]!r}={timed.value}" if timed else "none"


if __name__ == "__main__":
    main()
