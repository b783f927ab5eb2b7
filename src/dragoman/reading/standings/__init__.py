"""How states stand in organisations."""

from dragoman.reading.standings.reader import read_standings

__all__ = ["read_standings"]
