"""Build the table of office-holders from a CSV of Wikidata tenures and the list of heads of organisations.

    python tools/build_tenures.py OFFICEHOLDERS.csv src/dragoman/lexicon/officeholders.sqlite

The CSV has the columns repo, asof, position, posq, person, personID, start, end: "position held"
statements of Wikidata (CC0), one row a tenure, `repo` naming the state. `heads.tsv` and
`governments.tsv` of the lexicon are added, marked as general knowledge.
"""

import argparse
import csv
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.known import slug
from dragoman.lexicon.names import lookup_phrase
from dragoman.lexicon.offices import posts_named
from dragoman.lexicon.spellings import alike, name_key, name_parts, part_key
from dragoman.lexicon.states import known_state
from dragoman.lexicon.toml_lists import rows_of

# Repositories whose name is not the state's.
STATES = {
    "us": "USA", "uae": "ARE", "swiss-federal-council": "CHE", "saudi": "SAU", "czech": "CZE", "palestine": "PSE",
    "congo-kinshasa": "COD", "congo-brazzaville": "COG", "bosnia-herzegovina": "BIH", "abkhazia": "Q23334",
    "south-ossetia": "Q23427", "artsakh": "Q244165", "somaliland": "Q34754", "donetsk": "Q16150196",
    "luhansk": "Q16746854", "georgia": "GEO", "world": "",
}  # fmt: skip

# What the source calls by the name of another office, and days it has wrong; by general knowledge.
MISNAMED: dict[tuple[str | None, str], str] = {
    ("IND", "Minister of Foreign Affairs"): "foreign secretary"
}  # the civil servant
MISDATED: dict[tuple[str | None, str, str], tuple[str, str]] = {
    ("FRA", "Laurent Fabius", "2014-08-25"): ("2014-08-25", "2016-02-11"),
    ("FRA", "Jean-Marc Ayrault", "2016-12-06"): ("2016-02-11", "2017-05-15"),
}

KEPT_AS_OF = "2025-11-01"  # the day up to which the open rows of heads.tsv are known

# Positions as Wikidata words them, where the list of offices does not have the very words; the first that fits.
POSTS = tuple(
    (re.compile(pattern, re.IGNORECASE), post)
    for pattern, post in (
        (r"^(?:united states |russian |british |chinese )?ambassador (?:of .+ )?to|^high commissioner to", "ambassador"),
        (r"^permanent representative|ambassador and permanent representative", "permanent representative"),
        (r"^(?:first )?deputy prime minister|^deputy premier|^(?:first )?vice[- ](?:premier|prime minister)", "deputy prime minister"),
        (r"^first vice[- ]president", "first vice president"),
        (r"^vice[- ]president(?: of (?!the (?:senate|national|chamber|house))|$)", "vice president"),
        (r"^(?:first )?(?:deputy|vice|assistant|junior|under)[- ]?(?:minister|secretary).*(?:foreign|external)|^(?:deputy|assistant|under) ?secretary of state$", "deputy foreign minister"),
        (r"^(?:first )?(?:deputy|vice|assistant|junior|under)[- ]?(?:minister|secretary).*defen[cs]e", "deputy defence minister"),
        (r"^minister of state .*foreign", "deputy foreign minister"),
        (r"^(?:first )?(?:deputy|vice|assistant|junior)\b.*minister|^(?:deputy|under|assistant)[- ]?secretary", "deputy minister"),
        (r"^minister of state\b|^state minister\b|^minister delegate", "minister of state"),
        (r"(?:minister|secretary)\b.*\b(?:foreign|external) (?:and .*)?(?:affairs|relations)|^minister (?:of|for) (?:external|foreign)(?! (?:trade|econom|commerce|develop))", "foreign minister"),
        (r"^secretary of state for foreign", "foreign minister"),
        (r"^minister (?:of|for) (?:the )?(?:national |people's )?defen[cs]e(?! (?:equipment|procurement|materiel|industr))|^minister (?:of|for) (?:the )?armed forces|^secretary of (?:national )?defen[cs]e|^secretary of state for defence", "defence minister"),
        (r"minister (?:of|for) (?:the )?(?:interior|home affairs|internal affairs)|secretary of state for the home|home secretary", "interior minister"),
        (r"minister (?:of|for) (?:the )?(?:econom\w+(?: affairs)? and )?financ|secretary of the treasury|chancellor of the exchequer", "finance minister"),
        (r"minister (?:of|for) (?:the )?justice", "justice minister"),
        (r"minister (?:of|for) (?:the )?(?:petroleum|oil|energy)", "energy minister"),
        (r"minister (?:of|for) (?:the )?(?:foreign )?(?:trade|commerce|industry)", "trade minister"),
        (r"minister (?:of|for) (?:the )?(?:national )?econom", "economy minister"),
        (r"minister (?:of|for) (?:the )?(?:public )?health|secretary of health", "health minister"),
        (r"minister (?:of|for) (?:the )?intelligence|director of (?:central|national) intelligence", "intelligence minister"),
        (r"^secretary of the (?:supreme )?(?:national )?(?:security|defence|national security).*council|secretary of the security council", "security council secretary"),
        (r"^national security advis[eo]r", "national security adviser"),
        (r"^(?:prime minister|premier)(?: of (?!the (?:region|autonomous))|$| \()|^premier of the state council|^chairman of the (?:cabinet|council) of ministers(?: \(|$)|^(?:chairman|president) of the (?:government|council of ministers)(?: of (?:spain|russia|the republic))?$|^taoiseach|^federal chancellor$|^chancellor$|^chancellor of (?:germany|austria)", "prime minister"),
        (r"^(?:speaker|president|chairman|chairperson) of the (?:\w+ ){0,2}(?:assembly|senate|chamber|house|parliament|duma|council of the republic|knesset|majlis)", "speaker of parliament"),
        (r"^(?:federal )?president(?: of the (?:republic|state|federation|confederation|swiss confederation|russian federation|people's republic of china|united states))?$|^president of \w+$", "president"),
        (r"^chief of (?:the )?(?:general staff|defen[cs]e)|chairman of the joint chiefs|^chief of staff of the (?:armed|defence)", "chief of the general staff"),
        (r"^(?:governor|president|chairman) of the (?:central|national|reserve) bank|chair of the federal reserve", "central bank governor"),
        (r"^(?:minister) (?:of|for)\b|^minister\b", "minister"),
        (r"^governor of\b", "governor"),
    )
)  # fmt: skip
PROVINCIAL = {"president", "prime minister", "premier", "vice president", "deputy prime minister", "foreign minister"}
OWN_ORGAN = re.compile(
    r"(?:the )?(?:republic|state|federation|confederation|swiss|russian|government(?: of spain)?|council of (?:ministers|states)"
    r"|state council|senate|national|parliament|chamber|house|people's|executive|administration|supreme|federal)\b(?! of )",
    re.IGNORECASE,
)
# Posts that one person holds at a time: an open tenure ends where the next one of the position starts.
SINGLE = {
    "president", "prime minister", "foreign minister", "defence minister", "interior minister", "finance minister",
    "security council secretary", "speaker of parliament", "secretary-general", "supreme leader", "king", "emir",
    "chief of the general staff", "central bank governor", "justice minister",
}  # fmt: skip

SCHEMA = """
CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_keys (
  key TEXT NOT NULL, kind TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (key, kind, person)) WITHOUT ROWID;
CREATE TABLE tenures (
  person TEXT NOT NULL, position TEXT, label TEXT NOT NULL, post TEXT NOT NULL, country TEXT, body TEXT,
  start TEXT, end TEXT, succeeded TEXT, as_of TEXT, source TEXT NOT NULL);
CREATE INDEX tenures_by_post ON tenures (post, country);
CREATE INDEX tenures_by_body ON tenures (body, post);
CREATE INDEX tenures_by_person ON tenures (person);
"""

_BOUND = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Held(NamedTuple):
    """A tenure as it goes into the table."""

    person: str
    name: str
    position: str | None
    label: str
    post: str
    country: str | None
    body: str | None
    start: str
    end: str
    as_of: str
    source: str


def state_of(repo: str) -> str | None:
    """Give the code of the state that a repository is about, or None."""
    bare = re.sub(r"-(?:cabinet|ministers)$", "", repo)
    if bare in STATES or repo in STATES:
        return STATES.get(bare, STATES.get(repo, "")) or None
    match = lookup_phrase(bare.replace("-", " ").title().replace(" And ", " and "))
    if match is None or match.senses[0].known.kind != "state":
        raise SystemExit(f"no state for repository {repo!r}: add it to STATES")
    return match.senses[0].known.country


def _is_state(where: str, country: str | None) -> bool:
    """Tell whether an office "of" that is the state's own, not a province's: the state or one of its organs."""
    match = lookup_phrase(where)
    if match is not None and match.senses[0].known.kind == "state":
        return match.senses[0].known.country == country
    return bool(OWN_ORGAN.match(where))


def post_of(position: str, country: str | None) -> str:
    """Give the normal post of a position, or its own words in lower case."""
    bare = re.sub(r"^(?:federal|union|cabinet) ", "", position.casefold())
    head, _, where = position.partition(" of ")
    if head.casefold() in PROVINCIAL and where and not _is_state(where, country):
        return bare
    named = posts_named(bare, country)
    if len(named) == 1 and named[0] not in ("minister", "secretary", "leader"):
        return named[0]
    return next((post for pattern, post in POSTS if pattern.search(bare)), bare)


def from_wikidata(listed: Path) -> Iterator[Held]:
    """Yield the tenures of the CSV."""
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            country = state_of(row["repo"])
            position = row["position"]
            post = MISNAMED.get((country, position)) or post_of(position, country)
            start, end = MISDATED.get((country, row["person"], row["start"]), (row["start"], row["end"]))
            body = "Q1065" if row["repo"] == "world" and "United Nations" in position else None
            yield Held(
                row["personID"], row["person"], row["posq"], position, post, country, body,
                _bound(start), _bound(end), row["asof"], "Wikidata",
            )  # fmt: skip


class People:
    """Who is known by which name in which state, so that a row kept by hand meets the person of the CSV.

    Attributes:
        home: The state of each person.
    """

    def __init__(self, tenures: Iterable[Held]) -> None:
        self.home: dict[str, str | None] = {}
        self._names: dict[str | None, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._ids = {(row["country"], row["person"]): row["wikidata"] for row in rows_of("person_ids.tsv")}
        for held in tenures:
            self.home.setdefault(held.person, held.country)
            self._names[held.country][held.name].add(held.person)

    def same(self, name: str, country: str) -> str:
        """Give the one person of a state who bears the name, or one that sounds the same, or is alike; else their id by hand, else a new one."""
        listed = self._names[country]
        for is_same in (_is_written_so, _sounds_so, _is_alike):
            found = set().union(*(people for other, people in listed.items() if is_same(name, other)))
            if len(found) == 1:
                return next(iter(found))
        identity = self._ids.get((country, name)) or f"dragoman:person/{slug(name)}"
        listed[name].add(identity)
        self.home.setdefault(identity, country)
        return identity


def _is_written_so(name: str, other: str) -> bool:
    return name_parts(other) == name_parts(name)


def _sounds_so(name: str, other: str) -> bool:
    return name_key(other) == name_key(name)


def _is_alike(name: str, other: str) -> bool:
    return min(len(name_parts(name)), len(name_parts(other))) > 1 and alike(other, name)


def from_governments(wikidata: list[Held], people: People) -> tuple[list[Held], list[Held]]:
    """Give the Wikidata tenures, some carried on or ended by hand, and the tenures only kept by hand.

    A row without a start carries on the open tenure of that person; what it says of the end stands.
    """
    open_rows = {(held.country, held.post, held.name): held for held in wikidata if not held.end and held.start}
    carried: dict[Held, Held] = {}
    kept: list[Held] = []
    for row in rows_of("governments.tsv"):
        if row["start"]:
            identity = people.same(row["person"], row["state"])
            state = known_state(row["state"])
            label = f"{row['post']} of {state.name if state else row['state']}"
            kept.append(
                Held(identity, row["person"], None, label, row["post"], row["state"], None,
                     row["start"], row["end"], KEPT_AS_OF, "general knowledge")
            )  # fmt: skip
            continue
        held = open_rows.get((row["state"], row["post"], row["person"]))
        if held is None:
            raise SystemExit(f"governments.tsv: no open tenure of {row['person']} as {row['post']} of {row['state']}")
        told = "its end from general knowledge" if row["end"] else "carried on by general knowledge"
        carried[held] = held._replace(end=row["end"], as_of=KEPT_AS_OF, source=f"Wikidata, {told}")
    return [carried.get(held, held) for held in wikidata], kept


def from_heads(people: People) -> Iterator[Held]:
    """Yield the heads of organisations, and offices of states that the CSV lacks."""
    for row in rows_of("heads.tsv"):
        state = known_state(row["body"])
        body = state or known_body(row["body"])
        if body is None:
            raise SystemExit(f"heads.tsv: {row['body']!r} is neither a state's code nor a body of bodies.toml")
        identity = people.same(row["person"], row["country"])
        yield Held(
            identity, row["person"], None, f"{row['post']} of {body.name}", row["post"],
            row["body"] if state else None, None if state else body.id,
            row["start"], row["end"], KEPT_AS_OF, "general knowledge",
        )  # fmt: skip


def successions(tenures: Iterable[Held]) -> dict[Held, str]:
    """Give, for each open tenure of a post held by one at a time, the day the next holder started."""
    by_post: dict[tuple[str | None, str], list[Held]] = defaultdict(list)
    for held in tenures:
        if held.post in SINGLE and held.start:
            by_post[held.country or held.body, held.post].append(held)
    found: dict[Held, str] = {}
    for line in by_post.values():
        for held in line:
            # A row kept by hand names no position; it follows whoever held the post.
            after = [one for one in line if one.start > held.start and one.position in (held.position, None)]
            later = [one.start for one in after if one.person != held.person]
            if not held.end and later:
                found[held] = min(later)
    return found


def keyed(person: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the keys a person is found by: the whole name, its last part, its other parts."""
    parts = [part_key(part) for part in name_parts(name)]
    if parts:
        yield name_key(name), "full", person
        yield parts[-1], "last", person
        yield from ((part, "part", person) for part in parts[:-1])


def write(tenures: list[Held], homes: dict[str, str | None], target: Path) -> None:
    """Write people, their keys and their tenures, all sorted, so that a rebuild is the same file."""
    target.unlink(missing_ok=True)
    succeeded = successions(tenures)
    names: dict[str, str] = {}
    for held in sorted(tenures, key=lambda held: held.source != "general knowledge"):
        names.setdefault(held.person, held.name)  # a name kept by hand is the one reports use
    sources = {held.person: held.source for held in reversed(tenures)}
    with sqlite3.connect(target) as base:
        base.executescript(SCHEMA)
        base.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?)",
            [(one, name, homes.get(one), sources[one]) for one, name in sorted(names.items())],
        )
        every = {key for held in tenures for key in keyed(held.person, held.name)}
        base.executemany("INSERT INTO person_keys VALUES (?, ?, ?)", sorted(every))
        base.executemany(
            "INSERT INTO tenures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (h.person, h.position, h.label, h.post, h.country, h.body, h.start or None, h.end or None,
                 succeeded.get(h), h.as_of or None, h.source)
                for h in sorted(tenures, key=lambda h: (h.country or "", h.post, h.start, h.person, h.label))
            ],
        )  # fmt: skip
    with sqlite3.connect(target) as base:
        base.execute("VACUUM")


def _bound(stated: str) -> str:
    """Keep a bound that is a year, month or day; one row of the source says "2014s", which is none."""
    return stated if _BOUND.fullmatch(stated) else ""


def main() -> None:
    """Build the file named on the command line and tell what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listed", type=Path)
    parser.add_argument("target", type=Path)
    asked = parser.parse_args()
    wikidata = list(dict.fromkeys(from_wikidata(asked.listed)))
    people = People(wikidata)
    wikidata, governments = from_governments(wikidata, people)
    heads = list(from_heads(people))
    write([*wikidata, *heads, *governments], people.home, asked.target)
    size = asked.target.stat().st_size / 1e6
    print(f"{asked.target}: {len(wikidata):,} tenures, {len(heads) + len(governments)} by hand, {size:.1f} MB")


if __name__ == "__main__":
    main()
