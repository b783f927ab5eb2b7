"""Reading one text with no record at all."""

from collections.abc import Mapping

from msgspec import Struct, json

from dragoman import stages
from dragoman.errors import Refused
from dragoman.records import (
    KINDS,
    Day,
    Entity,
    Event,
    Field,
    Link,
    Mention,
    Raw,
    Report,
    Row,
    Standing,
    Statement,
    Tenure,
    Zone,
    sha256_of,
)
from dragoman.settings import Reading


class ReadText(Struct, frozen=True, kw_only=True):
    """All rows of one text."""

    report: Report
    zones: tuple[Zone, ...]
    mentions: tuple[Mention, ...] = ()
    days: tuple[Day, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    standings: tuple[Standing, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def meetings(self) -> tuple[Event, ...]:
        """Consultations that took place."""
        return tuple(
            event
            for event in self.events
            if event.kind == "CONSULT" and event.polarity == "asserted" and event.modality == "actual"
        )

    def words(self, row: Mention | Tenure | Standing | Event | Day) -> str:
        """Give the words a row rests on."""
        return self.report.text[row.start : row.end]


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    reading: Reading | None = None,
) -> ReadText:
    """Read one report, given as plain text with whatever page furniture it still has.

    Args:
        text: The report.
        title: Its title, when not in the text.
        published: Its day of publication, ISO, when known.
        outlet: Its outlet, when known.
        reading: How to read; the house's way by default.

    Raises:
        Refused: The text cannot be read, with the reason.
    """
    reading = reading or Reading()
    rows: dict[str, tuple[Row, ...]] = {}
    for stage in stages.STAGES:
        given = _laid(rows) if rows else stages.Received(_raw(text, title, published, outlet))
        answer = next(stage.read([given], reading))
        if isinstance(answer, Refused):
            raise answer
        for kind in stage.gives:
            rows[kind] = tuple(row for row in answer if isinstance(row, KINDS[kind]))
    return ReadText(**_fields(rows, ReadText))  # type: ignore[arg-type]


def _laid(rows: Mapping[str, tuple[Row, ...]]) -> stages.Laid:
    """Lay out what has been read so far for the next stage."""
    return stages.Laid(**_fields(rows, stages.Laid))  # type: ignore[arg-type]


def _fields(rows: Mapping[str, tuple[Row, ...]], of: type[Struct]) -> dict[str, object]:
    """Pick the rows a struct has fields for; what a report has one of stands alone."""
    single = {"report": "reports", "parse": "parses", "tags": "tags"}
    one = {name: next(iter(rows.get(kind, ())), None) for name, kind in single.items()}
    return {name: one[name] if name in one else rows.get(name, ()) for name in of.__struct_fields__}


def _raw(text: str, title: str | None, published: str | None, outlet: str | None) -> Raw:
    stated = {"title": title, "published": published, "outlet": outlet}
    given = {name: value for name, value in stated.items() if value}
    if not given:
        content = text.encode()
        return Raw(id=sha256_of(content), uri="text", media_type="text/plain", bytes=content)
    content = json.encode({"text": text, **given}, order="sorted")
    fields = tuple(Field(name, name) for name in ("outlet", "published", "text", "title"))
    return Raw(id=sha256_of(content), uri="text", media_type="application/x-ndjson", fields=fields, bytes=content)
