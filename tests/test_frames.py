"""Every kind of row goes into Arrow and comes back as it was."""

from datetime import UTC, date, datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.frames import rows_of, schema_of, table_of
from dragoman.records import KINDS, Row

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=8),
    int: st.integers(0, 2**40),
    float: st.floats(allow_nan=False),
    bytes: st.binary(max_size=8),
    date: st.dates(),
    datetime: st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds are naive by contract
}


def strategy(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, UnionType):
        return st.none() | strategy(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return st.lists(strategy(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint)
        return st.builds(hint, **{name: strategy(hints[name]) for name in hint.__struct_fields__})
    return _PLAIN[hint]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(draw=st.data())
def test_rows_survive_the_way_there_and_back(kind: type[Row], draw: st.DataObject) -> None:
    rows = draw.draw(st.lists(strategy(kind), max_size=3))
    assert rows_of(kind, table_of(kind, rows).to_pylist()) == rows


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_column_may_be_null_just_where_the_field_may_be_none(kind: type[Row]) -> None:
    hints = get_type_hints(kind)
    for field in schema_of(kind):
        assert field.nullable == (type(None) in get_args(hints[field.name]))
