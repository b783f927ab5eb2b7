"""One slip of work: a stage over a shard of a record."""

import gc
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.errors import Refused
from dragoman.frames import rows_of
from dragoman.records import KIND_OF, Raw, Refusal, Report, Row
from dragoman.run.mending import take_out
from dragoman.run.plan import current_stems, stem_of
from dragoman.stages import STAGES, Answer, Laid, Received, Stage
from dragoman.store.parts import Parts, at_hand, is_whole, write_all
from dragoman.store.queries import sql
from dragoman.store.room import Room

_WORDS_MADE = 50_000  # objects made between two searches


class Task(NamedTuple):
    """Three strings that anyone who reaches the same folder or object store can carry out."""

    record: str
    stage: str
    shard: str


class Done(NamedTuple):
    """A task carried out.

    Args:
        task: Which.
        stem: Under which stage and fingerprint it read: a machine with another dragoman reads under another.
        reports: How many files or reports it read.
        seconds: How long it took; told to people only, never part of a row.
        damaged: Parts it was to read whose bytes are not those written; it took them out and read nothing.
    """

    task: Task
    stem: str
    reports: int = 0
    seconds: float = 0.0
    damaged: tuple[str, ...] = ()


def do(task: Task) -> Done:
    """Read one shard by one stage and put the rows away; doing it twice does no harm.

    Raises:
        RecordError: Files as received are damaged, or the rows cannot be written.
    """
    began = time.perf_counter()
    stage = next(stage for stage in STAGES if stage.name == task.stage)
    with _collecting_seldom(), at_hand(task.record, task.shard, current_stems) as (parts, settings):
        stem, current = stem_of(stage, settings.reading), current_stems(settings.reading)
        chosen = _chosen(parts, current, task.shard)
        if damaged := [path for paths in chosen.values() for path in paths if not is_whole(path)]:
            take_out(parts, damaged, settings.reading)
            return Done(task, stem, damaged=tuple(path.name for path in damaged))
        gathered: dict[str, list[Row]] = {}
        reports = 0
        with Room(chosen, views=False, threads=1) as room:
            for inputs in _batches(room.stream(sql("inputs", stage.name), settings.batch), stage.takes, settings.batch):
                reports += len(inputs)
                for each, answer in zip(inputs, stage.read(inputs, settings.reading), strict=True):
                    for row in _rows(stage, each, answer):
                        gathered.setdefault(KIND_OF[type(row)], []).append(row)
        write_all(parts, task.shard, stem, gathered, mark=stage.gives[0])
    return Done(task, stem, reports, time.perf_counter() - began)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for rings of garbage seldom: every word of a tree belongs to one, and each search goes over the word lists too."""
    usual = gc.get_threshold()
    gc.set_threshold(_WORDS_MADE, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _chosen(parts: Parts, current: Mapping[str, Sequence[str]], shard: str) -> dict[str, list[Path]]:
    """Choose the parts of one shard that hold now, by asking for each by its name."""
    return {
        kind: [path for stem in stems if (path := parts.path(kind, shard, stem)).exists()]
        for kind, stems in current.items()
    }


def _batches(reader: Any, takes: type[Received | Laid], size: int) -> Iterator[list[Received | Laid]]:
    records = (record for batch in reader for record in batch.to_pylist())
    while chunk := list(islice(records, size)):
        yield rows_of(takes, chunk)


def _rows(stage: Stage, given: Received | Laid, answer: Answer) -> Sequence[Row]:
    if not isinstance(answer, Refused):
        return answer
    report = given.report if isinstance(given, Laid) else None
    raw = given.raw if isinstance(given, Received) else None
    return [_refusal(stage.name, report, raw, answer)]


def _refusal(stage: str, report: Report | None, raw: Raw | None, refused: Refused) -> Refusal:
    source = report or raw
    return Refusal(
        stage=stage,
        report=report.id if report else None,
        raw=raw.id if raw else report.raw if report else None,
        uri=source.uri if source else None,
        start=refused.start,
        end=refused.end,
        code=refused.code,
        detail=refused.detail,
    )
