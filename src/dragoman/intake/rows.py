"""JSON lines, JSON arrays, CSV and Parquet: a raw for each article in them."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, cast

import msgspec

from dragoman.errors import Refused
from dragoman.intake.sniffing import HEAD
from dragoman.intake.sources import MIB, Asked, Item, Source, lines_of, raw_of, read_whole, refusal, refused
from dragoman.lexicon.pages import names_of_fields
from dragoman.reading.documents.rows import decode_row, fields_of, text_in, unknown_fields, value_at
from dragoman.reading.documents.text import decode
from dragoman.records import Field

_LINES, _OBJECTS = "application/x-ndjson", "application/json"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WRAPPERS = ("items", "articles", "results", "documents", "docs", "stories", "entries", "data")
_BATCH = 256


def refuse_unknown(fields: Mapping[str, str]) -> None:
    """Refuse a mapping of fields that are none of ours.

    Raises:
        Refused: `unknown-field`, naming them.
    """
    if unknown := unknown_fields(fields):
        raise Refused("unknown-field", f"no field {', '.join(unknown)}; --map takes {', '.join(names_of_fields())}")


def open_lines(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each JSON line, just as received; blank lines are passed over."""
    if source.stream.peek(2)[:2] in _WIDE_MARKS:  # type: ignore[attr-defined]
        source = _narrowed(source, asked)
    for number, line in lines_of(source, asked.limits.line):
        part = f"line={number}"
        if line is None:
            yield refusal(
                _at(source, part), "line-too-long", f"over {asked.limits.line // MIB} MB; one article a line is meant"
            )
        elif line.strip():
            yield _line(source, line.removeprefix(b"\xef\xbb\xbf"), part, asked)


def _line(source: Source, line: bytes, part: str, asked: Asked) -> Item:
    try:
        row = decode_row(line)
        return raw_of(source, line, _LINES, part, _checked_fields(row, asked.fields))
    except Refused as reason:
        code = "malformed-line" if reason.code == "malformed-row" else reason.code
        return refusal(_at(source, part), code, reason.detail)


def _checked_fields(row: Mapping[str, Any], stated: Mapping[str, str]) -> tuple[Field, ...]:
    """Say which key is which of our fields.

    Raises:
        Refused: `no-text`, when no key that holds text or HTML has any.
    """
    fields = fields_of(row, stated)
    texts = [field.key for field in fields if field.name in {"text", "html"}]
    if not any(text_in(value_at(row, key)).strip() for key in texts):
        keys = ", ".join(list(row)[:12]) or "none"
        raise Refused("no-text", f"no text under its keys ({keys}); say which with --map text=KEY")
    return fields


def open_json(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each object of a JSON array, of a list in an object, or for the one object."""
    for number, row in enumerate(_values(source, asked), 1):
        if isinstance(row, Refused):
            yield refusal(_at(source, f"item={number}"), row.code, row.detail)
            return
        yield from _object(source, row, f"item={number}", asked)


def _object(source: Source, row: Any, part: str, asked: Asked) -> Iterator[Item]:
    if not isinstance(row, dict):
        yield refusal(_at(source, part), "malformed-row", "a JSON object was expected; one article an object is meant")
        return
    inner = next((row[key] for key in _WRAPPERS if isinstance(row.get(key), list)), None)
    if inner is not None and all(isinstance(each, dict) for each in inner):
        for number, each in enumerate(inner, 1):
            yield _row(source, each, f"item={number}", asked)
    else:
        yield _row(source, row, part, asked)


def _row(source: Source, row: Mapping[str, Any], part: str, asked: Asked) -> Item:
    """Put a row down as canonical JSON: keys sorted, UTF-8, no blanks."""
    try:
        fields = _checked_fields(row, asked.fields)
        content = canonical(row)
        if len(content) > asked.limits.line:
            raise Refused("line-too-long", f"over {asked.limits.line // MIB} MB; one article a row is meant")  # noqa: TRY301
        return raw_of(source, content, _OBJECTS, part, fields)
    except Refused as reason:
        return refused(_at(source, part), reason)


def canonical(row: Mapping[str, Any]) -> bytes:
    """Write a row as JSON that is the same for the same row."""
    try:
        return msgspec.json.encode(row, order="sorted", enc_hook=_plain)
    except (UnicodeEncodeError, TypeError, ValueError):
        return json.dumps(row, sort_keys=True, default=_plain, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else str(value)


def _values(source: Source, asked: Asked) -> Iterator[Any]:
    """Decode a JSON text value by value, holding one at a time; the last may be a refusal."""
    text = io.TextIOWrapper(source.stream, encoding=_encoding(source), errors="replace")
    decoder = json.JSONDecoder(strict=False)
    held = text.read(HEAD).lstrip("\ufeff \t\r\n")
    listed = held.startswith("[")
    held = held[1:] if listed else held
    while True:
        held = held.lstrip(", \t\r\n") if listed else held.strip()
        if held.startswith("]") or (not held and not (held := text.read(HEAD).lstrip(", \t\r\n"))):
            return
        try:
            value, end = decoder.raw_decode(held)
        except (ValueError, RecursionError) as fault:
            if len(held) > asked.limits.item:
                yield Refused(
                    "too-large", f"an object of over {asked.limits.item // MIB} MB; give the articles as JSONL"
                )
                return
            more = text.read(max(HEAD, len(held)))
            if not more:
                yield Refused("malformed-json", f"it stops being JSON here ({fault}); what came before is kept")
                return
            held += more
            continue
        yield value
        held = held[end:]


def _encoding(source: Source) -> str:
    """Tell the encoding of a table or JSON text by its head."""
    head = source.stream.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return encoding
    try:
        head[: head.rfind(b"\n") + 1].decode()
    except UnicodeDecodeError:
        return "cp1252" if decode(head) == head.decode("cp1252", "replace") else "utf-8"
    return "utf-8"


def _narrowed(source: Source, asked: Asked) -> Source:
    """Give JSON lines in UTF-16 as UTF-8, since a line end is one byte there."""
    content = decode(read_whole(source, asked.limits.held)).encode()
    return msgspec.structs.replace(source, stream=cast("Any", io.BufferedReader(cast("Any", io.BytesIO(content)))))


def open_table(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each row of a CSV or TSV file."""
    csv.field_size_limit(asked.limits.line)  # the module has one limit for all, and its default cuts articles short
    text = io.TextIOWrapper(source.stream, encoding=_encoding(source), errors="replace", newline="")
    header = text.readline(MIB)
    separator = max(",\t;|", key=header.count)
    names = [name.strip().lstrip("\ufeff") for name in next(csv.reader([header], delimiter=separator), [])]
    _refuse_headless(names, asked)
    rows = csv.reader(text, delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            cells = next(rows, None)
        except (csv.Error, UnicodeError) as fault:
            detail = f"it cannot be read on from here ({fault}); what came before is kept, mend its quotes"
            yield refusal(_at(source, f"row={number}"), "malformed-table", detail)
            return
        if cells is None:
            return
        if cells:
            yield _cells(source, names, cells, f"row={number}", asked)


def _cells(source: Source, names: list[str], cells: list[str], part: str, asked: Asked) -> Item:
    if len(cells) != len(names):
        detail = f"{len(cells)} cells under {len(names)} columns; mend its quotes or leave the row out"
        return refusal(_at(source, part), "ragged-row", detail)
    return _row(source, dict(zip(names, cells, strict=True)), part, asked)


def _refuse_headless(names: Iterable[str], asked: Asked) -> None:
    """Refuse a table none of whose columns holds the text.

    Raises:
        Refused: `no-text-column`, naming the columns there are.
    """
    found = {field.name: field.key for field in fields_of(names, asked.fields)}
    chosen = {found.get("text"), found.get("html")} - {None}
    if not chosen or not any(str(key).partition(".")[0] in set(names) or key in set(names) for key in chosen):
        raise Refused(
            "no-text-column", f"no column holds the text ({', '.join(names)}); say which with --map text=COLUMN"
        )


def open_parquet(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each row of a Parquet file, a batch in memory at a time."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and only for Parquet
    import pyarrow.parquet as pq  # noqa: PLC0415

    stream = (
        source.stream
        if source.depth == 0 and source.stream.seekable()
        else io.BytesIO(read_whole(source, asked.limits.held))
    )
    number = 0
    try:
        table = pq.ParquetFile(stream)
        _refuse_headless(table.schema_arrow.names, asked)
        for batch in table.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield _row(source, row, f"row={number}", asked)
    except (pa.ArrowException, OSError) as fault:
        detail = f"it cannot be read as Parquet ({fault}); what came before is kept, fetch it again".replace("\n", " ")
        yield refusal(_at(source, f"row={number + 1}"), "damaged", detail)


def _at(source: Source, part: str) -> str:
    return f"{source.uri}{'#' if '#' not in source.uri else '!'}{part}"
