"""What the commands print: tables that fit a terminal, sentences with their words marked."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import json
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.api import Answer, Record
from dragoman.api.changes import Changed
from dragoman.api.dossiers import Dossier, Dyad, Section
from dragoman.api.grounds import Grounds
from dragoman.api.known import Added, Listed
from dragoman.api.record import Found
from dragoman.cli.dossiers import dossier_page
from dragoman.cli.layout import FACT_COLUMNS, ID_LETTERS, grounds_page, plain, story_page, table
from dragoman.cli.matched import changes_page, waterfall_page
from dragoman.cli.progress import Progress
from dragoman.records import Judgement
from dragoman.run.task import Task
from dragoman.store.checking import Checked
from dragoman.store.compacting import Compacted
from dragoman.store.exports import WRITERS

_SCREENFUL = 20
_ONE = {"copies": "copy", "matches": "match", "entities": "entity"}
_NOTHING = {"refusals": "nothing was refused", "rows": "no rows"}
_WITH_GROUNDS = frozenset(FACT_COLUMNS) - {"copies"}


def console() -> Console:
    """Open standard output; a pipe gets plain text of a fixed width."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def told() -> Console:
    """Open standard error for narration."""
    return Console(stderr=True, highlight=False)


def answer(rows: Answer, fmt: str) -> None:
    """Print the rows of an answer."""
    if fmt == "table":
        columns = FACT_COLUMNS.get(rows.of, tuple(rows.columns))
        _table_of(rows.rows(), columns, rows.of)
    else:
        WRITERS[fmt](rows.arrow(), sys.stdout.buffer)


def _table_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], of: str) -> None:
    page = console()
    if not rows:
        told().print(_NOTHING.get(of, f"no {of} fit; try fewer filters, or `dragoman read RECORD` for what is new"))
        return
    page.print(table(rows, columns, page.width))
    grounds = "; `dragoman why RECORD ID` shows the words one rests on" if of in _WITH_GROUNDS else ""
    told().print(f"{_counted(len(rows), of)}{grounds}", style="dim")


def _counted(count: int, of: str) -> str:
    return f"{count:,} {of if count != 1 else _ONE.get(of, of.removesuffix('s'))}"


def refused(rows: Answer) -> None:
    """Print what was not taken in or read, each with its reason in full."""
    page = console()
    for row in rows.rows():
        where = plain(row["uri"] or row["id"])
        page.print(Text.assemble((where, "bold"), f"  {row['stage']}  ", (row["code"], "yellow")))
        page.print(Padding(Text(plain(row["detail"])), (0, 0, 0, 4), expand=False))
    told().print(_counted(len(rows), rows.of) if rows else _NOTHING[rows.of], style="dim")


def grounds(found: Grounds, fmt: str) -> None:
    """Print what a fact rests on."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(found) + b"\n")
        return
    console().print(grounds_page(found))


def changes(found: Sequence[Changed], fmt: str) -> None:
    """Print what a copy changed of its origin."""
    if fmt == "table":
        console().print(changes_page(found))
        return
    for each in found:
        sys.stdout.buffer.write(json.encode(each) + b"\n")


def judged(put: Judgement) -> None:
    """Tell that a judgement was put away."""
    pair = " and ".join(row[:ID_LETTERS] for row in (put.left, put.right) if row)
    told().print(f"{pair}: {put.verdict}, by {put.by}")


def waterfall(pairs: Answer) -> None:
    """Print what speaks for and against two acts being one."""
    if pairs:
        console().print(waterfall_page(pairs))
    else:
        told().print("nothing speaks for these two being one act")


def dossier(found: Dossier, fmt: str) -> None:
    """Print a dossier."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(found) + b"\n")
        return
    if not found.sections and not found.known:
        told().print("nothing in the record on that")
    console().print(dossier_page(found))


def knowledge_added(found: Added) -> None:
    """Say what a file of knowledge held, and each row that could not be read."""
    told().print(f"{found.tenures:,} tenures of {found.people:,} people put away; `dragoman read RECORD` uses them")
    for fault in found.faults:
        told().print(plain(f"{fault.row}: {fault.detail}"), style="red")


def knowledge_listed(rows: Sequence[Listed], fmt: str) -> None:
    """Print the tenures that were added to a record."""
    if fmt == "json":
        sys.stdout.buffer.write(json.encode(rows) + b"\n")
        return
    if not rows:
        told().print("nothing was added; `dragoman knowledge add RECORD FILE`")
        return
    grid = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("start", "end", "person", "office", "of", "source"):
        grid.add_column(name, no_wrap=True, overflow="ellipsis")
    for row in rows:
        grid.add_row(*(plain(each or "") for each in (row.start, row.end, row.person, row.office, row.of, row.source)))
    console().print(grid)


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
        page.print(Text(f"{section.title}  {_how_many(section)}", style="bold"))
        names = [
            name for name in section.rows[0] if name not in {"id", "title", "published", "left_spoke", "left_acted"}
        ]
        full = [name for name in names if any(row[name] for row in section.rows)]
        page.print(Padding(table(section.rows, full, page.width - 2), (0, 0, 0, 2)))


def _how_many(section: Section) -> str:
    """Count acts, and say by how many reports and origins they are told; of other facts, the facts."""
    if section.counted is None:
        return f"{section.count:,}"
    told_by = section.counted
    return f"{told_by.acts:,}  in {_counted(told_by.reports, 'reports')} from {_counted(told_by.origins, 'origins')}"


def found(results: Found, fmt: str) -> None:
    """Print reports that a search found, the words asked for marked."""
    if fmt == "jsonl":
        for hit in results.hits:
            sys.stdout.buffer.write(json.encode(hit) + b"\n")
        return
    page = console()
    for hit in results.hits:
        line = (hit.title or hit.report[:ID_LETTERS], hit.outlet, hit.published)
        page.print(Text(plain(" · ".join(filter(None, line))), style="bold"))
        text = Text("".join(letter if letter.isprintable() else " " for letter in hit.passage))
        for start, end in hit.marks:
            text.stylize("bold yellow", start, end)
        page.print(Padding(text, (0, 0, 1, 4)))
    told().print(f"{_counted(results.count, 'reports')} found", style="dim")


def arrival(record: Record, targets: Sequence[str], fields: Mapping[str, str]) -> None:
    """Add files and tell what came of it."""
    with Progress("files seen") as progress:
        came = record.add(*targets, fields=fields, told=progress.at)
    out = told()
    for refusal in came.refusals[:_SCREENFUL]:
        out.print(Text(plain(f"refused {refusal.uri}: {refusal.code}: {refusal.detail}"), style="yellow"))
    if len(came.refusals) > _SCREENFUL:
        out.print(
            f"… and {len(came.refusals) - _SCREENFUL:,} more; `dragoman refusals {record.path}` lists all",
            style="yellow",
        )
    kept = " (and keep the keys they were first put away with)" if fields else ""
    known = f", {came.known:,} were here already{kept}" if came.known else ""
    out.print(f"{came.new:,} put away{known}; next: dragoman read {record.path}")


def reading(record: Record, workers: int | None, engine: str = "local", address: str = "auto") -> None:
    """Read what is due and tell how far it is."""
    total = sum(map(len, record.due().values()))

    def step(task: Task) -> None:
        progress.step(f"{task.stage} {task.shard[:ID_LETTERS]}")

    with Progress("tasks", total) as progress:
        record.read(workers=workers, engine=engine, address=address, told=step)
    counts = record.counts()
    kinds = ("reports", "statements", "events", "tenures", "standings", "refusals")
    told().print(" · ".join(_counted(counts[kind], kind) for kind in kinds))
    told().print(f"next: dragoman facts {record.path} --who NAME", style="dim")


def planned(record: Record, workers: int | None) -> None:
    """Say what a read would do and how long it would take."""
    stages = record.plan()
    grid = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("stage", "tasks", "files", "one worker", "by"):
        grid.add_column(name, justify="left" if name in {"stage", "by"} else "right")
    for each in stages:
        rests = "measured here" if each.measured else "as shipped"
        grid.add_row(each.stage, f"{each.tasks:,}", f"{each.reports:,}", _lasting(each.seconds), rests)
    console().print(grid)
    whole, many = sum(each.seconds for each in stages), workers or record.workers
    tasks = sum(each.tasks for each in stages)
    told().print(
        f"{_counted(tasks, 'tasks')}, about {_lasting(whole / many)} by {_counted(many, 'workers')}; nothing was read"
    )


def _lasting(seconds: float) -> str:
    """Give a stretch of time by its two greatest units."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days:,} d {hours} h"
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def checked(result: Checked) -> int:
    """Tell what a verification found; 1 when anything is wrong."""
    out = console()
    for fault in result.faults[:50]:
        out.print(Text(plain(f"{fault.where}: {fault.what}"), style="red"), soft_wrap=True)
    faults = f"{len(result.faults):,} faults" if result.faults else "all as stored"
    out.print(f"{result.parts:,} parts, {result.reports:,} reports, {result.spans:,} spans: {faults}")
    return 1 if result.faults else 0


def compacted(done: Compacted) -> None:
    """Tell what compacting did."""
    told().print(f"{done.shards:,} small shards joined into {done.into:,}; {done.outdated:,} outdated parts removed")


def proved() -> int:
    """Prove the word lists and print every fault; 1 when there is one."""
    from dragoman.api.proofs import prove_all  # noqa: PLC0415 - loads every list

    faults = prove_all()
    out = console()
    for fault in faults:
        out.print(Text(plain(fault), style="red"), soft_wrap=True)
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
            Text(plain(finding.how)),
        )
    console().print(grid)
    return 0 if all(finding.well for finding in findings) else 1


def demo(path: str, workers: int) -> None:
    """Read the demo corpus and show the record of one story."""
    from dragoman.api.demonstration import make_demo  # noqa: PLC0415 - only this verb needs it

    def step(record: Record) -> None:
        reading(record, workers)

    console().print(story_page(make_demo(path, step)))
