"""Names found in news from everywhere, spans exact, beside the parser's own tagger in the same run.

    python benchmarks/names.py PATH [--tagger NAME|none] [--outlets PREFIX ...] [--files N] [--skip N] [--predict OUT]

PATH holds `annotated/*.tsv` (a token and its tag a line, BIO or BIOES, empty lines between
sentences) and `articles/*.txt`, each article as it stands, its address on the first line. Tags that
count: Person, Organization, Location and NORP; the last two are one class.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from dragoman.models import parser
from dragoman.reading.mentions import read_mentions
from dragoman.reading.page import Page
from dragoman.reading.parsing import parse_report
from dragoman.reading.tagging import tag_report
from dragoman.records import Mention, Parse, Report, Zone, sha256_of
from dragoman.settings import Reading
from dragoman.stages import tagger_of

Named = tuple[int, int, str]
GOLD = {"Person": "person", "Organization": "organisation", "Location": "location", "NORP": "location"}
TAGGER = {"PERSON": "person", "ORG": "organisation", "GPE": "location", "LOC": "location", "NORP": "location"}
OURS = {"person": "person", "body": "organisation", "state": "location", "people": "location", "place": "location"}
UNNAMED = frozenset({"pronoun", "pair", "description", "it", "side"})


def gold_of(annotated: Path, text: str, kinds: Mapping[str, str] = GOLD) -> set[Named]:
    """Lay the annotated tokens over the article and give the names of some kinds as code points."""
    names: set[Named] = set()
    here, start, kind = 0, -1, ""
    end = 0
    for line in [*annotated.read_text(encoding="utf-8").splitlines(), "\tO"]:
        token, _, tag = line.rpartition("\t")
        token, tag = token.strip(), tag.strip()
        mark, _, label = tag.partition("-")
        if start >= 0 and (mark not in {"I", "E"} or not line.strip()):
            names.add((start, end, kind))
            start = -1
        if not token:
            continue
        found = text.find(token, here, here + 400)
        if found < 0:
            start = -1
            continue
        here = end = found + len(token)
        start, kind = _opened(mark, kinds.get(label), (found, start), kind)
    return names


def _opened(mark: str, named: str | None, places: tuple[int, int], kind: str) -> tuple[int, str]:
    found, start = places
    if mark in {"B", "S"} and named is not None:
        return found, named
    return (start, kind) if mark in {"I", "E"} else (-1, kind)


def laid_out(article: Path) -> tuple[Report, tuple[Zone, ...], Parse]:
    """Parse an article below its first line."""
    text = article.read_text(encoding="utf-8")
    body = text.find("\n") + 1
    report = Report(id=article.name, raw="", uri=str(article), text=text, text_sha256=sha256_of(text.encode()))
    zones = (Zone(report=report.id, start=body, end=len(text), kind="story", rule="benchmark"),)
    return report, zones, parse_report(report, zones, parser("en_core_web_sm"))


def ours(mentions: tuple[Mention, ...]) -> set[Named]:
    """Give our names in the classes of the benchmark."""
    return {
        (each.start, each.end, OURS[each.kind])
        for each in mentions
        if each.kind in OURS and each.rule not in UNNAMED and not each.text.islower()
    }


def taggers(report: Report, parse: Parse) -> set[Named]:
    """Give the tagger's names, articles and possessive endings cut off."""
    return {named for named in _runs(report, parse) if named[0] < named[1]}


def _runs(report: Report, parse: Parse) -> Iterator[Named]:
    tokens = list(zip(parse.starts, parse.ends, parse.ents, parse.tags, strict=True))
    place = 0
    while place < len(tokens):
        start, end, ent, _ = tokens[place]
        place += 1
        if not ent.startswith("B-") or ent[2:] not in TAGGER:
            continue
        while place < len(tokens) and tokens[place][2] == f"I-{ent[2:]}":
            if tokens[place][3] != "POS":
                end = tokens[place][1]
            place += 1
        words = report.text[start:end]
        start += 4 if words.lower().startswith("the ") else 0
        yield start, end, TAGGER[ent[2:]]


def figures(counts: Counter[str], kind: str) -> str:
    """Word precision, recall and F1 of a class."""
    right, said, wanted = (counts[f"{kind}-{part}"] for part in ("right", "said", "wanted"))
    precision, recall = right / max(1, said), right / max(1, wanted)
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{100 * precision:6.1f} {100 * recall:6.1f} {100 * mean:6.1f}"


def count(counts: Counter[str], said: set[Named], wanted: set[Named]) -> None:
    """Count what was right of what was said and wanted, by class and in all."""
    for part, names in (("right", said & wanted), ("said", said), ("wanted", wanted)):
        for _, _, kind in names:
            counts[f"{kind}-{part}"] += 1
            counts[f"all-{part}"] += 1


def main() -> None:
    """Print figures of both readers."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--files", type=int, default=0, help="read only so many articles")
    arguments.add_argument("--skip", type=int, default=0, help="leave out the first so many")
    arguments.add_argument("--predict", type=Path, help="write our names as JSON lines with offsets")
    arguments.add_argument("--errors", type=int, default=0, help="print so many errors of each kind")
    arguments.add_argument("--outlets", nargs="*", help="only articles whose names begin so, up to the first `_`")
    arguments.add_argument("--tagger", default=Reading().tagger, help="catalogue name of a network, or `none`")
    given = arguments.parse_args()
    tagger = tagger_of(Reading(tagger=given.tagger))
    files = sorted(given.path.glob("annotated/*.tsv"))[given.skip :]
    files = [file for file in files if not given.outlets or file.name.split("_")[0] in given.outlets]
    files = files[: given.files] if given.files else files
    both: dict[str, Counter[str]] = {"dragoman": Counter(), "spaCy": Counter()}
    errors: list[str] = []
    lines: list[str] = []
    spent = 0.0
    for annotated in files:
        article = given.path / "articles" / annotated.name.removesuffix(".tsv")
        report, zones, parse = laid_out(article)
        gold = gold_of(annotated, report.text)
        begun = time.process_time()
        tags = tag_report(report, zones, tagger) if tagger else None
        own = replace(parse, ents=("O",) * len(parse.ents)) if tagger else parse  # as whole readings leave them out
        found = ours(read_mentions(Page(report, zones, own, tags=tags))[0])
        spent += time.process_time() - begun
        count(both["dragoman"], found, gold)
        count(both["spaCy"], taggers(report, parse), gold)
        errors += [f"extra  {kind:13}{_around(report.text, start, end)}" for start, end, kind in sorted(found - gold)]
        errors += [f"missed {kind:13}{_around(report.text, start, end)}" for start, end, kind in sorted(gold - found)]
        lines += [json.dumps({"article": article.name, "start": s, "end": e, "kind": k}) for s, e, k in sorted(found)]
    print(f"{len(files)} articles; mentions read in {spent:.1f} CPU seconds, the parse left out")
    print(f"{'':25}precision recall F1")
    for reader, counts in both.items():
        for kind in ("person", "organisation", "location", "all"):
            print(f"{reader:10}{kind:14}{figures(counts, kind)}")
    for error in errors[:: max(1, len(errors) // given.errors)] if given.errors else ():
        print(error)
    if given.predict:
        given.predict.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")


if __name__ == "__main__":
    main()
