"""SQL: the query files behind the pages, and a box for the reader's own, read-only and bounded."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.store.queries import names_in, needs_of, sql
from dragoman.store.room import only_reads
from dragoman.web.desk import Desk
from dragoman.web.page import Page

MOST = 1000
SECONDS = 10.0
LONGEST = 20_000


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: a query."""

    query: str = ""


class FileAsked(Struct, frozen=True, kw_only=True):
    """What the address asks for: the name of a query file."""

    name: str


class SqlPage(Page, frozen=True, kw_only=True):
    """The answer to a query.

    Args:
        query: The query.
        columns: Columns of the answer.
        answer: Its rows, a thousand at most.
        more: Whether there are more.
        fault: Why it was not answered, if so.
        views: Views and tables to ask.
    """

    query: str
    columns: tuple[str, ...]
    answer: tuple[dict[str, Any], ...]
    more: bool
    fault: str | None
    views: tuple[str, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the rows of the answer."""
        return self.answer


class QueryPage(Page, frozen=True, kw_only=True):
    """A query file.

    Args:
        folder: asks or views.
        text: The query as it stands.
        needs: Views and tables it asks.
    """

    folder: str
    text: str
    needs: tuple[str, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the query as one row."""
        return [{"name": self.title, "text": self.text}]


def make(desk: Desk, asked: Asked) -> SqlPage:
    """Answer one reading query within its limits."""
    columns: tuple[str, ...] = ()
    answer: list[dict[str, Any]] = []
    fault = None
    if asked.query.strip():
        try:
            columns, answer = _answered(desk, asked.query)
        except UsageError as told:
            fault = str(told)
    return SqlPage(
        title="SQL", queries=(), query=asked.query, columns=columns, answer=tuple(answer[:MOST]), more=len(answer) > MOST, fault=fault,
        views=names_in("views"),
    )  # fmt: skip


def _answered(desk: Desk, query: str) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    if len(query) > LONGEST:
        raise UsageError(f"the query has {len(query):,} characters; {LONGEST:,} are the most")
    only_reads(query)
    # The query stands on lines of its own, so that a comment at its end does not swallow the bracket.
    bounded = f"FROM (\n{query.rstrip().rstrip(';')}\n) LIMIT {MOST + 1}"
    found = desk.record.sql(bounded, seconds=SECONDS)
    return tuple(found.columns), found.rows()


def make_file(_desk: Desk, asked: FileAsked) -> QueryPage:
    """Show a query file."""
    for folder in ("asks", "views"):
        if asked.name in names_in(folder):
            text = sql(folder, asked.name)
            return QueryPage(title=asked.name, queries=(asked.name,), folder=folder, text=text, needs=needs_of(text))
    raise UsageError(f"no query file is called {asked.name[:80]!r}; the foot of every page names those behind it")
