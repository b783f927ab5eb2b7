"""Read a file of articles and print what each stage costs, and what whole reading costs beside peers on the same words.

    python benchmarks/speed.py ARTICLES.jsonl.gz [--limit 100] [--rounds 5] [--against textacy] [--against transformer]

CPU seconds of one process. The articles are cut into as many shards as there are rounds; after each shard the peers
read the same texts, so that all meet the same machine, and the figures are medians over the shards. `textacy` is its
quotation extraction on the parse it needs; `transformer` is the shape of a pipeline of large networks: a parse whose
encoder is of RoBERTa's base size, and three questions on each text answered by a second one, on one thread, weights at
random, over the first text of each shard. A peer that is not installed is told and left out.
"""

import argparse
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq

import dragoman
from dragoman import models
from dragoman.intake import open_all
from dragoman.run.task import Task, do
from dragoman.settings import Reading
from dragoman.stages import STAGES
from dragoman.store.arrivals import put_away
from dragoman.store.parts import Parts

MEGABYTE = 1024
WINDOW, STRIDE = 128, 96  # word pieces, as a transformer under a parser is fed
PIECES_A_WORD = 1.3
QUESTIONS = 3
CONTEXT = 384

Read = Callable[[list[str]], None]


class Round(NamedTuple):
    """CPU seconds of one shard: by stage, and by peer with the reports it read."""

    texts: list[str]
    stages: dict[str, float]
    peers: dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=100, help="articles in all")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--against", action="append", default=[], choices=["textacy", "transformer"])
    wanted = parser.parse_args()
    peers = opened(wanted.against)
    begun = time.perf_counter()
    dragoman.read_text("The minister said that talks had begun.")
    print(f"first text read after {time.perf_counter() - begun:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        rounds = measure(wanted.articles, wanted.limit, wanted.rounds, Path(folder) / "record", peers)
    report(rounds)


def opened(names: Sequence[str]) -> dict[str, Read]:
    """Open the peers; spaCy alone always."""
    pipeline = models.parser(Reading().parser)
    peers: dict[str, Read] = {"spaCy alone": lambda texts: _drain(pipeline.pipe(texts))}
    for name in names:
        try:
            peers[name] = {"textacy": textacy_quotes, "transformer": transformer}[name]()
        except ImportError as fault:
            print(f"{name} is left out: {fault}", file=sys.stderr)
    return peers


def textacy_quotes() -> Read:
    """Open textacy's quotation extraction on the parse of spaCy's small model."""
    direct_quotations = import_module("textacy.extract.triples").direct_quotations
    pipeline = models.parser(Reading().parser)

    def read(texts: list[str]) -> None:
        for document in pipeline.pipe(texts):
            try:
                _drain(direct_quotations(document))
            except ValueError:  # quotation marks that do not pair
                continue

    return read


def transformer() -> Read:
    """Open two encoders of RoBERTa's base size with weights at random."""
    torch, hub = import_module("torch"), import_module("transformers")
    torch.set_num_threads(1)
    torch.manual_seed(7)
    config = hub.RobertaConfig(vocab_size=50265, max_position_embeddings=514, type_vocab_size=1)
    parse, answer = hub.RobertaModel(config).eval(), hub.RobertaForQuestionAnswering(config).eval()

    def read(texts: list[str]) -> None:
        with torch.inference_mode():
            for text in texts[:1]:
                pieces = torch.randint(5, 50_000, (int(len(text.split()) * PIECES_A_WORD) + 2,))
                for start in range(0, len(pieces), STRIDE):
                    parse(pieces[None, start : start + WINDOW])
                for start in [at for at in range(0, len(pieces), CONTEXT) for _ in range(QUESTIONS)]:
                    answer(pieces[None, start : start + CONTEXT])

    return read


def measure(articles: Path, limit: int, rounds: int, root: Path, peers: dict[str, Read]) -> list[Round]:
    """Read into a record at `root`, shard by shard, stage by stage, the peers after each shard."""
    parts = Parts.create(root)
    put_away(parts, islice(open_all([str(articles)]), limit), -(-limit // rounds))
    measured = []
    for number, shard in enumerate(parts.shards()):
        spent = {stage.name: clocked(partial(do, Task(str(root), stage.name, shard))) for stage in STAGES}
        texts = pq.read_table(parts.of_shard("reports", shard)[0], columns=["text"])["text"].to_pylist()
        measured.append(Round(texts, spent, {name: clocked(partial(read, texts)) for name, read in peers.items()}))
        print(f"shard {number + 1} of {len(parts.shards())}", file=sys.stderr)
    return measured


def clocked(act: Callable[[], Any]) -> float:
    """Give the CPU seconds of this process that something takes."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def report(rounds: list[Round]) -> None:
    """Print medians over the shards, and the ratios to the peers."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    words = sum(len(text.split()) for each in rounds for text in each.texts)
    reports = sum(len(each.texts) for each in rounds)
    print(stamp())
    print(f"{reports:,} reports, {words:,} words, {len(rounds)} rounds, peak {peak:,.0f} MB, peers among it")
    print(f"{'stage':<12}{'ms a report':>13}{'ms a 1,000 words':>18}{'of spaCy alone':>16}")
    for stage in [*rounds[0].stages, "whole"]:
        row = [(each, sum(each.stages.values()) if stage == "whole" else each.stages[stage]) for each in rounds]
        by_report = statistics.median(1000 * spent / len(each.texts) for each, spent in row)
        by_words = statistics.median(1e6 * spent / sum(len(text.split()) for text in each.texts) for each, spent in row)
        ratio = statistics.median(spent / each.peers["spaCy alone"] for each, spent in row)
        print(f"{stage:<12}{by_report:>13.1f}{by_words:>18.1f}{ratio:>16.2f}")
    for name in rounds[0].peers:
        print(f"whole reading against {name}: {_ratios(rounds, name)}")


def _ratios(rounds: list[Round], name: str) -> str:
    ratios = sorted(
        sum(each.stages.values())
        / len(each.texts)
        / (each.peers[name] / (1 if name == "transformer" else len(each.texts)))
        for each in rounds
    )
    middle = statistics.median(ratios)
    turned = f", which is {1 / middle:.1f} times faster" if middle < 1 else ""
    return f"{middle:.3f} of its CPU{turned} (median of {len(ratios)}, {ratios[0]:.3f}–{ratios[-1]:.3f})"


def stamp() -> str:
    """Name the machine and the versions a figure was taken with."""
    names = ("dragoman", "spacy", "onnxruntime", "duckdb", "pyarrow", "ray", "textacy", "torch")
    found = ", ".join(f"{name} {number}" for name in names if (number := _version(name)))
    return f"{platform.platform()}, {_processor()}, Python {platform.python_version()}, {found}"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()


def _drain(rows: Any) -> None:
    for _ in rows:
        pass


if __name__ == "__main__":
    main()
