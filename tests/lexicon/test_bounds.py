"""Every bound of a tenure is a year, a month or a day, so that it can be compared."""

import sqlite3
from importlib.resources import as_file, files

from dragoman.lexicon.tenures import first_day, last_day


def test_every_bound_in_the_table_can_be_compared() -> None:
    with as_file(files("dragoman.lexicon").joinpath("officeholders.sqlite")) as path:
        rows = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(
            "SELECT start, end, succeeded, as_of FROM tenures"
        )
        for bound in {bound for row in rows for bound in row if bound}:
            assert first_day(bound) <= last_day(bound)
