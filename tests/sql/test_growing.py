"""What is compared grows with what is new: earlier pairs stand as they were, and the steps hold what one step would."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace
from tests.sql.test_happenings import event, report

from dragoman.reading.sketches import sketch_text
from dragoman.records import Entity, Row, Sketch
from dragoman.store import growing
from dragoman.store.gathering import gather
from dragoman.store.growing import GROWN, grow
from dragoman.store.parts import Parts
from dragoman.store.room import Room

FIRST = date(2020, 3, 2)
SHARDS = 3
REPORTS = 6
KINDS = ("reports", "sketches", "events", "entities")


def shard(number: int) -> dict[str, list[Row]]:
    """Six reports on six days, each shard's on the same days: the first two are copies of those of other shards."""
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for each in range(REPORTS):
        name, day = f"s{number}r{each}", FIRST + timedelta(days=each)
        told = (
            [f"word{each}x{place}" for place in range(60)]
            if each < 2
            else [f"own{number}{each}x{place}" for place in range(60)]
        )
        text = " ".join(told)
        rows["reports"].append(report(name, day, text))
        rows["sketches"].append(_sketch(name, text, (f"topic{each}", f"place{each}")))
        rows["events"].append(event(f"e{name}", name, f"p{each}", f"q{each}", day=day))
        rows["entities"] += [
            Entity(id=one, report=name, kind="person", name=one, source="x") for one in (f"p{each}", f"q{each}")
        ]
    return rows


def _sketch(name: str, text: str, telling: tuple[str, ...]) -> Sketch:
    made = sketch_text(name, text)
    return Sketch(
        report=name, shingles=made.shingles, one_in=made.one_in, sample=made.sample, telling=telling, weights=(5.0, 4.0)
    )


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    made = Parts.create(tmp_path_factory.mktemp("growing") / "record")
    for number in range(SHARDS):
        for kind, rows in shard(number).items():
            made.write(kind, f"shard{number}", "hand-1", rows)
    return made


def chosen(parts: Parts, shards: int) -> dict[str, list[Path]]:
    return {kind: [parts.path(kind, f"shard{number}", "hand-1") for number in range(shards)] for kind in KINDS}


def told(files: list[Path]) -> list[str]:
    return sorted(str(row) for path in files for row in pq.read_table(path).to_pylist())


def test_steps_hold_what_one_step_over_all_would_and_earlier_files_stay(parts: Parts, tmp_path: Path) -> None:
    first = grow(tmp_path / "steps", chosen(parts, 1), 60)
    before = {path: path.stat().st_mtime_ns for files in first.values() for path in files}
    steps = grow(tmp_path / "steps", chosen(parts, SHARDS), 60)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    once = grow(tmp_path / "once", chosen(parts, SHARDS), 60)
    for name in GROWN:
        assert told(steps[name]) == told(once[name]) != []
    assert len(steps["ties"]) == 2


def test_reports_without_a_day_are_compared_once_after_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Parts.create(tmp_path / "record")
    for number in range(SHARDS):
        rows = shard(number)
        rows["reports"] = [
            replace(row, published=None, published_from=None, published_to=None) if str(row.id)[-1] in "02" else row  # type: ignore[attr-defined]
            for row in rows["reports"]
        ]
        for kind, some in rows.items():
            made.write(kind, f"shard{number}", "hand-1", some)
    once = grow(tmp_path / "once", chosen(made, SHARDS), 60)
    monkeypatch.setattr(growing, "REPORTS", REPORTS)
    steps = grow(tmp_path / "steps", chosen(made, SHARDS), 60)
    grow(tmp_path / "later", chosen(made, 1), 60)
    later = grow(tmp_path / "later", chosen(made, SHARDS), 60)
    for name in GROWN:
        assert told(steps[name]) == told(later[name]) == told(once[name]) != []
    assert len(steps["ties"]) == SHARDS + 1


def test_growth_that_was_stopped_before_those_without_a_day_goes_on(
    parts: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "REPORTS", REPORTS)
    whole = grow(tmp_path / "whole", chosen(parts, SHARDS), 60)
    pair, asked = growing._pair, list[bool | None]()

    def stopped(*args: Any, dated: bool | None, **more: Any) -> None:
        asked.append(dated)
        if dated is False:
            raise KeyboardInterrupt
        pair(*args, dated=dated, **more)

    monkeypatch.setattr(growing, "_pair", stopped)
    with pytest.raises(KeyboardInterrupt):
        grow(tmp_path / "cut", chosen(parts, SHARDS), 60)
    monkeypatch.setattr(growing, "_pair", pair)
    cut = grow(tmp_path / "cut", chosen(parts, SHARDS), 60)
    assert asked == [True] * SHARDS + [False]
    for name in GROWN:
        assert told(cut[name]) == told(whole[name])


def test_a_part_read_again_begins_anew(parts: Parts, tmp_path: Path) -> None:
    grow(tmp_path, chosen(parts, 1), 60)
    again = chosen(parts, 1) | {"events": [parts.write("events", "shard0", "hand-2", shard(0)["events"][:1])]}
    found = grow(tmp_path, again, 60)
    assert [pq.read_metadata(path).num_rows for path in found["acts"]] == [1]


def test_what_grew_gives_the_tables_the_views_give(parts: Parts, tmp_path: Path) -> None:
    gather(tmp_path, chosen(parts, 2))
    place = gather(tmp_path, chosen(parts, SHARDS))
    with Room(chosen(parts, SHARDS), views=True) as plain:
        for name in ("copies", "stories", "matches", "clusters"):
            query = f"SELECT * FROM {name} ORDER BY ALL"  # noqa: S608 - names of ours
            rows: list[Any] = plain.ask(query).to_pylist()
            assert (
                sorted(map(str, pq.read_table(place / f"{name}.parquet").to_pylist())) == sorted(map(str, rows)) != []
            )


def test_a_report_of_another_day_finds_its_neighbours_alone(parts: Parts, tmp_path: Path) -> None:
    steps = grow(tmp_path, chosen(parts, 2), 60)
    pairs = [row for path in steps["ties"] for row in pq.read_table(path).to_pylist()]
    assert {(row["one"][2:], row["other"][2:]) for row in pairs} == {
        (f"r{each}", f"r{each}") for each in range(REPORTS)
    }


CROWDED = 60  # acts of one kind, party and week: more than `act crowd`
ALIKE: tuple[tuple[str, ...], dict[str, Any]] = (("s1",), {})
# What sets some acts of each shard apart from the crowd: a second party, a place, a number; or nothing but a mode.
APART: dict[int, tuple[tuple[str, ...], dict[str, Any]]] = {
    0: (("s1", "s2"), {}), 1: (("s1",), {"place": "brill"}), 2: (("s1",), {"killed_low": 12, "killed_high": 12}), 4: (("s1",), {"mode": "visit"}),
}  # fmt: skip


def crowd(number: int) -> dict[str, list[Row]]:
    """Twenty reports of a shard on one day, each with an act of the same state and kind; four of them told in every shard."""
    rows: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for each in range(CROWDED // SHARDS):
        name = f"c{number}r{each:02}"
        rows["reports"].append(report(name, FIRST))
        rows["sketches"].append(_sketch(name, name, ("arden",) if each == 3 else ()))
        who, more = APART.get(each, ALIKE)
        rows["events"].append(event(f"e{name}", name, *who, day=FIRST, **more))
        rows["entities"] += [
            Entity(id=one, report=name, kind="state", name=one, country=one.upper(), source="x") for one in ("s1", "s2")
        ]
    if number == 0:  # and acts of others, so that a name says something
        rows["reports"].append(report("z", FIRST))
        rows["events"] += [event(f"z{each}", "z", f"x{each}", kind="AGREE", day=FIRST) for each in range(10 * CROWDED)]
    return rows


def test_of_a_crowd_only_those_are_compared_that_share_more_than_the_crowd_does_however_they_arrive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Parts.create(tmp_path / "record")
    for number in range(SHARDS):
        for kind, rows in crowd(number).items():
            made.write(kind, f"shard{number}", "hand-1", rows)
    found = {}
    monkeypatch.setattr(growing, "REPORTS", REPORTS)
    for arrivals in ((3,), (1, 3), (1, 2, 3)):
        for shards in arrivals:
            grown = grow(tmp_path / f"{arrivals}", chosen(made, shards), 60)
        with Room(chosen(made, SHARDS), views=True, ready=grown) as room:
            pairs = room.ask("SELECT one, other, score, verdict FROM pairings ORDER BY ALL").to_pylist()
            valued = room.ask("SELECT count(*) AS pairs FROM compared")["pairs"][0].as_py()
        found[arrivals] = pairs
    first = found[3,]
    assert found[1, 3] == found[1, 2, 3] == first
    assert valued > len(first)  # some met before the cell was crowded
    told = {(pair["one"][-2:], pair["other"][-2:]) for pair in first}
    assert told == {("00", "00"), ("01", "01"), ("02", "02"), ("03", "03")}
