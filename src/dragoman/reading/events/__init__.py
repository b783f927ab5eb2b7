"""Who did what to whom."""

from dragoman.reading.events.reader import read_events
from dragoman.reading.events.weighing import Weigher

__all__ = ["Weigher", "read_events"]
