"""Rows into Arrow and back, the one place where both are known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

from dragoman.records import Row

T = TypeVar("T", bound=msgspec.Struct)

_PLAIN = (bytes, date, datetime)
_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    bytes: pa.large_binary(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


@cache
def schema_of(kind: type[Row]) -> pa.Schema:
    """Give the Arrow schema of a kind of row, one column a field."""
    hints = get_type_hints(kind)
    return pa.schema([pa.field(name, *_arrow(hints[name])) for name in kind.__struct_fields__])


def table_of(kind: type[Row], rows: Iterable[Row]) -> pa.Table:
    """Lay rows of one kind out as a table; rows that nest no structs go in column by column, several times faster."""
    schema = schema_of(kind)
    if not any(_nests(field.type) for field in schema):
        rows = tuple(rows)
        return pa.table(
            [pa.array([getattr(row, field.name) for row in rows], field.type) for field in schema], schema=schema
        )
    plain = [msgspec.to_builtins(row, builtin_types=_PLAIN) for row in rows]
    return pa.Table.from_pylist(plain, schema=schema)


def _nests(column: pa.DataType) -> bool:
    """Tell whether a column holds structs."""
    return bool(pa.types.is_struct(column) or (pa.types.is_list(column) and pa.types.is_struct(column.value_type)))


def rows_of(kind: type[T], records: Sequence[Mapping[str, Any]]) -> list[T]:
    """Build structs from what a table gives; a null list becomes an empty one.

    Raises:
        msgspec.ValidationError: A column has another type than the field it fills.
    """
    return msgspec.convert(records, list[kind], builtin_types=_PLAIN)  # type: ignore[valid-type]


def _arrow(hint: Any) -> tuple[pa.DataType, bool]:
    """Give the Arrow type of a type hint and whether it may be null."""
    if get_origin(hint) in (Union, UnionType):
        present = [part for part in get_args(hint) if part is not type(None)]
        return _arrow(present[0])[0], True
    if get_origin(hint) is tuple:
        return pa.list_(_arrow(get_args(hint)[0])[0]), False
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        inner = get_type_hints(hint)
        return pa.struct([pa.field(name, *_arrow(inner[name])) for name in hint.__struct_fields__]), False
    return _SCALARS[hint], False
