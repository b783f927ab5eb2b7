"""A record in an object store holds the very parts a folder would, and is asked and mended like one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.run.bucket import Bucket
from tests.run.small import bytes_of, story

from dragoman.api import open_record
from dragoman.errors import RecordError
from dragoman.store.elsewhere import Elsewhere


@pytest.fixture(autouse=True)
def mirrors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def bucket() -> Iterator[Bucket]:
    with Bucket() as server:
        yield server


def sent(folder: Path, far: Elsewhere) -> None:
    far.send(folder, sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()))


def parts_in(far: Elsewhere, folder: Path) -> dict[str, bytes]:
    far.fetch(sorted(far.names()), folder)
    return bytes_of(folder)


def test_a_record_in_a_bucket_is_read_to_the_same_parts(
    bucket: Bucket, few_unread: Path, few_read: Path, tmp_path: Path, mirrors: Path
) -> None:
    far = Elsewhere(bucket.address("record"))
    sent(few_unread, far)
    record = open_record(far.address)
    done = record.read()
    assert done.tasks == 3 * 8
    assert parts_in(far, tmp_path / "fetched") == bytes_of(few_read)
    assert record.verify().faults == ()
    assert record.facts().rows() == open_record(few_read).facts().rows()
    shutil.rmtree(mirrors)
    assert open_record(far.address).due() == {}


def test_a_damaged_part_in_a_bucket_is_read_again(bucket: Bucket, few_read: Path, tmp_path: Path) -> None:
    far = Elsewhere(bucket.address("deep/record"))
    sent(few_read, far)
    name = min(name for name in bucket.objects if "/events/" in name and name.endswith(".parquet"))
    bucket.objects[name] = bucket.objects[name][:-9]
    record = open_record(far.address)
    assert len(record.verify(mend=True).faults) == 1
    record.read()
    assert parts_in(far, tmp_path / "fetched") == bytes_of(few_read)


def test_files_are_added_to_a_new_record_in_a_bucket(bucket: Bucket, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(story(1))
    address = bucket.address("new")
    assert open_record(address, make=True).add(str(tmp_path / "one.txt")).new == 1
    assert open_record(address).add(str(tmp_path / "one.txt")).known == 1
    assert {name.split("/")[1] for name in bucket.objects} == {"RECORD", "raws"}
    with pytest.raises(RecordError, match="not a record and not empty"):
        open_record(bucket.address("new/raws"), make=True)
    with pytest.raises(RecordError, match=r"no record at s3://news/none\?…") as told:
        open_record(bucket.address("none"))
    assert "secret" not in str(told.value)


def test_what_pyarrow_does_not_speak_fsspec_may(few_read: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    far = Elsewhere("memory://news/record")
    sent(few_read, far)
    assert parts_in(far, tmp_path / "fetched") == bytes_of(few_read)
    assert open_record(far.address).due() == {}


def test_an_address_nobody_speaks_is_named() -> None:
    with pytest.raises(RecordError, match="nonsense://x cannot be opened"):
        open_record("nonsense://x")
