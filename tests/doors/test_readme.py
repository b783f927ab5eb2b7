"""The README tells the truth: its sentence gives its rows, its commands exist."""

import re
from pathlib import Path

import pytest

from dragoman import ReadText, read_text
from dragoman.cli import main

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text()
GUIDES = "\n".join(path.read_text() for path in sorted((HOUSE / "docs" / "how-to").glob("*.md")))


@pytest.fixture(scope="module")
def found() -> ReadText:
    """Read the sentence that the README quotes."""
    quoted = " ".join(line[2:] for line in README.splitlines() if line.startswith("> "))
    return read_text(quoted, published="2016-04-08")


def test_its_sentence_gives_its_six_rows(found: ReadText) -> None:
    names = {entity.id: entity.name for entity in found.entities}
    meeting = next(event for event in found.events if event.kind == "CONSULT")
    support = next(event for event in found.events if event.kind == "SUPPORT")
    said, backed = found.statements
    assert [names[party.entity or ""] for party in meeting.actors] == ["Sergey Lavrov", "Mohammad Javad Zarif"]
    assert (names[meeting.place or ""], meeting.day) == ("Baku", "2016-04-07")
    assert [(names[each.speaker or ""], each.act) for each in (said, backed)] == [
        ("Sergey Lavrov", "say"),
        ("Russia", "support"),
    ]
    assert (support.voice, support.modality) == (said.id, "actual")
    assert [names[party.entity or ""] for party in (*support.actors, *support.recipients)] == ["Russia", "Iran"]
    assert [(names[row.person or ""], row.post, row.country, row.day) for row in found.tenures] == [
        ("Sergey Lavrov", "foreign minister", "RUS", "2016-04-08")
    ]
    assert [(names[row.party or ""], row.standing, row.modality, names[row.body or ""]) for row in found.standings] == [
        ("Iran", "member", "backed", "Shanghai Cooperation Organisation")
    ]


def test_every_command_named_exists() -> None:
    named = set(re.findall(r"^(?:\$ )?dragoman ([a-z]+)", README + GUIDES, re.MULTILINE))
    assert len(named) > 12
    assert named <= set(main.commands)


def test_every_file_linked_exists() -> None:
    linked = re.findall(r"\]\((?!http)([^)#]+)", README)
    assert [path for path in linked if not (HOUSE / path).exists()] == []
