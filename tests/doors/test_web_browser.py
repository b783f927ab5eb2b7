"""The workbench in a real browser: keys, judging, layers, axe, no error on the console, no request to anywhere else.

Needs Playwright and a Chromium on the path (`apt install chromium`); without them the tests are left out.
"""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from tests.doors.test_web_judging import IDS, told_three_ways

from dragoman.api import open_record
from dragoman.web.app import make_app
from dragoman.web.screens import SCREENS

playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path; `apt install chromium`")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def served(record: Path) -> Iterator[str]:
    with serving(record) as here:
        yield here


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a record of one meeting told three ways, to be judged."""
    with serving(told_three_ways(tmp_path_factory.mktemp("judged") / "record")) as here:
        yield here


@contextmanager
def serving(record: Path) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(make_app(open_record(record)), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    here = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    with urlopen(here, timeout=600):
        yield here
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any, served: str, judged: str) -> Iterator[Any]:
    """Open a tab that fails its test on an error of the console or a request to anywhere else."""
    faults: list[str] = []
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    opened.set_default_timeout(120_000)
    opened.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("request", lambda asked: None if asked.url.startswith((served, judged)) else faults.append(asked.url))
    yield opened
    opened.close()
    assert faults == []


def facts_of(tab: Any, served: str) -> Any:
    tab.goto(f"{served}/facts")
    return tab


def test_every_screen_opens_quietly(tab: Any, served: str) -> None:
    for screen in SCREENS:
        if "{" not in screen.path:
            assert tab.goto(served + screen.path).status == 200
            assert tab.locator("h1").count() == 1


def test_no_screen_is_wider_than_a_narrow_window(tab: Any, served: str) -> None:
    tab.set_viewport_size({"width": 480, "height": 900})
    for path in (
        "/",
        "/facts",
        "/things",
        "/thing/France",
        "/dyad?left=France&right=Germany",
        "/meetings",
        "/coverage",
        "/sql",
        "/organisations",
        "/conflicts",
        "/judging",
        "/map",
        "/reports",
    ):
        tab.goto(served + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 480, path


def test_from_the_keyboard_alone_to_the_words(tab: Any, served: str) -> None:
    facts_of(tab, served)
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.type("Ana Moss")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/facts?q=Ana+Moss")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    row = tab.evaluate("document.activeElement.dataset.row")
    tab.locator("#peek blockquote").wait_for()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/fact/{row}")
    assert tab.locator("blockquote .ink").count() > 0
    tab.go_back()
    tab.wait_for_url("**/facts?q=Ana+Moss")


def test_judging_by_keys_and_taking_back(tab: Any, judged: str) -> None:
    tab.goto(f"{judged}/judging?left={IDS['r1']}&right={IDS['r2']}")
    assert tab.locator("section[aria-labelledby=log] tbody tr").count() == 0
    tab.keyboard.press("1")
    tab.wait_for_url("**/judging")
    tab.keyboard.press("u")
    tab.wait_for_url("**/judging?left=**")
    verdicts = tab.locator("section[aria-labelledby=log] tbody tr td:nth-child(2)").all_inner_texts()
    assert [one.split()[0] for one in verdicts] == ["unsure", "same"]
    tab.go_back()
    tab.wait_for_url("**/judging")
    tab.go_forward()
    tab.wait_for_url("**/judging?left=**")


def test_a_number_leads_to_rows_and_a_row_to_its_sentence(tab: Any, served: str) -> None:
    tab.goto(served)
    tab.locator(".counts a", has_text="statements").click()
    tab.wait_for_url("**/facts?fact=statement")
    tab.locator("main a.open").first.click()
    tab.wait_for_url("**/fact/**")
    assert tab.locator("blockquote .ink").count() > 0


def test_a_table_goes_out_as_it_is_shown(tab: Any, served: str) -> None:
    facts_of(tab, served)
    with tab.expect_response("**/facts.csv**") as answer:
        tab.evaluate("fetch(document.querySelector('.tools a[href*=csv]').href)")
    assert answer.value.status == 200
    assert answer.value.text().startswith("id,fact,kind")


def test_the_slider_narrows_the_network(tab: Any, judged: str) -> None:
    tab.goto(f"{judged}/facts")
    tab.goto(f"{judged}/meetings?since=2021-01-01&until=2021-12-31")
    assert tab.locator("svg .node").count() == 2
    tab.goto(f"{judged}/meetings?until=2020-12-31")
    assert tab.locator("svg .node").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(tab: Any, served: str, judged: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python").Axe()
    tab.emulate_media(color_scheme=scheme)
    pages = [served + path for path in ("/", "/facts", "/things", "/thing/France", "/dyad?left=France&right=Germany&series=month",
             "/organisations", "/organisation/European%20Union", "/coverage", "/sql", "/reports", "/refusals")]  # fmt: skip
    pages += [judged + path for path in ("/meetings", "/map", "/conflicts", f"/judging?left={IDS['r1']}&right={IDS['r2']}", f"/fact/{IDS['r1']}",
              "/report/r1")]  # fmt: skip
    found = []
    for page in pages:
        tab.goto(page)
        found += [
            (page, fault["id"], node["html"][:120])
            for fault in axe.run(tab).response["violations"]
            if fault["impact"] in {"serious", "critical"}
            for node in fault["nodes"][:3]
        ]
    assert found == []


def test_the_keys_are_told(tab: Any, served: str) -> None:
    facts_of(tab, served)
    tab.keyboard.press("?")
    assert tab.locator("dialog").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("dialog").is_visible()


def test_a_facet_narrows_and_a_chip_widens(tab: Any, served: str) -> None:
    facts_of(tab, served)
    whole = tab.locator(".tools strong").inner_text()
    tab.locator(".facets a", has_text="event").first.click()
    tab.wait_for_url("**fact=event**")
    assert tab.locator(".tools strong").inner_text() != whole
    tab.locator(".chips a").click()
    tab.wait_for_url("**/facts**")
    assert tab.locator(".tools strong").inner_text() == whole


def test_layers_show_at_a_click(tab: Any, served: str) -> None:
    facts_of(tab, served)
    tab.locator("td.c-outlet a").first.click()
    tab.wait_for_url("**/report/**")
    assert tab.locator(".reader .ink-day").count() == 0
    tab.get_by_label("days").check()
    tab.wait_for_url("**layers=days**")
    assert tab.locator(".reader .ink-day").count() > 0


def test_the_focus_is_seen_and_the_page_can_be_skipped_to(tab: Any, served: str) -> None:
    facts_of(tab, served)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
