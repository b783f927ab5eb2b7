"""What lines of a news page are made of: counted words, certain rules, learned weights."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.lexicon.toml_lists import Entry, Listed, load

ZoneKind = Literal["title", "dateline", "byline", "story", "caption", "credit", "licence", "chrome", "comments"]
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|©")


class ZoneRule(Entry, frozen=True, kw_only=True):
    """A line, or the tail of a line, that is what the rule says wherever it stands.

    `cues` are lower-case words one of which the line holds; `needs` are strings one of which it holds.
    """

    name: str
    kind: ZoneKind
    scope: Literal["line", "tail"]
    cues: tuple[str, ...]
    pattern: str
    needs: tuple[str, ...] = ()


class Block(Listed, frozen=True, kw_only=True):
    """How scores of lines become one block of story."""

    even: float
    power: float
    floor: float
    source: str


class Words(Listed, frozen=True, kw_only=True):
    """Lower-case words that the line scorer counts."""

    furniture: frozenset[str]
    reader: frozenset[str]
    photo: frozenset[str]
    function: frozenset[str]
    saying: frozenset[str]
    caption: frozenset[str]
    source: str


class ZoneList(Listed, frozen=True, kw_only=True):
    """What `zones.toml` holds."""

    block: Block
    words: Words
    rule: tuple[ZoneRule, ...]


def tokens(line: str) -> list[str]:
    """Cut a line into lower-case words; figures and marks are left out, but © stays."""
    return _TOKEN.findall(line.lower())


@cache
def listed() -> ZoneList:
    """Open the list of zones."""
    return load("zones.toml", ZoneList)


@cache
def compiled() -> dict[str, re.Pattern[str]]:
    """Give the pattern of each rule by its name; a tail's pattern ends with the line."""
    return {rule.name: _compile(rule) for rule in listed().rule}


def _compile(rule: ZoneRule) -> re.Pattern[str]:
    # Captions and bylines tell names by their capitals; a group of a name keeps its case by itself.
    flags = re.NOFLAG if rule.kind in {"caption", "byline"} else re.IGNORECASE
    flags = re.IGNORECASE if rule.name == "caption:head" else flags
    return re.compile(f"(?:{rule.pattern})$" if rule.scope == "tail" else rule.pattern, flags)


@cache
def rules_by_cue() -> dict[str, tuple[ZoneRule, ...]]:
    """Give the rules to try on a line that holds a cue."""
    cues: dict[str, list[ZoneRule]] = {}
    for rule in listed().rule:
        for cue in rule.cues:
            cues.setdefault(cue, []).append(rule)
    return {cue: tuple(rules) for cue, rules in cues.items()}


@cache
def weights() -> dict[str, float]:
    """Give the learned weight of each mark of a line, in log-odds of being story."""
    table = files("dragoman.lexicon").joinpath("zone_weights.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in table.splitlines() if row and not row.startswith("#"))
    return {mark: float(weight) for mark, weight in rows}


def match_rule(rule: ZoneRule, line: str) -> re.Match[str] | None:
    """Match one rule against a stripped line."""
    if rule.needs and not any(need in line for need in rule.needs):
        return None
    pattern = compiled()[rule.name]
    return pattern.search(line) if rule.scope == "tail" else pattern.fullmatch(line)


def rules_for(words: frozenset[str] | set[str]) -> list[ZoneRule]:
    """Give the rules a line with these words may fit, in the order of the list."""
    if words.isdisjoint(_cues()):
        return []
    by_cue = rules_by_cue()
    found = {rule.name: rule for cue in words if cue in by_cue for rule in by_cue[cue]}
    order = _order()
    return sorted(found.values(), key=lambda rule: order[rule.name])


@cache
def _cues() -> frozenset[str]:
    return frozenset(rules_by_cue())


@cache
def _order() -> dict[str, int]:
    return {rule.name: place for place, rule in enumerate(listed().rule)}


def faults() -> Iterator[str]:
    """Tell each rule that misses an example, by its cues or its pattern, or fires where it never must."""
    for rule in listed().rule:
        for line, wanted in [*((line, True) for line in rule.examples), *((line, False) for line in rule.never)]:
            fires = rule in rules_for(set(tokens(line))) and match_rule(rule, line) is not None
            if fires is not wanted:
                yield f"{rule.name}: {'misses' if wanted else 'fires on'} {line!r}"
