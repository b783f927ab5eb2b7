"""Files of every kind, made on the spot; every sentence is our own."""

import gzip
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dragoman.intake import Limits, open_all
from dragoman.records import Raw, Refusal

STORY = "The foreign ministers of the two states met in the capital on Monday. They agreed to reopen the border."
PAGE = f"<!DOCTYPE html><html><head><title>Ministers meet</title></head><body><h1>Ministers meet</h1><p>{STORY}</p></body></html>"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour Post</title><language>en</language>
<item><title>Ministers meet</title><link>https://harbour.example/a1</link>
<pubDate>Thu, 07 Apr 2016 23:10:00 +0330</pubDate><author>Ana Reed</author>
<description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item>
<item><title>Fish & chips</title><link>https://harbour.example/a2</link><description>{STORY}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><id>urn:x</id><updated>2016-04-08T00:00:00Z</updated>
<entry><id>urn:1</id><title>Ministers meet</title><link href="https://harbour.example/a1"/><updated>2016-04-08T01:00:00+09:00</updated>
<content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example"><title>Harbour Post</title></channel>
<item rdf:about="https://harbour.example/a1"><title>Ministers meet</title><link>https://harbour.example/a1</link>
<dc:date>2016-04-07T10:00:00+03:30</dc:date><description>{STORY}</description></item></rdf:RDF>"""

Opened = tuple[list[Raw], list[Refusal]]
Open = Callable[..., Opened]


def rows(many: int = 2) -> list[dict[str, str]]:
    return [{"title": f"Ministers meet, part {i}", "body": STORY, "date": "2016-04-07"} for i in range(1, many + 1)]


def jsonl(many: int = 2) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows(many))


def warc_record(uri: str, body: bytes, headers: Mapping[str, str] | None = None, status: str = "200 OK") -> bytes:
    given = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    http = (
        f"HTTP/1.1 {status}\r\n".encode()
        + b"".join(f"{k}: {v}\r\n".encode() for k, v in given.items())
        + b"\r\n"
        + body
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2016-04-07T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(len(uri))}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def gzipped(content: bytes) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(content)
    return out.getvalue()


def split(targets: Sequence[str | Path], **said: object) -> Opened:
    fields = said.pop("fields", {})
    limits = said.pop("limits", Limits())
    stdin = said.pop("stdin", None)
    items = list(open_all([str(t) for t in targets], fields=fields, limits=limits, stdin=stdin))  # type: ignore[arg-type]
    return [item for item in items if isinstance(item, Raw)], [item for item in items if isinstance(item, Refusal)]
