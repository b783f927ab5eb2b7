"""What each stretch of a text is: title, dateline, story, caption, furniture."""

from dragoman.reading.zones.reader import ZoneReading, label_zones

__all__ = ["ZoneReading", "label_zones"]
