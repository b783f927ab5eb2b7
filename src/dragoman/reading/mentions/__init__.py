"""What names something in a report."""

from dragoman.reading.mentions.reader import read_mentions

__all__ = ["read_mentions"]
