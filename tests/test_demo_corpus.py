"""The demo corpus and its golden facts agree with each other, as files."""

import csv
import html
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

HERE = Path(__file__).parent
DEMO = HERE.parent / "src" / "dragoman" / "demo"
CORPUS = DEMO / "corpus"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
PLOVER = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
MODALITIES = {"actual", "planned", "offered", "asked", "possible", "denied"}
STANDINGS = {"member", "observer", "dialogue partner", "applicant", "founder", "suspended", "former"}
HOLDINGS = {"held", "sought", "backed", "opposed", "granted"}
ACTS = {"say", "ask", "promise", "offer", "warn", "accuse", "deny", "praise", "condemn", "thank", "announce"}
FURNITURE = {"caption", "credit", "licence", "chrome", "comments", "byline", "dateline"}
RELATIONS = {"same", "near", "excerpt", "rewrite"}
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?(/(\d{4}(-\d\d-\d\d)?)?)?)?")


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def texts_in(path: Path) -> list[str]:
    """Give the words of each report in a file, as a reader of that form meets them."""
    whole = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".jsonl":
            return ["\n".join((row["title"], row["text"])) for row in map(json.loads, whole.splitlines())]
        case ".csv":
            return ["\n".join((row["title"], row["text"])) for row in csv.DictReader(whole.splitlines(keepends=True))]
        case ".xml":
            items = ET.fromstring(whole).iter("item")  # noqa: S314 - our own file
            return [f"{item.findtext('title')}\n{words_of(item.findtext(CONTENT) or '')}" for item in items]
        case ".html":
            return [words_of(whole)]
        case _:
            return [whole]


@cache
def corpus() -> dict[str, str]:
    """Give the words of every report under its name: FILE, or FILE#ROW where a file holds several."""
    found: dict[str, str] = {}
    for path in sorted(p for p in CORPUS.rglob("*") if p.is_file()):
        name = path.relative_to(CORPUS).as_posix()
        several = path.suffix in {".jsonl", ".csv", ".xml"}
        found |= {f"{name}#{n}" if several else name: text for n, text in enumerate(texts_in(path), 1)}
    return found


@cache
def gold() -> dict[str, Any]:
    return tomllib.loads((HERE / "golden" / "demo_facts.toml").read_text(encoding="utf-8"))


def table(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def name_of(report: dict[str, Any]) -> str:
    return f"{report['file']}#{report['row']}" if "row" in report else str(report["file"])


REPORTS = [pytest.param(report, id=name_of(report)) for report in gold()["report"]]


def test_the_corpus_is_as_large_and_as_varied_as_promised() -> None:
    suffixes = [name.partition("#")[0].rpartition(".")[2] for name in corpus()]
    assert len(corpus()) >= 55
    assert {form: suffixes.count(form) for form in ("html", "jsonl", "xml", "csv")} == {
        "html": 11,
        "jsonl": 12,
        "xml": 5,
        "csv": 4,
    }
    assert max(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 30_000


def test_at_least_35_reports_have_golden_facts_and_none_twice() -> None:
    names = [name_of(report) for report in gold()["report"]]
    assert len(names) >= 35
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("report", REPORTS)
def test_golden_words_stand_in_the_report(report: dict[str, Any]) -> None:
    text = corpus()[name_of(report)]
    wanted = [report["title"], *(row["words"] for row in report.get("statement", []))]
    wanted += [row["line"] for row in report.get("furniture", [])]
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize("report", REPORTS)
def test_golden_rows_speak_the_record_s_terms(report: dict[str, Any]) -> None:
    assert report["outlet"] in {row["name"] for row in table("outlets.tsv")}
    assert {row["kind"] for row in report.get("event", [])} <= PLOVER
    assert {row["modality"] for row in report.get("event", [])} <= MODALITIES
    assert {row["polarity"] for row in report.get("event", [])} <= {"asserted", "negated"}
    assert {row["act"] for row in report.get("statement", [])} <= ACTS
    assert {row["form"] for row in report.get("statement", [])} <= {"direct", "indirect", "mixed"}
    assert {row["standing"] for row in report.get("standing", [])} <= STANDINGS
    assert {row["modality"] for row in report.get("standing", [])} <= HOLDINGS
    assert {row["kind"] for row in report.get("furniture", [])} <= FURNITURE


@pytest.mark.parametrize("report", REPORTS)
def test_golden_days_are_iso_or_empty(report: dict[str, Any]) -> None:
    rows = [row for kind in ("meeting", "event", "standing") for row in report.get(kind, [])]
    days = [report["published"], *(row.get("day", "") for row in rows)]
    assert [day for day in days if not DAY.fullmatch(day)] == []


@pytest.mark.parametrize("report", [r for r in REPORTS if str(r.id).endswith(".txt")])
def test_golden_furniture_of_plain_text_is_a_line_or_ends_one(report: dict[str, Any]) -> None:
    lines = corpus()[name_of(report)].splitlines()
    for row in report.get("furniture", []):
        assert any(line.strip() == row["line"] or line.endswith(row["line"]) for line in lines), row


@pytest.mark.parametrize("report", [r for r in REPORTS if str(r.id).endswith(".txt")])
def test_golden_statements_and_furniture_do_not_overlap(report: dict[str, Any]) -> None:
    chrome = [row["line"] for row in report.get("furniture", [])]
    spoken = [row["words"] for row in report.get("statement", [])]
    assert [words for words in spoken if any(words in line for line in chrome)] == []


def test_copies_and_conflicts_name_reports() -> None:
    copies, conflicts = gold()["copy"], gold()["conflict"]
    named = {copy[end] for copy in copies for end in ("file", "origin")}
    named |= {name for conflict in conflicts for name in conflict["files"]}
    assert named <= corpus().keys()
    assert {copy["relation"] for copy in copies} <= RELATIONS
    assert all(len(conflict["values"]) >= 2 for conflict in conflicts)


def test_every_source_names_reports_and_every_report_has_a_source() -> None:
    rows = table("sources.tsv")
    named = [name for row in rows for name in row["reports"].split(";")]
    assert set(named) == corpus().keys()
    assert all(row["fact"] and row["source"] for row in rows)
    assert [row["day"] for row in rows if not DAY.fullmatch(row["day"])] == []


def test_outlets_live_under_example_and_no_page_links_elsewhere() -> None:
    domains = {row["domain"] for row in table("outlets.tsv")}
    assert all(domain.endswith(".example") for domain in domains)
    addresses = {
        host for path in CORPUS.rglob("*.*") for host in re.findall(r"https?://([^/\"<\s]+)", path.read_text("utf-8"))
    }
    assert addresses - domains <= {"schema.org", "purl.org"}
