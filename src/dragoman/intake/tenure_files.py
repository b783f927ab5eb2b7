"""Forms in which users keep who held which office: a table, FollowTheMoney entities, Wikidata items, query results."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import DecodeError, Struct, json

from dragoman.errors import InputError
from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.states import known_state

COLUMNS = ("person", "office", "state", "body", "start", "end", "wikidata", "aliases")
NEEDED = ("person", "office")
_START, _END, _OF, _HELD = "P580", "P582", "P642", "P39"
_YEAR, _MONTH = 9, 10  # Wikidata's precisions


class Told(Struct, frozen=True):
    """One tenure in the words of a file.

    Args:
        row: Where it stands, as `row 7`.
        cells: Its columns, as in `COLUMNS`.
    """

    row: str
    cells: Mapping[str, str]


def told_by(path: Path, content: bytes) -> Iterable[Told]:
    """Give the tenures of a file, each in its words.

    Raises:
        InputError: The file is none of the four forms, or lacks a column.
    """
    text = content.decode("utf-8-sig", errors="replace")
    if text.lstrip()[:1] not in {"{", "["}:
        return _of_table(path, text)
    found = list(_objects(path, text))
    if any("schema" in one for one in found):
        return _of_follow_the_money(found)
    if any("claims" in one for one in found):
        return _of_wikidata(found)
    if any("personLabel" in one or "person" in one for one in found):
        return _of_query(found)
    raise InputError(
        f"{path}: neither FollowTheMoney entities (`schema`), Wikidata items (`claims`) nor query results (`person`);"
        f" a CSV needs the columns {', '.join(NEEDED)}"
    )


def _of_table(path: Path, text: str) -> Iterator[Told]:
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""),
        delimiter="\t" if "\t" in first else ";" if ";" in first and "," not in first else ",",
    )
    heads = [head.strip().casefold() for head in reader.fieldnames or ()]
    lacking = [name for name in NEEDED if name not in heads]
    if lacking:
        raise InputError(
            f"{path}: no column {lacking[0]!r} among {', '.join(heads) or 'none'}; it takes {', '.join(COLUMNS)}"
        )
    for number, row in enumerate(reader, start=2):
        cells = {
            str(key).strip().casefold(): (value or "").strip()
            for key, value in row.items()
            if isinstance(value, str | None)
        }
        yield Told(f"row {number}", cells)


def _objects(path: Path, text: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON file: one a line, a list, `entities` by id, or `bindings` of a query."""
    try:
        whole: Any = json.decode(text.encode())
    except DecodeError:
        yield from _lines(path, text)
        return
    if isinstance(whole, dict) and isinstance(whole.get("entities"), dict):
        yield from whole["entities"].values()
    elif isinstance(whole, dict) and isinstance(whole.get("results"), dict):
        for binding in whole["results"].get("bindings", ()):
            yield {name: cell.get("value", "") for name, cell in binding.items()}
    else:
        yield from (one for one in (whole if isinstance(whole, list) else [whole]) if isinstance(one, dict))


def _lines(path: Path, text: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield json.decode(line.encode(), type=dict[str, Any])
        except DecodeError as fault:
            raise InputError(
                f"{path}: line {number}: {fault}; it is neither one JSON text nor one object a line"
            ) from None


def _of_follow_the_money(found: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
    """Yield each Occupancy with its holder and post, which stand in the same file."""
    by_id = {str(one.get("id")): one for one in found}
    for number, one in enumerate(found, start=1):
        if one.get("schema") != "Occupancy":
            continue
        holder, post = (by_id.get(_first(one, name), {}) for name in ("holder", "post"))
        names = _values(holder, "name")
        identity = _first(holder, "wikidataId") or (
            str(holder.get("id", "")) if re.fullmatch(r"Q\d+", str(holder.get("id", ""))) else ""
        )
        yield Told(
            f"entity {number} ({one.get('id', '')})",
            {
                "person": names[0] if names else "",
                "office": _first(post, "name"),
                "state": _first(post, "country") or _first(holder, "country"),
                "start": _first(one, "startDate"),
                "end": _first(one, "endDate"),
                "wikidata": identity,
                "aliases": "; ".join([*names[1:], *_values(holder, "alias")]),
            },
        )


def _values(entity: Mapping[str, Any], name: str) -> list[str]:
    return [str(value) for value in entity.get("properties", {}).get(name, ())]


def _first(entity: Mapping[str, Any], name: str) -> str:
    values = _values(entity, name)
    return values[0] if values else ""


def _of_wikidata(found: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
    """Yield each "position held" of each item; positions and states named in the same file go by their labels."""
    labels = {str(one.get("id")): _label(one) for one in found}
    for one in found:
        for number, claim in enumerate(one.get("claims", {}).get(_HELD, ()), start=1):
            position = _item(claim.get("mainsnak", {}))
            qualifiers = claim.get("qualifiers", {})
            of = _item((qualifiers.get(_OF) or [{}])[0])
            yield Told(
                f"{one.get('id')} {_HELD} {number}",
                {
                    "person": _label(one),
                    "office": labels.get(position, ""),
                    "state": of if known_state(of) else "",
                    "body": of if known_body(of) else "",
                    "start": _time((qualifiers.get(_START) or [{}])[0]),
                    "end": _time((qualifiers.get(_END) or [{}])[0]),
                    "wikidata": str(one.get("id", "")),
                    "aliases": "; ".join(str(each.get("value", "")) for each in one.get("aliases", {}).get("en", ())),
                },
            )


def _label(item: Mapping[str, Any]) -> str:
    labels = item.get("labels", {})
    chosen: Any = labels.get("en") or next(iter(labels.values()), {})
    return str(chosen.get("value", "") if isinstance(chosen, dict) else chosen)


def _item(snak: Mapping[str, Any]) -> str:
    value = snak.get("datavalue", {}).get("value", {})
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _time(snak: Mapping[str, Any]) -> str:
    """Give a Wikidata time as day, month or year, by its precision."""
    value = snak.get("datavalue", {}).get("value", {})
    if not isinstance(value, dict):
        return ""
    stated = str(value.get("time", "")).lstrip("+")[:10]
    parts = {_YEAR: 1, _MONTH: 2}.get(int(value.get("precision", 0)), 3)
    return "-".join(stated.split("-")[:parts])


def _of_query(found: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
    """Yield each row of a query with person, personLabel, positionLabel, countryLabel, start, end."""
    for number, row in enumerate(found, start=1):
        identity = str(row.get("person", "")).rpartition("/")[2]
        yield Told(
            f"binding {number}",
            {
                "person": str(row.get("personLabel", "")),
                "office": str(row.get("positionLabel") or row.get("officeLabel") or ""),
                "state": str(row.get("countryLabel", "")),
                "start": str(row.get("start", ""))[:10],
                "end": str(row.get("end", ""))[:10],
                "wikidata": identity if re.fullmatch(r"Q\d+", identity) else "",
            },
        )
