"""A record that lies in an object store: its files fetched to a folder here, and what is written here sent there.

Parts never change, so a file fetched once is right for good, and whoever works on the record works on plain files.
"""

import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pyarrow import ArrowException, ArrowInvalid, fs

from dragoman.errors import RecordError

_WHOLE_AT_ONCE = frozenset({"s3", "gcs", "abfs"})  # what they are given appears whole or not at all
_SECRETS = re.compile(r"//[^/@]*@|(?<=\?).*")
_AT_ONCE = 8  # files fetched side by side
_OWN_TO_US = frozenset({"index", "gathered", "rates.json"})


def is_elsewhere(place: str | Path) -> bool:
    """Tell an address, such as `s3://bucket/record`, from a folder."""
    return "://" in str(place)


class Elsewhere:
    """The files of one record in an object store, or on any file system that pyarrow or fsspec speaks to.

    Args:
        address: Such as `s3://bucket/record`, `gs://bucket/record`, `hdfs://host/record`; what a store needs besides stands
            behind a question mark, as `?endpoint_override=host:9000&scheme=http`.

    Raises:
        RecordError: Nothing here speaks to such an address.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.shown = _SECRETS.sub(
            lambda found: "//" if found.group().startswith("//") else "…", address
        )  # an address may carry keys, which no message repeats
        try:
            self._store, self._root = _opened(address)
        except (ArrowException, OSError, ValueError, ImportError) as fault:
            raise RecordError(f"{self.shown} cannot be opened: {_first_line(fault)}") from None

    def mirror(self) -> Path:
        """Say in which folder here its files are kept."""
        kept = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        return Path(kept) / "dragoman" / blake2b(self.address.encode(), digest_size=8).hexdigest()

    def names(self) -> set[str]:
        """List its files by their names below its root."""
        return set(self.under(""))

    def under(self, folder: str) -> list[str]:
        """List the files in one of its folders, and in those below, by their names below its root."""
        place = self._at(folder) if folder else self._root
        found = self._tried(
            lambda: self._store.get_file_info(fs.FileSelector(place, allow_not_found=True, recursive=True))
        )
        root = len(self._root.strip("/"))
        names = (each.path.strip("/")[root:].lstrip("/") for each in found if each.type == fs.FileType.File)
        return sorted(name for name in names if not name.rpartition("/")[2].startswith("."))

    def among(self, names: Iterable[str]) -> list[str]:
        """Give those of some names that are there, in their order."""
        asked = list(names)
        found = self._tried(lambda: self._store.get_file_info([self._at(name) for name in asked]))
        return [name for name, each in zip(asked, found, strict=True) if each.type == fs.FileType.File]

    def fetch(self, names: Iterable[str], folder: Path) -> None:
        """Bring files here, those that are here already left as they are."""
        missing = [name for name in names if not (folder / name).exists()]
        with ThreadPoolExecutor(_AT_ONCE) as several:
            for _ in several.map(lambda name: _put(folder / name, self._tried(lambda: self._content(name))), missing):
                pass

    def send(self, folder: Path, names: Iterable[str]) -> None:
        """Put files there, in this order; each appears whole or not at all."""
        for name in names:
            content = (folder / name).read_bytes()
            self._tried(lambda name=name, content=content: self._write(name, content))

    def remove(self, names: Iterable[str]) -> None:
        """Remove files there, in this order."""
        for name in self.among(names):
            self._tried(lambda name=name: self._store.delete_file(self._at(name)))

    def catch_up(self, folder: Path) -> None:
        """Make a folder here hold what is there now; what is gone there goes here."""
        there = self.names()
        here = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        for name in sorted(here - there):
            if name.split("/")[0] not in _OWN_TO_US and not Path(name).name.startswith("."):
                (folder / name).unlink(missing_ok=True)
        changing = {name for name in there & here if not name.endswith((".parquet", ".sha256"))}
        for name in changing:
            (folder / name).unlink(missing_ok=True)
        self.fetch(sorted(there), folder)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _content(self, name: str) -> bytes:
        with self._store.open_input_stream(self._at(name)) as stream:
            return bytes(stream.read())

    def _write(self, name: str, content: bytes) -> None:
        path = self._at(name)
        whole = self._store.type_name in _WHOLE_AT_ONCE
        self._store.create_dir(path.rpartition("/")[0], recursive=True) if not whole else None
        draft = path if whole else f"{path.rpartition('/')[0]}/.{path.rpartition('/')[2]}.{os.getpid()}.draft"
        with self._store.open_output_stream(draft) as stream:
            stream.write(content)
        if draft != path:
            self._store.move(draft, path)

    def _tried(self, act: Any) -> Any:
        try:
            return act()
        except (OSError, ArrowException) as fault:
            raise RecordError(
                f"{self.shown}: {_first_line(fault)}; what was finished before is kept, run it again"
            ) from None


def _opened(address: str) -> tuple[Any, str]:
    """Open by pyarrow what it knows, by fsspec, where installed, the rest."""
    try:
        store, root = fs.FileSystem.from_uri(address)
    except ArrowInvalid:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - optional

        found, root = url_to_fs(address)
        store = fs.PyFileSystem(fs.FSSpecHandler(found))
    return store, root.rstrip("/")


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(content)
    draft.replace(path)


def _first_line(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0]
