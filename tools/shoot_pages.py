"""Take pictures of every page of the workbench, wide and narrow, light and dark.

Usage: python tools/shoot_pages.py RECORD FOLDER [CHROMIUM]
       python tools/shoot_pages.py RECORD docs/pictures [CHROMIUM] --docs

With --docs only the four of the README are taken, wide and light, under the names it shows them by.

Needs Playwright (`pip install playwright`) and a Chromium. A page that asks for anything from elsewhere, or says
anything on its console, ends the run with what it said.
"""

import shutil
import sys
import threading
import time
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import uvicorn
from playwright.sync_api import sync_playwright

from dragoman.api import open_record
from dragoman.web.app import make_app

_SIZES = {"wide": (1440, 1000), "narrow": (480, 900)}
_SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
_OF_DOCS = ("evidence", "dyad", "map", "judging")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]  # fmt: skip


def pages_of(record: str) -> dict[str, str]:
    """Choose an address for each page: the fact to begin with, and the names in most facts."""
    opened = open_record(record)
    first = opened.sql(
        "SELECT id, report FROM facts WHERE fact = 'event' AND len(involved) > 1 AND day IS NOT NULL LIMIT 1"
    ).rows()[0]
    states = opened.sql("SELECT name FROM entities WHERE kind = 'state' ORDER BY reports DESC, name LIMIT 2").rows()
    person = opened.sql("SELECT id FROM entities WHERE kind = 'person' ORDER BY reports DESC, name LIMIT 1").rows()[0]
    body = opened.sql("SELECT body_id AS id FROM stood GROUP BY body_id ORDER BY count(*) DESC LIMIT 1").rows()[0]
    left, right = (quote(state["name"]) for state in states)
    return {
        "home": "/", "search": f"/facts?q={left}", "evidence": f"/fact/{first['id']}", "report": f"/report/{first['report']}",
        "things": "/things", "thing": f"/thing/{person['id']}", "dyad": f"/dyad?left={left}&right={right}",
        "organisation": f"/organisation/{body['id']}", "meetings": "/meetings", "conflicts": "/conflicts", "judging": "/judging",
        "map": "/map", "coverage": "/coverage", "organisations": "/organisations", "reports": "/reports", "sql": "/sql",
    }  # fmt: skip


def shoot(record: str, folder: Path, chromium: str, *, of_docs: bool) -> None:
    """Serve a record and take the pictures."""
    pages = pages_of(record)
    server = uvicorn.Server(uvicorn.Config(make_app(open_record(record)), host="127.0.0.1", port=0, log_level="error"))
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started:
        time.sleep(0.05)
    here = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=_FLAGS)
        for size, (width, height) in list(_SIZES.items())[: 1 if of_docs else None]:
            for scheme in _SCHEMES[: 1 if of_docs else None]:
                tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                _watched(tab, here)
                for name in _OF_DOCS if of_docs else pages:
                    picture = folder / (f"workbench-{name}.png" if of_docs else f"{name}-{size}-{scheme}.png")
                    tab.goto(here + pages[name], wait_until="networkidle")
                    tab.screenshot(path=picture)
                    print(picture)
        browser.close()
    server.should_exit = True
    serving.join()


def _watched(tab: Any, here: str) -> None:
    """End the run when a page says something on its console or asks for anything from elsewhere."""
    tab.on("console", lambda said: sys.exit(f"console: {said.text}"))
    tab.on("request", lambda asked: None if asked.url.startswith(here) else sys.exit(f"asked elsewhere: {asked.url}"))


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--docs"]
    if len(words) not in {2, 3}:
        sys.exit(__doc__)
    browser_at = words[2] if len(words) == 3 else shutil.which("chromium")  # noqa: PLR2004 - with the browser's place
    shoot(
        words[0],
        Path(words[1]),
        browser_at or sys.exit("no chromium on the path; name it as the third argument"),
        of_docs="--docs" in sys.argv,
    )
