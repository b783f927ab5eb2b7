"""How a dossier is laid out: who it is, then a line a fact, each opening with the id that shows its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.api.dossiers import Dossier, Section
from dragoman.api.known import Contradiction, KnownOffice
from dragoman.cli.layout import ID_LETTERS, plain

_ALIASES = 12
_KNOWN = 12


def dossier_page(found: Dossier) -> RenderableType:
    """Lay out a dossier to fit any width: what does not fit a line is cut at its end."""
    parts: list[RenderableType] = list(_heads(found.things))
    own = found.things[0]["name"] if len(found.things) == 1 else None
    for section in found.sections:
        parts += ["", Text(f"{section.title}  {_how_many(section)}", style="bold"), _lines(section, own)]
    if found.known:
        parts += ["", Text(f"known to have held  {len(found.known)}", style="bold"), _known(found.known)]
    if found.contradictions:
        parts += ["", Text(f"contradicted  {len(found.contradictions)}", style="bold red")]
        parts += [_contradiction(each) for each in found.contradictions]
    return Group(*parts)


def _heads(things: Iterable[Mapping[str, Any]]) -> Iterator[Text]:
    for thing in things:
        known = (thing["kind"], thing["country"], thing["sector"], thing["wikidata"])
        yield Text.assemble((plain(thing["name"]), "bold"), "  ", (" · ".join(filter(None, known)), "dim"))
        others = [alias for alias in thing["aliases"] if alias != thing["name"]]
        if others:
            yield Text("named " + plain(", ".join(others[:_ALIASES])), style="dim")


def _lines(section: Section, own: str | None) -> RenderableType:
    lines = _grid()
    for row in section.rows:
        lines.add_row(row["id"][:ID_LETTERS], _day(row), _fact(row, own))
    more = section.count - len(section.rows)
    if more > 0:
        what = " account" if section.counted else ""  # acts are counted once, and listed as each report tells them
        rest = f"{more:,} more{what}{'s' if what and more > 1 else ''}"
        lines.add_row("", "", Text(f"and {rest}; --most shows them", style="dim"))
    return Padding(lines, (0, 0, 0, 2))


def _grid() -> Table:
    lines = Table.grid(padding=(0, 2), expand=True)
    lines.add_column(style="dim", width=ID_LETTERS, no_wrap=True)
    lines.add_column(style="blue", width=len("2016-04-07"), no_wrap=True, overflow="ellipsis")
    lines.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    return lines


def _day(row: Mapping[str, Any]) -> str:
    return str(row.get("day") or row.get("first") or row.get("published") or "–")


def _fact(row: Mapping[str, Any], own: str | None) -> Text:
    """Say a fact in one line: who, if another than the one the dossier is on, and what, then its words."""
    if "first" in row:
        return _office(row)
    subject = _who(row, "speaker", "actors", "participants", "party")
    what = ["" if subject == own else subject, _what(row), _who(row, "addressee", "recipients", "body")]
    words = plain(str(row.get("words") or ""))
    said = "  ".join(each for each in what if each)
    return Text.assemble((said, "cyan"), "  ", (words, "italic"))


def _office(row: Mapping[str, Any]) -> Text:
    status = "" if row["status"] == "current" else f"{row['status']} "
    office = f"{status}{row['post']}" + (f" of {row['of']}" if row["of"] else "")
    until = f"to {row['last']}" if row["last"] and row["last"] != row["first"] else ""
    reports = f"{row['reports']} report{'' if row['reports'] == 1 else 's'}"
    said = "  ".join(each for each in (until, reports) if each)
    return Text.assemble((plain(office), "cyan"), "  ", (said, "dim"), "  ", (plain(row["words"] or ""), "italic"))


def _who(row: Mapping[str, Any], *fields: str) -> str:
    for field in fields:
        value = row.get(field)
        if isinstance(value, list):
            value = ", ".join(str(each) for each in value if each)
        if value:
            return plain(str(value))
    return ""


def _what(row: Mapping[str, Any]) -> str:
    named = [row.get(field) for field in ("modality", "act", "kind", "mode", "standing", "place")]
    said = [str(each) for each in named if each and each != "actual"]
    return plain(" ".join(["not", *said] if row.get("polarity") == "negated" else said))


def _how_many(section: Section) -> str:
    if section.counted is None:
        return f"{section.count:,}"
    told_by = section.counted
    reports = f"{told_by.reports:,} report{'' if told_by.reports == 1 else 's'}"
    origins = f"{told_by.origins:,} origin{'' if told_by.origins == 1 else 's'}"
    return f"{told_by.acts:,}  in {reports} from {origins}"


def _known(offices: Sequence[KnownOffice]) -> RenderableType:
    lines = Table.grid(padding=(0, 2), expand=True)
    lines.add_column(style="blue", width=len("2016-04-07 – 2016-04-07"), no_wrap=True)
    lines.add_column(ratio=3, no_wrap=True, overflow="ellipsis")
    lines.add_column(ratio=2, no_wrap=True, overflow="ellipsis", style="dim")
    for each in offices[:_KNOWN]:
        of = f" of {each.of}" if each.of and each.of not in each.post else ""
        lines.add_row(f"{each.start or '?'} – {each.end or ''}", plain(each.post + of), plain(each.source))
    return Padding(lines, (0, 0, 0, 2))


def _contradiction(found: Contradiction) -> RenderableType:
    lines = _grid()
    lines.add_row(
        found.id[:ID_LETTERS],
        found.day,
        Text.assemble((plain(found.said), "cyan"), "  ", (plain(found.words), "italic")),
    )
    lines.add_row(
        "", "", Text(plain(f"but {found.known} is known to have held it that day ({found.source})"), style="red")
    )
    return Padding(lines, (0, 0, 0, 2))
