"""What a killed process leaves behind is removed by a later one; what a living one uses stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.store.spilling import spill_in, sweep

SPILL = """
import sys
from pathlib import Path
from dragoman.store.spilling import spill_in
place = spill_in(Path(sys.argv[1]))
place.mkdir()
(place / "spilled").write_bytes(b"x" * 1000)
place.with_name(f".laid-1.duckdb.{place.name.rpartition('-')[2]}.draft").touch()
print(place, flush=True)
sys.stdin.read()
"""
NOBODY = 2**22 + 1  # more than a process is ever numbered


@contextmanager
def spilling(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Run a process that has spilled and lives on until it is told or killed."""
    command = [sys.executable, "-c", SPILL, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process, Path(process.stdout.readline().strip())


def test_what_a_killed_process_spilled_and_drafted_is_removed_by_a_later_one(tmp_path: Path) -> None:
    with spilling(tmp_path) as (process, place):
        sweep(tmp_path)
        assert (place / "spilled").exists()  # it lives
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(list(tmp_path.iterdir())) == 3
        mine = spill_in(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"{mine.name}.alive"]


def test_what_an_older_dragoman_left_without_a_lock_is_removed_once_it_is_no_more(tmp_path: Path) -> None:
    left, used, other = (
        tmp_path / name for name in (f"dragoman-{NOBODY}", f"dragoman-{os.getppid()}", "dragoman-notes")
    )
    for folder in (left, used, other):
        folder.mkdir()
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((used.name, other.name))


def test_a_process_that_ends_leaves_nothing_locked(tmp_path: Path) -> None:
    with spilling(tmp_path) as (process, place):
        process.communicate("")
    assert not place.with_name(f"{place.name}.alive").exists()


def test_where_nothing_can_be_written_the_usual_folder_is_taken(tmp_path: Path) -> None:
    assert spill_in(tmp_path / "nowhere").name == f"dragoman-{os.getpid()}"
    assert list(tmp_path.iterdir()) == []
