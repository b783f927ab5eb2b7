"""The stages of reading in their order, on one screen: what each reads, gives and knows."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman import models
from dragoman.errors import Refused
from dragoman.reading import (
    documents,
    entities,
    events,
    mentions,
    parsing,
    publication,
    sketches,
    standings,
    statements,
    tenures,
)
from dragoman.reading.page import Page
from dragoman.reading.tagging import Pieces, Tagger, tag_report
from dragoman.records import Day, Entity, Link, Mention, Parse, Raw, Report, Row, Statement, Tags, Zone
from dragoman.settings import NO_NETWORK, Reading

Answer = tuple[Row, ...] | Refused
Given = TypeVar("Given")


class Received(Struct, frozen=True):
    """What the documents stage gets: one file as received."""

    raw: Raw


class Laid(Struct, frozen=True, kw_only=True):
    """What the readers of a report get: the report and all that stages before them found in it."""

    report: Report
    zones: tuple[Zone, ...] = ()
    parse: Parse | None = None
    tags: Tags | None = None
    mentions: tuple[Mention, ...] = ()
    days: tuple[Day, ...] = ()
    links: tuple[Link, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()

    def page(self) -> Page:
        """Lay the report open for a reader of sentences."""
        if self.parse is None:
            raise Refused("not-parsed", "the report has no parse; read the stage `parses` first")
        found = self.mentions, self.links, self.entities, self.days
        return Page(self.report, self.zones, self.parse, *found, tags=self.tags)


class Stage(Struct, frozen=True):
    """One pure map over a shard.

    Args:
        name: Names the stage and the query in `sql/inputs` that lays out what it reads.
        takes: The struct one row of that query becomes.
        gives: Kinds of row it gives; the first is written last and marks completion.
        read: One answer per input, in order; rows, or a refusal.
        after: Stages whose rows it reads.
        knows: Word lists it reads, by file name in `lexicon/`.
        version: Raised when the code reads differently.
    """

    name: str
    takes: type[Received | Laid]
    gives: tuple[str, ...]
    read: Callable[[Sequence, Reading], Iterator[Answer]]  # type: ignore[type-arg]
    after: tuple[str, ...]
    knows: tuple[str, ...]
    version: int


def answers(read: Callable[[Given], tuple[Row, ...]], inputs: Sequence[Given]) -> Iterator[Answer]:
    """Read each input by itself; the one place where a refusal is caught."""
    for each in inputs:
        try:
            yield read(each)
        except Refused as refusal:
            yield refusal


def read_documents(inputs: Sequence[Received], reading: Reading) -> Iterator[Answer]:
    """Turn files as received into reports and their zones."""

    def read(received: Received) -> tuple[Row, ...]:
        report, zones = documents.read_document(received.raw, longest=reading.longest)
        return (report, *zones)

    return answers(read, inputs)


def read_parses(inputs: Sequence[Laid], reading: Reading) -> Iterator[Answer]:
    """Parse the readable zones of reports."""
    pipeline = parser_of(reading)
    return answers(lambda laid: (parsing.parse_report(laid.report, laid.zones, pipeline),), inputs)


def parser_of(reading: Reading) -> Any:
    """Open the parser that the settings choose, without its names where a network reads those: they are half of its work."""
    return models.parser(reading.parser, names=reading.tagger == NO_NETWORK)


def read_tags(inputs: Sequence[Laid], reading: Reading) -> Iterator[Answer]:
    """Ask the shipped network for names and attributions; it says nothing where the settings leave it out."""
    tagger = tagger_of(reading)
    if tagger is None:
        return iter([()] * len(inputs))
    return answers(lambda laid: (tag_report(laid.report, laid.zones, tagger),), inputs)


def tagger_of(reading: Reading) -> Tagger | None:
    """Open the network that the settings choose; none where they leave it out."""
    if reading.tagger == NO_NETWORK:
        return None
    return Tagger(models.network(reading.tagger), _pieces(reading.tagger))


@cache
def _pieces(tagger: str) -> Pieces:
    """Open the vocabulary of a network, once a process."""
    return Pieces(models.vocabulary(tagger))


def read_sketches(inputs: Sequence[Laid], _reading: Reading) -> Iterator[Answer]:
    """Sample the shingles by which copies are found."""
    return ((made,) for made in sketches.sketches_of([(laid.report, laid.zones) for laid in inputs]))


def read_mentions(inputs: Sequence[Laid], reading: Reading) -> Iterator[Answer]:
    """Find what names something, and read time expressions."""

    def read(laid: Laid) -> tuple[Row, ...]:
        page = laid.page()
        named, dated = mentions.read_mentions(page)
        return (*named, *_dated(page.found(named, dated), reading))

    return answers(read, inputs)


def _dated(page: Page, reading: Reading) -> tuple[Day, ...]:
    """Infer days from terms of office where the report states none of its own; only then names are resolved here."""
    if not publication.may_be_inferred(page):
        return page.days
    page = page.resolved(*entities.read_entities(page, reading.own))
    return publication.infer_days(page, tenures.read_tenures(page, reading.own))


def read_entities(inputs: Sequence[Laid], reading: Reading) -> Iterator[Answer]:
    """Resolve mentions, and read who holds which office and who stands where."""

    def read(laid: Laid) -> tuple[Row, ...]:
        page = laid.page()
        known, links = entities.read_entities(page, reading.own)
        known = tuple(replace(entity, report=laid.report.id) for entity in known)
        page = page.resolved(known, links)
        return (*known, *links, *tenures.read_tenures(page, reading.own), *standings.read_standings(page))

    return answers(read, inputs)


def read_statements(inputs: Sequence[Laid], _reading: Reading) -> Iterator[Answer]:
    """Read who is reported to have said what."""
    return answers(lambda laid: statements.read_statements(laid.page()), inputs)


def read_events(inputs: Sequence[Laid], reading: Reading) -> Iterator[Answer]:
    """Read who did what to whom."""
    weigher = weigher_of(reading)
    return answers(lambda laid: events.read_events(laid.page(), laid.statements, weigher), inputs)


def weigher_of(reading: Reading) -> events.Weigher | None:
    """Open the network that the settings choose to look at acts; none where they leave it out."""
    if reading.weigher == NO_NETWORK:
        return None
    return events.Weigher(models.network(reading.weigher), Pieces(models.vocabulary(reading.weigher)))


STAGES = (
    Stage(
        "documents",
        Received,
        ("reports", "zones"),
        read_documents,
        after=(),
        knows=("datelines", "licences", "outlets", "pages", "zone_weights", "zones"),
        version=1,
    ),
    Stage("sketches", Laid, ("sketches",), read_sketches, after=("documents",), knows=("word_shares",), version=7),
    Stage("parses", Laid, ("parses",), read_parses, after=("documents",), knows=(), version=2),
    Stage("tags", Laid, ("tags",), read_tags, after=("documents",), knows=(), version=1),
    Stage(
        "mentions",
        Laid,
        ("mentions", "days"),
        read_mentions,
        after=("parses", "tags"),
        knows=(
            "bodies",
            "claims",
            "cues",
            "days",
            "epithets",
            "given_names",
            "memberships",
            "metonyms",
            "name_families",
            "officeholders",
            "offices",
            "places",
            "placing",
            "regions",
            "standings",
            "states",
        ),  # those of entities among them: a day not stated is inferred from terms of office
        version=10,
    ),
    Stage(
        "entities",
        Laid,
        ("links", "entities", "tenures", "standings"),
        read_entities,
        after=("mentions",),
        knows=(),
        version=10,
    ),
    Stage(
        "statements",
        Laid,
        ("statements",),
        read_statements,
        after=("entities",),
        knows=("acts", "appraisals"),
        version=7,
    ),
    Stage(
        "events",
        Laid,
        ("events",),
        read_events,
        after=("statements",),
        knows=("currencies", "event_scores", "modality", "plover", "triggers"),
        version=16,
    ),
)
