"""Pairs of reports and of acts, found for what is new and kept: adding reports never changes earlier rows.

Each step covers some shards and holds the pairs with an end in them; what two reports or two acts have in common
hangs on the two alone. So the steps together hold what one step over all would, whatever the order of arrival;
only of a shingle that more than a dozen reports bear some pairs more are looked at. A report without a day is near
every other: where many arrive, those without are compared in a step of their own, after all others.

    gathered/grown-DIGEST/covered.json      the parts each step covers
    gathered/grown-DIGEST/VIEW/STEP.parquet its rows
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import duckdb
import msgspec
import pyarrow.parquet as pq

from dragoman.lexicon.matching import weights
from dragoman.store.by_hand import BY_HAND
from dragoman.store.queries import needed_by, sql
from dragoman.store.room import Room

GROWN = ("likenesses", "ties", "acts", "compared")
KINDS = ("reports", "sketches", "events", "entities")
UNDATED = "undated"  # under it, until their step is done, the parts whose reports without a day are not compared yet
REPORTS = 20_000  # in a step at most, unless one shard has more: what bounds the memory of a first gathering
Covered = dict[str, list[str]]  # for each step the names of the parts it covers


def grow(folder: Path, chosen: Mapping[str, Sequence[Path]], seconds: float) -> dict[str, list[Path]]:
    """Compare what is new with all there is, and give the files of all pairs by the name of their view.

    Args:
        folder: Where the caches of the record lie.
        chosen: Part files by kind.
        seconds: A query may take at most.

    Raises:
        OSError: The folder cannot be written.
    """
    place = folder / f"grown-{_digest()}"
    place.mkdir(parents=True, exist_ok=True)
    with _alone(place):
        for other in folder.glob("grown-*"):
            if other != place:
                shutil.rmtree(other, ignore_errors=True)
        shards = _shards(chosen)
        covered = _still_valid(place, shards)
        known = {part for parts in covered.values() for part in parts}
        new = [shard for shard, paths in shards.items() if not known.issuperset(path.name for path in paths)]
        done = [path for shard, paths in shards.items() if shard not in new for path in paths]
        batches = list(_batches(new, shards))
        apart = len(batches) > 1 or UNDATED in covered
        waiting = [path for path in done if path.name in covered.get(UNDATED, ())]
        for batch in batches:
            fresh = [path for shard in batch for path in shards[shard]]
            waiting += fresh if apart else []
            step = _next(covered)
            _step(place, step, done, fresh, seconds, waiting)
            done += fresh
            covered[step] = sorted(path.name for path in fresh)
            if apart:
                covered[UNDATED] = sorted(path.name for path in waiting)
            _note(place, covered)
        if apart:
            step = _next(covered)
            _pair(place, step, done, waiting, seconds, dated=False)
            del covered[UNDATED]
            covered[step] = []
            _note(place, covered)
    return {
        name: [path for step in covered if (path := place / name / f"{step}.parquet").exists()]
        for name in GROWN
        if covered
    }


def _next(covered: Covered) -> str:
    return f"{sum(step != UNDATED for step in covered):05}"


def _digest() -> str:
    """Digest the queries that compare, with what they need, their weights, and the engine, whose digests of cells are kept."""
    digest, asked = blake2b(duckdb.__version__.encode(), digest_size=10), list(GROWN)
    for name in asked:
        if name not in BY_HAND:
            digest.update(sql("views", name).encode())
        asked += [need for need in needed_by(name) if _is_view(need) and need not in asked]
    digest.update(repr(weights()).encode())
    return digest.hexdigest()


def _is_view(need: str) -> bool:
    return not need.startswith("parts.") and need != "weights"


def _shards(chosen: Mapping[str, Sequence[Path]]) -> dict[str, list[Path]]:
    """Sort the parts by shard, the shard with the earliest reports first: of two steps the days lie apart."""
    shards: dict[str, list[Path]] = {}
    for kind in KINDS:
        for path in chosen.get(kind, ()):
            shards.setdefault(path.name.split("--")[0], []).append(path)
    return dict(sorted(shards.items(), key=lambda each: (_first_day(each[1]), each[0])))


def _first_day(paths: Sequence[Path]) -> str:
    """Give the first day a shard's reports were published on, by what the file says of its columns."""
    days = [_least_day(path) for path in paths if path.parent.name == "reports"]
    return min(days, default="9999")


def _least_day(path: Path) -> str:
    told = pq.read_metadata(path)
    column = told.schema.names.index("published_from") if "published_from" in told.schema.names else -1
    groups = [told.row_group(number).column(column).statistics for number in range(told.num_row_groups)]
    return min((str(group.min) for group in groups if group is not None and group.has_min_max), default="9999")


def _batches(new: Sequence[str], shards: Mapping[str, Sequence[Path]]) -> Iterator[list[str]]:
    """Put shards together to steps of some thousand reports."""
    batch: list[str] = []
    reports = 0
    for shard in new:
        some = sum(pq.read_metadata(path).num_rows for path in shards[shard] if path.parent.name == "reports")
        if batch and reports + some > REPORTS:
            yield batch
            batch, reports = [], 0
        batch.append(shard)
        reports += some
    if batch:
        yield batch


def _step(  # noqa: PLR0913, PLR0917 - each stands by itself
    place: Path, step: str, done: Sequence[Path], fresh: Sequence[Path], seconds: float, waiting: Sequence[Path]
) -> None:
    """Find the pairs with an end in what is fresh, and lay the fresh acts out."""
    with Room(_by_kind(fresh), views=True) as room:
        _keep(place, "acts", step, room, seconds)
    _pair(place, step, [*done, *fresh], fresh, seconds, dated=True if waiting else None, waiting=waiting)


def _pair(  # noqa: PLR0913 - each stands by itself
    place: Path,
    step: str,
    known: Sequence[Path],
    fresh: Sequence[Path],
    seconds: float,
    *,
    dated: bool | None,
    waiting: Sequence[Path] = (),
) -> None:
    """Find the pairs with an end in what is fresh, of that the reports with a day, or those without."""
    news, aside = ([path for path in some if path.parent.name == "reports"] for some in (fresh, waiting))
    ready = _ready(place, "acts")
    with Room(_by_kind(known), views=True, ready=ready, fresh=news, dated=dated, waiting=aside) as room:
        for name in ("likenesses", "ties", "compared"):
            _keep(place, name, step, room, seconds)


def _keep(place: Path, name: str, step: str, room: Room, seconds: float) -> None:
    (place / name).mkdir(exist_ok=True)
    draft = place / name / f".{step}.{os.getpid()}.draft"
    room.keep(name, draft, seconds)
    draft.replace(place / name / f"{step}.parquet")


def _ready(place: Path, name: str) -> dict[str, list[Path]]:
    return {name: sorted((place / name).glob("*.parquet"))}


def _by_kind(paths: Sequence[Path]) -> dict[str, list[Path]]:
    return {kind: [path for path in paths if path.parent.name == kind] for kind in KINDS}


def _still_valid(place: Path, shards: Mapping[str, Sequence[Path]]) -> Covered:
    """Read which parts the steps cover; a part that is read again or gone, or a step half done, begins anew."""
    noted = place / "covered.json"
    covered = msgspec.json.decode(noted.read_bytes(), type=Covered) if noted.exists() else Covered()
    parts = {part for known in covered.values() for part in known}
    whole = [{path.name for path in paths} for paths in shards.values()]
    if not parts <= set().union(*whole) or any(parts & names and not names <= parts for names in whole):
        covered = {}
    for name in GROWN:
        for path in (place / name).glob("*"):
            if path.stem not in covered:
                path.unlink(missing_ok=True)
    return covered


def _note(place: Path, covered: Covered) -> None:
    draft = place / f".covered.{os.getpid()}.draft"
    draft.write_bytes(msgspec.json.encode(covered))
    draft.replace(place / "covered.json")


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Keep other processes from growing the same pairs meanwhile; they wait."""
    with (place / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
