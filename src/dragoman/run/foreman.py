"""Handing tasks out: each shard's stages in their order, whoever the hands are, and again what was damaged or lost."""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from dragoman.errors import RecordError
from dragoman.run.task import Done, Task

Told = Callable[[Done], None]
Lacking = Callable[[str], list[str]]
TRIES = 3


class Lost(NamedTuple):
    """A task whose worker died, and what of."""

    task: Task
    why: str


class Hands(Protocol):
    """Whoever carries tasks out."""

    @property
    def many(self) -> int:
        """Say how many tasks they can have before them at once."""

    def give(self, task: Task) -> None:
        """Give them one more."""

    def take(self) -> Done | Lost:
        """Take one that is finished; wait for it."""


def carry_out(hands: Hands, record: str, due: Mapping[str, Sequence[str]], lacking: Lacking, told: Told) -> None:
    """Have all that is due done. A shard begun is finished before others are begun: what is half read stays little.

    Args:
        hands: Who does it.
        record: Folder or address of the record.
        due: For each shard the stages it lacks.
        lacking: Gives what a shard lacks now, asked when a damaged part was taken out.
        told: Called after each task.

    Raises:
        RecordError: A worker reads by another dragoman, a part is damaged again and again, or a shard lost every worker
            it was given to; then all others were read first.
    """
    waiting = {shard: deque(stages) for shard, stages in due.items()}
    ready, under_way = deque(waiting), 0
    tries, lost, stems = Counter[Task](), list[Lost](), dict[str, str]()
    while ready or under_way:
        while ready and under_way < hands.many:
            shard = ready.popleft()
            hands.give(Task(record, waiting[shard].popleft(), shard))
            under_way += 1
        done, under_way = hands.take(), under_way - 1
        shard = done.task.shard
        if isinstance(done, Done) and done.damaged:
            tries[done.task] += 1
            done = (
                done
                if tries[done.task] < TRIES
                else Lost(done.task, f"{done.damaged[0]} is damaged, however often written")
            )
            waiting[shard] = deque(lacking(shard))
        elif isinstance(done, Done):
            _same_everywhere(stems, done)
            told(done)
        if isinstance(done, Lost):
            lost.append(done)
        elif waiting[shard]:
            ready.appendleft(shard)
    if lost:
        first = lost[0]
        raise RecordError(
            f"{len(lost)} of {len(due)} shards could not be read, first {first.task.shard} by {first.task.stage}: "
            f"{first.why}; all others are read, and what was finished is kept"
        )


def _same_everywhere(stems: dict[str, str], done: Done) -> None:
    """See that all workers read by the same code, word lists and networks, or the record would never be whole."""
    if stems.setdefault(done.task.stage, done.stem) != done.stem:
        raise RecordError(
            f"workers read by different dragomans ({stems[done.task.stage]} and {done.stem}): install the same version everywhere"
        )
