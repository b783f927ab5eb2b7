"""Group reports that tell one happening and print pair and B3 precision, recall and F1, beside a half not tuned on.

    python benchmarks/happenings.py FILE [--labels LABELS] [--predict OUT] [--line ODDS]

FILE has one report a line with `id`, `text` and `cluster` (ECB+ form), or with `id`, `title`, `text` and `date`, the
groups then given by LABELS (`benchmarks/happenings_labels.tsv`: id, group, half; ours, labelled by hand before
anything was tuned). Of ECB+ every second topic, from the first, was tuned on; a topic is what stands before `_`.
The halves are grouped apart. OUT gets ID and GROUP, one line each, of all reports grouped together.
"""

import gzip
import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from dragoman.lexicon.matching import weights
from dragoman.reading.sketches import sketches_of
from dragoman.reading.stories import grouped
from dragoman.records import Report, Row, Zone, row_id
from dragoman.store.parts import Parts
from dragoman.store.room import Room


class Text(NamedTuple):
    """A report with the group it is in and the half of the set."""

    name: str
    words: str
    day: str
    group: str
    half: str


class Score(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float

    def f1(self) -> float:
        """Give the harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def texts_of(path: Path, labels: Path | None) -> list[Text]:
    """Read the reports that have a group."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if labels:
        listed = [line.split("\t") for line in labels.read_text().splitlines()[1:]]
        known = {name: (group, half) for name, group, half in listed}
        return [
            Text(row["id"], f"{row['title']}\n{row['text']}", row["date"], *known[row["id"]])
            for row in rows
            if row["id"] in known
        ]
    topics = sorted({_topic(row["cluster"]) for row in rows})
    half = {topic: "report" if number % 2 else "tune" for number, topic in enumerate(topics)}
    return [Text(row["id"], row["text"], "", row["cluster"], half[_topic(row["cluster"])]) for row in rows]


def _topic(cluster: str) -> tuple[int, str]:
    topic = cluster.split("_", maxsplit=1)[0]
    return (int(topic), "") if topic.isdigit() else (0, topic)


def by_dragoman(texts: Sequence[Text], folder: Path, line: float) -> dict[str, str]:
    """Give for each report the story it goes under, by the view `ties` and average link."""
    parts = Parts.create(folder)
    rows: dict[str, list[Row]] = {"reports": [], "sketches": []}
    for each in texts:
        day = date.fromisoformat(each.day) if each.day else None
        report = Report(
            id=each.name, raw="", uri=each.name, published=each.day or None, published_from=day, published_to=day,
            text=each.words, text_sha256=row_id(each.name),
        )  # fmt: skip
        zone = Zone(report=each.name, start=0, end=len(each.words), kind="story", rule="benchmark")
        rows["reports"].append(report)
        rows["sketches"].extend(sketches_of([(report, [zone])]))
    for kind, some in rows.items():
        parts.write(kind, "all", "bench-1", some)
    with Room({kind: parts.of_kind(kind) for kind in rows}, views=True) as room:
        ties = room.ask("SELECT one, other, 1 / (1 + pow(2, -score)) AS odds FROM ties", seconds=600).to_pylist()
    found = grouped(((tie["one"], tie["other"], tie["odds"]) for tie in ties), line)
    return {each.name: found.get(each.name, each.name) for each in texts}


def pair_score(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Compare pairs of one group."""
    right = _pairs(Counter((gold[name], found[name]) for name in gold))
    return Score(right / max(_pairs(Counter(found.values())), 1), right / max(_pairs(Counter(gold.values())), 1))


def _pairs(sizes: Mapping[object, int]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Compare, report by report, the group it is in (Bagga and Baldwin 1998)."""
    both = Counter((gold[name], found[name]) for name in gold)
    golds, founds = Counter(gold.values()), Counter(found.values())
    precision = sum(both[gold[name], found[name]] / founds[found[name]] for name in gold)
    recall = sum(both[gold[name], found[name]] / golds[gold[name]] for name in gold)
    return Score(precision / len(gold), recall / len(gold))


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--labels", type=click.Path(exists=True, path_type=Path), help="Groups of the reports, where FILE has none."
)
@click.option("--line", type=float, help="Mean odds from which on groups are one; the product's own if not given.")
@click.option("--predict", type=click.Path(path_type=Path), help="Write ID, GROUP a line.")
def main(file: Path, labels: Path | None, line: float | None, predict: Path | None) -> None:
    """Group, score."""
    texts = texts_of(file, labels)
    chosen = weights()["story line"].value if line is None else line
    print(f"{'half':<8}{'reports':>8}{'groups':>8}{'pair P':>9}{'R':>7}{'F1':>7}{'B3 P':>9}{'R':>7}{'F1':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for half in ("tune", "report"):
            some = [each for each in texts if each.half == half]
            show(half, some, by_dragoman(some, Path(folder) / half, chosen))
        if predict:
            found = by_dragoman(texts, Path(folder) / "all", chosen)
            predict.write_text("".join(f"{name}\t{group}\n" for name, group in sorted(found.items())))


def show(half: str, texts: Sequence[Text], found: Mapping[str, str]) -> None:
    """Print one line of figures."""
    gold = {each.name: each.group for each in texts}
    pairs, cubed = pair_score(gold, found), b_cubed(gold, found)
    print(
        f"{half:<8}{len(gold):>8,}{len(set(gold.values())):>8,}"
        f"{pairs.precision:>9.3f}{pairs.recall:>7.3f}{pairs.f1():>7.3f}"
        f"{cubed.precision:>9.3f}{cubed.recall:>7.3f}{cubed.f1():>7.3f}"
    )


if __name__ == "__main__":
    main()
