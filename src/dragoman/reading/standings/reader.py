"""How states stand in organisations: held, sought, backed, opposed or granted."""

from collections.abc import Iterator

from dragoman.lexicon.standings import words_of
from dragoman.reading.page import Page
from dragoman.reading.standings.bodies import Bodies
from dragoman.reading.standings.changes import by_change
from dragoman.reading.standings.claims import Claim, party_of, rank_of_noun
from dragoman.reading.standings.days import dated
from dragoman.reading.standings.membership import by_bid, by_membership
from dragoman.reading.standings.ranks import by_rank
from dragoman.reading.syntax import Token, is_negated
from dragoman.records import Entity, Mention, Standing, row_id


def read_standings(page: Page) -> tuple[Standing, ...]:
    """Read how each state is said to stand in an organisation; mentions must be linked.

    Returns:
        One row a party, by place. What is negated, or only may be, gives none. A clause that names
        no body takes that of the standings in the sentence before, in the same paragraph; else the
        one body of the report in which the table of memberships knows the party to stand so. What a
        headline says and the story says again is given once, with the words of the story.
    """
    bodies = Bodies(page)
    found = [row for claim in _claims(page) for row in _rows(bodies, claim)]
    told = {_fact(row) for row in found if page.zone_at(row.start) != "title"}
    once = {(_fact(row), row.start): row for row in found[::-1]}
    return tuple(
        row for row in list(once.values())[::-1] if page.zone_at(row.start) != "title" or _fact(row) not in told
    )


def _fact(row: Standing) -> tuple[str | None, str | None, str, str]:
    return row.party, row.body, row.standing, row.modality


def _claims(page: Page) -> Iterator[Claim]:
    earlier: Claim | None = None
    for token in page.tokens:
        near = earlier is not None and token.sentence.number - earlier.trigger.sentence.number <= 1
        for claim in _at(page, token, earlier.standing if earlier is not None and near else None):
            yield claim
            earlier = claim


def _at(page: Page, token: Token, earlier: str | None) -> Iterator[Claim]:
    if token.pos in {"NOUN", "PROPN"}:
        lemma = token.lemma.lower()
        if lemma in words_of("membership"):
            yield from by_membership(page, token, earlier)
        elif lemma in words_of("bid"):
            yield from by_bid(page, token)
        elif (standing := rank_of_noun(token)) is not None:
            yield from by_rank(page, token, standing)
    elif token.pos in {"VERB", "AUX"} and not is_negated(token):
        yield from by_change(page, token)


def _rows(bodies: Bodies, claim: Claim) -> Iterator[Standing]:
    page, named = bodies.page, bodies.of(claim)
    for token in claim.parties:
        found = party_of(page, token) or (bodies.it(claim) if token.lower == "it" else None)
        if found is not None:
            bodies.seen(claim, found)
        for party in found[1] if found else ():
            body = named or (bodies.fitting(claim, party) if claim.body is None else None)
            entity = page.entity_of(body)
            if found is None or body is None or entity is None or party.id == entity.id:
                continue
            bodies.told(claim, body)
            yield _row(page, claim, (found[0], party), (body, entity))


def _row(page: Page, claim: Claim, of: tuple[Mention, Entity], where: tuple[Mention, Entity]) -> Standing:
    (mention, party), (body, entity) = of, where
    day = dated(page, claim)
    here = claim.trigger.sentence
    named = [each for each in (mention, body) if here.start <= each.start < here.end]
    start = min(claim.trigger.start, *(each.start for each in named)) if named else claim.trigger.start
    end = max(claim.trigger.end, *(each.end for each in named)) if named else claim.trigger.end
    return Standing(
        id=row_id("standing", page.report.id, party.id, entity.id, claim.standing, claim.modality, start, end),
        report=page.report.id,
        party=party.id,
        body=entity.id,
        standing=claim.standing,
        modality=claim.modality,
        day=day.value,
        day_from=day.first,
        day_to=day.last,
        start=start,
        end=end,
        rule=claim.rule,
    )
