"""What the tagger may say of a word: whose part of an attribution it is, and what kind of name."""

ROLES = ("source", "cue", "content")
NAMES = ("person", "body", "place", "people", "facility", "other")


def marked(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Give the marks of some kinds: outside, then the beginning and the inside of each."""
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


QUOTE_MARKS = marked(ROLES)
NAME_MARKS = marked(NAMES)
LINK_WIDTH = 64  # of the vectors whose products say which source and which content go with a cue
