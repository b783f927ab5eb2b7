"""Which organisation a standing is in, where its clause does not say: the one spoken of that the party can so stand in."""

from collections.abc import Iterator
from datetime import date

from dragoman.lexicon.memberships import Membership, memberships_of
from dragoman.reading.page import Page
from dragoman.reading.standings.claims import Claim, body_mention
from dragoman.reading.standings.days import dated
from dragoman.records import Entity, Mention

_WAITING = frozenset({"observer", "dialogue partner", "candidate", "applicant"})
_ZONES = frozenset({"title", "story", "dateline"})


class Bodies:
    """The organisations of states that a report names, and the last whose standings were told."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._named = tuple(_named(page))
        self._last: tuple[int, Mention] | None = None
        self._party: tuple[int, tuple[Mention, tuple[Entity, ...]]] | None = None

    def told(self, claim: Claim, body: Mention) -> None:
        """Remember where a standing was said to be."""
        self._last = (claim.trigger.sentence.number, body)

    def seen(self, claim: Claim, party: tuple[Mention, tuple[Entity, ...]]) -> None:
        """Remember who was spoken of, for the 'it' of the next sentence; two leave nobody."""
        number = claim.trigger.sentence.number
        is_other = self._party is not None and self._party[0] == number and self._party[1][1] != party[1]
        self._party = (number, (party[0], () if is_other or len(party[1]) > 1 else party[1]))

    def it(self, claim: Claim) -> tuple[Mention, tuple[Entity, ...]] | None:
        """Give the state that 'it' is: the one whose standing this sentence or the one before told, in the same paragraph."""
        if self._party is None or claim.trigger.sentence.number - self._party[0] > 1:
            return None
        mention, meant = self._party[1]
        return (mention, meant) if meant and "\n" not in self.page.text[mention.end : claim.trigger.start] else None

    def of(self, claim: Claim) -> Mention | None:
        """Give the body that a clause names, or that the sentence before told standings of in the same paragraph."""
        own = body_mention(self.page, claim.body)
        if own is not None or claim.body is not None or self._last is None:
            return own
        number, body = self._last
        here = claim.trigger.sentence.number
        if here - number > 1 or "\n" in self.page.text[body.end : claim.trigger.start]:
            return None
        return body

    def fitting(self, claim: Claim, party: Entity) -> Mention | None:
        """Give the one body of the report in which a state can stand so, by the table of memberships."""
        if party.country is None:
            return None
        fits = [one for one in self._named if self._can_stand(claim, party.country, one)]
        return fits[0] if len({self._id(one) for one in fits}) == 1 else None

    def _id(self, mention: Mention) -> str:
        entity = self.page.entity_of(mention)
        return entity.id if entity is not None else ""

    def _can_stand(self, claim: Claim, country: str, body: Mention) -> bool:
        rows = memberships_of(self._id(body), country)
        if claim.modality in {"held", "granted"} and claim.standing != "applicant":
            return any(_is_so(row, claim.standing) for row in rows)
        published = self.page.published
        on = dated(self.page, claim).first or (published.first if published is not None else None)
        is_in = on is None or any(row.standing == "member" and _had_begun(row, on) for row in rows)
        return bool(rows) and (not is_in or any(row.standing in _WAITING for row in rows))


def _is_so(row: Membership, standing: str) -> bool:
    return row.is_founder if standing == "founder" else row.standing == standing


def _had_begun(row: Membership, on: date) -> bool:
    return row.start < on.isoformat()


def _named(page: Page) -> Iterator[Mention]:
    """Give the first mention of each organisation of states in what the report itself says."""
    seen: set[str] = set()
    for mention in page.mentions:
        entity = page.entity_of(mention)
        if entity is not None and entity.is_of_states and page.zone_at(mention.start) in _ZONES:
            if entity.id not in seen:
                yield mention
            seen.add(entity.id)
