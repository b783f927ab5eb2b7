"""Write a trained event model as int8 ONNX, 8 bits a weight and channel, and print its digest for the catalogue.

python -m tools.events.export WEIGHTS.pt TO.onnx
"""

import argparse
import tempfile
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tools.events.network import MARKS, EventNetwork


def opened(path: Path) -> EventNetwork:
    """Open trained weights, the marks taken into the vocabulary."""
    weights = torch.load(path, weights_only=True)
    weights["words.weight"][:MARKS] += weights["marks.weight"]
    weights["marks.weight"].zero_()
    network = EventNetwork(len(weights["words.weight"]))
    network.load_state_dict(weights)
    network.alone = True
    return network.eval()


def main() -> None:
    """Export, quantise, and say what came of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("to", type=Path)
    given = arguments.parse_args()
    pieces, nought = torch.full((1, 16), 1000, dtype=torch.int64), torch.zeros((1, 19), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            opened(given.weights),
            (pieces, nought[:, :16], nought[:, 16:]),
            str(plain),
            input_names=["pieces", "shapes", "marks"],
            output_names=["kinds", "spans", "classes"],
            dynamic_axes={name: {1: "length"} for name in ("pieces", "shapes", "spans")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, given.to, per_channel=True, weight_type=QuantType.QInt8)
    print(f"{given.to.stat().st_size / 1e6:.1f} MB  sha256 {sha256(given.to.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
