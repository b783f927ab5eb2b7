"""A client for the workbench, a reader of its pages, and a record made to break it."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.api import open_record
from dragoman.records import Entity, Event, Party, Raw, Report, Row, Span, Standing, Statement, Tenure, Zone, sha256_of
from dragoman.store.arrivals import STEM
from dragoman.store.parts import Parts
from dragoman.web.app import make_app

HERE = "http://127.0.0.1:8765"
SCRIPT = "<script>alert(1)</script>"
IMAGE = "\"'><img src=x onerror=alert(1)>"
TURNED = "Ana \u202eyb dellor\u2066 \x00\x07\x1bMoss"
LONG = "<b>" * 350_000


def client_of(path: Path) -> TestClient:
    return TestClient(make_app(open_record(path)), base_url=HERE)


def token_of(web: TestClient) -> str:
    """Give the token that the page of judging puts into its forms."""
    page = Seen(web.get("/judging?left=" + "1" * 20 + "&right=" + "2" * 20).text)
    return next(value for tag in page.named("input") if tag.get("name") == "token" and (value := tag.get("value")))


class Seen(HTMLParser):
    """The tags, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        return [href for tag, attrs in self.tags if tag == "a" and (href := attrs.get("href")) is not None]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def hostile_record(root: Path) -> Path:
    """Write a record whose names and texts carry markup, control characters, turned text and a very long title."""
    text = f"{SCRIPT} met {TURNED} in {IMAGE}. {SCRIPT} said {{{{ 7 * 7 }}}} & more.\n</p></main>{SCRIPT}\n"
    raw = Raw(id=sha256_of(text.encode()), uri="javascript:alert(1)", media_type="text/html", bytes=text.encode())
    whole = Span(0, len(text))
    rows: dict[str, list[Row]] = {
        "raws": [raw],
        "reports": [
            Report(
                id=name, raw=raw.id, uri="javascript:alert(1)", outlet=IMAGE, title=title, published="2020-01-03",
                published_from=date(2020, 1, 3), published_to=date(2020, 1, 3), text=text, text_sha256=raw.id,
            )
            for name, title in (("r1", LONG), ("r2", SCRIPT))
        ],
        "zones": [Zone(report="r1", start=0, end=len(text), kind="story", rule="x")],
        "entities": [
            Entity(id="p1", report="r1", kind="person", name=SCRIPT, aliases=(IMAGE,), country="BRV", source="report"),
            Entity(id="p2", report="r1", kind="person", name=TURNED, country="ARD", source="report"),
            Entity(id="b1", report="r1", kind="body", name=IMAGE, source="report"),
        ],
        "statements": [
            Statement(
                id="0" * 20, report="r1", zone="story", speaker="p1", speaker_start=0, speaker_end=25, cue_start=26, cue_end=29,
                contents=(whole,), form="indirect", act="say", addressee="p2", about=("b1",), polarity="asserted", score=0.5, rule=SCRIPT,
            ),
        ],
        "events": [
            Event(
                id=f"{number}" * 20, report=f"r{number}", zone="story", kind="CONSULT", actors=(Party("p1", 0, 25), Party("p2", 30, 40)),
                recipients=(Party(None, 0, 9),), place_start=0, place_end=9, day="2020-01-03", day_from=date(2020, 1, 3),
                day_to=date(2020, 1, 3), polarity="asserted", modality="actual", time_ref="past", topics=(SCRIPT,), start=26, end=29,
                score=0.8, rule="x",
            )
            for number in (1, 2)
        ],
        "tenures": [
            Tenure(id="3" * 20, report="r1", person="p1", office=SCRIPT, post=SCRIPT, body="b1", status="current", day="2020-01-03",
                   day_from=date(2020, 1, 3), day_to=date(2020, 1, 3), start=0, end=25, rule="x"),
        ],
        "standings": [
            Standing(id="4" * 20, report="r1", party="p2", body="b1", standing="member", modality="held", start=0, end=25, rule="x"),
        ],
    }  # fmt: skip
    parts = Parts.create(root)
    for kind, some in rows.items():
        parts.write(kind, "shard", STEM if kind == "raws" else "hand-1", some)
    return root
