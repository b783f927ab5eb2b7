"""Web archives: a raw for each response with a page or text, as it was served."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec.structs import replace

from dragoman.errors import Refused
from dragoman.intake.sources import MIB, Asked, Item, Source, raw_of, refusal

_TEXTS = frozenset(("text/html", "text/plain", "application/xhtml+xml"))
_GOOD = range(200, 300)
_UNNAMED = "text/html"


def open_warc(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each response whose payload is a page or text, at its own address and time."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only for web archives

    kinds = WarcRecordType.response | WarcRecordType.resource
    stream = _Forward(source.stream)
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=False, stream_detect=False):
            number += 1
            yield from _record(source, record, number, asked)
    except OSError as fault:
        raise Refused(
            "damaged", f"no web archive from record {number + 1} on ({fault}); what came before is kept"
        ) from None
    if stream.fault:
        raise stream.fault


def _record(source: Source, record: Any, number: int, asked: Asked) -> Iterator[Item]:
    uri = (record.headers.get("WARC-Target-URI") or f"{source.uri}#record={number}").strip("<>")
    if record.content_length > asked.limits.item:
        yield refusal(uri, "too-large", f"a record of over {asked.limits.item // MIB} MB")
        return
    length = record.content_length
    block = record.reader.read(length)
    if len(block) < length:
        yield refusal(uri, "truncated", "the archive ends inside this record; fetch it again for the rest")
        return
    try:
        opened = _payload(record, block, asked)
    except OSError as fault:
        yield refusal(uri, "damaged", f"its HTTP response cannot be decoded ({fault})")
        return
    if opened:
        media_type, payload = opened
        yield raw_of(replace(source, uri=uri, fetched_at=record.record_date), payload, media_type)


def _payload(record: Any, block: bytes, asked: Asked) -> tuple[str, bytes] | None:
    """Take the HTTP envelope off; None for what is no page, not there, or empty."""
    media_type = (record.headers.get("Content-Type") or "").strip()
    payload = block
    if media_type.startswith("application/http"):
        record.set_bytes_content(block)
        record.parse_http(auto_decode="all")
        if record.http_headers is None or record.http_headers.status_code not in _GOOD:
            return None
        media_type = (record.http_headers.get("Content-Type") or _UNNAMED).strip()
        payload = record.reader.read(asked.limits.item + 1)
    plain = media_type.partition(";")[0].strip().lower()
    return (media_type, payload) if plain in _TEXTS and 0 < len(payload) <= asked.limits.item else None


class _Forward:
    """A stream as fastwarc wants it: it asks where it is, never truly goes back, and reads ahead of its records.

    A fault is therefore held, as an end, until the records before it have been given.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.fault: Refused | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            content = b"" if self.fault else self._stream.read1(size)  # type: ignore[attr-defined]
        except Refused as fault:
            self.fault = fault
            return b""
        self._at += len(content)
        return content

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """Leave closing to whoever opened it."""

    def seek(self, _offset: int, _whence: int = 0) -> int:
        return self._at
