"""What is due follows from versions, settings and word lists, and from nothing else."""

from pathlib import Path

import pytest
from tests.run.small import begun

from dragoman.api import open_record
from dragoman.errors import UsageError
from dragoman.run.plan import current_stems, fingerprint
from dragoman.settings import Reading, load_settings
from dragoman.stages import STAGES


def test_every_stage_comes_after_those_it_reads() -> None:
    seen: set[str] = set()
    for stage in STAGES:
        assert set(stage.after) <= seen
        seen.add(stage.name)


def test_every_kind_is_given_by_one_stage() -> None:
    given = [kind for stage in STAGES for kind in stage.gives]
    assert len(given) == len(set(given))
    assert set(current_stems(Reading())) == {*given, "raws", "refusals"}


def test_a_setting_that_changes_rows_changes_every_fingerprint() -> None:
    for stage in STAGES:
        assert fingerprint(stage.name, Reading()) != fingerprint(stage.name, Reading(longest=9))


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text("wrokers = 2\n")
    with pytest.raises(UsageError, match=r"wrokers.*known keys"):
        load_settings(tmp_path)


def test_a_part_that_is_gone_is_due_again(tmp_path: Path, reports: Path) -> None:
    record = begun(tmp_path / "record", reports, shard=16)
    record.read()
    next(record.path.glob("events/*.parquet")).unlink()
    assert list(open_record(record.path).due().values()) == [["events"]]
