"""Short reports for records made in tests."""

import shutil
from pathlib import Path

import pytest
from tests.run.small import begun, cheap, written

from dragoman.api import Record, open_record


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture(scope="session")
def few_unread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give six reports in three shards, to be read by rules alone."""
    folder = tmp_path_factory.mktemp("few")
    return cheap(begun(folder / "unread", written(folder, 6), shard=2)).path


@pytest.fixture(scope="session")
def few_read(few_unread: Path) -> Path:
    """Give the same, read."""
    read = few_unread.with_name("read")
    shutil.copytree(few_unread, read)
    open_record(read).read()
    return read


@pytest.fixture
def unread(few_unread: Path, tmp_path: Path) -> Record:
    """Give a copy of the six that is one's own."""
    return open_record(shutil.copytree(few_unread, tmp_path / "unread"))


@pytest.fixture
def once_read(few_read: Path, tmp_path: Path) -> Record:
    """Give a copy of the six, read, that is one's own."""
    return open_record(shutil.copytree(few_read, tmp_path / "read"))
