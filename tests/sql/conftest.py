"""A reading room over the record made by hand."""

from pathlib import Path

import pytest
from tests.sql.hand import chosen_by_hand

from dragoman.store.room import Room


@pytest.fixture(scope="session")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    return chosen_by_hand(tmp_path_factory.mktemp("hand"))


@pytest.fixture
def room(chosen: dict[str, list[Path]]) -> Room:
    return Room(chosen, views=True)
