"""One slip of work: a stage over a shard of a record."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.errors import Refused
from dragoman.frames import rows_of
from dragoman.records import KIND_OF, Raw, Refusal, Report, Row
from dragoman.run.plan import current_stems, stem_of
from dragoman.settings import load_settings
from dragoman.stages import STAGES, Answer, Laid, Received, Stage
from dragoman.store.parts import Parts, write_all
from dragoman.store.room import Room, files_of, sql


class Task(NamedTuple):
    """Three strings that anyone on the same folder can carry out."""

    record: str
    stage: str
    shard: str


def do(task: Task) -> Task:
    """Read one shard by one stage and put the rows away; doing it twice does no harm."""
    parts = Parts.open(Path(task.record))
    settings = load_settings(parts.root)
    stage = next(stage for stage in STAGES if stage.name == task.stage)
    current = current_stems(settings.reading)
    chosen = files_of(parts, current, [task.shard], older=False)
    gathered: dict[str, list[Row]] = {}
    with Room(chosen, views=False, threads=1) as room:
        for inputs in _batches(room.stream(sql("inputs", stage.name), settings.batch), stage.takes, settings.batch):
            for each, answer in zip(inputs, stage.read(inputs, settings.reading), strict=True):
                for row in _rows(stage, each, answer):
                    gathered.setdefault(KIND_OF[type(row)], []).append(row)
    write_all(parts, task.shard, stem_of(stage, settings.reading), gathered, mark=stage.gives[0])
    return task


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
