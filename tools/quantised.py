"""Both shipped networks are written alike: int8 ONNX, 8 bits a weight and channel, with the digest for the catalogue."""

import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


def write(  # noqa: PLR0913 - what the exporter asks for
    network: nn.Module,
    examples: tuple[Tensor, ...],
    to: Path,
    *,
    takes: Sequence[str],
    gives: Sequence[str],
    lengths: Sequence[str],
) -> None:
    """Export, quantise, and print size and digest.

    Args:
        network: What is written.
        examples: An input of each sort it takes.
        to: File to write.
        takes: Names of the inputs.
        gives: Names of the outputs.
        lengths: Those of both whose second dimension is the number of pieces.
    """
    axes: Mapping[str, Mapping[int, str]] = {name: {1: "length"} for name in lengths}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            examples,
            str(plain),
            input_names=list(takes),
            output_names=list(gives),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, to, per_channel=True, weight_type=QuantType.QInt8)
    print(f"{to.stat().st_size / 1e6:.1f} MB  sha256 {sha256(to.read_bytes()).hexdigest()}")
