"""Verbs that the code book does not know, with somebody known on both sides: what the network may take for an act."""

from collections.abc import Collection, Iterator, Sequence

from dragoman.lexicon.triggers import Trigger
from dragoman.reading.clauses import Frame
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.modality import standing_of
from dragoman.reading.events.parties import is_press, owners_of, parties_of
from dragoman.reading.events.triggers import Sighting, sighting_at
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token
from dragoman.records import Party

_TOWARDS = ("to", "with", "against", "for", "on", "from", "at", "over", "into", "between", "upon", "in")
_EMPTY = frozenset({"be", "become", "have", "say", "tell", "add", "know", "think", "believe", "see", "hear", "seem"})


def proposed_in(page: Page, sentence: Sentence, taken: Collection[int]) -> Iterator[Deed]:
    """Give a deed without type for each verb that stands between two who are known and did something.

    Args:
        page: The report.
        sentence: The sentence.
        taken: Places of tokens that tell an act already, or are the cue of a statement.
    """
    for token in sentence.tokens:
        if token.pos == "VERB" and token.i not in taken and token.lemma.lower() not in _EMPTY:
            deed = _proposed(page, token)
            if deed is not None and sighting_at(page, token) is None:
                yield deed


def _proposed(page: Page, verb: Token) -> Deed | None:
    frame = Frame(verb)
    actors = _known(page, [party for noun in frame.subjects for party in parties_of(page, noun)])
    if not actors:
        return None
    standing = standing_of(verb)
    if standing is None or (standing.modality, standing.polarity) != ("actual", "asserted"):
        return None
    acting = {party.entity for party in actors}
    recipients = next((found for found in _sides(page, frame, acting) if found), ())
    if not recipients:
        return None
    deed = Deed(Sighting("", Trigger(), frame), "", None, standing)
    deed.actors, deed.recipients = tuple(actors), tuple(recipients)
    return deed


def _sides(page: Page, frame: Frame, acting: Collection[str | None]) -> Iterator[list[Party]]:
    """Give those whom the verb's places name, the nearest place first."""
    slots = (frame.objects, frame.datives, *(frame.under(word) for word in _TOWARDS))
    for nouns in slots:
        yield _known(page, [party for noun in nouns for party in parties_of(page, noun)], acting)
    yield _known(page, [party for noun in frame.objects for party in owners_of(page, noun)], acting)


def _known(page: Page, parties: Sequence[Party], acting: Collection[str | None] = ()) -> list[Party]:
    """Keep those known by name who are not the press and do not act themselves."""
    return [
        party
        for party in dict.fromkeys(parties)
        if party.entity is not None
        and ":generic/" not in party.entity
        and party.entity not in acting
        and not is_press(page, party)
    ]


def carrier_of(tokens: Sequence[Token], others: Sequence[Token]) -> Token | None:
    """Give the word on the way between two phrases that joins them; None where one is part of the other.

    Args:
        tokens: The words of one phrase.
        others: Those of the other.
    """
    first, second = _head_of(tokens), _head_of(others)
    way = [first, *first.ancestors()]
    joint = next((token for token in (second, *second.ancestors()) if token in way), None)
    return None if joint is None or joint in {*tokens, *others} else joint


def _head_of(tokens: Sequence[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[0])
