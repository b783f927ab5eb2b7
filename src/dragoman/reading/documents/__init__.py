"""Bytes as received into a report and its zones."""

from dragoman.reading.documents.reader import read_document

__all__ = ["read_document"]
