"""Joined shards are row by row what one arrival of all their files would have given, and nothing is found anew for it."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.run.small import begun, bytes_of, cheap, story

from dragoman.api import Record, open_record
from dragoman.store import compacting
from dragoman.store.parts import Parts


@pytest.fixture
def wide(once_read: Record) -> Record:
    """Give the record with shards that may hold more than they do."""
    (once_read.path / "dragoman.toml").write_text('shard = 512\nbatch = 3\n[reading]\ntagger = "none"\n')
    return open_record(once_read.path)


def test_small_shards_are_joined_and_every_fact_stays(wide: Record) -> None:
    facts, before = wide.facts().rows(), len(bytes_of(wide.path))
    assert wide.compact() == compacting.Compacted(shards=3, into=1)
    again = open_record(wide.path)
    assert again.facts().rows() == facts
    assert (again.due(), again.verify().faults) == ({}, ())
    assert len(bytes_of(wide.path)) == before // 3
    assert again.compact() == compacting.Compacted()


def test_reading_a_joined_shard_anew_gives_the_very_rows(wide: Record) -> None:
    wide.compact()
    joined = {part: pq.read_table(part) for part in wide.path.glob("*/*.parquet")}
    for part in joined:
        if part.parent.name != "raws":
            part.unlink()
    open_record(wide.path).read()
    assert {part: pq.read_table(part) for part in wide.path.glob("*/*.parquet")} == joined


@pytest.mark.parametrize("after", range(1, 40, 7))
def test_a_join_that_is_cut_short_is_there_or_not(wide: Record, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    record, left = wide, [after]
    facts = record.facts().rows()

    def counted(act: str) -> None:
        whole = getattr(Parts, act)

        def one(self: Parts, *given: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return whole(self, *given)

        monkeypatch.setattr(Parts, act, one)

    counted("write_table")
    counted("remove")
    try:
        record.compact()
    except KeyboardInterrupt:
        monkeypatch.undo()
        assert open_record(wide.path).facts().rows() == facts
        open_record(wide.path).compact()
    again = open_record(wide.path)
    assert again.facts().rows() == facts
    assert (again.due(), again.verify().faults) == ({}, ())
    assert len(Parts.open(wide.path).shards()) == 1


def test_what_was_gathered_and_indexed_counts_on(wide: Record) -> None:
    record = wide
    happenings, found = record.happenings().rows(), record.search("treaty").count
    record.compact()
    names = {path.name for path in record.path.glob("*/*.parquet")}
    covered = json.loads(next(record.path.glob("gathered/grown-*/covered.json")).read_text())
    assert {name for step in covered.values() for name in step} <= names
    assert set(json.loads((record.path / "index" / "shelved.json").read_text())) <= names
    again = open_record(wide.path)
    told: list[str] = []
    assert again.search("treaty", told=told.append).count == found
    assert told == []
    assert again.happenings().rows() == happenings


def test_a_shard_with_something_due_is_left_alone(tmp_path: Path) -> None:
    record = cheap(begun(tmp_path / "record", _few(tmp_path), shard=1))
    assert record.compact() == compacting.Compacted()


def _few(folder: Path) -> Path:
    path = folder / "two"
    path.mkdir()
    for number in range(2):
        (path / f"{number}.txt").write_text(story(number))
    return path
