"""Dragoman reads news reports and keeps the record of diplomacy.

`open` gives a record, `read_text` reads one text with no record at all; both are loaded on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.api import Answer, ReadText, Record, open_record, read_text
    from dragoman.api import open_record as open  # noqa: A004 - dragoman.open reads as the verb it is

__version__ = "0.1.0"
__all__ = ["Answer", "ReadText", "Record", "open", "open_record", "read_text"]

_NAMES = {"open": "open_record"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module("dragoman.api"), _NAMES.get(name, name))
