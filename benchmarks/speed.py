"""Read a file of articles and print what each stage costs, beside spaCy alone on the same words.

    python benchmarks/speed.py ARTICLES.jsonl.gz [--limit N]

CPU seconds of one process; memory is the peak of that process. spaCy alone runs in the same run,
on the same texts, in the middle of the stages' work, so that both meet the same machine.
"""

import argparse
import platform
import resource
import sys
import tempfile
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path

import dragoman
from dragoman import models
from dragoman.intake import open_all
from dragoman.run.task import Task, do
from dragoman.settings import Reading
from dragoman.stages import STAGES
from dragoman.store.arrivals import put_away
from dragoman.store.parts import Parts

MEGABYTE = 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, help="articles at most")
    wanted = parser.parse_args()
    models.parser(Reading().parser)
    with tempfile.TemporaryDirectory() as folder:
        measure(wanted.articles, wanted.limit, Path(folder) / "record")


def measure(articles: Path, limit: int | None, root: Path) -> None:
    """Read into a record at `root`, stage by stage, and print the figures."""
    parts, spent = Parts.create(root), defaultdict[str, float](float)
    begun = time.process_time()
    put_away(parts, islice(open_all([str(articles)]), limit), 512)
    spent["add"] = time.process_time() - begun
    for number, shard in enumerate(parts.shards()):
        for stage in STAGES:
            begun = time.process_time()
            do(Task(str(root), stage.name, shard))
            spent[stage.name] += time.process_time() - begun
        print(f"shard {number + 1} of {len(parts.shards())}", file=sys.stderr)
    texts = dragoman.open(root).sql("SELECT text FROM reports ORDER BY id").arrow()["text"].to_pylist()
    report(spent, texts)


def report(spent: dict[str, float], texts: list[str]) -> None:
    """Print articles and words a CPU-second, stage by stage."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    words = sum(len(text.split()) for text in texts)
    pipeline = models.parser(Reading().parser)
    begun = time.process_time()
    for _ in pipeline.pipe(texts):
        pass
    alone = time.process_time() - begun
    whole = sum(spent.values())
    print(f"{platform.platform()}, Python {platform.python_version()}, dragoman {dragoman.__version__}")
    print(f"{len(texts):,} reports, {words:,} words, peak {peak:,.0f} MB before spaCy alone was run")
    print(f"{'stage':<12}{'CPU s':>10}{'reports/s':>12}{'words/s':>12}{'of spaCy':>10}")
    for stage, seconds in [*spent.items(), ("whole", whole), ("spaCy alone", alone)]:
        print(
            f"{stage:<12}{seconds:>10.2f}{len(texts) / seconds:>12.1f}{words / seconds:>12,.0f}{seconds / alone:>10.2f}"
        )


if __name__ == "__main__":
    main()
