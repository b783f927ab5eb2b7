"""Write a trained tagger as int8 ONNX, 8 bits a weight and channel, and print its digest for the catalogue.

    python -m tools.tagger.export WEIGHTS.pt… [--shares SHARE…] --to TAGGER.onnx

Of several weights of one training the mean is written, which reads better than any of them (Wortsman et al. 2022); `--shares`
weighs them.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tools.quantised import write
from tools.tagger.network import Tagger
from torch import Tensor, nn


class Alone(nn.Module):
    """The tagger for windows without padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read one window."""
        given: tuple[Tensor, Tensor, Tensor] = self.tagger(pieces, shapes, None)
        return given


def mean(several: Sequence[Mapping[str, Tensor]], shares: Sequence[float] | None) -> dict[str, Tensor]:
    """Give the mean of weights, name by name, each by its share."""
    shares = shares or [1.0] * len(several)
    weighed = [(weights, share / sum(shares)) for weights, share in zip(several, shares, strict=True)]
    return {name: sum((weights[name] * part for weights, part in weighed), torch.zeros(())) for name in several[0]}


def main() -> None:
    """Export, quantise, and say what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("weights", type=Path, nargs="+")
    arguments.add_argument("--shares", type=float, nargs="+")
    arguments.add_argument("--to", type=Path, required=True)
    given = arguments.parse_args()
    tagger = Tagger()
    tagger.load_state_dict(mean([torch.load(path, weights_only=True) for path in given.weights], given.shares))
    example = torch.ones((1, 16), dtype=torch.int64)
    takes, gives = ("pieces", "shapes"), ("quotes", "names", "links")
    write(Alone(tagger).eval(), (example, example), given.to, takes=takes, gives=gives, lengths=(*takes, *gives))


if __name__ == "__main__":
    main()
