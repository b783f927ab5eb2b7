"""Short reports for records made in tests."""

from pathlib import Path

import pytest
from tests.run.small import written


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path)
