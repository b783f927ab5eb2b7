"""Build the list of spellings of one given name, from the name symbols of the package `rigour` (MIT; Wikidata, CC0).

    pip install rigour==2.6.1
    python tools/build_name_families.py OFFICEHOLDERS.csv src/dragoman/lexicon/name_families.tsv

The CSV has the column person. Kept are pairs of given names in Latin letters that share a symbol, are
written alike, and are not joined by sound already. The rows of kind `same` and `short` at the head of
the list are kept by hand and stay: the spellings of the first are one name always and share one key.
"""

import argparse
import csv
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from rapidfuzz.distance import JaroWinkler

from dragoman.lexicon.spellings import name_parts, part_key

SHORTEST, NEAREST = 5, 0.86


def given_names(listed: Path) -> list[str]:
    """Give the parts that stand before the last in some name."""
    found: Counter[str] = Counter()
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.update(part for part in name_parts(row["person"])[:-1] if part.isascii() and len(part) >= SHORTEST)
    return sorted(found)


def symbols(names: list[str]) -> dict[str, list[str]]:
    """Give the names of each symbol."""
    rigour: Any = import_module("rigour.names")
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for seen in rigour.analyze_names(rigour.NameTypeTag.PER, [name]):
            ids = {span.symbol.id for span in seen.spans if span.symbol.category.value == "NAME"}
            for identity in sorted(ids):
                found[identity].append(name)
    return found


def are_near(one: str, other: str) -> bool:
    """Tell names written alike that differ neither in gender nor only by an ending."""
    if part_key(one) == part_key(other) or (one[-1] in "ae") != (other[-1] in "ae") or "ng" in one:
        return False
    return JaroWinkler.similarity(one, other) >= NEAREST and not one.startswith(other) and not other.startswith(one)


def main() -> None:
    """Write the list, the rows kept by hand before it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("officeholders", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    kept = [line for line in given.out.read_text(encoding="utf-8").splitlines() if "\tnear\t" not in line]
    rows = {
        f"{one}/{other}\tnear\t{one} {other}"
        for names in symbols(given_names(given.officeholders)).values()
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if are_near(one, other)
    }
    given.out.write_text("\n".join([*kept, *sorted(rows)]) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs")


if __name__ == "__main__":
    main()
