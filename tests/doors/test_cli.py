"""Every verb from the command line: rows on standard output, telling on standard error, errors in one sentence."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import Result

from dragoman.cli import main

Run = Callable[..., Result]
LISTS = ("facts", "statements", "meetings", "offices", "events")


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_says_what_it_does(dragoman: Run, verb: str) -> None:
    said = dragoman(verb, "--help")
    assert said.exit_code == 0
    assert main.commands[verb].help or main.commands[verb].callback.__doc__


@pytest.mark.parametrize("verb", LISTS)
def test_a_list_prints_a_line_a_row_that_fits(dragoman: Run, record: Path, verb: str) -> None:
    said = dragoman(verb, str(record))
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("verb", LISTS)
def test_the_same_rows_in_every_format(dragoman: Run, record: Path, verb: str) -> None:
    lines = [json.loads(line) for line in dragoman(verb, str(record), "--format", "jsonl").stdout.splitlines()]
    cells = list(csv.DictReader(io.StringIO(dragoman(verb, str(record), "--format", "csv").stdout)))
    table = pq.read_table(io.BytesIO(dragoman(verb, str(record), "--format", "parquet").stdout_bytes))
    assert [line["id"] for line in lines] == [cell["id"] for cell in cells] == table.column("id").to_pylist()


def test_names_filter_and_a_wrong_name_is_told_with_those_near_it(dragoman: Run, record: Path) -> None:
    rows = [
        json.loads(line)
        for line in dragoman("statements", str(record), "--who", "Ana Moss", "--format", "jsonl").stdout.splitlines()
    ]
    assert rows
    assert {row["speaker"] for row in rows} == {"Ana Moss"}
    wrong = dragoman("facts", str(record), "--who", "Ana Mosz")
    assert wrong.exit_code == 1
    assert "Ana Moss" in wrong.stderr


def test_why_opens_a_row_on_its_words(dragoman: Run, record: Path) -> None:
    row = json.loads(dragoman("statements", str(record), "--format", "jsonl").stdout.splitlines()[0])
    grounds = json.loads(dragoman("why", str(record), row["id"], "--format", "json").stdout)
    marked = {mark["field"]: grounds["passage"][mark["start"] : mark["end"]] for mark in grounds["marks"]}
    assert marked["cue"] == row["cue"]
    assert dragoman("why", str(record), row["id"][:10]).exit_code == 0


def test_search_marks_the_words(dragoman: Run, record: Path) -> None:
    hit = json.loads(dragoman("search", str(record), "trucks", "--format", "jsonl").stdout.splitlines()[0])
    assert [hit["passage"][start:end] for start, end in hit["marks"]] == ["trucks"]


@pytest.mark.parametrize(
    "words", [("who", "{}", "Ana Moss"), ("dyad", "{}", "France", "Germany"), ("refusals", "{}"), ("doctor", "{}")]
)
def test_pages_for_people_print(dragoman: Run, record: Path, words: tuple[str, ...]) -> None:
    said = dragoman(*(word.format(record) for word in words))
    assert said.exit_code == 0, said.stderr


def test_sql_reads_and_only_reads(dragoman: Run, record: Path) -> None:
    count = dragoman("sql", str(record), "SELECT count(*) AS n FROM reports", "--format", "csv").stdout
    assert count == "n\n16\n"
    assert dragoman("sql", str(record), "DROP VIEW facts").exit_code == 1


def test_rows_without_an_id_have_no_column_for_it_and_one_row_is_one(dragoman: Run, record: Path) -> None:
    said = dragoman("sql", str(record), "SELECT count(*) AS n FROM reports")
    assert [line.strip() for line in said.stdout.splitlines()] == ["n", "16"]
    assert said.stderr.strip() == "1 row"


def test_refusals_say_their_reasons_in_full(dragoman: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7 of a kind")
    (tmp_path / "note.txt").write_text("France and Chad met.")
    assert dragoman("add", str(tmp_path), "--to", str(tmp_path / "r")).exit_code == 0
    assert "this is a PDF; save its text first" in dragoman("refusals", str(tmp_path / "r")).stdout
    assert "nothing was refused" in dragoman("refusals", str(record)).stderr


@pytest.mark.parametrize("fmt", ["csv", "jsonl", "parquet"])
def test_export_writes_a_file_a_table(dragoman: Run, record: Path, tmp_path: Path, fmt: str) -> None:
    said = dragoman("export", str(record), fmt, "-o", str(tmp_path / "out"))
    assert said.exit_code == 0
    assert (tmp_path / "out" / f"told.{fmt}").stat().st_size > 0
    assert "exists already" in dragoman("export", str(record), fmt, "-o", str(tmp_path / "out")).stderr


def test_export_writes_one_database(dragoman: Run, record: Path, tmp_path: Path) -> None:
    assert dragoman("export", str(record), "duckdb", "-o", str(tmp_path / "r.duckdb")).exit_code == 0
    with duckdb.connect(str(tmp_path / "r.duckdb"), read_only=True) as duck:
        assert duck.execute("SELECT count(*) FROM reports").fetchall() == [(16,)]


@pytest.mark.parametrize("fmt", ["citron", "claims"])
def test_export_hands_statements_on(dragoman: Run, record: Path, tmp_path: Path, fmt: str) -> None:
    said = dragoman("export", str(record), fmt, "-o", str(tmp_path / "out"))
    assert said.exit_code == 0
    paths = [Path(line) for line in said.stdout.splitlines()]
    assert len(paths) == (16 if fmt == "citron" else 1)
    first = json.loads(paths[0].read_text() if fmt == "citron" else paths[0].read_text().splitlines()[0])
    assert first["quotes"] if fmt == "citron" else first["@type"] == "Claim"
    assert "exists already" in dragoman("export", str(record), fmt, "-o", str(tmp_path / "out")).stderr


@pytest.mark.parametrize("at", [0.0, 0.1, 0.33, 0.8, 0.95])
def test_verify_passes_and_names_a_part_with_a_flipped_byte(
    dragoman: Run, record: Path, tmp_path: Path, at: float
) -> None:
    assert dragoman("verify", str(record)).exit_code == 0
    broken = tmp_path / "record"
    for path in [path for path in record.rglob("*") if path.is_file()]:
        copy = broken / path.relative_to(record)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    part = min(broken.glob("reports/*.parquet"))
    content = bytearray(part.read_bytes())
    content[int(len(content) * at)] ^= 0xFF
    part.write_bytes(content)
    said = dragoman("verify", str(broken))
    assert said.exit_code == 1
    assert part.name in said.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("facts", "nowhere"), "dragoman add"),
        (("why", "{}", "zzz"), "dragoman facts"),
        (("add", "missing.txt", "--to", "{}-new"), "missing.txt"),
        (("facts", "{}", "--from", "yesterday-ish"), "'yesterday-ish' is no day; write 2016-04-07"),
        (("facts", "{}", "--to", "2016-02-31"), "'2016-02-31' is no day"),
        (("who", "{}", "Qwxyz"), "dragoman search"),
        (("judge", "{}", "zzz", "yyy"), "'zzz' begins the id of no event"),
        (("sql", "{}", "SELECT * FROM report"), "There are accounts, "),
        (("add", "{}", "--to", "{}-other"), "this is a record"),
    ],
)
def test_errors_say_what_where_and_what_next(dragoman: Run, record: Path, words: tuple[str, ...], told: str) -> None:
    said = dragoman(*(word.format(record) for word in words))
    assert said.exit_code == 1
    assert told in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("words", [("search", "peace"), ("who", "Iran"), ("dyad", "Iran", "Chad")])
def test_a_record_not_read_yet_says_so(dragoman: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert dragoman("add", "-", "--to", str(tmp_path / "r"), stdin="France and Chad met.").exit_code == 0
    said = dragoman(words[0], str(tmp_path / "r"), *words[1:])
    assert said.exit_code == 1
    assert "read yet; `dragoman read" in said.stderr


def test_a_month_or_year_stands_for_all_its_days(dragoman: Run, record: Path) -> None:
    days = [
        json.loads(line)["day"][:7]
        for line in dragoman("facts", str(record), "--format", "jsonl").stdout.splitlines()
        if json.loads(line)["day"] and len(json.loads(line)["day"]) == len("2016-04-07")
    ]
    month = days[0]
    within = dragoman("facts", str(record), "--from", month, "--to", month, "--format", "jsonl").stdout.splitlines()
    assert sum(json.loads(line)["day"].startswith(month) for line in within if json.loads(line)["day"]) >= days.count(
        month
    )


def test_the_first_help_stands_in_lines_of_its_own(dragoman: Run) -> None:
    lines = dragoman("--help").stdout.splitlines()[1:]
    assert any(line.startswith("  dragoman add reports/ --to record  ") for line in lines)
    assert not any(line.endswith("...") for line in lines)
    assert max(map(len, lines)) <= 80


def test_files_here_already_keep_their_keys_and_it_is_said(dragoman: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"x": "France and Chad met.", "when": "2016-04-08"}\n')
    assert dragoman("add", str(file), "--to", str(tmp_path / "r"), "--map", "text=x").exit_code == 0
    again = dragoman("add", str(file), "--to", str(tmp_path / "r"), "--map", "text=x,published=when")
    assert "keep the keys they were first put away with" in " ".join(again.stderr.split())


def test_standard_input_is_read(dragoman: Run, tmp_path: Path) -> None:
    story = (
        "France and Germany signed a treaty in Vienna on Tuesday, the French foreign ministry said in a statement.\n"
        * 3
    )
    assert dragoman("add", "-", "--to", str(tmp_path / "r"), stdin=story).exit_code == 0
    assert dragoman("read", str(tmp_path / "r")).exit_code == 0
    assert dragoman("facts", str(tmp_path / "r")).stdout


def test_a_folder_that_is_no_record_is_left_alone(dragoman: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    said = dragoman("add", str(tmp_path / "letter.txt"), "--to", str(tmp_path))
    assert said.exit_code == 1
    assert "not empty" in said.stderr
