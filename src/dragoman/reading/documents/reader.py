"""A file as received into a report and the zones of its text."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from dragoman.dates import Days
from dragoman.errors import Refused
from dragoman.lexicon.outlets import find_outlet, outlet_at
from dragoman.reading.documents.language import Language, refuse_foreign
from dragoman.reading.documents.pages import HtmlPage, day_in_address, names_in, read_fragment, read_page
from dragoman.reading.documents.rows import MEDIA_TYPES, day_in, decode_row, text_in, value_at
from dragoman.reading.documents.text import letters_of, text_of, tidy
from dragoman.reading.zones import ZoneReading, label_zones
from dragoman.reading.zones.credits import is_short_for, name_outlet
from dragoman.records import Raw, Report, Zone, row_id, sha256_of

LONGEST = 200_000
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4_096
_TAGS = re.compile(r"</(?:p|div|a|li|h\d|b|i|em|strong|span|ul|blockquote)>|<(?:br|p|img|hr)\b[^>]*>", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\b\w[\w'’-]*[\s,]+){3,}\w[\w'’-]*[.!?。][\"”’»)]*(?:\s|$)")
_FEW_WORDS = 20
_FEW_LINES = 4
_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gob", "gov", "net", "or", "org"))


class Article(Struct, frozen=True, kw_only=True):
    """What a file gives before its zones are read; `clean` when its furniture was left behind with its HTML."""

    body: str
    clean: bool = False
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Days | None = None
    basis: str = "unknown"
    outlet: str | None = None
    address: str | None = None


def read_document(raw: Raw, *, longest: int = LONGEST) -> tuple[Report, tuple[Zone, ...]]:
    """Turn a file into a report and the zones of its text.

    Args:
        raw: The file as received.
        longest: Code points of text beyond which it is refused.

    Raises:
        Refused: `binary`, `undecodable`, `malformed-row`, `no-text`, `too-long`, or `language`
            naming the language it is in.
    """
    article = _article(raw)
    text = _laid_out(article)
    if len(text) > longest:
        raise Refused("too-long", f"{len(text):,} code points, more than {longest:,}; raise `longest` to read it")
    _refuse_empty(article.body)
    language = refuse_foreign(article.body)
    outlet = _outlet(article)
    zones = label_zones(text, title=article.title, outlet=outlet, clean=article.clean)
    if not _has_story(zones) and _SENTENCE.search(article.body) and article.body.count("\n") < _FEW_LINES:
        zones = label_zones(text, title=article.title, outlet=outlet, clean=True)  # a few lines have no furniture
    if not _has_story(zones):
        raise Refused("no-text", "nothing here reads as a story; all of it is furniture of a page")
    return _report(raw, article, text, zones, language), _zones(raw, zones)


def _has_story(zones: ZoneReading) -> bool:
    return any(kind == "story" for _, _, kind, _ in zones.zones)


def _article(raw: Raw) -> Article:
    kind = raw.media_type.partition(";")[0].strip().lower()
    address = raw.uri if raw.uri.startswith(("http://", "https://")) else None
    if kind in MEDIA_TYPES:
        return _from_row(raw, address)
    charset = _declared(raw, kind)
    if kind in _PAGES:
        return _from_page(read_page(text_of(raw.bytes, charset), address), address)
    return Article(body=text_of(raw.bytes, charset), address=address)


def _declared(raw: Raw, kind: str) -> str | None:
    """Give the encoding that the envelope states, or else the page itself."""
    stated = _CHARSET.search(raw.media_type)
    if not stated and kind in _PAGES:
        stated = _CHARSET.search(raw.bytes[:_HEAD].decode("latin-1"))
    return stated[1] if stated else None


def _from_page(page: HtmlPage, address: str | None) -> Article:
    return Article(
        body="\n\n".join(page.paragraphs),
        clean=True,
        title=page.title,
        authors=page.authors,
        published=page.published,
        basis=page.basis,
        outlet=page.outlet,
        address=address or page.address,
    )


def _from_row(raw: Raw, address: str | None) -> Article:
    """Read a row by its fields; what a page inside it states fills what they leave open."""
    row = decode_row(raw.bytes)
    keys = {field.name: field.key for field in raw.fields}
    told = {name: tidy(text_in(value_at(row, key))).strip() for name, key in keys.items()}
    address = told.get("url") or address
    inner = _inner(told, address)
    published = day_in(value_at(row, keys["published"])) if "published" in keys else None
    return Article(
        body=inner.body,
        clean=inner.clean,
        title=_one_line(told.get("title")) or inner.title,
        authors=names_in(_listed(value_at(row, keys["authors"]))) if "authors" in keys else inner.authors,
        published=published or inner.published,
        basis="metadata" if published else inner.basis,
        outlet=_one_line(told.get("outlet")) or inner.outlet,
        address=address or inner.address,
    )


def _inner(told: Mapping[str, str], address: str | None) -> Article:
    """Read the text of a row: a whole page, a piece of HTML, or plain text."""
    html, text = told.get("html", ""), told.get("text", "")
    if not html and (_WHOLE_PAGE.search(text[:_HEAD]) or len(_TAGS.findall(text, 0, _HEAD * 8)) > 1):
        html, text = text, ""
    if text or not html:
        return Article(body=text)
    if _WHOLE_PAGE.search(html[:_HEAD]):
        return _from_page(read_page(html, address), address)
    return Article(body="\n\n".join(read_fragment(html)), clean=True)


def _listed(value: Any) -> list[str]:
    return [text_in(each) for each in value] if isinstance(value, list) else [text_in(value)]


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _laid_out(article: Article) -> str:
    """Set the title above the body, unless the body has it there already."""
    title = article.title
    if not title or _opens_with(article.body, title):
        return article.body
    return f"{title}\n\n{article.body}"


def _opens_with(body: str, title: str) -> bool:
    folded = letters_of(title)
    return any(letters_of(line) == folded for line in _first_lines(body) if len(line) < 2 * len(title) + 8)


def _first_lines(body: str) -> list[str]:
    return [line for line in body[:_HEAD].split("\n") if line.strip()][:8]


def _refuse_empty(body: str) -> None:
    words = len(body.split())
    if words < _FEW_WORDS and not _SENTENCE.search(body) and len(body) < _FEW_WORDS * 4:
        found = "no words" if not words else f"{words} words and no sentence"
        raise Refused("no-text", f"{found} found; if the text lies elsewhere, say where with --map text=KEY")


def _outlet(article: Article) -> str | None:
    """Name the outlet as stated, by the list's name where the list knows it or its address."""
    if article.outlet:
        known = find_outlet(article.outlet) or ("." in article.outlet and outlet_at(article.outlet)) or None
        return known.name if known else article.outlet
    known = outlet_at(article.address) if article.address else None
    return known.name if known else None


def domain_of(address: str) -> str | None:
    """Give the domain under which an address is registered, near enough: `news.example.co.uk` gives `example.co.uk`."""
    host = _HOST.match(address)
    if host is None:
        return None
    labels = host[1].lower().split(".")
    two = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004 - country codes
    return ".".join(labels[-3 if two else -2 :])


def _published(article: Article, zones: ZoneReading) -> tuple[Days | None, str, int | None, int | None]:
    """Give the day of publication, where it is stated, and its words if it stands in the text."""
    if article.published:
        return article.published, article.basis, None, None
    if article.address and (days := day_in_address(article.address)):
        return days, "url", None, None
    for start, end, days, basis in zones.days:
        return days, basis, start, end
    return None, "unknown", None, None


def _origin(article: Article, zones: ZoneReading) -> tuple[str | None, str | None]:
    """Name outlet and upstream; a dispatch on no page that names another outlet is its agency's own."""
    agency = zones.dateline_agency
    domain = domain_of(article.address) if article.address else None
    if zones.outlet or agency is None:
        return zones.outlet or domain, zones.upstream
    if domain is None:
        return name_outlet(agency), zones.upstream
    return domain, zones.upstream or (None if is_short_for(agency, domain.split(".")[0]) else agency)


def _report(raw: Raw, article: Article, text: str, zones: ZoneReading, language: Language | None) -> Report:
    published, basis, start, end = _published(article, zones)
    outlet, upstream = _origin(article, zones)
    known = find_outlet(outlet) if outlet else None
    return Report(
        id=row_id("report", raw.id),
        raw=raw.id,
        uri=article.address or raw.uri,
        outlet=outlet,
        outlet_country=known.country if known else None,
        upstream=upstream,
        licence=zones.licence,
        title=article.title or (text[zones.title[0] : zones.title[1]] if zones.title else None),
        byline=", ".join(article.authors) or zones.byline,
        dateline_place=zones.dateline_place,
        dateline_agency=zones.dateline_agency,
        published=published.value if published else None,
        published_from=published.first if published else None,
        published_to=published.last if published else None,
        published_basis=basis,
        published_start=start,
        published_end=end,
        language=language.code if language else None,
        text=text,
        text_sha256=sha256_of(text.encode()),
    )


def _zones(raw: Raw, zones: ZoneReading) -> tuple[Zone, ...]:
    report = row_id("report", raw.id)
    return tuple(
        Zone(report=report, start=start, end=end, kind=kind, rule=rule) for start, end, kind, rule in zones.zones
    )
