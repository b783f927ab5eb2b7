"""Draw what the terminal shows as SVG pictures for the README and the docs.

    python tools/shoot_terminal.py [RECORD]

RECORD is a record of the demo corpus; without one it is read anew. The pictures load nothing from elsewhere.
"""

import re
import sys
import tempfile
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from dragoman.api import open_record
from dragoman.api.demonstration import Story, make_demo
from dragoman.cli.layout import story_page, table

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH = 104
FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


def main() -> None:
    """Draw the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        path = sys.argv[1] if len(sys.argv) > 1 else f"{folder}/demo-record"
        story = make_demo(path, lambda record: record.read())
        draw("demo", "make demo", story_page(Story(story.title, story.facts[:5], story.next)))
        columns = ("day", "participants", "place", "outlet")
        rows = [row for row in open_record(path).meetings(who="Iran") if row["day"]]
        draw("meetings", "dragoman meetings demo-record --who Iran", table(rows[-14:], columns, WIDTH))


def draw(name: str, title: str, page: RenderableType) -> None:
    """Write one picture."""
    console = Console(record=True, width=WIDTH, file=sys.stderr, force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {title}", style="bold"), page, sep="\n")
    svg = FONT.sub("", console.export_svg(title="dragoman"))
    (PICTURES / f"{name}.svg").write_text(svg)


if __name__ == "__main__":
    main()
