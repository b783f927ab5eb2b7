"""Learn the weights of the line scorer from news pages with known bodies; writes lexicon/zone_weights.tsv.

Usage: python tools/learn_zone_weights.py DIR

DIR holds pages as the fundus project keeps them: `COUNTRY/OUTLET_DAY.html.gz` beside `COUNTRY/OUTLET.json`
with the body of each. Every page is shown five times: all its visible text, its text without navigation
and forms, and its story with some, few and next to no lines around it. The weights are a logistic regression with a ridge.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from lxml import etree, html
from msgspec import Struct

from dragoman.lexicon import zones
from dragoman.reading.zones.lines import cut_lines, look_at
from dragoman.reading.zones.scores import marks_of

TABLE = Path(__file__).parents[1] / "src/dragoman/lexicon/zone_weights.tsv"
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "math",
        "audio",
        "video",
        "textarea",
    }
)
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "button", "select"})
_WORD = re.compile(r"\w+")
_RIDGE, _RARE, _STEPS, _SETTLED = 2.0, 15, 12, 1e-3


class GoldPage(Struct, frozen=True):
    """A page, its visible text with and without its furniture elements, and its true body and title."""

    name: str
    outlet: str
    full: str
    half: str
    body: str
    title: str


def read_pages(folder: Path) -> Iterator[GoldPage]:
    """Yield each page of DIR that has a body, by path."""
    for gold in sorted(folder.glob("*/*.json")):
        bodies = [version for _, version in sorted(json.loads(gold.read_text(encoding="utf-8")).items())]
        for page, version in zip(sorted(gold.parent.glob(f"{gold.stem}_*.html.gz")), bodies, strict=False):
            if version.get("body"):
                tree = _tree(gzip.decompress(page.read_bytes()))
                texts = (visible_text(tree), visible_text(tree, without=_FURNITURE))
                yield GoldPage(page.name, gold.stem, *texts, _body(version["body"]), version.get("title") or "")


def _tree(page: bytes) -> Any:
    try:
        return html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", page.decode("utf-8")))
    except UnicodeDecodeError:
        return html.fromstring(page)


def _body(body: Mapping[str, Any]) -> str:
    sections = [
        paragraph for section in body["sections"] for paragraph in (*section["headline"], *section["paragraphs"])
    ]
    return "\n".join([*body.get("summary", ()), *sections])


def visible_text(tree: Any, without: frozenset[str] = frozenset()) -> str:
    """Give the words a page shows, one line a block element, leaving out some elements."""
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            parts.append(_blank(element.tail))
        elif event == "start":
            _open(parts, element, without)
        else:
            _close(parts, element, without)
    return "\n".join(line for line in (line.strip() for line in "".join(parts).split("\n")) if line)


def _hidden(element: Any, without: frozenset[str]) -> bool:
    lines = (element, *element.iterancestors())
    return any(each.tag in _UNSEEN or each.tag in without for each in lines)


def _open(parts: list[str], element: Any, without: frozenset[str]) -> None:
    if not _hidden(element, without):
        parts.append(("\n" if element.tag in _BLOCKS else "") + _blank(element.text))


def _close(parts: list[str], element: Any, without: frozenset[str]) -> None:
    if element.tag in _BLOCKS and not _hidden(element, without):
        parts.append("\n")
    parent = element.getparent()
    if parent is None or not _hidden(parent, without):
        parts.append(_blank(element.tail))


def _blank(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f\v]+", " ", text or "")


def shingles(text: str, words: int = 4) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text; a shorter text is one run."""
    found = _WORD.findall(text)
    runs = max(1, len(found) - words + 1) if found else 0
    return Counter(tuple(found[n : n + words]) for n in range(runs))


def true_story(lines: Sequence[str], body: str) -> list[bool]:
    """Tell of each line whether it belongs to the body: half its runs do, or a short line is a paragraph of it."""
    runs, paragraphs = shingles(body), {" ".join(_WORD.findall(paragraph)) for paragraph in body.split("\n")}
    return [_belongs(_WORD.findall(line), runs, paragraphs) for line in lines]


def _belongs(words: list[str], runs: Mapping[tuple[str, ...], int], paragraphs: set[str]) -> bool:
    if len(words) < 6:  # noqa: PLR2004 - fewer than three runs prove nothing
        return bool(words) and " ".join(words) in paragraphs
    own = [tuple(words[n : n + 4]) for n in range(len(words) - 3)]
    return 2 * sum(run in runs for run in own) >= len(own)


class Lesson(Struct):
    """Lines to learn from: marks and truth of each, and how much it weighs."""

    marks: list[list[str]]
    truth: list[bool]
    heft: list[float]


def lesson_of(page: GoldPage, *, english: bool) -> Lesson:
    """Make lines to learn from out of a page, shown in its five ways."""
    lesson = Lesson([], [], [])
    lists = zones.listed().words
    for text in (page.full, page.half, _cropped(page, 7, 9), _cropped(page, 4, 2), _cropped(page, 2, 1)):
        lines = cut_lines(text)
        looks = [look_at(line.text, lists) for line in lines]
        lesson.marks += marks_of(lines, looks)
        lesson.truth += true_story([line.text for line in lines], page.body)
        lesson.heft += [max(look.length, 1) ** 0.5 * (0.5 if english else 0.25) for look in looks]
    return lesson


def _cropped(page: GoldPage, before: int, after: int) -> str:
    """Keep the story and fewer than so many lines before and after it, as relays do; how many, its name decides.

    Of one page in four, paragraphs run into each other, as in texts that lost their line ends. Lines that
    stood between the paragraphs but are no story stay in one page of two.
    """
    lines = page.full.split("\n")
    truth = true_story(lines, page.body)
    if True not in truth:
        return ""
    first, last = truth.index(True), len(truth) - truth[::-1].index(True)
    lot = int(sha256(page.name.encode()).hexdigest(), 16)
    story = [lines[n] for n in range(first, last) if truth[n] or lot % 2]
    if lot // 2 % 4 == 0:
        story = [" ".join(story)]
    return "\n".join(
        [*lines[max(0, first - lot // 8 % before) : first], *story, *lines[last : last + lot // 64 % after]]
    )


def learn(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Fit the weight of each mark seen often enough, by Newton's method."""
    marks = [line for lesson in lessons for line in lesson.marks]
    counts = Counter(mark for line in marks for mark in line)
    places = {mark: place for place, mark in enumerate(sorted(m for m, count in counts.items() if count >= _RARE))}
    seen = np.zeros((len(marks), len(places)), dtype=np.float32)
    for row, line in enumerate(marks):
        seen[row, [places[mark] for mark in line if mark in places]] = 1
    truth = np.array([belongs for lesson in lessons for belongs in lesson.truth], dtype=np.float32)
    heft = np.array([weight for lesson in lessons for weight in lesson.heft], dtype=np.float32)
    weights = _fit(seen, truth, heft)
    return {mark: round(float(weights[place]), 4) for mark, place in places.items()}


def _fit(seen: Any, truth: Any, heft: Any) -> Any:
    weights = np.zeros(seen.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(seen @ weights.astype(np.float32))))
        slope = seen.T @ (heft * (truth - likely)) - _RIDGE * weights
        bend = ((seen * (heft * likely * (1 - likely))[:, None]).T @ seen).astype(np.float64)
        step = np.linalg.solve(bend + _RIDGE * np.eye(len(weights)), slope)
        weights += step
        if np.abs(step).max() < _SETTLED:
            break
    return weights


def is_english(body: str) -> bool:
    """Tell English from other languages by its commonest words."""
    words = [word.lower() for word in _WORD.findall(body)]
    return sum(word in {"the", "of", "and", "to", "in", "that"} for word in words) > len(words) / 9


def main() -> None:
    """Learn from all pages of DIR and write the table."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - one argument
        sys.exit(__doc__)
    pages = list(read_pages(Path(sys.argv[1])))
    weights = learn([lesson_of(page, english=is_english(page.body)) for page in pages])
    head = f"# Weight of each mark of a line: log-odds of being story. Learned by tools/learn_zone_weights.py from {len(pages)} news pages.\n"
    TABLE.write_text(head + "".join(f"{mark}\t{weight:g}\n" for mark, weight in weights.items()), encoding="utf-8")
    print(f"{len(weights)} weights from {len(pages)} pages -> {TABLE}")


if __name__ == "__main__":
    main()
