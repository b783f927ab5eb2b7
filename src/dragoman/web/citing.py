"""How to cite a fact: in a footnote, in BibTeX, for a program."""

import json
import re

from msgspec import Struct

from dragoman.api.grounds import Grounds

_SPECIAL = re.compile(r"([\\{}%&$#_^~])")
_TITLE = 300


class Citation(Struct, frozen=True, kw_only=True):
    """A fact cited.

    Args:
        text: For a footnote.
        bibtex: For a bibliography.
        json: For a program: an item of CSL-JSON.
    """

    text: str
    bibtex: str
    json: str


def citation_of(grounds: Grounds) -> Citation:
    """Cite the report a fact was read from, its words and its id."""
    report = grounds.report
    title, outlet = (report["title"] or "untitled report")[:_TITLE], report["outlet"] or "outlet not stated"
    digest = str(grounds.raw["sha256"])[:12]
    day = report["published"] or "no day stated"
    text = f"“{' '.join(grounds.passage.split())}” In: {title}, {outlet}, {day}. {report['uri']} (sha256 {digest}…; fact {grounds.row})"
    fields = {
        "title": title, "howpublished": outlet, "year": (report["published"] or "")[:4], "url": report["uri"] or "",
        "note": f"dragoman fact {grounds.row}, sha256 {grounds.raw['sha256']}",
    }  # fmt: skip
    days = [int(part) for part in (report["published"] or "").split("-") if part.isdecimal()]
    item = {
        "id": f"dragoman-{grounds.row}", "type": "article-newspaper", "title": title, "container-title": outlet,
        **({"issued": {"date-parts": [days]}} if days else {}), "URL": report["uri"], "abstract": " ".join(grounds.passage.split()), "note": fields["note"],
    }  # fmt: skip
    inner = ",\n".join(f"  {name} = {{{_SPECIAL.sub(_plain, value)}}}" for name, value in fields.items() if value)
    return Citation(
        text=text,
        bibtex=f"@misc{{dragoman-{grounds.row},\n{inner}\n}}",
        json=json.dumps(item, ensure_ascii=False, indent=1),
    )


def _plain(match: re.Match[str]) -> str:
    sign = match.group(1)
    return {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}.get(sign, "\\" + sign)
