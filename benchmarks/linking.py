"""People told apart: whom each name in a text means, against Wikidata ids.

    python benchmarks/linking.py FILE [--half first|second] [--holders IDS] [--predict OUT] [--errors N]

FILE is a JSONL file in ELEVANT's form: a text a line, `labels` (or `entity_mentions`) with `span`,
`entity_id` and `type`, and the stretch `evaluation_span` that was annotated. A person is a label of
type Q215627; a prediction is right when span and id both are. Only names count, not pronouns.

Who holds or held an office is told by our own table, or by a file of ids, one a line (`--holders`).
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.lexicon.people import person
from dragoman.reading.entities import read_entities
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.tagging import Tagger, tag_report
from dragoman.records import Parse, Report, Zone, sha256_of
from dragoman.settings import Reading
from dragoman.stages import parser_of, tagger_of

Named = tuple[int, int, str]
PERSON = "Q215627"
SPOKEN = frozenset({"pronoun"})


def texts(path: Path, half: str) -> Iterator[dict[str, Any]]:
    """Yield the texts of a file: all, or every other one, beginning with the first or the second."""
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from map(json.loads, lines if half == "all" else lines[half == "second" :: 2])


def gold_of(text: dict[str, Any]) -> set[Named]:
    """Give the people a text is annotated with."""
    low, high = text.get("evaluation_span") or (0, len(text["text"]))
    return {
        (label["span"][0], label["span"][1], label["entity_id"])
        for label in text.get("labels") or text.get("entity_mentions") or ()
        if PERSON in str(label.get("type")).split("|") and low <= label["span"][0] < high
        if str(label["entity_id"]).startswith("Q")
    }


def laid_out(text: dict[str, Any], reading: Reading) -> tuple[Report, tuple[Zone, ...], Parse]:
    """Parse a text as one story, published on the day its title begins with, if it does."""
    words = text["text"]
    day = str(text.get("title") or "")[:8]
    stated = f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == len("yyyymmdd") and day.isdigit() else None
    report = Report(
        id=str(text["id"]),
        raw="",
        uri=str(text["id"]),
        published=stated,
        text=words,
        text_sha256=sha256_of(words.encode()),
    )
    zones = (Zone(report=report.id, start=0, end=len(words), kind="story", rule="benchmark"),)
    return report, zones, parse_report(report, zones, parser_of(reading))


def predicted(report: Report, zones: tuple[Zone, ...], parse: Parse, tagger: Tagger | None) -> set[Named]:
    """Give the people we name by a Wikidata id."""
    tags = tag_report(report, zones, tagger) if tagger else None
    mentions, days = read_mentions(Page(report, zones, parse, tags=tags))
    known, links = read_entities(Page(report, zones, parse, mentions, days=days, tags=tags))
    wikidata = {entity.id: entity.wikidata for entity in known if entity.kind == "person"}
    places = {each.id: each for each in mentions if each.kind == "person" and each.rule not in SPOKEN}
    return {
        (places[link.mention].start, places[link.mention].end, identity)
        for link in links
        if link.mention in places and (identity := wikidata.get(link.entity or ""))
    }


def figures(counts: Counter[str]) -> str:
    """Word precision, recall and F1."""
    precision, recall = counts["right"] / max(1, counts["said"]), counts["right"] / max(1, counts["wanted"])
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{100 * precision:6.1f} {100 * recall:6.1f} {100 * mean:6.1f}   of {counts['wanted']} wanted, {counts['said']} said"


def main() -> None:
    """Print figures for all people, and for those who hold or held an office."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--half", choices=("all", "first", "second"), default="all")
    arguments.add_argument("--holders", type=Path, help="ids of those who hold or held an office, one a line")
    arguments.add_argument("--predict", type=Path, help="write our links as JSON lines with offsets")
    arguments.add_argument("--errors", type=int, default=0, help="print so many errors of each kind")
    arguments.add_argument("--tagger", default=Reading().tagger, help="catalogue name of a network, or `none`")
    given = arguments.parse_args()
    reading = Reading(tagger=given.tagger)
    tagger = tagger_of(reading)
    holders = frozenset(given.holders.read_text(encoding="utf-8").split()) if given.holders else None
    everybody, officials = Counter[str](), Counter[str]()
    errors: list[str] = []
    lines: list[str] = []
    spent = 0.0
    for text in texts(given.path, given.half):
        gold, laid = gold_of(text), laid_out(text, reading)
        low, high = text.get("evaluation_span") or (0, len(text["text"]))
        begun = time.process_time()
        found = {one for one in predicted(*laid, tagger) if low <= one[0] < high}
        spent += time.process_time() - begun
        held = {one for one in gold if (one[2] in holders if holders is not None else person(one[2]) is not None)}
        for counts, wanted in ((everybody, gold), (officials, held)):
            counts.update(right=len(found & wanted), said=len(found), wanted=len(wanted))
        errors += [f"wrong  {_around(text['text'], one)}" for one in sorted(found - gold)]
        errors += [f"missed {_around(text['text'], one)}" for one in sorted(held - found)]
        lines += [json.dumps({"id": text["id"], "start": s, "end": e, "entity": q}) for s, e, q in sorted(found)]
    print(f"read in {spent:.1f} CPU seconds, the parse left out")
    print(f"{'':26}precision recall F1")
    print(f"{'all people':26}{figures(everybody)}")
    print(f"{'who hold or held office':26}{figures(officials)}")
    for error in errors[:: max(1, len(errors) // given.errors)] if given.errors else ():
        print(error)
    if given.predict:
        given.predict.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _around(text: str, named: Named) -> str:
    start, end, identity = named
    known = person(identity)
    who = f"{identity} {known.name if known else ''}"
    return f"{who:32} {text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")


if __name__ == "__main__":
    main()
