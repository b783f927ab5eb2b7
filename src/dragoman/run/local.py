"""Doing tasks on this machine: a loop, or processes side by side; the rows are the same."""

from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from dragoman.errors import RecordError
from dragoman.run.foreman import Lost
from dragoman.run.task import Done, Task, do


class Here:
    """One pair of hands: this process, one task at a time."""

    many = 1

    def __init__(self) -> None:
        self._tasks: list[Task] = []

    def give(self, task: Task) -> None:
        """Take a task on."""
        self._tasks.append(task)

    def take(self) -> Done | Lost:
        """Do it."""
        return do(self._tasks.pop())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._tasks.clear()


class SideBySide:
    """Processes of this machine.

    Args:
        workers: How many.
    """

    def __init__(self, workers: int) -> None:
        self.many = workers
        self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
        self._running: set[Future[Done]] = set()

    def give(self, task: Task) -> None:
        """Hand a task to whichever process is free."""
        self._running.add(self._pool.submit(do, task))

    def take(self) -> Done | Lost:
        """Wait for one that is finished.

        Raises:
            RecordError: A worker died, and the others with it; what was finished is kept.
        """
        finished, _ = wait(self._running, return_when=FIRST_COMPLETED)
        future = finished.pop()
        self._running.remove(future)
        try:
            return future.result()
        except BrokenProcessPool:
            raise RecordError(
                "a reading process died (out of memory, killed, or begun by a script without `if __name__ == '__main__':`); "
                "what was finished is kept: read again"
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)
