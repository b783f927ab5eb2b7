"""Statements as annotations in the JSON format of Citron, the BBC's quote extractor: one file a report."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import json

Spans = list[dict[str, Any]]


def write_citron(rows: Iterable[Mapping[str, Any]], out: Path) -> Iterator[Path]:
    """Write a file for each report, in a folder named by the first two digits of its id.

    Args:
        rows: Rows of `export_citron.sql`.
        out: Folder that is there already.
    """
    for row in rows:
        path = out / row["id"][:2] / f"{row['id']}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(json.format(json.encode(annotation(row)), indent=2) + b"\n")
        yield path


def annotation(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a report with its quotes: text, quotes, coreference groups, and where all of it comes from.

    Source:
        github.com/bbc/citron, docs/data_format.md. What Citron has no place for stays out: statements without a cue,
        acts, addressees, subjects. Those who speak together are the sources of one quote.
    """
    text: str = row["text"]
    groups = mentions_of(row["named"] or (), text)
    return {
        "text": text,
        "quotes": [quote(each, groups, text) for each in row["quotes"]],
        "coreference_groups": [[span for _, span in group] for group in groups.values() if len(group) > 1],
        "source": {
            "application": "dragoman",
            **{name: row[name] for name in ("id", "uri", "title", "outlet", "published") if row[name]},
        },
    }


def mentions_of(named: Iterable[Mapping[str, Any]], text: str) -> dict[str, list[tuple[bool, dict[str, Any]]]]:
    """Gather the places that mean each speaker, in order; of two that overlap the first stands.

    Returns:
        For each entity its spans, each with whether it is a name and no pronoun or office.
    """
    found: dict[str, list[tuple[bool, dict[str, Any]]]] = {}
    for one in named:
        group = found.setdefault(one["entity"], [])
        if not group or group[-1][1]["end"] <= one["start"]:
            group.append((bool(one["full"]), span(one["start"], one["end"], text)))
    return found


def quote(
    said: Mapping[str, Any], groups: Mapping[str, list[tuple[bool, dict[str, Any]]]], text: str
) -> dict[str, Any]:
    """Give one quote; its coreferences are the first full name of each source that is not named on the spot."""
    sources = said["sources"] or ()
    spans = {(one["start"], one["end"]): span(one["start"], one["end"], text) for one in sources}
    names = (first_name(one, groups.get(one["entity"], ())) for one in sources)
    return {
        "id": said["id"],
        "confidence": round(said["score"], 4),
        "cue": span(said["cue_start"], said["cue_end"], text),
        "sources": list(spans.values()),
        "contents": [span(one["start"], one["end"], text) for one in said["contents"]],
        "coreferences": [name for name in names if name],
    }


def first_name(source: Mapping[str, Any], group: Iterable[tuple[bool, dict[str, Any]]]) -> dict[str, Any] | None:
    """Find where a source is named in full for the first time; None where its own words do so."""
    full = [place for is_name, place in group if is_name]
    longest = max((len(place["text"]) for place in full), default=0)
    first = next((place for place in full if len(place["text"]) == longest), None)
    if first is None or any(
        source["start"] <= place["start"] < source["end"] for place in full if len(place["text"]) == longest
    ):
        return None
    return first


def span(start: int, end: int, text: str) -> dict[str, Any]:
    """Give a stretch with its words."""
    return {"start": start, "end": end, "text": text[start:end]}
