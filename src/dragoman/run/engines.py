"""Choosing who carries tasks out."""

from contextlib import AbstractContextManager
from typing import Protocol

from dragoman.errors import UsageError
from dragoman.run.foreman import Hands
from dragoman.run.local import Here, SideBySide

ENGINES = ("local", "ray")


class Hired(Hands, AbstractContextManager["Hands"], Protocol):
    """Hands that are let go in the end."""


def hire(engine: str, workers: int, address: str) -> Hired:
    """Give the hands an engine has.

    Args:
        engine: `local` or `ray`.
        workers: Processes of the local engine; one reads in this very process.
        address: Of the Ray cluster.

    Raises:
        UsageError: No such engine, or Ray is not installed.
    """
    if engine not in ENGINES:
        raise UsageError(f"no engine {engine!r}; one of {', '.join(ENGINES)}")
    if engine == "ray":
        from dragoman.run.cluster import Cluster  # noqa: PLC0415 - asked for by name only

        return Cluster(address)
    return SideBySide(workers) if workers > 1 else Here()
