"""The rows of the record, one struct a kind; their fields are the columns.

Offsets count Unicode code points of `Report.text`, start inclusive, end exclusive. Days are
ISO 8601 / EDTF text with their bounds beside them. Unknown is None, never a guess. Ids are
digests of content: the same reading gives the same id anywhere.
"""

from datetime import date, datetime
from hashlib import blake2b, sha256

from msgspec import Struct

_SEPARATOR = "\x1f"


def row_id(*parts: object) -> str:
    """Give the id of a row from what makes it itself: 20 hex digits of BLAKE2b."""
    return blake2b(_SEPARATOR.join(map(str, parts)).encode(), digest_size=10).hexdigest()


def sha256_of(content: bytes) -> str:
    """Give the SHA-256 of bytes as 64 hex digits."""
    return sha256(content).hexdigest()


class Row(Struct, frozen=True, kw_only=True):
    """A row of the record."""


class Span(Struct, frozen=True):
    """A stretch of a report's text."""

    start: int
    end: int


class Party(Struct, frozen=True):
    """Somebody taking part, and the words that name them; the entity is None while two remain."""

    entity: str | None
    start: int
    end: int


class Field(Struct, frozen=True):
    """A field of ours and the key it goes by in the input."""

    name: str
    key: str


class Raw(Row, frozen=True, kw_only=True):
    """A file, page, feed entry or table row exactly as received; `id` is the SHA-256 of its bytes.

    `fetched_at` is null for what lay on disk: only a fetch or an archive states one. `uri` says
    where it came from (`path#line=12` for a row of a file), `fields` how its keys map to ours.
    """

    id: str
    uri: str
    fetched_at: datetime | None = None
    media_type: str
    fields: tuple[Field, ...] = ()
    bytes: bytes


class Report(Row, frozen=True, kw_only=True):
    """A report: its words once, its outlet, and the day it states, if any."""

    id: str
    raw: str
    uri: str
    outlet: str | None = None
    outlet_country: str | None = None
    upstream: str | None = None
    licence: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline_place: str | None = None
    dateline_agency: str | None = None
    published: str | None = None
    published_from: date | None = None
    published_to: date | None = None
    published_basis: str = "unknown"
    published_start: int | None = None
    published_end: int | None = None
    language: str | None = None
    text: str
    text_sha256: str


class Zone(Row, frozen=True, kw_only=True):
    """A stretch of the text and what it is: title, dateline, byline, story, caption, credit, licence, chrome, comments."""

    report: str
    start: int
    end: int
    kind: str
    rule: str


class Parse(Row, frozen=True, kw_only=True):
    """The dependency parse of a report's readable zones, as parallel columns over its tokens.

    `sentences` are ranges of token numbers; `starts`/`ends` are code points; `heads` are token
    numbers (a root is its own head); `tags` are Penn tags, `pos` universal tags, `deps`
    ClearNLP labels, `ents` IOB entity labels such as `B-PERSON` or `O`.
    """

    report: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    heads: tuple[int, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    lemmas: tuple[str, ...]
    ents: tuple[str, ...]


class Tagged(Struct, frozen=True):
    """A name the network sees, with its kind and the mean probability of its words."""

    start: int
    end: int
    kind: str
    score: float


class Attributed(Struct, frozen=True, kw_only=True):
    """Words the network takes for said, written or thought by somebody, with their source and cue where it sees them."""

    contents: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    score: float


class Tags(Row, frozen=True, kw_only=True):
    """What the shipped network sees in a report's readable zones; readers make mentions and statements of it."""

    report: str
    names: tuple[Tagged, ...]
    attributions: tuple[Attributed, ...]


class Mention(Row, frozen=True, kw_only=True):
    """A stretch that names something: person, office, body, state, people, place, day or number."""

    id: str
    report: str
    start: int
    end: int
    text: str
    kind: str
    rule: str


class Day(Row, frozen=True, kw_only=True):
    """A time expression read: its value as EDTF text with bounds, or the constraint it states.

    `anchor` is the day it was counted from; `candidates` are the days left when more than one is;
    `reasons` say why the one day is left that an `inferred` value gives.
    """

    mention: str
    report: str
    start: int
    end: int
    value: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    basis: str
    anchor: str | None = None
    constraint: str | None = None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    rule: str


class Link(Row, frozen=True, kw_only=True):
    """A mention resolved to an entity, or the candidates that remain."""

    mention: str
    report: str
    entity: str | None
    candidates: tuple[str, ...] = ()
    basis: str
    score: float


class Claim(Struct, frozen=True, kw_only=True):
    """A party's standing in an area: `recognised`, `holds` or `claims`; `by` is alpha-3, or a name without code.

    `since` and `until` are EDTF days, null where unknown or going on.
    """

    by: str
    standing: str
    since: str | None = None
    until: str | None = None


class Entity(Row, frozen=True, kw_only=True):
    """A thing the lexicon knows or a report names; ids of the latter come from kind, normal name and country.

    One row per report that names it; the view `entities` gathers them into one a thing. For places and states
    `precision` is `country` `region` `adm1` `adm2` `city`, and `claims` are those on a contested area.
    """

    id: str
    report: str | None = None
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    claims: tuple[Claim, ...] = ()
    source: str

    @property
    def is_of_states(self) -> bool:
        """Whether it is an organisation of states: the United Nations, the African Union and their like."""
        return self.kind == "body" and self.sector == "IGO"


class Tenure(Row, frozen=True, kw_only=True):
    """An office somebody is said to hold."""

    id: str
    report: str
    person: str | None
    office: str
    post: str
    body: str | None = None
    country: str | None = None
    status: str
    day: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    start: int
    end: int
    rule: str


class Standing(Row, frozen=True, kw_only=True):
    """The place of a party in a body, held or only sought."""

    id: str
    report: str
    party: str | None
    body: str | None
    standing: str
    modality: str
    day: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    start: int
    end: int
    rule: str


class Statement(Row, frozen=True, kw_only=True):
    """An utterance reported: who, by which cue, what, to whom, about whom."""

    id: str
    report: str
    zone: str
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    candidates: tuple[str, ...] = ()
    cue_start: int | None = None
    cue_end: int | None = None
    contents: tuple[Span, ...]
    form: str
    act: str
    addressee: str | None = None
    about: tuple[str, ...] = ()
    stance: str | None = None
    polarity: str
    inside: str | None = None
    occasion: str | None = None
    day: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    day_basis: str | None = None
    score: float
    rule: str


class Event(Row, frozen=True, kw_only=True):
    """An act reported, in PLOVER's types, with its words, polarity, modality, time and voice.

    `size_unit` says what `size` counts: people `abducted` `arrested` `deported` `displaced` `expelled` or `released`, a
    `crowd`, `troops`, other `people`, or money in the currency whose ISO 4217 code stands there.
    """

    id: str
    report: str
    zone: str
    kind: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: str | None = None
    place_start: int | None = None
    place_end: int | None = None
    place_precision: str | None = None
    day: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    day_start: int | None = None
    day_end: int | None = None
    day_basis: str | None = None
    polarity: str
    modality: str
    time_ref: str
    voice: str | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()
    killed_low: int | None = None
    killed_high: int | None = None
    killed_start: int | None = None
    killed_end: int | None = None
    injured_low: int | None = None
    injured_high: int | None = None
    injured_start: int | None = None
    injured_end: int | None = None
    size_low: int | None = None
    size_high: int | None = None
    size_unit: str | None = None
    size_start: int | None = None
    size_end: int | None = None
    start: int
    end: int
    spans: tuple[Span, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    score: float
    rule: str


class Sketch(Row, frozen=True, kw_only=True):
    """A sample of a report's five-word shingles by which copies are found; hashes fit 63 bits.

    `sample` are the narrated ones, `quoted` those between quotation marks; of both one in `one_in` is kept.
    `telling` are the words that tell what the report is about, the most telling first, and `weights` how much each
    tells: by these accounts in other words find each other.
    """

    report: str
    shingles: int
    one_in: int = 1
    sample: tuple[int, ...]
    quoted: tuple[int, ...] = ()
    telling: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()


class Judgement(Row, frozen=True, kw_only=True):
    """A decision laid on top of the record; append-only. `left` is the row judged, `right` its pair if any."""

    id: str
    left: str
    right: str | None = None
    verdict: str
    field: str | None = None
    value: str | None = None
    by: str
    at: datetime
    why: str


class Refusal(Row, frozen=True, kw_only=True):
    """A reading declined, with its reason."""

    stage: str
    report: str | None = None
    raw: str | None = None
    uri: str | None = None
    start: int | None = None
    end: int | None = None
    code: str
    detail: str


KINDS: dict[str, type[Row]] = {
    "raws": Raw,
    "reports": Report,
    "zones": Zone,
    "parses": Parse,
    "tags": Tags,
    "mentions": Mention,
    "days": Day,
    "entities": Entity,
    "links": Link,
    "tenures": Tenure,
    "standings": Standing,
    "statements": Statement,
    "events": Event,
    "sketches": Sketch,
    "judgements": Judgement,
    "refusals": Refusal,
}
KIND_OF: dict[type[Row], str] = {row: kind for kind, row in KINDS.items()}
