"""Who did what to whom."""

from dragoman.reading.events.reader import read_events

__all__ = ["read_events"]
