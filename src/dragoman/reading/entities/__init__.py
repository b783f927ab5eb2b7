"""Whom a mention means."""

from dragoman.reading.entities.reader import read_entities

__all__ = ["read_entities"]
