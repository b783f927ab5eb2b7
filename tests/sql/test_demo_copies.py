"""The demo corpus' planted copies are found with their relation and credit, and nothing else is taken for one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.intake import open_all
from dragoman.run.plan import current_stems
from dragoman.run.task import Task, do
from dragoman.settings import Reading
from dragoman.store.arrivals import put_away
from dragoman.store.choosing import files_of
from dragoman.store.parts import Parts
from dragoman.store.room import Room

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "src" / "dragoman" / "demo" / "corpus"
TITLED = {
    "wires/agency-wires.jsonl#1": "Iran now full member of SCO",
    "wires/agency-wires.jsonl#2": "Belarus joins SCO in Astana",
}
NO_WORDS_SHARED = "sco/dushanbe-rewrite.txt"  # told anew throughout: another account, by all that words can say


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    parts = Parts.create(tmp_path_factory.mktemp("demo") / "record")
    put_away(parts, open_all([str(CORPUS)]), 512)
    for shard in parts.shards():
        for stage in ("documents", "sketches"):
            do(Task(str(parts.root), stage, shard))
    return files_of(parts, current_stems(Reading()), parts.shards(), older=False)


@pytest.fixture(scope="module")
def found(chosen: dict[str, list[Path]]) -> set[tuple[str, str, str, bool]]:
    with Room(chosen, views=True) as room:
        rows: list[dict[str, Any]] = room.ask(
            "SELECT r.uri, r.title, o.uri AS origin, relation, credit "
            "FROM copies JOIN reports AS r ON r.id = copies.report JOIN reports AS o ON o.id = copies.origin"
        ).to_pylist()
    return {(name_of(row["uri"], row["title"]), stem_of(row["origin"]), row["relation"], row["credit"]) for row in rows}


def stem_of(uri: str) -> str:
    return Path(uri).stem


def name_of(uri: str, title: str) -> str:
    return next((name for name, known in TITLED.items() if known == title), stem_of(uri))


def test_all_planted_copies_are_found_and_no_other(found: set[tuple[str, str, str, bool]]) -> None:
    gold = tomllib.loads((ROOT / "tests" / "golden" / "demo_facts.toml").read_text(encoding="utf-8"))["copy"]
    assert found == {
        (name if name in TITLED else stem_of(name), stem_of(copy["origin"]), copy["relation"], copy["credit"])
        for copy in gold
        if (name := copy["file"]) != NO_WORDS_SHARED
    }


def test_what_is_told_anew_is_an_account_of_the_same_story(chosen: dict[str, list[Path]]) -> None:
    with Room(chosen, views=True) as room:
        rows = room.ask("SELECT uri, story FROM stories JOIN reports ON reports.id = report").to_pylist()
    story = {stem_of(row["uri"]): row["story"] for row in rows}
    assert story["dushanbe-rewrite"] == story["dushanbe-accession-begins"]
