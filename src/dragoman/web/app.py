"""The app: routes over one record, on this machine only."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.resources import files

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dragoman.api import Record
from dragoman.errors import DragomanError
from dragoman.web.desk import Desk
from dragoman.web.guard import Guarded
from dragoman.web.pages import evidence, judging, meetings
from dragoman.web.screens import SCREENS
from dragoman.web.twins import render, routes_of
from dragoman.web.usual import look_over

_STATIC = {
    "workbench.css": "text/css",
    "workbench.js": "text/javascript",
    "mark.svg": "image/svg+xml",
    "land.svg": "image/svg+xml",
}


def make_app(record: Record, told: Callable[[str], None] = lambda _: None) -> Starlette:
    """Make the workbench over a record.

    Args:
        record: The record.
        told: Called with each step of opening it that takes time.
    """
    return app_of(Desk(record, look_over, told))


def app_of(desk: Desk) -> Starlette:
    """Make the workbench over a desk."""
    routes: list[BaseRoute] = [
        Route(f"/static/{name}", _still(name, of), methods=["GET"]) for name, of in _STATIC.items()
    ]
    routes += [Route(path, answer(desk), methods=["GET"]) for path, answer in _MORE.items()]
    routes += [Route(path, answer(desk), methods=["POST"]) for path, answer in _POSTS.items()]
    for screen in SCREENS:
        routes += routes_of(screen, desk)
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guarded)],
        exception_handlers={DragomanError: _told, HTTPException: _lost},
        lifespan=_while_open(desk),
    )


def serve(record: Record, port: int, told: Callable[[str], None], ready: Callable[[], None]) -> None:
    """Serve the pages on 127.0.0.1 until stopped.

    Args:
        record: The record.
        port: Where.
        told: Called with each step of opening the record that takes time.
        ready: Called when the pages can be opened.
    """
    desk = Desk(record, look_over, told)
    desk.open()
    ready()
    uvicorn.run(app_of(desk), host="127.0.0.1", port=port, log_level="warning", server_header=False)


def _while_open(desk: Desk) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    return lifespan


_MORE = {
    "/peek/{id}": evidence.peek,
    "/meetings.graphml": meetings.graphml,
    "/meetings.gexf": meetings.gexf,
}

_TITLES = {403: "This was not taken", 404: "Nothing stands here", 413: "This was not taken"}
_POSTS = {"/judging": judging.judged, "/gather": judging.gathered}


def _still(name: str, media_type: str) -> Callable[[Request], Response]:
    content = files("dragoman.web").joinpath("static", name).read_bytes()

    def given(_: Request) -> Response:
        return Response(content, media_type=media_type, headers={"cache-control": "max-age=600"})

    return given


def _told(request: Request, fault: Exception) -> Response:
    """Say what is wrong with a question, on a page."""
    return _fault(request, 400, "This cannot be answered", str(fault))


def _lost(request: Request, fault: Exception) -> Response:
    """Say that there is no such page or row."""
    code, detail = (fault.status_code, fault.detail) if isinstance(fault, HTTPException) else (500, str(fault))
    return _fault(request, code, _TITLES.get(code, "This does not work"), detail)


def _fault(request: Request, code: int, title: str, detail: str) -> Response:
    here = {"path": request.url.path, "whole": request.url.path}
    return HTMLResponse(render("fault", title=title, detail=detail, here=here), status_code=code)
