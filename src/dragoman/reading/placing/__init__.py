"""Which place a name means, by the whole report: what stands beside it, and the other places named."""

from dragoman.reading.placing.ranking import Choice, Reason, place_names

__all__ = ["Choice", "Reason", "place_names"]
