"""Measure what grows with a record: memory of a worker, workers side by side, a Ray cluster, opening and asking.

    python benchmarks/scaling.py memory [--reports 4000] [--words 60]
    python benchmarks/scaling.py engines ARTICLES.jsonl.gz [--reports 200] [--rounds 5] [--ray]
    python benchmarks/scaling.py opening RECORD [--shards 100]
    python benchmarks/scaling.py asking RECORD [--rounds 20] [--name Iran --name Russia]

`memory` reads made-up short reports in one process and prints its peak after each shard. `engines` reads the same
articles by one worker and by two, and with --ray by a Ray cluster of two slots on this machine, by turns, in wall
seconds: of a machine that does nothing else. `opening` looks over
records of many shards. `asking` opens a record and asks it, each time in a reading room of its own.
"""

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.speed import stamp

from dragoman.api import Record, open_record
from dragoman.intake import open_all
from dragoman.records import Raw, sha256_of
from dragoman.run.task import Task
from dragoman.stages import STAGES
from dragoman.store.arrivals import put_away
from dragoman.store.parts import Parts

MEGABYTE = 1024
SHARD = 100
STATES = ("France", "Germany", "Kenya", "Peru", "Japan", "Egypt", "Norway", "India", "Chile", "Oman")
NAMES = ("Ana Moss", "Bo Lind", "Carl Voss", "Dina Rahl", "Emil Sato", "Farah Noor", "Gita Rao", "Hugo Brandt")
SENTENCES = (
    "{state} said that {name} had met {other} in {place} on Tuesday.",
    "{name} accused {place} of breaking the treaty and asked {state} for help.",
    "“We are ready to talk,” {name} told reporters after the meeting in {state}.",
    "The rains came late this year, and the roads to the coast were closed again.",
)


@click.group(help=__doc__)
def main() -> None:
    """Choose what to measure."""
    print(stamp())


@main.command()
@click.option("--reports", default=4000, show_default=True)
@click.option("--words", default=60, show_default=True)
def memory(reports: int, words: int) -> None:
    """Print the peak memory of a reading process as reports go by."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "record"
        parts = Parts.create(root)
        (root / "dragoman.toml").write_text(f'shard = {SHARD}\n[reading]\ntagger = "none"\n')
        chance = random.Random(7)  # noqa: S311 - seeded, guards nothing
        put_away(parts, (made(number, words, chance) for number in range(reports)), SHARD)
        print(f"{'reports':>9}{'peak MB':>9}{'CPU s':>8}   (after adding: {peak():.0f} MB)")
        read = [0]

        def told(task: Task) -> None:
            read[0] += task.stage == STAGES[-1].name
            if task.stage == STAGES[-1].name and (read[0] & (read[0] - 1) == 0 or read[0] * SHARD >= reports):
                print(f"{read[0] * SHARD:>9,}{peak():>9.0f}{time.process_time():>8.0f}", flush=True)

        open_record(root).read(told=told)


def made(number: int, words: int, chance: random.Random) -> Raw:
    """Make a short report."""
    text = f"Round {number}.\n\n"
    while len(text.split()) < words:
        name, other = chance.sample(NAMES, 2)
        state, place = chance.sample(STATES, 2)
        text += chance.choice(SENTENCES).format(name=name, other=other, state=state, place=place) + " "
    content = text.encode()
    return Raw(id=sha256_of(content), uri=f"made:{number}", media_type="text/plain", bytes=content)


def peak() -> float:
    """Give the peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


@main.command()
@click.argument("articles", type=click.Path(exists=True))
@click.option("--reports", default=200, show_default=True)
@click.option("--rounds", default=5, show_default=True)
@click.option("--shard", default=25, show_default=True)
@click.option("--ray", "with_ray", is_flag=True)
def engines(articles: str, reports: int, rounds: int, shard: int, *, with_ray: bool) -> None:
    """Print wall seconds of one worker, of two, and of a Ray cluster of two slots, by turns."""
    ways: dict[str, dict[str, Any]] = {"one worker": {"workers": 1}, "two workers": {"workers": 2}}
    if with_ray:
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        ways["ray, two slots"] = {"engine": "ray", "address": "local"}
    took: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(rounds):
        for way, named in ways.items():
            with tempfile.TemporaryDirectory() as folder:
                put_away(Parts.create(Path(folder) / "record"), islice(open_all([articles]), reports), shard)
                record = open_record(Path(folder) / "record")
                took[way].append(wall(lambda record=record, named=named: record.read(**named)))  # type: ignore[misc]
        print(
            f"round {turn + 1}: " + ", ".join(f"{way} {times[-1]:.1f} s" for way, times in took.items()),
            file=sys.stderr,
        )
    base = took["one worker"]
    for way, times in took.items():
        ratio = statistics.median(one / other for one, other in zip(base, times, strict=True))
        print(f"{way:<16}{statistics.median(times):>8.1f} s, {ratio:.2f} times one worker's pace (median of {rounds})")


@main.command()
@click.argument("record", type=click.Path(exists=True))
@click.option("--rounds", default=20, show_default=True)
@click.option("--name", "names", multiple=True, default=("Iran", "Russia"), show_default=True)
@click.option("--words", default="nuclear talks", show_default=True)
def asking(record: str, rounds: int, names: tuple[str, ...], words: str) -> None:
    """Print how long a record takes to open and to answer."""
    acts: dict[str, Callable[[Record], Any]] = {
        "open": lambda found: found.stems(),
        "what is due": lambda found: found.due(),
        "dossier": lambda found: found.who(names[0]),
        "dyad": lambda found: found.dyad(names[0], names[1]),
        "search": lambda found: found.search(words),
    }
    print(f"{len(Parts.open(record).shards()):,} shards, {sum(1 for _ in Path(record).glob('*/*.parquet')):,} parts")
    for name, act in acts.items():
        times = [wall(lambda act=act: act(open_record(record))) for _ in range(rounds + 1)]  # type: ignore[misc]
        rest = sorted(times[1:])
        print(
            f"{name:<12} first {times[0] * 1000:>8.0f} ms, median {statistics.median(rest) * 1000:>7.0f} ms, "
            f"p95 {rest[min(round(0.95 * len(rest)), len(rest) - 1)] * 1000:>7.0f} ms"
        )
    print(f"peak {peak():.0f} MB")


@main.command()
@click.argument("record", type=click.Path(exists=True, path_type=Path))
@click.option("--shards", multiple=True, type=int, default=(100, 500, 2000), show_default=True)
def opening(record: Path, shards: tuple[int, ...]) -> None:
    """Print how long it takes to look over a record of many shards: the parts of one shard, linked under many names."""
    for many in shards:
        with tempfile.TemporaryDirectory(dir=record.parent) as folder:
            wide = linked(record, Path(folder) / "record", many)
            due = statistics.median(wall(wide.due) for _ in range(5))
            room = statistics.median(wall(partial(wide.sql, "EXPLAIN FROM facts")) for _ in range(3))
            print(f"{many:>7,} shards: what is due {due:.2f} s, bare parts ready for facts {room:.2f} s", flush=True)


def linked(record: Path, place: Path, many: int) -> Record:
    """Link the parts of the record's first shard under the names of many."""
    wide = Parts.create(place)
    shard = Parts.open(record).shards()[0]
    for part in record.glob(f"*/{shard}--*.parquet"):
        (place / part.parent.name).mkdir(exist_ok=True)
        for number in range(many):
            os.link(part, wide.path(part.parent.name, f"{number:020d}", part.stem.split("--")[1]))
    return open_record(place)


def wall(act: Callable[[], Any]) -> float:
    """Give the seconds that something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
