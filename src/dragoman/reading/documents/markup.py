"""HTML into a tree, and a tree into runs of text: each with the element that holds it."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element  # plain, for those of lxml.html are slower
from msgspec import Struct

from dragoman.lexicon.pages import is_furniture

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_CUT = ("script", "style", "svg", "noscript", "template")
_NO_TEXT = (
    *("applet", "area", "audio", "blink", "button", "canvas", "datalist", "dialog", "embed", "fencedframe"),
    *("figcaption", "footer", "frame", "frameset", "iframe", "img", "input", "legend", "marquee", "math", "menu"),
    *("menuitem", "nav", "noindex", "noscript", "object", "optgroup", "option", "output", "param", "picture"),
    *("progress", "rp", "rt", "rtc", "script", "select", "source", "style", "svg", "template", "textarea"),
    *("track", "use", "video"),
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font"),
        *("i", "ins", "kbd", "label", "map", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
BESIDES = frozenset(("aside", "figure"))
_PARAGRAPH_BREAK = re.compile("\x1d\\s*\x1d[\\s\x1d]*")
_BREAK = "\x1d"  # stands for <br> until the run is whole; no decoded text holds it


class Run(Struct, frozen=True, gc=False):
    """A stretch of text within one block; `linked` counts its code points inside links."""

    holder: Element
    tag: str
    text: str
    linked: int

    @property
    def prose(self) -> int:
        """Code points outside links."""
        return len(self.text) - self.linked


class Markup(Struct, frozen=True):
    """A page laid open: its tree without what holds no text, and its JSON-LD scripts as written."""

    tree: Element
    scripts: tuple[str, ...]


def lay_open(html: str) -> Markup | None:
    """Parse a page; None when there is nothing in it.

    Scripts and drawings are cut out of the string first: they are half of a news page, and
    finding a tag in a string costs a tenth of parsing what it holds.
    """
    html = _PROLOGUE.sub("", html)
    scripts: list[str] = []
    for tag in _CUT:
        html = _cut(html, tag, scripts)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        return None
    if tree is None:
        return None
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    return Markup(tree, tuple(scripts))


def runs_of(body: Element) -> list[Run]:
    """Give the runs of text under an element in reading order; two line breaks end a run.

    One closure over plain lists: it meets every element of a page, and is the longest part of reading one.
    """
    runs: list[Run] = []
    pieces: list[str] = []
    linked = 0

    def close(holder: Element) -> None:
        nonlocal linked
        if pieces:
            runs.extend(_runs_in("".join(pieces), holder, linked))
            pieces.clear()
            linked = 0

    def down(element: Element, holder: Element, in_link: bool) -> None:  # noqa: FBT001 - inner, and hot
        nonlocal linked
        if text := element.text:
            pieces.append(text)
            linked += len(text) if in_link else 0
        for child in element:
            tag = child.tag
            if tag in _INLINE:
                if tag == "br":
                    pieces.append(_BREAK)
                down(child, holder, in_link or tag == "a")
            else:
                close(holder)
                down(child, child, in_link)
                close(child)
            if tail := child.tail:
                pieces.append(tail)
                linked += len(tail) if in_link else 0

    down(body, body, False)
    close(body)
    return runs


def _runs_in(whole: str, holder: Element, linked: int) -> Iterator[Run]:
    """Cut the text of a block where it breaks off twice, sharing its links out by length."""
    if _BREAK not in whole:
        if text := squeezed(whole):
            yield Run(holder, holder.tag, text, min(len(text), linked))
        return
    for part in _PARAGRAPH_BREAK.split(whole):
        if text := squeezed(part):
            yield Run(holder, holder.tag, text, min(len(text), round(linked * len(part) / len(whole))))


def is_marked_furniture(element: Element) -> bool:
    """Tell whether an element's tag, attributes or names say it is no body of an article."""
    if element.tag in BESIDES or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and is_furniture(names)


def words_of(element: Element) -> str:
    """Give all text in an element on one line."""
    return squeezed("".join(element.itertext()))


def squeezed(text: str) -> str:
    """Make every stretch of blanks one space, and none at the ends."""
    return " ".join(text.split())


def _cut(html: str, tag: str, scripts: list[str]) -> str:
    """Take all elements of a tag out of a string, keeping JSON-LD aside."""
    return "".join(_between(html, f"<{tag}", f"</{tag}", scripts))


def _between(html: str, opening: str, closing: str, scripts: list[str]) -> Iterator[str]:
    at = 0
    while (begin := html.find(opening, at)) >= 0:
        end = html.find(closing, begin)
        close = html.find(">", end) if end >= 0 else -1
        if close < 0:
            break
        yield html[at:begin]
        head = html.find(">", begin, end)
        if head >= 0 and "ld+json" in html[begin:head]:
            scripts.append(html[head + 1 : end])
        at = close + 1
    yield html[at:]
