"""Whose deed is condemned, backed or rejected, where the words only point back to it: 'the strike', 'the decision'."""

from collections.abc import Sequence

from dragoman.reading.events.deeds import Deed
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NEAR = 2  # sentences back
_MEANT = {
    "ASSAULT": frozenset({
        "attack", "strike", "airstrike", "raid", "shelling", "bombing", "killing", "execution", "assault", "invasion",
        "bombardment", "offensive", "murder", "massacre", "assassination", "abduction", "poisoning", "operation",
    }),
    "SANCTION": frozenset({"sanction", "expulsion", "embargo", "tariff", "conviction", "verdict", "sentence", "penalty"}),
    "COERCE": frozenset({"arrest", "detention", "crackdown", "blockade", "seizure", "deportation", "annexation", "ban"}),
    "CONCEDE": frozenset({"ceasefire", "cease-fire", "truce", "pardon", "apology", "release"}),
    "RETREAT": frozenset({"withdrawal", "pullout", "pull-out", "release", "ceasefire", "truce", "resignation"}),
    "MOBILIZE": frozenset({"deployment", "buildup", "build-up", "mobilization", "mobilisation", "test", "launch"}),
    "SUPPORT": frozenset({"recognition", "ratification"}),
}  # fmt: skip
_ANY = frozenset({"action", "announcement", "decision", "move", "step"})


def resolve_references(page: Page, deeds: Sequence[Deed]) -> None:
    """Let those who did the deed that an act points back to be its recipients; two that fit give none.

    Args:
        page: The report.
        deeds: Its acts, in the order of the text, with their casts.
    """
    for place, deed in enumerate(deeds):
        if deed.kind in _JUDGING and not deed.recipients and deed.actors:
            noun = next((each for each in deed.sighting.frame.objects if _points_back(each)), None)
            doers = _doers(page, deed, noun, deeds[:place]) if noun is not None else ()
            if noun is not None and doers:
                deed.recipients = tuple(Party(doer.entity, noun.start, noun.end) for doer in doers)


def _points_back(noun: Token) -> bool:
    if noun.child("poss", "relcl", "acl") is not None or any(child.lower in {"by", "of"} for child in noun.children):
        return False
    return any(child.dep == "det" and child.lower in _POINTING for child in noun.children)


def _doers(page: Page, deed: Deed, noun: Token, before: Sequence[Deed]) -> tuple[Party, ...]:
    """Give who did the nearest deed that a noun can mean; nobody where it is the judge's own, or not known whose."""
    lemma, zone = noun.lemma.lower(), page.zone_at(noun.start)
    for other in reversed(before):
        if deed.token.sentence.number - other.token.sentence.number > _NEAR:
            return ()
        if page.zone_at(other.token.start) != zone or other.standing.modality != "actual":
            continue
        if lemma in _ANY and other.kind not in _JUDGING - {"SUPPORT"} and other.kind in _MEANT:
            return _known(other, deed)
        if lemma in _MEANT.get(other.kind, ()):
            return _known(other, deed)
    return ()


def _known(other: Deed, deed: Deed) -> tuple[Party, ...]:
    acting = {party.entity for party in deed.actors}
    doers = tuple(party for party in other.actors if party.entity is not None)
    return doers if doers and not any(party.entity in acting for party in doers) else ()
