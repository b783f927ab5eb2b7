"""Measure how fast the workbench answers over a large record made by multiplying a small one.

    python benchmarks/workbench.py RECORD [--reports 100000] [--keep FOLDER] [--rounds 3]

Every copy of the record stands on other days, its people bear other names, and its texts share no wording with those
of another copy; states and bodies stay what they are, as in a real record. No text is read again: rows are multiplied.
Prints what opening takes, first and anew, and for each page the median and the 95th percentile of answers nobody asked
for before: every round asks for other facts, names, words and days. `cpu` is the processor time of the worst answer, on
which what else the machine does has no part. The peak memory is that of a process that only opens and serves.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import duckdb
from starlette.testclient import TestClient

from dragoman.api import Record, open_record
from dragoman.records import KINDS
from dragoman.store.parts import Parts
from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from dragoman.web.usual import look_over

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
      list_transform(quoted, lambda one: xor(one, copy * 7919 * 4)) AS quoted,
      list_transform(telling, lambda one: one || 'n' || copy) AS telling""",
}


def main() -> None:
    """Multiply, open, measure in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the large record is made, or lies already")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--opened", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.opened:
        measure(open_record(wanted.record), wanted.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = wanted.keep or Path(folder) / "record"
        if not place.exists():
            began = time.perf_counter()
            multiply(open_record(wanted.record), place, wanted.reports)
            print(f"multiplied in {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        desk = Desk(open_record(place), look_over)
        desk.open()
        desk.close()
        print(f"opened first in {time.perf_counter() - began:.0f} s", flush=True)
        subprocess.run([sys.executable, __file__, str(place), "--opened", "--rounds", str(wanted.rounds)], check=True)


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
    """Ask every page, several times and each time for something else, and print what it took."""
    began = time.perf_counter()
    desk = Desk(record, look_over)
    desk.open()
    print(f"opened anew in {time.perf_counter() - began:.1f} s")
    with TestClient(app_of(desk), base_url="http://127.0.0.1") as web:
        print(f"{'page':<36}{'median':>8}{'p95':>8}{'cpu':>8}  ms")
        everything: list[tuple[float, float]] = []
        for name, several in addresses(web, rounds).items():
            took = [timed(web, address) for address in several]
            everything += took
            _tell(name, took)
        _tell("all", everything)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE:.0f} MB")


def _tell(name: str, took: list[tuple[float, float]]) -> None:
    seconds = [one for one, _ in took]
    line = (statistics.median(seconds), percentile(seconds), max(cpu for _, cpu in took))
    print(f"{name[:35]:<36}" + "".join(f"{one * 1000:>8.0f}" for one in line), flush=True)


def addresses(web: TestClient, rounds: int) -> dict[str, list[str]]:
    """Choose addresses for each page, those of what stands in most facts, which are the slowest."""
    facts = [web.get(f"/facts.json?fact={fact}&most=60").json()["facts"] for fact in ("event", "statement", "tenure")]
    told = [facts[at % 3][(at * 7) % len(facts[at % 3])] for at in range(3 * rounds)]
    things = {
        kind: [one["id"] for one in web.get(f"/things.json?kind={kind}&most={rounds}").json()["things"]]
        for kind in ("person", "state", "body")
    }
    names = [one["name"] for one in web.get("/things.json?kind=state&most=40").json()["things"]]
    bodies = [one["id"] for one in web.get("/organisations.json").json()["bodies"][:rounds]]
    years = [2010 + at for at in range(rounds)]
    pairs = list(pairwise(names[: rounds + 1]))
    return {
        "first page": ["/"],
        "facts": ["/facts", *(f"/facts?page={3 + 17 * at}" for at in range(rounds))],
        "facts by sort": [f"/facts?sort={sort}" for sort in ("oldest", "score", "who")[:rounds]],
        "facts by kind and year": [f"/facts?kind=CONSULT&kind=ACCUSE&year={year}" for year in years],
        "facts by days": [f"/facts?since={year}-03-01&until={year}-09-30" for year in years],
        "facts with a state": [f"/facts?who={quote(name)}" for name in names[:rounds]],
        "facts from one to another": [f"/facts?q={quote(f'{one} → {other}')}" for one, other in pairs],
        "facts with words": [f"/facts?q={word}" for word in ("sanctions", "nuclear+talks", "membership+summit")[:rounds]],
        "evidence": [f"/fact/{fact['id']}" for fact in told],
        "report": [f"/report/{fact['report']}" for fact in told],
        **{f"dossier of a {kind}": [f"/thing/{quote(one, safe='')}" for one in ones] for kind, ones in things.items()},
        "dyad": [f"/dyad?left={quote(one)}&right={quote(other)}" for one, other in pairs],
        "dyad with series": [f"/dyad?left={quote(one)}&right={quote(other)}&series=month" for one, other in pairs],
        "names": ["/things", *(f"/things?q={letters}" for letters in ("an", "ru", "min")[:rounds])],
        "organisations": ["/organisations", *(f"/organisation/{quote(one, safe='')}" for one in bodies)],
        "meetings": ["/meetings", "/meetings?of=state", *(f"/meetings?since={year}-01-01&until={year + 1}-12-31" for year in years)],
        "conflicts": ["/conflicts", *(f"/conflicts?field={field}" for field in ("day", "place", "holder")[:rounds])],
        "judging": [f"/judging?skip={17 * at}" for at in range(rounds)],
        "coverage": ["/coverage", "/coverage?by=month"],
        "reports": ["/reports", *(f"/reports?period={year}" for year in years)],
        "map": ["/map", *(f"/map?since={year}-01-01&until={year + 1}-12-31" for year in years)],
        "other": ["/refusals", "/query/page_facts", "/sql"],
    }  # fmt: skip


def timed(web: TestClient, address: str) -> tuple[float, float]:
    """Give the seconds until a page is there, and those of the processor."""
    began, spent = time.perf_counter(), time.process_time()
    answer = web.get(address)
    if answer.status_code != 200:  # noqa: PLR2004 - what a page that stands answers
        print(f"{address}: {answer.status_code}")
    return time.perf_counter() - began, time.process_time() - spent


def percentile(took: list[float]) -> float:
    """Give the 95th percentile."""
    return sorted(took)[min(round(0.95 * len(took)), len(took) - 1)]


if __name__ == "__main__":
    main()
