"""A record read by an older dragoman still answers; what that one did not know is null until it is read again."""

from pathlib import Path

import pyarrow.parquet as pq
from tests.run.small import begun

from dragoman.api import open_record


def test_parts_that_lack_a_column_are_shown_without_it(tmp_path: Path, reports: Path) -> None:
    record = begun(tmp_path / "record", reports, shard=16)
    record.read()
    part = next(record.path.glob("events/*.parquet"))
    older = part.with_name(f"{part.name.split('--')[0]}--events-0123456789ab.parquet")
    pq.write_table(
        pq.read_table(part).drop_columns(["occasion", "topics", "size_unit", "size_start", "size_end"]), older
    )
    part.unlink()
    events = open_record(record.path).events().rows()
    assert events
    assert {event["occasion"] for event in events} == {None}
