"""An HTML page into title, authors, day, outlet and the paragraphs of its article."""

import re
from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element as Element
from lxml.html import HTMLParser, document_fromstring
from msgspec import Struct

from dragoman.dates import Days, day_or_none, days_of, parse_days
from dragoman.lexicon.outlets import find_outlet
from dragoman.reading.documents.markup import lay_open, squeezed, words_of
from dragoman.reading.documents.metadata import Stated, read_metadata
from dragoman.reading.documents.paragraphs import paragraphs_in, paragraphs_of
from dragoman.reading.documents.text import letters_of

_LITTLE = 250  # code points of body below which another reader is asked
_LATEST = "2200-01-01"  # instead of the reader's today: a reading knows no clock
_LED = re.compile(r"^(?:by|von|par|por|di|door|af|av|text:?|words by|written by|story by)\s+", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|;|\||/|(?<=\s)(?:and|und|og|och|y|e|&)\s)\s*")
_NO_NAME = re.compile(r"@|https?:|www\.|\.(?:com|org|net|co)\b|[()]|^\d+$|^authors?$|^admin$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[|–—·•«»]|-|::?)\s+(?=\S)")
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-]|$)")
_PATH_SLASHED = re.compile(r"/((?:19|20)\d\d)/(1[0-2]|0?[1-9]|[a-z]{3})/(\d{1,2})(?=[/_-]|$)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class HtmlPage(Struct, frozen=True, kw_only=True):
    """What a page gives.

    `published` keeps the local day that the page states, `basis` says where: `metadata` or `url`.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Days | None = None
    basis: str = "unknown"
    outlet: str | None = None
    address: str | None = None
    paragraphs: tuple[str, ...] = ()


def read_page(html: str, address: str | None = None) -> HtmlPage:
    """Read a page.

    Args:
        html: The page, decoded.
        address: Where it was fetched, if known; its own canonical address counts otherwise.
    """
    markup = lay_open(html)
    body = markup.tree.find("body") if markup else None
    if markup is None or body is None:
        return HtmlPage()
    stated = read_metadata(markup.tree, markup.scripts)
    own = next((one for one in (*([address] if address else ()), *stated.addresses) if one.startswith("http")), None)
    published, basis = _published(html, markup.tree, stated, own)
    paragraphs = paragraphs_of(body, stated.descriptions, stated.body)
    return HtmlPage(
        title=_title(markup.tree, stated),
        authors=_authors(markup.tree, stated),
        published=published,
        basis=basis,
        outlet=next(iter(stated.outlets), None),
        address=own,
        paragraphs=paragraphs if sum(map(len, paragraphs)) >= _LITTLE else _asked(html, paragraphs, stated.body),
    )


def read_fragment(html: str) -> tuple[str, ...]:
    """Give the paragraphs of a piece of a page that is all article, as feeds carry it."""
    markup = lay_open(html)
    return paragraphs_in(markup.tree) if markup else ()


def day_in_address(address: str) -> Days | None:
    """Give the day in the path of an address, as in `/2016/04/07/`, `/2016-04-07-` or `/20160407/`."""
    path = urlsplit(address).path
    match = _PATH_DAY.search(path) or _PATH_SLASHED.search(path.lower())
    if match is None:
        return None
    month = _MONTHS.index(match[2]) + 1 if match[2] in _MONTHS else int(match[2]) if match[2].isdigit() else 0
    day = day_or_none(int(match[1]), month, int(match[3]))
    return days_of(day) if day else None


def _published(html: str, tree: Element, stated: Stated, address: str | None) -> tuple[Days | None, str]:
    """Give the day of publication and where it is stated: metadata, address, then the page's own marks of it."""
    for text in stated.published:
        if (days := parse_days(text)) and days.single:
            return days, "metadata"
    if marked := _marked_day(tree):
        return marked, "metadata"
    if address and (days := day_in_address(address)):
        return days, "url"
    days = _asked_day(html)
    return (days, "metadata") if days else (None, "unknown")


def _marked_day(tree: Element) -> Days | None:
    """Give the day an element marked as the day of publication states."""
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        for text in (element.get("datetime"), element.get("content"), words_of(element)):
            if text and (days := parse_days(text)) and days.single:
                return days
    stated = {days for element in tree.iterfind(".//time[@datetime]") if (days := parse_days(element.get("datetime")))}
    return stated.pop() if len(stated) == 1 else None


def _title(tree: Element, stated: Stated) -> str | None:
    """Give the title that metadata state and the page shows as a heading; else the first stated, else shown."""
    shown = [text for heading in tree.iter("h1") if (text := words_of(heading))]
    headings = {letters_of(text) for text in shown}
    named = [words_of(title) for title in tree.iterfind("head/title")]
    titles = [_without_outlet(title, stated.outlets) for title in (*stated.titles, *shown, *named)]
    both = (title for title in titles[: len(stated.titles)] if letters_of(title) in headings)
    return next(both, None) or next((title for title in titles if title), None)


def _without_outlet(title: str, outlets: Sequence[str]) -> str:
    """Cut the outlet's name off the end of a title."""
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and (parts[-1] in outlets or find_outlet(parts[-1])):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•«»-:")
    return title


def _authors(tree: Element, stated: Stated) -> tuple[str, ...]:
    """Give the authors stated; the outlet itself only where nobody else is named."""
    outlets = {letters_of(outlet) for outlet in stated.outlets}
    places = [names for place in stated.authors if (names := names_in(place))]
    for names in (*places, names_in([words_of(link) for link in tree.iter("a") if link.get("rel") == "author"])):
        if names and not all(_is_outlet(name, outlets) for name in names):
            return names
    return next(iter(places), ())


def _is_outlet(name: str, outlets: Collection[str]) -> bool:
    return letters_of(name) in outlets or find_outlet(name) is not None


def names_in(texts: Sequence[str]) -> tuple[str, ...]:
    """Cut bylines into names, each once; addresses and credits of pictures are no names."""
    named = [_LED.sub("", text) for text in texts if "://" not in text]
    names = (_LED.sub("", name).strip(" .") for text in named for name in _LISTED.split(text))
    return tuple(dict.fromkeys(name for name in names if name and not _NO_NAME.search(name)))


def _asked(html: str, paragraphs: tuple[str, ...], stated: str) -> tuple[str, ...]:
    """Where ours is short, take the body the metadata state, or what trafilatura finds: the longest."""
    from trafilatura import extract  # noqa: PLC0415 - heavy, and asked about few pages

    whole = _whole(html)
    text = extract(whole, include_comments=False, include_tables=False, fast=True) if whole is not None else ""
    asked = [tuple(one for line in (other or "").split("\n") if (one := squeezed(line))) for other in (text, stated)]
    return max((paragraphs, *asked), key=lambda lines: sum(map(len, lines)))


def _asked_day(html: str) -> Days | None:
    """Ask htmldate for the day the page itself marks as that of publication."""
    from htmldate import find_date  # noqa: PLC0415 - heavy, and asked about few pages

    whole = _whole(html)
    if whole is None:
        return None
    found = find_date(whole, original_date=True, extensive_search=False, max_date=_LATEST)
    return parse_days(found) if found else None


def _whole(html: str) -> Any:
    """Parse a page with its scripts; as a tree, since both libraries would fetch a string that is an address."""
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
