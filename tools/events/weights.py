"""Learn what the traits of a stretch weigh for who acts and who is acted upon; writes lexicon/span_weights.tsv.

    python -m tools.events.weights DIR FOLD0.pt FOLD1.pt FOLD2.pt

DIR holds CoPED's sentences as `benchmarks/spans.py` takes them; the third that is held is left out. Each sentence is read by
the network that has not learned it (`tools/events/train.py --fold 0`, 1 and 2), so that the weights meet what they will meet.
They make the right reading of each sentence the likeliest among its readings, by a log-linear model with a ridge. Printed
first: how many readings are right by weights learned from the other four fifths.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from benchmarks.spans import is_held, lay, norm, sentences_of, spans_in
from msgspec import Struct
from scipy import sparse
from scipy.optimize import minimize
from tools.events.corpora import fold_of
from tools.events.export import opened

from dragoman import models
from dragoman.reading.events.sentence_marks import rows_of
from dragoman.reading.events.spans.choice import laid_out
from dragoman.reading.events.spans.options import Options, Traits
from dragoman.reading.events.spans.words import Words
from dragoman.reading.events.weighing import Weigher
from dragoman.reading.tagging import Pieces

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "src/dragoman/lexicon/span_weights.tsv"
RIDGE = 3.0
RAREST = 6  # stretches a trait must be one of
FEWEST = 0.02  # weights nearer to nothing are left out
FOLDS = 5
Span = tuple[int, int, str]


class Session:
    """A network asked as an ONNX session is."""

    def __init__(self, path: Path) -> None:
        self._network = opened(path)

    def run(self, _names: None, asked: Mapping[str, Any]) -> list[Any]:
        """Answer."""
        with torch.no_grad():
            given = self._network(*(torch.tensor(asked[name]) for name in ("pieces", "shapes", "marks")))
        return [answer.numpy() for answer in given]


class Case(Struct, frozen=True):
    """A sentence: its readings, which of them come nearest to what is right, whether one is right, and its fold."""

    options: Options
    nearest: tuple[int, ...]
    right: frozenset[int]
    fold: int


def cases_of(folder: Path, networks: Sequence[Weigher]) -> Iterator[Case]:
    """Read the sentences that may be learned from."""
    for number, sentence in enumerate(sentences_of(folder / "cameo_ner" / "train.txt")):
        said = norm("".join(word for word, _ in sentence))
        if is_held(said):
            continue
        page, places = lay([word for word, _ in sentence], number)
        found, shares, _ = networks[fold_of(said)].read(page.text)
        options = laid_out(Words(page, places), rows_of(places, found, shares))
        gold = spans_in([tag for _, tag in sentence])
        near = [
            _share(gold, {(*options.parts[part][0], options.parts[part][1]) for part in reading})
            for reading in options.readings
        ]
        most = max(near)
        nearest = tuple(at for at, each in enumerate(near) if each == most) if most else ()
        right = frozenset(at for at, each in enumerate(near) if each == 1)
        yield Case(options, nearest, right, int(sha256(said.encode()).hexdigest()[20:26], 16) % FOLDS)


def _share(gold: set[Span], told: set[Span]) -> float:
    return 2 * len(gold & told) / max(1, len(gold) + len(told))


class Table:
    """The cases as matrices.

    Args:
        cases: The cases.
    """

    def __init__(self, cases: Sequence[Case]) -> None:
        many = Counter(name for case in cases for traits in case.options.traits for name in traits)
        whole = Counter(name for case in cases for name in {name for traits in case.options.wholes for name in traits})
        self.names = sorted({name for name, times in many.items() if times >= RAREST} | set(whole))
        self._at = {name: place for place, name in enumerate(self.names)}
        self.cases = cases
        self.rows = [self._rows(case.options) for case in cases]

    def _rows(self, options: Options) -> Any:
        """Give the sums of traits: (readings, traits)."""
        into = [(number, part) for number, reading in enumerate(options.readings) for part in reading]
        shape = (len(options.readings), len(options.parts))
        members = sparse.csr_matrix((np.ones(len(into)), tuple(zip(*into, strict=True))), shape=shape)
        return (members @ self._matrix(options.traits) + self._matrix(options.wholes)).tocsr()

    def _matrix(self, rows: Sequence[Traits]) -> Any:
        cells = [
            (number, self._at[name], value)
            for number, traits in enumerate(rows)
            for name, value in traits.items()
            if name in self._at
        ]
        places, columns, values = zip(*cells, strict=True)
        return sparse.csr_matrix((values, (places, columns)), shape=(len(rows), len(self.names)))

    def learn(self, chosen: Sequence[int]) -> np.ndarray[Any, Any]:
        """Learn weights from some of the cases."""
        kept = [number for number in chosen if self.cases[number].nearest]
        rows = sparse.vstack([self.rows[number] for number in kept]).tocsr()
        turned = rows.T.tocsr()
        sizes = [self.rows[number].shape[0] for number in kept]
        starts = np.cumsum([0, *sizes[:-1]])
        of = np.repeat(np.arange(len(kept)), sizes)
        wanted = np.zeros(rows.shape[0])
        for start, number in zip(starts, kept, strict=True):
            nearest = self.cases[number].nearest
            wanted[[start + at for at in nearest]] = 1 / len(nearest)

        def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
            scores = rows @ weights
            scores -= np.maximum.reduceat(scores, starts)[of]
            logs = scores - np.log(np.add.reduceat(np.exp(scores), starts))[of]
            slope = turned @ (np.exp(logs) - wanted) + 2 * RIDGE * weights
            return float(-(wanted * logs).sum() + RIDGE * weights @ weights), slope

        given = minimize(loss, np.zeros(len(self.names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
        weights: np.ndarray[Any, Any] = given.x
        return weights

    def right(self, weights: np.ndarray[Any, Any], chosen: Sequence[int]) -> int:
        """Count the cases whose weightiest reading is right."""
        return sum(int(np.argmax(self.rows[number] @ weights)) in self.cases[number].right for number in chosen)


def main() -> None:
    """Learn and write."""
    folder, *paths = map(Path, sys.argv[1:])
    torch.set_num_threads(1)
    pieces = Pieces(models.vocabulary("events"))
    table = Table(list(cases_of(folder, [Weigher(Session(path), pieces) for path in paths])))
    everything = range(len(table.cases))
    right = 0
    for fold in range(FOLDS):
        others = [number for number in everything if table.cases[number].fold != fold]
        right += table.right(table.learn(others), [number for number in everything if table.cases[number].fold == fold])
    print(f"right by weights from other sentences: {100 * right / len(everything):.1f} % of {len(everything)}")
    weights = table.learn(list(everything))
    head = f"# What the traits of a stretch and of a reading weigh. Learned by tools/events/weights.py from {len(everything)} sentences of CoPED.\n"
    rows = [f"{name}\t{weight:.3f}" for name, weight in zip(table.names, weights, strict=True) if abs(weight) >= FEWEST]
    TABLE.write_text(head + "\n".join(["trait\tweight", *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} weights in {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
