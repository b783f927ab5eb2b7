"""The entities of one report and what its mentions resolve to, while they are being told apart."""

from collections.abc import Iterable

from dragoman.lexicon.forms import keys
from dragoman.lexicon.knowledge import Knowledge, knowledge
from dragoman.lexicon.known import Known
from dragoman.reading.page import Page
from dragoman.records import Entity, Link, Mention, row_id


class Register:
    """Collects entities and links; the first word on a mention stands."""

    def __init__(self, page: Page, known: Knowledge | None = None) -> None:
        self.page = page
        self.known = known or knowledge()
        self.report = page.report.id
        self.entities: dict[str, Entity] = {}
        self.links: dict[str, Link] = {}
        self.gender: dict[str, str] = {}

    def know(self, known: Known, kind: str | None = None) -> str:
        """Enter a thing the lexicon knows and give its id."""
        if known.id not in self.entities:
            self.entities[known.id] = Entity(
                id=known.id,
                report=self.report,
                kind=kind or known.kind,
                name=known.name,
                aliases=known.aliases,
                country=known.country,
                sector=known.sector or ("GOV" if known.kind == "state" else None),
                wikidata=known.wikidata,
                geonames=known.geonames,
                lat=known.lat,
                lon=known.lon,
                precision=known.precision,
                claims=known.claims,
                source=known.source,
            )
        return known.id

    def enter(
        self,
        kind: str,
        name: str,
        *,
        country: str | None = None,
        sector: str | None = None,
        aliases: tuple[str, ...] = (),
    ) -> str:
        """Enter a thing no list knows and give its id, made from kind, normal name and country."""
        known = row_id("entity", kind, " ".join(keys(name)) or name, country or "")
        if known not in self.entities:
            self.entities[known] = Entity(
                id=known,
                report=self.report,
                kind=kind,
                name=name,
                aliases=aliases,
                country=country,
                sector=sector,
                source="report",
            )
        return known

    def link(self, mention: Mention, entity: str, basis: str, score: float) -> None:
        """Resolve a mention, unless it is resolved."""
        if mention.id not in self.links:
            self.links[mention.id] = Link(
                mention=mention.id, report=self.report, entity=entity, basis=basis, score=score
            )

    def leave(self, mention: Mention, candidates: Iterable[str], basis: str) -> None:
        """Leave a mention open between candidates; for basis `group` it means all of them."""
        if mention.id not in self.links:
            unique = tuple(dict.fromkeys(candidates))
            score = 0.0 if basis != "group" else 0.8
            self.links[mention.id] = Link(
                mention=mention.id, report=self.report, entity=None, candidates=unique, basis=basis, score=score
            )

    def entity(self, mention: Mention) -> str | None:
        """Give what a mention resolves to so far."""
        link = self.links.get(mention.id)
        return link.entity if link else None

    def named(self, entity: str | None) -> Entity | None:
        """Give an entity by id."""
        return self.entities.get(entity) if entity else None

    def rows(self) -> tuple[tuple[Entity, ...], tuple[Link, ...]]:
        """Give the entities that links name, in the order of their ids, and the links by place."""
        places = {mention.id: place for place, mention in enumerate(self.page.mentions)}
        links = tuple(sorted(self.links.values(), key=lambda link: places[link.mention]))
        named = {id_ for link in links for id_ in (link.entity, *link.candidates) if id_}
        return tuple(self.entities[one] for one in sorted(named) if one in self.entities), links
