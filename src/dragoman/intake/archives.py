"""Zip and tar files, member by member: nothing is put on disk, names are only names."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from dragoman.errors import Refused
from dragoman.intake.sources import Asked, Item, Source, read_whole, refusal
from dragoman.intake.unpacking import BUFFER, watched

Opener = Callable[[Source, Asked], Iterator[Item]]
_OFFICE = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


def is_hidden(path: str) -> bool:
    """Tell whether a path leads through what is hidden, or is a system's own note."""
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in parts)


def open_zip(source: Source, asked: Asked, opened: Opener) -> Iterator[Item]:
    """Open the members of a zip file in the order of their names."""
    stream = source.stream if source.depth == 0 and source.stream.seekable() else None
    held = stream or cast("BinaryIO", io.BytesIO(read_whole(source, asked.limits.held)))
    try:
        archive = zipfile.ZipFile(held)
    except _DAMAGED as fault:
        raise Refused("damaged", f"it cannot be opened as a zip file ({fault}); fetch it again") from None
    with archive:
        members = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
        if {one.filename for one in members} & _OFFICE:
            raise Refused("binary", "this is an Office document, book or program; save its text or HTML first")
        if len(members) > asked.limits.members:
            raise Refused("bomb", f"{len(members):,} members; unpack it yourself if that is right")
        for member in members:
            if not is_hidden(member.filename):
                yield from _zip_member(source, archive, member, asked, opened)


def _zip_member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, asked: Asked, opened: Opener
) -> Iterator[Item]:
    inner = source.inner(member.filename, source.stream, PurePosixPath(member.filename).name)
    if member.flag_bits & _ENCRYPTED:
        yield refusal(inner.uri, "encrypted", "it needs a password; unpack it yourself")
        return
    try:
        with archive.open(member) as stream:
            inside = watched(cast("BinaryIO", stream), member.compress_size, asked.limits)
            yield from opened(source.inner(member.filename, inside, inner.name), asked)
    except _DAMAGED as fault:
        yield refusal(inner.uri, "damaged", f"it cannot be unpacked ({fault}); fetch the archive again")


def open_tar(source: Source, asked: Asked, opened: Opener) -> Iterator[Item]:
    """Open the files of a tar file in the order they lie in, without going back."""
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for number, member in enumerate(archive, 1):
                if number > asked.limits.members:
                    raise Refused("bomb", f"over {asked.limits.members:,} members; unpack it yourself if that is right")
                stream = archive.extractfile(member) if member.isreg() and not is_hidden(member.name) else None
                if stream is not None:
                    inside = cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", stream), BUFFER))
                    yield from opened(source.inner(member.name, inside, PurePosixPath(member.name).name), asked)
    except (tarfile.TarError, EOFError) as fault:
        raise Refused("truncated", f"the tar file breaks off ({fault}); what came before is kept") from None
