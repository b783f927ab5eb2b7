"""Addresses the user names are fetched, and only these."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.intake.made import PAGE, RSS, STORY, gzipped, split

from dragoman.intake import Limits

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=windows-1251"}, PAGE.encode()),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzipped(PAGE.encode())),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, RSS.encode()),
    "/text": (200, {"Content-Type": "text/plain"}, STORY.encode()),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/out": (302, {"Location": "ftp://harbour.example/a"}, b""),
    "/gone": (404, {}, b"gone"),
    "/large": (200, {"Content-Type": "text/plain"}, STORY.encode() * 100),
}


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "media_type", "many"),
    [
        ("/page", "text/html; charset=windows-1251", 1),
        ("/packed", "text/html", 1),
        ("/feed", "application/json", 2),
        ("/text", "text/plain", 1),
        ("/moved", "text/html; charset=windows-1251", 1),
    ],
)
def test_an_address_is_fetched(site: str, path: str, media_type: str, many: int) -> None:
    raws, refusals = split([site + path])
    assert refusals == []
    assert [raw.media_type for raw in raws] == [media_type] * many
    assert all(raw.fetched_at and abs((raw.fetched_at - datetime.now(UTC)).total_seconds()) < 60 for raw in raws)


@pytest.mark.parametrize(
    ("path", "code"),
    [("/gone", "fetch-failed"), ("/round", "fetch-failed"), ("/out", "fetch-failed"), ("/large", "too-large")],
)
def test_what_cannot_be_fetched_is_refused(site: str, path: str, code: str) -> None:
    raws, refusals = split([site + path], limits=Limits(item=2_000))
    assert raws == []
    assert [one.code for one in refusals] == [code]


def test_a_server_that_is_not_there_is_refused() -> None:
    _, refusals = split(["http://127.0.0.1:9/"], limits=Limits(seconds=2))
    assert [one.code for one in refusals] == ["fetch-failed"]
