"""Write into docs/tutorial.md what its commands print now.

    python tools/write_tutorial.py

Each ```console block holds commands after `$ `; a line `# lines N` after one keeps the first N lines it prints. The
commands run in a folder of their own, in order.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

TUTORIAL = Path(__file__).parent.parent / "docs" / "tutorial.md"
BLOCK = re.compile(r"```console\n(.*?)```(?:\n<!-- lines (\d+) -->)?", re.DOTALL)


def main() -> None:
    """Run every block and put its output under its command."""
    with tempfile.TemporaryDirectory() as desk:
        TUTORIAL.write_text(BLOCK.sub(lambda block: filled(block, Path(desk)), TUTORIAL.read_text()))


def filled(block: re.Match[str], desk: Path) -> str:
    """Run the commands of one block and give the block with what they print."""
    kept = int(block.group(2)) if block.group(2) else None
    commands = re.findall(r"^\$ (.*)$", block.group(1), flags=re.MULTILINE)
    shown = "".join(f"$ {command}\n{printed(command, desk, kept)}" for command in commands)
    mark = f"\n<!-- lines {kept} -->" if kept is not None else ""
    return f"```console\n{shown}```{mark}"


def printed(command: str, desk: Path, kept: int | None) -> str:
    """Give what a command prints, its first lines if so many only are kept."""
    words = [sys.executable, "-m", *shlex.split(command)]
    ran = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in ran.stdout.splitlines()]
    short = [*lines[:kept], "…"] if kept is not None and len(lines) > kept else lines
    return "".join(f"{line}\n" for line in short)


if __name__ == "__main__":
    main()
