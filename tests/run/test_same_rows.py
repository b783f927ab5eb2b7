"""The same input gives the same bytes: on one worker, on two, in any batches, after any kill."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.run.small import begun, bytes_of

from dragoman.frames import rows_of
from dragoman.run.plan import current_stems
from dragoman.settings import Reading
from dragoman.stages import STAGES, Laid, Stage
from dragoman.store.choosing import files_of
from dragoman.store.parts import Parts
from dragoman.store.queries import sql
from dragoman.store.room import Room

KILLS = 20


@pytest.fixture
def undisturbed(tmp_path: Path, reports: Path) -> dict[str, bytes]:
    record = begun(tmp_path / "calm", reports)
    record.read()
    return bytes_of(record.path)


def test_two_workers_write_the_bytes_one_writes(tmp_path: Path, reports: Path, undisturbed: dict[str, bytes]) -> None:
    record = begun(tmp_path / "two", reports)
    record.read(workers=2)
    assert bytes_of(record.path) == undisturbed
    assert record.verify().faults == ()


def test_a_read_killed_again_and_again_ends_with_the_same_bytes(
    tmp_path: Path, reports: Path, undisturbed: dict[str, bytes]
) -> None:
    record = begun(tmp_path / "killed", reports)
    chance = random.Random(7)
    for _ in range(KILLS):
        run = subprocess.Popen([sys.executable, "-m", "dragoman", "read", str(record.path)], stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 3.5))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert record.verify().faults == ()
    record.read()
    assert bytes_of(record.path) == undisturbed
    assert not list(record.path.glob("*/.*.draft"))


def test_an_add_killed_in_the_middle_loses_no_finished_shard(tmp_path: Path, reports: Path) -> None:
    whole = begun(tmp_path / "whole", reports)
    first = begun(tmp_path / "again", reports)
    for part in sorted(first.path.glob("raws/*.parquet"))[1:]:
        part.unlink()
    first.add(str(reports))
    assert bytes_of(first.path) == bytes_of(whole.path)


def test_reading_twice_does_nothing_the_second_time(tmp_path: Path, reports: Path) -> None:
    record = begun(tmp_path / "twice", reports)
    record.read()
    assert record.read().tasks == 0


READERS = [stage for stage in STAGES if stage.takes is Laid]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Laid]]:
    """What each stage reads of a small record."""
    folder = tmp_path_factory.mktemp("cut")
    (folder / "one.txt").write_text("Ana Moss met Bo Lind in Vienna. Moss said that France would help Sudan.\n" * 3)
    (folder / "two.txt").write_text("Iran and Russia signed a treaty in Moscow on Friday, the Kremlin said.\n" * 3)
    (folder / "three.txt").write_text("The envoy denied the report. He told reporters that talks had stopped.\n" * 3)
    record = begun(folder / "record", folder)
    record.read()
    parts = Parts.open(record.path)
    chosen = files_of(parts, current_stems(Reading()), parts.shards(), older=False)
    with Room(chosen, views=False) as room:
        return {stage.name: rows_of(Laid, room.ask(sql("inputs", stage.name)).to_pylist()) for stage in READERS}


@pytest.mark.parametrize("stage", READERS, ids=lambda stage: stage.name)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, 2), min_size=1, max_size=3))
def test_arbitrary_batches_give_the_same_rows(stage: Stage, laid: dict[str, list[Laid]], cuts: list[int]) -> None:
    inputs = laid[stage.name]
    whole = list(stage.read(inputs, Reading()))
    pieces, rest = [], inputs
    for cut in cuts:
        pieces += list(stage.read(rest[:cut], Reading()))
        rest = rest[cut:]
    pieces += list(stage.read(rest, Reading()))
    assert pieces == whole
