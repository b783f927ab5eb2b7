"""The command line: parse, call, print. Standard output carries rows, standard error carries the telling."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman import __version__
from dragoman.errors import DragomanError

F = TypeVar("F", bound=Callable[..., Any])

RECORD = click.Path(file_okay=False)


class Told(click.Group):
    """A group whose errors are one sentence, with exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn our own errors into a line on standard error."""
        try:
            return super().invoke(ctx)
        except DragomanError as fault:
            click.echo(f"dragoman: {fault}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


def screen() -> Any:
    """Load what prints tables, on first use."""
    return import_module("dragoman.cli.screens")


def opened(record: str, *, make: bool = False) -> Any:
    """Open a record, on first use of the verbs."""
    return import_module("dragoman.api").open_record(record, make=make)


@click.group(cls=Told, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read news reports and keep the record of diplomacy.

    \b
    dragoman demo                      read eighty short reports and look around
    dragoman add reports/ --to record  put files, feeds or archives away
    dragoman read record               read what is new
    dragoman facts record --who Iran   ask
    dragoman why record ROW            see the words a row rests on
    dragoman serve record              look at it all in a browser
    """  # noqa: D301 - the \b is click's own mark for lines kept as they stand


def filters(command: F) -> F:
    """Give a command the filters and formats every list of facts takes."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def formats(command: F) -> F:
    """Give a command the formats of a list."""
    return click.option(
        "--format", "fmt", type=click.Choice(["table", "jsonl", "csv", "parquet"]), default="table", show_default=True
    )(command)


_FILTERS = (
    click.argument("record", type=RECORD),
    click.option("--who", metavar="NAME", help="Somebody taking part; a state stands for its officials too."),
    click.option("--about", metavar="NAME", help="Somebody spoken of or acted upon."),
    click.option("--from", "since", metavar="DAY", help="First day, as 2016-04-07; or a month or year, as 2016-04."),
    click.option("--to", "until", metavar="DAY", help="Last day, month or year."),
    click.option("--outlet", metavar="NAME", help="Outlet; % stands for any letters."),
    click.option("--kind", metavar="KIND", help="Act, PLOVER type, post or standing; % stands for any letters."),
    click.option("--most", type=click.IntRange(1), metavar="N", help="Rows at most."),
    click.option(
        "--format", "fmt", type=click.Choice(["table", "jsonl", "csv", "parquet"]), default="table", show_default=True
    ),
)


def _list_verb(verb: str, effect: str) -> None:
    @main.command(verb, help=effect)
    @filters
    def listed(record: str, fmt: str, **wanted: Any) -> None:
        screen().answer(opened(record).ask(verb, **wanted), fmt)


_list_verb("facts", "List all facts: statements, events, offices, standings.")
_list_verb("statements", "List who is reported to have said what.")
_list_verb("meetings", "List who met whom, where and when.")
_list_verb("offices", "List who is said to hold which office.")
_list_verb("standings", "List who is said to stand where in which organisation.")
_list_verb("events", "List who did what to whom, in PLOVER's types.")
_list_verb("happenings", "List acts, each once. With how many reports, outlets and origins tell it.")


@main.command()
@click.argument("targets", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--to", "record", type=RECORD, required=True, metavar="RECORD", help="Folder of the record; made if there is none."
)
@click.option(
    "--map", "mapping", metavar="FIELDS", help="Our fields and the keys they go by: text=body,published=date."
)
def add(targets: tuple[str, ...], record: str, mapping: str | None) -> None:
    """Put reports away, to be read later.

    A PATH is a file or folder of texts or pages, JSONL, CSV, Parquet, a feed, a WARC, an address, or - for standard
    input; packed or not.
    """
    screen().arrival(opened(record, make=True), targets, fields(mapping))


def fields(mapping: str | None) -> dict[str, str]:
    """Read `text=body,published=date`."""
    pairs = [pair.partition("=") for pair in (mapping or "").split(",") if pair]
    wrong = [name for name, _, key in pairs if not key]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} lacks its key; write FIELD=KEY,FIELD=KEY", param_hint="--map")
    return {name.strip(): key.strip() for name, _, key in pairs}


@main.command()
@click.argument("record", type=RECORD)
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes side by side.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Who reads: this machine, or a Ray cluster.",
)
@click.option("--address", default="auto", show_default=True, metavar="HOST:PORT", help="Of the Ray cluster.")
@click.option(
    "--plan", "only_planned", is_flag=True, help="Say what would be done and how long it takes; read nothing."
)
def read(record: str, workers: int | None, engine: str, address: str, *, only_planned: bool) -> None:
    """Read what is new or due again. A read that was stopped goes on where it was."""
    if only_planned:
        screen().planned(opened(record), workers)
    else:
        screen().reading(opened(record), workers, engine, address)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("name")
@click.option("--most", default=6, show_default=True, metavar="N", help="Facts of each sort at most.")
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
def who(record: str, name: str, most: int, fmt: str) -> None:
    """Show what the record has on a person, body or state."""
    screen().dossier(opened(record).who(name, most=most), fmt)


@main.group()
def knowledge() -> None:
    """Tell a record who held which office. What reports say and what you know stay apart."""


@knowledge.command("add")
@click.argument("record", type=RECORD)
@click.argument("file", type=click.Path(dir_okay=False))
def add_knowledge(record: str, file: str) -> None:
    """Add tenures: a CSV (person, office, state or body, start, end), FollowTheMoney or Wikidata JSON."""
    screen().knowledge_added(opened(record, make=True).add_knowledge(file))


@knowledge.command("list")
@click.argument("record", type=RECORD)
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
def list_knowledge(record: str, fmt: str) -> None:
    """List the tenures that were added, with the file and row of each."""
    screen().knowledge_listed(opened(record).knowledge(), fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("left")
@click.argument("right")
@click.option("--most", default=12, show_default=True, metavar="N", help="Facts of each sort at most.")
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
def dyad(record: str, left: str, right: str, most: int, fmt: str) -> None:
    """Show what passed between two: meetings, words, deeds."""
    screen().dyad(opened(record).dyad(left, right, most=most), fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("report", required=False)
@formats
def copies(record: str, report: str | None, fmt: str) -> None:
    """List reports that repeat another. With REPORT (an id, or the end of its address): what that copy changed."""
    if report:
        screen().changes(opened(record).changes(report), fmt)
    else:
        screen().answer(opened(record).copies(), fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.option(
    "--rule",
    help="Which value to choose, if the rule can tell: most origins, most precise, earliest, latest, outlet NAME, none; "
    "that of dragoman.toml if not given.",
)
@formats
def conflicts(record: str, rule: str | None, fmt: str) -> None:
    """List what reports contradict each other on.

    Day, place, killed, injured and number of an act; who holds which office or standing.
    """
    screen().answer(opened(record).conflicts(rule=rule), fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("left", metavar="ROW")
@click.argument("right", metavar="[ROW|right|wrong|unsure]")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]), required=False)
@click.option("--why", "reason", metavar="REASON", help="Why, in a sentence.")
@click.option(
    "--field", type=click.Choice(["day", "place", "killed", "injured", "number"]), help="What an event is right on."
)
def judge(record: str, left: str, right: str, verdict: str | None, reason: str | None, field: str | None) -> None:  # noqa: PLR0913, PLR0917 - click's
    """Say whether two events are one act, or a claim is right.

    ROW ROW shows what speaks for and against two events being one; ROW ROW same|different|unsure decides it. ROW
    right|wrong|unsure decides on an office or standing in dispute, or with --field on what an event states.
    """
    if right in {"right", "wrong", "unsure"}:
        screen().judged(opened(record).judge_claim(left, right, why=reason or "", field=field))
    elif verdict:
        screen().judged(opened(record).judge(left, right, verdict, why=reason or ""))
    else:
        screen().waterfall(opened(record).matching(left, right))


@main.command()
@click.argument("record", type=RECORD)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", default=10, show_default=True, type=click.IntRange(1), metavar="N", help="Reports at most.")
@click.option("--format", "fmt", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def search(record: str, words: tuple[str, ...], most: int, fmt: str) -> None:
    """Find reports by words, "phrases", AND, OR, NOT."""
    found = opened(record).search(" ".join(words), most=most, told=lambda line: click.echo(line, err=True))
    screen().found(found, fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("query")
@click.option(
    "--format", "fmt", type=click.Choice(["table", "jsonl", "csv", "parquet"]), default="table", show_default=True
)
def sql(record: str, query: str, fmt: str) -> None:
    """Ask in SQL. One SELECT over the record's tables and views, nothing else."""
    screen().answer(opened(record).sql(query), fmt)


@main.command()
@click.argument("record", type=RECORD)
@click.argument("row")
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
def why(record: str, row: str, fmt: str) -> None:
    """Show what a row rests on: words, rule, report, bytes."""
    screen().grounds(opened(record).why(row), fmt)


@main.command()
@click.argument("record", type=RECORD)
def refusals(record: str) -> None:
    """List what was not read, and why."""
    screen().refused(opened(record).refusals())


@main.command()
@click.argument("record", type=RECORD)
@click.option("--mend", is_flag=True, help="Take damaged parts out, so that the next read writes them again.")
def verify(record: str, *, mend: bool) -> None:
    """Check every stored span and digest.

    A span must match its text, a digest its bytes.
    """
    sys.exit(screen().checked(opened(record).verify(mend=mend)))


@main.command()
@click.argument("record", type=RECORD)
def compact(record: str) -> None:
    """Join the parts of many small arrivals into fewer.

    Parts that newer ones replace are dropped; no row changes.
    """
    screen().compacted(opened(record).compact())


@main.command()
@click.argument("record", type=RECORD)
@click.argument("fmt", metavar="FORMAT", type=click.Choice(["csv", "jsonl", "parquet", "duckdb", "citron", "claims"]))
@click.option("-o", "out", type=click.Path(), required=True, help="Folder to make, or the DuckDB file.")
def export(record: str, fmt: str, out: str) -> None:
    """Hand the record on to other tools.

    As csv, jsonl or parquet files, or one duckdb file; its statements as citron or claims.
    """
    for path in opened(record).export(fmt, out):
        click.echo(path)


@main.command()
@click.argument("record", type=RECORD)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="N", help="Port of this machine."
)
def serve(record: str, port: int) -> None:
    """Open the workbench in a browser.

    Pages over a record, served to this machine and no other.
    """
    import_module("dragoman.web.app").serve(
        opened(record),
        port,
        lambda step: click.echo(f"{step} …", err=True),
        lambda: click.echo(f"http://127.0.0.1:{port}/  (stop with Ctrl-C)", err=True),
    )


@main.command()
@click.argument("record", type=RECORD)
@click.option("--about", "about", multiple=True, required=True, metavar="NAME", help="One name, or twice for two.")
@click.option(
    "-o", "out", type=click.Path(dir_okay=False), required=True, metavar="FILE", help="The HTML file to write."
)
def report(record: str, about: tuple[str, ...], out: str) -> None:
    """Write a dossier as one HTML file, to send to somebody.

    On one name, or on what passed between two, with all its evidence.
    """
    facts = import_module("dragoman.web.handout").hand_out(opened(record), about, Path(out))
    click.echo(f"{out}: {facts} facts, each with its sentence", err=True)


@main.command()
def check() -> None:
    """Prove every word list: each entry on its own examples."""
    sys.exit(screen().proved())


@main.command()
@click.argument("record", type=RECORD, required=False)
def doctor(record: str | None) -> None:
    """Say what is installed or missing, and how a record is."""
    sys.exit(screen().doctor(record))


@main.command()
@click.option("--to", "record", type=RECORD, default="demo-record", show_default=True, help="Folder for the record.")
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes side by side."
)
def demo(record: str, workers: int) -> None:
    """Read the demo corpus and show the record of one story."""
    screen().demo(record, workers)
