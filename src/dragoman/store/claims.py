"""Statements as schema.org `Claim`s in JSON-LD, one object a line."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import json

CONTEXT = ("https://schema.org", {"oa": "http://www.w3.org/ns/oa#"})
_TYPES = {"person": "Person", "body": "Organization", "place": "Place"}
_STATE = ("Country", "Organization")  # schema.org has authors be persons or organisations; here the state speaks
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_WEB = ("http://", "https://")


def write_claims(rows: Iterable[Mapping[str, Any]], out: Path) -> Path:
    """Write a claim a line into `claims.jsonl`.

    Args:
        rows: Rows of `export_claims.sql`.
        out: Folder that is there already.
    """
    path = out / "claims.jsonl"
    with path.open("wb") as sink:
        for row in rows:
            sink.write(json.encode(claim(row)) + b"\n")
    return path


def claim(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a statement as a claim: its words, its author, the report it appears in, and the code points it stands at.

    An author who is not resolved is left out, and the words that name the source stand as `creditText`. What schema.org
    has no term for, the place in the text, is said in the W3C's terms for annotations, which count code points as we do.
    """
    author = thing(row["speaker_id"], row["author_kind"], row["author"], row["author_wikidata"])
    known = row["speaker_id"] is not None and row["author_kind"] is not None
    published = iso(row["published"])
    return _stated(
        {
            "@context": CONTEXT,
            "@type": "Claim",
            "@id": f"urn:dragoman:statement:{row['id']}",
            "identifier": row["id"],
            "text": row["words"],
            "description": row["passage"],
            "author": author if known else None,
            "creditText": None if known else row["author"],
            "genre": row["act"],
            "dateCreated": iso(row["day"]),
            "datePublished": published,
            "about": [thing(one["id"], one["kind"], one["name"], one["wikidata"]) for one in row["about"] or ()],
            "appearance": appearance(row, published),
            "oa:hasTarget": target(row),
        }
    )


def appearance(row: Mapping[str, Any], published: str | None) -> dict[str, Any]:
    """Give the report a claim appears in."""
    address = row["uri"] if row["uri"].startswith(_WEB) else None
    return _stated(
        {
            "@type": "NewsArticle",
            "@id": f"urn:dragoman:report:{row['report']}",
            "url": address,
            "headline": row["title"],
            "publisher": {"@type": "Organization", "name": row["outlet"]} if row["outlet"] else None,
            "datePublished": published,
            "inLanguage": row["language"],
        }
    )


def target(row: Mapping[str, Any]) -> dict[str, Any]:
    """Say where in the report's text the words of a claim stand; the digest says which text is meant."""
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {
            "@type": "TextDigitalDocument",
            "@id": f"urn:dragoman:report:{row['report']}#text",
            "identifier": f"sha256:{row['text_sha256']}",
        },
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": one["start"], "oa:end": one["end"]}
            for one in row["contents"]
        ],
    }


def thing(identity: str | None, kind: str | None, name: str | None, wikidata: str | None) -> dict[str, Any]:
    """Give somebody or something spoken of, with its address at Wikidata where it has one."""
    return _stated(
        {
            "@type": _STATE if kind in {"state", "people"} else _TYPES.get(kind or "", "Thing"),
            "@id": f"urn:dragoman:entity:{identity}",
            "name": name,
            "sameAs": f"http://www.wikidata.org/entity/{wikidata}" if wikidata else None,
        }
    )


def iso(day: str | None) -> str | None:
    """Give a day as ISO 8601 where it is a day, a month or a year; an interval or a doubt is left out."""
    return day if day and _DAY.fullmatch(day) else None


def _stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
