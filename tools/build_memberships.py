"""Build the table of memberships from the CSV of the World Factbook's editions.

    python tools/build_memberships.py SPELLS.csv src/dragoman/lexicon/memberships.tsv.gz

The CSV has the columns iso2, country, org, status, first_edition, last_edition: what the editions of
the CIA World Factbook, 1990 to 2025 (public domain), say of each country. Kept are the bodies that
`bodies.toml` lists, whose acronyms the Factbook uses. `standings.tsv`, kept by hand, goes before it.
"""

import argparse
import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.states import known_state

# What the Factbook calls bodies that we list under another name; None keeps a namesake out.
FACTBOOK = {
    "CE": "CoE", "CSCE": "OSCE", "OAU": "African Union", "C": "Commonwealth", "ICCt": "ICC", "ICC": None,
    "AsDB": "ADB", "LAS": "Arab League", "WTrO": "WTO", "AL": "Arab League", "EC": "EU", "CCC": None, "ECO": "ECO",
    "UNHRC": "UNHRC", "UN Security Council": "UNSC", "NAM": "NAM", "SCO": "SCO", "IDB": None, "ADF": None,
    "EIB": None, "CP": None, "PFP": None, "AMU": "AMU", "Caricom": "CARICOM", "AP": None, "WToO": None,
}  # fmt: skip
STANDING = {
    "member": "member", "observer": "observer", "associate": "associate", "associate member": "associate",
    "dialogue partner": "dialogue partner", "dialogue member": "dialogue partner", "partner": "partner",
    "suspended": "suspended", "applicant": "applicant", "candidate country": "candidate", "candidate": "candidate",
    "guest": "guest", "temporary": "member", "pending member": "applicant",
}  # fmt: skip
AMBIGUOUS_UNTIL = 1995  # until then the Factbook's WTO could be another body


def state_code(country: str, iso2: str) -> str | None:
    """Give the code of the state a row is about, or None for those not listed."""
    match = lookup_phrase(country) if country else None
    if match is not None and match.senses[0].known.kind == "state":
        return match.senses[0].known.country
    return {"CD": "COD", "CG": "COG", "BS": "BHS", "GM": "GMB", "MM": "MMR", "KP": "PRK", "KR": "KOR"}.get(iso2)


def spells(listed: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield body id, state, standing, first and last edition of each spell that can be placed."""
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            acronym = FACTBOOK.get(row["org"], row["org"])
            body = known_body(acronym) if acronym else None
            standing = STANDING.get(row["status"])
            code = state_code(row["country"], row["iso2"])
            is_igo = body is not None and body.sector == "IGO"
            if body is None or not is_igo or standing is None or code is None or known_state(code) is None:
                continue
            if row["org"] == "WTO" and int(row["last_edition"]) <= AMBIGUOUS_UNTIL:
                continue
            yield body.id, code, standing, row["first_edition"], row["last_edition"]


def main() -> None:
    """Build the file named on the command line and tell what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listed", type=Path)
    parser.add_argument("target", type=Path)
    asked = parser.parse_args()
    rows = sorted(set(spells(asked.listed)))
    text = "body\tstate\tstanding\tfirst\tlast\n" + "".join("\t".join(row) + "\n" for row in rows)
    asked.target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{asked.target}: {len(rows):,} spells of {len({row[0] for row in rows})} bodies")


if __name__ == "__main__":
    main()
