"""What must not be loaded is not loaded; a fresh interpreter tells, because deferral hides from static checks."""

import subprocess
import sys

import pytest

HEAVY = (
    "duckdb",
    "pyarrow",
    "ray",
    "onnxruntime",
    "starlette",
    "spacy",
    "trafilatura",
    "pandas",
    "polars",
    "tantivy",
    "rich",
)


def loaded_by(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    "module", ["dragoman", "dragoman.cli", "dragoman.records", "dragoman.errors", "dragoman.settings"]
)
def test_a_door_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") == set()


@pytest.mark.parametrize("module", ["mentions", "entities", "statements", "events", "zones", "dates", "page", "syntax"])
def test_a_reader_loads_no_engine(module: str) -> None:
    assert loaded_by(f"import dragoman.reading.{module}") <= {"trafilatura"}
