"""How long reading takes: measured as it is done, kept beside the record, and foretold for what is due."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
from msgspec import DecodeError, Struct, json

from dragoman.run.task import Done
from dragoman.stages import STAGES
from dragoman.store.arrivals import STEM
from dragoman.store.parts import Parts

FILE = "rates.json"
# Seconds a report on one core of a shared two-core cloud machine, over 96 news articles of 900 words
# (`benchmarks/speed.py`, docs/measured.md): what is foretold before anything was read.
SHIPPED = {
    "documents": 0.016, "sketches": 0.006, "parses": 0.323, "tags": 0.300, "mentions": 0.067, "entities": 0.059, "statements": 0.025,
    "events": 0.020,
}  # fmt: skip


class Rate(Struct):
    """What a stage took so far: reports, and seconds of one worker."""

    reports: int = 0
    seconds: float = 0.0


class Planned(Struct, frozen=True):
    """What a read would do by one stage.

    Args:
        stage: Its name.
        tasks: How many tasks are due.
        reports: Over how many files as received.
        seconds: How long one worker would take.
        measured: Whether that rests on what was read in this record, or on the figures dragoman ships.
    """

    stage: str
    tasks: int
    reports: int
    seconds: float
    measured: bool


class Rates:
    """The rates of one record.

    Args:
        root: Its folder.
    """

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self.stages: dict[str, Rate] = {}
        with suppress(OSError, DecodeError):
            self.stages = json.decode(self._file.read_bytes(), type=dict[str, Rate])

    def note(self, done: Done) -> None:
        """Add what a task took."""
        rate = self.stages.setdefault(done.task.stage, Rate())
        rate.reports += done.reports
        rate.seconds += done.seconds

    def keep(self) -> None:
        """Write them beside the record; where nothing can be written they are forgotten."""
        draft = self._file.with_name(f".{FILE}.{os.getpid()}.draft")
        with suppress(OSError):
            draft.write_bytes(json.encode(self.stages))
            draft.replace(self._file)

    def of(self, stage: str) -> float:
        """Give the seconds a report takes one worker."""
        rate = self.stages.get(stage, Rate())
        return rate.seconds / rate.reports if rate.reports else SHIPPED.get(stage, 0.0)


def foretell(parts: Parts, due: Mapping[str, Sequence[str]]) -> list[Planned]:
    """Say what reading all that is due takes, stage by stage."""
    rates = Rates(parts.root)
    sizes = {shard: pq.read_metadata(parts.path("raws", shard, STEM)).num_rows for shard in due}
    return [
        Planned(stage.name, len(shards), reports, reports * rates.of(stage.name), stage.name in rates.stages)
        for stage in STAGES
        if (shards := [shard for shard, lacking in due.items() if stage.name in lacking])
        for reports in [sum(sizes[shard] for shard in shards)]
    ]
