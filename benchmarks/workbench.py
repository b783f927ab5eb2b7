"""Measure how fast the workbench answers over a large record made by multiplying a small one.

    python benchmarks/workbench.py RECORD [--reports 20000] [--keep FOLDER] [--rounds 5]

Every copy of the record stands on other days, its people bear other names, and its texts share no wording with those
of another copy; states and bodies stay what they are, as in a real record. Prints, for each page, the median and the
95th percentile of the answers after the first, the first one, and the peak memory of the process that serves them.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import duckdb
from starlette.testclient import TestClient

from dragoman.api import Record, open_record
from dragoman.records import KINDS
from dragoman.store.parts import Parts
from dragoman.web.app import make_app

PER_SHARD = 25
FEW_NAMESAKES = 5
MEGABYTE = 1024
_DAYS = """
  day_from + shift AS day_from, day_to + shift AS day_to,
  CASE len(day) WHEN 10 THEN CAST(day_from + shift AS VARCHAR) WHEN 7 THEN strftime(day_from + shift, '%Y-%m')
    WHEN 4 THEN strftime(day_from + shift, '%Y') ELSE day END AS day"""
_PARTIES = (
    "list_transform({0}, lambda one: {{'entity': other(one.entity, copy), 'start': one.start, 'end': one.end}}) AS {0}"
)
# For each kind, the columns that change; ids of rows take the number of the copy in place of their last letters.
_CHANGED = {
    "raws": "mine(id, copy) AS id",
    "reports": """mine(id, copy) AS id, mine(raw, copy) AS raw, published_from + shift AS published_from, published_to + shift AS published_to,
      CASE len(published) WHEN 10 THEN CAST(published_from + shift AS VARCHAR) ELSE published END AS published""",
    "zones": "mine(report, copy) AS report",
    "parses": "mine(report, copy) AS report",
    "mentions": "mine(id, copy) AS id, mine(report, copy) AS report",
    "days": "mine(mention, copy) AS mention, mine(report, copy) AS report",
    "entities": """mine(report, copy) AS report, other(id, copy) AS id, if(list_contains(getvariable('people'), id), name || ' ' || who, name) AS name,
      if(list_contains(getvariable('people'), id), list_transform(aliases, lambda one: one || ' ' || who), aliases) AS aliases""",
    "links": """mine(mention, copy) AS mention, mine(report, copy) AS report, other(entity, copy) AS entity,
      list_transform(candidates, lambda one: other(one, copy)) AS candidates""",
    "tenures": f"mine(id, copy) AS id, mine(report, copy) AS report, other(person, copy) AS person, {_DAYS}",
    "standings": f"mine(id, copy) AS id, mine(report, copy) AS report, other(party, copy) AS party, {_DAYS}",
    "statements": f"""mine(id, copy) AS id, mine(report, copy) AS report, mine(inside, copy) AS inside, mine(occasion, copy) AS occasion,
      other(speaker, copy) AS speaker, other(addressee, copy) AS addressee, list_transform(about, lambda one: other(one, copy)) AS about, {_DAYS}""",
    "events": f"""mine(id, copy) AS id, mine(report, copy) AS report, mine(voice, copy) AS voice, {_PARTIES.format("actors")},
      {_PARTIES.format("recipients")}, {_DAYS}""",
    "sketches": """mine(report, copy) AS report, list_transform(sample, lambda one: xor(one, copy * 7919 * 4)) AS sample,
      list_transform(quoted, lambda one: xor(one, copy * 7919 * 4)) AS quoted""",
}


def main() -> None:
    """Multiply and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the large record is made, or lies already")
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = wanted.keep or Path(folder) / "record"
        if not place.exists():
            multiply(open_record(wanted.record), place, wanted.reports)
        measure(open_record(place), wanted.rounds)


def multiply(small: Record, place: Path, reports: int) -> None:
    """Write a record of about so many reports."""
    parts = Parts.create(place)
    copies = max(1, round(reports / small.counts()["reports"]))
    chosen = {kind: paths for kind in KINDS if (paths := parts_of(small, kind)) and kind in _CHANGED}
    duck = duckdb.connect(config={"threads": 2, "memory_limit": "2GB"})
    duck.execute(
        "SET VARIABLE people = (SELECT list(DISTINCT id) FROM read_parquet($paths) WHERE kind = 'person')",
        {"paths": chosen["entities"]},
    )
    names = max(copies // FEW_NAMESAKES, 1)
    duck.execute("CREATE MACRO mine(id, copy) AS id[:16] || printf('%04d', copy)")
    duck.execute(
        f"CREATE MACRO other(id, copy) AS if(list_contains(getvariable('people'), id), id || '-' || (copy % {names}), id)"
    )
    for first in range(0, copies, PER_SHARD):
        span = (first, min(first + PER_SHARD, copies))
        for kind, paths in chosen.items():
            stem = Path(paths[0]).name.split("--", 1)[1]
            (place / kind).mkdir(exist_ok=True)
            out = parts.path(kind, f"shard{first:05d}", stem.removesuffix(".parquet"))
            duck.execute(
                f"COPY (SELECT * EXCLUDE (copy, shift, who) REPLACE ({_CHANGED[kind]}) FROM (SELECT *, copy::INTEGER AS copy, "  # noqa: S608 - our own
                f"((copy * 37) % 7300 - 3650)::INTEGER AS shift, 'N' || (copy % {names}) AS who "
                f"FROM read_parquet({paths}), range({span[0]}, {span[1]}) AS copies(copy))) TO '{out}' "
                "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)"
            )


def parts_of(small: Record, kind: str) -> list[str]:
    """List the parts of a kind, of each shard the latest."""
    parts = Parts.open(small.path)
    return [str(path) for shard in parts.shards() for path in parts.of_shard(kind, shard)[-1:]]


def measure(record: Record, rounds: int) -> None:
    """Ask every page, several times, and print what it took."""
    began = time.perf_counter()
    with TestClient(make_app(record), base_url="http://127.0.0.1") as web:
        web.get("/")
        print(f"opened in {time.perf_counter() - began:.1f} s")
        print(f"{'page':<44}{'first':>8}{'median':>8}{'p95':>8}  ms")
        everything: list[float] = []
        for address in addresses(web):
            took = [timed(web, address) for _ in range(rounds + 1)]
            everything += took[1:]
            line = (took[0], statistics.median(took[1:]), percentile(took[1:]))
            print(f"{address[:43]:<44}" + "".join(f"{one * 1000:>8.0f}" for one in line))
        print(f"{'all':<44}{'':>8}{statistics.median(everything) * 1000:>8.0f}{percentile(everything) * 1000:>8.0f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE:.0f} MB")


def addresses(web: TestClient) -> Iterator[str]:
    """Choose an address for each page: things in many facts, which are the slowest."""
    yield "/"
    events = web.get("/facts.json?fact=event&most=40").json()["facts"]
    yield from (
        "/facts",
        "/facts?page=40",
        "/facts?q=Iran+asks+Russia",
        "/facts?q=Iran",
        "/facts?q=sanctions",
        "/facts?fact=event&sort=score",
    )
    for fact in events[:3]:
        yield f"/fact/{fact['id']}"
        yield f"/report/{fact['report']}"
    for kind in ("person", "state", "body"):
        thing = web.get(f"/things.json?kind={kind}&most=1").json()["things"][0]
        yield f"/thing/{quote(thing['id'])}"
    body = web.get("/organisations.json").json()["bodies"][0]
    yield f"/organisation/{quote(body['id'])}"
    yield from (
        "/dyad?left=Iran&right=Russia",
        "/dyad?left=Iran&right=Russia&series=month",
        "/things",
        "/organisations",
    )
    yield from ("/meetings", "/meetings?of=state", "/coverage", "/coverage?by=month", "/reports", "/refusals")
    yield from ("/conflicts", "/conflicts?rule=most+precise", "/judging", "/query/page_facts")


def timed(web: TestClient, address: str) -> float:
    """Give the seconds until a page is there."""
    began = time.perf_counter()
    answer = web.get(address)
    if answer.status_code != 200:  # noqa: PLR2004 - what a page that stands answers
        print(f"{address}: {answer.status_code}")
    return time.perf_counter() - began


def percentile(took: list[float]) -> float:
    """Give the 95th percentile."""
    return sorted(took)[min(round(0.95 * len(took)), len(took) - 1)]


if __name__ == "__main__":
    main()
