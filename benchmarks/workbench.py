"""Measure how fast the workbench answers over a large record made by multiplying a small one.

    python benchmarks/workbench.py RECORD [--reports 100000] [--keep FOLDER] [--rounds 3] [--alone]

How it is multiplied `multiplying.py` says; no text is read again. With --alone no report and no act is compared with
another: copies, happenings and conflicts stay empty. Prints what opening takes, first and anew, and for each page the median and the 95th percentile of answers nobody asked
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

from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.multiplying import multiply
from benchmarks.speed import stamp

from dragoman.api import Record, open_record
from dragoman.settings import load_settings
from dragoman.store.choosing import files_of, with_what_stands_alone
from dragoman.store.gathering import GATHERED, place_of
from dragoman.store.parts import Parts
from dragoman.store.room import Room
from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from dragoman.web.usual import look_over

MEGABYTE = 1024


def main() -> None:
    """Multiply, open, measure, the last two in processes of their own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the large record is made, or lies already")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="compare no report and no act with another")
    parser.add_argument("--step", choices=["open", "ask"], help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.step:
        record = open_record(wanted.record)
        _open(record) if wanted.step == "open" else measure(record, wanted.rounds)
        return
    print(stamp())
    with tempfile.TemporaryDirectory() as folder:
        place = wanted.keep or Path(folder) / "record"
        if not place.exists():
            began = time.perf_counter()
            multiply(open_record(wanted.record), place, wanted.reports)
            print(f"multiplied in {time.perf_counter() - began:.0f} s", flush=True)
        if wanted.alone:
            stand_alone(open_record(place))
        for step in ("open", "ask"):
            command = [sys.executable, __file__, str(place), "--step", step, "--rounds", str(wanted.rounds)]
            subprocess.run(command, check=True)
        print(", ".join(f"{name} {size:,.0f} MB" for name, size in sizes(place).items()))


def stand_alone(record: Record) -> None:
    """Lay empty tables where the pairs of reports and of acts would lie, so that nothing is compared."""
    chosen = files_of(Parts.open(record.path), record.stems(), Parts.open(record.path).shards(), older=True)
    place = place_of(
        record.path, with_what_stands_alone(Parts.open(record.path), chosen), load_settings(record.path).rule
    )
    place.mkdir(parents=True, exist_ok=True)
    with Room({}, views=True) as room:
        for name in GATHERED:
            room.keep(name, place / f"{name}.parquet")


def _open(record: Record) -> None:
    began = time.perf_counter()

    def told(step: str) -> None:
        print(
            f"{time.perf_counter() - began:>8.0f} s {time.process_time():>7.0f} CPU-s {peak():>6.0f} MB at most: {step}",
            flush=True,
        )

    desk = Desk(record, look_over, told)
    desk.open()
    desk.close()
    told("open")


def peak() -> float:
    """Give the peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def sizes(place: Path) -> dict[str, float]:
    """Give the megabytes of the parts, of what was gathered, of the record laid out and of the index of words."""
    found = {"parts": 0, "gathered": 0, "laid out": 0, "index": 0}
    for file in place.rglob("*"):
        top = file.relative_to(place).parts[0]
        name = "laid out" if file.suffix == ".duckdb" else top if top in found else "parts"
        found[name] += file.stat().st_size if file.is_file() else 0
    return {name: size / MEGABYTE**2 for name, size in found.items()}


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
    print(f"peak memory {peak():.0f} MB")


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
