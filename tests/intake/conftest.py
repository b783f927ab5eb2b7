"""Opening files made on the spot."""

from pathlib import Path

import pytest
from tests.intake.made import Open, Opened, split


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens a file of the name and content given."""

    def _open(name: str, content: bytes | str, **said: object) -> Opened:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return split([path], **said)

    return _open
