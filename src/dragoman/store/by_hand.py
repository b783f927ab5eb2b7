"""What is gathered across reports by no query: its answer is laid out as a table that queries go on from.

Shingles are met by sorting numbers, several times faster than a query sorts rows; stories and happenings are
groups, for which a query would take as many rounds as the longest chain has links; what was known before
reading lies in packaged tables.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from msgspec import Struct

from dragoman.lexicon.matching import weights
from dragoman.reading.clusters import joined
from dragoman.reading.sharing import Holdings
from dragoman.reading.stories import grouped
from dragoman.store.knowledge import known_of_offices, known_of_standings

_BATCH = 20_000
_GROUPED = pa.schema([("name", pa.string()), ("least", pa.string())])
_KNOWN_BEFORE = pa.schema([("id", pa.string()), ("value", pa.string()), ("source", pa.string())])


class ByHand(Struct, frozen=True):
    """What a gathering needs, and what lays its answer out.

    Args:
        needs: Tables and views.
        tell: Makes the table of its name.
    """

    needs: tuple[str, ...]
    tell: Callable[[duckdb.DuckDBPyConnection], None]


def _tell_shared(duck: duckdb.DuckDBPyConnection) -> None:
    """Count the shingles that a fresh report shares with those near it, and lay both reports' sizes beside."""
    duck.execute("CREATE TEMP TABLE near AS FROM nearby(weight('copy days'))")
    reports = duck.sql("SELECT count(*) FROM near").fetchall()[0][0]
    holdings = Holdings(reports)
    for fresh in (True, False):
        held = duck.sql(
            "SELECT near.place, sketches.sample, sketches.quoted FROM near "
            "JOIN parts.sketches AS sketches ON sketches.report = near.id WHERE near.is_fresh = $fresh",
            params={"fresh": fresh},
        )
        for batch in held.to_arrow_reader(_BATCH):
            places = batch["place"].to_numpy()
            for name in ("sample", "quoted"):
                shingles, sizes = batch[name].flatten().to_numpy(), np.diff(batch[name].offsets.to_numpy())
                holdings.add(shingles, np.repeat(places, sizes), fresh=fresh, quoted=name == "quoted")
    pairs, sizes = holdings.shared(), holdings.sizes()
    duck.register("pairs_met", pa.table(pairs._asdict()))
    duck.register("sizes_held", pa.table({"place": np.arange(reports), **sizes}))
    duck.execute(
        "CREATE TABLE main.shared_shingles AS WITH sized AS ("
        "SELECT near.id, near.day, sketches.one_in, sizes.* FROM sizes_held AS sizes JOIN near USING (place) "
        "JOIN parts.sketches AS sketches ON sketches.report = near.id) "
        "SELECT a.id AS one, b.id AS other, pairs.* EXCLUDE (one, other), a, b "
        "FROM pairs_met AS pairs JOIN sized AS a ON a.place = pairs.one JOIN sized AS b ON b.place = pairs.other"
    )


def _tell_stories(duck: duckdb.DuckDBPyConnection) -> None:
    """Group reports into stories by the pairs in `ties`; each goes under the least id of its group."""
    ties = duck.sql("SELECT one, other, 1 / (1 + pow(2, -score)) AS odds FROM ties").to_arrow_table()
    pairs = zip(*(ties[name].to_pylist() for name in ties.column_names), strict=True)
    _lay_groups(duck, grouped(pairs, weights()["story line"].value))
    duck.execute(
        "CREATE TABLE main.stories AS SELECT reports.id AS report, coalesce(groups.least, reports.id) AS story "
        "FROM parts.reports AS reports LEFT JOIN groups ON groups.name = reports.id"
    )


def _tell_clusters(duck: duckdb.DuckDBPyConnection) -> None:
    """Join acts that `matches` takes for one; each goes under the least id that a chain of matches reaches."""
    rows = duck.sql("SELECT one, other, verdict FROM matches WHERE verdict != 'open'").to_arrow_table().to_pylist()
    same, different = (
        [(row["one"], row["other"]) for row in rows if row["verdict"] == said] for said in ("same", "different")
    )
    _lay_groups(duck, joined(same, different))
    duck.execute(
        "CREATE TABLE main.clusters AS SELECT events.id AS act, coalesce(groups.least, events.id) AS happening "
        "FROM parts.events AS events LEFT JOIN groups ON groups.name = events.id"
    )


def _lay_groups(duck: duckdb.DuckDBPyConnection, found: Mapping[str, str]) -> None:
    names = sorted(found)
    duck.register("groups", pa.table({"name": names, "least": [found[name] for name in names]}, schema=_GROUPED))


def _tell_known(duck: duckdb.DuckDBPyConnection) -> None:
    """Say of each claim to an office or a standing what the packaged tables knew to the contrary."""
    offices = duck.sql(
        "SELECT id, post, place, holder AS person, first_day AS day FROM claims "
        "WHERE sort = 'office' AND place IS NOT NULL AND first_day = last_day ORDER BY id"
    )
    standings = duck.sql(
        "SELECT id, post AS body, place AS state, value AS standing, first_day AS day FROM claims "
        "WHERE sort = 'standing' AND place IS NOT NULL AND first_day = last_day ORDER BY id"
    )
    found: Sequence[Mapping[str, Any]] = [
        *known_of_offices(offices.to_arrow_table().to_pylist()),
        *known_of_standings(standings.to_arrow_table().to_pylist()),
    ]
    duck.from_arrow(pa.Table.from_pylist(found, schema=_KNOWN_BEFORE)).create("main.known")


BY_HAND: Mapping[str, ByHand] = MappingProxyType(
    {
        "shared_shingles": ByHand(("nearby", "parts.sketches"), _tell_shared),
        "stories": ByHand(("ties", "parts.reports"), _tell_stories),
        "clusters": ByHand(("matches", "parts.events"), _tell_clusters),
        "known": ByHand(("claims",), _tell_known),
    }
)
