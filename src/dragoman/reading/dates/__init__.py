"""Times: what a stretch of text says of when."""

from dragoman.reading.dates.reader import TimeExpression, find_days, infer_published

__all__ = ["TimeExpression", "find_days", "infer_published"]
