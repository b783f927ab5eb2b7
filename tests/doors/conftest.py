"""One record read once, and the command line over it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.run.small import begun, written

from dragoman.cli import main


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doors")
    made = begun(folder / "record", written(folder))
    made.read()
    return made.path


@pytest.fixture
def dragoman() -> Callable[..., Result]:
    """Run a command as in a shell."""

    def run(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, list(words), input=stdin)

    return run
