"""Acts read from one sentence: their type in PLOVER, who takes part, and how they stand."""

from collections.abc import Sequence

from dragoman.lexicon.plover import kinds
from dragoman.lexicon.triggers import classes
from dragoman.reading.clauses import Frame, joined_up
from dragoman.reading.events.arguments import actors_of, recipients_of
from dragoman.reading.events.magnitudes import INJURING, KILLING
from dragoman.reading.events.modality import Standing, standing_of
from dragoman.reading.events.parties import is_among
from dragoman.reading.events.triggers import Sighting, is_any_reciprocal, sighting_at, sightings_at, sightings_in
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token, is_negated
from dragoman.records import Party

_ASKED_MODES = {
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "CONSULT": "meet",
}
_YIELDING = frozenset(
    {
        "stop",
        "end",
        "halt",
        "cease",
        "lift",
        "release",
        "free",
        "withdraw",
        "leave",
        "refrain",
        "suspend",
        "abandon",
        "drop",
        "retreat",
    }
)
_STRIKING = frozenset({"attack", "hit", "strike", "assault", "target"})
_PLAYED = frozenset({"mock", "simulated"})
_STANDING = frozenset({"stand", "remain", "feel", "become"})
_ENDING = frozenset({"stop", "halt", "cease", "end", "suspend"})
_THREAT_MODES = {"ASSAULT": "violence", "SANCTION": "restrict", "COERCE": "restrict", "MOBILIZE": "violence"}
_SWALLOWING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "SUPPORT"})
_NOBODY: tuple[Party, ...] = ()
_INNER = frozenset({"relcl", "advcl"})
_WHILE = frozenset({"after", "at", "during", "following"})  # what was done there, or then, took place itself


class Deed:
    """An act as a sentence tells it.

    Attributes:
        alone: Whether it is the only attack its sentence tells.
        is_part: Whether its words tell other deeds as well, by others.
    """

    __slots__ = ("actors", "alone", "is_part", "kind", "mode", "recipients", "sighting", "standing", "token")

    def __init__(self, sighting: Sighting, kind: str, mode: str | None, standing: Standing) -> None:
        self.sighting = sighting
        self.token = sighting.token
        self.kind = kind
        self.mode = mode
        self.standing = standing
        self.actors = _NOBODY
        self.recipients = _NOBODY
        self.alone = True
        self.is_part = False

    def __repr__(self) -> str:
        return f"{self.kind}/{self.mode} {self.token.text}"

    def between(self, one: Party, other: Party) -> "Deed":
        """Give the same deed as done by two only."""
        part = Deed(self.sighting, self.kind, self.mode, self.standing)
        part.actors = (one, other)
        part.is_part = True
        return part


def deeds_in(page: Page, sentence: Sentence) -> list[Deed]:
    """Give the acts that a sentence tells, in order; those inside another's request or plan are left to it."""
    seen = list(sightings_in(page, sentence))
    absorbed = _absorbed(seen)
    deeds = [deed for sighting in seen if sighting.token.i not in absorbed and (deed := _first(page, sighting))]
    return _swallowed(deeds)


def _first(page: Page, sighting: Sighting) -> Deed | None:
    """Give the act of an entry, or of the next that fits where that one wants two and the words name one."""
    deed = _deed(page, sighting)
    trigger = sighting.trigger
    lacks_other = deed is not None and trigger.recipient_needed and not deed.recipients
    if not lacks_other and (deed is not None or not (trigger.needs_two or trigger.plural_actors)):
        return deed
    others = (each for each in sightings_at(page, sighting.token) if each.trigger is not trigger)
    found = (other for each in others if (other := _deed(page, each)))
    if deed is None:
        return next(found, None)
    return next((other for other in found if other.kind == deed.kind and _is_whole(other)), deed)


def _is_whole(deed: Deed) -> bool:
    """Tell an act that names all whom its entry wants."""
    return bool(deed.recipients) or not deed.sighting.trigger.recipient_needed


def _deed(page: Page, sighting: Sighting) -> Deed | None:
    standing = standing_of(sighting.token)
    if standing is None:
        return None
    if _is_no_act(page, sighting):
        return None
    if sighting.trigger.negated:
        standing = Standing("asserted", "actual", "now")  # what is not accepted is turned down
    kind, mode = _kind_of(page, sighting)
    if (
        standing.polarity == "asserted"
        and sighting.token.lemma != "spare"
        and any(map(_is_none, sighting.frame.objects))
    ):
        standing = Standing("negated", standing.modality, standing.time_ref)
    if standing.modality == "planned" and standing.polarity == "negated" and kinds()[kind].quad in {3, 4}:
        return None  # a blow that will not fall
    kind, mode, standing = _as_it_stands(kind, mode, standing)
    if sighting.trigger.modality and kind != "REJECT":
        standing = Standing(standing.polarity, sighting.trigger.modality, standing.time_ref)
    deed = Deed(sighting, kind, mode, standing)
    deed.actors = actors_of(page, sighting)
    if not is_any_reciprocal(sighting.frame):
        deed.recipients = recipients_of(page, sighting, deed.actors)
    if _is_with_words(page, deed):
        deed.kind, deed.mode = "ACCUSE", "disapprove"
    alone = len(deed.actors) + len(deed.recipients) < 2  # noqa: PLR2004 - both sides
    if sighting.trigger.plural_actors and len(deed.actors) < 2:  # noqa: PLR2004 - several
        return None
    return None if sighting.trigger.needs_two and alone else deed


def _is_none(noun: Token) -> bool:
    """Tell 'no talks' and 'none'."""
    words = {child.lower for child in noun.children if child.dep in {"det", "neg", "amod", "compound", "nmod"}}
    deeper = {inner.lower for child in noun.children if child.dep in {"amod", "nmod"} for inner in child.children}
    return noun.lower in {"none", "nothing", "nobody"} or "no" in words | deeper


def _is_with_words(page: Page, deed: Deed) -> bool:
    """Tell an attack by one public figure on another, which is made with words unless the sentence tells of violence."""
    if deed.kind != "ASSAULT" or deed.token.lemma not in _STRIKING or not (deed.actors and deed.recipients):
        return False
    parties = [page.entities.get(party.entity or "") for party in (*deed.actors, *deed.recipients)]
    by_people = not any(_is_force(page, party) for party in deed.actors)
    if not (by_people and _is_for_doing(deed.token)) and any(each is None or each.kind != "person" for each in parties):
        return False
    return not any(
        token.lemma.lower() in classes()["violence"] for token in deed.token.sentence.tokens if token is not deed.token
    )


def _is_force(page: Page, party: Party) -> bool:
    """Tell those who attack with arms: states, troops, armed groups, and whoever is not known."""
    entity = page.entities.get(party.entity or "")
    words = page.tokens_in(party.start, party.end)
    return (entity is not None and entity.kind != "person") or any(is_among(word, "armed") for word in words)


def _is_for_doing(verb: Token) -> bool:
    """Tell 'attacked the government for missing its target', which is done with words."""
    return any(child.lower == "for" and child.child("pcomp") is not None for child in verb.children)


def _is_no_act(page: Page, sighting: Sighting) -> bool:
    """Tell what nobody does: an earthquake strikes, somebody is to blame."""
    if sighting.kind == "ASSAULT" and any(
        is_among(noun, name) for noun in sighting.frame.subjects for name in ("accident", "texts")
    ):
        return True
    if sighting.kind == "ASSAULT" and any(
        child.lower in _PLAYED for noun in sighting.frame.objects for child in noun.children
    ):
        return True
    token = sighting.token
    if token.lemma == "stand" and token.tag == "VBG":
        return True  # 'standing with the king' at a lectern
    if token.tag == "VBN" and token.dep in {"acomp", "xcomp", "oprd"} and token.head.lemma in _STANDING:
        return True  # 'stands accused': by whom is not said
    if sighting.kind == "AGREE" and token.pos == "NOUN" and _is_unfriendly(page, sighting):
        return True  # 'his willingness to push back'
    return sighting.token.lemma == "blame" and sighting.token.tag == "VB" and sighting.token.head.lemma == "be"


def _is_unfriendly(page: Page, sighting: Sighting) -> bool:
    clause = sighting.frame.clause
    inner = sighting_at(page, clause) if clause is not None else None
    return inner is not None and kinds()[inner.kind].quad == 3  # noqa: PLR2004 - conflict in words


def _kind_of(page: Page, sighting: Sighting) -> tuple[str, str | None]:  # noqa: PLR0911 - one a sort of clause
    """Give type and mode, with what the completing clause adds."""
    trigger, clause = sighting.trigger, sighting.frame.clause
    kind, mode = sighting.kind, trigger.mode
    if not trigger.clause or clause is None:
        return kind, mode
    inner = sighting_at(page, clause)
    if kind == "AGREE" and trigger.clause == "promise" and is_negated(clause):
        return ("AGREE" if _is_hostile(page, clause) else "REJECT"), None  # 'pledged not to strike', 'not to sign'
    if inner is None:
        if kind == "AGREE" and clause.lemma.lower() in classes()["hostile"]:
            return "THREATEN", None
        if kind == "AGREE" and _ends_fighting(clause):
            return "CONCEDE", None
        yields = clause.lemma.lower() in _YIELDING
        return kind, mode or ("yield" if yields and kind in {"REQUEST", "REJECT"} else None)
    if trigger.clause == "promise" and kind == "AGREE":
        return kinds()[inner.kind].future, None
    if kind in {"REQUEST", "REJECT"}:
        return kind, mode or _ASKED_MODES.get(inner.kind, "change")
    if kind == "THREATEN":
        return kind, mode or _THREAT_MODES.get(inner.kind)
    return kind, mode


def _is_hostile(page: Page, clause: Token) -> bool:
    inner = sighting_at(page, clause)
    return clause.lemma.lower() in classes()["hostile"] or (inner is not None and kinds()[inner.kind].quad in {3, 4})


def _ends_fighting(clause: Token) -> bool:
    """Tell 'to cease fire', 'to stop the hostilities', 'to end the war'."""
    return clause.lemma.lower() in _ENDING and any(is_among(noun, "hostilities") for noun in Frame(clause).objects)


def _as_it_stands(kind: str, mode: str | None, standing: Standing) -> tuple[str, str | None, Standing]:
    """Give the type that an act has while it lies ahead, and that a promised refusal has."""
    if standing.modality != "planned":
        return kind, mode, standing
    if standing.polarity == "negated" and kinds()[kind].quad in {1, 2}:
        return "REJECT", _ASKED_MODES.get(kind), Standing("asserted", "actual", "now")
    ahead = kinds()[kind].future
    return ahead, mode if ahead == kind else _THREAT_MODES.get(kind) if ahead == "THREATEN" else None, standing


def _absorbed(seen: Sequence[Sighting]) -> set[int]:
    """Give the tokens of acts that only say what another act asks, promises, refuses or is about."""
    holders = {sighting.token.i: sighting for sighting in seen}
    return {sighting.token.i for sighting in seen if _is_absorbed(sighting.token, holders)}


def _is_absorbed(token: Token, holders: dict[int, Sighting]) -> bool:
    below = token
    up = joined_up(token)
    for above in (up, *up.ancestors()) if up is not None else token.ancestors():
        holder = holders.get(above.i)
        if below.dep in _INNER and not (
            holder and below.dep == "advcl" and holder.trigger.clause and holder.frame.clause is below
        ):
            return False
        if holder is not None:
            if holder.frame.clause is below:
                if holder.trigger.clause:
                    return True
            elif below.dep not in {"conj", "nsubj", "nsubjpass", "ccomp"} and (
                holder.kind in _SWALLOWING
                or (holder.kind == "ACCUSE" and below.dep in {"prep", "xcomp"})
                or below in holder.frame.objects
            ):
                return not (below.lower in _WHILE or _is_presupposed(token, holder))
        below = above
    return False


def _is_presupposed(token: Token, holder: Sighting) -> bool:
    """Tell whether an act stays true under the one above: the attack condemned, the meeting something was said in."""
    if token.head.pos == "ADP" and token.head.lower in {
        "in",
        "during",
        "after",
        "at",
        "following",
        "since",
        "over",
        "before",
    }:
        return holder.token is token.head.head and not holder.trigger.objects
    return holder.kind == "ACCUSE"


def _is_outcome(deed: Deed, assaults: list[Deed]) -> bool:
    """Tell whether a killing or wounding is only what another attack of the sentence led to."""
    token = deed.token
    others = [other for other in assaults if other is not deed]
    if token.lemma in INJURING and others:
        return True
    if token.lemma not in KILLING:
        return False
    subjects = deed.sighting.frame.subjects
    if any(
        subject is other.token or subject in other.sighting.frame.objects for subject in subjects for other in others
    ):
        return True
    above = set(token.ancestors())
    return any(other.token in above and token.tag == "VBG" for other in others)


def _take_victims(assaults: list[Deed], kept: list[Deed]) -> None:
    """Let an attack that names nobody struck have those whom it is said to have killed: 'dropped bombs, killing two soldiers'."""
    for outcome in assaults:
        above = set(outcome.token.ancestors())
        for deed in kept:
            if outcome is not deed and outcome not in kept and deed.token in above and not deed.recipients:
                deed.recipients = outcome.recipients


def _swallowed(deeds: list[Deed]) -> list[Deed]:
    """Let the weightier of two acts of one sentence stand where PLOVER counts one."""
    by_kind = {deed.kind for deed in deeds if deed.standing.modality == "actual"}
    convicted = any(deed.mode == "convict" for deed in deeds)
    assaults = [deed for deed in deeds if deed.kind == "ASSAULT"]
    kept = [deed for deed in assaults if not _is_outcome(deed, assaults)]
    _take_victims(assaults, kept)
    for deed in deeds:
        deed.alone = len(assaults) == 0 or (len(kept) == 1 and deed in kept)
    return [
        deed
        for deed in deeds
        if not (deed.kind == "ASSAULT" and deed not in kept)
        and not (deed.kind == "MOBILIZE" and "ASSAULT" in by_kind)
        and not (convicted and deed.kind == "ACCUSE" and deed.mode == "allege")
    ]
