"""Judging and conflicts in the workbench: judgements are appended, the last one counts, another rule chooses otherwise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.doors.pages import Seen, client_of, token_of
from tests.sql.test_disputes import PEOPLE, REPORTS, tenure

from dragoman.api import open_record
from dragoman.cli import main
from dragoman.records import Entity, Event, Party, Raw, Report, Row, Zone, sha256_of
from dragoman.store.arrivals import STEM
from dragoman.store.parts import Parts

TEXTS = {
    "r1": ("Lisbon Post", "2021-03-03", "Ana Moss met Bo Reed in Lisbon. A blast killed 4 people."),
    "r2": ("Porto Wire", "2021-03-04", "Bo Reed and Ana Moss held talks in Lisbon. The blast killed 6 people."),
    "r3": ("Faro Times", "2021-03-05", "On Friday Ana Moss sat down with Bo Reed in Porto. The blast killed 6."),
}
IDS = {report: report[1] * 20 for report in TEXTS}


@pytest.fixture
def web(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(told_three_ways(tmp_path / "record")) as client:
        yield client


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[TestClient]:
    """A record of which somebody has said that two of the accounts are one."""
    record = open_record(told_three_ways(tmp_path / "record"))
    record.judge(IDS["r1"], IDS["r2"], "same", why="one meeting")
    with client_of(record.path) as client:
        yield client


def told_three_ways(root: Path) -> Path:
    """Write a record of one meeting told by three outlets, on days and in places that differ."""
    parts = Parts.create(root)
    rows: dict[str, list[Row]] = {"raws": [], "reports": [], "zones": [], "entities": [], "events": []}
    for at, (report, (outlet, day, text)) in enumerate(TEXTS.items()):
        raw = Raw(id=sha256_of(text.encode()), uri=f"file:{report}", media_type="text/plain", bytes=text.encode())
        on = date.fromisoformat(day)
        rows["raws"].append(raw)
        rows["reports"].append(
            Report(id=report, raw=raw.id, uri=raw.uri, outlet=outlet, title=f"Talks {at}", published=day, published_from=on, published_to=on,
                   text=text, text_sha256=raw.id)
        )  # fmt: skip
        rows["zones"].append(Zone(report=report, start=0, end=len(text), kind="story", rule="x"))
        rows["entities"] += [
            Entity(id="p1", report=report, kind="person", name="Ana Moss", country="BRV", source="report"),
            Entity(id="p2", report=report, kind="person", name="Bo Reed", country="ARD", source="report"),
            Entity(
                id="c1", report=report, kind="place", name="Lisbon", country="PRT", lat=38.7, lon=-9.1, source="report"
            ),
        ]
        told = date(2021, 3, 2 if at < 2 else 5)
        rows["events"].append(
            Event(id=IDS[report], report=report, zone="story", kind="CONSULT", actors=(Party("p1", 0, 8), Party("p2", 13, 20)), recipients=(),
                  place="c1" if at < 2 else None, place_precision="city" if at < 2 else None, day=told.isoformat(), day_from=told,
                  day_to=told, day_basis="text", polarity="asserted", modality="actual", time_ref="past", killed_low=4 if at == 0 else 6,
                  killed_high=4 if at == 0 else 6, start=9, end=12, score=0.9, rule="consult:meet")
        )  # fmt: skip
    for kind, some in rows.items():
        parts.write(kind, "shard", STEM if kind == "raws" else "hand-1", some)
    return root


def post(web: TestClient, **form: str) -> int:
    return web.post("/judging", data={**form, "token": token_of(web)}, follow_redirects=False).status_code


def test_a_judgement_is_appended_and_the_last_one_on_a_pair_counts(web: TestClient) -> None:
    pair = {"left": IDS["r1"], "right": IDS["r3"]}
    assert post(web, **pair, verdict="same", why="one visit") == 303
    assert post(web, **pair, verdict="different") == 303
    log = web.get("/judging.json").json()["log"]
    assert [(one["verdict"], one["holds"]) for one in log] == [("different", True), ("same", False)]
    assert log[1]["why"] == "one visit"
    assert web.get("/judging.json", params=pair).json()["pair"]["verdict"] == "different"


def test_taking_back_appends_what_held_before(web: TestClient) -> None:
    pair = {"left": IDS["r1"], "right": IDS["r3"]}
    post(web, **pair, verdict="same")
    post(web, **pair, verdict="different")
    assert post(web, undo=web.get("/judging.json").json()["undo"]["id"]) == 303
    page = web.get("/judging.json", params=pair).json()
    assert [one["verdict"] for one in page["log"]] == ["same", "different", "same"]
    assert page["pair"]["verdict"] == "same"
    assert page["undo"] is None


def test_the_pages_know_a_judgement_after_the_record_is_gathered_anew(web: TestClient) -> None:
    pair = {"left": IDS["r1"], "right": IDS["r3"]}
    before = web.get(f"/fact/{IDS['r1']}.json").json()
    post(web, **pair, verdict="same")
    assert web.get("/judging.json").json()["fresh"] == 1
    assert web.get(f"/fact/{IDS['r1']}.json").json() == before
    assert web.post("/gather", data={"token": token_of(web)}, follow_redirects=False).status_code == 303
    assert web.get("/judging.json").json()["fresh"] == 0
    after = web.get(f"/fact/{IDS['r1']}.json").json()
    assert IDS["r3"] in {family["lead"]["id"] for family in after["told"]}


def test_a_waterfall_ends_at_its_score(joined: TestClient) -> None:
    pair = joined.get("/judging.json", params={"left": IDS["r1"], "right": IDS["r2"]}).json()["pair"]
    assert abs(pair["findings"][-1]["sum"] - pair["score"]) < 0.1
    assert all(0 <= one["x"] <= one["x"] + one["width"] <= 100.01 for one in pair["findings"])
    assert pair["open_line"] < pair["same_line"]


def test_another_rule_is_tried_by_its_name_and_nothing_is_stored(joined: TestClient) -> None:
    chosen = {}
    for rule in ("most origins", "earliest", "latest", "none"):
        page = joined.get("/conflicts.json", params={"rule": rule}).json()
        (field,) = [one for one in page["happenings"][0]["fields"] if one["field"] == "killed"]
        assert {value["value"] for value in field["values"]} == {"4", "6"}
        chosen[rule] = field["chosen"]
    assert chosen["earliest"] == "4"
    assert chosen["latest"] == "6"
    assert chosen["none"] is None
    assert joined.get("/conflicts", params={"rule": "loudest"}).status_code == 400


def test_all_reports_of_a_happening_stand_side_by_side(joined: TestClient) -> None:
    page = joined.get(f"/fact/{IDS['r1']}.json").json()
    assert page["happening"]["reports"] == 2
    (family,) = page["told"]
    assert family["lead"]["id"] == IDS["r2"]
    assert "".join(one["text"] for one in family["lead"]["changes"] if one["how"] != "gone")


def test_the_map_has_a_point_for_a_city_and_none_for_what_is_not_known(web: TestClient) -> None:
    page = web.get("/map.json").json()
    assert [(one["name"], one["events"]) for one in page["points"]] == [("Lisbon", 2)]
    assert page["unknown"] == 1
    assert page["events"] == sum(one["events"] for one in page["points"]) + page["unknown"]
    assert web.get("/facts.json", params={"place": "Lisbon"}).json()["count"] == 2


@pytest.mark.parametrize("about", [("Ana Moss",), ("Ana Moss", "Bo Reed")])
def test_a_dossier_goes_out_as_one_file_that_asks_for_nothing(tmp_path: Path, about: tuple[str, ...]) -> None:
    record, out = told_three_ways(tmp_path / "record"), tmp_path / "x.html"
    names = [word for name in about for word in ("--about", name)]
    assert CliRunner().invoke(main, ["report", str(record), *names, "-o", str(out)]).exit_code == 0
    seen = Seen(out.read_text())
    assert not seen.named("script")
    assert not seen.named("link")
    assert not [attrs for _, attrs in seen.tags if "src" in attrs]
    ids = {attrs["id"] for _, attrs in seen.tags if "id" in attrs}
    inward = [link for link in seen.links() if link.startswith("#")]
    assert len(inward) >= len(TEXTS)
    assert {link[1:] for link in inward} <= ids
    assert all(link.startswith("#") for link in seen.links())
    assert {outlet for outlet, _, _ in TEXTS.values()} <= {
        outlet for outlet, _, _ in TEXTS.values() if outlet in seen.text
    }


@pytest.mark.parametrize("about", [("Nobody Here",), ("Ana Moss", "Bo Reed", "Ana Moss")])
def test_a_file_about_nobody_or_too_many_is_refused_in_words(tmp_path: Path, about: tuple[str, ...]) -> None:
    record, out = told_three_ways(tmp_path / "record"), tmp_path / "x.html"
    names = [word for name in about for word in ("--about", name)]
    answer = CliRunner().invoke(main, ["report", str(record), *names, "-o", str(out)])
    assert answer.exit_code == 1
    assert not out.exists()


def test_an_office_in_dispute_is_laid_open_and_another_rule_tried(tmp_path: Path) -> None:
    parts = Parts.create(tmp_path / "record")
    parts.write("raws", "shard", STEM, [Raw(id=sha256_of(b"x"), uri="x", media_type="text/plain", bytes=b"x")])
    parts.write("reports", "shard", "hand-1", [*REPORTS])
    parts.write("entities", "shard", "hand-1", [*PEOPLE])
    parts.write("tenures", "shard", "hand-1", [tenure("a", "r1", "moss"), tenure("b", "r2", "lind")])
    with client_of(tmp_path / "record") as web:
        pages = {
            rule: web.get("/conflicts.json", params={"rule": rule}).json() for rule in ("most origins", "outlet Wire")
        }
        assert web.get("/conflicts.json", params={"field": "day"}).json()["disputed"] == 0
        assert "foreign minister of Arden" in Seen(web.get("/conflicts").text).text
    fields = {rule: page["disputes"][0]["fields"][0] for rule, page in pages.items()}
    assert {one["value"] for one in fields["most origins"]["values"]} == {"Moss", "Lind"}
    assert [field["chosen"] for field in fields.values()] == [None, "Moss"]
    assert pages["outlet Wire"]["changed"] == 1
