"""Find source, target and reciprocal actors with the class of the act, end to end (CoPED form), and print exact F1.

    python benchmarks/spans.py DIR [--split train|test] [--network none] [--held] [--intervals] [--predict OUT] [--errors N]

DIR holds `cameo_ner/SPLIT.txt` (token and BIO tag a line: S source, T target, R one of those who act upon each other; a
blank line between sentences) and perhaps `cameo_class/SPLIT.tsv` (sentence and class 0 to 4). OUT and OUT.classes get the
forms of the set's own scorer. `--held` keeps the third of the sentences, by digest, that neither the network nor the weights of
`lexicon/span_weights.tsv` learned. Where the gold marks nobody acted upon, as a run of its sentences does without a reason that
they show, no reading that finds one can be right: what is right of the others stands beside. `--intervals` adds 95 % intervals
(1,000 draws, seed 7), and the paired one of the gain over the network's own marks.
Spans there take in what belongs to a noun: no leading 'the', names in apposition kept.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.bootstrap import told as interval_of
from benchmarks.relations import f1_of

from dragoman import models
from dragoman.models import parser
from dragoman.reading.entities import read_entities
from dragoman.reading.events.sentence_marks import marked_by
from dragoman.reading.events.spans import chosen
from dragoman.reading.events.spans.told import main_deed, told
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.tagging import Pieces
from dragoman.records import Report, Zone

Span = tuple[int, int, str]
Pair = tuple[set[Span], set[Span]]  # what is right, and what is said


def sentences_of(path: Path) -> list[list[tuple[str, str]]]:
    """Read sentences of (word, tag)."""
    found: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            parts = line.split()
            found[-1].append((parts[0], parts[-1]))
        elif found[-1]:
            found.append([])
    return [sentence for sentence in found if sentence]


def joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write words as a sentence; the second is where each stands."""
    text, places = "", []
    for word in words:
        if text and not (word in {".", ",", ";", ":", "?", "!", ")", "'s", "’s", "%"} or text.endswith(("(", "$"))):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def lay(words: Sequence[str], number: int) -> tuple[Page, list[tuple[int, int]]]:
    """Lay a sentence of words open, its names known; the second is where each word stands in the text."""
    text, places = joined(words)
    report = Report(id=str(number), raw="", uri="", text=text, text_sha256="")
    zones = (Zone(report=report.id, start=0, end=len(text), kind="story", rule="all"),)
    parse = parse_report(report, zones, parser("en_core_web_sm"))
    page = Page(report, zones, parse)
    mentions, days = read_mentions(page)
    page = Page(report, zones, parse, mentions, (), (), days)
    entities, links = read_entities(page)
    return Page(report, zones, parse, mentions, links, entities, days), places


def tags_of(spans: Iterable[tuple[int, int, str]], places: Sequence[tuple[int, int]]) -> list[str]:
    """Write spans as BIO tags over words."""
    tags = ["O"] * len(places)
    for start, end, kind in sorted(spans):
        covered = [
            number
            for number, (first, last) in enumerate(places)
            if first < end and start < last and tags[number] == "O"
        ]
        for number in covered:
            tags[number] = f"{'B' if number == covered[0] else 'I'}-{kind}"
    return tags


def spans_in(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Read BIO tags as (first, stop, kind)."""
    found, start, kind = set(), None, ""
    for number, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I-") and tag[2:] == kind and start is not None
        if start is not None and not inside:
            found.add((start, number, kind))
            start = None
        if tag != "O" and not inside:
            start, kind = number, tag[2:]
    return found


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--split", default="train")
@click.option("--network", default="events", help="Catalogue name of the network, or none for the rules.")
@click.option("--held", is_flag=True, help="Keep the third that the network did not learn.")
@click.option("--predict", type=click.Path(path_type=Path), help="Write predictions here.")
@click.option("--errors", type=int, default=0, help="Print so many sentences of each sort of error.")
@click.option("--intervals", is_flag=True, help="Print 95 % intervals.")
def main(  # noqa: PLR0913, PLR0917 - one an option
    folder: Path,
    split: str,
    network: str,
    held: bool,  # noqa: FBT001
    predict: Path | None,
    errors: int,
    intervals: bool,  # noqa: FBT001
) -> None:
    """Score spans, classes, and both together."""
    weigher = None if network == "none" else Weigher(models.network(network), Pieces(models.vocabulary(network)))
    gold = sentences_of(folder / "cameo_ner" / f"{split}.txt")
    gold = [each for each in gold if not held or is_held(norm("".join(word for word, _ in each)))]
    classes = classes_of(folder / "cameo_class" / f"{split}.tsv")
    classes = [each for each in classes if not held or is_held(norm(each[0]))]
    predicted, sorts, plain = [], [], []
    for number, sentence in enumerate(gold):
        words = [word for word, _ in sentence]
        page, places = lay(words, number)
        if weigher is None:
            predicted.append(tags_of(told(page, main_deed(page)), places))
        else:
            spans, sort = chosen(weigher, page, places)
            predicted.append(tags_of(spans, places))
            sorts.append(sort)
            if intervals:
                plain.append(tags_of(marked_by(weigher, page.text, places, page.tokens)[0], places))
    if predict:
        write_tags(predict, gold, predicted)
    _print_figures(gold, predicted)
    if intervals:
        _print_intervals(gold, predicted, plain)
    if weigher is not None and classes:
        told_classes = [marked_by(weigher, text, [(0, 1)])[1] for text, _ in classes]
        _print_classes([sort for _, sort in classes], told_classes)
        _print_both(gold, predicted, sorts, {norm(text): sort for text, sort in classes})
        if predict:
            Path(f"{predict}.classes").write_text("\n".join(map(str, told_classes)) + "\n", encoding="utf-8")
    _print_errors(gold, predicted, errors)


def norm(text: str) -> str:
    """Give a sentence so that two writings of it are the same."""
    return re.sub(r"\W+", "", text.lower())


def is_held(plain: str) -> bool:
    """Tell whether the network did not learn a sentence."""
    return int(sha256(plain.encode()).hexdigest()[:8], 16) % 3 == 0


def classes_of(path: Path) -> list[tuple[str, int]]:
    """Read sentences with their class; none where the file is not there."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = (line.rsplit("\t", 1) for line in lines if line.strip())
    return [(text, int(sort)) for text, sort in rows]


def write_tags(path: Path, gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]]) -> None:
    """Write predictions in the form of the set."""
    blocks = (
        "\n".join(f"{word} {tag}" for (word, _), tag in zip(sentence, tags, strict=True))
        for sentence, tags in zip(gold, predicted, strict=True)
    )
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _print_errors(gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]], most: int) -> None:
    """Print sentences of each sort of error, by kind of span: one too many, one missing, other borders, another phrase."""
    shown: dict[str, int] = {}
    for sentence, tags in zip(gold, predicted, strict=True):
        pairs = zip(sentence, tags, strict=True)
        line = " ".join(f"{word}[{right}|{said}]" if right != said else word for (word, right), said in pairs)
        for sort in error_sorts(spans_in([tag for _, tag in sentence]), spans_in(tags)):
            shown[sort] = shown.get(sort, 0) + 1
            if shown[sort] <= most:
                print(f"{sort}: {line}")
    if most:
        print(
            " ".join(f"{sort}: {times}" for sort, times in sorted(shown.items(), key=lambda each: (-each[1], each[0])))
        )


def error_sorts(right: set[Span], said: set[Span]) -> list[str]:
    """Name what is wrong with the spans of a sentence."""
    found = []
    for kind in "STR":
        gold, told_so = ({span for span in spans if span[2] == kind} for spans in (right, said))
        if gold == told_so:
            continue
        if not gold or not told_so:
            found.append(f"{'missing' if gold else 'extra'} {kind}")
        elif not any(one[0] < other[1] and other[0] < one[1] for one in gold for other in told_so):
            found.append(f"other {kind}")
        else:
            found.append(f"{'borders' if len(gold) == len(told_so) else 'number'} {kind}")
    return found


def _print_classes(right: Sequence[int], said: Sequence[int]) -> None:
    accuracy = sum(one == other for one, other in zip(right, said, strict=True)) / len(right)
    scores = {sort: f1_of(right, said, sort) for sort in sorted(set(right))}
    each = " ".join(f"{sort}:{100 * score:.1f}" for sort, score in scores.items())
    print(
        f"class n={len(right)} accuracy={100 * accuracy:.1f} macroF1={100 * sum(scores.values()) / len(scores):.1f} ({each})"
    )


def _print_both(
    gold: Sequence[Sequence[tuple[str, str]]],
    predicted: Sequence[Sequence[str]],
    sorts: Sequence[int],
    known: dict[str, int],
) -> None:
    rows = [
        (spans_in(tags) == spans_in([tag for _, tag in sentence]), sort == known[key], _is_aimed(sentence))
        for sentence, tags, sort in zip(gold, predicted, sorts, strict=True)
        if (key := norm("".join(word for word, _ in sentence))) in known
    ]
    print(
        f"class and all spans right: {100 * sum(all(row[:2]) for row in rows) / max(1, len(rows)):.1f} % of {len(rows)}"
    )
    aimed = [row[:2] for row in rows if row[2]]
    print(
        f"  where the gold marks one acted upon: {100 * sum(map(all, aimed)) / max(1, len(aimed)):.1f} % of {len(aimed)}"
    )


def _is_aimed(sentence: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the gold marks somebody acted upon, or several who act upon each other."""
    return any(tag[2:] in {"T", "R"} for _, tag in sentence)


def _print_figures(gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]]) -> None:
    pairs = _pairs(gold, predicted)
    for kind in ("micro", "S", "T", "R"):
        right, said, hits = _counts(pairs, kind)
        print(
            f"{kind:6s} P={100 * hits / max(1, said):.1f} R={100 * hits / max(1, right):.1f} F1={200 * hits / max(1, right + said):.1f} n={right}"
        )
    print(f"all spans right: {100 * _all_right(pairs):.1f} % of {len(pairs)} sentences")
    aimed = [pair for sentence, pair in zip(gold, pairs, strict=True) if _is_aimed(sentence)]
    print(f"  where the gold marks one acted upon: {100 * _all_right(aimed):.1f} % of {len(aimed)}")


def _print_intervals(
    gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]], plain: Sequence[Sequence[str]]
) -> None:
    pairs, others = _pairs(gold, predicted), _pairs(gold, plain)
    for name, figure in (("micro F1", _micro_f1), ("all spans right", _all_right)):
        print(interval_of(name, len(pairs), partial(_drawn, figure, pairs)))
        if plain:
            print(interval_of("  gain over the network's marks", len(pairs), partial(_gain, figure, pairs, others)))


def _drawn(figure: Callable[[Sequence[Pair]], float], pairs: Sequence[Pair], drawn: Sequence[int]) -> float:
    return figure([pairs[at] for at in drawn])


def _gain(
    figure: Callable[[Sequence[Pair]], float], pairs: Sequence[Pair], others: Sequence[Pair], drawn: Sequence[int]
) -> float:
    return _drawn(figure, pairs, drawn) - _drawn(figure, others, drawn)


def _pairs(gold: Sequence[Sequence[tuple[str, str]]], predicted: Sequence[Sequence[str]]) -> list[Pair]:
    return [
        (spans_in([tag for _, tag in sentence]), spans_in(tags)) for sentence, tags in zip(gold, predicted, strict=True)
    ]


def _counts(pairs: Sequence[Pair], kind: str) -> tuple[int, int, int]:
    """Count the spans that are right, said, and both."""
    right, said, hits = 0, 0, 0
    for one, other in pairs:
        kept = [{span for span in spans if kind in {"micro", span[2]}} for spans in (one, other)]
        right, said, hits = right + len(kept[0]), said + len(kept[1]), hits + len(kept[0] & kept[1])
    return right, said, hits


def _micro_f1(pairs: Sequence[Pair]) -> float:
    right, said, hits = _counts(pairs, "micro")
    return 2 * hits / max(1, right + said)


def _all_right(pairs: Sequence[Pair]) -> float:
    return sum(one == other for one, other in pairs) / max(1, len(pairs))


if __name__ == "__main__":
    main()
