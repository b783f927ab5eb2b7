"""One report laid open: words, zones, trees, and what has been found in them so far."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, TypeVar

from dragoman.dates import Days, parse_days
from dragoman.reading.syntax import Sentence, Token, sentences_of
from dragoman.reading.tagging.names import renamed
from dragoman.records import Day, Entity, Link, Mention, Parse, Party, Report, Tags, Zone

T = TypeVar("T")
_PRECEDENCE = {"person": 0, "body": 1, "state": 2, "people": 3, "office": 4, "place": 5, "number": 6, "day": 7}
ACTORS = frozenset({"person", "body", "state", "people", "office"})


class Page:
    """What every reader of sentences looks at; nothing in it changes once it is laid out.

    Args:
        report: The report itself.
        zones: Its zones in order.
        parse: The parse of its readable zones.
        mentions: Mentions found so far, by start; they may nest.
        links: What mentions resolve to.
        entities: The entities that links name.
        days: Time expressions read.
        tags: What the shipped network sees, where it was asked.
        trees: The sentences, where they are built already.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what has been read so far, kind by kind
        self,
        report: Report,
        zones: Sequence[Zone],
        parse: Parse,
        mentions: Sequence[Mention] = (),
        links: Sequence[Link] = (),
        entities: Sequence[Entity] = (),
        days: Sequence[Day] = (),
        *,
        tags: Tags | None = None,
        trees: tuple[Sentence, ...] = (),
    ) -> None:
        self.report = report
        self.text = report.text
        self.zones = tuple(zones)
        self.tags = tags
        self.parse = parse
        self.sentences = trees or sentences_of(renamed(parse, tags, report.text) if tags else parse, report.text)
        self.tokens: list[Token] = [token for sentence in self.sentences for token in sentence.tokens]
        self.mentions = tuple(mentions)
        self.links = {link.mention: link for link in links}
        self.entities = {entity.id: entity for entity in entities}
        self.days = tuple(days)
        self._zone_starts = [zone.start for zone in self.zones]
        self._token_starts = [token.start for token in self.tokens]
        self._over = self._mentions_over_tokens()
        self._made: dict[Callable[[Page], Any], Any] = {}
        for day in self.days:
            for token in self.tokens_in(day.start, day.end):
                token.ent = "B-DATE"

    def found(self, mentions: Sequence[Mention], days: Sequence[Day]) -> "Page":
        """Give the page with what its words name, on the same trees; they know of its days from now on."""
        return Page(self.report, self.zones, self.parse, mentions, days=days, tags=self.tags, trees=self.sentences)

    def resolved(self, entities: Sequence[Entity], links: Sequence[Link]) -> "Page":
        """Give the page with what its mentions resolve to; all else is shared."""
        page = copy(self)
        page.links = {link.mention: link for link in links}
        page.entities = {entity.id: entity for entity in entities}
        return page

    def once(self, make: Callable[["Page"], T]) -> T:
        """Give what a reader makes of words and mentions alone, made once for the page and what it resolves to."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def published(self) -> Days | None:
        """The day of publication, if the report states one."""
        return parse_days(self.report.published) if self.report.published else None

    def zone_at(self, offset: int) -> str:
        """Name the zone a code point lies in; `chrome` outside all."""
        number = bisect_right(self._zone_starts, offset) - 1
        if number >= 0 and offset < self.zones[number].end:
            return self.zones[number].kind
        return "chrome"

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence a code point lies in; None between two, and where nothing was parsed."""
        return next((each for each in self.sentences if each.start <= offset < each.end), None)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Give the tokens that begin within a stretch."""
        first = bisect_right(self._token_starts, start - 1)
        return self.tokens[first : bisect_right(self._token_starts, end - 1)]

    def mentions_at(self, token: Token) -> tuple[Mention, ...]:
        """Give the mentions that cover a token: who acts before where, then shortest first."""
        return self._over.get(token.i, ())

    def mention_of(self, token: Token) -> Mention | None:
        """Give the mention that says who or what a token means, persons before their office."""
        over = self.mentions_at(token)
        return over[0] if over else None

    def entity_of(self, mention: Mention | None) -> Entity | None:
        """Give the entity a mention resolves to, if one is left."""
        if mention is None or (link := self.links.get(mention.id)) is None or link.entity is None:
            return None
        return self.entities.get(link.entity)

    def is_told_apart(self, mention: Mention | None) -> bool:
        """Tell whether a mention resolves to more than a kind of body: 'police', of whatever state, is nobody in particular."""
        link = self.links.get(mention.id) if mention else None
        return link is None or link.basis != "kind"

    def candidates_of(self, mention: Mention | None) -> tuple[str, ...]:
        """Give the entities that remain possible for a mention that was not resolved; none for a group."""
        link = self.links.get(mention.id) if mention else None
        return link.candidates if link and link.entity is None and link.basis != "group" else ()

    def group_of(self, mention: Mention | None) -> tuple[Entity, ...]:
        """Give the several that a mention means together: 'the two ministers', 'they'; empty when it means one."""
        link = self.links.get(mention.id) if mention else None
        if link is None or link.basis != "group":
            return ()
        return tuple(self.entities[one] for one in link.candidates if one in self.entities)

    def party(self, noun: Token) -> Party | None:
        """Give the actor that a noun names: the entity behind its mention and the words of its phrase."""
        mention = self.actor_mention(noun)
        if mention is None:
            return None
        start, end = self.phrase(noun)
        entity = self.entity_of(mention)
        return Party(entity.id if entity else None, min(start, mention.start), max(end, mention.end))

    def parties(self, noun: Token) -> tuple[Party, ...]:
        """Give all actors coordinated under a noun: 'Iran, India and Pakistan'; a group gives each it means."""
        found = [party for each in noun.conjuncts() for party in self._each_party(each)]
        return tuple(found)

    def _each_party(self, noun: Token) -> tuple[Party, ...]:
        party = self.party(noun)
        if party is None:
            return ()
        group = self.group_of(self.actor_mention(noun))
        return tuple(Party(one.id, party.start, party.end) for one in group) or (party,)

    def actor_mention(self, noun: Token) -> Mention | None:
        """Give the mention of somebody who can act that a noun heads, or stands in apposition to."""
        for token in (noun, *noun.children_by("appos")):
            for mention in self.mentions_at(token):
                if mention.kind in ACTORS:
                    return mention
        return None

    def phrase(self, noun: Token) -> tuple[int, int]:
        """Give the words of a noun's phrase without clauses, coordination and what is set off by commas."""
        low, high = noun, noun
        for child in noun.children:
            if child.dep in _WITHIN and child.i < noun.i and not self._opens_clause(child, noun):
                first = child.subtree()[0]
                low = first if first.i < low.i else low
            elif child.dep == "prep" and child.lower == "of" and child.i == high.i + 1:
                high = _short_end(child, high)
        return low.start, high.end

    def _opens_clause(self, word: Token, name: Token) -> bool:
        """Tell a verb read as the first word of the name after it: 'Voicing Norway's support, he left'."""
        is_first = word.tag == "VBG" and word.start == word.sentence.start and name.pos == "PROPN"
        return is_first and not self.mentions_at(word)

    def _mentions_over_tokens(self) -> dict[int, tuple[Mention, ...]]:
        over: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            for token in self.tokens_in(mention.start, mention.end):
                over.setdefault(token.i, []).append(mention)
        return {
            i: tuple(sorted(found, key=lambda m: (_PRECEDENCE[m.kind], m.end - m.start, m.start)))
            for i, found in over.items()
        }


_WITHIN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "punct"})


def _short_end(preposition: Token, otherwise: Token) -> Token:
    """Give the last word of a plain 'of' phrase: no clause, no list."""
    words = preposition.subtree()
    if any(word.dep in {"relcl", "acl", "appos", "conj", "punct"} for word in words):
        return otherwise
    return words[-1]
