"""The tutorial does what it says: each command runs, and prints the lines shown under it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMANDS = [
    (command, tuple(shown))
    for block in BLOCK.findall(TUTORIAL.read_text())
    for command, *shown in (part.splitlines() for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part)
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a reader follows the tutorial."""
    return tmp_path_factory.mktemp("tutorial")


@pytest.mark.parametrize(("command", "shown"), COMMANDS, ids=[command for command, _ in COMMANDS])
def test_a_command_prints_what_the_tutorial_shows(desk: Path, command: str, shown: tuple[str, ...]) -> None:
    words = [sys.executable, "-m", *shlex.split(command)]
    ran = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    printed = {line.rstrip() for line in (ran.stdout + ran.stderr).splitlines()}
    missing = [line for line in shown if line.rstrip() not in printed and line.strip() != "…"]
    assert missing == []


def test_the_tutorial_shows_commands() -> None:
    assert len(COMMANDS) > 8
