"""Many reports, one act: acts of different reports taken for one, counted by origin, their differences kept."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.sketches import sketch_text
from dragoman.records import Entity, Event, Judgement, Party, Report, Row
from dragoman.store.gathering import GATHERED, gather
from dragoman.store.parts import Parts
from dragoman.store.room import Room

FRIDAY = date(2020, 1, 3)
AT = datetime(2021, 1, 1, tzinfo=UTC)
KINDS = ("CONSULT", "ASSAULT", "AGREE", "REQUEST")
CROWD = 120  # acts of others, so that a name says something


def report(name: str, day: date | None = FRIDAY, text: str = "", **more: Any) -> Report:
    return Report(id=name, raw="", uri=name, published=str(day) if day else None, published_from=day, published_to=day,
                  text=text, text_sha256=name, **more)  # fmt: skip


def event(name: str, report: str, *who: str, day: date | None = FRIDAY, **more: Any) -> Event:
    actors = tuple(Party(one, 0, 0) for one in who)
    usual = {"kind": "CONSULT", "polarity": "asserted", "modality": "actual", "time_ref": "now"}
    return Event(
        id=name, report=report, zone="story", actors=actors, day=str(day) if day else None, day_from=day, day_to=day,
        start=0, end=0, score=0.8, rule="x", **(usual | more),
    )  # fmt: skip


def judged(left: str, right: str, verdict: str, at: datetime = AT) -> Judgement:
    return Judgement(id=f"{left}{right}{verdict}{at}", left=left, right=right, verdict=verdict, by="me", at=at, why="")


def crowd() -> list[Row]:
    """Acts of others, on other days."""
    rows: list[Row] = []
    for number in range(CROWD):
        day = date(1990 + number // 12, number % 12 + 1, 1)
        rows += [
            report(f"z{number}", day),
            event(f"z{number}", f"z{number}", f"x{number}", f"y{number}", day=day, kind=KINDS[number % 4]),
        ]
    return rows


def shelved(rows: Iterable[Row], folder: Path) -> dict[str, list[Path]]:
    kinds = {Report: "reports", Event: "events", Entity: "entities", Judgement: "judgements"}
    parts, laid = Parts.create(folder), dict[str, list[Row]]()
    for row in rows:
        laid.setdefault(kinds[type(row)], []).append(row)
    laid["sketches"] = [sketch_text(row.id, row.text) for row in laid.get("reports", []) if isinstance(row, Report)]
    known = {party.entity for row in laid.get("events", []) if isinstance(row, Event) for party in row.actors}
    laid.setdefault("entities", [])
    laid["entities"] += [Entity(id=one, kind="person", name=one, source="x") for one in sorted(filter(None, known))]
    return {kind: [parts.write(kind, "shard", "hand-1", some)] for kind, some in laid.items()}


def ask(rows: Iterable[Row], query: str) -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder, Room(shelved(rows, Path(folder) / "record"), views=True) as room:
        return room.ask(query).to_pylist()  # type: ignore[no-any-return]


def groups(rows: Iterable[Row]) -> set[frozenset[str]]:
    """Give the groups of more than one act."""
    found = ask(rows, "SELECT list(act) AS acts FROM clusters GROUP BY happening HAVING count(*) > 1")
    return {frozenset(row["acts"]) for row in found}


SATURDAY, MONDAY, LATER = date(2020, 1, 4), date(2020, 1, 6), date(2020, 2, 3)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ({}, {}, True),
        ({}, {"place": "arden"}, True),
        ({"place": "arden"}, {"place": "brill"}, True),
        ({"mode": "phone"}, {"mode": "visit"}, False),
        ({}, {"day": SATURDAY}, False),
        ({"place": "arden"}, {"day": SATURDAY, "place": "arden"}, True),
        ({}, {"day": MONDAY}, False),
        ({"place": "arden"}, {"day": MONDAY, "place": "arden"}, False),
        ({}, {"day": LATER, "mode": "phone"}, False),
        ({}, {"day": None}, True),
        ({}, {"modality": "planned"}, False),
        ({}, {"polarity": "negated"}, False),
        ({}, {"kind": "AGREE"}, False),
    ],
)
def test_two_reports_tell_one_act(left: dict[str, Any], right: dict[str, Any], one: bool) -> None:  # noqa: FBT001
    rows = [
        *crowd(), report("r1"), report("r2"), event("a", "r1", "moss", "lind", **left), event("b", "r2", "moss", "lind", **right),
        Entity(id="arden", kind="place", name="Arden", country="ARD", source="x"),
        Entity(id="brill", kind="place", name="Brill", country="BRI", source="x"),
    ]  # fmt: skip
    assert groups(rows) == ({frozenset("ab")} if one else set())


def test_one_party_and_a_day_leave_a_pair_open() -> None:
    rows = [*crowd(), report("r1"), report("r2"), event("a", "r1", "moss", "lind"), event("b", "r2", "moss", "ash")]
    found = ask(rows, "SELECT one, other, verdict FROM matches")
    assert found in ([], [{"one": "a", "other": "b", "verdict": "open"}])
    assert groups(rows) == set()


def test_a_pair_says_what_speaks_for_it_and_against_it_and_the_bits_add_up() -> None:
    rows = [*crowd(), report("r1"), report("r2"), event("a", "r1", "moss", "lind"), event("b", "r2", "moss", "lind")]
    (found,) = ask(rows, "SELECT score, findings FROM matches")
    assert [finding["feature"] for finding in found["findings"]] == ["prior", "kind", "parties", "day"]
    assert sum(finding["score"] for finding in found["findings"]) == pytest.approx(found["score"], abs=0.01)
    assert all(finding["why"] for finding in found["findings"])


def test_an_act_is_one_act_of_another_report_at_most() -> None:
    rows = [
        *crowd(), report("r1"), report("r2"), event("a", "r1", "moss", "lind", place="arden"),
        event("b", "r2", "moss", "lind", place="arden"), event("c", "r2", "moss", "lind", day=None),
        Entity(id="arden", kind="place", name="Arden", country="ARD", source="x"),
    ]  # fmt: skip
    found = ask(rows, "SELECT one, other FROM pairings WHERE verdict = 'same' AND one = 'a'")
    assert found == [{"one": "a", "other": "b"}]


def test_a_judgement_stands_above_the_rule_and_the_last_one_counts() -> None:
    rows = [*crowd(), report("r1"), report("r2"), event("a", "r1", "moss", "lind"), event("b", "r2", "moss", "lind")]
    apart = [*rows, judged("b", "a", "different")]
    assert groups(rows) == {frozenset("ab")}
    assert groups(apart) == set()
    assert groups([*apart, judged("a", "b", "same", AT.replace(year=2022))]) == {frozenset("ab")}
    assert groups([*rows, judged("a", "z1", "same")]) == {frozenset(["a", "b", "z1"])}


def test_copies_are_one_origin_and_a_fourth_report_is_a_second() -> None:
    text = " ".join(f"word{number}" for number in range(90))
    rows = [
        *crowd(),
        report("r1", text=text, outlet="Wire"),
        report("r2", text=text + " more", outlet="Post", upstream="Wire"),
        report("r3", text=text[:500], outlet="Digest"),
        report("r4", text="quite other words", outlet="Herald"),
        *(event(f"e{number}", f"r{number}", "moss", "lind") for number in range(1, 5)),
    ]
    (found,) = ask(rows, "SELECT reports, outlets, origins FROM happenings WHERE reports > 1")
    assert found == {"reports": 4, "outlets": 4, "origins": 2}


TOLLS = [
    *crowd(),
    report("r1", outlet="Wire"),
    report("r2", outlet="Post"),
    report("r3", outlet="Herald", day=SATURDAY),
    event("a", "r1", "moss", "lind", kind="ASSAULT", killed_low=9, killed_high=9),
    event("b", "r2", "moss", "lind", kind="ASSAULT", killed_low=7),
    event("c", "r3", "moss", "lind", kind="ASSAULT", killed_low=3, killed_high=3),
]


def test_reports_that_differ_are_set_side_by_side() -> None:
    (found,) = ask(TOLLS, "SELECT field, said FROM conflicts")
    assert found["field"] == "killed"
    assert {(one["value"], *one["outlets"]) for one in found["said"]} == {
        ("9", "Wire"),
        ("at least 7", "Post"),
        ("3", "Herald"),
    }


def sized(first: tuple[int, int | None, str], second: tuple[int, int | None, str]) -> list[dict[str, Any]]:
    """Give what two reports of one act contradict each other on, as each says how much it moved."""
    tolls: list[dict[str, Any]] = [
        {"size_low": low, "size_high": high, "size_unit": unit} for low, high, unit in (first, second)
    ]
    told = [event(f"e{at}", f"r{at}", "moss", "lind", kind="AGREE", **toll) for at, toll in enumerate(tolls)]
    reports = [report("r0", outlet="Wire"), report("r1", outlet="Post", day=SATURDAY)]
    return ask(
        [*crowd(), *reports, *told], "SELECT field, list_transform(said, lambda one: one.value) AS said FROM conflicts"
    )


def test_amounts_of_one_currency_contradict_each_other() -> None:
    (found,) = sized((3 * 10**9, 3 * 10**9, "USD"), (5 * 10**9, None, "USD"))
    assert (found["field"], sorted(found["said"])) == ("number", ["3000000000 USD", "at least 5000000000 USD"])


def test_numbers_of_two_units_do_not() -> None:
    assert sized((3 * 10**9, 3 * 10**9, "USD"), (5 * 10**9, None, "EUR")) == []
    assert sized((3 * 10**9, None, "USD"), (5 * 10**9, None, "USD")) == []


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("most precise", None),
        ("most origins", None),
        ("earliest", None),
        ("latest", "3"),
        ("outlet post", "at least 7"),
        ("none", None),
    ],
)
def test_a_named_rule_chooses_or_leaves_it_unresolved(rule: str, value: str | None) -> None:
    found = ask(TOLLS, f"SELECT value, rule FROM chosen('{rule}') WHERE field = 'killed'")  # noqa: S608
    assert found == [{"value": value, "rule": rule}]


def test_a_happening_shows_what_the_usual_rule_chooses(tmp_path: Path) -> None:
    with Room(shelved(TOLLS, tmp_path / "record"), views=True, rule="latest") as room:
        (found,) = room.ask("SELECT killed, rule FROM happenings WHERE killed IS NOT NULL").to_pylist()
    assert found == {"killed": "3", "rule": "latest"}


def test_what_a_person_judged_right_is_chosen_above_the_rule() -> None:
    (one,) = ask(TOLLS, "SELECT event, value FROM accounts WHERE field = 'killed' AND value = '3'")
    word = Judgement(id="w", left=one["event"], verdict="right", field="killed", by="me", at=AT, why="counted")
    found = ask([*TOLLS, word], "SELECT value, rule FROM chosen('earliest') WHERE field = 'killed'")
    assert found == [{"value": "3", "rule": "judged by me"}]


def test_at_least_seven_and_nine_do_not_contradict_each_other() -> None:
    assert ask(TOLLS[:-3] + TOLLS[-3:-1], "SELECT field FROM conflicts") == []


def test_what_is_gathered_is_what_the_views_give(tmp_path: Path) -> None:
    chosen = shelved(TOLLS, tmp_path / "record")
    place = gather(tmp_path, chosen)
    with Room(chosen, views=True) as plain, Room(chosen, views=True, gathered=place) as kept:
        for name in GATHERED:
            query = f"SELECT * FROM {name} ORDER BY ALL"  # noqa: S608
            assert kept.ask(query).to_pylist() == plain.ask(query).to_pylist()
    assert gather(tmp_path, chosen) == place


PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] != pair[1]), max_size=16)


def union_find(pairs: Iterable[tuple[int, int]]) -> set[frozenset[str]]:
    above = {number: number for number in range(12)}

    def top(one: int) -> int:
        return one if above[one] == one else top(above[one])

    for left, right in pairs:
        above[top(left)] = top(right)
    found: dict[int, set[str]] = {}
    for number in above:
        found.setdefault(top(number), set()).add(f"e{number:02}")
    return {frozenset(group) for group in found.values() if len(group) > 1}


def graph(same: Iterable[tuple[int, int]]) -> list[Row]:
    acts = [event(f"e{number:02}", "r", f"who{number}") for number in range(12)]
    return [report("r"), *acts, *(judged(f"e{left:02}", f"e{right:02}", "same") for left, right in same)]


@settings(deadline=None, max_examples=8)
@given(PAIRS)
def test_clusters_are_those_of_union_find(same: list[tuple[int, int]]) -> None:
    assert groups(graph(same)) == union_find(same)


@settings(deadline=None, max_examples=8)
@given(PAIRS, st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] != pair[1]))
def test_two_judged_different_are_never_in_one_cluster(same: list[tuple[int, int]], apart: tuple[int, int]) -> None:
    left, right = (f"e{number:02}" for number in apart)
    rows = [*graph(same), judged(left, right, "different", AT.replace(year=2022))]
    assert not any({left, right} <= group for group in groups(rows))
