"""Points of place names in news, spans given: how many lie within 161 km, and what an answer costs.

    python benchmarks/places.py LGL.xml [MORE.xml ...] [--half 0|1] [--predict OUT] [--errors N] [--oracle]

Each file is in the form of LGL: `article` with `text`, `toponym` with `start`, `end`, `phrase` and either
`gaztag` (`geonameid`, `lat`, `lon`) or `lat` and `lon`. All gold points count, answered or not; the right GeoNames
id counts as 0 km, for countries have no one middle. `--half` keeps one half: of the outlets where the
articles name their feed, else of the articles. `--predict` writes a JSON object a line: corpus, doc, start,
end, lat, lon, geonameid.
"""

import argparse
import json
import math
import resource
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.lexicon.outlets import outlet_at
from dragoman.lexicon.places import Spot, spots
from dragoman.reading.placing import Choice, place_names

NEAR = 161.0
EARTH = 6371.0
DRIFT = 60  # code points by which offsets of a file may be off
MEGABYTE = 1024


HOMES = {"au": "AUS", "ca": "CAN", "ie": "IRL", "in": "IND", "nz": "NZL", "uk": "GBR", "za": "ZAF"}


class Gold(NamedTuple):
    """A name as annotated, where it stands in the text as read, and its point if the annotators gave one."""

    start: int
    end: int
    found: tuple[int, int]
    lat: float | None
    lon: float | None
    geonames: str | None


class Article(NamedTuple):
    """An article with its names of places by start, and its outlet's country where the address says so."""

    doc: str
    feed: str
    home: str | None
    text: str
    names: tuple[Gold, ...]


class Tally:
    """What was right so far."""

    def __init__(self) -> None:
        self.kilometres: list[float | None] = []
        self.exact = 0
        self.reachable = 0
        self.names = 0
        self.seconds = 0.0

    def line(self, label: str) -> str:
        """Give the figures on one line."""
        answered = [gap for gap in self.kilometres if gap is not None]
        near = sum(gap <= NEAR for gap in answered)
        every = max(len(self.kilometres), 1)
        return (
            f"{label:<16}{len(self.kilometres):>7,}{100 * near / every:>9.1f}"
            f"{100 * near / max(len(answered), 1):>10.1f}{100 * self.exact / every:>8.1f}"
            f"{100 * self.reachable / every:>8.1f}{sum(answered) / max(len(answered), 1):>9.0f}"
            f"{100 * len(answered) / every:>10.1f}{1000 * self.seconds / max(self.names, 1):>9.2f}"
        )


def articles(path: Path) -> Iterator[Article]:
    """Read a file of the form of LGL."""
    for number, article in enumerate(ET.parse(path).iter("article")):  # noqa: S314 - a file the caller chose
        text = article.findtext("text") or ""
        names = sorted((gold_of(text, toponym) for toponym in article.iter("toponym")), key=lambda name: name.found)
        unique = {name.found: name for name in names}
        doc = article.get("docid") or str(number)
        feed, home = article.findtext("feedid") or str(number), home_of(article.findtext("domain") or "")
        yield Article(doc, feed, home, text, tuple(unique.values()))


def home_of(domain: str) -> str | None:
    """Give the country of an outlet that the product lists, or of its domain."""
    outlet = outlet_at(domain) if domain else None
    return outlet.country if outlet else HOMES.get(domain.strip().rpartition(".")[2])


def gold_of(text: str, toponym: ET.Element) -> Gold:
    """Read one annotated name; offsets that have drifted are set right by the phrase."""
    tag = toponym.find("gaztag")
    start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
    phrase = toponym.findtext("phrase") or text[start:end]
    here = min(
        range(start - DRIFT, start + DRIFT), key=lambda at: (not text.startswith(phrase, max(at, 0)), abs(at - start))
    )
    found = (here, here + len(phrase)) if here >= 0 and text.startswith(phrase, here) else (start, end)
    holder = toponym if tag is None else tag
    lat, lon = holder.findtext("lat"), holder.findtext("lon")
    return Gold(
        start,
        end,
        found,
        float(lat) if lat else None,
        float(lon) if lon else None,
        tag.get("geonameid") if tag is not None else None,
    )


def gap(spot: Spot, gold: Gold) -> float | None:
    """Give the kilometres from a place to the gold point; 0 where the ids agree."""
    if str(spot.id) == gold.geonames:
        return 0.0
    if spot.lat is None or spot.lon is None or gold.lat is None or gold.lon is None:
        return None
    p1, p2 = math.radians(spot.lat), math.radians(gold.lat)
    half = (
        math.sin((p2 - p1) / 2) ** 2
        + math.cos(p1) * math.cos(p2) * math.sin(math.radians(gold.lon - spot.lon) / 2) ** 2
    )
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def count(article: Article, choices: list[Choice | None], tally: Tally) -> Iterator[tuple[Gold, Choice | None]]:
    """Count an article's answers and yield those that are far off."""
    for gold, choice in zip(article.names, choices, strict=True):
        tally.names += 1
        if gold.lat is None:
            continue
        off = gap(choice.spot, gold) if choice else None
        tally.kilometres.append(off)
        tally.exact += choice is not None and str(choice.spot.id) == gold.geonames
        gaps = [gap(spot, gold) for spot in spots(article.text[slice(*gold.found)])]
        tally.reachable += any(each is not None and each <= NEAR for each in gaps)
        if off is None or off > NEAR:
            yield gold, choice


def prediction(corpus: str, article: Article, gold: Gold, choice: Choice) -> str:
    """Give an answer as a line of JSON."""
    spot = choice.spot
    answer = {
        "corpus": corpus,
        "doc": article.doc,
        "start": gold.start,
        "end": gold.end,
        "lat": spot.lat,
        "lon": spot.lon,
    }
    return json.dumps(answer | {"geonameid": str(spot.id)})


def is_in_half(article: Article, half: int | None) -> bool:
    """Tell whether an article is of the half asked for."""
    return half is None or int(article.feed) % 2 == half


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--predict", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show")
    asked = parser.parse_args()
    lines: list[str] = []
    head = ("points", "@161 all", "answered", "exact", "oracle", "mean km", "answers", "ms/name")
    print(
        f"{'':<16}" + "".join(f"{word:>{width}}" for word, width in zip(head, (7, 9, 10, 8, 8, 9, 10, 9), strict=True))
    )
    for path in asked.corpora:
        corpus = {"lgl": "LGL"}.get(path.stem, path.stem)
        tally, shown = Tally(), 0
        for article in articles(path):
            if not is_in_half(article, asked.half):
                continue
            begun = time.process_time()
            choices = place_names(article.text, [name.found for name in article.names], article.home)
            tally.seconds += time.process_time() - begun
            for gold, choice in count(article, choices, tally):
                if shown < asked.errors:
                    show(article, gold, choice)
                    shown += 1
            lines += [prediction(corpus, article, g, c) for g, c in zip(article.names, choices, strict=True) if c]
        print(tally.line(corpus))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE:,.0f} MB")
    if asked.predict:
        asked.predict.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def show(article: Article, gold: Gold, choice: Choice | None) -> None:
    """Print an error with its words."""
    words = " ".join(article.text[max(0, gold.found[0] - 50) : gold.found[1] + 40].split())
    meant = f"{gold.geonames} {gold.lat:.1f},{gold.lon:.1f}" if gold.lat is not None and gold.lon is not None else ""
    spot = choice.spot if choice else None
    given = f"{spot.id} {spot.name} {spot.country} {spot.precision} {choice.score}" if spot and choice else "nothing"
    print(f"{article.doc} [{article.text[slice(*gold.found)]}] meant {meant}, given {given} | {words}")


if __name__ == "__main__":
    main()
