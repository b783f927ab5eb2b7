"""The token that a post must bring from the page it came from."""

from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dragoman.web.guard import HOSTS

MOST_BYTES = 20_000


class Token:
    """A secret of this process, put into the forms of its pages and into nothing else."""

    def __init__(self) -> None:
        self.value = token_urlsafe(32)

    async def form(self, request: Request) -> dict[str, str]:
        """Give the fields of a form that one of our own pages sent.

        Raises:
            HTTPException: It comes from elsewhere, lacks the token or is too large.
        """
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).hostname not in HOSTS:
            raise HTTPException(403, "this form was sent from a page of somebody else")
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:
                raise HTTPException(413, f"a form has {MOST_BYTES:,} bytes at most")
        fields = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
        if not compare_digest(fields.pop("token", "").encode(), self.value.encode()):
            raise HTTPException(403, "the form lacks the token of its page; open the page again and repeat")
        return fields
