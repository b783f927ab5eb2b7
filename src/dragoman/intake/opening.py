"""Targets opened one after another, whatever they are."""

import io
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from msgspec.structs import replace

from dragoman.errors import Refused
from dragoman.intake.archives import open_tar, open_zip
from dragoman.intake.feeds import open_feed
from dragoman.intake.folders import code_of, is_folder, walk
from dragoman.intake.rows import open_json, open_lines, open_parquet, open_table, refuse_unknown
from dragoman.intake.sniffing import HEAD, kind_of
from dragoman.intake.sources import Asked, Item, Limits, Source, raw_of, read_whole, refusal, refused
from dragoman.intake.unpacking import packing_of, unpack
from dragoman.intake.warcs import open_warc
from dragoman.records import Refusal
from dragoman.settings import is_record

STDIN = "-"
_SCHEMES = ("http://", "https://")  # as in `addresses`, which is not opened for the look of a name
_ROWS = {
    "jsonl": open_lines,
    "json": open_json,
    "csv": open_table,
    "parquet": open_parquet,
    "feed": open_feed,
    "warc": open_warc,
}
_MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}


def open_all(
    targets: Sequence[str],
    *,
    fields: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
) -> Iterator[Item]:
    """Open files, folders, archives, tables, feeds, addresses and standard input, one article at a time.

    Args:
        targets: Paths, http(s) addresses, or `-` for standard input, opened in this order.
        fields: Our field to its key in rows of JSON, CSV or Parquet; it goes before what is guessed.
        stdin: What `-` reads.
        limits: How much is taken in.

    Yields:
        Raws, and a refusal for whatever cannot be opened; folders in the order of names.
    """
    asked = Asked(fields or {}, limits or Limits())
    for target in targets:
        try:
            refuse_unknown(asked.fields)
            yield from _open_target(target, stdin, asked)
        except Refused as reason:
            yield refused(target, reason)


def _open_target(target: str, stdin: BinaryIO | None, asked: Asked) -> Iterator[Item]:
    if target == STDIN:
        if stdin is None:
            raise Refused("missing", "nothing is given on standard input")
        yield from open_source(Source(uri=STDIN, name="", stream=stdin), asked)
    elif target.lower().startswith(_SCHEMES):
        from dragoman.intake.addresses import fetched  # noqa: PLC0415 - brings the whole of HTTP and TLS

        with fetched(target, asked.limits) as source:
            yield from open_source(source, asked)
    elif is_record(Path(target)):
        raise Refused("record", "this is a record; name the reports it was made from")
    elif is_folder(Path(target)):
        for path in walk(Path(target)):
            yield from [path] if isinstance(path, Refusal) else _open_file(path, asked)
    else:
        yield from _open_file(Path(target), asked, named=True)


def _open_file(path: Path, asked: Asked, *, named: bool = False) -> Iterator[Item]:
    """Open a file; a pipe only if the user named it, for one found in a folder may never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not (named and stat.S_ISFIFO(status.st_mode)):
            yield refusal(str(path), "not-a-file", "neither a file nor a folder; give one of these")
            return
        with path.open("rb") as stream:
            yield from open_source(Source(uri=str(path), name=path.name, stream=stream, size=status.st_size), asked)
    except (OSError, ValueError) as fault:
        code = code_of(fault) if isinstance(fault, OSError) else "missing"
        yield refusal(
            str(path),
            code,
            f"it cannot be opened ({getattr(fault, 'strerror', None) or fault}); check the path and its permissions",
        )


def open_source(source: Source, asked: Asked) -> Iterator[Item]:
    """Open one stream, looking into it to see what it is; what fails on the way is a refusal of its own."""
    try:
        yield from _opened(_peekable(source), asked)
    except Refused as reason:
        yield refused(source.uri, reason)


def _opened(source: Source, asked: Asked) -> Iterator[Item]:
    if source.depth > asked.limits.depth:
        raise Refused("bomb", f"archives within archives, over {asked.limits.depth} deep; unpack it yourself")
    head = source.stream.peek(HEAD)[:HEAD]  # type: ignore[attr-defined]
    if packing := packing_of(head):
        yield from open_source(unpack(source, packing, asked.limits), asked)
        return
    found = False
    for item in _articles(source, kind_of(head, source.name, source.media_type), asked):
        found = True
        yield item
    if not found:
        raise Refused("empty", "there is no article in it; see whether it is the file you mean")


def _articles(source: Source, kind: str, asked: Asked) -> Iterator[Item]:
    if kind in _ROWS:
        yield from _ROWS[kind](source, asked)
    elif kind == "zip":
        yield from open_zip(source, asked, open_source)
    elif kind == "tar":
        yield from open_tar(source, asked, open_source)
    else:
        yield raw_of(source, read_whole(source, asked.limits.item), _media_type(source, kind))


def _media_type(source: Source, kind: str) -> str:
    """Keep what the envelope says where it agrees, for the encoding beside it."""
    plain = _MEDIA_TYPES[kind]
    return source.media_type if source.media_type.lower().startswith(f"{plain};") else plain


def _peekable(source: Source) -> Source:
    """Give a stream whose first bytes can be looked at, `HEAD` of them even from a pipe."""
    return replace(
        source, stream=cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", _Filling(source.stream)), HEAD))
    )


class _Filling(io.RawIOBase):
    """Reads as much as is asked for, where pipes and sockets give what they have; seeks if the stream does."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._fault: Refused | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if self._fault:
            raise self._fault
        filled = 0
        while filled < len(buffer) and (content := self._some(len(buffer) - filled)):
            buffer[filled : filled + len(content)] = content
            filled += len(content)
        if self._fault and not filled:
            raise self._fault
        return filled

    def _some(self, size: int) -> bytes:
        """Read some bytes; a fault waits until what came before it has been handed on."""
        read = getattr(self._stream, "read1", self._stream.read)
        try:
            return cast("bytes", read(size))
        except Refused as fault:
            self._fault = fault
            return b""
