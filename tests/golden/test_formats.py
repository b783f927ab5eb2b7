"""The bytes of each format are a contract: what a record made by hand gives is what lies in the files beside this test."""

import io
from pathlib import Path

import pytest
from tests.sql.hand import chosen_by_hand

from dragoman.store.exports import WRITERS
from dragoman.store.queries import sql
from dragoman.store.room import Room

HERE = Path(__file__).parent
VERBS = ("statements", "events", "meetings", "offices", "standings", "facts")
NO_FILTER = dict.fromkeys(("who", "about", "since", "until", "outlet", "kind")) | {"most": 9}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(chosen_by_hand(tmp_path_factory.mktemp("hand")), views=True)


@pytest.mark.parametrize("fmt", ["csv", "jsonl"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_format_gives_the_bytes_it_gave(room: Room, verb: str, fmt: str) -> None:
    sink = io.BytesIO()
    WRITERS[fmt](room.ask(sql("asks", verb), NO_FILTER), sink)
    assert sink.getvalue() == (HERE / f"{verb}.{fmt}").read_bytes()
