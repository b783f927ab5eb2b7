"""Plant reprints of news articles and print how well copies are told, beside datasketch.

    python benchmarks/copies.py ARTICLES.jsonl.gz [--articles N] [--seed N] [--predict OUT] [--beside]
    python benchmarks/copies.py ARTICLES.jsonl.gz --short 500000

ARTICLES has one article a line with `text`, `date` and `outlet`. Of each planted report 35 to 95 % may be
kept of the tail, inner paragraphs dropped, the lead rewritten, up to 12 % of the words changed, and a
dateline, page furniture or a licence line added. Natural duplicates among the articles are left out
first, by exact five-word shingles. CPU seconds are those of this process from texts to groups, once its
libraries are loaded.

With --short so many texts of 30 to 70 words are spliced from stretches of the articles, one in five a reprint of a
recent one with up to 12 % of its words changed, over a year; they are put away and grown as a record does, some thousand
at a time, and what the process held at most is printed.
"""

import gzip
import json
import random
import re
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, count, islice
from pathlib import Path
from typing import NamedTuple

import click

from dragoman.reading.sketches import sketch_text, sketches_of_texts
from dragoman.records import Report, Row, row_id
from dragoman.store.gathering import FOLDER
from dragoman.store.growing import REPORTS, grow
from dragoman.store.parts import Parts
from dragoman.store.room import Room

TAIL_CUT, INNER_DROPPED, LEAD_REWRITTEN, DATELINED = 0.55, 0.3, 0.3, 0.4
REPLACED = 0.5  # the other words edited are left out
LEAD = 60  # words at most
FEWEST = 5  # paragraphs of which one may be dropped
STRETCH, RECENT, REPRINTED = 10, 1000, 0.2
SHORT_FROM = date(2020, 1, 1)
SECONDS = 3600.0
_SHORTEST = 600
_ALIKE = 0.1
_FURNITURE = (
    "Share this article on your favourite network.",
    "Read more: all our coverage of the region.",
    "Subscribe to our newsletter for the stories of the day.",
    "The views expressed do not necessarily reflect the policy of this site.",
    "This content is licensed under a Creative Commons Attribution 4.0 International License.",
    "All rights reserved. This material may not be published, broadcast or redistributed.",
)
_OTHER_WORDS = ("official", "country", "said", "new", "after", "several", "recent", "local", "further", "talks")


class Text(NamedTuple):
    """A report to be told copies of: its words, its day, and which story it is."""

    name: str
    story: int
    day: str
    text: str


class Score(NamedTuple):
    """How well groups agree with the planted ones."""

    precision: float
    recall: float
    f1: float
    ari: float


def articles_of(path: Path, most: int) -> list[tuple[str, str]]:
    """Read day and words of articles, those that share shingles with an earlier one left out."""
    seen: set[int] = set()
    kept: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in islice(map(json.loads, lines), most):
            sample = set(sketch_text("", row["text"]).sample)
            if len(row["text"]) > _SHORTEST and len(sample & seen) <= _ALIKE * len(sample):
                kept.append((row["date"], row["text"]))
            seen |= sample
    return kept


def planted(articles: Sequence[tuple[str, str]], chance: random.Random) -> list[Text]:
    """Give the articles, and one to four reprints of every third or so."""
    texts: list[Text] = []
    for story, (day, text) in enumerate(articles):
        texts.append(Text(f"{story}", story, day, text))
        copies = chance.choice((1, 1, 2, 2, 3, 4)) if chance.random() < 1 / 3 else 0
        texts.extend(
            Text(f"{story}-{number}", story, _later(day, chance.randint(0, 6)), reprint(text, chance))
            for number in range(copies)
        )
    chance.shuffle(texts)
    return texts


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if day else ""


def reprint(text: str, chance: random.Random) -> str:
    """Reprint an article as outlets do."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if chance.random() < TAIL_CUT:
        paragraphs = _cut(paragraphs, chance.uniform(0.35, 0.95))
    if len(paragraphs) >= FEWEST and chance.random() < INNER_DROPPED:
        del paragraphs[chance.randint(1, len(paragraphs) - 2)]
    if chance.random() < LEAD_REWRITTEN:
        words = paragraphs[0].split()  # of an article in one paragraph, its first sentences
        lead, rest = words[:LEAD], words[LEAD:]
        paragraphs[0] = " ".join([*chance.sample(lead, len(lead)), "according to reports", *rest])
    share = chance.choice((0.0, chance.uniform(0, 0.12)))
    paragraphs = [_edited(paragraph, share, chance) for paragraph in paragraphs]
    if chance.random() < DATELINED:
        paragraphs[0] = f"{chance.choice(('PARIS', 'Nairobi', 'New Delhi'))}, (Wire) – {paragraphs[0]}"
    return "\n\n".join([*paragraphs, *chance.sample(_FURNITURE, chance.randint(0, 3))])


def _cut(paragraphs: Sequence[str], share: float) -> list[str]:
    words = [paragraph.split() for paragraph in paragraphs]
    left = max(60, round(share * sum(map(len, words))))
    kept: list[str] = []
    for paragraph in words:
        if left > 0:
            kept.append(" ".join(paragraph[:left]))
        left -= len(paragraph)
    return kept


def _edited(paragraph: str, share: float, chance: random.Random) -> str:
    words: list[str] = []
    for word in paragraph.split(" "):
        if chance.random() >= share:
            words.append(word)
        elif chance.random() < REPLACED:
            words.append(chance.choice(_OTHER_WORDS))
    return " ".join(words)


def by_dragoman(texts: Sequence[Text], folder: Path) -> dict[str, str]:
    """Give for each text the origin it goes under, by sketches and the view `copies`."""
    parts = Parts.create(folder)
    rows: dict[str, list[Row]] = {"reports": [], "sketches": []}
    rows["reports"].extend(map(report_of, texts))
    rows["sketches"].extend(sketches_of_texts([(each.name, each.text) for each in texts]))
    for kind, some in rows.items():
        parts.write(kind, "all", "bench-1", some)
    with Room({kind: parts.of_kind(kind) for kind in rows}, views=True) as room:
        found = room.ask("SELECT report, origin FROM copies", seconds=600).to_pylist()
    above = {row["report"]: row["origin"] for row in found}
    return {each.name: _top(each.name, above) for each in texts}


def spliced(articles: Sequence[tuple[str, str]], most: int, chance: random.Random) -> Iterator[Text]:
    """Give short texts of stretches of ten words or so, and reprints of them."""
    words = [text.split() for _, text in articles]
    recent: list[Text] = []
    for place in range(most):
        day = (SHORT_FROM + timedelta(days=place * 365 // most)).isoformat()
        if len(recent) == RECENT and chance.random() < REPRINTED:
            of = chance.choice(recent)
            yield Text(f"{place:07}", of.story, day, _edited(of.text, chance.uniform(0, 0.12), chance))
            continue
        taken = [chance.choice(words) for _ in range(chance.randint(3, 7))]
        at = [chance.randrange(max(len(some) - STRETCH, 1)) for some in taken]
        told = " ".join(word for some, begin in zip(taken, at, strict=True) for word in some[begin : begin + STRETCH])
        recent = [*recent[-RECENT + 1 :], Text(f"{place:07}", place, day, told)]
        yield recent[-1]


def grown(texts: Iterable[Text], folder: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Put texts away some thousand at a time, grow their pairs, and give the origin and the story of each."""
    parts, stories = Parts.create(folder), dict[str, int]()
    for number in count():
        some = list(islice(texts, REPORTS))
        if not some:
            break
        stories |= {each.name: each.story for each in some}
        parts.write("reports", f"shard{number:04}", "bench-1", [report_of(each) for each in some])
        sketched = sketches_of_texts([(each.name, each.text) for each in some])
        parts.write("sketches", f"shard{number:04}", "bench-1", sketched)
    chosen = {kind: parts.of_kind(kind) for kind in ("reports", "sketches")}
    ready = grow(folder / FOLDER, chosen, SECONDS)
    with Room(chosen, views=True, ready=ready) as room:
        found = room.ask("SELECT report, origin FROM copies", seconds=SECONDS)
    above = dict(zip(found["report"].to_pylist(), found["origin"].to_pylist(), strict=True))
    return {name: _top(name, above) for name in stories}, stories


def report_of(text: Text) -> Report:
    """Make the row of a text."""
    day = date.fromisoformat(text.day) if text.day else None
    return Report(
        id=text.name, raw="", uri=text.name, published=text.day or None, published_from=day, published_to=day,
        text="", text_sha256=row_id(text.name),
    )  # fmt: skip


def _top(name: str, above: Mapping[str, str]) -> str:
    while name in above:
        name = above[name]
    return name


def by_datasketch(texts: Sequence[Text], line: float) -> dict[str, str]:
    """Group by MinHash of five-word shingles and locality-sensitive hashing, joined by union-find."""
    from datasketch import (  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415 - if asked for
        MinHash,
        MinHashLSH,
    )

    index = MinHashLSH(threshold=line, num_perm=128)
    above: dict[str, str] = {}
    for each in texts:
        words = re.findall(r"\w+", each.text.lower())
        signature = MinHash(num_perm=128)
        signature.update_batch([" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)])
        for other in index.query(signature):
            left, right = _top(each.name, above), _top(str(other), above)
            if left != right:
                above[left] = right
        index.insert(each.name, signature)
    return {each.name: _top(each.name, above) for each in texts}


def score(texts: Sequence[Text], groups: Mapping[str, str]) -> Score:
    """Compare groups with stories: pairs found and missed, and the adjusted Rand index."""
    gold = set(_pairs({each.name: str(each.story) for each in texts}))
    found = set(_pairs(groups))
    right, every = len(gold & found), len(texts) * (len(texts) - 1) / 2
    precision, recall = right / max(len(found), 1), right / max(len(gold), 1)
    by_chance = len(gold) * len(found) / every
    ari = (right - by_chance) / ((len(gold) + len(found)) / 2 - by_chance)
    return Score(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), ari)


def _pairs(groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for name, group in sorted(groups.items()):
        members[group].append(name)
    for names in members.values():
        yield from combinations(names, 2)


@click.command()
@click.argument("articles", type=click.Path(exists=True, path_type=Path))
@click.option("--articles", "most", default=3000, show_default=True, help="Articles read.")
@click.option("--seed", default=7, show_default=True)
@click.option("--predict", type=click.Path(path_type=Path), help="Write NAME, GROUP a line.")
@click.option("--beside", is_flag=True, help="Run datasketch at Jaccard .5 and .3 too.")
@click.option("--short", metavar="N", help="Take so many short texts instead.", type=int)
def main(articles: Path, most: int, seed: int, predict: Path | None, beside: bool, short: int | None) -> None:  # noqa: FBT001, PLR0913, PLR0917 - click's
    """Plant, tell, score."""
    if short:
        show_short(articles_of(articles, most), short, random.Random(seed))  # noqa: S311 - seeded, guards nothing
        return
    texts = planted(articles_of(articles, most), random.Random(seed))  # noqa: S311 - seeded, guards nothing
    size = sum(len(each.text) for each in texts)
    print(f"{len(texts):,} reports, {size / 1e6:.1f} million letters, {len({each.story for each in texts}):,} stories")
    print(f"{'':<18}{'pair P':>8}{'R':>8}{'F1':>8}{'cluster F1':>12}{'reports/CPU-s':>15}")
    with tempfile.TemporaryDirectory() as folder:
        by_dragoman(texts[:20], Path(folder) / "first")  # so that loading the engine is not counted
        begun = time.process_time()
        groups = by_dragoman(texts, Path(folder) / "record")
        show("dragoman", score(texts, groups), len(texts), time.process_time() - begun)
    if predict:
        predict.write_text("".join(f"{name}\t{group}\n" for name, group in sorted(groups.items())))
    for line in (0.5, 0.3) if beside else ():
        begun = time.process_time()
        others = by_datasketch(texts, line)
        show(f"datasketch J>={line}", score(texts, others), len(texts), time.process_time() - begun)


def show_short(articles: Sequence[tuple[str, str]], most: int, chance: random.Random) -> None:
    """Grow short texts and print what it cost."""
    made, wall, cpu = Clocked(spliced(articles, most, chance)), time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        groups, stories = grown(made, Path(folder) / "record")
    cpu, wall = time.process_time() - cpu - made.cpu, time.perf_counter() - wall - made.wall
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{most:,} short texts: {cpu:.0f} CPU-s, {wall:.0f} s, {most / cpu:,.0f} texts/CPU-s, {held:,.0f} MB held at most"
    )
    found = pair_score(stories, groups)
    print(f"pair P {found[0]:.4f} R {found[1]:.4f} F1 {found[2]:.4f}")


class Clocked:
    """Texts, with the seconds that making them took, which are not counted."""

    def __init__(self, texts: Iterator[Text]) -> None:
        self.texts, self.cpu, self.wall = texts, 0.0, 0.0

    def __iter__(self) -> Iterator[Text]:
        return self

    def __next__(self) -> Text:
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            return next(self.texts)
        finally:
            self.cpu += time.process_time() - cpu
            self.wall += time.perf_counter() - wall


def pair_score(gold: Mapping[str, int], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Compare pairs of one group, counted by sizes."""
    right = _pairs_in(Counter((gold[name], found[name]) for name in gold))
    precision, recall = (
        right / max(_pairs_in(Counter(found.values())), 1),
        right / max(_pairs_in(Counter(gold.values())), 1),
    )
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs_in(sizes: Mapping[object, int]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())


def show(name: str, found: Score, reports: int, seconds: float) -> None:
    """Print one line of figures."""
    print(
        f"{name:<18}{found.precision:>8.4f}{found.recall:>8.4f}{found.f1:>8.4f}{found.ari:>12.4f}{reports / seconds:>15,.0f}"
    )


if __name__ == "__main__":
    main()
