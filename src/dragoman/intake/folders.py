"""Folders walked in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.intake.sources import refusal
from dragoman.records import Refusal
from dragoman.settings import is_record


def walk(folder: Path) -> Iterator[Path | Refusal]:
    """Give the files under a folder, and a refusal for what cannot be entered; what is hidden or a record of ours is left out."""
    yield from _walk(folder, frozenset({_identity(folder)}))


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Refusal]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are sorted as such
    except OSError as fault:
        yield refusal(
            str(folder), code_of(fault), f"the folder cannot be listed ({fault.strerror}); see to its permissions"
        )
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if not is_folder(path):
            yield path
            continue
        identity = _identity(path)
        if is_record(path):
            continue
        if identity in above:
            yield refusal(str(path), "symlink-loop", "the link leads back to a folder above it; it was not followed")
        else:
            yield from _walk(path, above | {identity})


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder, as far as it may be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (-1, -1)
    return (status.st_dev, status.st_ino)


def code_of(fault: OSError) -> str:
    """Name what an operating system would not do."""
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return "missing"
    return "no-permission" if isinstance(fault, PermissionError) else "unreadable"
