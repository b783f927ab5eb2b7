"""Write a trained tagger as int8 ONNX, 8 bits a weight and channel, and print its digest for the catalogue.

    python -m tools.tagger.export WEIGHTS.pt… [--shares SHARE…] --to TAGGER.onnx

Of several weights of one training the mean is written, which reads better than any of them (Wortsman et al. 2022); `--shares`
weighs them.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
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
    parts = [share / sum(shares or (1,) * len(several)) for share in shares or (1,) * len(several)]
    return {
        name: sum((weights[name] * part for weights, part in zip(several, parts, strict=True)), torch.zeros(()))
        for name in several[0]
    }


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
    lengths = {1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Alone(tagger).eval(),
            (example, example),
            str(plain),
            input_names=["pieces", "shapes"],
            output_names=["quotes", "names", "links"],
            dynamic_axes=dict.fromkeys(("pieces", "shapes", "quotes", "names", "links"), lengths),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, given.to, per_channel=True, weight_type=QuantType.QInt8)
    print(f"{given.to.stat().st_size / 1e6:.1f} MB  sha256 {sha256(given.to.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
