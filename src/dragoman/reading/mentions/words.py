"""A page's tokens as a row of words: where lines break, what stands in quotation marks, where names run."""

from collections.abc import Iterator

from dragoman.lexicon.epithets import words_of
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_HYPHENS = frozenset({"-", "–", "‑"})
_DASHES = frozenset({"–", "—", "-", "--", "―"})
_DATELINE = 14
_VERB = 3  # shorter ones are slips: the tagger's verb in 'Feb 26m'
_LIKE = str.maketrans({"ˈ": "'", "ʹ": "'", "\xa0": " ", "\u2009": " ", "\u202f": " "})
_ARTICLES = frozenset({"The", "A", "An"})


class Words:
    """The tokens of a page in order, sentence boundaries left aside: a parser breaks names in two.

    Attributes:
        tokens: All tokens.
        line: For each token, the number of the line it stands on.
        quoted: Numbers of the tokens that stand inside double quotation marks.
        datelined: Numbers of the tokens of a dateline, 'Tehran, Feb 26, IRNA –'.
    """

    def __init__(self, page: Page) -> None:
        self.text = page.text.translate(_LIKE)
        self.tokens = page.tokens
        self.line = list(_lines(page))
        self.quoted = frozenset(_quoted(self.tokens, self.line))
        self.datelined = frozenset(place for first, last in self.lines() for place in self._dateline(first, last))

    def __len__(self) -> int:
        return len(self.tokens)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Give the first and last token of each line, both inclusive."""
        first = 0
        for place in range(1, len(self.tokens) + 1):
            if place == len(self.tokens) or self.line[place] != self.line[first]:
                yield first, place - 1
                first = place

    def lower(self, place: int) -> str:
        """Give the word at a place in small letters; empty outside the text."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def words(self, first: int, stop: int) -> str:
        """Give the text from one token to another, exclusive."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def are_neighbours(self, place: int) -> bool:
        """Tell whether the token at a place and the one before stand on one line."""
        return 0 < place < len(self.tokens) and self.line[place] == self.line[place - 1]

    def touch(self, place: int) -> bool:
        """Tell whether nothing stands between the token at a place and the one before."""
        return 0 < place < len(self.tokens) and self.tokens[place - 1].end == self.tokens[place].start

    def run(self, first: int) -> int:
        """Give where a run of name words that begins at `first` stops, exclusive; `first` itself if none does.

        Particles and hyphens count inside a run ('Mohammed bin Salman', 'Ban Ki-moon', 'Bashar al-Assad');
        a line's end, a comma, a bracket or a plain word stops it.
        """
        stop = here = first
        while here < len(self.tokens) and (here == first or self.are_neighbours(here)):
            if self._is_name_word(here) or (self._joined_by_hyphen(here) and here - 1 == stop):
                stop = here + 1
            elif not self._may_go_on(here, first):
                break
            here += 1
        return stop

    def _dateline(self, first: int, last: int) -> range:
        """Give the words before the dash that opens a line, if they look like a dateline."""
        for place in range(first, min(last, first + _DATELINE) + 1):
            token = self.tokens[place]
            if token.text in _DASHES and not self.touch(place) and not self.touch(place + 1):
                return range(first, place) if is_capital(self.tokens[first].text) else range(0)
            if token.pos == "VERB" and len(token.text) >= _VERB:
                break
        return range(0)

    def _is_name_word(self, place: int) -> bool:
        word = self.tokens[place].text
        return is_capital(word) and word not in _ARTICLES

    def _may_go_on(self, here: int, first: int) -> bool:
        if self.tokens[here].text in _HYPHENS:
            return here > first and self.touch(here)
        return self.tokens[here].lower in words_of("particle")

    def _joined_by_hyphen(self, here: int) -> bool:
        word = self.tokens[here]
        return here > 1 and self.tokens[here - 1].text == "-" and self.touch(here) and word.text.isalpha()


def _lines(page: Page) -> Iterator[int]:
    line, end = 0, 0
    for token in page.tokens:
        if "\n" in page.text[end : token.start]:
            line += 1
        end = token.end
        yield line


def _quoted(tokens: list[Token], lines: list[int]) -> Iterator[int]:
    """Walk once: straight marks open and close in turn, a new line closes what is open."""
    is_open, line = False, -1
    for token, here in zip(tokens, lines, strict=True):
        if here != line:
            is_open, line = False, here
        if token.text == '"':
            is_open = not is_open
        elif token.text in _OPENING:
            is_open = True
        elif token.text in _CLOSING:
            is_open = False
        elif is_open:
            yield token.i
