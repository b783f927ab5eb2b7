"""A fact and what it rests on: its sentence, each field with its words, and all who tell the same, side by side."""

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
    """Words that stay, go or come between two wordings.

    Args:
        how: same, gone or new.
        text: The words.
    """

    how: str
    text: str


class Other(Line, frozen=True, kw_only=True):
    """The fact as another report has it.

    Args:
        passage: The sentence it stands in.
        origin: Report this one repeats, or itself.
        relation: How it repeats it: same, near, excerpt, rewrite; None when it does not.
        in_family: Whether it and the fact of the page go back to one report.
        matched: Whether the two are taken for one happening.
        shared: Part of the words of the shorter wording that the other has too.
        place: Place, for an event.
        modality: Modality, for an event.
        polarity: Polarity, for an event or a statement.
        differs: Fields in which it differs from the fact of the page.
        changes: Its sentence against that of the page.
    """

    passage: str
    origin: str
    relation: str | None
    in_family: bool
    matched: bool
    shared: float
    place: str | None
    modality: str | None
    polarity: str | None
    differs: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


class Family(Struct, frozen=True, kw_only=True):
    """A story that tells of it: one report and those that repeat it.

    Args:
        lead: The report of the family that repeats none of the others here, or the nearest to the fact.
        copies: The others, folded under it.
    """

    lead: Other
    copies: tuple[Other, ...]


class Happening(Struct, frozen=True, kw_only=True):
    """The happening that an event is an account of.

    Args:
        id: Its id.
        reports: Reports that tell it.
        outlets: Outlets among them.
        origins: Independent origins among them.
        conflicts: Fields that they contradict each other on.
        open: Pairs of its events with others that nobody has decided.
    """

    id: str
    reports: int
    outlets: int
    origins: int
    conflicts: tuple[str, ...]
    open: int


class EvidencePage(Page, frozen=True, kw_only=True):
    """A fact and what it rests on.

    Args:
        grounds: The fact, its sentence with marks, its rule, its report and its bytes.
        passage: The sentence cut at its marks.
        traits: Every field with its value and the words it came from.
        limits: What a reader should know before quoting it.
        happening: The happening it tells of, for an event.
        copies: The same fact in copies of the same story.
        told: Stories taken to tell of the same happening.
        others: Stories that may tell of the same; nobody has said so.
        before: Id of the fact before it in the report.
        after: Id of the fact after it.
        citation: How to cite it.
    """

    grounds: Grounds
    passage: tuple[Piece, ...]
    traits: tuple[Trait, ...]
    limits: tuple[str, ...]
    happening: Happening | None
    copies: tuple[Other, ...]
    told: tuple[Family, ...]
    others: tuple[Family, ...]
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
    fields = next(iter(desk.ask(f"page_{grounds.fact}", report=grounds.report["report"], id=grounds.row)), {})
    alike = _alike(desk, grounds, fields)
    told, others = ([one for one in alike if not one.in_family and one.matched is matched] for matched in (True, False))
    before, after = _neighbours(desk, grounds)
    return EvidencePage(
        title=f"{grounds.who}: {grounds.what}",
        queries=("row", f"page_{grounds.fact}", "page_alike", "page_happening"),
        grounds=grounds,
        passage=passage_of(grounds),
        traits=traits_of(grounds, fields),
        limits=limits_of(grounds, fields),
        happening=next(iter(desk.rows("page_happening", Happening, id=grounds.row)), None)
        if grounds.fact == "event"
        else None,
        copies=tuple(one for one in alike if one.in_family),
        told=_families(told),
        others=_families(others),
        before=before,
        after=after,
        citation=citation_of(grounds),
    )


def peek(desk: Desk) -> Callable[[Request], Response]:
    """Give a piece of page with the sentence of a fact, for the pane beside a table."""

    def answer(request: Request) -> Response:
        grounds = desk.why(request.path_params["id"])
        return HTMLResponse(render("peek", grounds=grounds, passage=passage_of(grounds)))

    return answer


def passage_of(grounds: Grounds) -> tuple[Piece, ...]:
    """Cut the passage of a fact at its marks."""
    marks = [Stretch(layer="", field=mark.field, row=None, start=mark.start, end=mark.end) for mark in grounds.marks]
    return tuple(cut(grounds.passage, 0, marks))


def _neighbours(desk: Desk, grounds: Grounds) -> tuple[str | None, str | None]:
    ids = [row["id"] for row in desk.ask("page_report_facts", id=grounds.report["report"])]
    at = ids.index(grounds.row)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def _alike(desk: Desk, grounds: Grounds, fields: Mapping[str, Any]) -> list[Other]:
    found = desk.rows("page_alike", Other, report=grounds.report["report"], id=grounds.row, most=_MOST)
    mine = {name: fields.get(name) for name in ("place", "modality", "polarity")} | {
        "day": grounds.day,
        "what": grounds.what,
    }
    return [_compared(other, mine, grounds.passage) for other in found]


def _families(others: Sequence[Other]) -> tuple[Family, ...]:
    """Fold copies under their origin, where it tells the fact too; families stay in the order of their nearest."""
    by_origin: dict[str, list[Other]] = {}
    for other in others:
        by_origin.setdefault(other.origin, []).append(other)
    folded = [sorted(ones, key=lambda one: one.relation is not None) for ones in by_origin.values()]
    return tuple(Family(lead=ones[0], copies=tuple(ones[1:])) for ones in folded)


def _compared(other: Other, mine: Mapping[str, Any], words: str) -> Other:
    named = ("day", "place", "modality", "polarity", "what")
    differs = tuple(
        name for name in named if getattr(other, name) != mine[name] and (getattr(other, name) or mine[name])
    )
    fields = {name: getattr(other, name) for name in other.__struct_fields__}
    return Other(**{**fields, "differs": differs, "changes": changes(words, other.passage)})


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
