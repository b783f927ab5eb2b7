"""Who else was at a meeting: 'accompanied by', 'along with', 'in the presence of', 'the talks were attended by'."""

from collections.abc import Iterator, Sequence

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.parties import is_among, parties_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token
from dragoman.records import Party

_COMING = frozenset({"accompany", "flank", "join"})
_ATTENDING = frozenset({"attend"})
_ALONG = frozenset({"along", "alongside", "together"})
_THOSE = frozenset({"both", "he", "she", "they", "two"})


def companions(page: Page, deeds: Sequence[Deed]) -> tuple[Party, ...]:
    """Give the people said to have come along to a meeting, or to have attended it, besides those who met.

    Args:
        page: The report.
        deeds: The deeds that tell the meeting.
    """
    found: dict[str, Party] = {}
    for deed in deeds:
        number = deed.token.sentence.number
        heads = [
            *_beside(deed),
            *(noun for after in page.sentences[number + 1 : number + 2] for noun in _joining(after)),
        ]
        for party in (party for noun in heads for each in noun.conjuncts() for party in parties_of(page, each)):
            entity = page.entities.get(party.entity or "")
            if entity is not None and entity.kind == "person":
                found.setdefault(entity.id, party)
    return tuple(found.values())


def _beside(deed: Deed) -> Iterator[Token]:
    """Give who came along by the sentence that tells the meeting."""
    frame = deed.sighting.frame
    around = {id(token) for token in (deed.token, *frame.subjects, *frame.objects, *frame.under("with"))}
    for token in deed.token.sentence.tokens:
        if token.tag == "VBN" and token.lemma in _COMING | _ATTENDING:
            if id(token.head) in around if token.lemma in _COMING else _is_of_talks(token):
                yield from _agents(token)
        elif token.lower in _ALONG and id(token.head) in around:
            yield from (noun for inner in (token, *token.children) for noun in inner.children_by("pobj"))
        elif token.lower == "presence" and token.dep == "pobj" and token.head.lower == "in":
            yield from token.under("of")


def _joining(after: Sentence) -> Iterator[Token]:
    """Give who came along by the sentence after: 'They were joined by Jane Doe.', 'The talks were attended by Jane Doe.'."""
    verb = after.root
    if verb.tag != "VBN" or verb.lemma not in _COMING | _ATTENDING:
        return
    guests = verb.children_by("nsubjpass")
    if any(noun.lower in _THOSE or is_among(noun, "talks") for noun in guests):
        yield from _agents(verb)


def _is_of_talks(verb: Token) -> bool:
    """Tell whether a meeting is what was attended: 'a meeting attended by', 'the talks were attended by'."""
    nouns = [verb.head] if verb.dep == "acl" else verb.children_by("nsubjpass")
    return any(is_among(noun, "talks") for noun in nouns)


def _agents(verb: Token) -> list[Token]:
    return [noun for by in verb.children if by.lower == "by" for noun in by.children_by("pobj")]
