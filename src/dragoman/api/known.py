"""What the tables and the user know of offices, beside what reports say; and a user's own files put away."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct, json

from dragoman.errors import InputError
from dragoman.intake.tenures import Fault, read_tenures
from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.knowledge import Knowledge
from dragoman.lexicon.known import slug
from dragoman.lexicon.states import known_state
from dragoman.settings import KNOWLEDGE, own_files, own_tenures


class KnownOffice(Struct, frozen=True):
    """An office somebody is known to hold or to have held, by a source other than the reports."""

    person: str
    post: str
    of: str
    start: str | None
    end: str | None
    source: str


class Contradiction(Struct, frozen=True):
    """What reports say of an office on a day, and who is known to have held it then."""

    id: str
    day: str
    said: str
    words: str
    known: str
    source: str


class Added(Struct, frozen=True):
    """What came of adding a file: where it was put, the tenures in it, and the rows that could not be read."""

    file: str
    tenures: int
    people: int
    faults: tuple[Fault, ...]


class Listed(Struct, frozen=True):
    """A file of knowledge in a record, and a tenure of it."""

    file: str
    person: str
    office: str
    of: str
    start: str | None
    end: str | None
    source: str


def add_file(record: Path, path: Path) -> Added:
    """Put the tenures of a user's file into a record; the same file again changes nothing.

    Raises:
        InputError: Not one row could be read.
    """
    rows, faults = read_tenures(path)
    if not rows:
        told = "; ".join(f"{fault.row}: {fault.detail}" for fault in faults[:3]) or "it has no rows"
        raise InputError(f"{path}: nothing could be taken in: {told}")
    content = json.format(json.encode(rows), indent=1)
    folder = record / KNOWLEDGE
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{slug(path.stem)}-{blake2b(content, digest_size=4).hexdigest()}.json"
    target.write_bytes(content)
    return Added(target.name, len(rows), len({row.person for row in rows}), faults)


def listed(record: Path) -> list[Listed]:
    """Give every tenure added to a record, file by file."""
    return [
        Listed(file.name, row.name, row.post, _of(row.country, row.body), row.start, row.end, row.source)
        for file in own_files(record)
        for row in own_tenures(file)
    ]


def offices_known(known: Knowledge, people: Iterable[str]) -> list[KnownOffice]:
    """Give the offices people are known to hold, the latest first."""
    found = [
        KnownOffice(
            person.name, each.label, _of(each.country, each.body), each.start, each.end or each.succeeded, each.source
        )
        for identity in people
        if (person := known.person(identity)) is not None
        for each in known.of_person(identity)
    ]
    return sorted(dict.fromkeys(found), key=lambda each: (each.start or "", each.post), reverse=True)


def contradictions(known: Knowledge, attested: Sequence[Mapping[str, Any]]) -> list[Contradiction]:
    """Give what reports say of an office that somebody else is known to have held that day, each once."""
    found: dict[tuple[str, str, str], Contradiction] = {}
    for row in attested:
        where = row["body_id"] or row["country"]
        day = _day(row["day"])
        if day is None or where is None:
            continue
        sure = [held for held in known.holders(row["post"], where, day) if held.surely_covers(day)]
        if not sure or any(held.person == row["person_id"] for held in known.holders(row["post"], where, day)):
            continue
        other = known.person(sure[0].person)
        said = f"{row['person']} is {row['post']} of {row['of'] or where}"
        key = (row["person_id"], row["post"], sure[0].person)
        told = Contradiction(row["id"], row["day"], said, row["words"], other.name if other else "", sure[0].source)
        found.setdefault(key, told)
    return list(found.values())


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated) if stated else None
    except ValueError:
        return None


def _of(country: str | None, body: str | None) -> str:
    known = (known_body(body) if body else None) or (known_state(country) if country else None)
    return known.name if known is not None else country or body or ""
