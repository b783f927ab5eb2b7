"""Every query file runs, over a record made by hand and over an empty one, and says what it needs."""

import re
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.store.queries import names_in, sql
from dragoman.store.room import Room, only_reads

HEADER = re.compile(r"\A-- Purpose: .+\.\n-- Grain: .+\.\n-- Needs: .+\.\n")
VALUES = {
    "who": ["p1"], "about": ["p2"], "since": "2020-01-01", "until": "2020-12-31", "outlet": "the arden%", "kind": None,
    "most": 9, "uri": "r1.txt", "ids": ["s1"], "name": "moss", "row": "ev1", "id": "st1", "left": ["p1"], "right": ["p2"],
    "doers": None, "others": None, "things": [], "facts": [], "kinds": [], "outlets": [], "modalities": [], "precisions": [],
    "rule": "earliest", "left_row": "ev1", "right_row": "ev2", "events": ["ev1"], "voices": [], "origins": [], "years": [], "words": [], "sort": "newest", "skip": 0, "dated": [], "letters": 4, "period": None, "acts": ["say"], "scenes": [], "field": None,
    "polarities": [], "phrases": [], "any_shape": True, "counting": True, "bare": False, "entity": "p1", "reach": "whole", "settled": [], "lane": None, "report": "r1", "day": "2020-01-03",
    "start": 0, "end": 9, "ways": 0,
}  # fmt: skip


def values_for(query: str) -> dict[str, object]:
    return {name: VALUES[name] for name in set(re.findall(r"\$(\w+)", query))}


@pytest.mark.parametrize("folder", ["inputs", "views", "asks"])
def test_every_query_says_what_it_is(folder: str) -> None:
    for name in names_in(folder):
        assert HEADER.match(sql(folder, name)), name


@pytest.mark.parametrize("name", names_in("asks"))
def test_every_ask_runs(room: Room, name: str) -> None:
    room.ask(sql("asks", name), values_for(sql("asks", name)))


@pytest.mark.parametrize(
    "name", [name for name in names_in("asks") if name != "page_lines"]
)  # lines hold for any record
def test_every_ask_gives_nothing_on_an_empty_record(name: str) -> None:
    empty = Room({}, views=True)
    assert empty.ask(sql("asks", name), values_for(sql("asks", name))).num_rows == 0


@pytest.mark.parametrize("name", [name for name in names_in("inputs") if name != "pages"])
def test_every_input_runs(chosen: dict[str, list[Path]], name: str) -> None:
    with Room(chosen, views=False) as room:
        for batch in room.stream(sql("inputs", name), 10):
            assert batch.num_rows >= 0


def test_one_entity_gathers_the_names_of_all_reports(room: Room) -> None:
    row = room.ask("SELECT name, aliases, reports FROM entities WHERE id = 'p1'").to_pylist()
    assert row == [{"name": "Ana Moss", "aliases": ["A. Moss", "Ana Moss", "Moss"], "reports": 2}]


def test_a_party_without_entity_goes_by_the_words_of_the_report(room: Room) -> None:
    assert room.ask("SELECT recipients FROM done WHERE id = 'ev2'")["recipients"][0].as_py() == ["Lind"]


def test_a_meeting_lists_all_who_took_part_with_the_office_they_held(room: Room) -> None:
    row = room.ask("SELECT participants, offices, place FROM meetings").to_pylist()
    assert row == [
        {"participants": ["Ana Moss", "Bo Lind"], "offices": [None, "foreign minister of Arden"], "place": "Arden"}
    ]


def test_filters_are_joined_by_and(room: Room) -> None:
    everything = dict.fromkeys(("who", "about", "since", "until", "outlet", "kind")) | {"most": 9}
    query = sql("asks", "facts")
    assert room.ask(query, everything).num_rows == 5
    assert room.ask(query, everything | {"who": ["p1"], "kind": "support"})["id"].to_pylist() == ["ev2"]
    assert room.ask(query, everything | {"since": "2021-01-01"}).num_rows == 0


def test_a_state_stands_for_those_who_act_for_it(room: Room) -> None:
    assert room.ask(sql("asks", "acting_for"), {"ids": ["s1"]})["id"].to_pylist() == ["p2", "s1"]


def test_a_copy_lies_under_its_origin_and_says_whether_it_credits_it(room: Room) -> None:
    rows = room.ask("SELECT report, origin, credit FROM copies").to_pylist()
    assert rows == [{"report": "r2", "origin": "r1", "credit": True}]


@pytest.mark.parametrize("query", ["DROP VIEW facts", "SELECT 1; SELECT 2", "COPY (SELECT 1) TO 'x.csv'", "INSTALL httpfs",
                                   "ATTACH 'x.db'", "SET threads = 9", "CREATE TABLE t (a INT)", "selekt 1"])  # fmt: skip
def test_a_query_of_the_users_only_reads(query: str) -> None:
    with pytest.raises(UsageError):
        only_reads(query)


@pytest.mark.parametrize("query", ["SELECT * FROM read_text('/etc/hostname')", "SELECT * FROM read_csv('/etc/passwd')",
                                   "SELECT * FROM glob('/etc/*')", "FROM '/etc/hostname'",
                                   "SELECT getenv('HOME')"])  # fmt: skip
def test_a_locked_room_shows_no_file_but_the_records(room: Room, tmp_path: Path, query: str) -> None:
    room.lock(tmp_path)
    with pytest.raises(UsageError):
        room.ask(query)


def test_a_query_that_takes_too_long_is_stopped(room: Room) -> None:
    with pytest.raises(UsageError, match="narrow it"):
        room.ask("SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range + b.range = 7", seconds=0.3)
