"""Every page of the workbench: it stands, it has its twins, its links and numbers lead to rows, its fields are documented."""

import csv
import io
import re
import typing
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import msgspec
import pytest
from msgspec import Struct
from starlette.testclient import TestClient
from tests.doors.pages import Seen, client_of

from dragoman.web.page import Page
from dragoman.web.screens import SCREENS
from dragoman.web.twins import Screen

DOCS = Path(__file__).parents[2] / "docs" / "how-to" / "workbench.md"


@pytest.fixture(scope="session")
def web(record: Path) -> Iterator[TestClient]:
    with client_of(record) as client:
        yield client


@pytest.fixture(scope="session")
def places(web: TestClient) -> dict[str, str]:
    """An address for each screen, with ids of this record."""
    first = web.get("/index.json").json()["first"]
    ids = {
        "fact": first["id"],
        "report": first["report"],
        "thing": "France",
        "organisation": "European Union",
        "query": "page_facts",
    }
    return {
        screen.name: re.sub(r"\{.*\}", ids.get(screen.path.split("/")[1], ""), screen.path) for screen in SCREENS
    } | {
        "dyad": "/dyad?left=France&right=Germany&series=month",
        "sql": "/sql?query=SELECT+kind,+count(*)+AS+n+FROM+done+GROUP+BY+kind",
    }


def twin(address: str, form: str) -> str:
    path, _, query = address.partition("?")
    return ("/index" if path == "/" else path) + form + (f"?{query}" if query else "")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_page_stands_and_its_twins_are_its_struct(web: TestClient, places: dict[str, str], screen: Screen) -> None:
    address = places[screen.name]
    page = web.get(address)
    assert page.status_code == 200
    seen = Seen(page.text)
    assert len(seen.named("h1")) == 1
    assert len(seen.named("main")) == 1
    struct = msgspec.json.decode(web.get(twin(address, ".json")).content, type=screen.page)
    assert list(msgspec.to_builtins(struct)) == list(screen.page.__struct_fields__)
    lines = list(csv.reader(io.StringIO(web.get(twin(address, ".csv")).text)))
    assert len(lines) == (len(struct.rows()) + 1 if struct.rows() else 0)
    assert {twin(address, ".json"), twin(address, ".csv")} <= set(seen.links())
    assert {f"/query/{name}" for name in struct.queries} <= set(seen.links())


def test_every_link_leads_somewhere(web: TestClient) -> None:
    most_of_a_kind = 12
    waiting, known, visited = deque(["/", "/organisation/European%20Union"]), {"/"}, dict[str, int]()
    while waiting:
        address = waiting.popleft()
        kind = urlsplit(address).path.split("/")[1]
        visited[kind] = visited.get(kind, 0) + 1
        if visited[kind] > most_of_a_kind:
            continue
        answer = web.get(address)
        assert answer.status_code == 200, address
        if "html" not in answer.headers["content-type"]:
            continue
        for link in Seen(answer.text).links():
            target = link.partition("#")[0]
            if target and target not in known:
                assert target.startswith("/"), f"{address} leads elsewhere: {target}"
                known.add(target)
                waiting.append(target)
    assert {"fact", "report", "thing", "dyad", "organisation", "meetings", "coverage", "sql", "query"} <= set(visited)


def test_every_anchor_on_the_same_page_exists(web: TestClient, places: dict[str, str]) -> None:
    for address in places.values():
        seen = Seen(web.get(address).text)
        ids = {attrs["id"] for _, attrs in seen.tags if "id" in attrs}
        assert {link[1:] for link in seen.links() if link.startswith("#")} <= ids, address


def test_a_facet_counts_what_its_link_shows(web: TestClient) -> None:
    page = web.get("/facts.json").json()
    assert page["count"] == sum(
        one["count"] for facet in page["facets"] if facet["name"] == "fact" for one in facet["counts"]
    )
    for facet in page["facets"]:
        for one in facet["counts"][:2]:
            assert web.get(one["href"].replace("/facts", "/facts.json", 1)).json()["count"] == one["count"], one


def test_the_first_page_counts_what_its_links_show(web: TestClient) -> None:
    counts = {one["value"]: one for one in web.get("/index.json").json()["counts"]}
    for sort, path in (
        ("statements", "/facts"),
        ("events", "/facts"),
        ("reports", "/reports"),
        ("meetings", "/meetings"),
        ("people", "/things"),
    ):
        href = counts[sort]["href"].replace(path, f"{path}.json", 1)
        assert web.get(href).json()["count"] == counts[sort]["count"]


def test_a_section_of_a_dossier_shows_all_it_counts(web: TestClient) -> None:
    for section in web.get("/thing/France.json").json()["sections"]:
        whole = web.get("/thing/France.json", params={"section": section["name"]}).json()["sections"]
        assert [(one["name"], len(one["lines"])) for one in whole] == [(section["name"], section["count"])]


def test_the_pieces_of_a_passage_are_the_passage_and_marks_their_words(web: TestClient, places: dict[str, str]) -> None:
    page = web.get(places["evidence"] + ".json").json()
    assert "".join(piece["text"] for piece in page["passage"]) == page["grounds"]["passage"]
    for mark in page["grounds"]["marks"]:
        words = "".join(piece["text"] for piece in page["passage"] if mark["field"] in piece["fields"])
        assert page["grounds"]["passage"][mark["start"] : mark["end"]] in words


def test_a_report_shows_all_its_words_in_order_and_greys_the_furniture(web: TestClient, places: dict[str, str]) -> None:
    page = web.get(places["report"] + ".json").json()
    shown = "".join(piece["text"] for one in page["paragraphs"] for piece in one["pieces"])
    texts = web.get("/sql.json", params={"query": "SELECT id, text FROM reports"}).json()["answer"]
    text = next(row["text"] for row in texts if row["id"] == page["report"]["id"])
    assert "".join(shown.split()) == "".join(text.split())
    assert {note["id"] for one in page["paragraphs"] for note in one["notes"]} == {fact["id"] for fact in page["facts"]}


def test_layers_are_in_the_address(web: TestClient, places: dict[str, str]) -> None:
    fields = {
        layers: {field for one in web.get(f"{places['report']}.json?{layers}").json()["paragraphs"] for piece in one["pieces"] for field in piece["fields"]}
        for layers in ("layers=statements", "layers=places&layers=days")
    }  # fmt: skip
    assert fields["layers=statements"] <= {"speaker", "cue", "words"}
    assert fields["layers=places&layers=days"] <= {"place", "day"}
    assert all(fields.values())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ana Moss", {"who": "Ana Moss"}),
        ("France → Germany", {"by": "France", "to": "Germany"}),
        ("Ana Moss praised Germany", {"by": "Ana Moss", "to": "Germany"}),
        ("trucks of food", {"words": ["trucks", "of", "food"]}),
        ('"trucks of" food', {"words": ["trucks of", "food"]}),
        ("Ana Moss praised nobody here", {"words": ["Ana", "Moss", "praised", "nobody", "here"]}),
        ("", {}),
    ],
)
def test_the_box_reads_names_only_where_the_record_has_them(
    web: TestClient, typed: str, read: dict[str, object]
) -> None:
    box = web.get("/facts.json", params={"q": typed}).json()["box"]
    assert {name: box[name] for name in ("who", "by", "to", "words") if box[name]} == read


def test_words_of_the_box_are_in_every_fact_and_in_the_reports_found(web: TestClient) -> None:
    page = web.get("/facts.json", params={"q": "trucks food"}).json()
    assert page["facts"]
    assert all("trucks" in fact["words"] and "food" in fact["words"] for fact in page["facts"])
    assert page["reports"] >= len(page["hits"]) > 0


def test_rows_are_paged_without_gap_or_double(web: TestClient) -> None:
    whole = [fact["id"] for fact in web.get("/facts.json?most=10000").json()["facts"]]
    paged = [fact["id"] for page in (1, 2, 3) for fact in web.get(f"/facts.json?most=10&page={page}").json()["facts"]]
    assert paged == whole[:30]


def test_a_dyad_turned_round_has_its_arrows_turned(web: TestClient) -> None:
    ways = {"right": "left", "left": "right", "both": "both"}
    one, other = (
        {line["id"]: line["way"] for lane in web.get("/dyad.json", params={"left": left, "right": right}).json()["lanes"] for line in lane["lines"]}
        for left, right in (("France", "Germany"), ("Germany", "France"))
    )  # fmt: skip
    assert one
    assert {row: ways[way] for row, way in one.items()} == other


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("of", ["person", "state"])
def test_the_network_goes_out_whole(web: TestClient, form: str, of: str) -> None:
    tree = ET.fromstring(web.get(f"/meetings.{form}?of={of}").content)  # noqa: S314 - our own
    edges = [node for node in tree.iter() if node.tag.endswith("}edge")]
    assert len(edges) == len(web.get(f"/meetings.json?of={of}").json()["pairs"]) > 0


def test_a_line_of_the_network_opens_its_meetings(web: TestClient) -> None:
    for of in ("person", "state"):
        pair = web.get(f"/meetings.json?of={of}").json()["pairs"][0]
        assert (
            web.get("/meetings.json", params={"of": of, "left": pair["left"], "right": pair["right"]}).json()["count"]
            == pair["meetings"]
        )


@pytest.mark.parametrize(
    "address",
    [
        "/fact/zzz",
        "/report/zzz",
        "/thing/zzz",
        "/thing/a%2Fb",
        "/organisation/zzz",
        "/query/zzz",
        "/facts?page=two",
        "/facts?who=Zzyzx",
    ],
)
def test_a_question_that_cannot_be_answered_is_told_on_a_page(web: TestClient, address: str) -> None:
    answer = web.get(address)
    assert answer.status_code == 400
    assert "cannot be answered" in answer.text


def structs_in(hint: object) -> Iterator[type[Struct]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in typing.get_args(hint):
        yield from structs_in(inner)


def reached(of: type[Struct], known: set[type[Struct]]) -> set[type[Struct]]:
    if of not in known:
        known.add(of)
        for hint in typing.get_type_hints(of).values():
            for inner in structs_in(hint):
                reached(inner, known)
    return known


def documented(heading: str) -> list[str]:
    sections = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", DOCS.read_text(), re.MULTILINE | re.DOTALL))
    return re.findall(r"^- `(\w+)`: .", sections[heading], re.MULTILINE)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_every_field_and_value_of_a_page_is_documented(screen: Screen) -> None:
    heading = next(
        line[4:]
        for line in DOCS.read_text().splitlines()
        if line.startswith("### ") and line.endswith(f"`{screen.path}`")
    )
    assert documented(heading) == list(screen.page.__struct_fields__)
    asked = re.search(
        rf"^### {re.escape(heading)}\n.*?\n\n(Asks for: .*?)?\n?Fields", DOCS.read_text(), re.MULTILINE | re.DOTALL
    )
    assert asked
    assert re.findall(r"`(\w+)` \(", asked.group(0)) == list(screen.asked.__struct_fields__)


def test_every_struct_inside_a_page_is_documented() -> None:
    known: set[type[Struct]] = set()
    for screen in SCREENS:
        reached(screen.page, known)
    inner = [of for of in known if not issubclass(of, Page)]
    assert len({of.__name__ for of in inner}) == len(inner)
    for of in inner:
        assert documented(of.__name__) == list(of.__struct_fields__), of
