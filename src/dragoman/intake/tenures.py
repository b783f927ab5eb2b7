"""Tenures from a user's own file, each read or told why not."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.intake.tenure_files import COLUMNS, NEEDED, Told, told_by
from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.known import slug
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.offices import posts_named
from dragoman.lexicon.people import named
from dragoman.lexicon.states import known_state
from dragoman.lexicon.toml_lists import rows_of
from dragoman.settings import OwnTenure

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_ISO2 = re.compile(r"[A-Za-z]{2}")


class Fault(Struct, frozen=True):
    """A row that could not be taken, and what to do about it."""

    row: str
    detail: str


def read_tenures(path: Path) -> tuple[tuple[OwnTenure, ...], tuple[Fault, ...]]:
    """Read the tenures of a file, and tell each row that cannot be read.

    Raises:
        InputError: The file is missing, or is none of the four forms.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}") from None
    rows: list[OwnTenure] = []
    faults: list[Fault] = []
    for told in told_by(path, content):
        read = _tenure(path, told)
        (faults if isinstance(read, Fault) else rows).append(read)  # type: ignore[arg-type]
    return tuple(rows), tuple(faults)


def _tenure(path: Path, told: Told) -> OwnTenure | Fault:
    cells = {name: told.cells.get(name, "") for name in COLUMNS}
    office, country, body = _office(cells)
    fault = _fault_of(cells) or _fault_of_place(cells, country, body)
    if fault is not None:
        return Fault(told.row, fault)
    posts = posts_named(office, country)
    return OwnTenure(
        person=_person(cells, country),
        name=cells["person"],
        aliases=tuple(each.strip() for each in cells["aliases"].split(";") if each.strip()),
        label=cells["office"],
        post=posts[0] if len(posts) == 1 else office.casefold(),
        country=country,
        body=body,
        start=cells["start"] or None,
        end=cells["end"] or None,
        source=f"{path.name}, {told.row}",
    )


def _fault_of(cells: Mapping[str, str]) -> str | None:
    """Tell what is wrong with who, what and when; None when nothing is."""
    for name in NEEDED:
        if not cells[name]:
            return f"no {name}; every tenure needs one"
    for name in ("start", "end"):
        if cells[name] and not _is_day(cells[name]):
            return f"{name} {cells[name]!r} is no day; write YYYY, YYYY-MM or YYYY-MM-DD"
    if cells["start"] and cells["end"] and cells["end"] < cells["start"][: len(cells["end"])]:
        return f"it ends ({cells['end']}) before it starts ({cells['start']}); mend one of the two"
    return None


def _fault_of_place(cells: Mapping[str, str], country: str | None, body: str | None) -> str | None:
    """Tell what is wrong with whose office it is."""
    if cells["state"] and country is None and body is None:
        return f"no state {cells['state']!r}; write its name or its ISO 3166 code, as Iran, IRN or IR"
    if cells["body"] and body is None:
        return f"no organisation {cells['body']!r} in the list of bodies; write its name or acronym as reports do"
    if country is None and body is None:
        return f"{cells['office']!r} does not say of which state or body; fill the column state or body"
    return None


def _is_day(stated: str) -> bool:
    if not _DAY.fullmatch(stated):
        return False
    try:
        date.fromisoformat(f"{stated}-01-01"[:10] if len(stated) != len("YYYY-MM") else f"{stated}-01")
    except ValueError:
        return False
    return True


def _office(cells: Mapping[str, str]) -> tuple[str, str | None, str | None]:
    """Give the office without whose it is, the code of its state and the id of its body."""
    body = known_body(cells["body"]) if cells["body"] else None
    country = _country(cells["state"])
    for cut in (" of ", " of the "):
        head, found, tail = cells["office"].rpartition(cut)
        if found and _country(tail) is not None and country in {None, _country(tail)}:
            return head, None if body else _country(tail), body.id if body else None
        if found and body is None and country is None and (known := known_body(tail)) is not None:
            return head, None, known.id
    return cells["office"], None if body else country, body.id if body else None


def _country(words: str) -> str | None:
    """Give the alpha-3 code of a state by name, code or Wikidata id."""
    listed = known_state(words.upper())
    if listed is not None:
        return listed.country
    if _ISO2.fullmatch(words) and (code := _by_two_letters(words)) is not None:
        return code
    match = lookup_phrase(words) if words else None
    state = match.senses[0].known if match is not None else None
    return state.country if state is not None and state.kind == "state" else None


def _by_two_letters(code: str) -> str | None:
    """Give the alpha-3 code of an alpha-2 one, of states that are listed."""
    three = next((row["three"] for row in rows_of("two_letters.tsv") if row["two"] == code.upper()), None)
    return three if three and known_state(three) is not None else None


def _person(cells: Mapping[str, str], country: str | None) -> str:
    """Give the id of a person: as stated, else of the one person of that state known by the name, else made of it."""
    if re.fullmatch(r"Q\d+", cells["wikidata"]):
        return cells["wikidata"]
    same = [known for known in named(cells["person"]) if known.country == country]
    return same[0].id if len(same) == 1 else f"dragoman:person/{slug(cells['person'])}"
