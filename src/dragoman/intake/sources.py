"""A stream of bytes on its way in, and the rows it becomes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import Refused
from dragoman.records import Field, Raw, Refusal, sha256_of

STAGE = "intake"
MIB = 1024 * 1024

Item = Raw | Refusal


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """How much is taken in before something is refused as too large or as a bomb.

    Args:
        item: Bytes of one text, page, feed or record.
        line: Bytes of one line or row of a table.
        held: Bytes of an archive or table inside another file, which has to be held in memory.
        ratio: Times by which a compressed file may grow; counts from `slack` bytes on.
        slack: Bytes that may come out of any compressed file whatever its ratio.
        total: Bytes that may come out of one target in all.
        members: Members of one archive.
        depth: Archives within archives.
        seconds: Time to wait for an answer from an address.
        redirects: Times an address may send on to another.
    """

    item: int = 20 * MIB
    line: int = 20 * MIB
    held: int = 256 * MIB
    ratio: int = 300
    slack: int = 8 * MIB
    total: int = 64 * 1024 * MIB
    members: int = 1_000_000
    depth: int = 4
    seconds: float = 30
    redirects: int = 5


class Asked(Struct, frozen=True):
    """What the user said of the input: our field to its key, and the limits."""

    fields: Mapping[str, str]
    limits: Limits


class Source(Struct, frozen=True, kw_only=True):
    """A stream to be read once, front to back.

    Args:
        uri: Where it is: a path or address, with a fragment for what lies inside another.
        name: File name, for what its suffix tells.
        stream: Open for reading bytes.
        media_type: As an envelope states it, or empty.
        fetched_at: When it was fetched, if a fetch or an archive says so.
        depth: Archives it lies in.
        size: Bytes it has, where known.
    """

    uri: str
    name: str
    stream: BinaryIO
    media_type: str = ""
    fetched_at: datetime | None = None
    depth: int = 0
    size: int | None = None

    def inner(self, part: str, stream: BinaryIO, name: str) -> "Source":
        """Give what lies inside this under a name; `part` is empty for the same thing unpacked."""
        uri = f"{self.uri}{'#' if '#' not in self.uri else '!'}{part}" if part else self.uri
        return replace(self, uri=uri, name=name, stream=stream, depth=self.depth + 1, size=None)


def raw_of(source: Source, content: bytes, media_type: str, part: str = "", fields: tuple[Field, ...] = ()) -> Raw:
    """Put a file, or a part of one, down as received."""
    uri = f"{source.uri}{'#' if '#' not in source.uri else '!'}{part}" if part else source.uri
    return Raw(
        id=sha256_of(content),
        uri=uri,
        fetched_at=source.fetched_at,
        media_type=media_type,
        fields=fields,
        bytes=content,
    )


def refusal(uri: str, code: str, detail: str) -> Refusal:
    """Say that something cannot be taken in."""
    return Refusal(stage=STAGE, uri=uri, code=code, detail=detail)


def refused(uri: str, reason: Refused) -> Refusal:
    """Put a refusal raised while opening down as a row."""
    return refusal(uri, reason.code, reason.detail)


def read_whole(source: Source, limit: int) -> bytes:
    """Read a stream to its end.

    Raises:
        Refused: `too-large`, when it is longer than the limit.
    """
    content = source.stream.read(limit + 1)
    if len(content) > limit:
        raise Refused("too-large", f"more than {limit // MIB} MB; split it, or give it as JSONL, CSV or Parquet")
    return content


def lines_of(source: Source, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines of a stream by number from 1, without their ends; None for one over the limit."""
    number = 0
    while line := source.stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := source.stream.readline(MIB)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")
