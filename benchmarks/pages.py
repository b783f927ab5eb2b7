"""Measure the reading of HTML pages against gold: body, day, title, authors, speed.

The folder is laid out as the parser tests of the fundus project (MIT): `COUNTRY/OUTLET_YYYY_MM_DD.html.gz`
beside `OUTLET.json`, whose entries in order are the gold of that outlet's pages by date, and `meta.info`
with their addresses. Body F1 is that of Zyte's article extraction benchmark: shingles of four words,
precision and recall averaged over pages, F1 of the two means.

Usage: python benchmarks/pages.py DIR [--predict OUT] [--worst N]
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from msgspec import Struct

from dragoman.reading.documents.language import language_of
from dragoman.reading.documents.pages import HtmlPage, read_page
from dragoman.reading.documents.text import text_of

_WORD = re.compile(r"\w+")
_SHINGLE = 4


class GoldPage(Struct, frozen=True):
    """A page and what it is known to say."""

    name: str
    html: bytes
    address: str | None
    body: str
    title: str
    authors: tuple[str, ...]
    day: str


class Score(Struct, frozen=True):
    """How a reading of one page compares with its gold; body as shares of all shingles."""

    name: str
    english: bool
    right: float
    extra: float
    missed: float
    title: bool
    day: bool
    authors: bool


def gold_pages(folder: Path) -> list[GoldPage]:
    """Open all pages with their gold, in the order of their names."""
    return [page for gold in sorted(folder.glob("*/*.json")) for page in _pages_of(gold)]


def _pages_of(gold: Path) -> list[GoldPage]:
    form = re.compile(re.escape(gold.stem) + r"_\d{4}_\d\d_\d\d\.html\.gz")
    files = sorted(path for path in gold.parent.iterdir() if form.fullmatch(path.name))
    addresses = json.loads((gold.parent / "meta.info").read_text())
    entries = json.loads(gold.read_text()).values()
    return [
        GoldPage(
            f"{gold.parent.name}/{path.name}",
            gzip.decompress(path.read_bytes()),
            addresses.get(path.name, {}).get("url"),
            "\n".join(_paragraphs(entry["body"])),
            entry["title"] or "",
            tuple(entry.get("authors") or ()),
            (entry["publishing_date"] or "")[:10],
        )
        for path, entry in zip(files, entries, strict=True)
    ]


def _paragraphs(body: dict[str, list[dict[str, list[str]]]]) -> list[str]:
    parts: list[str] = [str(text) for text in body.get("summary") or []]
    for section in body.get("sections") or []:
        parts += [*(section.get("headline") or []), *(section.get("paragraphs") or [])]
    return parts


def score(page: GoldPage, reading: HtmlPage) -> Score:
    """Compare one reading with its gold."""
    right, extra, missed = _shingle_shares(page.body, "\n".join(reading.paragraphs))
    return Score(
        name=page.name,
        english=language_of(page.body).code == "en",
        right=right,
        extra=extra,
        missed=missed,
        title=" ".join(page.title.split()) == " ".join((reading.title or "").split()),
        day=page.day == (reading.published.value if reading.published else ""),
        authors=set(page.authors) == set(reading.authors),
    )


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))


def _shingle_shares(gold: str, read: str) -> tuple[float, float, float]:
    true, found = _shingles(gold), _shingles(read)
    right, extra, missed = (true & found).total(), (found - true).total(), (true - found).total()
    total = right + extra + missed
    return right / total, extra / total, missed / total


def body_scores(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Give F1, precision and recall of the body."""
    precision = mean(one.right / (one.right + one.extra) for one in scores if one.right + one.extra)
    recall = mean(one.right / (one.right + one.missed) for one in scores)
    return 2 * precision * recall / (precision + recall), precision, recall


def _tell(label: str, scores: Sequence[Score]) -> None:
    f1, precision, recall = body_scores(scores)
    rates = {name: mean(getattr(one, name) for one in scores) for name in ("day", "title", "authors")}
    told = "  ".join(f"{name} {rate:.3f}" for name, rate in rates.items())
    print(f"{label:8} {len(scores):4} pages  body F1 {f1:.4f} (P {precision:.4f} R {recall:.4f})  {told}")


def _tell_worst(scores: Sequence[Score], many: int) -> None:
    for one in sorted(scores, key=lambda one: one.right)[:many]:
        print(f"  {one.name}: right {one.right:.2f} extra {one.extra:.2f} missed {one.missed:.2f}")


def main() -> None:
    """Read all pages, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predict", type=Path, help="write one JSON line per page here")
    parser.add_argument("--worst", type=int, default=0, help="name so many pages with the worst bodies")
    asked = parser.parse_args()
    pages = gold_pages(asked.folder)
    read_page("<body><p>Opens word lists and the libraries asked last, which is not reading.")
    begin = time.process_time()
    readings = [read_page(text_of(page.html), page.address) for page in pages]
    seconds = time.process_time() - begin
    scores = [score(page, reading) for page, reading in zip(pages, readings, strict=True)]
    _tell("English", [one for one in scores if one.english])
    _tell("all", scores)
    print(f"{len(pages) / seconds:.0f} pages a CPU-second")
    _tell_worst(scores, asked.worst)
    if asked.predict:
        _write(asked.predict, pages, readings)


def _write(path: Path, pages: Sequence[GoldPage], readings: Sequence[HtmlPage]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for page, reading in zip(pages, readings, strict=True):
            row = {
                "name": page.name,
                "title": reading.title,
                "authors": reading.authors,
                "day": reading.published.value if reading.published else None,
                "body": "\n\n".join(reading.paragraphs),
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
