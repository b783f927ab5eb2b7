"""Who is reported to have said what."""

from dragoman.reading.statements.reader import read_statements

__all__ = ["read_statements"]
