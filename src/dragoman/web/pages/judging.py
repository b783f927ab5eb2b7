"""Judging: pairs of events near the line, what speaks for and against their being one, and the word of a person."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.marking import Piece
from dragoman.web.page import Page
from dragoman.web.pages.evidence import passage_of
from dragoman.web.shown import address

_LOG = 30
_REASON = "judged side by side in the workbench"
TAKEN_BACK = "taken back"


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: a pair, or how many open pairs to pass over."""

    left: str = ""
    right: str = ""
    skip: int = 0


class Side(Struct, frozen=True, kw_only=True):
    """An event of a pair.

    Args:
        id: Id of the event.
        who: Who acts.
        what: What they do.
        day: When, if it is told.
        passage: Its sentence cut at its marks.
        report: Id of the report.
        title: Title of the report.
        outlet: Its outlet.
        published: The day it states.
    """

    id: str
    who: str
    what: str
    day: str | None
    passage: tuple[Piece, ...]
    report: str
    title: str | None
    outlet: str | None
    published: str | None


class Finding(Struct, frozen=True, kw_only=True):
    """What speaks for or against two events being one, as a step of a waterfall.

    Args:
        feature: What was compared.
        why: What was found.
        bits: How much it speaks for it, in bits; below nought against.
        sum: The sum so far.
        x: Where its bar begins, in per cent.
        width: How long it is, in per cent.
    """

    feature: str
    why: str
    bits: float
    sum: float
    x: float
    width: float


class Weighed(Struct, frozen=True, kw_only=True):
    """A pair of events, compared.

    Args:
        sides: The two.
        score: The sum of all findings, in bits; None where the rule never compared them.
        verdict: What holds: same, different, open.
        findings: The findings.
        open_line: Below it two are different: per cent across.
        same_line: From it on they are the same: per cent across.
        nought: Where nothing speaks either way: per cent across.
    """

    sides: tuple[Side, ...]
    score: float | None
    verdict: str
    findings: tuple[Finding, ...]
    open_line: float
    same_line: float
    nought: float


class Judged(Struct, frozen=True, kw_only=True):
    """A judgement as it was put away.

    Args:
        id: Its id.
        left: Id of the one event.
        right: Id of the other.
        verdict: same, different or unsure.
        by: Who gave it.
        at: When.
        why: The reason.
        holds: Whether it is the last word on its pair.
    """

    id: str
    left: str
    right: str
    verdict: str
    by: str
    at: str
    why: str
    holds: bool


class JudgingPage(Page, frozen=True, kw_only=True):
    """A pair to be judged.

    Args:
        pair: The pair, if one is left.
        place: Which of the open pairs it is, from 1; 0 for one asked for by its ids.
        left: Open pairs that nobody has judged.
        log: The judgements, the newest first.
        judged: How many there are.
        undo: The judgement that can be taken back.
        fresh: Judgements that the gathered pages do not know yet.
    """

    pair: Weighed | None
    place: int
    left: int
    log: tuple[Judged, ...]
    judged: int
    undo: Judged | None
    fresh: int

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give the judgements."""
        return self.log


def make(desk: Desk, asked: Asked) -> JudgingPage:
    """Lay out the pair asked for, or the open pair nearest to the line."""
    log = log_of(desk.judgements())
    settled = [" ".join(_pair(one.left, one.right)) for one in log if one.holds and not one.why.startswith(TAKEN_BACK)]
    count, place, nearest = _open_pair(desk, settled, max(asked.skip, 0))
    chosen = _pair(asked.left, asked.right) if asked.left and asked.right else nearest
    last = {_pair(one.left, one.right): one.verdict for one in log if one.holds}
    return JudgingPage(
        title="Judging",
        queries=("page_pairs", "page_pair", "page_lines", "page_judgements"),
        pair=_weighed(desk, chosen, last.get(chosen)) if chosen else None,
        place=0 if asked.left or not count else place + 1,
        left=count,
        log=tuple(log[:_LOG]),
        judged=len(log),
        undo=next((one for one in log if one.holds and not one.why.startswith(TAKEN_BACK)), None),
        fresh=sum(one.id not in desk.known for one in log),
    )


def judged(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Take a judgement, or take one back, and go on to the next pair."""

    async def answer(request: Request) -> Response:
        form = await desk.token.form(request)
        if form.get("undo"):
            return RedirectResponse(_taken_back(desk, form["undo"]), status_code=303)
        if not {"left", "right", "verdict"} <= set(form):
            raise UsageError("a judgement names two events and a verdict; the page of judging sends all three")
        desk.record.judge(form["left"], form["right"], form["verdict"], why=form.get("why") or _REASON)
        return RedirectResponse(address("/judging", skip=_whole(form.get("skip")) or None), status_code=303)

    return answer


def gathered(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Gather the record anew, so that every page knows the judgements."""

    async def answer(request: Request) -> Response:
        await desk.token.form(request)
        desk.close()
        return RedirectResponse("/judging", status_code=303)

    return answer


def log_of(rows: Sequence[Mapping[str, Any]]) -> list[Judged]:
    """Give the judgements, the newest first, saying of each whether it is the last word on its pair."""
    seen: set[tuple[str, str]] = set()
    log = []
    for row in rows:
        pair = _pair(row["left"], row["right"])
        at = row["at"].isoformat(timespec="seconds")
        log.append(Judged(**{**row, "at": at, "holds": pair not in seen}))
        seen.add(pair)
    return log


def _taken_back(desk: Desk, row: str) -> str:
    """Append what held before a judgement, or that nothing did; nothing is taken out."""
    log = log_of(desk.judgements())
    one = next((one for one in log if one.id == row and one.holds), None)
    if one is None:
        raise UsageError("that judgement is not the last word on its pair; look at the log and judge the pair again")
    pair = _pair(one.left, one.right)
    before = next(
        (
            old
            for old in log
            if _pair(old.left, old.right) == pair and old.id != row and not old.why.startswith(TAKEN_BACK)
        ),
        None,
    )
    why = f"{TAKEN_BACK}: {before.why}" if before else TAKEN_BACK
    desk.record.judge(one.left, one.right, before.verdict if before else "unsure", why=why)
    return address("/judging", left=one.left, right=one.right)


def _open_pair(desk: Desk, settled: Sequence[str], skip: int) -> tuple[int, int, tuple[str, str] | None]:
    """Give how many pairs are open, and the one after so many, or the last one, with its place."""
    for place in (skip, 0):
        found = desk.ask("page_pairs", settled=list(settled), skip=place)
        if found:
            return found[0]["count"], place, (found[0]["one"], found[0]["other"])
    return 0, 0, None


def _weighed(desk: Desk, pair: tuple[str, str], said: str | None) -> Weighed:
    found = next(iter(desk.ask("page_pair", left=pair[0], right=pair[1])), None)
    (lines,) = desk.ask("page_lines")
    rows = found["findings"] or [] if found else []
    sums = [0.0]
    for row in rows:
        sums.append(sums[-1] + row["score"])
    low = min(*sums, lines["open"], 0.0) - 1
    high = max(*sums, lines["same"], 0.0) + 1

    def across(bits: float) -> float:
        return round(float(100 * (bits - low) / (high - low)), 2)

    return Weighed(
        sides=tuple(_side(desk, row) for row in pair),
        score=found["score"] if found else None,
        verdict=said or (found["verdict"] if found else "different"),
        findings=tuple(
            Finding(
                feature=row["feature"], why=row["why"], bits=round(row["score"], 1), sum=round(after, 1),
                x=across(min(before, after)), width=round(abs(across(after) - across(before)), 2),
            )
            for row, before, after in zip(rows, sums, sums[1:], strict=False)
        ),
        open_line=across(lines["open"]),
        same_line=across(lines["same"]),
        nought=across(0.0),
    )  # fmt: skip


def _side(desk: Desk, row: str) -> Side:
    grounds = desk.why(row)
    report = grounds.report
    return Side(
        id=grounds.row, who=grounds.who, what=grounds.what, day=grounds.day, passage=passage_of(grounds), report=str(report["report"]),
        title=report["title"], outlet=report["outlet"], published=report["published"],
    )  # fmt: skip


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)


def _whole(number: str | None) -> int | None:
    return int(number) if number and number.isdecimal() else None
