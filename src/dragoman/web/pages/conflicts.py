"""Conflicts: what reports disagree on, field by field, the rule that chose, and other rules to be tried."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.api.record import RULES
from dragoman.errors import UsageError
from dragoman.web.desk import Desk
from dragoman.web.page import Page

FIELDS = ("day", "place", "killed", "injured", "number")
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
    """What the address asks for: the rule to try, one field, one happening."""

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
        tellers: Who says so, the earliest first.
    """

    value: str
    origins: int
    chosen: bool
    tellers: tuple[Teller, ...]


class Contested(Struct, frozen=True, kw_only=True):
    """A field that reports contradict each other on.

    Args:
        field: day, place, killed, injured or number.
        values: What they say, told by most origins first.
        chosen: What the rule chooses; None where it cannot tell.
        usual: What the usual rule chooses.
    """

    field: str
    values: tuple[Value, ...]
    chosen: str | None
    usual: str | None


class Disputed(Struct, frozen=True, kw_only=True):
    """A happening that reports disagree on.

    Args:
        id: Id of the happening.
        who: Who acts.
        what: What they do, and to whom.
        day: Its day, as the usual rule has it.
        reports: Reports that tell it.
        origins: Independent origins among them.
        fields: The fields contested.
    """

    id: str
    who: str
    what: str
    day: str | None
    reports: int
    origins: int
    fields: tuple[Contested, ...]


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
    """

    rule: str
    meant: str
    rules: tuple[str, ...] = RULES
    fields: tuple[str, ...] = FIELDS
    count: int
    changed: int
    happenings: tuple[Disputed, ...]

    def rows(self) -> Sequence[Struct | Mapping[str, Any]]:
        """Give every value told, with who says it and whether it is chosen."""
        return [
            {
                "happening": one.id, "who": one.who, "what": one.what, "field": field.field, "value": value.value,
                "origins": value.origins, "chosen": value.chosen, "outlet": teller.outlet, "published": teller.published,
                "event": teller.event, "report": teller.report,
            }
            for one in self.happenings for field in one.fields for value in field.values for teller in value.tellers
        ]  # fmt: skip


def make(desk: Desk, asked: Asked) -> ConflictsPage:
    """Lay conflicts out, with the values that a rule chooses."""
    if asked.rule not in RULES and not asked.rule.startswith(OUTLET):
        raise UsageError(f"no rule {asked.rule[:40]!r}; one of {', '.join(RULES)}, or 'outlet NAME'")
    values = {"rule": asked.rule, "field": asked.field or None, "id": asked.id or None, "most": _MOST}
    found = desk.ask("page_conflicts", **values)
    disputed = tuple(_disputed(list(rows)) for _, rows in groupby(found, key=lambda row: str(row["id"])))
    contested = [field for one in disputed for field in one.fields]
    return ConflictsPage(
        title="Conflicts",
        queries=("page_conflicts", "conflicts", "chosen"),
        rule=asked.rule,
        meant=MEANT.get(asked.rule, f"the value that {asked.rule.removeprefix(OUTLET)} tells"),
        count=found[0]["count"] if found else 0,
        changed=sum(field.chosen != field.usual for field in contested),
        happenings=disputed,
    )


def _disputed(rows: Sequence[Mapping[str, Any]]) -> Disputed:
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


def _contested(rows: Sequence[Mapping[str, Any]]) -> Contested:
    values = tuple(
        Value(
            value=row["value"],
            origins=row["told_by"],
            chosen=row["value"] == row["chosen"],
            tellers=tuple(msgspec.convert(row["sources"], list[Teller])),
        )
        for row in rows
    )
    return Contested(field=rows[0]["field"], values=values, chosen=rows[0]["chosen"], usual=rows[0]["usual"])
