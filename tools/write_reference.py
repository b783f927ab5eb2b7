"""Write docs/reference.md from the running code: rows, views, commands.

    python tools/write_reference.py [--check]

With --check nothing is written; exit 1 when the page is not what the code says.
"""

import sys
from pathlib import Path

import click

from dragoman.cli import main as cli
from dragoman.frames import schema_of
from dragoman.records import KINDS
from dragoman.store.queries import names_in, sql

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"


def main() -> int:
    """Write the page, or compare it."""
    page = "\n".join([*_head(), *_commands(), *_rows(), *_views()]) + "\n"
    if "--check" in sys.argv:
        same = PAGE.exists() and PAGE.read_text() == page
        print("docs/reference.md is current" if same else "docs/reference.md is stale: run tools/write_reference.py")
        return 0 if same else 1
    PAGE.write_text(page)
    return 0


def _head() -> list[str]:
    return ["# Reference", "", "Written from the running code by `tools/write_reference.py`.", ""]


def _commands() -> list[str]:
    lines = ["## Commands", ""]
    for name, command in sorted(cli.commands.items()):
        context = click.Context(command, info_name=f"dragoman {name}", max_content_width=100)
        lines += [f"### {name}", "", "```text", command.get_help(context), "```", ""]
    return lines


def _rows() -> list[str]:
    lines = ["## Rows", "", "One Parquet part a shard and kind; columns in the order of the fields.", ""]
    for kind, row in KINDS.items():
        lines += [f"### {kind}", "", (row.__doc__ or "").split("\n\n")[0], "", "| column | type |", "|---|---|"]
        lines += [f"| `{field.name}` | {str(field.type).replace('|', '/')} |" for field in schema_of(row)]
        lines.append("")
    return lines


def _views() -> list[str]:
    lines = ["## Views", "", "What `dragoman sql` can ask beside the rows.", ""]
    for name in sorted(names_in("views")):
        head = [line.removeprefix("-- ") for line in sql("views", name).splitlines() if line.startswith("-- ")]
        lines += [f"### {name}", "", *(f"- {line}" for line in head), ""]
    return lines


if __name__ == "__main__":
    sys.exit(main())
