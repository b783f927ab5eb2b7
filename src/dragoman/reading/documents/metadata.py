"""What a page states about its article in JSON-LD and meta elements, as stated and unjudged."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lxml.etree import _Element as Element
from msgspec import Struct

from dragoman.reading.documents.text import letters_of

_ARTICLE = re.compile(r"Article$|Posting$|^Report$")
_PAGE = re.compile(r"WebPage$|^CreativeWork$|VideoObject$")
_LISTS = frozenset(
    (
        "itemListElement",
        "hasPart",
        "liveBlogUpdate",
        "mentions",
        "isRelatedTo",
        "relatedLink",
        "citation",
        "comment",
        "isPartOf",
    )
)
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)(?:\s*\*/)?")
_MARKS = re.compile(r"<[^>]+>")
_DEEPEST = 12

Node = Mapping[str, Any]


class Stated(Struct, frozen=True, kw_only=True):
    """What a page states, each list from the surest place to the least sure."""

    titles: tuple[str, ...] = ()
    authors: tuple[tuple[str, ...], ...] = ()
    published: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    body: str = ""


def read_metadata(tree: Element, scripts: Sequence[str]) -> Stated:
    """Gather what JSON-LD states of the article, then what the meta elements state."""
    nodes = [node for script in scripts for node in _nodes(_loaded(script), 0)]
    names = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and "name" in node}
    metas = _metas(tree)
    articles = _articles(nodes, metas)
    return Stated(
        titles=_some([*_texts(articles, "headline"), *metas.get("og:title", ()), *metas.get("twitter:title", ())]),
        authors=_authors(articles, names, metas),
        published=_some([*_texts(articles, "datePublished"), *_first(metas, _DAYS), *_texts(articles, "dateCreated")]),
        outlets=_some([*_names(articles, "publisher", names), *_first(metas, ("og:site_name", "application-name"))]),
        descriptions=_some([*_texts(articles, "description"), *_first(metas, _DESCRIPTIONS)]),
        addresses=_some([*metas.get("og:url", ()), *_canonical(tree), *_texts(articles, "url")]),
        body=max((_plain(text) for text in _texts(articles, "articleBody")), key=len, default=""),
    )


_DAYS = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date"),
    *(
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date.issued",
        "dcterms.created",
    ),
    *("dc.date", "dcterms.date", "date", "cxenseparse:recs:publishtime", "article.published", "article:post_date"),
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl")


def _loaded(script: str) -> Any:
    """Read a JSON-LD script, forgiving what editors leave in it; None where it is beyond that."""
    for mend in (str.strip, _unwrapped, lambda text: unescape(_unwrapped(text))):
        try:
            return json.loads(mend(script), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    """Take off comment marks, CDATA marks and a closing semicolon."""
    return _WRAPPING.sub("", script).strip(" \t\n;")


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """Give the objects of JSON-LD, those above first, without what it only lists or mentions."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, below in value.items():
            if key not in _LISTS and isinstance(below, dict | list):
                yield from _nodes(below, depth + 1)


def _articles(nodes: Sequence[Node], metas: Mapping[str, Sequence[str]]) -> list[Node]:
    """Give the node of the page's article first, others of the page after it; teasers of others not at all."""
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    heading = {letters_of(title) for title in metas.get("og:title", ())}
    same = [node for node in articles if letters_of(_text(node.get("headline"))) in heading]
    main = (same or articles)[:1]
    return [*main, *(node for node in nodes if _is(node, _PAGE) and not main)]


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(one, str) and kind.search(one) for one in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    if isinstance(value, dict):
        value = value.get("@value", "")
    return " ".join(unescape(unescape(value)).split()) if isinstance(value, str) else ""


def _texts(nodes: Sequence[Node], key: str) -> list[str]:
    return [_text(node.get(key)) for node in nodes]


def _names(nodes: Sequence[Node], key: str, by_id: Mapping[str, Node]) -> list[str]:
    """Give the names of the people or bodies a key leads to, by reference or not."""
    found: list[str] = []
    for node in nodes:
        value = node.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")  # noqa: PLW2901 - unwrapped
            found.extend(_text(name) for name in (one if isinstance(one, list) else [one]))
    return [name for name in found if name]


def _authors(
    articles: Sequence[Node], by_id: Mapping[str, Node], metas: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    places = [tuple(_names(articles, "author", by_id)), *(tuple(metas.get(name, ())) for name in _AUTHORS)]
    return tuple(place for place in places if place)


def _metas(tree: Element) -> dict[str, list[str]]:
    """Give the contents of meta elements by their lower-case names."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for name in {meta.get("property"), meta.get("name"), meta.get("itemprop")} if content else ():
            if name:
                metas.setdefault(name.lower(), []).append(_text(content))
    return metas


def _first(metas: Mapping[str, Sequence[str]], names: Sequence[str]) -> list[str]:
    return [text for name in names for text in metas.get(name, ())]


def _canonical(tree: Element) -> list[str]:
    return [link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]


def _some(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text)
