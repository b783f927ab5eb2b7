"""Rows of articles as they lie in JSON, CSV, Parquet and feeds: their fields by our names."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from dragoman.dates import Days, days_of, parse_days
from dragoman.errors import Refused
from dragoman.lexicon.pages import column_of, names_of_fields
from dragoman.reading.documents.text import decode
from dragoman.records import Field

MEDIA_TYPES = frozenset(("application/x-ndjson", "application/json"))
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")

Article = Mapping[str, Any]


def decode_row(content: bytes) -> Article:
    """Read a JSON object, forgiving NaN and raw control characters.

    Raises:
        Refused: `malformed-row` when it is none, `undecodable` when no encoding fits.
    """
    try:
        row = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = _forgiving(content)
    if not isinstance(row, dict):
        raise Refused("malformed-row", f"a JSON object was expected, this is {_sort_of(row)}")
    return row


def fields_of(keys: Iterable[str], stated: Mapping[str, str]) -> tuple[Field, ...]:
    """Say by which key a row gives each of our fields, sorted by field.

    Args:
        keys: Keys of the row.
        stated: Our field to its key, as the user has it; it goes before every guess and may name
            a key inside another, as in `article.body`.
    """
    best: dict[str, tuple[int, str]] = {}
    for key in keys:
        known = column_of(key)
        if known and known[0] not in stated:
            best[known[0]] = min(best.get(known[0], (len(key) + 1_000, key)), (known[1], key))
    chosen = {name: key for name, (_, key) in best.items()} | dict(stated)
    return tuple(Field(name, chosen[name]) for name in sorted(chosen))


def unknown_fields(stated: Collection[str]) -> list[str]:
    """Give names that are no fields of ours."""
    return sorted(set(stated) - set(names_of_fields()))


def value_at(row: Article, key: str) -> Any:
    """Give the value of a key, or of a key inside another; None when there is none."""
    if key in row:
        return row[key]
    value: Any = row
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def text_in(value: Any) -> str:
    """Give a value as text: of lists each on its line, of objects their name, text or value."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n\n".join(text for each in value if (text := text_in(each)))
    if isinstance(value, Mapping):
        return text_in(next((value[key] for key in ("name", "value", "text", "title") if key in value), ""))
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 - NaN differs from itself


def day_in(value: Any) -> Days | None:
    """Give the day a field states, as text or as seconds since 1970."""
    text = text_in(value).strip()
    if seconds := _EPOCH.fullmatch(text):
        return days_of(datetime.fromtimestamp(int(seconds[1]), UTC).date())
    return parse_days(text) if text else None


def _forgiving(content: bytes) -> Any:
    try:
        return json.loads(decode(content), strict=False)
    except (ValueError, RecursionError) as fault:
        raise Refused("malformed-row", f"this is no JSON object ({fault}); mend the line or leave it out") from None


def _sort_of(value: Any) -> str:
    sorts = {list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return sorts.get(type(value), "null")
