"""Write the golden files of tests/golden again, after a change of columns that is meant.

python tools/write_golden.py
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.golden.test_formats import HERE, NO_FILTER, VERBS  # noqa: E402
from tests.sql.hand import chosen_by_hand  # noqa: E402

from dragoman.store.exports import WRITERS  # noqa: E402 - the repository's root must be on the path
from dragoman.store.queries import sql  # noqa: E402
from dragoman.store.room import Room  # noqa: E402


def main() -> None:
    """Write one file a verb and format."""
    with tempfile.TemporaryDirectory() as folder, Room(chosen_by_hand(Path(folder)), views=True) as room:
        for verb in VERBS:
            rows = room.ask(sql("asks", verb), NO_FILTER)
            for fmt in ("csv", "jsonl"):
                with (HERE / f"{verb}.{fmt}").open("wb") as sink:
                    WRITERS[fmt](rows, sink)


if __name__ == "__main__":
    main()
