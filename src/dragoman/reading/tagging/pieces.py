"""Words into WordPieces of an uncased BERT vocabulary (Devlin et al. 2019; Wu et al. 2016): longest match first.

The reference library for this brings a client of a model hub with it; dragoman fetches nothing.
"""

import re
from collections.abc import Sequence
from unicodedata import category, normalize

OPENING, CLOSING, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST = 100  # letters of a word that is still spelled
_REMEMBERED = 1 << 16  # words
_PARTS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


class Pieces:
    """A vocabulary that spells words and remembers how."""

    def __init__(self, listed: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(listed)}
        self._spelled: dict[str, tuple[int, ...]] = {}
        self.opening, self.closing, self.unknown = (self._numbers[mark] for mark in (OPENING, CLOSING, UNKNOWN))

    def spell(self, word: str) -> tuple[int, ...]:
        """Give the numbers of a word's pieces; the unknown piece where none fits or nothing is left of it."""
        if word not in self._spelled:
            if len(self._spelled) == _REMEMBERED:
                self._spelled.clear()
            self._spelled[word] = self._spell(word)
        return self._spelled[word]

    def _spell(self, word: str) -> tuple[int, ...]:
        plain = "".join(sign for sign in normalize("NFD", word) if category(sign) != "Mn").lower()
        found = [number for part in _PARTS.findall(plain) for number in self._part(part)]
        return tuple(found) or (self.unknown,)

    def _part(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            ends = range(len(part), start, -1)
            end = next((end for end in ends if ("##" * (start > 0)) + part[start:end] in self._numbers), None)
            if end is None:
                return [self.unknown]
            found.append(self._numbers["##" * (start > 0) + part[start:end]])
            start = end
        return found or [self.unknown]
