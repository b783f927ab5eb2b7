"""What views gather across reports, worked out once and laid beside the parts: a cache, to be deleted at will.

The views stay the truth: a table of the cache is what its view gives for the very parts, weights and
queries that the folder's name digests. A new part, or a judgement, makes a new folder; what was compared
before is kept (`growing`), so that only what is new is compared.
"""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.lexicon.matching import weights
from dragoman.settings import RULES
from dragoman.store.growing import grow
from dragoman.store.queries import sql, views_under
from dragoman.store.room import Room

FOLDER = "gathered"
GATHERED = (
    "likenesses", "ties", "stories", "copies", "origins", "matches", "clusters", "accounts", "conflicts", "happenings",
    "claims", "known", "disputes",
)  # fmt: skip
SECONDS = 3600.0


def place_of(root: Path, chosen: Mapping[str, Sequence[Path]], rule: str = RULES[0]) -> Path:
    """Say where the tables for these parts lie, or would lie."""
    digest = blake2b(digest_size=10)
    for part in sorted(path.name for paths in chosen.values() for path in paths):
        digest.update(f"{part}\x1f".encode())
    for query in (*(sql("views", name) for name in views_under(GATHERED)), repr(weights()), rule):
        digest.update(query.encode())
    return root / FOLDER / digest.hexdigest()


def gathered(
    root: Path,
    chosen: Mapping[str, Sequence[Path]],
    told: Callable[[str], None] = lambda _: None,
    *,
    rule: str = RULES[0],
) -> Path | None:
    """Give the folder of the tables, made if need be; none where it cannot be written, as in a record lent to read."""
    try:
        return gather(root, chosen, told, rule=rule)
    except RecordError:
        return None


def gather(
    root: Path,
    chosen: Mapping[str, Sequence[Path]],
    told: Callable[[str], None] = lambda _: None,
    *,
    rule: str = RULES[0],
) -> Path:
    """Work the tables out, unless they lie there already, and clear those of earlier parts away.

    Raises:
        RecordError: The folder cannot be written.
    """
    place = place_of(root, chosen, rule)
    if place.is_dir():
        return place
    draft = place.with_name(f".{place.name}.{os.getpid()}.draft")
    try:
        draft.mkdir(parents=True, exist_ok=True)
        told("comparing reports and acts")
        ready = grow(root / FOLDER, chosen, SECONDS)
        with Room(chosen, views=True, ready=ready, rule=rule) as room:
            for name in GATHERED:
                told(f"gathering {name}")
                room.keep(name, draft / f"{name}.parquet")
        draft.replace(place)
    except OSError as fault:
        raise RecordError(f"cannot write {draft}: {fault.strerror}; the views give the same, more slowly") from None
    finally:
        _clear(place, draft)
    return place


def _clear(place: Path, draft: Path) -> None:
    """Remove the tables of earlier parts, and a draft that failed; what grew is kept."""
    for other in place.parent.glob("*"):
        stale = other.is_dir() and other != place and not other.name.startswith((".", "grown-"))
        if stale or other == draft:
            shutil.rmtree(other, ignore_errors=True)
