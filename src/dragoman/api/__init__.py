"""The verbs: open a record, add, read, ask, say why, verify, hand on; each loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.api.answers import Answer
    from dragoman.api.record import Record, open_record
    from dragoman.api.texts import ReadText, read_text

__all__ = ["Answer", "ReadText", "Record", "open_record", "read_text"]

_HOMES = {"Answer": "answers", "ReadText": "texts", "Record": "record", "open_record": "record", "read_text": "texts"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman.api' has no attribute {name!r}")
    return getattr(import_module(f"dragoman.api.{_HOMES[name]}"), name)
