"""When a standing began, was told or was sought."""

from datetime import date
from typing import NamedTuple

from dragoman.reading.page import Page
from dragoman.reading.standings.claims import Claim
from dragoman.reading.syntax import Token
from dragoman.records import Day


class Dated(NamedTuple):
    """A day as EDTF text with its bounds; an open one has no last day."""

    value: str | None = None
    first: date | None = None
    last: date | None = None


def dated(page: Page, claim: Claim) -> Dated:
    """Give the day of a standing: that of its clause; 'since 2005' opens a time that has not ended, written `2005/..`."""
    days = _in_clause(page, claim)
    since = [day for day in days if _word_before(page, day) == "since"]
    if since and claim.modality == "held":
        return Dated(f"{since[0].value}/..", since[0].day_from) if len(since) == 1 else Dated()
    plain = [day for day in days if day not in since]
    return Dated(plain[0].value, plain[0].day_from, plain[0].day_to) if len(plain) == 1 else Dated()


def _in_clause(page: Page, claim: Claim) -> list[Day]:
    """Give the time expressions that hang in the clause of a standing; those that only measure or gesture left out."""
    below = {token.i for token in claim.verb.subtree() if _clause_of(token) is claim.verb}
    below |= {token.i for token in claim.trigger.subtree() if _clause_of(token) is _clause_of(claim.trigger)}
    found = [day for day in page.days if any(token.i in below for token in page.tokens_in(day.start, day.end))]
    return [day for day in found if day.value and day.basis != "vague" and not day.value.startswith("P")]


def _word_before(page: Page, day: Day) -> str:
    before = page.text[max(0, day.start - 12) : day.start].split()
    return before[-1].casefold() if before else ""


def _clause_of(token: Token) -> Token:
    chain = (token, *token.ancestors())
    return next((each for each in chain if each.pos in {"VERB", "AUX"} and each.dep not in {"aux", "auxpass"}), token)
