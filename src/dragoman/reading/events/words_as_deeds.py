"""Statements that are acts: a promise, a criticism, an appeal, a refusal, a threat, a show of support."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from dragoman.lexicon.acts import acts
from dragoman.lexicon.triggers import classes
from dragoman.reading.clauses import Frame
from dragoman.reading.events.arguments import of_clause
from dragoman.reading.events.owned import SUFFERED
from dragoman.reading.events.parties import is_among, is_press
from dragoman.reading.page import ACTORS, Page
from dragoman.reading.syntax import Token
from dragoman.records import Party, Statement

_REACH = 6  # tokens after a cue within which it names whom it is about
_ITSELF = frozenset({"opposition", "support", "backing"})
_PLAIN = frozenset(
    {
        "add",
        "announce",
        "believe",
        "declare",
        "emphasize",
        "explain",
        "indicate",
        "note",
        "say",
        "state",
        "stress",
        "tell",
        "think",
        "underline",
        "write",
    }
)
_REVENGE = frozenset({"revenge", "vengeance", "retaliation", "retribution"})
_NAMELESS = frozenset({"name", "identify", "quote"})
_ASKING_FOR = frozenset({"for", "on", "upon", "to", "that"})
_NEXT = 4
_WHERE = frozenset({"in", "at", "near", "inside", "across", "within", "from"})
_OF_THIRD = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_DONE_TO = frozenset({"arrest", "extradition", "liberation", "ouster", "protection", "release", "removal"})
_PUSHING = frozenset({"push", "hit", "fire"})  # 'pushed back against the idea'


class Words(Struct, frozen=True):
    """Words that are a deed: its PLOVER type, all who speak, and the statement each of them makes."""

    kind: str
    cue: Token
    statements: tuple[Statement, ...]

    @property
    def act(self) -> str:
        """The speech act they are."""
        return self.statements[0].act

    @property
    def is_plain(self) -> bool:
        """Whether only what is said makes them the act they are: 'said he would'."""
        return self.cue.lemma.lower() in _PLAIN

    @property
    def speakers(self) -> tuple[Party, ...]:
        """Whoever speaks, once each."""
        return speakers_of(self.statements)

    def holds(self, token: Token) -> bool:
        """Tell whether a word stands inside what is said."""
        return any(span.start <= token.start < span.end for each in self.statements for span in each.contents)


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

    def all_at(self, token: Token) -> tuple[Statement, ...]:
        """Give the statements that a token is the cue of: one for each who speaks."""
        one = self.at_cue(token)
        return tuple(each for each in self._statements if one and each.cue_start == one.cue_start)

    def called(self, statement: str | None) -> Statement | None:
        """Give a statement by its id."""
        return next((each for each in self._statements if each.id == statement), None)

    def voice_of(self, offset: int) -> str | None:
        """Give the innermost statement whose content covers a code point."""
        over = [
            (span.end - span.start, number)
            for number, statement in enumerate(self._statements)
            for span in statement.contents
            if span.start <= offset < span.end
        ]
        return self._statements[min(over)[1]].id if over else None

    def deeds(self, page: Page) -> list[Words]:
        """Give the statements that are acts of a PLOVER type; those of one cue are one act."""
        table = acts()
        found: dict[tuple[int, str], list[Statement]] = {}
        for statement in self._statements:
            act = table.get(statement.act)
            if act is None or act.name == "welcome":  # guests are welcomed too: left to the code book
                continue
            if act.plover is not None and statement.cue_start is not None:
                found.setdefault((statement.cue_start, act.plover), []).append(statement)
        cues = {start: _head_of(page, each[0]) for (start, _), each in found.items()}
        return [
            Words(_kind_of(kind, page, each[0]), cue, tuple(each))
            for (start, kind), each in found.items()
            if (cue := cues[start]) is not None
            and not _is_for_the_press(cue)
            and not _is_opinion(kind, page, each[0])
            and not _is_other_sense(kind, page, cue)
            and not _is_done_to(cue, each[0])
        ]


def _kind_of(kind: str, page: Page, statement: Statement) -> str:
    """Give THREATEN for a vow of revenge or of sanctions, else the type of the act."""
    if kind == "REQUEST" and _turns_back(page, statement):
        return "REJECT"
    if kind != "AGREE":
        return kind
    said = {token.lemma.lower() for span in statement.contents for token in page.tokens_in(span.start, span.end)}
    return "THREATEN" if said & (classes()["hostile"] | classes()["sanctions"] | _REVENGE) else kind


def _is_done_to(cue: Token, statement: Statement) -> bool:
    """Tell words of a passive, 'was accused', whose grammatical subject is no speaker."""
    at = statement.speaker_start
    return at is not None and at < cue.start and cue.pos == "VERB" and Frame(cue).is_passive


def _turns_back(page: Page, statement: Statement) -> bool:
    """Tell 'pushed back against the idea'."""
    cue = page.tokens_in(statement.cue_start or 0, statement.cue_end or 0)
    beside = [child for token in cue for child in token.children]
    return any(token.lemma in _PUSHING for token in cue) and any(each.lower == "back" for each in (*cue, *beside))


def _is_other_sense(kind: str, page: Page, cue: Token) -> bool:
    """Tell a plea of guilty, and a name that something is called, from what is asked for."""
    if kind != "REQUEST":
        return False
    beside = {token.lower for token in (*cue.children, *page.tokens[cue.i + 1 : cue.i + _NEXT])}
    if cue.lemma == "plead":
        return "for" not in beside
    is_call = cue.lemma == "call" and cue.pos == "VERB"
    return is_call and ("in" in {child.lower for child in cue.children_by("prt")} or not beside & _ASKING_FOR)


def _is_opinion(kind: str, page: Page, statement: Statement) -> bool:
    """Tell an agreement in opinion, 'agree that' and 'agree with', which undertakes nothing."""
    if kind != "AGREE" or statement.act != "agree" or statement.cue_end is None:
        return False
    after = page.tokens_in(statement.cue_end, statement.cue_end + 12)[:1]
    return not after or after[0].lower not in {"to", "on", "upon"}


def _head_of(page: Page, statement: Statement) -> Token | None:
    """Give the word a cue turns on: its last verb, else its last word."""
    tokens = page.tokens_in(statement.cue_start or 0, statement.cue_end or 0)
    verbs = [token for token in tokens if token.pos == "VERB"]
    return (verbs or tokens)[-1] if tokens else None


def _is_for_the_press(cue: Token) -> bool:
    """Tell 'asked not to be named', which is asked of the reporter."""
    return any(child.lemma in _NAMELESS and child.dep in {"xcomp", "ccomp"} for child in cue.children)


def speakers_of(statements: Sequence[Statement]) -> tuple[Party, ...]:
    """Give whoever speaks in statements of one cue, once each."""
    found: list[Party] = []
    for statement in statements:
        speaker = speaker_of(statement)
        if speaker is not None and speaker not in found:
            found.append(speaker)
    return tuple(found)


def aimed_at(page: Page, words: Words) -> tuple[Party, ...]:
    """Give whom words are for or against: of plain words, whom what is said is to be done to."""
    return of_clause(page, Frame(words.cue)) if words.is_plain else towards(page, words.statements)


def others(page: Page, speakers: Sequence[Party], recipients: Sequence[Party]) -> tuple[Party, ...]:
    """Leave out the speakers themselves, and the state that somebody speaks for."""
    acting = {speaker.entity for speaker in speakers}
    own = {page.entities[party.entity].country for party in speakers if party.entity in page.entities} - {None}

    def is_own(party: Party) -> bool:
        entity = page.entities.get(party.entity or "")
        return entity is not None and entity.kind == "state" and entity.country in own

    return tuple(party for party in recipients if party.entity not in acting and not is_own(party))


def towards(page: Page, statements: Sequence[Statement]) -> tuple[Party, ...]:
    """Give those whom words are addressed to, or whom they name first as what they are about.

    Whoever is blamed or backed is named, and is not whoever is spoken to: 'criticised the film during a visit to Chad'.
    """
    for statement in statements:
        addressee = addressee_of(page, statement) if acts()[statement.act].plover not in _OF_THIRD else None
        if addressee is not None and not is_press(page, addressee):
            return (addressee,)
    return next((found for statement in statements if (found := _named_next(page, statement))), ())


def _named_next(page: Page, statement: Statement) -> tuple[Party, ...]:
    """Give whom a cue is followed by, if the words are about them: 'congratulated his guest', 'asks Chad and Mali'."""
    if statement.cue_end is None:
        return ()
    after = page.tokens_in(statement.cue_end, statement.cue_end + 80)[:_REACH]
    for token in after:
        if token.text in {",", ".", ";", ":"} or token.pos == "SCONJ" or token.tag in {"VBD", "VBZ", "VBP", "TO"}:
            return ()
        if token.lemma.lower() in _ITSELF or (token.dep == "poss" and not is_among(token.head, "owned")):
            continue  # "Chad's death" is not Chad
        if token.dep == "pobj" and token.head.lower in _WHERE:
            continue  # nor are 'strikes in Chad'
        if _is_victim(page, token):
            continue  # nor is Jane Doe asked whose release is, nor condemned whose death is
        if token.dep == "dobj" and acts()[statement.act].plover == "AGREE" and statement.act != "invite":
            return ()  # what is promised is nobody
        for mention in page.mentions_at(token):
            entity = page.entity_of(mention) if mention.kind in ACTORS else None
            if entity is not None and entity.id in statement.about and token.dep not in {"amod", "compound"}:
                return tuple(party for party in page.parties(token) if party.entity in statement.about)
    return ()


def _is_victim(page: Page, token: Token) -> bool:
    """Tell to whom a deed was done that is named after them: 'the release of Jane Doe', 'Jane Doe's murder'."""
    if token.dep == "poss":
        is_person = any(mention.kind == "person" for mention in page.mentions_at(token))
        return is_person and token.head.lemma.lower() in SUFFERED
    done = token.head.head.lemma.lower()
    return token.dep == "pobj" and token.head.lower == "of" and done in _DONE_TO | SUFFERED


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
    sentence = page.sentence_at(at)
    if sentence is None:
        return None
    for mention in page.mentions:
        if sentence.start <= mention.start < sentence.end:
            entity = page.entity_of(mention)
            if entity is not None and entity.id == statement.addressee:
                return Party(entity.id, mention.start, mention.end)
    return None
