"""How copies and matches are laid out for a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.api import Answer
from dragoman.api.changes import Changed
from dragoman.cli.layout import ID_LETTERS, plain

_AT_ENDS = 4


def changes_page(found: Sequence[Changed]) -> Text:
    """Set the words dropped in [-…-], those added in {+…+}, and shorten what was kept."""
    text = Text()
    for each in found:
        if each.sort == "kept":
            text.append(_shortened(each.here) + " ", style="dim")
        if each.sort in {"dropped", "changed"}:
            text.append(f"[-{plain(each.there)}-] ", style="red")
        if each.sort in {"added", "changed"}:
            text.append(f"{{+{plain(each.here)}+}} ", style="bold green")
    return text


def _shortened(words: str) -> str:
    parts = plain(words).split()
    return " ".join(parts) if len(parts) <= 2 * _AT_ENDS else " ".join([*parts[:_AT_ENDS], "…", *parts[-_AT_ENDS:]])


def waterfall_page(pairs: Answer) -> RenderableType:
    """Lay out what speaks for and against each pair being one act, in bits, and their sum."""
    pages: list[RenderableType] = []
    for pair in pairs:
        head = f"{pair['one'][:ID_LETTERS]}  {pair['other'][:ID_LETTERS]}  {pair['verdict']}, by {pair['by']}"
        grid = Table.grid(padding=(0, 2))
        for finding in pair["findings"] or []:
            grid.add_row(Text(f"{finding['score']:+5.1f}"), finding["feature"], Text(plain(finding["why"])))
        grid.add_row(Text(f"{pair['score'] or 0:+5.1f}", style="bold"), "bits", Text(plain(pair["why"] or "")))
        pages += [Text(head, style="bold"), Padding(grid, (0, 0, 1, 2))]
    return Group(*pages)
