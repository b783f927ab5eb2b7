"""Multiply a small record column by column: a large one to open and ask, without reading a text again.

Every copy bears other ids, its people other names, and its texts share no shingle and no telling word with those of
another copy; states and bodies stay what they are, as in a real record. Copies follow each other through twenty years,
so that shards follow the calendar as those of a daily crawl do: reports of days that lie near each other keep their
distance, the stories of a copy stand side by side. Of the copies of a report that states no day nine in ten get one.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dragoman.api import Record
from dragoman.records import KINDS
from dragoman.store.parts import ROWS_IN_GROUP, Parts

PER_SHARD = 25
FEW_NAMESAKES = 5
UNDATED = 10
FIRST, DAYS = date(2005, 1, 1), 7300
ANCHOR = date(2020, 1, 1)  # of a report without a day
NEAR = 10  # days within which reports keep their distance
_DAY = np.timedelta64(1, "D")
_LETTERS = 15  # of an id that stay; the number of the copy stands for the others
_SPREAD = 7919 * 4  # leaves the last bits of a shingle as they are, by which samples are taken

_MINE = {
    "raws": ("id",), "reports": ("id", "raw"), "zones": ("report",), "parses": ("report",), "mentions": ("id", "report"),
    "days": ("mention", "report"), "entities": ("report",), "links": ("mention", "report"), "tenures": ("id", "report"),
    "standings": ("id", "report"), "statements": ("id", "report", "inside", "occasion"), "events": ("id", "report", "voice"),
    "sketches": ("report",),
}  # fmt: skip
_THEIRS = {
    "entities": ("id",), "links": ("entity", "candidates"), "tenures": ("person",), "standings": ("party",),
    "statements": ("speaker", "addressee", "about", "candidates"), "events": ("actors", "recipients"),
}  # fmt: skip
_DATED = ("tenures", "standings", "statements", "events")
_FORMS = {len("2024-01-01"): "%Y-%m-%d", len("2024-01"): "%Y-%m", len("2024"): "%Y"}


def multiply(small: Record, place: Path, reports: int) -> None:
    """Write a record of about so many reports."""
    parts = Parts.create(place)
    copies = max(1, round(reports / small.counts()["reports"]))
    found = {kind: paths for kind in KINDS if kind in _MINE and (paths := parts_of(small, kind))}
    tables = {kind: pa.concat_tables([pq.read_table(path) for path in paths]) for kind, paths in found.items()}
    maker = Maker(tables, copies)
    for first in range(0, copies, PER_SHARD):
        numbers = np.arange(first, min(first + PER_SHARD, copies))
        for kind, table in tables.items():
            stem = found[kind][0].stem.split("--", 1)[1]
            out = parts.path(kind, f"shard{first:05d}", stem)
            out.parent.mkdir(exist_ok=True)
            counted = kind not in {"parses", "sketches"}  # of long lists nobody asks for the least and the greatest
            pq.write_table(
                maker.copied(kind, table, numbers),
                out,
                compression="zstd",
                row_group_size=ROWS_IN_GROUP,
                write_statistics=counted,
                use_dictionary=counted,
            )


def parts_of(small: Record, kind: str) -> list[Path]:
    """List the parts of a kind, of each shard the latest."""
    parts = Parts.open(small.path)
    return [path for shard in parts.shards() for path in parts.of_shard(kind, shard)[-1:]]


class Maker:
    """Copies of the rows of a small record.

    Args:
        tables: Its rows by kind.
        copies: How many there will be.
    """

    def __init__(self, tables: dict[str, pa.Table], copies: int) -> None:
        entities, self._copies = tables["entities"], copies
        self._people = pc.unique(entities["id"].filter(pc.equal(entities["kind"], "person")))
        self._names = max(copies // FEW_NAMESAKES, 1)
        self._anchors, self._parts = _anchors(tables["reports"])

    def copied(self, kind: str, small: pa.Table, numbers: Any) -> pa.Table:
        """Give the rows of a kind for some copies, one copy after another."""
        rows = pa.concat_tables([small] * len(numbers)).combine_chunks()
        copy = np.repeat(numbers, small.num_rows)
        columns = {name: _whole(rows[name]) for name in rows.column_names}
        if kind == "entities":
            self._name(columns, copy)
        if kind in {*_DATED, "reports"}:
            self._date(kind, columns, copy)
        for name in _THEIRS.get(kind, ()):
            columns[name] = _within(columns[name], copy, self._theirs)
        for name in _MINE[kind]:
            columns[name] = pc.binary_join_element_wise(
                pc.utf8_slice_codeunits(columns[name], 0, _LETTERS), _said(copy, "{:05d}"), ""
            )
        if kind == "sketches":
            for name in ("sample", "quoted"):
                columns[name] = _within(columns[name], copy, lambda held, of: pa.array(held.to_numpy() ^ of * _SPREAD))
            columns["telling"] = _within(
                columns["telling"], copy, lambda held, of: pc.binary_join_element_wise(held, _said(of, "n{}"), "")
            )
        return pa.table(columns, schema=small.schema)

    def _theirs(self, ids: pa.Array, copy: Any) -> pa.Array:
        """Give the ids of this copy's people; states, bodies and places are the same in all."""
        other = pc.binary_join_element_wise(ids, _said(copy % self._names, "-{}"), "")
        return pc.if_else(pc.is_in(ids, value_set=self._people), other, ids)

    def _name(self, columns: dict[str, pa.Array], copy: Any) -> None:
        """Give people the surname of their copy, under all their names."""
        person = pc.is_in(columns["id"], value_set=self._people)
        ends = pc.if_else(person, _said(copy % self._names, " N{}"), "")
        columns["name"] = pc.binary_join_element_wise(columns["name"], ends, "")
        lengths = np.diff(columns["aliases"].offsets.to_numpy())
        columns["aliases"] = pa.ListArray.from_arrays(
            columns["aliases"].offsets,
            pc.binary_join_element_wise(
                columns["aliases"].values, ends.take(np.repeat(np.arange(len(ends)), lengths)), ""
            ),
        )

    def _date(self, kind: str, columns: dict[str, pa.Array], copy: Any) -> None:
        """Move days by as many as their report is moved."""
        of = columns["id" if kind == "reports" else "report"].to_pylist()
        parts = np.array([self._parts[report] for report in of])
        arrived = np.datetime64(FIRST) + ((copy + parts) * DAYS // self._copies).astype(int) * _DAY
        shift = (arrived - np.array([self._anchors[report] for report in of], "datetime64[D]")).astype(int)
        day = "published" if kind == "reports" else "day"
        for name in (f"{day}_from", f"{day}_to"):
            moved = pc.add(columns[name].cast(pa.int32()), pa.array(shift, pa.int32())).cast(pa.date32())
            columns[name] = pc.if_else(pc.is_null(moved), arrived, moved) if kind == "reports" else moved
        told = columns[day]
        for letters, form in _FORMS.items():
            here = pc.equal(pc.utf8_length(told), letters)
            told = pc.if_else(here, pc.strftime(columns[f"{day}_from"], format=form), told)
        if kind == "reports":
            told = pc.coalesce(told, pc.strftime(columns["published_from"], format="%Y-%m-%d"))
            known = pc.or_(pc.is_valid(columns["published"]), pa.array(copy % UNDATED != 0))
            for name in ("published_from", "published_to"):
                columns[name] = pc.if_else(known, columns[name], None)
            told = pc.if_else(known, told, None)
        columns[day] = told


def _anchors(reports: pa.Table) -> tuple[dict[str, date], dict[str, float]]:
    """Give for each report the day its stretch of days begins on, and how far into its copy that stretch stands, from 0 to 1."""
    days = dict(zip(reports["id"].to_pylist(), reports["published_from"].to_pylist(), strict=True))
    anchors: dict[str, date] = {}
    before: date | None = None
    for report in sorted((one for one in days if days[one]), key=lambda one: (days[one], one)):
        near = before is not None and (days[report] - before).days <= NEAR
        anchors[report] = anchors[next(reversed(anchors))] if near else days[report]
        before = days[report]
    begun = sorted(set(anchors.values()))
    parts = {report: begun.index(day) / (len(begun) + 1) for report, day in anchors.items()}
    without = [one for one in days if not days[one]]
    return {**anchors, **dict.fromkeys(without, ANCHOR)}, {
        **parts,
        **{one: place / len(without) for place, one in enumerate(without)},
    }


def _said(numbers: Any, form: str) -> pa.Array:
    """Write numbers, each the same way."""
    several, at = np.unique(numbers, return_inverse=True)
    return pa.array([form.format(one) for one in several.tolist()], pa.string()).take(pa.array(at))


def _within(column: pa.Array, copy: Any, change: Callable[[pa.Array, Any], pa.Array]) -> pa.Array:
    """Change the values of a column, those in its lists or those that its parties name."""
    if pa.types.is_struct(column.type):
        fields = [column.field(place) for place in range(column.type.num_fields)]
        at = column.type.get_field_index("entity")
        fields[at] = change(fields[at], copy)
        return pa.StructArray.from_arrays(fields, fields=list(column.type))
    if not pa.types.is_list(column.type):
        return change(column, copy)
    inner = _within(column.values, np.repeat(copy, np.diff(column.offsets.to_numpy())), change)
    return pa.ListArray.from_arrays(column.offsets, inner)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)
