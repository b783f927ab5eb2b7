"""How far long work is, on standard error, and nothing when that is no terminal."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar


class Progress:
    """A line that tells how far it is.

    Args:
        what: What is counted.
        total: How many there are, when known.
    """

    def __init__(self, what: str, total: int | None = None) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._what = what
        self._task = self._bar.add_task(what, total=total)

    def at(self, count: int) -> None:
        """Say that `count` are done."""
        self._bar.update(self._task, completed=count)

    def step(self, name: str) -> None:
        """Say that one more is done."""
        self._bar.update(self._task, advance=1, description=f"{self._what}: {name}")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
