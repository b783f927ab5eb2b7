"""How values are shown: escaped, of bounded length, and unable to turn the page around."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

# C0 and C1 controls but tab and line feed, and the marks that override or embed a direction.
_UNRULY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_INKS = {
    "speaker": "who", "actor": "who", "person": "who", "party": "who", "cue": "act", "act": "act", "office": "rank",
    "standing": "rank", "kind": "act", "recipient": "whom", "addressee": "whom", "about": "whom", "body": "whom",
    "place": "place", "day": "day", "words": "words",
}  # fmt: skip


def tame(value: Any) -> Any:
    """Put a sign in place of each character that would steer a page; lengths stay."""
    if value is None:
        return ""
    return value if isinstance(value, Markup | int | float) else _UNRULY.sub("\ufffd", str(value))


def short(value: Any, most: int = 160) -> str:
    """Cut a value to a length, saying so by three dots."""
    text = "" if value is None else str(value)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def ink(field: str) -> str:
    """Name the colour a field has on every page."""
    return _INKS.get(field, "plain")


def address(path: str, **values: Any) -> str:
    """Give an address with the values that are set."""
    pairs = [
        (name, one) for name, value in values.items() for one in (value if isinstance(value, list | tuple) else [value])
    ]
    return path + (
        "?" + urlencode([(name, one) for name, one in pairs if one not in (None, "")])
        if any(one not in (None, "") for _, one in pairs)
        else ""
    )


def changed(asked: Mapping[str, Any], path: str, **values: Any) -> str:
    """Give the address of the same page with some values changed."""
    return address(path, **{**asked, **values})


def step(identity: str) -> str:
    """Make an id or name safe as one step of a path."""
    return quote(identity, safe="")


def number(value: int) -> str:
    """Write a number with its thousands apart."""
    return f"{value:,}"


def web_address(uri: Any) -> bool:
    """Tell whether a report's address can be opened in a browser."""
    return isinstance(uri, str) and uri.startswith(("http://", "https://"))


@cache
def environment() -> Environment:
    """Open the templates."""
    made = Environment(
        loader=PackageLoader("dragoman.web"), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, finalize=tame, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(short=short, ink=ink, step=step, number=number)
    made.globals.update(address=address, changed=changed, web_address=web_address)
    return made
