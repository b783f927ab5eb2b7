"""Compressed streams read through, watched for bombs; several streams set end to end are one."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from dragoman.errors import Refused
from dragoman.intake.sources import MIB, Limits, Source

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b\x08", "gz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_SUFFIXES = frozenset((".gz", ".zst", ".bz2", ".xz"))
_DAMAGED = (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError)
BUFFER = MIB
_PIECE = 1024


def packing_of(head: bytes) -> str | None:
    """Name the compression of a stream by its first bytes."""
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


def unpack(source: Source, packing: str, limits: Limits) -> Source:
    """Give the stream inside a compressed one; reading it raises Refused `truncated`, `damaged` or `bomb`."""
    packed = _Counted(source.stream)
    opened = _OPENERS[packing](cast("BinaryIO", packed))
    stream = cast("BinaryIO", io.BufferedReader(_Watched(opened, packed, limits), BUFFER))
    path = PurePosixPath(source.name)
    return source.inner("", stream, path.stem if path.suffix.lower() in _SUFFIXES else path.name)


def watched(stream: BinaryIO, packed: int, limits: Limits) -> BinaryIO:
    """Watch a member of an archive whose packed size is known."""
    return cast("BinaryIO", io.BufferedReader(_Watched(stream, _Known(packed), limits), BUFFER))


class _Zst:
    """Frames of Zstandard end to end; unlike the library's reader it tells when the last is cut short."""

    def __init__(self, stream: BinaryIO) -> None:
        import zstandard  # noqa: PLC0415 - only for .zst

        self._stream = stream
        self._begin = zstandard.ZstdDecompressor(max_window_size=2**31).decompressobj
        self._frame: Any = None
        self._rest = b""

    def read1(self, _size: int) -> bytes:
        """Unpack some more; a small piece at a time, for a bomb grows a thousandfold in one call."""
        while packed := self._rest or self._stream.read(_PIECE):
            self._frame = self._frame or self._begin()
            content = self._frame.decompress(packed)
            self._rest = self._frame.unused_data
            if self._frame.eof:
                self._frame = None
            if content:
                return cast("bytes", content)
        if self._frame is not None:
            raise EOFError
        return b""


_OPENERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    "gz": lambda stream: cast("BinaryIO", gzip.GzipFile(fileobj=stream)),
    "bz2": lambda stream: cast("BinaryIO", bz2.BZ2File(stream)),
    "xz": lambda stream: cast("BinaryIO", lzma.LZMAFile(stream)),  # noqa: SIM115 - closes nothing of ours
    "zst": lambda stream: cast("BinaryIO", _Zst(stream)),
}


class _Known:
    """A packed size known beforehand."""

    def __init__(self, count: int) -> None:
        self.count = count


class _Counted(io.RawIOBase):
    """Counts what is read of a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        content = self._stream.read(size)
        self.count += len(content)
        return content

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        content = self.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)


class _Watched(io.RawIOBase):
    """Reads what is unpacked, turning damage into a refusal and stopping what grows beyond reason."""

    def __init__(self, opened: BinaryIO, packed: _Counted | _Known, limits: Limits) -> None:
        super().__init__()
        self._opened = opened
        self._packed = packed
        self._limits = limits
        self._given = 0
        self._over = b""  # a frame unpacked at once may give more than was asked for

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        content = self._over or self._read(min(len(buffer), BUFFER))
        content, self._over = content[: len(buffer)], content[len(buffer) :]
        buffer[: len(content)] = content
        self._given += len(content)
        self._stop_bomb()
        return len(content)

    def _read(self, size: int) -> bytes:
        try:
            return self._opened.read1(size)  # type: ignore[attr-defined,no-any-return] # what came before a fault is kept
        except Refused:
            raise
        except EOFError:
            detail = "the compressed file ends too soon; what came before is kept, fetch it again for the rest"
            raise Refused("truncated", detail) from None
        except _DAMAGED as fault:
            raise Refused("damaged", f"it cannot be unpacked ({fault}); fetch it again") from None
        except Exception as fault:
            if type(fault).__module__.startswith("zstandard"):
                raise Refused("damaged", f"it cannot be unpacked ({fault}); fetch it again") from None
            raise

    def _stop_bomb(self) -> None:
        grown = self._given > self._limits.slack and self._given > self._limits.ratio * max(1, self._packed.count)
        if grown or self._given > self._limits.total:
            detail = f"it grew from {self._packed.count:,} to over {self._given:,} bytes; unpack it yourself if that is right"
            raise Refused("bomb", detail)
