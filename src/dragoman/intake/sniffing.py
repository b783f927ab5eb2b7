"""What a stream holds, by its first bytes first and its name second."""

import re
from pathlib import PurePosixPath

from dragoman.errors import Refused
from dragoman.lexicon.pages import column_of
from dragoman.reading.documents.text import decode, refuse_binary

HEAD = 65_536
_LOOKED_AT = 16_384
_TAR_MARK = slice(257, 262)
_PROLOGUE = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<([\w:-]+)", re.IGNORECASE | re.DOTALL)
_FEED_ROOTS = frozenset(("rss", "feed", "rdf:rdf", "channel"))
_PAGE_ROOTS = frozenset(("html", "head", "body"))
_DOCTYPE = re.compile(r"\s*(?:<\?[^>]*>\s*)?(?:<!--.*?-->\s*)*<!doctype\s+html", re.IGNORECASE | re.DOTALL)
_PAGE_TAGS = re.compile(r"</(?:p|div|a|span|li|table|title|h[1-6])>|<(?:br|p|div)\b[^>]*>", re.IGNORECASE)
_ENOUGH_TAGS = 3
_ROWS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv", ".tab": "csv",
}  # fmt: skip
_PAGES = frozenset((".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"))
_MEDIA = {
    "text/html": "html", "application/xhtml+xml": "html", "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
    "application/json": "json", "application/feed+json": "json", "text/csv": "csv", "text/tab-separated-values": "csv",
    "application/rss+xml": "feed", "application/atom+xml": "feed",
}  # fmt: skip


def kind_of(head: bytes, name: str, media_type: str = "") -> str:
    """Name what a stream holds: warc, zip, tar, parquet, jsonl, json, csv, feed, html or text.

    Raises:
        Refused: `empty`, `binary`, `undecodable` or `unknown-markup`.
    """
    if not head:
        raise Refused("empty", "there is nothing in it")
    if packed := _by_mark(head):
        return packed
    text = decode(_whole_letters(head)).lstrip("\ufeff")
    if not text.strip():
        raise Refused("empty", "there are only blanks in it")
    stated = _MEDIA.get(media_type.partition(";")[0].strip().lower(), "")
    return _by_look(text, PurePosixPath(name).suffix.lower(), stated)


def _by_mark(head: bytes) -> str | None:
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head[_TAR_MARK] == b"ustar":
        return "tar"
    refuse_binary(head)
    return None


def _whole_letters(head: bytes) -> bytes:
    """Cut a head at its last line, lest a letter of several bytes is cut in two."""
    return head[: head.rfind(b"\n") + 1] or head if len(head) == HEAD else head


def _by_look(text: str, suffix: str, stated: str) -> str:
    first = text.lstrip()[:1]
    if first == "<" and (root := _root(text, suffix)):
        return root
    if first in "{[" and (rows := _json_kind(text, suffix, stated)):
        return rows
    if suffix in _ROWS:
        return _ROWS[suffix]
    if stated in {"html", "csv", "jsonl"}:
        return stated
    if suffix in _PAGES or len(_PAGE_TAGS.findall(text, 0, _LOOKED_AT)) >= _ENOUGH_TAGS:
        return "html"
    return "csv" if _heads_columns(text) else "text"


def _root(text: str, suffix: str) -> str | None:
    """Tell feeds from pages by their outermost element."""
    if _DOCTYPE.match(text):
        return "html"
    match = _PROLOGUE.match(text)
    root = match[1].lower() if match else ""
    if root in _FEED_ROOTS:
        return "feed"
    if root in _PAGE_ROOTS or suffix in _PAGES or _PAGE_TAGS.search(text, 0, _LOOKED_AT):
        return "html"
    if text.lstrip().startswith("<?xml"):
        raise Refused(
            "unknown-markup", f"XML of <{root or '?'}>, neither a feed nor a page; give its text as JSONL or HTML"
        )
    return None


def _json_kind(text: str, suffix: str, stated: str) -> str | None:
    """Tell JSON lines from one JSON value; brackets open plain text too."""
    if _ROWS.get(suffix) == "jsonl" or stated == "jsonl":
        return "jsonl"
    opening = text.lstrip()
    line = opening.partition("\n")[0].rstrip()
    if opening.startswith("{"):
        whole = line.endswith("}") and len(line) > len("{}")
        follows = opening[len(line) :].lstrip()[:1]
        if whole and follows in {"{", ""}:
            return "jsonl"
        inner = opening[1:].lstrip()[:1]
        return "json" if inner in {'"', "}"} or suffix == ".json" else None
    inner = opening[1:].lstrip()[:1]
    return "json" if inner in {"{", "]"} or suffix == ".json" or stated == "json" else None


def _heads_columns(text: str) -> bool:
    """Tell a table without a telling name by a first line that names our columns, the text among them."""
    line = text.lstrip().partition("\n")[0]
    separator = max(",\t;|", key=line.count)
    names = [cell.strip().strip('"') for cell in line.split(separator)]
    known = {found[0] for cell in names if len(cell.split()) == 1 and (found := column_of(cell))}
    return len(names) > 1 and len(known) > 1 and "text" in known
