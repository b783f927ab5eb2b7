"""What the commands print: tables that fit a terminal, sentences with their words marked."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import json
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.api import Answer, Record
from dragoman.api.dossiers import Dossier, Dyad, Section
from dragoman.api.grounds import Grounds
from dragoman.api.record import Found
from dragoman.cli.progress import Progress
from dragoman.store.checking import Checked
from dragoman.store.exports import WRITERS

NARROW = 100
INK = {
    "speaker": "bold cyan",
    "actor": "bold cyan",
    "cue": "bold yellow",
    "act": "bold yellow",
    "recipient": "bold magenta",
    "words": "underline",
    "place": "green",
    "day": "blue",
}
_FACT_COLUMNS = {
    "facts": ("day", "fact", "who", "what", "words", "outlet"),
    "statements": ("day", "speaker", "act", "addressee", "words", "outlet"),
    "events": ("day", "kind", "mode", "actors", "recipients", "place", "modality", "words"),
    "meetings": ("day", "participants", "place", "occasion", "outlet"),
    "offices": ("day", "person", "status", "post", "of", "outlet"),
    "standings": ("day", "party", "modality", "standing", "body", "outlet"),
}
_ID_LETTERS = 8
_STYLES = {"day": "blue", "who": "cyan", "speaker": "cyan", "actors": "cyan", "participants": "cyan", "person": "cyan",
           "party": "cyan", "act": "yellow", "kind": "yellow", "what": "yellow", "recipients": "magenta",
           "addressee": "magenta", "place": "green", "id": "dim", "outlet": "dim"}  # fmt: skip


def console() -> Console:
    """Open standard output; a pipe gets plain text of a fixed width."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def told() -> Console:
    """Open standard error for narration."""
    return Console(stderr=True, highlight=False)


def answer(rows: Answer, fmt: str) -> None:
    """Print the rows of an answer."""
    if fmt == "table":
        columns = _FACT_COLUMNS.get(rows.of, tuple(rows.columns))
        _table_of(rows.rows(), columns, rows.of)
    else:
        WRITERS[fmt](rows.arrow(), sys.stdout.buffer)


def _table_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], of: str) -> None:
    page = console()
    if not rows:
        told().print(f"no {of} fit; fewer filters, or `dragoman refusals RECORD` for what was not read")
        return
    page.print(table(rows, columns))
    told().print(f"{len(rows):,} {of}; `dragoman why RECORD ID` shows the words one rests on", style="dim")


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Table:
    """Lay rows out, a line each as far as it goes."""
    grid = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    columns = [*(["id"] if "id" not in columns else []), *columns]
    for name in columns:
        wide = name in {"words", "passage", "what"}
        grid.add_column(name, style=_STYLES.get(name, ""), ratio=3 if wide else None, overflow="ellipsis", no_wrap=True,
                        min_width=10 if name == "day" else _ID_LETTERS if name == "id" else 6,
                        max_width=None if wide else 30)  # fmt: skip
    for row in rows:
        grid.add_row(*(Text(_cell(name, row.get(name))) for name in columns))
    return grid


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "–" if name == "day" else ""
    if isinstance(value, list):
        return ", ".join("?" if one is None else str(one) for one in value)
    said = _plain(str(value))
    return said[:_ID_LETTERS] if name == "id" else said


def _plain(words: str) -> str:
    """Keep control characters of a hostile text from the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in words)


def grounds(found: Grounds, fmt: str) -> None:
    """Print what a fact rests on."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(found) + b"\n")
        return
    console().print(grounds_page(found))


def grounds_page(found: Grounds) -> RenderableType:
    """Lay out a fact and its words."""
    head = Text.assemble(
        (found.day or "day unknown", "blue"), "  ", (_plain(found.who), "bold cyan"), "  ", (_plain(found.what), "yellow"),
        "  ", (found.row[:_ID_LETTERS], "dim"),
    )  # fmt: skip
    lines = Table.grid(padding=(0, 2))
    source = found.report
    lines.add_row(
        "report",
        Text(
            _plain(
                " · ".join(filter(None, (source["title"], source["outlet"], source["published"] or "no day stated")))
            )
        ),
    )
    if source["upstream"]:
        lines.add_row("credits", Text(_plain(source["upstream"])))
    lines.add_row(
        "from", Text(_plain(f"{source['uri']}  sha256 {str(found.raw['sha256'])[:12]}…  {found.raw['bytes']:,} bytes"))
    )
    lines.add_row(
        "rule", f"{found.rule}" + (f"  score {found.score:.2f}" if found.score is not None else "") + f"  {found.stage}"
    )
    lines.columns[0].style = "dim"
    return Group(head, Padding(marked(found), (1, 4)), Padding(legend(found), (0, 4, 1, 4)), Padding(lines, (0, 2)))


def marked(found: Grounds) -> Text:
    """Give the passage with the words of each field in its colour."""
    text = Text("".join(letter if letter.isprintable() or letter == "\n" else " " for letter in found.passage))
    for mark in sorted(found.marks, key=lambda mark: mark.field != "words"):
        text.stylize(INK.get(mark.field, "bold"), max(mark.start, 0), mark.end)
    return text


def legend(found: Grounds) -> Text:
    """Name the colours used."""
    fields = dict.fromkeys(mark.field for mark in found.marks)
    return Text("  ").join(Text(field, style=INK.get(field, "bold")) for field in fields)


def dossier(found: Dossier, fmt: str) -> None:
    """Print a dossier."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(found) + b"\n")
        return
    page = console()
    for thing in found.things:
        known = [thing["kind"], thing["country"], thing["sector"], thing["wikidata"]]
        page.print(Text.assemble((_plain(thing["name"]), "bold"), "  ", (" · ".join(filter(None, known)), "dim")))
        others = [alias for alias in thing["aliases"] if alias != thing["name"]]
        if others:
            page.print(Text("also written " + _plain(", ".join(others[:12])), style="dim"))
    _sections(page, found.sections)


def dyad(found: Dyad, fmt: str) -> None:
    """Print what passed between two."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(found) + b"\n")
        return
    page = console()
    page.print(Text.assemble((found.left, "bold"), " ↔ ", (found.right, "bold")))
    _sections(page, found.sections)


def _sections(page: Console, sections: Sequence[Section]) -> None:
    if not sections:
        told().print("nothing in the record on that")
    for section in sections:
        page.print()
        page.print(Text(f"{section.title}  {section.count:,}", style="bold"))
        names = [
            name for name in section.rows[0] if name not in {"id", "title", "published", "left_spoke", "left_acted"}
        ]
        full = [name for name in names if any(row[name] for row in section.rows)]
        page.print(Padding(table(section.rows, full), (0, 0, 0, 2)))


def found(results: Found, fmt: str) -> None:
    """Print reports that a search found, the words asked for marked."""
    if fmt == "jsonl":
        for hit in results.hits:
            sys.stdout.buffer.write(json.encode(hit) + b"\n")
        return
    page = console()
    for hit in results.hits:
        line = (hit.title or hit.report[:_ID_LETTERS], hit.outlet, hit.published)
        page.print(Text(_plain(" · ".join(filter(None, line))), style="bold"))
        text = Text("".join(letter if letter.isprintable() else " " for letter in hit.passage))
        for start, end in hit.marks:
            text.stylize("bold yellow", start, end)
        page.print(Padding(text, (0, 0, 1, 4)))
    told().print(f"{results.count:,} reports fit", style="dim")


def arrival(record: Record, targets: Sequence[str], fields: Mapping[str, str]) -> None:
    """Add files and tell what came of it."""
    with Progress("files seen") as progress:
        came = record.add(*targets, fields=fields, told=progress.at)
    out = told()
    for refusal in came.refusals[:20]:
        out.print(Text(_plain(f"refused {refusal.uri}: {refusal.code}: {refusal.detail}"), style="yellow"))
    if len(came.refusals) > 20:  # noqa: PLR2004 - a screenful
        out.print(
            f"… and {len(came.refusals) - 20:,} more; `dragoman refusals {record.path}` lists all", style="yellow"
        )
    known = f", {came.known:,} were here already" if came.known else ""
    out.print(f"{came.new:,} put away{known}; next: dragoman read {record.path}")


def reading(record: Record, workers: int | None) -> None:
    """Read what is due and tell how far it is."""
    total = sum(map(len, record.due().values()))
    with Progress("tasks", total) as progress:
        record.read(workers=workers, told=lambda task: progress.step(f"{task.stage} {task.shard[:_ID_LETTERS]}"))
    counts = record.counts()
    kinds = ("reports", "statements", "events", "tenures", "standings", "refusals")
    told().print(" · ".join(f"{counts[kind]:,} {kind}" for kind in kinds))
    told().print(f"next: dragoman facts {record.path} --who NAME", style="dim")


def checked(result: Checked) -> int:
    """Tell what a verification found; 1 when anything is wrong."""
    out = console()
    for fault in result.faults[:50]:
        out.print(Text(_plain(f"{fault.where}: {fault.what}"), style="red"), soft_wrap=True)
    faults = f"{len(result.faults):,} faults" if result.faults else "all as stored"
    out.print(f"{result.parts:,} parts, {result.reports:,} reports, {result.spans:,} spans: {faults}")
    return 1 if result.faults else 0


def proved() -> int:
    """Prove the word lists and print every fault; 1 when there is one."""
    from dragoman.api.proofs import prove_all  # noqa: PLC0415 - loads every list

    faults = prove_all()
    out = console()
    for fault in faults:
        out.print(Text(_plain(fault), style="red"), soft_wrap=True)
    out.print("every entry matches its examples" if not faults else f"{len(faults):,} faults")
    return 1 if faults else 0


def doctor(record: str | None) -> int:
    """Print what is installed and how a record is; 1 when something is missing."""
    from dragoman.api.health import examine  # noqa: PLC0415 - imports what it examines

    findings = examine(record)
    grid = Table.grid(padding=(0, 2))
    for finding in findings:
        grid.add_row(
            Text("ok" if finding.well else "!!", style="green" if finding.well else "bold red"),
            finding.what,
            Text(_plain(finding.how)),
        )
    console().print(grid)
    return 0 if all(finding.well for finding in findings) else 1


def demo(path: str, workers: int) -> None:
    """Read the demo corpus and show the record of one story."""
    from dragoman.api.demonstration import make_demo  # noqa: PLC0415 - only this verb needs it

    def step(record: Record) -> None:
        reading(record, workers)

    story = make_demo(path, step)
    page = console()
    page.print()
    page.print(Text(story.title, style="bold underline"))
    for fact in story.facts:
        page.print()
        page.print(grounds_page(fact))
    page.print()
    page.print(Text("Go on:", style="bold"))
    for line in story.next:
        page.print(Text(f"  {line}", style="green"))
