"""The folder of parts: `KIND/SHARD--STAGE-FINGERPRINT.parquet`, written once, never changed.

The file is the completion mark: a part is written to a draft beside its place and renamed.
"""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq

from dragoman.errors import RecordError
from dragoman.frames import schema_of, table_of
from dragoman.records import KINDS, Row, sha256_of

MARK = "RECORD"
LAYOUT = "dragoman record, layout 1\n"
ROWS_IN_GROUP = 20_000
_OWNER = re.compile(r"\.parquet\.(\d+)\.")


class Parts:
    """The parts of one record.

    Args:
        root: Folder of the record.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def create(cls, root: Path) -> "Parts":
        """Open a record, making its folder when there is none.

        Raises:
            RecordError: The folder holds something else, or cannot be written.
        """
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
    def open(cls, root: Path) -> "Parts":
        """Open a record that exists.

        Raises:
            RecordError: There is none, or its layout is one we do not know.
        """
        try:
            layout = (root / MARK).read_text()
        except OSError:
            raise RecordError(f"no record at {root}; `dragoman add FILES --to {root}` makes one") from None
        if layout != LAYOUT:
            raise RecordError(f"{root} says {layout.strip()!r}; this dragoman reads {LAYOUT.strip()!r}")
        return cls(root)

    def path(self, kind: str, shard: str, stem: str) -> Path:
        """Say where a part lies, or would lie; `stem` is STAGE-FINGERPRINT."""
        return self.root / kind / f"{shard}--{stem}.parquet"

    def shards(self) -> list[str]:
        """List the shards in the order of their names."""
        return sorted({path.name.split("--")[0] for path in (self.root / "raws").glob("*--*.parquet")})

    def of_shard(self, kind: str, shard: str) -> list[Path]:
        """List all parts of a kind that a shard has, of whatever fingerprint, oldest first."""
        return sorted(
            (self.root / kind).glob(f"{shard}--*.parquet"), key=lambda path: (path.stat().st_mtime_ns, path.name)
        )

    def of_kind(self, kind: str) -> list[Path]:
        """List all parts of a kind."""
        return sorted((self.root / kind).glob("*.parquet"))

    def write(self, kind: str, shard: str, stem: str, rows: Iterable[Row]) -> Path:
        """Write one part; it stands whole under its name or not at all."""
        path = self.path(kind, shard, stem)
        draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
        try:
            path.parent.mkdir(exist_ok=True)
            pq.write_table(table_of(KINDS[kind], rows), draft, compression="zstd", row_group_size=ROWS_IN_GROUP)
            note = draft.with_suffix(".note.draft")
            note.write_text(sha256_of(draft.read_bytes()))
            note.replace(digest_of(path))
            draft.replace(path)
        except OSError as fault:
            raise RecordError(f"cannot write {path}: {fault.strerror}; what was finished before is kept") from None
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        return path

    def sweep(self) -> None:
        """Remove drafts that a killed process left behind."""
        for draft in self.root.glob("*/.*.draft"):
            owner = _OWNER.search(draft.name)
            if owner is None or not _alive(int(owner.group(1))):
                draft.unlink(missing_ok=True)


def digest_of(path: Path) -> Path:
    """Say where the SHA-256 of a part is noted; it is written before the part takes its name."""
    return path.with_suffix(".sha256")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def write_all(parts: Parts, shard: str, stem: str, rows: Mapping[str, list[Row]], mark: str) -> None:
    """Write what a stage gave, kind by kind, the kind that marks completion last, even when empty."""
    for kind in sorted(rows):
        if kind != mark and rows[kind]:
            parts.write(kind, shard, stem, rows[kind])
    parts.write(mark, shard, stem, rows.get(mark, []))


def empty(kind: str) -> object:
    """Give an empty table of a kind, for a record that has no such part yet."""
    return schema_of(KINDS[kind]).empty_table()
