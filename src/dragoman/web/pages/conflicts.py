"""Conflicts: what reports disagree on, of happenings, offices and standings, the rule that chose, and others to be tried."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.settings import RULES
from dragoman.web.desk import Desk
from dragoman.web.page import Page

OF_HAPPENINGS = ("day", "place", "killed", "injured", "number")
SORTS = {"holder": "office", "standing": "standing"}
FIELDS = (*OF_HAPPENINGS, *SORTS)
MEANT = {
    "most origins": "the value that most independent origins tell",
    "most precise": "the narrowest value: a day before a month, a city before a state",
    "earliest": "the value told first",
    "latest": "the value told last",
    "none": "nothing is chosen",
}
OUTLET = "outlet "
_MOST = 60


class Asked(Struct, frozen=True, kw_only=True):
    """What the address asks for: the rule to try, one field, one happening or dispute."""

    rule: str = RULES[0]
    field: str = ""
    id: str = ""


class Teller(Struct, frozen=True, kw_only=True):
    """A report that says so.

    Args:
        event: Id of the event it tells.
        report: Id of the report.
        outlet: Its outlet, or what it goes by.
        published: The day it states.
    """

    event: str
    report: str
    outlet: str | None
    published: str | None


class Value(Struct, frozen=True, kw_only=True):
    """A value that some reports tell.

    Args:
        value: The value.
        origins: Independent origins that tell it.
        chosen: Whether the rule chooses it.
        told: How many accounts tell it.
        tellers: Who says so, the earliest first, a dozen at most.
    """

    value: str
    origins: int
    chosen: bool
    told: int
    tellers: tuple[Teller, ...]


class Contested(Struct, frozen=True, kw_only=True):
    """A field that reports contradict each other on.

    Args:
        field: day, place, killed, injured or number; of an office its holder, of a place in a body the standing.
        values: What they say, told by most origins first, a dozen at most.
        chosen: What the rule chooses; None where it cannot tell.
        usual: What the usual rule chooses.
    """

    field: str
    values: tuple[Value, ...]
    chosen: str | None
    usual: str | None


class Disputed(Struct, frozen=True, kw_only=True):
    """A happening, an office or a place in a body that reports disagree on.

    Args:
        id: Id of the happening, or of a fact that claims the office or place.
        who: Who acts, or the office or place.
        what: What they do, and to whom; or in what way it is told.
        day: Its day, as the usual rule has it, or the days it is told of.
        reports: Reports that tell it.
        origins: Independent origins among them; of an office or place, behind what most of them tell.
        fields: The fields contested.
        known: What the tables held of it before reading, with their source.
    """

    id: str
    who: str
    what: str
    day: str | None
    reports: int
    origins: int
    fields: tuple[Contested, ...]
    known: tuple[str, ...] = ()


class ConflictsPage(Page, frozen=True, kw_only=True):
    """What reports contradict each other on.

    Args:
        rule: The rule that chose.
        meant: What it chooses, in words.
        rules: Rules to try.
        fields: Fields to narrow to.
        count: Happenings that fit.
        changed: Fields shown for which the rule chooses otherwise than the usual one.
        happenings: Those told by most reports.
        disputed: Offices and places in bodies that fit.
        disputes: Those told by most reports.
    """

    rule: str
    meant: str
    rules: tuple[str, ...] = RULES
    fields: tuple[str, ...] = FIELDS
    count: int
    changed: int
    happenings: tuple[Disputed, ...]
    disputed: int
    disputes: tuple[Disputed, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give every value told, with who says it and whether it is chosen."""
        return [
            {
                "happening": one.id, "who": one.who, "what": one.what, "field": field.field, "value": value.value,
                "origins": value.origins, "chosen": value.chosen, "outlet": teller.outlet, "published": teller.published,
                "event": teller.event, "report": teller.report,
            }
            for one in (*self.happenings, *self.disputes) for field in one.fields for value in field.values for teller in value.tellers
        ]  # fmt: skip


def make(desk: Desk, asked: Asked) -> ConflictsPage:
    """Lay conflicts out, with the values that a rule chooses."""
    if asked.rule not in RULES and not asked.rule.startswith(OUTLET):
        raise UsageError(f"no rule {asked.rule[:40]!r}; one of {', '.join(RULES)}, or 'outlet NAME'")
    narrowed = {"rule": asked.rule, "id": asked.id or None, "most": _MOST}
    found = [] if asked.field in SORTS else desk.ask("page_conflicts", **narrowed, field=asked.field or None)
    torn = [] if asked.field in OF_HAPPENINGS else desk.ask("page_disputes", **narrowed, sort=SORTS.get(asked.field))
    happenings = tuple(_happening(list(rows)) for _, rows in groupby(found, key=lambda row: str(row["id"])))
    disputes = tuple(_dispute(list(rows)) for _, rows in groupby(torn, key=lambda row: str(row["id"])))
    contested = [field for one in (*happenings, *disputes) for field in one.fields]
    return ConflictsPage(
        title="Conflicts",
        queries=("page_conflicts", "page_disputes", "conflicts", "disputes", "chosen"),
        rule=asked.rule,
        meant=MEANT.get(asked.rule, f"the value that {asked.rule.removeprefix(OUTLET)} tells"),
        count=found[0]["count"] if found else 0,
        changed=sum(field.chosen != field.usual for field in contested),
        happenings=happenings,
        disputed=torn[0]["count"] if torn else 0,
        disputes=disputes,
    )


def _happening(rows: Sequence[Mapping[str, Any]]) -> Disputed:
    first = rows[0]
    toward = f" → {', '.join(first['recipients'])}" if first["recipients"] else ""
    return Disputed(
        id=first["id"],
        who=", ".join(first["actors"]) or "?",
        what="-".join(filter(None, (first["kind"], first["mode"]))) + toward,
        day=first["day"],
        reports=first["reports"],
        origins=first["origins"],
        fields=tuple(_contested(list(told)) for _, told in groupby(rows, key=lambda row: str(row["field"]))),
    )


def _dispute(rows: Sequence[Mapping[str, Any]]) -> Disputed:
    first = rows[0]
    days = dict.fromkeys(day.isoformat() for day in (first["first_day"], first["last_day"]))
    field = "holder" if first["sort"] == "office" else "standing"
    torn = "held by more than one" if field == "holder" else "standing in more than one way"
    return Disputed(
        id=first["id"],
        who=first["subject"],
        what=torn if len(rows) > 1 else "told otherwise than it was known before",
        day=" to ".join(days),
        reports=first["reports"],
        origins=first["origins"],
        fields=(_contested([{**row, "field": field} for row in rows]),),
        known=tuple(first["known"]),
    )


def _contested(rows: Sequence[Mapping[str, Any]]) -> Contested:
    values = tuple(
        Value(
            value=row["value"],
            origins=row["told_by"],
            chosen=row["value"] == row["chosen"],
            told=row["told"],
            tellers=tuple(msgspec.convert(row["sources"], list[Teller])),
        )
        for row in rows
    )
    return Contested(field=rows[0]["field"], values=values, chosen=rows[0]["chosen"], usual=rows[0]["usual"])
