"""Who acts and who is acted upon in a sentence by itself, as stretches of its words: the network, the tree and the code book together."""

from dragoman.reading.events.spans.choice import chosen

__all__ = ["chosen"]
