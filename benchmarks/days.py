"""How well times are found and valued, scored as in TempEval-3.

    python benchmarks/days.py PATH [--predict OUT.jsonl] [--faults even|odd]

PATH is a folder (or file) of TimeML (`.tml`) or of NAF/CAT `.xml` as in the MEANTIME corpus, of
which the first six sentences are annotated and scored. Relaxed: the extents overlap; strict: they
are the same; value: they overlap and the TIMEX3 values agree, over all expressions. The publication
day is the document's creation time. TIMEX3 wants a value for every expression: where the record keeps
candidates, a clock time without a day, or a shift from a time not stated, the value is counted from the
creation day; `as recorded` scores without that. Of MEANTIME (documents by file name, counted from 0) the
even ones and those odd ones whose name's SHA-256 begins with an even byte were looked at while rules were
written; the rest was never looked at.
"""

import re
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
from msgspec import Struct

from dragoman.dates import Days, parse_days
from dragoman.lexicon.days import day_rules
from dragoman.reading.dates import TimeExpression, find_days
from dragoman.reading.dates.calendar import unit_away
from dragoman.reading.dates.worth import WEEKDAYS

_ANNOTATED = 6  # sentences of a MEANTIME document
_PASSES = 5  # the quickest of them is told
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
    """Read a TimeML document's TEXT, or all of it where it has none; its creation time stands outside and is not scored."""
    root = ET.parse(file).getroot()  # noqa: S314 - a corpus on this disk
    body = root.find("TEXT")
    created = next((each for each in root.iter("TIMEX3") if each.get("functionInDocument") == "CREATION_TIME"), None)
    if created is None:
        created = root.find("DCT/TIMEX3")
    text, gold = "", list[Timed]()
    for node, piece in _walk(root if body is None else body):
        if node is not None and node is not created and piece:
            gold.append(Timed(len(text), len(text) + len("".join(node.itertext())), node.get("value", "")))
        elif node is None:
            text += piece
    published = parse_days((created.get("value") or "")[:10]) if created is not None else None
    return Document(file.stem, text, published, tuple(gold))


def _walk(node: ET.Element) -> Iterator[tuple[ET.Element | None, str]]:
    """Give each time expression when it opens, with its words, and each piece of text."""
    if node.tag == "TIMEX3":
        yield node, "".join(node.itertext())
    yield None, node.text or ""
    for child in node:
        yield from _walk(child)
        yield None, child.tail or ""


def timex_value(found: TimeExpression, created: Days | None = None) -> str:
    """Say a value as TIMEX3 does; what the record leaves open, TIMEX3 counts from the creation day, if it is given."""
    value = found.value or ""
    if found.kind in {"DURATION", "SET"}:
        return _length(found)
    if fiscal := re.search(r"fiscal year (\d{4}|before|of|after)", found.constraint or ""):
        shift = {"before": -1, "of": 0, "after": 1}.get(fiscal[1])
        year = fiscal[1] if shift is None else str(created.first.year + shift) if created else ""
        return f"FY{year}" if year else ""
    if not value and created is not None:
        return _counted_from(created, found)
    if found.basis == "vague" and not value:
        return _REFS.get(found.rule, "")
    return _dated(found, value)


def _dated(found: TimeExpression, value: str) -> str:
    if found.granularity == "week" and found.first:
        return found.first.strftime("%G-W%V")
    if "weekend" in found.text.lower() and found.first:
        return found.first.strftime("%G-W%V-WE")
    if found.granularity == "half" and found.first:
        return f"{value[:4]}-H{1 if found.first.month == 1 else 2}"
    if found.granularity in {"quarter", "season"}:
        return f"{value[:5]}{_QUARTERS.get(value[5:], '')}"
    return value.rstrip("X") + _hour(found)


def _counted_from(created: Days, found: TimeExpression) -> str:
    """Give the value TIMEX3 wants where the record has none: candidates and shifts seen from the creation day."""
    if found.candidates:
        days = [days for each in found.candidates if (days := parse_days(each))]
        nearest = min(days, key=lambda each: (abs(each.first - created.first), each.first))
        return _dated(found, nearest.value)
    if found.kind == "TIME" and (found.constraint or "").startswith("at "):
        return created.value + _hour(found)
    if shift := re.fullmatch(r"([+-]\d+) (day|week|month|year) from a time not stated", found.constraint or ""):
        days_away = unit_away(created.first, shift[2][0].upper(), int(shift[1]))
        away = days_away or created
        return away.first.strftime("%G-W%V") if shift[2] == "week" else _dated(found, away.value)
    if shift := re.fullmatch(r"the same (month|quarter) -(\d+) year", found.constraint or ""):
        under_way = months_from(created, shift[1])
        return under_way and _dated(found, f"{created.first.year - int(shift[2])}-{under_way}")
    return _REFS.get(found.rule, "") if found.basis == "vague" else ""


def months_from(created: Days, unit: str) -> str:
    """Name the month or quarter of the year that a day lies in."""
    month = created.first.month
    return f"{month:02}" if unit == "month" else f"{33 + (month - 1) // 3}"


def _length(found: TimeExpression) -> str:
    """Say a length or habit; quarters have a letter in TIMEX3 and none in ISO 8601."""
    if (found.constraint or "").startswith("every "):
        return f"XXXX-WXX-{WEEKDAYS.index((found.constraint or '').removeprefix('every ')) + 1}"
    figure = re.fullmatch(r"P([\d.]+|X)M", found.value or "")
    if found.granularity != "quarter" or figure is None:
        return found.value or ""
    return f"P{'X' if figure[1] == 'X' else format(float(figure[1]) / 3, 'g')}Q"


def _hour(found: TimeExpression) -> str:
    if found.kind != "TIME":
        return ""
    if clock := re.search(r"(\d\d?)(?::(\d\d))?\s*([ap])?", found.text.lower()):
        hour = int(clock[1]) % 12 + 12 * (clock[3] == "p") if clock[3] else int(clock[1])
        return f"T{hour:02}:{clock[2] or '00'}"
    return next((f"T{part}" for word, part in _PARTS.items() if word in found.text.lower()), "")


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
    door.add_argument("--faults", action="store_true", help="print the faults of the documents looked at")
    asked = door.parse_args()
    documents = documents_of(asked.path)
    rules = day_rules()
    found, seconds = [], float("inf")
    for _ in range(_PASSES):
        started = time.process_time()
        found = [list(find_days(each.text, [(0, len(each.text))], each.published, rules)) for each in documents]
        seconds = min(seconds, time.process_time() - started)
    seen = [_was_seen(place, document) for place, document in enumerate(documents)]
    for name, chosen in (("all", (True, False)), ("looked at", (True,)), ("never looked at", (False,))):
        picked = [
            (document, times) for document, times, known in zip(documents, found, seen, strict=True) if known in chosen
        ]
        for created in (True, False):
            _report(name, created, picked)
    _report("all, as recorded", True, list(zip(documents, found, strict=True)), as_recorded=True)
    words = sum(len(each.text.split()) for each in documents)
    print(f"{words / seconds:,.0f} words a CPU second = {words / seconds / 600:,.0f} reports of 600 words a CPU second")
    if asked.predict:
        asked.predict.write_bytes(b"".join(_lines(documents, found)))
    if asked.faults:
        _print_faults(
            [(document, times) for document, times, known in zip(documents, found, seen, strict=True) if known]
        )


def _was_seen(place: int, document: Document) -> bool:
    return place % 2 == 0 or sha256(document.name.encode()).digest()[0] % 2 == 0


def _timed(document: Document, found: Sequence[TimeExpression], *, as_recorded: bool = False) -> list[Timed]:
    created = None if as_recorded else document.published
    return [Timed(each.start, each.end, timex_value(each, created)) for each in found]


def _report(
    name: str,
    created: bool,  # noqa: FBT001 - whether the date line is scored
    read: Sequence[tuple[Document, list[TimeExpression]]],
    *,
    as_recorded: bool = False,
) -> None:
    tally = Tally()
    for document, found in read:
        days = [each for each in document.gold if each.created]
        gold = [each for each in document.gold if created or not each.created]
        predicted = [
            each
            for each in _timed(document, found, as_recorded=as_recorded)
            if created or not any(d.start < each.end and each.start < d.end for d in days)
        ]
        score(gold, predicted, tally)
    print(tally.line(f"{name}{'' if created else ', without the date line'}"))


def _lines(documents: Sequence[Document], found: Sequence[Sequence[TimeExpression]]) -> Iterator[bytes]:
    for document, expressions in zip(documents, found, strict=True):
        for each in expressions:
            yield (
                msgspec.json.encode(
                    {
                        "document": document.name,
                        "timex": timex_value(each, document.published),
                        **msgspec.structs.asdict(each),
                    }
                )
                + b"\n"
            )


def _print_faults(read: Sequence[tuple[Document, list[TimeExpression]]]) -> None:
    for document, found in read:
        for wanted, got in score(document.gold, _timed(document, found), Tally()):
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
