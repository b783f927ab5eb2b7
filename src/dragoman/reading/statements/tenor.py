"""What plain words of saying do by what is said: 'said it was ready to help' offers, 'called it a mistake' finds fault."""

from collections.abc import Iterator, Sequence

from dragoman.lexicon.appraisals import appraisal_of, harms
from dragoman.reading.page import Page
from dragoman.reading.statements.drafts import Draft
from dragoman.reading.syntax import SUBJECT_DEPS, Token, is_negated
from dragoman.records import Entity

_PLAIN = frozenset({"say", "add", "tell", "write", "state", "note", "stress", "reply"})
_READY = frozenset({"ready", "willing", "prepared"})
_URGED = {"should": "urge", "ought": "urge", "must": "demand"}
_FIRST = frozenset({"i", "we"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_ONESELF = frozenset({"i", "we", "he", "she", "it", "they"})
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_FOLLOWERS = frozenset(
    {"country", "government", "nation", "side", "state", "party", "army", "ministry", "administration"}
)
_NAMING = frozenset({"name", "as"})
_NOT = frozenset({"no", "not", "never", "n't", "hardly"})
_STATIVE = frozenset(
    {"be", "have", "know", "become", "remain", "need", "lead", "cost", "fail", "see", "take", "depend"}
)


def act_of(draft: Draft, page: Page, spans: Sequence[tuple[int, int]], speaker: Entity | None) -> str:
    """Give the act of a statement: that of its cue, unless the cue only says and the words do more."""
    if draft.negated or draft.cue is None:
        return draft.act
    if draft.act == "describe" and draft.rule.partition(":")[0] in _NAMING:
        return _appraised(page, spans) or draft.act
    if draft.act != "say" or draft.lemma not in _PLAIN:
        return draft.act
    clause = next(_clauses(page, spans), None)
    return (_done_by(page, clause, speaker) if clause is not None else None) or draft.act


def _appraised(page: Page, spans: Sequence[tuple[int, int]]) -> str | None:
    """Give what calling something so does, when all its words of appraisal agree and none is negated."""
    words = [word for start, end in spans for word in page.tokens_in(start, end)]
    if any(word.lower in _NOT for word in words):
        return None
    found = {appraisal_of()[word.lower] for word in words if word.lower in appraisal_of()}
    return found.pop() if len(found) == 1 else None


def _clauses(page: Page, spans: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Give the verb that the first words said turn on."""
    start, end = spans[0]
    for word in page.tokens_in(start, end):
        outside = word.head is word or not start <= word.head.start < end
        if outside and word.pos in {"VERB", "AUX"}:
            yield word


def _done_by(page: Page, verb: Token, speaker: Entity | None) -> str | None:
    subject = next((child for child in verb.children if child.dep in SUBJECT_DEPS), None)
    if (
        subject is None
        or is_negated(verb)
        or any(child.dep == "mark" and child.lower == "if" for child in verb.children)
    ):
        return None
    own = _is_own(page, subject, speaker)
    quality = verb.child("acomp") or (verb if verb.lower in _READY else None)
    if (
        own
        and quality is not None
        and quality.lower in _READY
        and any(c.dep in {"xcomp", "prep"} for c in quality.children)
    ):
        return "offer"
    modal = next((child.lower for child in verb.children if child.dep == "aux" and child.tag == "MD"), None)
    if modal in _URGED and not own:
        return _URGED[modal]
    if modal == "would" and subject.lower in _FIRST:
        return None  # "I would find": what somebody says he would do if asked
    if own and modal in _WILL and subject.dep == "nsubj" and verb.lemma not in _STATIVE | harms():
        return "promise"
    return None


def _is_own(page: Page, subject: Token, speaker: Entity | None) -> bool:
    """Tell whether the words are about who speaks: themselves, their country, their government."""
    if subject.lower in _ONESELF:
        entity = page.entity_of(page.actor_mention(subject))
        is_thing = speaker is not None and speaker.kind in {"state", "body"}
        if entity is None or speaker is None:
            return (subject.lower == "it") == is_thing or subject.lower in {"we", "they"}
        return entity.id == speaker.id
    if any(child.lower in _OWN for child in subject.children_by("poss")):
        return subject.lemma.lower() in _FOLLOWERS
    entity = page.entity_of(page.actor_mention(subject))
    if entity is None or speaker is None:
        return False
    return entity.id == speaker.id or (entity.kind == "state" and entity.country == speaker.country)
