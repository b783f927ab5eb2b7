"""The people of a report: each with their names, the offices they are said to hold, and their id."""

from collections import Counter
from collections.abc import Sequence

from dragoman.lexicon.given_names import gender_of, gender_of_title
from dragoman.lexicon.known import Known
from dragoman.reading.entities.holders import Holding, holdings
from dragoman.reading.entities.known_people import known_as
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.roster import Roster
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.identities import Identities, Identity
from dragoman.records import Entity

_SCORES = {"name": 0.95, "short-name": 0.9, "typo": 0.8}


def name_people(scene: Scene, register: Register) -> Roster:
    """Resolve the names of people to one entity each; a bare name that two share stays open."""
    roster = Roster(holdings(scene))
    told = Identities(scene.people.values(), _titled(scene))
    entities = {id(identity): _enter(register, identity, _held(roster, identity)) for identity in told.all}
    for identity in told.all:
        entity = entities[id(identity)]
        if gender := told.gender(identity) or gender_of(register.entities[entity].name):
            register.gender[entity] = gender
        for mention, basis in identity.mentions:
            roster.entity[mention.id] = entity
            register.link(mention, entity, basis, _SCORES[basis])
    for mention, candidates in told.unsure:
        register.leave(mention, (entities[id(each)] for each in candidates), "short-name")
    return roster


def _titled(scene: Scene) -> dict[str, str]:
    """Give what the word before a name says of gender: 'Mrs Clinton', 'King Abdullah'."""
    told = ((mention.id, gender_of_title(scene.words.lower(place - 1))) for place, mention in scene.people.items())
    return {mention: gender for mention, gender in told if gender}


def _held(roster: Roster, identity: Identity) -> list[Holding]:
    own = {mention.id for mention, _ in identity.mentions}
    return [holding for holding in roster.holdings if holding.person.id in own and holding.office.sort != "counterpart"]


def _enter(register: Register, identity: Identity, held: Sequence[Holding]) -> str:
    country = _country(held)
    sector = next((holding.office.sector for holding in held if holding.office.sector), None)
    known = known_as(register, identity, held, country)
    if known is None:
        return register.enter("person", identity.name, country=country, sector=sector, aliases=identity.aliases)
    register.entities.setdefault(known.id, _entity(register, identity, known, country, sector))
    return known.id


def _entity(register: Register, identity: Identity, known: Known, country: str | None, sector: str | None) -> Entity:
    aliases = tuple(dict.fromkeys(name for name in (identity.name, *identity.aliases) if name != known.name))
    return Entity(
        id=known.id,
        report=register.report,
        kind="person",
        name=known.name,
        aliases=aliases,
        country=country or known.country,
        sector=sector or known.sector,
        wikidata=known.wikidata,
        source=known.source,
    )


def _country(held: Sequence[Holding]) -> str | None:
    """Give the country whose offices somebody holds, if all that they hold agree on the commonest."""
    counted = Counter(code for holding in held for code in holding.office.countries[:1])
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
