"""Names and attributions by a small network that the package ships."""

from dragoman.reading.tagging.pieces import Pieces
from dragoman.reading.tagging.reader import Tagger, tag_report

__all__ = ["Pieces", "Tagger", "tag_report"]
