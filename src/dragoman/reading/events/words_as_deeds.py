"""Statements that are acts: a promise, a criticism, an appeal, a refusal, a threat, a show of support."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.lexicon.acts import acts
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party, Statement


class Told:
    """The statements of a report, ready to be asked who says what at a place of the text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._cues = sorted(
            (statement.cue_start, statement.cue_end, number)
            for number, statement in enumerate(statements)
            if statement.cue_start is not None and statement.cue_end is not None
        )

    def at_cue(self, token: Token) -> Statement | None:
        """Give the statement that a token is the cue of."""
        at = bisect_right(self._cues, (token.start, 1 << 60, 0)) - 1
        if at < 0 or token.start >= self._cues[at][1]:
            return None
        return self._statements[self._cues[at][2]]

    def voice_of(self, offset: int) -> str | None:
        """Give the innermost statement whose content covers a code point."""
        over = [
            (span.end - span.start, number)
            for number, statement in enumerate(self._statements)
            for span in statement.contents
            if span.start <= offset < span.end
        ]
        return self._statements[min(over)[1]].id if over else None

    def deeds(self) -> list[tuple[str, Statement]]:
        """Give the statements that are acts of a PLOVER type, with the type."""
        table = acts()
        found = ((table.get(statement.act), statement) for statement in self._statements)
        return [(act.plover, statement) for act, statement in found if act is not None and act.plover is not None]


def speaker_of(statement: Statement) -> Party | None:
    """Give the speaker as a party, if there is one with words."""
    if statement.speaker_start is None or statement.speaker_end is None:
        return None
    return Party(statement.speaker, statement.speaker_start, statement.speaker_end)


def addressee_of(page: Page, statement: Statement) -> Party | None:
    """Give the addressee with the words that name them in the sentence of the cue."""
    if statement.addressee is None or statement.cue_start is None:
        return None
    at = statement.cue_start
    sentence = next((each for each in page.sentences if each.start <= at < each.end), None)
    if sentence is None:
        return None
    for mention in page.mentions:
        if sentence.start <= mention.start < sentence.end:
            entity = page.entity_of(mention)
            if entity is not None and entity.id == statement.addressee:
                return Party(entity.id, mention.start, mention.end)
    return None
