"""Pairs of names: can they be one person's, or not?

    python benchmarks/name_pairs.py [PAIRS] [--errors N] [--predict OUT]

PAIRS is a tab-separated file with the columns one, other, same (1 or 0), by default `name_pairs.tsv`
beside this file; or a Python file with a list `P` of triples, of which the list alone is read and
nothing is run. The yes of `alike` is set against the label, beside two measures of rapidfuzz at the
threshold that suits them best on the very same pairs.
"""

import argparse
import ast
import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.lexicon.people import alike

Pair = tuple[str, str, bool]
OWN = Path(__file__).with_name("name_pairs.tsv")


def pairs_of(path: Path) -> list[Pair]:
    """Read the pairs of a table, or of the list `P` of a Python file."""
    if path.suffix == ".py":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        listed = next(
            node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and any(isinstance(name, ast.Name) and name.id == "P" for name in node.targets)
        )
        return [(one, other, bool(same)) for one, other, same in ast.literal_eval(listed)]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [(row["one"], row["other"], row["same"] == "1") for row in rows]


def figures(said: Sequence[bool], pairs: Sequence[Pair]) -> tuple[float, str]:
    """Give F1, and it worded with precision and recall."""
    right = sum(yes and same for yes, (_, _, same) in zip(said, pairs, strict=True))
    precision = right / max(1, sum(said))
    recall = right / max(1, sum(same for _, _, same in pairs))
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return mean, f"precision {precision:.3f} recall {recall:.3f} F1 {mean:.3f}"


def at_best(measure: Callable[[str, str], float], pairs: Sequence[Pair]) -> str:
    """Word the figures of a measure at its best threshold."""
    scores = [measure(one.casefold(), other.casefold()) for one, other, _ in pairs]
    return max(figures([score >= cut for score in scores], pairs) for cut in sorted(set(scores)))[1]


def main() -> None:
    """Print figures and errors."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path, nargs="?", default=OWN)
    arguments.add_argument("--errors", type=int, default=20)
    arguments.add_argument("--predict", type=Path, help="write pairs and answers as a table")
    given = arguments.parse_args()
    pairs = pairs_of(given.path)
    said = [alike(one, other) for one, other, _ in pairs]
    print(f"{len(pairs)} pairs, {sum(same for *_, same in pairs)} of one person")
    print(f"dragoman            {figures(said, pairs)[1]}")
    print(f"rapidfuzz WRatio    {at_best(fuzz.WRatio, pairs)}")
    print(f"rapidfuzz token set {at_best(fuzz.token_set_ratio, pairs)}")
    wrong = [(yes, one, other) for yes, (one, other, same) in zip(said, pairs, strict=True) if yes != same]
    for yes, one, other in wrong[: given.errors]:
        print(f"{'merged' if yes else 'parted'}  {one} | {other}")
    if given.predict:
        lines = [f"{one}\t{other}\t{int(yes)}" for yes, (one, other, _) in zip(said, pairs, strict=True)]
        given.predict.write_text("\n".join(["one\tother\tsame", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
