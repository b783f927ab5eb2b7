"""RSS and Atom: a raw for each entry, as canonical JSON with its HTML."""

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.dates import parse_days
from dragoman.intake.rows import canonical
from dragoman.intake.sources import Asked, Item, Source, raw_of, read_whole, refusal
from dragoman.records import Field

_FIELDS = ("authors", "html", "language", "outlet", "published", "title", "url")
_CLOSINGS = (b"</rss>", b"</feed>", b"</rdf:rdf>", b"</channel>")
_TAIL = 512


def open_feed(source: Source, asked: Asked) -> Iterator[Item]:
    """Give a raw for each entry of a feed, the newest as they stand; a feed cut short gives what it has."""
    content = read_whole(source, asked.limits.item)
    feed = _parsed(content)
    number = 0
    for number, entry in enumerate(feed.entries, 1):
        row = _row(entry, feed.feed)
        if not row.get("html"):
            yield refusal(
                f"{source.uri}#entry={number}", "no-text", "the entry has a title at most; give its page instead"
            )
            continue
        fields = tuple(Field(name, asked.fields.get(name, name)) for name in _FIELDS if name in row)
        yield raw_of(source, canonical(row), "application/json", f"entry={number}", fields)
    tail = content[-_TAIL:].lower()
    if not any(closing in tail for closing in _CLOSINGS):
        detail = "the feed ends too soon; what came before is kept, fetch it again for the rest"
        yield refusal(f"{source.uri}#entry={number + 1}", "truncated", detail)


def _parsed(content: bytes) -> Any:
    import feedparser  # noqa: PLC0415 - heavy, and only for feeds

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its own, about the dates it maps
        return feedparser.parse(io.BytesIO(content))


def _row(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an entry states by our names; its longest text is the one."""
    texts = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    authors = [author["name"] for author in entry.get("authors", ()) if author.get("name")] or [entry.get("author", "")]
    row = {
        "authors": [name for name in authors if name],
        "html": max(texts, key=len),
        "id": entry.get("id"),
        "language": entry.get("language") or feed.get("language"),
        "outlet": entry.get("source", {}).get("title") or feed.get("title"),
        "published": _published(entry),
        "title": entry.get("title"),
        "url": entry.get("link"),
    }
    return {key: value for key, value in row.items() if value}


def _published(entry: Mapping[str, Any]) -> str | None:
    """Give the day as the entry words it, or as feedparser reads it where we cannot.

    RDF's dc:date is found under `updated` only; the wording keeps the local day, the reading is in UTC.
    """
    for name in ("published", "created", "updated"):
        stated, read = entry.get(name), entry.get(f"{name}_parsed")
        if stated and parse_days(stated):
            return str(stated)
        if read:
            return f"{read.tm_year:04}-{read.tm_mon:02}-{read.tm_mday:02}"
    return None
