"""Short reports in a file, and records made of them."""

import json
from pathlib import Path

from dragoman.api import Record, open_record

NAMES = ("Ana Moss", "Bo Lind", "Carl Voss", "Dina Rahl", "Emil Sato", "Farah Noor", "Gita Rao", "Hugo Brandt")


def story(number: int) -> str:
    one, other = NAMES[number % len(NAMES)], NAMES[(number + 3) % len(NAMES)]
    return (
        f"French Foreign Minister {one} met German Chancellor {other} in Vienna on Tuesday, the ministry said.\n\n"
        f"{one} said that France would send {number + 10} trucks of food to Sudan and praised the German offer of help.\n\n"
        f"“We are ready to sign the treaty in May,” {other} told reporters after the meeting. The two countries have been "
        f"members of the European Union for decades, and talks on round {number} of the plan continue.\n"
    )


def written(folder: Path, many: int = 16) -> Path:
    """Write some reports as JSON lines."""
    path = folder / "reports.jsonl"
    rows = [
        {"text": story(n), "title": f"Talks {n}", "date": f"2020-03-{n % 28 + 1:02}", "outlet": "Post"}
        for n in range(many)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def begun(root: Path, reports: Path, *, shard: int = 4) -> Record:
    """Make a record of small shards with everything added and nothing read."""
    root.mkdir(parents=True)
    open_record(root, make=True)
    (root / "dragoman.toml").write_text(f"shard = {shard}\nbatch = 3\n")
    record = open_record(root)
    record.add(str(reports))
    return record


def cheap(record: Record) -> Record:
    """Have a record read by rules alone: the rows of a shard and their order are what matters, not how much is seen."""
    with (record.path / "dragoman.toml").open("a") as settings:
        settings.write('[reading]\ntagger = "none"\n')
    return open_record(record.path)


def bytes_of(root: Path) -> dict[str, bytes]:
    """Give every part of a record by its name."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.glob("*/*.parquet"))}
