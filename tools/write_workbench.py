"""Write what docs/how-to/workbench.md says of every page and twin, from the running code.

    python tools/write_workbench.py [--check]

What stands above "## Pages" is written by hand and stays. With --check nothing is written; exit 1 when it is stale.
"""

import inspect
import re
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dragoman.web.screens import SCREENS
from dragoman.web.twins import Screen

PAGE = Path(__file__).parent.parent / "docs" / "how-to" / "workbench.md"
HEAD = "## Pages\n"
_ARGS = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)$", re.MULTILINE)
_TITLES = {
    "home": "Home", "search": "Search and table", "evidence": "Evidence", "report": "Report", "reports": "List of reports", "things": "Names",
    "thing": "Dossier", "dyad": "Dyad", "organisations": "Organisations", "organisation": "Organisation", "meetings": "Meetings and network",
    "conflicts": "Conflicts", "judging": "Judging", "coverage": "Coverage", "scenes": "Map", "refusals": "Refusals", "sql": "SQL", "query": "Query file",
}  # fmt: skip
_ASKED = {
    "id": "Id, its first letters, or a name where names are known", "q": "What was typed",
    "who": "Name or id of somebody taking part; a state stands for its officials too", "by": "Name or id of who speaks or acts",
    "to": "Name or id of who is addressed, spoken of or acted upon", "thing": "Id that must take part itself; may stand several times",
    "since": "First day", "until": "Last day", "sort": "newest, oldest, who, kind, outlet or score",
    "columns": "Columns to show; may stand several times", "page": "Which page of rows, from 1", "most": "Rows at most",
    "layers": "statements, events, offices, places, days; may stand several times", "fact": "Sort of fact; on a report, id of the fact to stand out",
    "section": "Show one section whole", "alone": "true leaves out those who act for it", "left": "Name or id of the one",
    "right": "Name or id of the other", "series": "month shows the series", "of": "person or state", "code": "Reason to narrow to",
    "query": "One SELECT", "name": "Name of a query file", "outlet": "Outlet", "period": "Beginning of the day, as 2016 or 2016-04",
    "kind": "Kind", "year": "Year of the fact or its report", "modality": "Modality of events", "polarity": "asserted or negated",
    "precision": "How the place of an event is known", "dated": "told or not told: whether a day is told",
    "voice": "In whose words an event stands", "origin": "origin or copy", "rule": "Rule that chooses", "field": "Field to narrow to",
    "skip": "Open pairs to pass over", "place": "Place of events, by name",
}  # fmt: skip

# Structs of other floors, whose docstrings say this in prose.
_ELSEWHERE = {
    "Mark": {"field": "The field.", "start": "First code point in the passage.", "end": "End, exclusive."},
    "Grounds": {"score": "How sure the rule is, 0 to 1."},
    "Hit": {
        "report": "Id of the report.", "title": "Its title.", "outlet": "Its outlet.", "published": "The day it states.",
        "score": "How well it fits.", "passage": "Words around those found.", "marks": "Pairs of code points: where they stand in the passage.",
    },
}  # fmt: skip


def main() -> int:
    """Write the page, or compare it."""
    above = PAGE.read_text().partition(HEAD)[0]
    page = above + HEAD + "\n" + "\n".join([*_pages(), "## Structs inside the twins\n", *_structs()])
    if "--check" in sys.argv:
        same = PAGE.read_text() == page
        print(
            "docs/how-to/workbench.md is current"
            if same
            else "docs/how-to/workbench.md is stale: run tools/write_workbench.py"
        )
        return 0 if same else 1
    PAGE.write_text(page)
    return 0


def _pages() -> Iterator[str]:
    for screen in SCREENS:
        yield f"### {_TITLES[screen.name]}: `{screen.path}`\n\n{_first(screen.page)}\n"
        if screen.asked.__struct_fields__:
            yield (
                "Asks for: "
                + ", ".join(f"`{name}` ({_asked(screen, name)})" for name in screen.asked.__struct_fields__)
                + ".\n"
            )
        yield "Fields of the twin:\n"
        yield _fields(screen.page)


def _asked(screen: Screen, name: str) -> str:
    return "year or month" if (screen.name, name) == ("coverage", "by") else _ASKED[name]


def _structs() -> Iterator[str]:
    known: list[type[Struct]] = []
    for screen in SCREENS:
        _reach(screen.page, known)
    pages = {screen.page for screen in SCREENS}
    for of in sorted(set(known) - pages, key=lambda one: one.__name__):
        yield f"### {of.__name__}\n\n{_first(of)}\n"
        yield _fields(of)


def _reach(of: type[Struct], known: list[type[Struct]]) -> None:
    if of not in known:
        known.append(of)
        for hint in typing.get_type_hints(of).values():
            for inner in _structs_in(hint):
                _reach(inner, known)


def _structs_in(hint: object) -> Iterator[type[Struct]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in typing.get_args(hint):
        yield from _structs_in(inner)


def _first(of: type) -> str:
    return (inspect.getdoc(of) or "").split("\n")[0]


def _fields(of: type[Struct]) -> str:
    """Say what each field is, as the docstrings of the struct and of what it is made from do."""
    said = dict(_ELSEWHERE.get(of.__name__, {}))
    for one in reversed(of.__mro__):
        said |= {
            name: " ".join(text.split())
            for name, text in _ARGS.findall((inspect.getdoc(one) or "").partition("Args:")[2])
        }
    lacking = [name for name in of.__struct_fields__ if name not in said]
    if lacking:
        sys.exit(f"{of.__module__}.{of.__name__} says nothing of {', '.join(lacking)}: write it under Args")
    return "\n".join(f"- `{name}`: {said[name]}" for name in of.__struct_fields__) + "\n"


if __name__ == "__main__":
    sys.exit(main())
