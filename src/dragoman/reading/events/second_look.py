"""The network's second look at acts: how sure those are that the rules read, and which it adds.

It neither drops an act nor calls it otherwise: of the acts that it would have, measured, it spoiled more than it mended.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.lexicon.event_scores import score_of
from dragoman.reading.events.admission import is_admitted
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.model_input import NONE, PARTED
from dragoman.reading.events.proposals import proposed_in
from dragoman.reading.events.rows import row_of, where
from dragoman.reading.events.weighing import Sides, Weigher
from dragoman.reading.events.words_as_deeds import Told
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence
from dragoman.records import Event, Party

# Types between which a report's own words do not decide: a truce agreed is CONCEDE, kept it is RETREAT, promised AGREE.
_NEAR = {"AGREE": ("CONCEDE",), "CONCEDE": ("AGREE", "RETREAT"), "RETREAT": ("CONCEDE",)}
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
# Chosen on 137 verbs of 100 articles that `event_scores.toml` names.
_SURE, _HARDLY_NONE = 0.88, 0.1


class Opinion(Struct, frozen=True):
    """What the network thinks of an act.

    Attributes:
        same: How likely it is of the type the rules tell, or of one near it.
        none: How likely it is no act.
        kind: The likeliest type, whatever the rules tell.
        share: How likely that is.
    """

    same: float
    none: float
    kind: str
    share: float


def opinion_of(weigher: Weigher, page: Page, event: Event) -> Opinion | None:
    """Ask the network of an act; None where its sentence names nobody who takes part."""
    sentence = _sentence_at(page, event.start)
    if sentence is None:
        return None
    actors, recipients = _inside(sentence, event.actors), _inside(sentence, event.recipients)
    if not recipients and len(actors) > 1 and event.kind in _TOGETHER:
        actors, recipients = actors[:1], actors[1:]
    if not actors and not recipients:
        return None
    shares = _shares(weigher, page, sentence, {"s": actors, "t": recipients}, event.start)
    return _opinion(shares, (event.kind, *_NEAR.get(event.kind, ())))


def _shares(weigher: Weigher, page: Page, sentence: Sentence, sides: Sides, at: int) -> dict[str, float]:
    words = page.text[sentence.start : sentence.end]
    marked = {side: spans for side, spans in sides.items() if spans}
    return _folded(weigher.kinds(words, marked, at - sentence.start).items())


def _opinion(shares: Mapping[str, float], told: Sequence[str] = ()) -> Opinion:
    best = max((kind for kind in shares if kind != NONE), key=lambda kind: shares[kind])
    return Opinion(sum(shares.get(kind, 0.0) for kind in told), shares[NONE], best, shares[best])


def _folded(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for kind, share in shares:
        whole = PARTED.get(kind, kind)
        found[whole] = found.get(whole, 0.0) + share
    return found


def _sentence_at(page: Page, offset: int) -> Sentence | None:
    tokens = page.tokens_in(offset, offset + 1)
    return tokens[0].sentence if tokens else None


def _inside(sentence: Sentence, parties: Sequence[Party]) -> list[tuple[int, int]]:
    return [
        (party.start - sentence.start, party.end - sentence.start)
        for party in parties
        if sentence.start <= party.start and party.end <= sentence.end
    ]


def looked_over(page: Page, rows: Iterable[Event], weigher: Weigher | None) -> Iterator[Event]:
    """Give acts with how sure they are, by the code book alone or with the network beside it."""
    for row in rows:
        yield _scored(row, opinion_of(weigher, page, row) if weigher is not None else None)


def added(
    page: Page, told: Told, sentences: Iterable[Sentence], taken: Collection[int], weigher: Weigher
) -> Iterator[Event]:
    """Give acts that the code book does not know and of which the network is sure.

    Args:
        page: The report.
        told: Its statements.
        sentences: The sentences to look in.
        taken: Places of tokens that tell an act already.
        weigher: The network.
    """
    proposed = (deed for sentence in sentences for deed in proposed_in(page, sentence, taken))
    for deed in proposed:
        if told.at_cue(deed.token) is not None or not _is_sure(page, deed, weigher):
            continue
        if is_admitted(page, deed, placed=where(page, deed) is not None):
            row = row_of(page, told, deed)
            yield _scored(replace(row, rule=f"weighed:{deed.token.lemma.lower()}"), opinion_of(weigher, page, row))


def _is_sure(page: Page, deed: Deed, weigher: Weigher) -> bool:
    """Take the network's type for a deed, where it is sure of one."""
    sentence = deed.token.sentence
    sides = {"s": _inside(sentence, deed.actors), "t": _inside(sentence, deed.recipients)}
    if not all(sides.values()):
        return False
    opinion = _opinion(_shares(weigher, page, sentence, sides, deed.token.start))
    deed.kind = opinion.kind
    return opinion.share >= _SURE and opinion.none < _HARDLY_NONE


def _scored(row: Event, opinion: Opinion | None) -> Event:
    same = None if opinion is None else opinion.same
    one_sided = not row.recipients and len(row.actors) < 2  # noqa: PLR2004 - both sides
    return replace(row, score=score_of(row.score, same, one_sided=one_sided))
