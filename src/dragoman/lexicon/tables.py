"""Packaged SQLite tables, opened read-only in a millisecond, once a process."""

import os
import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import LexiconError


def table(name: str) -> sqlite3.Connection:
    """Open the packaged table NAME, such as `places.sqlite`.

    Raises:
        LexiconError: The file is not there.
    """
    return _opened(name, os.getpid())


@cache
def _opened(name: str, process: int) -> sqlite3.Connection:  # noqa: ARG001 - a forked worker opens its own
    packaged = Path(str(files("dragoman.lexicon").joinpath(name)))
    if not packaged.is_file():
        raise LexiconError(f"lexicon/{name}: not there; build it with tools/build_{packaged.stem}.py")
    return sqlite3.connect(f"{packaged.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
