"""Addresses fetched because the user named them, and nothing they lead to."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPException, HTTPMessage
from importlib.metadata import version
from typing import IO, BinaryIO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener, getproxies

from dragoman.errors import Refused
from dragoman.intake.sources import Limits, Source

SCHEMES = ("http://", "https://")
_SAFE = "/:?#[]@!$&'()*+,;=%~"


def is_address(target: str) -> bool:
    """Tell whether a target is an http(s) address."""
    return target.lower().startswith(SCHEMES)


@contextmanager
def fetched(address: str, limits: Limits) -> Iterator[Source]:
    """Fetch an address.

    Raises:
        Refused: `fetch-failed`, with what the server or the network said.
    """
    opener = build_opener(_Redirects(limits.redirects), ProxyHandler(getproxies()))
    headers = {"User-Agent": f"dragoman/{version('dragoman')}", "Accept-Encoding": "identity"}
    try:
        request = Request(quote(address, safe=_SAFE), headers=headers)  # noqa: S310 - http and https only, checked before
        response = opener.open(request, timeout=limits.seconds)
    except HTTPError as fault:
        with fault:
            raise Refused(
                "fetch-failed", f"the server answered {fault.code} {fault.reason}; save the page and give the file"
            ) from None
    except (URLError, OSError, HTTPException, ValueError, ssl.SSLError) as fault:
        reason = getattr(fault, "reason", fault)
        raise Refused(
            "fetch-failed", f"it could not be fetched ({reason}); check the address or give a saved file"
        ) from None
    with response:
        final = response.geturl()
        yield Source(
            uri=final,
            name=urlsplit(final).path.rpartition("/")[2],
            stream=cast("BinaryIO", response),
            media_type=response.headers.get("Content-Type", ""),
            fetched_at=datetime.now(UTC).replace(microsecond=0),
        )


class _Redirects(HTTPRedirectHandler):
    """Follows few redirects, and none that leave http and https."""

    def __init__(self, most: int) -> None:
        self._left = most

    def redirect_request(  # noqa: PLR0913, PLR0917 - as the library calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not is_address(newurl):
            raise URLError(f"it redirects to {newurl.partition(':')[0]}:, which is not followed")
        self._left -= 1
        if self._left < 0:
            raise URLError("it redirects too often")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
