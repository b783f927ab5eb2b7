"""What tries to break the workbench: hostile names and texts, foreign hosts, queries that want more than to read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.doors.pages import LONG, Seen, client_of, hostile_record, token_of

from dragoman.api import open_record
from dragoman.store.parts import Parts
from dragoman.web import desk
from dragoman.web.drawing import Passed, lanes_of, ticks_of
from dragoman.web.handout import hand_out
from dragoman.web.marking import Stretch, cut
from dragoman.web.pages import query
from dragoman.web.pages.evidence import changes
from dragoman.web.screens import SCREENS
from dragoman.web.twins import Screen

ADDRESSES = [
    "/", "/facts", "/facts?q=alert", "/facts?q=%3Cscript%3Ealert(1)%3C/script%3E", "/fact/" + "0" * 20, "/fact/" + "1" * 20, "/fact/" + "3" * 20,
    "/fact/" + "4" * 20, "/report/r1", "/report/r1?layers=statements&layers=events&layers=offices&fact=" + "0" * 20, "/reports", "/things", "/thing/p1",
    "/thing/p2", "/thing/b1", "/dyad?left=p1&right=p2&series=month", "/dyad?left=%22%3E%3Cscript%3E&right=", "/organisations", "/organisation/b1",
    "/meetings", "/meetings?left=p1&right=p2", "/coverage", "/conflicts", "/conflicts?id=%3Cscript%3E", "/judging", "/map", "/map?since=%22%3E%3Cscript%3E",
    "/judging?left=" + "1" * 20 + "&right=" + "2" * 20, "/refusals", "/peek/" + "0" * 20, "/sql?query=FROM+told",
    "/sql?query=%3C/textarea%3E%3Cscript%3E", "/nowhere/%3Cscript%3E", "/fact/%3Cscript%3E", "/facts?sort=%22%3E%3Cscript%3E",
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client_of(hostile_record(tmp_path_factory.mktemp("hostile") / "record")) as client:
        yield client


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_words_stay_words(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code in {200, 400, 404}
    assert len(answer.content) < len(LONG)
    seen = Seen(answer.text)
    assert [attrs.get("src") for attrs in seen.named("script")] in ([], ["/static/workbench.js"])
    assert not seen.named("img")
    assert len(seen.named("main")) <= 1
    for _tag, attrs in seen.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert not (attrs.get("href") or "/").lower().startswith(("javascript:", "data:"))
    assert not set("\x00\x07\x1b\u202e\u2066") & set(answer.text)


@pytest.mark.parametrize("about", [["p1"], ["p2"], ["b1"], ["p1", "p2"]])
def test_hostile_words_stay_words_in_a_file_to_be_sent(tmp_path: Path, about: list[str]) -> None:
    out = tmp_path / "x.html"
    assert hand_out(open_record(hostile_record(tmp_path / "record")), about, out) > 0
    written = out.read_text()
    assert len(written) < len(LONG)
    seen = Seen(written)
    assert not [tag for tag, _ in seen.tags if tag in {"script", "img", "link", "iframe", "form", "base"}]
    assert len(seen.named("main")) == len(seen.named("h1")) == 1
    for _tag, attrs in seen.tags:
        assert not [name for name in attrs if name.startswith("on") or name in {"style", "src"}]
        assert (attrs.get("href") or "#").startswith("#")
    assert not set("\x00\x07\x1b\u202e\u2066") & set(written)


def test_a_post_needs_the_token_of_its_page(hostile: TestClient) -> None:
    pair = {"left": "1" * 20, "right": "2" * 20, "verdict": "same"}
    token = token_of(hostile)
    for form, headers in (
        (pair, {}),
        ({**pair, "token": "guessed"}, {}),
        ({**pair, "token": token}, {"origin": "http://evil.example"}),
        ({**pair, "token": token}, {"host": "evil.example"}),
    ):
        assert hostile.post("/judging", data=form, headers=headers).status_code in {400, 403}
    assert hostile.post("/judging", content=b"why=" + b"x" * 30_000).status_code == 413
    assert hostile.get("/judging.json").json()["judged"] == 0
    assert token not in hostile.get("/judging.json").text


def test_a_post_to_what_is_no_form_is_refused_in_words(hostile: TestClient) -> None:
    token = token_of(hostile)
    for form in (
        {},
        {"left": "zzz", "right": "1" * 20, "verdict": "same"},
        {"left": "1" * 20, "right": "2" * 20, "verdict": "maybe"},
        {"undo": "zzz"},
    ):
        assert hostile.post("/judging", data={**form, "token": token}).status_code == 400


def test_a_template_in_a_text_is_text(hostile: TestClient) -> None:
    assert "{{ 7 * 7 }}" in Seen(hostile.get("/report/r1").text).text


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("bare") / "record"
    Parts.create(folder)
    with client_of(folder) as client:
        yield client


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_an_empty_record_says_why_it_is_empty(bare: TestClient, screen: Screen) -> None:
    path = screen.path
    if "{" in path:
        assert bare.get(path.partition("{")[0] + "zzz").status_code == 400
        return
    answer = bare.get(path)
    assert answer.status_code == 200
    assert path in {"/sql", "/dyad"} or 'class="empty"' in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "169.254.169.254", ""])  # noqa: S104 - a name that is turned away
def test_a_foreign_host_is_turned_away(hostile: TestClient, host: str) -> None:
    answer = hostile.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "dragoman" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:1", "localhost"])
def test_this_machine_is_let_in(hostile: TestClient, host: str) -> None:
    assert hostile.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/index.json", "/index.csv", "/static/workbench.css", "/nowhere", "/fact/zzz", "/meetings.gexf"]
)
def test_every_answer_keeps_to_itself(hostile: TestClient, address: str) -> None:
    headers = hostile.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_taken_from_outside(hostile: TestClient, method: str) -> None:
    assert hostile.request(method, "/facts").status_code == 405


@pytest.mark.parametrize(
    "asked",
    [
        "DROP VIEW told", "SELECT 1; SELECT 2", "COPY (SELECT 1) TO '/tmp/x.csv'", "SELECT 1) UNION ALL (SELECT 2", "SELECT * FROM read_csv('/etc/passwd')",
        "FROM '/etc/hostname'", "SELECT * FROM glob('/*')", "SELECT getenv('HOME')", "ATTACH 'x.db'", "INSTALL httpfs", "SET threads = 9",
        "SELECT * FROM 'http://127.0.0.1/x.parquet'", "SELECT '" + "x" * 20_000 + "'",
    ],
)  # fmt: skip
def test_a_query_that_wants_more_than_to_read_is_told_so(hostile: TestClient, asked: str) -> None:
    page = hostile.get("/sql.json", params={"query": asked}).json()
    assert page["fault"]
    assert page["answer"] == []


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT 1 AS one",
        "SELECT 1 AS one;",
        "SELECT 1 AS one -- why",
        "WITH a AS (SELECT 1 AS one) FROM a",
        "VALUES (1)",
    ],
)
def test_a_query_that_reads_is_answered(hostile: TestClient, asked: str) -> None:
    page = hostile.get("/sql.json", params={"query": asked}).json()
    assert page["fault"] is None
    assert [list(row.values()) for row in page["answer"]] == [[1]]


def test_rows_are_bounded(hostile: TestClient) -> None:
    page = hostile.get("/sql.json", params={"query": "FROM range(1000000)"}).json()
    assert len(page["answer"]) == query.MOST
    assert page["more"]


def test_a_slow_query_is_stopped_and_the_pages_go_on(hostile: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "SECONDS", 0.3)
    slow = "SELECT count(*) FROM range(100000) a, range(100000) b WHERE a.range + b.range = 7"
    assert "narrow it" in hostile.get("/sql.json", params={"query": slow}).json()["fault"]
    assert hostile.get("/").status_code == 200


def test_a_record_that_grows_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_FRESH", 0.0)
    Parts.create(tmp_path / "record")
    with client_of(tmp_path / "record") as web:
        assert web.get("/reports.json").json()["count"] == 0
        hostile_record(tmp_path / "record")
        assert web.get("/reports.json").json()["count"] == 2


def test_marks_that_overlap_cut_the_text_at_every_edge() -> None:
    marks = [
        Stretch(layer="statements", field="words", row="a", start=10, end=20),
        Stretch(layer="events", field="act", row="b", start=14, end=24),
        Stretch(layer="events", field="actor", row="b", start=0, end=3),
    ]
    pieces = cut("abcdefghijklmnop", 8, marks, here="b")
    assert [(piece.text, piece.fields, piece.row, piece.here) for piece in pieces] == [
        ("ab", (), None, False),
        ("cdef", ("words",), None, False),
        ("ghijkl", ("act", "words"), "b", True),
        ("mnop", ("act",), "b", True),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("he met her", "he met her", [("same", "he met her")]),
        ("he met her", "he saw her", [("same", "he"), ("gone", "met"), ("new", "saw"), ("same", "her")]),
        ("", "he", [("new", "he")]),
        ("he", "", [("gone", "he")]),
    ],
)
def test_two_wordings_are_told_apart_word_by_word(mine: str, theirs: str, told: list[tuple[str, str]]) -> None:
    assert [(one.how, one.text) for one in changes(mine, theirs)] == told


def test_a_timeline_puts_no_two_facts_on_one_point_and_none_without_a_day() -> None:
    facts = [
        Passed(
            id=str(n), lane=lane, way="right", at=date(2020, 1, 1 + n // 9) if n % 5 else None, of_report=False, said=""
        )
        for n in range(60)
        for lane in ("words", "deeds")
    ]
    lanes = lanes_of(facts)
    assert lanes.undated == 24
    assert len({(dot.x, dot.y) for dot in lanes.dots}) == len(lanes.dots) == 96
    assert all(0 <= dot.x <= 100 and 0 < dot.y < lanes.height for dot in lanes.dots)
    assert len(ticks_of(date(2000, 1, 1), date(2024, 1, 1))) <= 9
