"""Write a trained event model as int8 ONNX, 8 bits a weight and channel, and print its digest for the catalogue.

python -m tools.events.export WEIGHTS.pt TO.onnx
"""

import argparse
from pathlib import Path

import torch
from tools.events.network import MARKS, EventNetwork
from tools.quantised import write


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
    takes, gives = ("pieces", "shapes", "marks"), ("kinds", "spans", "classes")
    examples = pieces, nought[:, :16], nought[:, 16:]
    write(opened(given.weights), examples, given.to, takes=takes, gives=gives, lengths=("pieces", "shapes", "spans"))


if __name__ == "__main__":
    main()
