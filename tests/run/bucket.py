"""A little server that speaks as much S3 as reading and writing a record takes; it holds its objects in memory."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase, BytesIO
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

PAGE = 50  # keys in a listing, to have it come in several


class Bucket(ThreadingHTTPServer):
    """A bucket called `news` on this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.objects: dict[str, bytes] = {}
        self.parts: dict[str, dict[int, bytes]] = {}

    def address(self, folder: str) -> str:
        """Give the address of a record in a folder of the bucket."""
        return (
            f"s3://key:secret@news/{folder}?endpoint_override=127.0.0.1:{self.server_port}&scheme=http&region=us-east-1"
            "&allow_bucket_creation=false"
        )

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Bucket

    def _key(self) -> tuple[str, dict[str, str]]:
        asked = urlsplit(self.path)
        named = {name: values[0] for name, values in parse_qs(asked.query, keep_blank_values=True).items()}
        return unquote(asked.path).lstrip("/").removeprefix("news").lstrip("/"), named

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") == "chunked":
            content = _joined(self.rfile)
        else:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        return _joined(BytesIO(content)) if "aws-chunked" in self.headers.get("Content-Encoding", "") else content

    def _answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def do_HEAD(self) -> None:
        key, _ = self._key()
        content = self.server.objects.get(key)
        if not key:
            self._answer(200)
        elif content is None:
            self._answer(404)
        else:
            self._answer(
                200, Content_Length=str(len(content)), Last_Modified="Sun, 01 Mar 2020 00:00:00 GMT", ETag='"0"'
            )

    def do_GET(self) -> None:
        key, named = self._key()
        if "list-type" in named:
            self._answer(200, self._listing(named), Content_Type="application/xml")
        elif key not in self.server.objects:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        else:
            self._piece(self.server.objects[key])

    def _piece(self, content: bytes) -> None:
        span = self.headers.get("Range")
        if not span:
            self._answer(200, content, ETag='"0"')
            return
        first, _, last = span.removeprefix("bytes=").partition("-")
        end = min(int(last) + 1 if last else len(content), len(content))
        self._answer(
            206, content[int(first) : end], Content_Range=f"bytes {first}-{end - 1}/{len(content)}", ETag='"0"'
        )

    def _listing(self, named: dict[str, str]) -> bytes:
        prefix, after = named.get("prefix", ""), named.get("continuation-token", named.get("start-after", ""))
        keys = [key for key in sorted(self.server.objects) if key.startswith(prefix) and key > after]
        shown = keys[: min(PAGE, int(named.get("max-keys", PAGE)))]
        more = f"<NextContinuationToken>{escape(shown[-1])}</NextContinuationToken>" if len(keys) > len(shown) else ""
        rows = "".join(
            f"<Contents><Key>{escape(key)}</Key><LastModified>2020-03-01T00:00:00.000Z</LastModified>"
            f"<Size>{len(self.server.objects[key])}</Size></Contents>"
            for key in shown
        )
        truncated = "true" if more else "false"
        return (
            f"<ListBucketResult><Name>news</Name><Prefix>{escape(prefix)}</Prefix><KeyCount>{len(shown)}</KeyCount>"
            f"<IsTruncated>{truncated}</IsTruncated>{more}{rows}</ListBucketResult>"
        ).encode()

    def do_PUT(self) -> None:
        key, named = self._key()
        content = self._body()
        if "partNumber" in named:
            self.server.parts.setdefault(named["uploadId"], {})[int(named["partNumber"])] = content
        elif key:
            self.server.objects[key] = content
        self._answer(200, ETag='"0"')

    def do_POST(self) -> None:
        key, named = self._key()
        self._body()
        if "uploads" in named:
            upload = f"{key}{len(self.server.parts)}"
            self.server.parts[upload] = {}
            told = f"<Key>{escape(key)}</Key><UploadId>{escape(upload)}</UploadId>"
            self._answer(200, f"<InitiateMultipartUploadResult>{told}</InitiateMultipartUploadResult>".encode())
        else:
            parts = self.server.parts.pop(named["uploadId"])
            self.server.objects[key] = b"".join(parts[number] for number in sorted(parts))
            self._answer(200, b"<CompleteMultipartUploadResult><ETag>0</ETag></CompleteMultipartUploadResult>")

    def do_DELETE(self) -> None:
        key, _ = self._key()
        self.server.objects.pop(key, None)
        self._answer(204)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _joined(stream: BufferedIOBase) -> bytes:
    """Put a body together that comes in pieces, each after its size; what trails the last one is left."""
    whole = b""
    while size := int(stream.readline().split(b";")[0], 16):
        whole += stream.read(size)
        stream.readline()
    while stream.readline().strip():
        pass
    return whole
