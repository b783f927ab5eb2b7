"""Doing tasks on a Ray cluster: the same tasks, so the same parts; workers and machines may come and go."""

import logging
import os
from socket import create_connection
from types import TracebackType
from typing import Any, Self

from dragoman.errors import RecordError, UsageError
from dragoman.run.foreman import Lost
from dragoman.run.task import Done, Task, do

RETRIES = 5
PER_SLOT = 2  # tasks before each slot, so that none waits for the next
MEGABYTE = 1024 * 1024
ANSWERS_WITHIN = 5.0


class Cluster:
    """The machines of a Ray cluster, each with dragoman installed and the record in reach.

    Args:
        address: Of the cluster: `auto`, `HOST:PORT`, `ray://HOST:PORT`, or `local` to begin one on this machine.
        memory: Megabytes a task is expected to need; no machine is given more tasks than it has room for.

    Raises:
        UsageError: Ray is not installed.
        RecordError: No cluster answers.
    """

    def __init__(self, address: str, memory: int = 0) -> None:
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        try:
            import ray  # noqa: PLC0415 - optional, and heavy
        except ImportError:
            raise UsageError("Ray is not installed; `pip install dragoman[ray]` on every machine") from None
        self._ray: Any = ray
        _knock(address)
        try:
            ray.init(address, log_to_driver=False, logging_level=logging.ERROR, configure_logging=False)
        except (ConnectionError, RuntimeError, ValueError) as fault:
            raise RecordError(f"no Ray cluster at {address!r}: {str(fault).splitlines()[0]}") from None
        self._do = ray.remote(num_cpus=1, memory=memory * MEGABYTE, max_retries=RETRIES)(do)
        self._running: dict[Any, Task] = {}

    @property
    def many(self) -> int:
        """Count the slots there are now: machines come and go."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 1))) * PER_SLOT

    def give(self, task: Task) -> None:
        """Hand a task to the cluster, which does it again elsewhere when a worker or a machine is lost."""
        self._running[self._do.remote(task)] = task

    def take(self) -> Done | Lost:
        """Wait for one that is finished, or lost however often it was begun."""
        (finished,), _ = self._ray.wait(list(self._running), num_returns=1)
        task = self._running.pop(finished)
        try:
            done: Done = self._ray.get(finished)
        except (self._ray.exceptions.RayTaskError, self._ray.exceptions.RaySystemError) as fault:
            cause = getattr(fault, "cause", fault)
            if isinstance(cause, RecordError):
                raise RecordError(str(cause)) from None
            raise
        except self._ray.exceptions.RayError as fault:
            return Lost(task, str(fault).splitlines()[0])
        return done

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for left in self._running:
            self._ray.cancel(left, force=True)
        self._ray.shutdown()


def _knock(address: str) -> None:
    """See that somebody answers at HOST:PORT; Ray by itself would go on trying for minutes.

    Raises:
        RecordError: Nobody does.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdecimal():
        try:
            create_connection((host, int(port)), ANSWERS_WITHIN).close()
        except OSError as fault:
            raise RecordError(f"no Ray cluster at {address!r}: {fault.strerror or fault}") from None
