"""Build the list of given names that tell whether 'he' or 'she' is said of somebody.

    python tools/build_given_names.py OFFICEHOLDERS.csv src/dragoman/lexicon/given_names.tsv

The CSV has the columns person, personID and gender: Wikidata's (CC0). A name is kept when at least
three people bear it as their first and nearly all of them are of one gender.
"""

import argparse
import csv
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.lexicon.forms import keys

LEAST, SURE = 3, 0.97
GENDERS = {"male": "m", "female": "f"}


def counted(path: Path) -> dict[str, Counter[str]]:
    """Count the genders of the bearers of each first name, each person once."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names = keys(row["person"])
            if row["personID"] not in seen and row["gender"] in GENDERS and len(names) > 1:
                seen.add(row["personID"])
                bearers[names[0]][GENDERS[row["gender"]]] += 1
    return bearers


def main() -> None:
    """Write the list."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("officeholders", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    lines = [
        "# First names borne by people of one gender; source: Wikidata (CC0), through dated tenures.",
        "name\tgender\tbearers",
    ]
    for name, genders in sorted(counted(given.officeholders).items()):
        (gender, most), bearers = genders.most_common(1)[0], genders.total()
        if bearers >= LEAST and most / bearers >= SURE and len(name) > 1:
            lines.append(f"{name}\t{gender}\t{bearers}")
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} names")


if __name__ == "__main__":
    main()
