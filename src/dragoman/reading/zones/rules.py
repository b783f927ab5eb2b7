"""Lines that are certain: what a rule, an outlet's own list or a caption's look says of them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.lexicon.outlets import find_outlet, outlet_lines, own_line_words, plain_name
from dragoman.lexicon.zones import Words, ZoneKind, match_rule, rules_for
from dragoman.reading.zones.lines import Line, Look

_SIDE = re.compile(
    r"\((?:\d(?:st|nd|rd|th)\s?)?(?:[LRC]|left|right|cent(?:er|re))\)|,\s(?:(?:second|third)\sfrom\s)?(?:left|right|cent(?:er|re)),"
)
_FULL_DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d\b|\b\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d\b")
_CREDIT_AT_END = re.compile(r"(?:©\s?\S+(?:\s\S+)?|[(\[][^()\[\]]{2,60}[)\]])\.?$")
_AGENCY_SLASH = re.compile(r"[.!?”\"]\s[A-Z]{2,8}/(?:[A-Z][\w.’-]*\s?){1,3}$")
_SENTENCE_END = re.compile(r"[a-z0-9)\"”][.!?]\s+[A-Z“\"]")
_AGENCY_END = re.compile(
    r"(?<=\S)\s*(?P<mark>[(\[](?P<within>[A-Z][\w .&/-]{1,30})[)\]]|[—–-]{1,2}\s?(?P<after>[A-Z][\w .&/-]{1,30}))\.?$"
)
_INITIALS_END = re.compile(r"(?<=[.!?”\"]\s)[A-Z]{2,5}(?:\s[A-Z]{2,4}){1,3}$")
_UNLISTED = re.compile(r"[—–]\s?[A-Z]{3,8}")
_SHORTEST_CLOSED = 8
_LONGEST_CAPTION = 75


class Verdict(Struct, frozen=True):
    """What a line certainly is, by which rule, and the names the rule picked out."""

    kind: ZoneKind
    rule: str
    outlet: str | None = None
    upstream: str | None = None
    byline: str | None = None


class Tail(Struct, frozen=True):
    """The end of a story's line that is not story; offsets count from the start of the text."""

    start: int
    end: int
    verdict: Verdict


def judge_line(line: Line, look: Look, lists: Words) -> Verdict | None:
    """Say what a line certainly is, if any rule knows."""
    own = outlet_lines().get(plain_name(line.text)) if look.words & own_line_words() else None
    if own:
        return Verdict("chrome", "chrome:outlet-line", outlet=own.name)
    for rule in rules_for(look.words):
        found = match_rule(rule, line.text) if rule.scope == "line" else None
        if found:
            return _verdict(rule.kind, rule.name, found)
    return Verdict("caption", "caption:look") if _looks_like_caption(line.text, look, lists) else None


def _verdict(kind: ZoneKind, name: str, found: re.Match[str]) -> Verdict:
    named = found.groupdict()
    return Verdict(kind, name, outlet=named.get("outlet"), upstream=named.get("upstream"), byline=named.get("byline"))


def _looks_like_caption(text: str, look: Look, lists: Words) -> bool:
    """See a caption by two of its habits: sides told, a present-tense pose, a full day, a credit at the end."""
    if not 8 <= look.length <= _LONGEST_CAPTION or not look.words.isdisjoint(lists.saying):  # noqa: PLR2004
        return False
    if _AGENCY_SLASH.search(text):
        return True
    if _SENTENCE_END.search(text) or "@" in text or "://" in text:  # a message of a network ends with its day
        return False
    sides, dated = bool(_SIDE.search(text)), bool(_FULL_DAY.search(text))
    posed = not look.words.isdisjoint(lists.caption)
    credited = bool(_CREDIT_AT_END.search(text)) and not look.words.isdisjoint(lists.photo)
    return (
        (sides and (posed or dated or credited))
        or (posed and dated and text.rstrip(".")[-1:].isdigit())
        or (credited and (posed or dated))
    )


def tail_of(line: Line, words: frozenset[str]) -> Tail | None:
    """Find what stands behind the story on its own line, such as "(Source: …)"."""
    for rule in rules_for(words):
        found = match_rule(rule, line.text) if rule.scope == "tail" else None
        if found and found.start() > 0:
            return Tail(line.start + found.start(), line.end, _verdict(rule.kind, rule.name, found))
    return None


def closing_of(line: Line, look: Look) -> Tail | None:
    """Find an agency's name or the initials of its desk behind a line's last sentence: "— Reuters", "DPB KKR MM".

    It is a credit only if no story follows.
    """
    if look.length < _SHORTEST_CLOSED or not (line.text[-1].isalnum() or line.text[-1] in ")]."):
        return None
    initials, found = _INITIALS_END.search(line.text), _AGENCY_END.search(line.text)
    if initials:
        return Tail(line.start + initials.start(), line.end, Verdict("chrome", "chrome:initials"))
    known = find_outlet(found["within"] or found["after"]) if found else None
    if found is None or (known is None and not _UNLISTED.fullmatch(found["mark"])):
        return None
    verdict = Verdict("credit", "credit:agency-end", upstream=known.name if known else found["after"])
    return Tail(line.start + found.start("mark"), line.end, verdict)


def share_before(at: int, looks: Sequence[Look]) -> float:
    """Give the share of the page's words in sentences that stands before a line."""
    mass = [look.length if look.sort in "Sso" else 0 for look in looks]
    return sum(mass[:at]) / (sum(mass) or 1)
