"""A tiny record made by hand, one row or two of each kind, for queries to run over."""

from datetime import date
from pathlib import Path

from dragoman.records import (
    Entity,
    Event,
    Party,
    Raw,
    Report,
    Row,
    Sketch,
    Span,
    Standing,
    Statement,
    Tenure,
    sha256_of,
)
from dragoman.store.parts import Parts

TEXT = "Ana Moss met Bo Lind in Arden on Friday. Moss praised Lind. Lind is the foreign minister of Arden."
RAW = Raw(id=sha256_of(TEXT.encode()), uri="a.txt", media_type="text/plain", bytes=TEXT.encode())


def report(name: str, **more: object) -> Report:
    return Report(id=name, raw=RAW.id, uri=f"{name}.txt", text=TEXT, text_sha256=RAW.id, **more)  # type: ignore[arg-type]


ROWS: dict[str, list[Row]] = {
    "raws": [RAW],
    "reports": [
        report("r1", outlet="The Arden Post", published="2020-01-03", published_from=date(2020, 1, 3)),
        report("r2", outlet="Wire", upstream="The Arden Post"),
    ],
    "entities": [
        Entity(id="p1", report="r1", kind="person", name="Ana Moss", aliases=("Moss",), country="BRV", source="report"),
        Entity(id="p1", report="r2", kind="person", name="Ana Moss", aliases=("A. Moss",), country="BRV", source="report"),
        Entity(id="p2", report="r1", kind="person", name="Bo Lind", country="ARD", source="report"),
        Entity(id="s1", report="r1", kind="state", name="Arden", country="ARD", source="report"),
        Entity(id="b1", report="r1", kind="body", name="Arden Pact", source="report"),
    ],
    "statements": [
        Statement(
            id="st1", report="r1", zone="story", speaker="p1", speaker_start=41, speaker_end=45, cue_start=46, cue_end=53,
            contents=(Span(54, 58),), form="indirect", act="praise", about=("p2",), polarity="asserted", score=0.8, rule="x",
        ),
    ],
    "events": [
        Event(
            id="ev1", report="r1", zone="story", kind="CONSULT", actors=(Party("p1", 0, 8), Party("p2", 13, 20)),
            place="s1", place_start=24, place_end=29, day="2020-01-03", day_from=date(2020, 1, 3), day_to=date(2020, 1, 3),
            polarity="asserted", modality="actual", time_ref="past", start=9, end=12, score=0.8, rule="x",
        ),
        Event(
            id="ev2", report="r1", zone="story", kind="SUPPORT", actors=(Party("p1", 41, 45),), recipients=(Party(None, 54, 58),),
            polarity="asserted", modality="actual", time_ref="past", start=46, end=53, score=0.8, rule="x",
        ),
    ],
    "tenures": [
        Tenure(id="te1", report="r1", person="p2", office="foreign minister of Arden", post="foreign minister",
               country="ARD", status="current", start=71, end=96, rule="x"),
    ],
    "standings": [
        Standing(id="sd1", report="r1", party="s1", body="b1", standing="member", modality="held", start=0, end=8, rule="x"),
    ],
    "sketches": [
        Sketch(report="r1", shingles=40, sample=tuple(range(40))),
        Sketch(report="r2", shingles=36, sample=tuple(range(36))),
    ],
}  # fmt: skip


def chosen_by_hand(folder: Path) -> dict[str, list[Path]]:
    """Write the record into a folder and give its parts by kind."""
    record = Parts.create(folder / "record")
    for kind, rows in ROWS.items():
        record.write(kind, "shard", "hand-1", rows)
    return {kind: record.of_kind(kind) for kind in ROWS}
