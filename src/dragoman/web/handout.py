"""A dossier or what passed between two as one file with all its evidence, to be sent to somebody."""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from dragoman.api import Record
from dragoman.errors import RecordError, UsageError
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.pages import dyad, thing
from dragoman.web.twins import render

_LINK = re.compile(r'<a\b([^>]*?) href="(/[^"]*)"([^>]*)>')
_FACT = re.compile(r"^/fact/([0-9a-f]{20})$")
_SHOWN = 40
_MOST_NAMES = 2


class Grounded(Struct, frozen=True, kw_only=True):
    """A fact with its sentence, the words of the fact apart.

    Args:
        row: What the query gives of it.
        before: The sentence before the words.
        words: The words; empty where they do not stand in it as they are.
        after: The sentence after them.
    """

    row: Mapping[str, Any]
    before: str
    words: str
    after: str


def hand_out(record: Record, about: Sequence[str], out: Path) -> int:
    """Write a dossier on one name, or what passed between two, and give the number of facts in it.

    Raises:
        UsageError: No name, more than two, or one nobody goes by.
        RecordError: The file cannot be written.
    """
    if not 1 <= len(about) <= _MOST_NAMES:
        raise UsageError(f"a file is about one name or two, not {len(about)}: --about Iran --about Russia")
    desk = Desk(record)
    try:
        page = _page(desk, about)
        evidence = [_grounded(row) for row in desk.ask("page_evidence", ids=_ids(page))]
        text = _written(page, evidence)
    finally:
        desk.close()
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise RecordError(f"cannot write {out}: {fault.strerror}; name a file in a folder you may write to") from None
    return len(evidence)


def _page(desk: Desk, about: Sequence[str]) -> thing.ThingPage | dyad.DyadPage:
    if len(about) == 1:
        return thing.make(desk, thing.Asked(id=about[0]), _SHOWN)
    return dyad.make(desk, dyad.Asked(left=about[0], right=about[1], series="month"))


def _ids(page: thing.ThingPage | dyad.DyadPage) -> list[str]:
    parts = page.sections if isinstance(page, thing.ThingPage) else page.lanes
    return list(dict.fromkeys(line.id for part in parts for line in part.lines))


def _grounded(row: Mapping[str, Any]) -> Grounded:
    passage, words = row["passage"] or "", row["words"] or ""
    before, found, after = passage.partition(words) if words else (passage, "", "")
    return Grounded(row=row, before=before, words=found, after=after)


def _written(page: Page, evidence: Sequence[Grounded]) -> str:
    """Fill the template; links lead to the evidence in the file, and what would lead to other pages is plain."""
    style = files("dragoman.web").joinpath("static", "workbench.css").read_text()
    text = render(
        "handout",
        page=page,
        evidence=evidence,
        style=Markup(style),  # noqa: S704 - our own
        of="thing" if isinstance(page, thing.ThingPage) else "dyad",
    )
    return _LINK.sub(_Inward({one.row["id"] for one in evidence}), text)


class _Inward:
    """Turns links to facts towards the evidence of the file, and takes the others away."""

    def __init__(self, held: Iterable[str]) -> None:
        self._held = frozenset(held)

    def __call__(self, link: re.Match[str]) -> str:
        """Give the tag anew."""
        fact = _FACT.match(link.group(2))
        inward = f' href="#e-{fact.group(1)}"' if fact and fact.group(1) in self._held else ""
        return f"<a{link.group(1)}{inward}{link.group(3)}>"
