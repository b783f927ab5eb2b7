"""A page seen again by who resolves its mentions: its words, known names and offices beside the mentions they became."""

from collections.abc import Sequence
from functools import cached_property

from dragoman.reading.mentions.bodies import introduced
from dragoman.reading.mentions.namesakes import known_cover
from dragoman.reading.mentions.offices import Office, offices_in
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words
from dragoman.reading.page import Page
from dragoman.records import Mention


class Scene:
    """What the words of a page offer beside its mentions; nothing here is stored.

    Attributes:
        page: The page, mentions read.
        words: Its words.
        offices: The offices among its mentions, by id of the mention.
        people: Mentions of people by name, by the token they begin with.
        pronouns: Mentions of people by pronoun, by their token.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words, self.known, offices = page.once(_looked_over)
        self._place = {token.start: token.i for token in page.tokens}
        self._stop = {token.end: token.i + 1 for token in page.tokens}
        self.offices = self._offices(offices)
        named = [mention for mention in page.mentions if mention.kind == "person"]
        self.people = {self.first(mention): mention for mention in named if mention.rule != "pronoun"}
        self.pronouns = {self.first(mention): mention for mention in named if mention.rule == "pronoun"}

    def first(self, mention: Mention) -> int:
        """Give the token a mention begins with; -1 when it begins inside one."""
        return self._place.get(mention.start, -1)

    def stop(self, mention: Mention) -> int:
        """Give the token where a mention stops, exclusive; -1 when it ends inside one."""
        return self._stop.get(mention.end, -1)

    def head(self, mention: Mention) -> int:
        """Give the token a mention turns on: an office's post, else its last word."""
        office = self.offices.get(mention.id)
        return office.head if office else self.stop(mention) - 1

    def known_at(self, mention: Mention) -> Stretch | None:
        """Give the known name that a mention is, kinds alike."""
        over = self.known.at(self.first(mention))
        return over if over is not None and over.stop == self.stop(mention) and over.kind == mention.kind else None

    def mention_over(self, place: int, *kinds: str) -> Mention | None:
        """Give the mention of one of some kinds that covers a token."""
        token = self.words.tokens[place] if 0 <= place < len(self.words) else None
        over = self.page.mentions_at(token) if token else ()
        return next((mention for mention in over if mention.kind in kinds), None)

    @cached_property
    def acronyms(self) -> dict[str, Stretch]:
        """The full names that a page introduces acronyms for."""
        return {self.words.tokens[short.first].text: full for full, short in introduced(self.words)}

    def _offices(self, offices: Sequence[Office]) -> dict[str, Office]:
        by_place = {(office.first, office.stop): office for office in offices}
        found: dict[str, Office] = {}
        for mention in self.page.mentions:
            office = by_place.get((self.first(mention), self.stop(mention)))
            if office is not None and mention.kind in {"office", "state"} and mention.rule == office.sort:
                found[mention.id] = office
        return found


def _looked_over(page: Page) -> tuple[Words, Cover, tuple[Office, ...]]:
    """Give the words of a page, the names known among them, and the offices."""
    words = Words(page)
    known = known_cover(words)
    return words, known, tuple(offices_in(words, known))
