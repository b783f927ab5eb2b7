"""Who published a report and whom it credits, by what its furniture says."""

import re
from collections.abc import Iterable, Sequence

from dragoman.lexicon.licences import licence_in
from dragoman.lexicon.outlets import find_outlet, outlet_at
from dragoman.reading.zones.rules import Verdict

_COMPANY = re.compile(
    r",?\s+(?:LLC|Inc|Ltd|Limited|plc|PLC|Corp|Corporation|GmbH|LP|Company|Co)\b.*$|\s+(?:19|20)\d\d\b.*$"
)
_DESK = re.compile(r"\s*\([^()]*\)$|(?:\s+[-–|]|:)\s.*$")  # "… (Web News)", "… - Opinion", "…: World"
_NEWS = re.compile(
    r"\b(?:News|Agency|Press|Times|Daily|Post|Herald|Wire|Telegraph|Tribune|Radio|TV|Courier|Gazette|Observer|Bureau)\b"
)
_AT_HOME = re.compile(r"(?:https?://|www\.)\S+")
_SHORTEST_NAME = 4
_SMALL = frozenset({"the", "of", "and", "for"})
_ALL_RIGHTS = "all rights reserved"


def name_outlet(name: str) -> str:
    """Give the name in use for an outlet as a page or a data set writes it; one not listed keeps its own words."""
    bare = _COMPANY.sub("", " ".join(name.split())).strip(" .,|–-")
    short = _DESK.sub("", bare)
    known = find_outlet(bare) or find_outlet(short)
    return known.name if known else short or bare


def licence_of(licence_lines: Iterable[str]) -> str | None:
    """Name the licence that the licence lines state; an open one before rights reserved."""
    stated = [licence for licence in map(licence_in, licence_lines) if licence]
    return next((licence for licence in stated if licence != _ALL_RIGHTS), stated[0] if stated else None)


def outlet_of(verdicts: Sequence[Verdict], furniture: Sequence[str], alone: str | None) -> str | None:
    """Name the outlet: by its licence line, its own lines, its address, its name on a dateline or in the furniture.

    Args:
        verdicts: Of certain lines, in order.
        furniture: Lines of chrome.
        alone: Outlet whose name stood where a dateline's place would.
    """
    for kind in ("licence", "chrome"):
        named = {name_outlet(verdict.outlet) for verdict in verdicts if verdict.kind == kind and verdict.outlet}
        if len(named) == 1:
            return named.pop()
    addresses = {outlet.name for line in furniture if _AT_HOME.fullmatch(line) if (outlet := outlet_at(line))}
    if len(addresses) == 1:
        return addresses.pop()
    return alone or _named_in(furniture)


def _named_in(furniture: Sequence[str]) -> str | None:
    names = {outlet.name for line in furniture if len(line) >= _SHORTEST_NAME if (outlet := find_outlet(line))}
    return names.pop() if len(names) == 1 else None


def upstream_of(verdicts: Sequence[tuple[Verdict, bool]], agency: str | None, outlet: str | None) -> str | None:
    """Name the outlet a report is taken from: the one credited, or the agency of the dateline if another's.

    Args:
        verdicts: Of certain lines, each with whether it stands at the end of the story: a credit in
            its midst, unless it names an outlet, may be that of a chart.
        agency: The agency of the dateline.
        outlet: The outlet of the report.
    """
    for verdict, closing in verdicts:
        name = name_outlet(verdict.upstream) if verdict.upstream else outlet
        if name and name != outlet and (closing or find_outlet(name) or _NEWS.search(name)):
            return name
    return agency if agency and outlet and not is_short_for(agency, outlet) else None


def is_short_for(agency: str, outlet: str) -> bool:
    """Tell whether an agency in a dateline is the outlet itself: its name, a word of it, or letters of its words in order.

    An agency the list knows as another outlet is that other one: 'AP' is not short for 'Asian Post'.
    """
    known = find_outlet(agency)
    if known:
        return known == find_outlet(outlet)
    words = [word.casefold() for word in re.findall(r"\w+", outlet) if word.casefold() not in _SMALL]
    return agency.casefold() in {outlet.casefold(), *words} or _spelt_by(agency.casefold(), words)


def _spelt_by(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters are made of the openings of all words in order: SIM-N-A of Simorgh News Agency."""
    if not words:
        return not letters
    longest = next((n for n in range(min(len(letters), len(words[0])), 0, -1) if words[0].startswith(letters[:n])), 0)
    return any(_spelt_by(letters[size:], words[1:]) for size in range(longest, 0, -1))
