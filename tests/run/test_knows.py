"""Each stage names every word list it reads, or else a change to one would not fall due."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.run.small import begun, written

from dragoman.stages import STAGES, Stage
from dragoman.store.parts import Parts

READ = """
import sys
from dragoman.run.plan import current_stems
from dragoman.run.task import Task, do
from dragoman.settings import Reading
current_stems(Reading())
opened = set()
sys.addaudithook(lambda name, given: opened.add(str(given[0])) if name in ("open", "sqlite3.connect") else None)
do(Task(sys.argv[1], sys.argv[2], sys.argv[3]))
marks = [path.split("/lexicon/")[1].split("?")[0] for path in opened if "/dragoman/lexicon/" in path]
print(*sorted({mark.split("/")[0].split(".")[0] for mark in marks if not mark.endswith((".py", ".pyc"))}))
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knows")
    made = begun(folder / "record", written(folder), shard=16)
    made.read()
    return made.path


def known_to(name: str) -> set[str]:
    """Give the lists a stage knows, by itself or through a stage before it."""
    stage = next(stage for stage in STAGES if stage.name == name)
    return set(stage.knows).union(*(known_to(before) for before in stage.after))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_stage_names_the_lists_it_opens(record: Path, stage: Stage) -> None:
    shard = Parts.open(record).shards()[0]
    command = [sys.executable, "-c", READ, str(record), stage.name, shard]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) - known_to(stage.name) == set()


def test_no_stage_names_a_list_twice() -> None:
    for stage in STAGES:
        before = set[str]().union(*(known_to(name) for name in stage.after))
        assert not before & set(stage.knows), stage.name
