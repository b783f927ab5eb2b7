"""What a user knows of offices changes the reading, stands apart from what reports say, and contradicts it aloud."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from dragoman.api import open_record
from dragoman.api.dossiers import Dossier, Section
from dragoman.api.known import Contradiction, KnownOffice
from dragoman.cli.dossiers import dossier_page

Run = Callable[..., Result]
REPORT = {
    "text": "The Norwegian foreign minister met the Danish prime minister in Oslo on Monday. "
    "Danish Foreign Minister Ole Berg said the talks were useful.",
    "title": "Talks in Oslo",
    "published": "2031-05-06",
    "url": "https://example.org/a",
}
OWN = (
    "person,office,state,start,end\nAda Lund,foreign minister,Norway,2030-01-01,2033-12-31\n"
    "Nora Dahl,foreign minister,Denmark,2030-01-01,2033-12-31\n"
)


@pytest.fixture
def told(tmp_path: Path, dragoman: Run) -> Path:
    (tmp_path / "reports.jsonl").write_text(json.dumps(REPORT), encoding="utf-8")
    (tmp_path / "own.csv").write_text(f"{OWN}No One,,Norway,,\n", encoding="utf-8")
    record = tmp_path / "record"
    assert dragoman("add", str(tmp_path / "reports.jsonl"), "--to", str(record)).exit_code == 0
    assert dragoman("read", str(record)).exit_code == 0
    return record


def names(record: Path) -> set[str]:
    rows = open_record(str(record)).sql("SELECT name FROM entities WHERE kind = 'person'").rows()
    return {row["name"] for row in rows}


def test_own_knowledge_names_the_holder_of_an_office(told: Path, tmp_path: Path, dragoman: Run) -> None:
    assert "Ada Lund" not in names(told)
    added = dragoman("knowledge", "add", str(told), str(tmp_path / "own.csv"))
    assert added.exit_code == 0
    assert "row 4: no office" in added.stderr
    assert "Ada Lund" in dragoman("knowledge", "list", str(told)).stdout
    due = {stage for stages in open_record(str(told)).due().values() for stage in stages}
    assert "entities" in due
    assert "parses" not in due
    assert dragoman("read", str(told)).exit_code == 0
    assert "Ada Lund" in names(told)
    assert "known to have held" in dragoman("who", str(told), "Ada Lund").stdout


def test_what_a_report_says_against_it_is_shown_and_not_merged(told: Path, tmp_path: Path, dragoman: Run) -> None:
    dragoman("knowledge", "add", str(told), str(tmp_path / "own.csv"))
    dragoman("read", str(told))
    said = json.loads(dragoman("who", str(told), "Ole Berg", "--format", "json").stdout)
    (against,) = said["contradictions"]
    assert against["said"] == "Ole Berg is foreign minister of Denmark"
    assert against["known"] == "Nora Dahl"
    assert against["source"] == "own.csv, row 3"
    assert "but Nora Dahl is known" in dragoman("who", str(told), "Ole Berg").stdout


def test_a_dossier_fits_eighty_columns() -> None:
    words = "a long sentence that goes on and on " * 8
    row = {"id": "0123456789abcdef", "day": "2031-05-06", "speaker": "Ada Lund", "act": "say", "words": words}
    found = Dossier(
        "Ada Lund",
        [{"name": "Ada Lund", "kind": "person", "country": "NOR", "sector": "GOV", "wikidata": None, "aliases": []}],
        [Section("said", 9, [row])],
        [KnownOffice("Ada Lund", "foreign minister", "Norway", "2030-01-01", None, "own.csv, row 2")],
        [Contradiction("0123456789abcdef", "2031-05-06", "Ada Lund is king of Norway", words, "Ole Berg", "own.csv")],
    )
    console = Console(width=80, record=True, file=None)
    with console.capture() as printed:
        console.print(dossier_page(found))
    lines = printed.get().splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("  01234567  2031-05-06  say  a long sentence") for line in lines)
    assert "and 8 more" in printed.get()
