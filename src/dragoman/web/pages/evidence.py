"""A fact and what it rests on: its sentence, each field with its words, and who else tells it."""

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.api.grounds import Grounds
from dragoman.web.citing import Citation, citation_of
from dragoman.web.desk import Desk
from dragoman.web.limits import limits_of
from dragoman.web.marking import Piece, Stretch, cut
from dragoman.web.page import Line, Page
from dragoman.web.traits import Trait, traits_of
from dragoman.web.twins import render

_MOST = 60
_TERMS = 400


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for."""

    id: str


class Change(Struct, frozen=True):
    """Words that stay, go or come between two wordings: `same`, `gone`, `new`."""

    how: str
    text: str


class Other(Line, frozen=True, kw_only=True):
    """The fact as another report has it.

    Args:
        origin: Report this one repeats, or itself.
        relation: How it repeats it: same, near, excerpt, rewrite; None when it does not.
        in_family: Whether it and the fact of the page go back to one report.
        shared: Part of the words of the shorter wording that the other has too.
        place: Place, for an event.
        modality: Modality, for an event.
        polarity: Polarity, for an event or a statement.
        differs: Fields in which it differs from the fact of the page.
        changes: Its wording against that of the page.
    """

    origin: str
    relation: str | None
    in_family: bool
    shared: float
    place: str | None
    modality: str | None
    polarity: str | None
    differs: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class EvidencePage(Page, frozen=True, kw_only=True):
    """A fact and what it rests on.

    Args:
        grounds: The fact, its sentence with marks, its rule, its report and its bytes.
        passage: The sentence cut at its marks.
        traits: Every field with its value and the words it came from.
        limits: What a reader should know before quoting it.
        copies: The same fact in copies of the same story.
        others: Facts of other stories that may tell of the same.
        before: Id of the fact before it in the report.
        after: Id of the fact after it.
        citation: How to cite it.
    """

    grounds: Grounds
    passage: tuple[Piece, ...]
    traits: tuple[Trait, ...]
    limits: tuple[str, ...]
    copies: tuple[Other, ...]
    others: tuple[Other, ...]
    before: str | None
    after: str | None
    citation: Citation

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the fields."""
        return [
            {"fact": self.grounds.row, "field": one.name, "value": one.value, "words": one.words} for one in self.traits
        ]


def make(desk: Desk, asked: Asked) -> EvidencePage:
    """Gather a fact and what it rests on."""
    grounds = desk.why(asked.id)
    fields = next(iter(desk.ask(f"page_{grounds.fact}", id=grounds.row)), {})
    copies, others = _others(desk, grounds, fields)
    before, after = _neighbours(desk, grounds)
    return EvidencePage(
        title=f"{grounds.who}: {grounds.what}",
        queries=("row", f"page_{grounds.fact}", "page_alike"),
        grounds=grounds,
        passage=_passage(grounds),
        traits=traits_of(grounds, fields),
        limits=limits_of(grounds, fields),
        copies=copies,
        others=others,
        before=before,
        after=after,
        citation=citation_of(grounds),
    )


def peek(desk: Desk) -> Callable[[Request], Response]:
    """Give a piece of page with the sentence of a fact, for the pane beside a table."""

    def answer(request: Request) -> Response:
        grounds = desk.why(request.path_params["id"])
        return HTMLResponse(render("peek", grounds=grounds, passage=_passage(grounds)))

    return answer


def _passage(grounds: Grounds) -> tuple[Piece, ...]:
    marks = [Stretch(layer="", field=mark.field, row=None, start=mark.start, end=mark.end) for mark in grounds.marks]
    return tuple(cut(grounds.passage, 0, marks))


def _neighbours(desk: Desk, grounds: Grounds) -> tuple[str | None, str | None]:
    ids = [row["id"] for row in desk.ask("page_report_facts", id=grounds.report["report"])]
    at = ids.index(grounds.row)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def _others(desk: Desk, grounds: Grounds, fields: Mapping[str, Any]) -> tuple[tuple[Other, ...], tuple[Other, ...]]:
    found = desk.rows("page_alike", Other, id=grounds.row, most=_MOST)
    mine = {name: fields.get(name) for name in ("place", "modality", "polarity")} | {
        "day": grounds.day,
        "what": grounds.what,
    }
    words = _wording(grounds)
    told = [_compared(other, mine, words) for other in found]
    return tuple(one for one in told if one.in_family), tuple(one for one in told if not one.in_family)


def _wording(grounds: Grounds) -> str:
    """Give the words the fact rests on, as lists of facts have them."""
    spans = [mark for mark in grounds.marks if mark.field in {"words", "act"}] or list(grounds.marks)
    return " … ".join(grounds.passage[mark.start : mark.end] for mark in spans)


def _compared(other: Other, mine: Mapping[str, Any], words: str) -> Other:
    named = ("day", "place", "modality", "polarity", "what")
    differs = tuple(
        name for name in named if getattr(other, name) != mine[name] and (getattr(other, name) or mine[name])
    )
    fields = {name: getattr(other, name) for name in other.__struct_fields__}
    return Other(**{**fields, "differs": differs, "changes": changes(words, other.words or "")})


def changes(mine: str, theirs: str) -> tuple[Change, ...]:
    """Compare two wordings word by word."""
    left, right = mine.split()[:_TERMS], theirs.split()[:_TERMS]
    found: list[Change] = []
    for how, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Change("same", " ".join(left[a:b])))
            continue
        found += [Change("gone", " ".join(left[a:b]))] if a < b else []
        found += [Change("new", " ".join(right[c:d]))] if c < d else []
    return tuple(found)
