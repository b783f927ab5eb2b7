"""A record laid out, in portions and stretches however small, answers as its views do."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.sql.hand import ROWS
from tests.sql.test_growing import shard

from dragoman.store import laying
from dragoman.store.gathering import gather
from dragoman.store.laid import VIEWS, LaidRoom, lay
from dragoman.store.parts import Parts
from dragoman.store.room import Room

# What is laid out a stretch at a time is added up.
SECTIONS = "SELECT entity, reach, section, sum(count) AS count, list_sort(flatten(list(places))) AS places FROM sections GROUP BY ALL"
TALLIES = "SELECT entity, shape, outlet, scene, code, sum(count) AS count FROM tallies GROUP BY ALL"
Chosen = Mapping[str, Sequence[Path]]


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Chosen:
    parts = Parts.create(tmp_path_factory.mktemp("laying") / "record")
    for name, rows in (("hand", ROWS), ("more", shard(0)), ("most", shard(1))):
        for kind, some in rows.items():
            parts.write(kind, name, "hand-1", some)
    return {kind: parts.of_kind(kind) for kind in ROWS}


@pytest.mark.parametrize(("reports", "facts"), [(1, 2), (1000, 1000)])
def test_what_is_laid_out_is_what_the_views_give(
    chosen: Chosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: int, facts: int
) -> None:
    monkeypatch.setattr(laying, "REPORTS", reports)
    monkeypatch.setattr(laying, "FACTS", facts)
    monkeypatch.setattr(laying, "MANY", 1)
    place = gather(tmp_path, chosen)
    told: list[str] = []
    file = lay(chosen, place, told.append)
    assert len({step.rpartition(" ")[2] for step in told if ", portion " in step}) == (3 if reports == 1 else 1)
    with LaidRoom(chosen, file) as laid, Room(chosen, views=True, gathered=place) as plain:
        plain._duck.execute("SET VARIABLE many = 1")
        for name in {*VIEWS, "facts"} - {"terms", "accounts", "sections", "tallies"}:
            assert rows(laid, f"FROM {name}") == rows(plain, f"FROM {name}"), name
        words = "SELECT term, list_sort(flatten(list(places))) AS places FROM terms GROUP BY term"
        assert rows(laid, words) == rows(plain, words) != []
        assert rows(laid, SECTIONS) == rows(plain, SECTIONS) != []
        assert rows(laid, TALLIES) == rows(plain, TALLIES) != []
    assert [path.name for path in place.glob("*.entries*")] == []


def rows(room: Room, query: str) -> list[str]:
    return sorted(map(str, room.ask(query).to_pylist()))


def test_a_room_binds_only_what_is_asked_for_until_all_is(chosen: Chosen) -> None:
    with Room(chosen, views=True) as room:
        room.ask("SELECT count(*) FROM tenures")
        before = room.unmade
        assert {"told", "done"} <= before
        assert "view_name" in room.ask("SELECT view_name FROM duckdb_views()").column_names
        assert room.unmade == frozenset()
