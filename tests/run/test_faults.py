"""What goes wrong on real machines loses nothing and doubles nothing, and is named."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.run.small import begun, bytes_of, story, written

from dragoman.api import Record, open_record
from dragoman.errors import RecordError
from dragoman.run.task import Task
from dragoman.stages import STAGES
from dragoman.store.parts import digest_of

KINDS_READ = ("reports", "zones", "mentions", "events")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no leave to mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_kill_costs_at_most_the_shard_at_hand(unread: Record, few_read: Path) -> None:
    done: list[Task] = []

    def told(task: Task) -> None:
        done.append(task)
        if len(done) == len(STAGES) + 3:
            raise KeyboardInterrupt

    whole = sum(map(len, unread.due().values()))
    with pytest.raises(KeyboardInterrupt):
        unread.read(told=told)
    begun_yet = len({task.shard for task in done})
    assert begun_yet == 2  # one shard is finished before the next is begun
    assert unread.read().tasks == whole - len(done)
    assert bytes_of(unread.path) == bytes_of(few_read)


def test_killed_while_it_writes(unread: Record, few_read: Path) -> None:
    command = [sys.executable, "-m", "dragoman", "read", str(unread.path)]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(2000):
        if list(unread.path.glob("*/.*.draft")) or run.poll() is not None:
            break
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert unread.verify().faults == ()
    unread.read()
    assert bytes_of(unread.path) == bytes_of(few_read)
    assert not list(unread.path.glob("*/.*.draft"))


def test_killed_before_the_reports_of_a_shard_are_written(unread: Record, few_read: Path) -> None:
    unread.read()
    for folder in unread.path.iterdir():
        for part in folder.glob("*--*") if folder.name not in {"raws", "zones", "refusals"} else ():
            part.unlink()
    assert unread.verify().faults == ()
    unread.read()
    assert bytes_of(unread.path) == bytes_of(few_read)


def test_a_full_disk_is_named_and_what_was_finished_is_kept(small_disk: Path) -> None:
    (small_disk / "reports.txt").write_text(story(1))
    record = begun(small_disk / "record", small_disk / "reports.txt")
    filler = small_disk / "filler"
    with filler.open("wb") as out, pytest.raises(OSError, match="No space left"):
        out.write(bytes(2**20))
    with pytest.raises(RecordError, match=r"cannot write .*No space left.*what was finished before is kept"):
        record.read()
    assert record.verify().faults == ()
    assert not list(record.path.glob("*/.*.draft"))
    filler.unlink()
    record.read()
    assert record.due() == {}
    assert record.verify().faults == ()


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_at_any_write_is_named(
    unread: Record, few_read: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    write, left = pq.write_table, [3]

    def failing(*given: object, **named: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(fault, os.strerror(fault))
        write(*given, **named)

    monkeypatch.setattr(pq, "write_table", failing)
    with pytest.raises(RecordError, match=os.strerror(fault)):
        unread.read()
    monkeypatch.undo()
    assert unread.verify().faults == ()
    assert not list(unread.path.glob("*/.*.draft"))
    before = {name: content for name, content in bytes_of(unread.path).items() if not name.startswith("raws")}
    assert before.items() <= bytes_of(few_read).items()
    assert before


def test_a_record_lent_to_read_answers_and_says_that_it_cannot_be_written(small_disk: Path) -> None:
    (small_disk / "reports.txt").write_text(story(1))
    record = begun(small_disk / "record", small_disk / "reports.txt")
    record.read()
    next(record.path.glob("events/*.parquet")).unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert len(open_record(record.path).statements())
    assert record.verify().faults == ()
    with pytest.raises(RecordError, match="Read-only"):
        record.read()


@pytest.mark.parametrize("kind", KINDS_READ)
@pytest.mark.parametrize("harm", ["flipped", "cut", "emptied"])
def test_a_damaged_part_is_named_taken_out_and_read_again(
    once_read: Record, few_read: Path, kind: str, harm: str
) -> None:
    part = min(once_read.path.glob(f"{kind}/*.parquet"))
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 0x01
    part.write_bytes({"flipped": bytes(content), "cut": bytes(content[:-7]), "emptied": b""}[harm])
    found = once_read.verify()
    assert [part.name in fault.where for fault in found.faults][:1] == [True]
    assert found.damaged == (part,)
    once_read.verify(mend=True)
    once_read.read()
    assert once_read.verify().faults == ()
    assert bytes_of(once_read.path) == bytes_of(few_read)


def test_nothing_is_read_from_a_damaged_part(once_read: Record, few_read: Path) -> None:
    min(once_read.path.glob("events/*.parquet")).unlink()
    part = min(once_read.path.glob("mentions/*.parquet"))
    part.write_bytes(part.read_bytes()[:-7])
    once_read.read()
    assert bytes_of(once_read.path) == bytes_of(few_read)


def test_damaged_files_as_received_are_named_and_never_read(once_read: Record) -> None:
    part = min(once_read.path.glob("raws/*.parquet"))
    part.write_bytes(part.read_bytes()[:-7])
    min(once_read.path.glob(f"events/{part.name.split('--')[0]}*.parquet")).unlink()
    with pytest.raises(RecordError, match=rf"{part.name}.*add its files anew"):
        once_read.read()
    assert part.exists()


def test_two_readers_at_once_write_what_one_writes(unread: Record, few_read: Path) -> None:
    command = [sys.executable, "-m", "dragoman", "read", str(unread.path)]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(run.communicate()[1], run.returncode)[1] for run in runs] == [0, 0]
    assert bytes_of(unread.path) == bytes_of(few_read)
    assert unread.verify().faults == ()


def test_a_room_that_is_open_meanwhile_answers_on(once_read: Record, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "new.txt").write_text(story(77))
    with once_read.open_room() as room:
        before = room.ask("SELECT count(*) AS rows FROM statements")["rows"][0].as_py()
        once_read.add(str(more))
        once_read.read(told=lambda _: room.ask("SELECT count(*) FROM events"))
        assert room.ask("SELECT count(*) AS rows FROM statements")["rows"][0].as_py() == before
    assert len(once_read.statements()) > before


def test_no_clock_stands_in_a_row(unread: Record, few_read: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(2**31, 0, -3600))
    monkeypatch.setattr(time, "time", lambda: float(next(moments)))
    unread.read()
    assert bytes_of(unread.path) == bytes_of(few_read)


def test_the_last_judgement_counts_though_the_clock_was_set_back(
    once_read: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, right = once_read.events().rows()[0]["id"], once_read.events().rows()[-1]["id"]

    class Clock(datetime):
        hour_now = 12

        @classmethod
        def now(cls, _zone: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 3, 29, cls.hour_now, tzinfo=UTC)

    monkeypatch.setattr("dragoman.api.judging.datetime", Clock)
    once_read.judge(left, right, "same", why="first")
    Clock.hour_now = 3
    once_read.judge(left, right, "different", why="second")
    newest = once_read.judgements().rows()[0]
    assert newest["verdict"] == "different"


def test_drafts_of_another_machine_are_left_to_it_for_a_day(unread: Record) -> None:
    ours = unread.path / "raws" / ".x--y.parquet.elsewhere.7.draft"
    old = unread.path / "raws" / ".x--z.parquet.elsewhere.7.draft"
    for draft in (ours, old):
        draft.write_bytes(b"")
    os.utime(old, (0, 0))
    unread.read(told=lambda _: None) if unread.due() == {} else unread._parts.sweep()
    assert (ours.exists(), old.exists()) == (True, False)


def test_the_digest_is_there_before_the_part(once_read: Record) -> None:
    parts = list(once_read.path.glob("*/*.parquet"))
    assert all(digest_of(part).exists() for part in parts)


def test_a_file_is_known_again_however_many_there_are(tmp_path: Path) -> None:
    record = open_record(tmp_path / "record", make=True)
    assert record.add(str(written(tmp_path))).new == 16
    again = record.add(str(tmp_path / "reports.jsonl"))
    assert (again.new, again.known) == (0, 16)
