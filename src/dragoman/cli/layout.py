"""How rows and grounds are laid out: a line a row, a sentence with the words of each field in its colour."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.api.demonstration import Story
from dragoman.api.grounds import Grounds

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
FACT_COLUMNS = {
    "facts": ("day", "fact", "who", "what", "words", "outlet"),
    "statements": ("day", "speaker", "act", "addressee", "words", "outlet"),
    "events": ("day", "kind", "mode", "actors", "recipients", "place", "modality", "words"),
    "happenings": ("day", "kind", "actors", "recipients", "place", "reports", "origins", "conflicts", "words"),
    "copies": ("relation", "credit", "outlet", "title", "origin_outlet", "origin_title"),
    "conflicts": ("day", "kind", "parties", "field", "says", "chosen"),
    "meetings": ("day", "participants", "place", "occasion", "outlet"),
    "offices": ("day", "person", "status", "post", "of", "outlet"),
    "standings": ("day", "party", "modality", "standing", "body", "outlet"),
}
ID_LETTERS = 8
_STYLES = {"day": "blue", "who": "cyan", "speaker": "cyan", "actors": "cyan", "participants": "cyan", "person": "cyan",
           "party": "cyan", "act": "yellow", "kind": "yellow", "what": "yellow", "recipients": "magenta",
           "addressee": "magenta", "place": "green", "id": "dim", "outlet": "dim"}  # fmt: skip


_READ = frozenset({"words", "passage", "what"})  # columns that are read and not only looked up
_WHOLE = frozenset({"id", "day"})
_GAP, _LEAST, _MOST = 1, 6, 30  # characters: between columns, and of one that is looked up
_SHARE_READ = 0.3  # of the line at least


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], room: int) -> Table:
    """Lay rows out in a line each of so many characters, the id first where they have one; what is read is cut last."""
    rows = list(rows)
    grid = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
    has_id = any("id" in row for row in rows) and "id" not in columns
    columns = [*(["id"] if has_id else []), *columns]
    cells = [[_cell(name, row.get(name)) for name in columns] for row in rows]
    for name, width in zip(columns, _widths(columns, cells, room), strict=True):
        grid.add_column(name, style=_STYLES.get(name, ""), width=width, overflow="ellipsis", no_wrap=True)
    for line in cells:
        grid.add_row(*map(Text, line))
    return grid


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share a line out: to each column what it needs, and where that is too much the widest give way first."""
    wanted = [max([len(name), *(cell_len(line[at]) for line in cells)]) for at, name in enumerate(columns)]
    widths = [each if name in _READ else min(each, _MOST) for name, each in zip(columns, wanted, strict=True)]
    room -= _GAP * (len(columns) - 1)
    read = [at for at, name in enumerate(columns) if name in _READ]
    for at in read:
        widths[at] = min(widths[at], max(int(room * _SHARE_READ), room - sum(widths) + widths[at]))
    yielding = [at for at, name in enumerate(columns) if name not in _READ | _WHOLE]
    for shrinking in (yielding, read):
        while sum(widths) > room and any(widths[at] > _LEAST for at in shrinking):
            widths[max(shrinking, key=lambda at: widths[at])] -= 1
    return widths


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "–" if name == "day" else ""
    if isinstance(value, list):
        return ", ".join("?" if one is None else str(one) for one in value)
    said = plain(str(value))
    return said[:ID_LETTERS] if name == "id" else said


def plain(words: str) -> str:
    """Keep control characters of a hostile text from the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in words)


def grounds_page(found: Grounds) -> RenderableType:
    """Lay out a fact, its words, and all they rest on."""
    return Group(
        head(found),
        Padding(marked(found), (1, 4)),
        Padding(legend(found), (0, 4, 1, 4)),
        Padding(sources(found), (0, 2, 1, 2)),
    )


def story_page(story: Story) -> RenderableType:
    """Lay out the facts of one report, each under its sentence, and what to try next."""
    first = story.facts[0].report if story.facts else {}
    line = " · ".join(filter(None, (first.get("outlet"), first.get("published") or "no day stated")))
    facts = [
        Group(head(fact), Padding(marked(fact), (0, 4)), Padding(_legend_and_rule(fact), (0, 4, 1, 4)))
        for fact in story.facts
    ]
    after = [Text(f"  {command}", style="green") for command in story.next]
    title = Text(plain(story.title), style="bold underline")
    return Group("", title, Text(plain(line), style="dim"), "", *facts, Text("Go on:", style="bold"), *after)


def head(found: Grounds) -> Text:
    """Say in one line when, who and what, with the id that opens it."""
    return Text.assemble(
        (found.day or "day unknown", "blue"),
        "  ",
        (plain(found.who), "bold cyan"),
        "  ",
        (plain(found.what), "yellow"),
        "  ",
        (found.row[:ID_LETTERS], "dim"),
    )


def sources(found: Grounds) -> RenderableType:
    """Say which report, which bytes and which rule a fact rests on."""
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style="dim")
    source = found.report
    about = filter(None, (source["title"], source["outlet"], source["published"] or "no day stated"))
    lines.add_row("report", Text(plain(" · ".join(about))))
    if source["upstream"]:
        lines.add_row("credits", Text(plain(source["upstream"])))
    lines.add_row("from", Text(plain(str(source["uri"]))))
    lines.add_row(
        "bytes", f"sha256 {str(found.raw['sha256'])[:16]}…  {found.raw['bytes']:,} bytes  {found.raw['media_type']}"
    )
    lines.add_row("rule", f"{_rule(found)}  {found.stage}")
    if found.day_reasons:
        lines.add_row("day", Text(plain("inferred: " + "; ".join(found.day_reasons))))
    return lines


def _legend_and_rule(found: Grounds) -> Text:
    return Text("   ").join([legend(found), Text(_rule(found), style="dim")])


def _rule(found: Grounds) -> str:
    return found.rule + (f"  score {found.score:.2f}" if found.score is not None else "")


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
