"""The title of a report, among the lines before its story."""

import re
from collections.abc import Sequence

from dragoman.lexicon.zones import Words
from dragoman.reading.zones.lines import Line, Look

_REACH = 60  # lines before the story in which a title may stand: bylines, stamps and share bars come between
_LEAD = 6  # lines of story whose words a title takes up
_SHORTEST, _LONGEST = 3, 30
_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"[^.]\.$")
_CRUMBS = re.compile(r"^Home|\s[/|>›»]\s.*\s[/|>›»]\s|\s/\s+\w+\s\d|[a-z][A-Z][a-z].*[a-z][A-Z][a-z]")
_LETTERS = 3
_SUFFIX = 4  # words of an outlet's name behind a title
_STEM = 5  # letters by which words are the same
_ENOUGH = 1.0
_OPENS, _HEADLINE = 0.4, 5  # a text that opens with a headline has it there
_ABOVE, _SHARE = 3, 0.55


def plain_words(text: str) -> list[str]:
    """Give the lower-case words of a text, for comparison."""
    return _WORD.findall(text.lower())


def stated_title(lines: Sequence[Line], title: str) -> int | None:
    """Find the first line that is the title told by others, an outlet's name behind it aside."""
    wanted = plain_words(title)
    if not wanted:
        return None
    for n, line in enumerate(lines):
        words = plain_words(line.text)
        cut_short = len(words) > _SHORTEST and wanted[: len(words)] == words and len(wanted) - len(words) <= _SUFFIX
        if words == wanted or cut_short:
            return n
    return None


def find_title(
    lines: Sequence[Line], looks: Sequence[Look], free: Sequence[bool], story: Sequence[int], lists: Words
) -> int | None:
    """Find the line before the story that heads it.

    Args:
        lines: All lines.
        looks: What each looks like.
        free: Whether no rule has claimed the line.
        story: Numbers of the lines of story, in order.
        lists: Words that do not count as shared.
    """
    if not story:
        return None
    lead = {word[:_STEM] for n in story[:_LEAD] for word in plain_words(lines[n].text) if word not in lists.function}
    places = [n for n in range(max(0, story[0] - _REACH), story[0]) if free[n]]
    if len(story) > 1 and free[story[0]]:
        places.append(story[0])
    worth = {n: _worth(lines[n], looks[n], story[0] - n, lead, lists) for n in places}
    if worth.get(0) and looks[0].length >= _HEADLINE:
        worth[0] += _OPENS
    best = max(worth, key=lambda n: (worth[n], n), default=None)
    if best is None or worth[best] < _ENOUGH:
        return None
    # A second headline stands under the first and takes up more of the story's words.
    above = [n for n in range(best - _ABOVE, best) if worth.get(n, 0.0) >= _SHARE * worth[best]]
    return above[0] if above else best


def _worth(line: Line, look: Look, distance: int, lead: set[str], lists: Words) -> float:
    """Weigh a line as title: words it shares with the lead, its length, how near it stands."""
    if not _SHORTEST <= look.length <= _LONGEST or _CLOSED.search(line.text) or line.text[-1] in ":,;…)":
        return 0.0
    if _CRUMBS.search(line.text) or not any(letter.isupper() or not letter.isascii() for letter in line.text):
        return 0.0
    words = [word for word in plain_words(line.text) if word not in lists.function and len(word) >= _LETTERS]
    shared = sum(word[:_STEM] in lead for word in words) / max(len(words), 1)
    furniture = len(look.words & lists.furniture) / max(len(words), 1)
    near = 1.0 if distance <= _LEAD else 0.6
    length = min(look.length, 8) / 8 - max(0, look.length - 16) * 0.03
    return (0.6 + 2.0 * shared) * (0.4 + length) * near - 1.5 * furniture - 0.02 * distance
