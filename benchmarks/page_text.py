"""Measure how well the story is found in page text that lost its HTML.

Usage: python benchmarks/page_text.py DIR [--predict OUT]

DIR holds pages as the fundus project keeps them (see tools/learn_zone_weights.py). Each page becomes text in
two ways: `full`, all it shows, and `half`, without navigation, headers, footers and forms. The lines labelled
story are set against the true body by runs of four words, as article-extraction-benchmark does. The weights
are learned anew for each of five folds of outlets, so no outlet is measured with weights that saw it; with
`--predict` the packaged weights read the pages and the stories found go to OUT as JSON lines.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.learn_zone_weights import GoldPage, is_english, learn, lesson_of, read_pages, shingles

from dragoman.reading.zones import ZoneReading, label_zones

FOLDS = 5
_CLOSERS = tuple('.!?"”’')
_FEW = 5

Shares = tuple[float, float, float]


def fold_of(outlet: str) -> int:
    """Give the fold an outlet is measured in."""
    return int(sha256(outlet.encode()).hexdigest(), 16) % FOLDS


def shares(gold: str, found: str) -> Shares:
    """Give the shares of right, needless and missing runs of four words."""
    true, seen = shingles(gold), shingles(found)
    right = sum((true & seen).values())
    needless, missing = seen.total() - right, true.total() - right
    total = right + needless + missing or 1
    return right / total, needless / total, missing / total


def f_score(rows: Sequence[Shares]) -> tuple[float, float, float]:
    """Give F1, precision and recall, each page counting the same."""
    precisions = [right / (right + needless) for right, needless, _ in rows if right + needless > 0]
    recalls = [right / (right + missing) for right, _, missing in rows if right + missing > 0]
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def story_of(text: str, reading: ZoneReading) -> str:
    """Give the story, one stretch a line."""
    return "\n".join(text[start:end] for start, end, kind, _ in reading.zones if kind == "story")


def nothing(text: str) -> str:
    """Keep all."""
    return text


def c4_lines(text: str) -> str:
    """Keep lines of five words or more that end as a sentence does: the line rule of the C4 corpus."""
    return "\n".join(line for line in text.split("\n") if line.endswith(_CLOSERS) and len(line.split()) >= _FEW)


def measure(name: str, pages: Sequence[GoldPage], find: Callable[[GoldPage, str], str]) -> None:
    """Print the scores of one way to find the story, on English pages and on all."""
    for view in ("full", "half"):
        texts = [getattr(page, view) for page in pages]
        started = time.process_time()
        found = [find(page, text) for page, text in zip(pages, texts, strict=True)]
        pace = len(pages) / max(time.process_time() - started, 1e-9)
        rows = [shares(page.body, story) for page, story in zip(pages, found, strict=True)]
        english = [row for row, page in zip(rows, pages, strict=True) if is_english(page.body)]
        for label, chosen in (("English", english), ("all", rows)):
            f1, precision, recall = f_score(chosen)
            print(
                f"{name:10} {view} {label:8} {len(chosen):4} pages  F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {pace:8.0f} pages/CPU-s"
            )


def titles(pages: Sequence[GoldPage], weights: Sequence[Mapping[str, float]]) -> None:
    """Print how often the title line is the true title, where the text holds it."""
    right = held = 0
    for page in pages:
        if is_english(page.body) and page.title.strip() in page.full.split("\n"):
            span = label_zones(page.full, weights=weights[fold_of(page.outlet)]).title
            right, held = right + (span is not None and page.full[slice(*span)] == page.title.strip()), held + 1
    print(f"titles     full English  {right} of {held} that stand in the text")


def predict(pages: Iterable[GoldPage], out: Path) -> None:
    """Write the stories that the packaged weights find."""
    with out.open("w", encoding="utf-8") as lines:
        for page in pages:
            rows = {
                "page": page.name,
                "full": story_of(page.full, label_zones(page.full)),
                "half": story_of(page.half, label_zones(page.half)),
            }
            lines.write(json.dumps(rows, ensure_ascii=False) + "\n")


def main() -> None:
    """Learn fold by fold, measure, print."""
    if len(sys.argv) not in {2, 4}:
        sys.exit(__doc__)
    pages = list(read_pages(Path(sys.argv[1])))
    if len(sys.argv) == 4:  # noqa: PLR2004 - DIR --predict OUT
        predict(pages, Path(sys.argv[3]))
        return
    lessons = [(fold_of(page.outlet), lesson_of(page, english=is_english(page.body))) for page in pages]
    weights = [learn([lesson for fold, lesson in lessons if fold != held]) for held in range(FOLDS)]
    measure("nothing", pages, lambda _, text: nothing(text))
    measure("C4 lines", pages, lambda _, text: c4_lines(text))
    measure("zones", pages, lambda page, text: story_of(text, label_zones(text, weights=weights[fold_of(page.outlet)])))
    titles(pages, weights)


if __name__ == "__main__":
    main()
