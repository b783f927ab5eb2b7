"""Where a process puts what does not fit into memory, and what killed ones left behind there.

FOLDER/dragoman-PID         what is spilled
FOLDER/dragoman-PID.alive   locked for as long as the process lives: the lock goes with it, however it ends
"""

import atexit
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import gettempdir

_NAME, _ALIVE = "dragoman-", ".alive"


def spill_in(folder: Path | None = None) -> Path:
    """Give the place where this process may spill, and remove what processes that are no more left beside it.

    Args:
        folder: Where there is room; the usual folder of temporary files if none, or if it cannot be written.
    """
    usual = Path(gettempdir())
    try:
        return _held(folder or usual, os.getpid())
    except OSError:
        return usual / f"{_NAME}{os.getpid()}"


@cache
def _held(folder: Path, process: int) -> Path:
    """Take the lock of a process, once; a child that a process forks takes its own."""
    sweep(folder)
    place = folder / f"{_NAME}{process}"
    alive = place.with_name(place.name + _ALIVE)
    fcntl.flock(os.open(alive, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC), fcntl.LOCK_EX | fcntl.LOCK_NB)
    atexit.register(_leave, alive, process)
    return place


def _leave(alive: Path, process: int) -> None:
    if os.getpid() == process:
        alive.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what dead processes spilled into a folder, and the drafts they did not finish there."""
    for process in sorted(_dead(folder)):
        shutil.rmtree(folder / f"{_NAME}{process}", ignore_errors=True)
        for draft in folder.glob(f".*.{process}.*"):
            with suppress(OSError):
                draft.unlink()
        with suppress(OSError):
            (folder / f"{_NAME}{process}{_ALIVE}").unlink(missing_ok=True)


def _dead(folder: Path) -> Iterator[int]:
    for path in folder.glob(f"{_NAME}*"):
        number = path.name.removeprefix(_NAME).removesuffix(_ALIVE)
        alive = path.with_name(f"{_NAME}{number}{_ALIVE}")
        if number.isdecimal() and not (_is_locked(alive) if alive.exists() else runs(int(number))):
            yield int(number)


def _is_locked(alive: Path) -> bool:
    """Tell whether somebody holds a lock; one that may not be asked is taken for held."""
    try:
        with alive.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def runs(process: int) -> bool:
    """Tell whether a process of this machine runs; one that may not be asked does."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
