"""Tell country and sector of whom a phrase names, for phrases of ours; print how many are right.

    python benchmarks/sectors.py [FILE.tsv] [--half even|odd] [--errors]

FILE has the columns phrase, ISO 3166 alpha-3 code (or -) and sector (several accepted, parted by /).
"""

import argparse
import sys
from pathlib import Path

from dragoman.reading.events.affiliations import Affiliation, affiliation_of
from dragoman.reading.syntax import SUBJECT_DEPS

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.modality import page_of

PHRASES = Path(__file__).parent / "sets" / "sectors.tsv"
FRAME = "{} criticised the decision on Monday."


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("path", nargs="?", type=Path, default=PHRASES)
    asked.add_argument("--half", choices=["all", "even", "odd"], default="all")
    asked.add_argument("--errors", action="store_true")
    wanted = asked.parse_args()
    lines = wanted.path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    rows = rows[wanted.half == "odd" :: 2] if wanted.half != "all" else rows
    found = [told_of(phrase) for phrase, _, _ in rows]
    right = [
        ((one.country or "-") == country, (one.sector or "-") in sector.split("/"))
        for one, (_, country, sector) in zip(found, rows, strict=True)
    ]
    for name, hits in (
        ("country", [c for c, _ in right]),
        ("sector", [s for _, s in right]),
        ("both", [c and s for c, s in right]),
    ):
        print(f"{name:8s} {sum(hits)} of {len(rows)} = {100 * sum(hits) / len(rows):.1f} %")
    if wanted.errors:
        for row, one, hit in zip(rows, found, right, strict=True):
            if not all(hit):
                print(*row, "|", one.country, one.sector)


def told_of(phrase: str) -> Affiliation:
    """Read a phrase as the subject of a sentence."""
    page = page_of(FRAME.format(phrase[0].upper() + phrase[1:]))
    verb = next((token for token in page.tokens if token.lower == "criticised"), None)
    subject = next((child for child in verb.children if child.dep in SUBJECT_DEPS), None) if verb else None
    return affiliation_of(page, subject) if subject else Affiliation(None, None)


if __name__ == "__main__":
    main()
