"""What stands between the pages and the rest of the world."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ["127.0.0.1", "localhost"]
_HEADERS = {
    "content-security-policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # Nothing goes elsewhere; a form of ours says where it comes from, which "no-referrer" would hide from ourselves too.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


class Guarded:
    """Let nothing from elsewhere onto a page, and no page into anything else.

    Args:
        app: The app behind.
    """

    def __init__(self, app: ASGIApp) -> None:
        # A foreign name that points at this machine must not read the record: the Host header tells.
        self._app = TrustedHostMiddleware(app, allowed_hosts=HOSTS, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers that keep a page to itself."""

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, sealed)
