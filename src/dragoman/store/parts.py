"""The folder of parts: `KIND/SHARD--STAGE-FINGERPRINT.parquet`, written once, never changed.

The file is the completion mark: a part is written to a draft beside its place and renamed. A record may lie on a disk
that several machines share, or in an object store, whose files are then fetched to a folder and sent from there.
"""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from platform import node
from shutil import rmtree
from tempfile import mkdtemp

import pyarrow.parquet as pq
from msgspec import Struct, json

from dragoman.errors import RecordError
from dragoman.frames import schema_of, table_of
from dragoman.records import KINDS, Row, sha256_of
from dragoman.settings import FILE, KNOWLEDGE, MARK, OPENING, Reading, Settings, load_settings
from dragoman.store.elsewhere import Elsewhere, is_elsewhere
from dragoman.store.spilling import runs

LAYOUT = f"{OPENING}, layout 1\n"
JOINED = "joined"
ROWS_IN_GROUP = 20_000
_DRAFT = re.compile(r"\.(?P<host>[^.]*)\.(?P<process>\d+)\.(?:note\.)?draft$")
_A_DAY = 86_400


class Join(Struct, frozen=True, forbid_unknown_fields=True):
    """A shard into which others were joined: it stands for them from the moment its files are there."""

    shard: str
    of: tuple[str, ...]


class Parts:
    """The parts of one record.

    Args:
        root: Folder of the record.
        far: The object store that the record lies in; the folder then holds its files as far as they were fetched.
    """

    def __init__(self, root: Path, far: Elsewhere | None = None) -> None:
        self.root = root
        self.far = far

    @classmethod
    def create(cls, root: Path | str) -> "Parts":
        """Open a record, making its folder when there is none.

        Raises:
            RecordError: The folder holds something else, or cannot be written.
        """
        if is_elsewhere(root):
            far = Elsewhere(str(root))
            if not far.among([MARK]):
                if far.names():
                    raise RecordError(f"{far.shown} is not a record and not empty; name a new place with --to")
                far.send(cls.create(_swept(far.mirror())).root, [MARK])
            return cls.open(root)
        root = Path(root)
        if (root / MARK).exists():
            return cls(root)
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise RecordError(f"{root} is not a record and not empty; name a new folder with --to")
        try:
            root.mkdir(parents=True, exist_ok=True)
            (root / MARK).write_text(LAYOUT)
        except OSError as fault:
            raise RecordError(
                f"cannot make a record at {root}: {fault.strerror}; name a folder you may write to"
            ) from None
        return cls(root)

    @classmethod
    def open(cls, root: Path | str) -> "Parts":
        """Open a record that exists; of one in an object store fetch what is not here yet.

        Raises:
            RecordError: There is none, or its layout is one we do not know.
        """
        if not is_elsewhere(root):
            return cls._known(cls(Path(root)))
        far = Elsewhere(str(root))
        far.catch_up(far.mirror())
        return cls._known(cls(far.mirror(), far))

    @classmethod
    def _known(cls, parts: "Parts") -> "Parts":
        try:
            layout = (parts.root / MARK).read_text()
        except OSError:
            raise RecordError(
                f"no record at {parts.shown}; `dragoman add FILES --to {parts.shown}` makes one"
            ) from None
        if layout != LAYOUT:
            raise RecordError(f"{parts.shown} says {layout.strip()!r}; this dragoman reads {LAYOUT.strip()!r}")
        return parts

    @property
    def address(self) -> str:
        """Where the record lies: its folder, or its address in an object store."""
        return self.far.address if self.far else str(self.root)

    @property
    def shown(self) -> str:
        """Say the same to a person, without keys."""
        return self.far.shown if self.far else str(self.root)

    def path(self, kind: str, shard: str, stem: str) -> Path:
        """Say where a part lies, or would lie; `stem` is STAGE-FINGERPRINT."""
        return self.root / kind / f"{shard}--{stem}.parquet"

    def there(self, kind: str) -> frozenset[str]:
        """List the names of all parts of a kind by one look into its folder."""
        try:
            return frozenset(name for name in os.listdir(self.root / kind) if name.endswith(".parquet"))  # noqa: PTH208 - names, not paths: there are many
        except FileNotFoundError:
            return frozenset()

    def shards(self) -> list[str]:
        """List the shards in the order of their names; one that was joined into another is that other."""
        found = {name.split("--")[0] for name in self.there("raws")}
        return sorted(found - {shard for join in self.joins() if join.shard in found for shard in join.of})

    def joins(self) -> list[Join]:
        """List what was joined."""
        return [json.decode(path.read_bytes(), type=Join) for path in sorted((self.root / JOINED).glob("*.json"))]

    def of_shard(self, kind: str, shard: str) -> list[Path]:
        """List all parts of a kind that a shard has, of whatever fingerprint, oldest first."""
        return sorted(
            (self.root / kind).glob(f"{shard}--*.parquet"), key=lambda path: (path.stat().st_mtime_ns, path.name)
        )

    def latest(self, kind: str, names: Iterable[str]) -> dict[str, Path]:
        """Give of each shard the part that was written last; only where there are several the disk is asked when."""
        found: dict[str, list[Path]] = {}
        for name in names:
            found.setdefault(name.split("--")[0], []).append(self.root / kind / name)
        return {
            shard: max(paths, key=lambda path: (path.stat().st_mtime_ns, path.name)) if len(paths) > 1 else paths[0]
            for shard, paths in found.items()
            if not shard.startswith(".")
        }

    def of_kind(self, kind: str) -> list[Path]:
        """List all parts of a kind."""
        return [self.root / kind / name for name in sorted(self.there(kind)) if not name.startswith(".")]

    def write(self, kind: str, shard: str, stem: str, rows: Iterable[Row]) -> Path:
        """Write one part; it stands whole under its name or not at all."""
        return self.write_table(self.path(kind, shard, stem), table_of(KINDS[kind], rows))

    def write_table(self, path: Path, table: object) -> Path:
        """Write the table of one part, its digest noted before it takes its name.

        Raises:
            RecordError: The disk is full, or the folder cannot be written.
        """
        draft = path.with_name(f".{path.name}.{_here()}.{os.getpid()}.draft")
        note = draft.with_suffix(".note.draft")
        try:
            path.parent.mkdir(exist_ok=True)
            pq.write_table(table, draft, compression="zstd", row_group_size=ROWS_IN_GROUP)
            note.write_text(sha256_of(draft.read_bytes()))
            _settle(draft)
            note.replace(digest_of(path))
            draft.replace(path)
        except OSError as fault:
            raise RecordError(
                f"cannot write {path}: {fault.strerror or fault}; what was finished before is kept"
            ) from None
        finally:
            for left in (draft, note):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
        self.hand_on(digest_of(path), path)
        return path

    def catch_up(self) -> None:
        """Fetch what others put into the object store that the record lies in, if it lies in one."""
        if self.far:
            self.far.catch_up(self.root)

    def hand_on(self, *paths: Path) -> None:
        """Send files to the object store that the record lies in, if it lies in one."""
        if self.far:
            self.far.send(self.root, [str(path.relative_to(self.root)) for path in paths])

    def remove(self, paths: Iterable[Path]) -> None:
        """Remove parts, here and in the object store; the digest of each goes after it."""
        both = [each for path in paths for each in (path, digest_of(path))]
        if self.far:
            self.far.remove([str(path.relative_to(self.root)) for path in both])
        for path in both:
            path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove drafts that a killed process left behind; of another machine's only those of days gone by."""
        for draft in self.root.glob("*/.*.draft"):
            owner = _DRAFT.search(draft.name)
            with suppress(OSError):
                if owner is None or owner["host"] != _here():
                    left = time.time() - draft.stat().st_mtime > _A_DAY
                else:
                    left = not runs(int(owner["process"]))
                if left:
                    draft.unlink(missing_ok=True)


def digest_of(path: Path) -> Path:
    """Say where the SHA-256 of a part is noted; it is written before the part takes its name."""
    return path.with_suffix(".sha256")


def is_whole(path: Path) -> bool:
    """Tell whether a part has the very bytes that were written."""
    try:
        return sha256_of(path.read_bytes()) == digest_of(path).read_text()
    except OSError:
        return False


@contextmanager
def at_hand(
    address: str, shard: str, stems_of: Callable[[Reading], Mapping[str, Iterable[str]]]
) -> Iterator[tuple[Parts, Settings]]:
    """Open a record for work on one shard: of one in an object store, that shard's parts alone lie in a folder meanwhile.

    Args:
        address: Folder or address of the record.
        shard: Which shard.
        stems_of: What gives, by the settings, for each kind the stems that hold now.
    """
    if not is_elsewhere(address):
        parts = Parts.open(address)
        yield parts, load_settings(parts.root)
        return
    far, scratch = Elsewhere(address), Path(mkdtemp(prefix="dragoman-"))
    try:
        far.fetch([*far.under(KNOWLEDGE), *far.among([MARK, FILE])], scratch)
        settings = load_settings(scratch)
        wanted = [
            f"{kind}/{shard}--{stem}.parquet" for kind, some in stems_of(settings.reading).items() for stem in some
        ]
        far.fetch(far.among([*(str(digest_of(Path(name))) for name in wanted), *wanted]), scratch)
        yield Parts(scratch, far), settings
    finally:
        rmtree(scratch, ignore_errors=True)


def write_all(parts: Parts, shard: str, stem: str, rows: Mapping[str, list[Row]], mark: str) -> None:
    """Write what a stage gave, kind by kind, the kind that marks completion last, even when empty."""
    for kind in sorted(rows):
        if kind != mark and rows[kind]:
            parts.write(kind, shard, stem, rows[kind])
    parts.write(mark, shard, stem, rows.get(mark, []))


def empty(kind: str) -> object:
    """Give an empty table of a kind, for a record that has no such part yet."""
    return schema_of(KINDS[kind]).empty_table()


def _here() -> str:
    """Name this machine, by letters that may stand in the name of a file between two dots."""
    return re.sub(r"[^\w-]", "_", node()) or "here"


def _settle(path: Path) -> None:
    """Have the disk keep a file's bytes before it takes its name, lest a power cut leave an empty one."""
    with path.open("rb") as written:
        os.fsync(written.fileno())


def _swept(folder: Path) -> Path:
    """Clear a folder of fetched files whose record is gone."""
    rmtree(folder, ignore_errors=True)
    return folder
