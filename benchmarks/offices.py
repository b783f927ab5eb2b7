"""Who held which office on which day, against a set that is no source of the table.

    python benchmarks/offices.py SET [--half first|second] [--errors N] [--predict OUT]

SET is either a tab-separated file with the columns state (alpha-3), post, day, person, or a folder
of World Factbook country files in JSON (`Government` → `Executive branch` → `chief of state`,
`head of government`). Of the latter the words before "(since DAY)" name office and holder; each is
asked on the day 30 days after it began, and on the day of the edition (`--edition`).

An answer is given where exactly one person is known to hold the office on that day; it is right
when the names agree by sound. A right answer among several is none.
"""

import argparse
import csv
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import NamedTuple

from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.offices import posts_named
from dragoman.lexicon.people import alike, person
from dragoman.lexicon.spellings import is_same_part, name_parts
from dragoman.lexicon.states import listed
from dragoman.lexicon.tenures import holders

_SINCE = re.compile(r"([^;(]+?)\s*\(since (?:\w+ )?(\d{1,2} \w+ \d{4})\)")
_SETTLED = timedelta(days=30)
_ROLES = {"chief of state", "head of government"}
_STATES = {"member", "observer", "contested"}


class Question(NamedTuple):
    """An office of a state on a day, and who the set says held it."""

    state: str
    post: str
    day: date
    person: str


def of_table(path: Path) -> Iterator[Question]:
    """Yield the questions of a tab-separated file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for row in rows:
            yield Question(row["state"], row["post"], date.fromisoformat(row["day"]), row["person"])


def of_factbook(folder: Path, edition: date) -> Iterator[Question]:
    """Yield two questions for each dated holder of each country file."""
    for path in sorted(folder.rglob("*.json")):
        government = json.loads(path.read_text(encoding="utf-8")).get("Government", {})
        state = _state(government.get("Country name", {}))
        seen: set[tuple[str, str]] = set()
        for role in _ROLES if state else ():
            words = government.get("Executive branch", {}).get(role, {}).get("text", "")
            for office, since in _SINCE.findall(html.unescape(re.sub(r"<[^>]+>", "", words))):
                read = _held(office, state or "")
                if read is None or read in seen:
                    continue
                seen.add(read)
                begun = _day(since)
                for day in (begun + _SETTLED, edition):
                    if begun + _SETTLED <= day <= edition:
                        yield Question(state or "", read[0], day, read[1])


def _state(names: dict[str, dict[str, str]]) -> str | None:
    """Give the code of a state by its short name, else its long one; None for territories."""
    for form in ("conventional short form", "conventional long form"):
        name = re.sub(r"^none$|\(.*|^The ", "", names.get(form, {}).get("text", ""))
        match = lookup_phrase(name or "-")
        known = match.senses[0].known if match else None
        if known is not None and known.kind == "state":
            return (
                known.country
                if any(one.iso3 == known.country and one.status in _STATES for one in listed().state)
                else None
            )
    return None


def _day(words: str) -> date:
    """Read '5 Sep 2025' or '5 September 2025'."""
    number, month, year = words.split()
    return datetime.strptime(f"{number} {month[:3]} {year}", "%d %b %Y").date()  # noqa: DTZ007 - a day has no zone


def _held(words: str, state: str) -> tuple[str, str] | None:
    """Cut 'Prime Minister Ulf KRISTERSSON' into a post and a name; None for posts of no list."""
    parts = words.replace(",", " ").split()
    for cut in range(len(parts) - 1, 0, -1):
        posts = posts_named(" ".join(parts[:cut]), state)
        if len(posts) == 1 and parts[cut] != "of":
            return posts[0], _name(parts[cut:])
    return None


def _name(parts: list[str]) -> str:
    """Give a name up to its family name, which the Factbook sets in capitals."""
    last = max((place for place, part in enumerate(parts) if part.isupper() and len(part) > len("II")), default=-1)
    return " ".join(parts[: last + 1] or parts)


def answer(question: Question) -> str | None:
    """Give the name of the one known to have held the office that day."""
    held = holders(question.post, question.state, question.day)
    people = dict.fromkeys(each.person for each in held)
    if len(people) != 1 or not held[0].surely_covers(question.day):
        return None
    known = person(held[0].person)
    return known.name if known else None


def _agree(said: str, wanted: str) -> bool:
    """Tell whether two names agree; the Factbook's in capitals, such as LULA, need only be part of ours."""
    plain = [re.sub(r" of .*| [IVX]+(?= |$)", "", name) for name in (said, wanted)]
    loud = [part for part in wanted.replace("-", " ").split() if part.isupper() and len(part) > 1]
    shared = [any(is_same_part(*pair) for pair in product(name_parts(part), name_parts(plain[0]))) for part in loud]
    return alike(*plain) or (bool(shared) and all(shared))


def figures(counts: Counter[str]) -> str:
    """Word how many were answered right, of all and of those answered."""
    asked, answered, right = counts["asked"], counts["answered"], counts["right"]
    return f"{asked:6} asked {100 * right / max(1, asked):6.1f} % right {100 * right / max(1, answered):6.1f} % of those answered"


def main() -> None:
    """Print figures by post."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--edition", type=date.fromisoformat, default=date(2025, 10, 1))
    arguments.add_argument("--half", choices=("all", "first", "second"), default="all", help="every other state")
    arguments.add_argument("--errors", type=int, default=0)
    arguments.add_argument("--predict", type=Path, help="write questions and answers as JSON lines")
    given = arguments.parse_args()
    asked = list(of_factbook(given.path, given.edition) if given.path.is_dir() else of_table(given.path))
    states = {code: number for number, code in enumerate(sorted({one.state for one in asked}))}
    wanted = {"all": (0, 1), "first": (0,), "second": (1,)}[given.half]
    counts: dict[str, Counter[str]] = {}
    errors: list[str] = []
    lines: list[str] = []
    for question in asked:
        if states[question.state] % 2 not in wanted:
            continue
        said = answer(question)
        is_right = said is not None and _agree(said, question.person)
        for post in (question.post, "all"):
            counts.setdefault(post, Counter()).update(asked=1, answered=said is not None, right=is_right)
        if not is_right:
            fault = "wrong " if said else "silent"
            errors.append(
                f"{fault} {question.state} {question.post:18} {question.day} {question.person} | {said or ''}"
            )
        lines.append(json.dumps({**question._asdict(), "day": str(question.day), "said": said}, ensure_ascii=False))
    for post, counted in sorted(counts.items(), key=lambda each: -each[1]["asked"]):
        print(f"{post:24}{figures(counted)}")
    for error in sorted(errors, reverse=True)[: given.errors]:
        print(error)
    if given.predict:
        given.predict.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
