"""Days that a report does not state and its terms of office, weekdays and captions leave no choice about."""

from dragoman.reading.publication.reader import infer_days, may_be_inferred

__all__ = ["infer_days", "may_be_inferred"]
