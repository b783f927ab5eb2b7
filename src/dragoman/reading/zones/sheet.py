"""One text laid out in lines, each told apart as story or not."""

from collections.abc import Mapping

from dragoman.lexicon import zones as lexicon
from dragoman.lexicon.zones import ZoneKind
from dragoman.reading.zones.lines import Line, Look, cut_lines, is_plain_sentence, look_at
from dragoman.reading.zones.rules import Verdict, closing_of, judge_line, share_before, tail_of
from dragoman.reading.zones.scores import score_lines, story_block

_MOSTLY = 0.6  # share of the page's sentences that stands before its comments
_CERTAIN = -2.0  # log-odds of being story of a line that a rule knows to be something else


class Sheet:
    """One text laid out in lines, each with its label so far; lives as long as one call."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lists = lexicon.listed().words
        self.lines: list[Line] = cut_lines(text)
        self.looks: list[Look] = [look_at(line.text, self.lists) for line in self.lines]
        self.tails = {n: tail for n in range(len(self.lines)) if (tail := tail_of(self.lines[n], self.looks[n].words))}
        self.closings = {n: tail for n in range(len(self.lines)) if (tail := closing_of(self.lines[n], self.looks[n]))}
        for n, tail in (self.closings | self.tails).items():  # a story is scored without the credit behind it
            self.looks[n] = look_at(self.lines[n].text[: tail.start - self.lines[n].start].rstrip(), self.lists)
        self.verdicts: dict[int, Verdict] = {}
        self.kinds: list[ZoneKind] = ["story"] * len(self.lines)
        self.rules: list[str] = ["story:kept"] * len(self.lines)

    def label(self, n: int, kind: ZoneKind, rule: str) -> None:
        """Say what a line is, and why."""
        self.kinds[n], self.rules[n] = kind, rule

    def story(self) -> list[int]:
        """Give the numbers of the lines of story."""
        return [n for n, kind in enumerate(self.kinds) if kind == "story"]


def judge_lines(sheet: Sheet) -> None:
    """Label the lines that are certain."""
    for n, (line, look) in enumerate(zip(sheet.lines, sheet.looks, strict=True)):
        verdict = judge_line(line, look, sheet.lists)
        if verdict:
            sheet.verdicts[n] = verdict
            sheet.label(n, verdict.kind, verdict.rule)


def find_story(sheet: Sheet, weights: Mapping[str, float]) -> None:
    """Label as story the block of lines that makes most of it, and all else as chrome."""
    block = lexicon.listed().block
    scores = score_lines(sheet.lines, sheet.looks, weights)
    certain = sheet.verdicts.keys()
    even = [0 if n in certain else look.length for n, look in enumerate(sheet.looks)]
    first, last = story_block([_CERTAIN if n in certain else score for n, score in enumerate(scores)], even, block)
    for n in range(len(sheet.lines)):
        if n in certain:
            continue
        inside = first <= n < last
        if inside and scores[n] > block.floor:
            sheet.label(n, "story", "story:block")
        elif last == 0 and sheet.looks[n].sort in "Sso":
            sheet.label(n, "story", "story:sentence")
        else:
            sheet.label(n, "chrome", "chrome:score" if inside else "chrome:outside")
    if last:
        _reach_edges(sheet, first, last)


def _reach_edges(sheet: Sheet, first: int, last: int) -> None:
    """Take in whole sentences at the edges of the block that nothing marks as furniture."""
    for step, edge, most in ((1, last, 2), (-1, first - 1, 1)):
        for n in range(edge, edge + step * most, step):
            if not 0 <= n < len(sheet.lines) or n in sheet.verdicts or not is_plain_sentence(sheet.looks[n]):
                break
            sheet.label(n, "story", "story:edge")


def cut_comments(sheet: Sheet) -> None:
    """Make all that follows the comment form behind the story comments; what a rule knows stays as it is."""
    forms = [n for n, verdict in sheet.verdicts.items() if verdict.kind == "comments"]
    start = next((n for n in forms if share_before(n, sheet.looks) >= _MOSTLY), None)
    for n in range(start + 1 if start is not None else len(sheet.lines), len(sheet.lines)):
        if n not in sheet.verdicts:
            sheet.label(n, "comments", "comments:behind-form")
