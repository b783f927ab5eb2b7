"""Who is reported to have said what: statements with their speaker, cue, words, act and chain."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.lexicon.acts import acts
from dragoman.reading.page import ACTORS, Page
from dragoman.reading.statements.cue_labels import draft_according, draft_label
from dragoman.reading.statements.cue_nouns import draft_adjective, draft_noun
from dragoman.reading.statements.cues import draft_opening, draft_verb
from dragoman.reading.statements.drafts import Draft, apart, without_tellers
from dragoman.reading.statements.occasions import addressee_of, spoken_to
from dragoman.reading.statements.quotations import Quotations, find_quotations, paragraphs, quoted_share
from dragoman.reading.statements.running import draft_continued, gather, remarks_made
from dragoman.reading.statements.seen import Seen
from dragoman.reading.statements.speakers import antecedent, described, phrase_of
from dragoman.reading.statements.tenor import act_of
from dragoman.reading.stretches import joined
from dragoman.reading.syntax import Sentence, Token
from dragoman.reading.when import day_before, day_of
from dragoman.records import Day, Mention, Span, Statement, row_id

READ_ZONES = frozenset({"title", "story", "caption", "dateline"})
DIRECT = 0.9  # share of quoted word characters from which a statement counts as direct, as PolNeAR's types do
_FIRST_PERSONS = frozenset({"i", "we", "you"})
PRIORS = {
    "according-to": 0.8, "adjective": 0.5, "as": 0.8, "clause": 0.9, "continued": 0.7, "floating": 0.8, "gerund": 0.6,
    "infinitive": 0.7, "inset": 0.9, "label": 0.8, "name": 0.8, "noun": 0.5, "object": 0.65, "object-infinitive": 0.65,
    "opening": 0.7, "passive": 0.6, "preposition": 0.65, "quotation": 0.8, "resumed": 0.8,
}  # fmt: skip
"""How often each rule finds words that an annotator of news attributions marks too, rounded; no measure of one statement."""


def read_statements(page: Page) -> tuple[Statement, ...]:
    """Read the statements of a page, in order of their words.

    A statement whose cue stands in the words of another is `inside` it. Two who speak together give a
    statement each, with the same words; so do those whom 'they' or 'the two ministers' means. What no cue
    introduces has none: a further quotation (rule `resumed`), a paragraph of it (`floating`), a sentence that
    argues on (`continued`).
    """
    groups = paragraphs(page)
    quotations = find_quotations(page, groups)
    reading = _Reading(page, quotations)
    for number, sentences in enumerate(groups):
        reading.read(number, sentences)
    rows = [row for draft in reading.drafts for row in reading.rows(draft)]
    return _nested(rows)


class _Reading:
    """Statements of one page as they come in."""

    def __init__(self, page: Page, quotations: Quotations) -> None:
        self.page = page
        self.quotations = quotations
        self.seen = Seen(page)
        self.drafts: list[Draft] = []
        self.placed: dict[int, Token] = {}
        self.dated: tuple[str, Day] | None = None

    def read(self, number: int, sentences: Sequence[Sentence]) -> None:
        """Read the cues of a paragraph, then what runs on without one."""
        before: Sentence | None = None
        for sentence in sentences:
            if self.page.zone_at(sentence.start) not in READ_ZONES:
                continue
            found = list(self._cued(sentence))
            if not found and (more := draft_continued(sentence, before, self.page, self.drafts)):
                found.append(more)
            if not found and (verb := remarks_made(sentence)) is not None and self.drafts:
                self.placed[self.drafts[-1].head.i] = verb
            self.drafts.extend(found)
            before = sentence
        if before is not None:
            self._complete_turn(sentences)
            gather(number, sentences, self.page, self.quotations, self.drafts)
            self.drafts.extend(list(self.seen.running(sentences, self.drafts)))

    def _cued(self, sentence: Sentence) -> Iterator[Draft]:
        words, page = sentence.tokens, self.page
        headline = page.zone_at(sentence.start) == "title"
        cues = [draft for draft in map(self._cue, words) if draft is not None]
        first = draft_label(words, page, headline=headline)
        if first is None and not any(draft.head is words[0] for draft in cues):
            first = draft_opening(words, page)
        if first is not None and first.rule.startswith("opening"):
            start, end = first.spans[0]
            cues = [draft for draft in cues if not start <= draft.head.start < end]
        ruled = [one for each in without_tellers([first, *cues]) for one in apart(each, page)]
        for draft in self.seen.drafts(sentence, ruled):
            draft.spans = [self._whole(span, draft) for span in draft.spans]
            yield draft

    def _complete_turn(self, sentences: Sequence[Sentence]) -> None:
        """Give the whole paragraph to the name and colon that open it."""
        start, end = sentences[0].start, sentences[-1].end
        turn = next(
            (d for d in self.drafts if d.rule.startswith("label") and d.named and start <= d.named[0] <= start + 1),
            None,
        )
        if turn is not None:
            turn.spans = [(turn.spans[0][0], end)]

    def _cue(self, word: Token) -> Draft | None:
        page = self.page
        draft: Draft | None = None
        if word.pos == "VERB":
            draft = (
                draft_verb(word, page, self.quotations) or draft_according(word, page) or draft_adjective(word, page)
            )
        elif word.pos == "NOUN":
            draft = draft_noun(word, page)
        elif word.pos == "ADJ":
            draft = draft_adjective(word, page)
        if draft is not None and self.quotations.at(word.start) and draft.speakers[0].lower in _FIRST_PERSONS:
            return None
        return draft

    def _whole(self, span: tuple[int, int], draft: Draft) -> tuple[int, int]:
        """Widen a stretch to the whole of the quotations whose marks it would cut."""
        start, end = span
        if draft.cue is not None and self.quotations.at(draft.cue[0]) is not None:
            return span
        first, last = self.quotations.at(start), self.quotations.at(end - 1)
        if first is not None:
            start = first.start
        if last is None:
            following = self.quotations.between(end, end + 2)
            last = following[0] if following and not self.page.text[end : following[0].start].strip() else None
        draft.quotes = draft.quotes or first is not None or last is not None
        return start, last.end if last is not None else end

    def rows(self, draft: Draft) -> list[Statement]:
        """Give a statement for each who speaks."""
        spans = joined(draft.spans)
        speakers = [each for noun in draft.speakers for each in _together(noun)]
        if not speakers:
            return [self._row(draft, spans, None, None)]
        return [row for speaker in speakers for row in self._rows_of(draft, spans, speaker, len(speakers))]

    def _rows_of(
        self, draft: Draft, spans: Sequence[tuple[int, int]], speaker: Token, count: int
    ) -> Iterator[Statement]:
        mention = self._mention_of(speaker)
        entity = self.page.entity_of(mention) if self.page.is_told_apart(mention) else None
        group: list[str | None] = [one.id for one in self.page.group_of(mention)]
        for one in group or [entity.id if entity is not None else None]:
            row = self._row(draft, spans, speaker, one)
            row = row if one is not None else replace(row, candidates=self.page.candidates_of(mention))
            yield replace(row, rule=f"{row.rule}+together") if count > 1 or group else row

    def _mention_of(self, speaker: Token) -> Mention | None:
        """Give the mention of a speaker; for 'who', of whom it stands for, or whom that describes: 'Lund, a lawyer who fears …'."""
        noun = antecedent(speaker)
        mention = self.page.actor_mention(noun)
        named = described(noun) if noun is not speaker and self.page.entity_of(mention) is None else None
        return (self.page.actor_mention(named) or mention) if named is not None else mention

    def _row(
        self, draft: Draft, spans: Sequence[tuple[int, int]], speaker: Token | None, entity: str | None
    ) -> Statement:
        page, cue = self.page, draft.cue
        start, end = _named(draft, speaker)
        elsewhere = self.placed.get(draft.head.i)
        day = self._day(draft, elsewhere, entity)
        act = act_of(draft, page, spans, page.entities.get(entity) if entity else None)
        return Statement(
            id=row_id("statement", page.report.id, cue, spans, start, entity, draft.rule),
            report=page.report.id,
            zone=page.zone_at(cue[0] if cue else spans[0][0]),
            speaker=entity,
            speaker_start=start,
            speaker_end=end,
            cue_start=cue[0] if cue else None,
            cue_end=cue[1] if cue else None,
            contents=tuple(Span(*span) for span in spans),
            form=self._form(spans),
            act=act,
            addressee=addressee_of(draft, page) or (spoken_to(elsewhere, page) if elsewhere is not None else None),
            about=self._about(spans),
            stance=acts()[act].stance if not draft.negated else None,
            polarity="negated" if draft.negated else "asserted",
            day=day.value if day else None,
            day_from=day.day_from if day else None,
            day_to=day.day_to if day else None,
            day_basis=day.basis if day else None,
            score=draft.score if draft.score is not None else PRIORS[draft.rule.partition(":")[0]],
            rule=draft.rule,
        )

    def _day(self, draft: Draft, elsewhere: Token | None, speaker: str | None) -> Day | None:
        """Give the day of a statement: its own, that of the remarks it belongs to, or that told of it afterwards.

        'In remarks in October, the king …' dates what the king says until another speaks.
        """
        found = day_of(self.page, draft.head) if draft.cue is not None else None
        introduced = day_before(self.page, draft.head.sentence.tokens[0])
        if introduced is not None and speaker is not None:
            self.dated = (speaker, introduced)
        elif self.dated is not None and speaker != self.dated[0] and self.quotations.at(draft.head.start) is None:
            self.dated = None
        if found is None and elsewhere is not None:
            found = day_of(self.page, elsewhere)
        if found is None and self.dated is not None and self.dated[0] == speaker:
            found = self.dated[1]
        return found

    def _form(self, spans: Sequence[tuple[int, int]]) -> str:
        shares = [quoted_share(self.page, self.quotations, start, end) for start, end in spans]
        quoted, words = sum(share[0] for share in shares), sum(share[1] for share in shares)
        if not quoted:
            return "indirect"
        return "direct" if quoted >= DIRECT * words else "mixed"

    def _about(self, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """Give the entities that what is said names as actors, in order of the text."""
        found: dict[str, None] = {}
        for start, end in spans:
            for token in self.page.tokens_in(start, end):
                mention = self.page.mention_of(token)
                if mention is not None and mention.kind in ACTORS:
                    named = self.page.entity_of(mention)
                    found.update(
                        dict.fromkeys([named.id] if named else [one.id for one in self.page.group_of(mention)])
                    )
        return tuple(found)


def _named(draft: Draft, speaker: Token | None) -> tuple[int | None, int | None]:
    """Give the words that name a speaker: those of a source named alone, else the phrase of each."""
    if draft.named is not None or speaker is None:
        return draft.named or (None, None)
    phrase = phrase_of(speaker, together=False)
    return phrase[0].start, phrase[-1].end


def _together(noun: Token) -> list[Token]:
    return [noun, *(other for other in noun.conjuncts()[1:] if other.pos in {"PROPN", "NOUN", "PRON"})]


def _nested(rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of each statement in which other's words its cue stands, the innermost if several."""
    found = []
    for row in rows:
        place = row.cue_start if row.cue_start is not None else row.contents[0].start
        around = [
            (span.end - span.start, other.id)
            for other in rows
            if other.cue_start != row.cue_start or other.contents != row.contents
            for span in other.contents
            if span.start <= place < span.end
        ]
        found.append(replace(row, inside=min(around)[1]) if around else row)
    return tuple(
        sorted(found, key=lambda row: (row.contents[0].start, row.cue_start or 0, row.speaker_start or 0, row.id))
    )
