"""Tell the PLOVER type of marked source and target by rules and network together (PLV form), and print macro F1.

    python benchmarks/relations.py FILE.tsv [--network none] [--predict OUT] [--half even|odd] [--held] [--intervals] [--errors N]

FILE has the columns `marked_sentence` (with <s>…</s> and <t>…</t>), `gold_root` and `gold_penta`.
PLV keeps CONCEDE and RETREAT together as YIELD, counts what is only promised as AGREE, embargoes as COERCE and
convictions as ACCUSE. `--held` keeps the third of the sentences, by digest, that the network did not learn. `--intervals` adds
95 % intervals (1,000 draws, seed 7), and the paired one of the gain over the rules alone.
"""

import csv
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.bootstrap import told as interval_of

from dragoman import models
from dragoman.lexicon.triggers import classes
from dragoman.models import parser
from dragoman.reading.events.deeds import Deed, deeds_in
from dragoman.reading.events.proposals import carrier_of
from dragoman.reading.events.weighing import Weigher, joined
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.tagging import Pieces
from dragoman.records import Mention, Party, Report, Zone

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "EMBARGO": "COERCE", "CONVICT": "ACCUSE"}
Pair = tuple[list[str], list[str]]  # what is right, and what is told
_FITTING = 2
_MARK = re.compile(r"</?([st])>")


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Give the sentence without marks, and the marked spans as (role, start, end)."""
    text, last = "", 0
    spans: list[tuple[str, int, int]] = []
    opened: dict[str, int] = {}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group().startswith("</"):
            start = opened.pop(mark.group(1), None)
            if start is not None:
                spans.append((mark.group(1), start, len(text)))
        else:
            opened[mark.group(1)] = len(text)
    return text + marked[last:], spans


def pages_of(rows: Sequence[dict[str, str]]) -> list[tuple[Page, list[tuple[str, int, int]]]]:
    """Parse all sentences; the marked spans are their only names."""
    pages = []
    for number, row in enumerate(rows):
        text, spans = unmarked(row["marked_sentence"])
        report = Report(id=str(number), raw="", uri="", text=text, text_sha256="")
        zones = (Zone(report=report.id, start=0, end=len(text), kind="story", rule="all"),)
        parse = parse_report(report, zones, parser("en_core_web_sm"))
        mentions = [
            Mention(
                id=str(i),
                report=report.id,
                start=start,
                end=end,
                text=report.text[start:end],
                kind="body",
                rule="marked",
            )
            for i, (_, start, end) in enumerate(spans)
        ]
        pages.append((Page(report, zones, parse, mentions), spans))
    return pages


def best_of(page: Page, spans: Sequence[tuple[str, int, int]]) -> Deed | None:
    """Choose the act whose places the marked spans fill best; the nearest trigger where none does."""
    deeds = [deed for sentence in page.sentences for deed in deeds_in(page, sentence)]
    return max(deeds, key=lambda deed: (fit(deed, spans), -distance(deed, spans)), default=None)


def weighed(page: Page, spans: Sequence[tuple[str, int, int]], told: Deed | None, weigher: Weigher) -> str:
    """Choose between what the rules told and what the network finds likely, asked with and without the word that tells it."""
    sides = {side: [span[1:] for span in spans if span[0] == side] for side in "st"}
    asked = [_folded_shares(weigher.kinds(page.text, sides, at)) for at in (None, _teller(page, spans, told))]
    likely = {kind: (share * asked[1][kind]) ** 0.5 for kind, share in asked[0].items()}
    shares = joined(likely, _folded(told) if told else None)
    return max(shares, key=lambda kind: shares[kind])


def _folded_shares(shares: Mapping[str, float]) -> dict[str, float]:
    likely: dict[str, float] = {}
    for kind, share in shares.items():
        folded = FOLDED.get(kind, kind)
        likely[folded] = likely.get(folded, 0.0) + share
    return likely


def _teller(page: Page, spans: Sequence[tuple[str, int, int]], told: Deed | None) -> int | None:
    """Give where the word starts that tells the act: the rules' where its places fit, else the one that joins both sides."""
    if told is not None and fit(told, spans) >= _FITTING:
        return told.token.start
    sides = [next((page.tokens_in(start, end) for side, start, end in spans if side == each), []) for each in "st"]
    joint = carrier_of(*sides) if all(sides) else None
    return joint.start if joint else None


def is_held(sentence: str) -> bool:
    """Tell whether the network did not learn a sentence."""
    plain = re.sub(r"\W+", "", unmarked(sentence)[0].lower())
    return int(sha256(plain.encode()).hexdigest()[:8], 16) % 3 == 0


def _folded(deed: Deed) -> str:
    if deed.kind == "CONCEDE" and (deed.standing.modality in {"planned", "offered"} or deed.sighting.kind == "AGREE"):
        return "AGREE"
    return FOLDED.get(deed.kind, deed.kind)


def fit(deed: Deed, spans: Sequence[tuple[str, int, int]]) -> int:
    """Say how well the places of an act fill the marked words: 2 for source, 2 for target."""
    source = any(_overlaps(deed.actors, span) for span in spans if span[0] == "s")
    target = any(_overlaps(deed.recipients, span) for span in spans if span[0] == "t")
    both = any(_overlaps(deed.actors, span) for span in spans if span[0] == "t")
    return 2 * source + 2 * (target or (source and both)) + (1 if both and not source else 0)


def _overlaps(parties: Sequence[Party], span: tuple[str, int, int]) -> bool:
    return any(party.start < span[2] and span[1] < party.end for party in parties)


def distance(deed: Deed, spans: Sequence[tuple[str, int, int]]) -> int:
    """Give how far the word of an act stands from the marked words, in code points."""
    middle = sorted((span[1] + span[2]) / 2 for span in spans)
    at = deed.token.start
    inside = bool(middle) and middle[0] <= at <= middle[-1]
    return int(sum(abs(at - place) for place in middle)) + (0 if inside else 40)


def macro_f1(gold: Sequence[str], told: Sequence[str]) -> float:
    """Give the mean F1 over the classes that occur in gold."""
    return sum(f1_of(gold, told, label) for label in sorted(set(gold))) / len(set(gold))


def f1_of(gold: Sequence[object], told: Sequence[object], label: object) -> float:
    """Give the F1 of one class."""
    hits = sum(g == t == label for g, t in zip(gold, told, strict=True))
    return 2 * hits / max(1, gold.count(label) + told.count(label))


@click.command(help=__doc__)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--predict", type=click.Path(path_type=Path), help="Write predictions here.")
@click.option("--half", type=click.Choice(["all", "even", "odd"]), default="all")
@click.option("--held", is_flag=True, help="Keep the third that the network did not learn.")
@click.option("--network", default="events", help="Catalogue name of the network, or none.")
@click.option("--errors", type=int, default=0, help="Print so many errors a class.")
@click.option("--intervals", is_flag=True, help="Print 95 % intervals.")
def main(  # noqa: PLR0913, PLR0917 - one an option
    path: Path,
    predict: Path | None,
    half: str,
    held: bool,  # noqa: FBT001
    network: str,
    errors: int,
    intervals: bool,  # noqa: FBT001
) -> None:
    """Score rules and network."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    rows = rows[half == "odd" :: 2] if half != "all" else rows
    rows = [row for row in rows if is_held(row["marked_sentence"])] if held else rows
    laid = pages_of(rows)
    deeds = [best_of(page, spans) for page, spans in laid]
    by_rules = told = [_folded(deed) if deed else "NONE" for deed in deeds]
    if network != "none":
        weigher = Weigher(models.network(network), Pieces(models.vocabulary(network)))
        told = [weighed(page, spans, deed, weigher) for (page, spans), deed in zip(laid, deeds, strict=True)]
    if predict:
        predict.write_text("root\n" + "\n".join(told) + "\n", encoding="utf-8")
    _print_figures(rows, told)
    if intervals:
        _print_intervals(rows, told, by_rules)
    if errors:
        _print_errors(rows, told, laid, errors)


def _pairs(rows: Sequence[dict[str, str]], told: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Give what is right and what is told, by root, quad and side of the quads."""
    quads = [str(QUADS.get(root, 0)) for root in told]
    return {
        "root": ([FOLDED.get(row["gold_root"], row["gold_root"]) for row in rows], list(told)),
        "quad": ([row["gold_penta"] for row in rows], quads),
        "binary": (
            [str(int(row["gold_penta"] >= "3")) for row in rows],
            [str(int(quad >= "3")) if quad != "0" else "-" for quad in quads],
        ),
    }


def _print_intervals(rows: Sequence[dict[str, str]], told: Sequence[str], by_rules: Sequence[str]) -> None:
    others = _pairs(rows, by_rules)
    for name, pair in _pairs(rows, told).items():
        print(interval_of(f"{name} macro F1", len(rows), partial(_drawn, pair)))
        if told is not by_rules:
            print(interval_of("  gain over the rules alone", len(rows), partial(_gain, pair, others[name])))


def _drawn(pair: Pair, drawn: Sequence[int]) -> float:
    right, said = pair
    return macro_f1([right[at] for at in drawn], [said[at] for at in drawn])


def _gain(pair: Pair, other: Pair, drawn: Sequence[int]) -> float:
    return _drawn(pair, drawn) - _drawn(other, drawn)


def _print_figures(rows: Sequence[dict[str, str]], told: Sequence[str]) -> None:
    pairs = _pairs(rows, told)
    gold = pairs["root"][0]
    for name, (right, said) in pairs.items():
        accuracy = sum(g == t for g, t in zip(right, said, strict=True)) / len(right)
        print(f"{name:7s} n={len(right)} accuracy={100 * accuracy:.1f} macroF1={100 * macro_f1(right, said):.1f}")
    print(f"none told: {told.count('NONE')}")
    for label in sorted(set(gold)):
        print(f"  {label:10s} F1={100 * f1_of(gold, list(told), label):5.1f} n={gold.count(label)}")


def _print_errors(rows: Sequence[dict[str, str]], told: Sequence[str], laid: Sequence[Any], errors: int) -> None:
    shown: dict[str, int] = {}
    for row, root, (page, _) in zip(rows, told, laid, strict=True):
        gold = FOLDED.get(row["gold_root"], row["gold_root"])
        if root != gold and shown.get(gold, 0) < errors:
            shown[gold] = shown.get(gold, 0) + 1
            deeds = [deed for sentence in page.sentences for deed in deeds_in(page, sentence)]
            print(f"{gold} told {root} {deeds} | {row['marked_sentence'][:300]}")


if __name__ == "__main__":
    classes()
    main()
