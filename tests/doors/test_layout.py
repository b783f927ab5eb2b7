"""Tables of rows on lines of a given length."""

from io import StringIO

import pytest
from rich.console import Console

from dragoman.cli.layout import table

ROW = {
    "id": "12345678abcd",
    "day": "2020-01-01",
    "speaker": "Minister for Foreign Affairs and Trade of Fiji",
    "act": "say",
    "addressee": "Tongan Foreign Minister Viliami Fonokalafi",
    "words": "that the talks would go on until an answer came from each of the capitals",
    "outlet": "The Lagoon Observer",
}
COLUMNS = ("day", "speaker", "act", "addressee", "words", "outlet")


def lines(room: int, rows: list[dict[str, str]]) -> list[str]:
    page = Console(width=room, file=StringIO())
    with page.capture() as shown:
        page.print(table(rows, COLUMNS, room))
    return shown.get().splitlines()


@pytest.mark.parametrize("room", [60, 80, 100, 120, 200])
def test_a_row_takes_one_line_that_fits_with_whole_id_and_day(room: int) -> None:
    head, row = lines(room, [ROW])
    assert max(len(head.rstrip()), len(row.rstrip())) <= room
    assert row.startswith("12345678 2020-01-01 ")


@pytest.mark.parametrize("room", [80, 120])
def test_the_words_get_the_most_room(room: int) -> None:
    _, row = lines(room, [ROW])
    shown = row[row.index("that the") :].partition("…")[0]
    assert len(shown) >= 0.25 * room


def test_nothing_is_cut_where_there_is_room() -> None:
    _, row = lines(240, [ROW])
    assert ROW["words"] in row
    assert "…" in row  # names are cut at thirty letters all the same
