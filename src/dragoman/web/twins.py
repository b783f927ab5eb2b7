"""One address, three forms: the page, its struct as JSON, its rows as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.shown import environment

T = TypeVar("T", bound=Struct)
Make = Callable[[Desk, Any], Page]


class Screen(Struct, frozen=True, kw_only=True):
    """A page of the workbench.

    Args:
        name: Name of the page and of its template.
        path: Its address; the twins' is the same with `.json` or `.csv`.
        asked: Struct of what the address asks for.
        page: Struct of what it shows.
        make: Makes the page.
    """

    name: str
    path: str
    asked: type[Struct]
    page: type[Page]
    make: Make


def routes_of(screen: Screen, desk: Desk) -> list[BaseRoute]:
    """Give the routes of a page and its twins."""
    # An id may have a slash in it.
    path = screen.path.replace("{id}", "{id:path}")
    stem = "/index" if path == "/" else path

    def made(request: Request) -> tuple[Struct, Page]:
        asked = asked_of(request, screen.asked)
        return asked, screen.make(desk, asked)

    def html(request: Request) -> Response:
        asked, page = made(request)
        return HTMLResponse(
            render(
                screen.name,
                page=page,
                asked=msgspec.structs.asdict(asked),
                here=_here(request, stem),
                token=desk.token.value,
            )
        )

    def json(request: Request) -> Response:
        return Response(msgspec.json.encode(made(request)[1]), media_type="application/json")

    def rows(request: Request) -> Response:
        return Response(csv_of(made(request)[1].rows()), media_type="text/csv; charset=utf-8")

    return [
        Route(stem + ".json", json, methods=["GET"]),
        Route(stem + ".csv", rows, methods=["GET"]),
        Route(path, html, methods=["GET"], name=screen.name),
    ]


def asked_of(request: Request, of: type[T]) -> T:
    """Read what an address asks for.

    Raises:
        UsageError: A value is of the wrong sort.
    """
    lists = {field.name for field in msgspec.structs.fields(of) if isinstance(field.default, tuple)}
    given: dict[str, Any] = dict(request.path_params)
    for name, value in request.query_params.multi_items():
        if name in lists:
            given.setdefault(name, []).append(value)
        elif value:
            given[name] = value
    try:
        return msgspec.convert(given, of, strict=False)
    except msgspec.ValidationError as fault:
        raise UsageError(f"the address asks for something this page does not know: {fault}") from None


def render(template: str, **values: Any) -> str:
    """Fill a template."""
    return environment().get_template(f"{template}.html").render(**values)


def csv_of(rows: Iterable[Struct | Mapping[str, Any]]) -> str:
    """Write rows as CSV; lists go into one cell, parted by semicolons."""
    table = [row if isinstance(row, Mapping) else msgspec.structs.asdict(row) for row in rows]
    out = io.StringIO()
    if table:
        writer = csv.writer(out)
        writer.writerow(table[0])
        writer.writerows([_cell(value) for value in row.values()] for row in table)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join("" if one is None else str(one) for one in value)
    return value


def _here(request: Request, stem: str) -> dict[str, str]:
    """Give the addresses of the page shown and of its twins."""
    path = request.url.path if stem != "/index" else "/index"
    query = f"?{request.url.query}" if request.url.query else ""
    return {
        "path": request.url.path, "json": f"{path}.json{query}", "csv": f"{path}.csv{query}",
        "whole": request.url.path + query,
    }  # fmt: skip
