"""The words of a sentence as a set of sentences counts them, each with the tokens of the tree that make it."""

from collections.abc import Sequence

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token

Stretch = tuple[int, int]  # numbers of words, the second exclusive


class Words:
    """The words of a sentence.

    Attributes:
        page: The sentence laid open.
        places: Where each word stands in its text.
        tokens: The tokens that make each word.
        number: The word of a token, by the token's place.
    """

    def __init__(self, page: Page, places: Sequence[tuple[int, int]]) -> None:
        self.page = page
        self.places = places
        self.tokens = [page.tokens_in(start, end) for start, end in places]
        self.number: dict[int, int] = {}
        for number, tokens in enumerate(self.tokens):
            for token in tokens:
                self.number.setdefault(token.i, number)

    def tokens_of(self, stretch: Stretch) -> list[Token]:
        """Give the tokens of a stretch."""
        return [token for tokens in self.tokens[stretch[0] : stretch[1]] for token in tokens]

    def heads_of(self, stretch: Stretch) -> list[Token]:
        """Give the tokens of a stretch that hang on none of it."""
        tokens = self.tokens_of(stretch)
        inside = {token.i for token in tokens}
        return [token for token in tokens if token.head.i not in inside or token.head is token]

    def at(self, stretch: Stretch) -> tuple[int, int]:
        """Say where a stretch stands in the text."""
        return self.places[stretch[0]][0], self.places[stretch[1] - 1][1]

    def stretch_at(self, start: int, end: int) -> Stretch | None:
        """Give the words that a stretch of the text touches."""
        touched = [number for number, (first, last) in enumerate(self.places) if first < end and start < last]
        return (touched[0], touched[-1] + 1) if touched else None

    def said(self, stretch: Stretch) -> list[str]:
        """Give the words of a stretch in small letters."""
        return [self.page.text[start:end].lower() for start, end in self.places[stretch[0] : stretch[1]]]


def overlap(one: Stretch, other: Stretch) -> bool:
    """Tell whether two stretches share a word."""
    return one[0] < other[1] and other[0] < one[1]
