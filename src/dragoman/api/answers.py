"""What a question gives: rows that go on as dictionaries, Arrow, pandas or polars."""

from collections.abc import Iterator
from html import escape
from importlib import import_module
from typing import Any

from dragoman.errors import UsageError


class Answer:
    """The rows of an answer, in order.

    Args:
        table: The rows as an Arrow table.
        of: What the rows are, such as `statements`; doors choose columns by it.
    """

    def __init__(self, table: Any, of: str) -> None:
        self._table = table
        self.of = of

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return list(self._table.column_names)

    def rows(self) -> list[dict[str, Any]]:
        """Give the rows as dictionaries."""
        rows: list[dict[str, Any]] = self._table.to_pylist()
        return rows

    def arrow(self) -> Any:
        """Give the rows as a `pyarrow.Table`."""
        return self._table

    def df(self) -> Any:
        """Give the rows as a pandas data frame; needs `dragoman[notebook]`."""
        _library("pandas")
        return self._table.to_pandas()

    def pl(self) -> Any:
        """Give the rows as a polars data frame; needs `dragoman[notebook]`."""
        return _library("polars").from_arrow(self._table)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.of}: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_plain(value))}</td>" for value in row.values()) + "</tr>"
            for row in self._table.slice(0, 50).to_pylist()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _library(name: str) -> Any:
    """Load a library that is optional, and heavy.

    Raises:
        UsageError: It is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(
            f"{name} is not installed; `pip install 'dragoman[notebook]'` puts it there, and `.arrow()` does without"
        ) from None


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
