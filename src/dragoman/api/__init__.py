"""The verbs: open a record, add, read, ask, say why, verify, hand on."""

from dragoman.api.answers import Answer
from dragoman.api.record import Record, open_record
from dragoman.api.texts import ReadText, read_text

__all__ = ["Answer", "ReadText", "Record", "open_record", "read_text"]
