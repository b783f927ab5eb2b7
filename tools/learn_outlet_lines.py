"""Learn the lines an outlet repeats on its pages; writes them into its entry of lexicon/outlets.toml.

Usage: python tools/learn_outlet_lines.py OUTLET PATH [--least N] [--write]

PATH is a folder of texts (*.txt) or a JSON-lines file with a `text` in each row, all of the one outlet.
A line that stands in at least N reports (5 unless told), and is no sentence, is the outlet's own. Without
`--write` the lines are printed only.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.lexicon.outlets import find_outlet, plain_name
from dragoman.lexicon.zones import listed
from dragoman.reading.zones.lines import cut_lines, look_at
from dragoman.reading.zones.rules import judge_line

LIST = Path(__file__).parents[1] / "src/dragoman/lexicon/outlets.toml"
_SHORTEST, _LONGEST = 2, 40


def read_texts(path: Path) -> Iterator[str]:
    """Yield each text of a folder, by name, or of a JSON-lines file, by row."""
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.read_text(encoding="utf-8", errors="replace")
        return
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)["text"]


def repeated_lines(texts: Iterable[str], least: int) -> list[str]:
    """Give the lines that stand in at least so many texts, commonest first, those that rules know left out."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for text in texts:
        lines = {plain_name(line.text): line.text for line in cut_lines(text)}
        counts.update(lines.keys())
        for plain, line in lines.items():
            written.setdefault(plain, line)
    common = sorted((-count, plain) for plain, count in counts.items() if count >= least)
    return [written[plain] for _, plain in common if _is_own(written[plain])]


def _is_own(text: str) -> bool:
    line, look = cut_lines(text)[0], look_at(text, listed().words)
    return _SHORTEST <= look.length <= _LONGEST and judge_line(line, look, listed().words) is None


def write_lines(outlet: str, lines: Iterable[str]) -> None:
    """Put the lines into the outlet's entry, in place of those it has."""
    source = LIST.read_text(encoding="utf-8")
    start = source.index(f"name = {json.dumps(outlet, ensure_ascii=False)}\n")
    end = source.index("\nsource = ", start)
    entry = re.sub(r"\nlines = \[.*?\](?=\n|$)", "", source[start:end], flags=re.DOTALL)
    listed_lines = "".join(f"  {json.dumps(line, ensure_ascii=False)},\n" for line in lines)
    LIST.write_text(f"{source[:start]}{entry}\nlines = [\n{listed_lines}]{source[end:]}", encoding="utf-8")


def main() -> None:
    """Learn, print, and write if told to."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("outlet")
    asked.add_argument("path", type=Path)
    asked.add_argument("--least", type=int, default=5)
    asked.add_argument("--write", action="store_true")
    told = asked.parse_args()
    outlet = find_outlet(told.outlet)
    if outlet is None:
        sys.exit(f"no outlet called {told.outlet!r} in {LIST.name}; add an entry for it first")
    lines = repeated_lines(read_texts(told.path), told.least)
    print("\n".join(lines))
    if told.write:
        write_lines(outlet.name, lines)


if __name__ == "__main__":
    main()
