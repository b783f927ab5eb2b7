"""Read the demo corpus and compare the record with what a careful reader finds in it.

    python benchmarks/demo_record.py [RECORD] [--missed KIND]

Without RECORD the corpus is read into a folder that is thrown away. Prints found, wanted and given for each kind
of fact; `--missed statement` lists what was not found. The gold is one reader's: read it as a thermometer.
It names eleven broad acts, and posts as reports call them; ours are compared by the broad act and the normal post. Acts are
compared as its header reads them: a named official's act may be read as his state's. Where the gold keeps to plain words and
we to PLOVER's manual, both are brought to one form: a planned meeting is AGREE, a signing may be AGREE or SUPPORT, yielding in
words or deeds is one (PLV's YIELD), and who takes part in a meeting has no sides.
"""

import argparse
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from dragoman.api import Record, open_record
from dragoman.lexicon.acts import broad_act
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.offices import posts_named
from dragoman.lexicon.plover import kinds
from dragoman.lexicon.states import known_state

GOLD = Path(__file__).parent.parent / "tests" / "golden" / "demo_facts.toml"
ALIKE = 85
SIGNING = frozenset({"sign", "ratify", "ink", "initial", "seal", "conclude", "reach", "strike", "exchange", "adopt"})
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}

Row = dict[str, Any]


class Tally(NamedTuple):
    """How many gold facts were found, how many there are, how many rows were given, and those missed."""

    found: int
    wanted: int
    given: int
    missed: list[str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--missed", metavar="KIND")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(wanted.record) if wanted.record else read_demo(Path(folder) / "record")
        tallies = compare(record)
    print(f"{'':<14}{'found':>7}{'wanted':>8}{'recall':>8}{'given':>8}{'precision at most':>19}")
    for kind, tally in tallies.items():
        recall, precision = tally.found / max(tally.wanted, 1), tally.found / max(tally.given, 1)
        print(f"{kind:<14}{tally.found:>7}{tally.wanted:>8}{recall:>8.2f}{tally.given:>8}{precision:>19.2f}")
        if kind == wanted.missed:
            print("\n".join(f"    {line}" for line in tally.missed))


def read_demo(root: Path) -> Record:
    """Read the corpus that comes with the package."""
    record = open_record(root, make=True)
    with as_file(files("dragoman") / "demo" / "corpus") as corpus:
        record.add(str(corpus))
    record.read()
    return record


def compare(record: Record) -> dict[str, Tally]:
    """Compare a record of the demo corpus with the gold, kind by kind."""
    gold = tomllib.loads(GOLD.read_text())["report"]
    came = "SELECT reports.*, raws.uri AS came_from FROM reports JOIN raws ON raws.id = reports.raw"
    reports = {_place(row["came_from"]): row for row in _rows(record, came)}
    pairs = [(entry, reports.get(_name(entry))) for entry in gold]
    return {
        **{field: _field(pairs, field) for field in ("title", "outlet", "published", "upstream", "dateline_place")},
        "furniture": _furniture(pairs, _rows(record, "SELECT * FROM zones")),
        "statement": _facts(pairs, "statement", _rows(record, "SELECT * FROM told"), _same_statement),
        "speaker": _facts(pairs, "statement", _rows(record, "SELECT * FROM told"), _same_speaker),
        "act": _facts(pairs, "statement", _rows(record, "SELECT * FROM told"), _same_act),
        "meeting": _facts(pairs, "meeting", _rows(record, "SELECT * FROM meetings"), _same_meeting),
        "event": _facts(pairs, "event", _done(record), _same_event),
        "tenure": _facts(pairs, "tenure", _rows(record, "SELECT * FROM held"), _same_tenure),
        "standing": _facts(pairs, "standing", _rows(record, "SELECT * FROM stood"), _same_standing),
    }


def _rows(record: Record, query: str) -> list[Row]:
    return record.sql(query).rows()


def _done(record: Record) -> list[Row]:
    """Give the events with the other names of those in them, and the states for which they may act."""
    entities = _rows(record, "SELECT id, country, aliases FROM entities")
    names = {row["id"]: [*row["aliases"], *states_of([row["country"]])] for row in entities}
    return [
        row
        | {
            side: [*row[side], *(name for one in row[ids] for name in names.get(one, ()))]
            for side, ids in (("actors", "actor_ids"), ("recipients", "recipient_ids"))
        }
        for row in _rows(record, "SELECT * FROM done")
    ]


def _name(entry: Row) -> str:
    return f"{entry['file']}#{entry['row']}" if "row" in entry else str(entry["file"])


def _place(uri: str) -> str:
    """Give `file#row` below the corpus folder."""
    path, _, row = uri.rpartition("/corpus/")[2].partition("#")
    number = row.rpartition("=")[2]
    return f"{path}#{number}" if number else path


def _field(pairs: Sequence[tuple[Row, Row | None]], field: str) -> Tally:
    missed, found, wanted, given = [], 0, 0, 0
    for entry, report in pairs:
        said, gold = (report or {}).get(field) or "", entry.get(field, "")
        right = bool(gold) and _alike(said, gold)
        found, wanted, given = found + right, wanted + bool(gold), given + bool(said)
        if right != bool(gold) or (said and not gold):
            missed.append(f"{_name(entry)}: {gold!r}, given {said!r}")
    return Tally(found, wanted, given, missed)


def _furniture(pairs: Sequence[tuple[Row, Row | None]], zones: Iterable[Row]) -> Tally:
    kinds: dict[str, list[Row]] = {}
    for zone in zones:
        kinds.setdefault(zone["report"], []).append(zone)
    missed, wanted = [], 0
    for entry, report in pairs:
        for line in entry.get("furniture", ()):
            at = report["text"].find(line["line"]) if report else -1
            if report is None or at < 0:
                continue
            wanted += 1
            middle = at + len(line["line"]) // 2
            over = [str(zone["kind"]) for zone in kinds[report["id"]] if zone["start"] <= middle < zone["end"]]
            read_as = over[0] if over else "chrome"
            if read_as in {"story", "title"}:
                missed.append(f"{_name(entry)}: {line['kind']} read as {read_as}: {line['line'][:80]}")
    return Tally(wanted - len(missed), wanted, wanted, missed)


def _facts(
    pairs: Sequence[tuple[Row, Row | None]], kind: str, given: list[Row], same: Callable[[Row, Row, str], bool]
) -> Tally:
    by_report: dict[str, list[Row]] = {}
    for row in given:
        by_report.setdefault(row["report"], []).append(row)
    missed, wanted = [], 0
    for entry, report in pairs:
        left: list[Row] = list(by_report.get(report["id"], ())) if report else []
        for fact in entry.get(kind, ()):
            wanted += 1
            hit = next((row for row in left if report is not None and same(fact, row, report["text"])), None)
            if hit is None:
                missed.append(f"{_name(entry)}: {fact}")
            else:
                left.remove(hit)
    return Tally(wanted - len(missed), wanted, len(given), missed)


def _same_statement(gold: Row, row: Row, text: str) -> bool:
    opening = gold["words"][:24]
    around = str(text)[row["start"] : row["end"]]
    if around.startswith(opening) and row["words"][:4] == opening[:4]:
        return True
    return opening in str(text)[max(0, row["start"] - 3) : row["end"] + 3] and _near_start(gold, row)


def _near_start(gold: Row, row: Row) -> bool:
    at = row["words"].find(gold["words"][:24])
    return 0 <= at <= len("that ") + 8 or str(gold["words"]).startswith(row["words"][:24])


def _same_speaker(gold: Row, row: Row, text: str) -> bool:
    names = gold["speaker"].split("; ")
    return _same_statement(gold, row, text) and any(_alike(row["speaker"] or "", name) for name in names)


def _same_act(gold: Row, row: Row, text: str) -> bool:
    return _same_statement(gold, row, text) and broad_act(row["act"]) == gold["act"]


def _same_meeting(gold: Row, row: Row, _text: str) -> bool:
    return _all_in(gold["participants"], row["participants"]) and _all_in(row["participants"], gold["participants"])


def _same_event(gold: Row, row: Row, _text: str) -> bool:
    if (gold["modality"], gold["polarity"]) != (row["modality"], row["polarity"]) or not same_kind(gold, row):
        return False
    if "CONSULT" in {gold["kind"], row["kind"]} or str(row["rule"]).startswith("consult:"):
        everybody = [*row["actors"], *row["recipients"]]
        return _any_in(gold["actors"], everybody) and _any_in(gold["recipients"], everybody)
    return _any_in(gold["actors"], row["actors"]) and _any_in(gold["recipients"], row["recipients"])


def same_kind(gold: Row, row: Row) -> bool:
    """Tell whether two kinds are one, once plain words and PLOVER's manual are brought to one form."""
    ahead = gold["modality"] in {"planned", "offered", "possible"}
    wanted = {gold["kind"], *([kinds()[gold["kind"]].future] if ahead else [])}
    given = {row["kind"]}
    if row["kind"] == "SUPPORT" and str(row["rule"]).partition(":")[2] in SIGNING:
        given.add("AGREE")
    return bool({YIELD.get(kind, kind) for kind in wanted} & {YIELD.get(kind, kind) for kind in given})


def states_of(countries: Iterable[str | None]) -> list[str]:
    """Give the names of states by their codes."""
    return [known.name for code in countries if code and (known := known_state(code))]


def _same_tenure(gold: Row, row: Row, _text: str) -> bool:
    return _alike(row["person"] or "", gold["person"]) and row["post"] in _normal_posts(gold)


def _normal_posts(gold: Row) -> set[str]:
    """Give the normal forms of a post as the gold calls it: a Secretary of State of the USA is its foreign minister."""
    called = gold["post"].partition(" to ")[0]
    found = lookup_phrase(gold["state_or_body"])
    where = found.known if found is not None else None
    return {called, *posts_named(called, where.country if where is not None else None)}


def _same_standing(gold: Row, row: Row, _text: str) -> bool:
    same = (row["standing"], row["modality"]) == (gold["standing"], gold["modality"])
    return same and _alike(row["party"] or "", gold["party"]) and _alike(row["body"] or "", gold["body"])


def _all_in(wanted: Sequence[str], given: Sequence[str]) -> bool:
    return all(any(_alike(name, other) for other in given) for name in wanted)


def _any_in(wanted: Sequence[str], given: Sequence[str]) -> bool:
    return not wanted or any(_alike(name, other) for name in wanted for other in given)


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) >= ALIKE if one and other else one == other


if __name__ == "__main__":
    main()
