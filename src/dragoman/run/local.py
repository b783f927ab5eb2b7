"""Doing tasks on this machine: a loop, or processes side by side; the rows are the same."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dragoman.errors import RecordError
from dragoman.run.task import Task, do

Told = Callable[[Task], None]


def run(record: str, due: Mapping[str, Sequence[str]], workers: int, told: Told) -> None:
    """Do what is due, each shard's stages in their order.

    Args:
        record: Folder of the record.
        due: For each shard the stages it lacks.
        workers: One reads here; more read in processes of their own.
        told: Called after each task.

    Raises:
        RecordError: A worker died; what was finished is kept.
    """
    if workers <= 1:
        for shard, stages in due.items():
            for stage in stages:
                told(do(Task(record, stage, shard)))
    else:
        _side_by_side(record, {shard: list(stages) for shard, stages in due.items()}, workers, told)


def _side_by_side(record: str, waiting: dict[str, list[str]], workers: int, told: Told) -> None:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running = {_next(pool, record, shard, stages) for shard, stages in waiting.items()}
        while running:
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                task = _result(future)
                told(task)
                if waiting[task.shard]:
                    running.add(_next(pool, record, task.shard, waiting[task.shard]))


def _next(pool: ProcessPoolExecutor, record: str, shard: str, stages: list[str]) -> Future[Task]:
    return pool.submit(do, Task(record, stages.pop(0), shard))


def _result(future: Future[Task]) -> Task:
    try:
        return future.result()
    except BrokenProcessPool:
        raise RecordError(
            "a reading process died (out of memory, or killed); what was finished is kept: run `dragoman read` again"
        ) from None
