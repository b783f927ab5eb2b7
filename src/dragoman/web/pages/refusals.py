"""What was not taken in or not read, and why."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.web.desk import Desk
from dragoman.web.page import Page

_MOST = 1000


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: the reason."""

    code: str = ""


class Refusal(Struct, frozen=True, kw_only=True):
    """A reading refused.

    Args:
        id: Id of the report or of the bytes, or the address.
        stage: The stage that refused.
        code: The reason.
        uri: Where it came from.
        detail: The reason in words.
    """

    id: str | None
    stage: str
    code: str
    uri: str | None
    detail: str


class RefusalsPage(Page, frozen=True, kw_only=True):
    """What was refused.

    Args:
        refusals: The refusals, a thousand at most.
        count: How many there are.
    """

    refusals: tuple[Refusal, ...]
    count: int

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the refusals."""
        return self.refusals


def make(desk: Desk, asked: Asked) -> RefusalsPage:
    """List refusals."""
    found = [one for one in desk.rows("refusals", Refusal) if asked.code in ("", one.code)]
    return RefusalsPage(title="Refusals", queries=("refusals",), refusals=tuple(found[:_MOST]), count=len(found))
