"""A page gives its title, authors, day, outlet and the paragraphs of its article, and nothing from around it."""

import json
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon import pages as lexicon
from dragoman.reading.documents.pages import day_in_address, read_fragment, read_page

FIRST = "The foreign ministers of the two states met in the capital on Monday and agreed to reopen the border."
SECOND = "Both sides called the talks useful, and said that a second round would follow within three weeks."
LAST = "Trade between the neighbours had come to a halt in March, after a dispute over fishing in the strait."
BODY = f"<p>{FIRST}</p><h2>A second round</h2><p>{SECOND}</p><p>{LAST}</p>"
TOLD = (FIRST, "A second round", SECOND, LAST)
LD = {
    "@type": "NewsArticle",
    "headline": "Ministers reopen border",
    "datePublished": "2016-04-07T23:30:00+03:30",
    "author": [{"@type": "Person", "name": "Ana Reed"}, {"@type": "Person", "name": "Omid Karan"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
}


def page(body: str = f"<article>{BODY}</article>", head: str = "", ld: Any = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return f"<!DOCTYPE html><html><head><title>Ministers reopen border | Harbour Post</title>{head}{script}</head><body>{body}</body></html>"


def meta(**named: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{content}">' for name, content in named.items()
    )


@pytest.mark.parametrize(
    "around",
    [
        "<article>{}</article>",
        "<div>{}</div>",
        "<form><div><div>{}</div></div></form>",
        f"<nav><a>Home</a></nav><main>{{}}</main><aside><p>{LAST} And more.</p></aside>",
        f"<div class='related-posts'><p>{SECOND} More.</p></div><div>{{}}</div><div id='comments'><p>I say: {FIRST}</p></div>",
        f"<div>{{}}</div><div class='cookie-notice'><p>{SECOND} We use cookies.</p></div>",
        f"<article class='paywall'>{{}}</article><div hidden><p>{FIRST} Hidden.</p></div>",
        "<article>{}<figure><figcaption>The ministers in the capital on Monday, seen from afar.</figcaption></figure></article>",
        f"<main><article><h1>Ministers reopen border</h1>{{}}</article><article><h2>Next</h2><p>{LAST * 3}</p></article></main>",
        "<article>{}<ul><li><a>Read more about the border dispute in the strait of late</a></li></ul></article>",
        "<article>{}<script>var x = '<p>no text of anybody at all, but long enough to be taken for some</p>';</script></article>",
        "<article>{}<p>{{{{|| placeholder ||}}}} of a template that was never filled in, as pages have</p></article>",
    ],
)
def test_the_body_is_the_article_and_nothing_else(around: str) -> None:
    assert (
        read_page(
            page(around.format(BODY).replace("{{", "{").replace("}}", "}").replace("{||", "{|").replace("||}", "|}"))
        ).paragraphs
        == TOLD
    )


def test_text_broken_by_line_breaks_is_cut_into_paragraphs() -> None:
    assert read_page(page(f"<div>{FIRST}<br><br>{SECOND}<br/>\n<br/>{LAST}</div>")).paragraphs == (FIRST, SECOND, LAST)


def test_a_standfirst_that_the_description_repeats_belongs_to_the_body() -> None:
    lead = "Two neighbours end a dispute of three months over the strait, with a handshake."
    html = page(
        f"<header><h1>Ministers reopen border</h1><div>{lead}</div></header><article>{BODY}</article>",
        meta(og__description=lead),
    )
    assert read_page(html).paragraphs[0] == lead


def test_what_stands_after_the_body_stated_is_cut_off() -> None:
    long = [f"{FIRST} This was point {n} of the agreement." for n in range(12)]
    after = "<p>Sign in to write to the editors about this article and many more of ours.</p>"
    html = page(
        "<article>" + "".join(f"<p>{text}</p>" for text in long) + after + "</article>",
        ld={**LD, "articleBody": "\n".join(long)},
    )
    assert read_page(html).paragraphs == tuple(long)


def test_a_page_without_paragraphs_has_none() -> None:
    assert read_page("").paragraphs == ()
    assert read_page("<html></html>").paragraphs == ()
    assert read_page(page("<div></div>")).paragraphs == ()


@pytest.mark.parametrize(
    "ld",
    [
        LD,
        [LD],
        {"@graph": [{"@type": "WebSite", "name": "Harbour Post"}, LD]},
        {**LD, "@type": ["NewsArticle", "Article"]},
        {
            "@graph": [
                {**LD, "author": [{"@id": "#a"}, {"@id": "#b"}]},
                {"@id": "#a", "name": "Ana Reed"},
                {"@id": "#b", "name": "Omid Karan"},
            ]
        },
        {**LD, "author": "By Ana Reed and Omid Karan"},
        {**LD, "headline": "Ministers reopen&nbsp;border"},
        [{"@type": "ItemList", "itemListElement": [{**LD, "headline": "Other", "author": "Nobody"}]}, LD],
    ],
)
def test_json_ld_is_read_in_its_many_shapes(ld: Any) -> None:
    read = read_page(page(ld=ld))
    assert (read.title, read.authors, read.outlet) == (
        "Ministers reopen border",
        ("Ana Reed", "Omid Karan"),
        "Harbour Post",
    )
    assert read.published is not None
    assert (read.published.value, read.basis) == ("2016-04-07", "metadata")


@pytest.mark.parametrize(
    "script",
    ["<!--{}-->", "//<![CDATA[\n{}\n//]]>", "{};", "\n{}\n"],
)
def test_json_ld_is_read_through_what_editors_leave_in_it(script: str) -> None:
    html = page(head=f"<script type='application/ld+json'>{script.format(json.dumps(LD))}</script>")
    assert read_page(html).authors == ("Ana Reed", "Omid Karan")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            meta(og__title="Ministers reopen border - Harbour Post", og__site_name="Harbour Post"),
            "",
            "Ministers reopen border",
        ),
        (meta(og__title="Border: what we know"), "<h1>Ministers reopen border</h1>", "Border: what we know"),
        (
            meta(og__title="Ministers  reopen border"),
            "<h1>Ministers reopen <em>border</em></h1>",
            "Ministers reopen border",
        ),
        ("", "<h1>Ministers reopen border</h1>", "Ministers reopen border"),
        ("", "", "Ministers reopen border | Harbour Post"),
    ],
)
def test_the_title_is_the_one_stated(head: str, body: str, title: str) -> None:
    assert read_page(page(f"<article>{body}{BODY}</article>", head)).title == title


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        (
            meta(article__published_time="2016-04-07T09:00:00Z", article__modified_time="2017-01-01"),
            "",
            "2016-04-07",
            "metadata",
        ),
        ("<meta name='date' content='7 April 2016'>", "", "2016-04-07", "metadata"),
        ("", "<time datetime='2016-04-07T10:00'>Thursday</time>", "2016-04-07", "metadata"),
        ("<meta property='og:url' content='https://harbour.example/2016/04/07/border'>", "", "2016-04-07", "url"),
        (meta(article__modified_time="soon"), "", None, "unknown"),
    ],
)
def test_the_day_is_the_one_the_page_states(head: str, body: str, day: str | None, basis: str) -> None:
    read = read_page(page(f"<article>{body}{BODY}</article>", head))
    assert (read.published.value if read.published else None, read.basis) == (day, basis)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("By Ana Reed", ("Ana Reed",)),
        ("Ana Reed, Omid Karan", ("Ana Reed", "Omid Karan")),
        ("ana@harbour.example", ()),
        ("https://harbour.example/ana", ()),
        ("Anderson Andreev", ("Anderson Andreev",)),
    ],
)
def test_authors_are_cleaned(authors: str, names: tuple[str, ...]) -> None:
    assert read_page(page(head=f"<meta name='author' content='{authors}'>")).authors == names


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://harbour.example/2016/04/07/border", "2016-04-07"),
        ("https://harbour.example/news/2016-04-07/border", "2016-04-07"),
        ("https://harbour.example/20160407/border", "2016-04-07"),
        ("https://harbour.example/2016/apr/07/border", "2016-04-07"),
        ("https://harbour.example/2016/13/07/border", None),
        ("https://harbour.example/2016/04/border", None),
        ("https://harbour.example/a/201604071234", None),
        ("https://harbour.example/detail/1395/01/19/border", None),
    ],
)
def test_the_day_in_an_address(address: str, day: str | None) -> None:
    days = day_in_address(address)
    assert (days.value if days else None) == day


def test_a_fragment_is_all_article() -> None:
    assert read_fragment("<p>Ministers met.</p><p>They <b>agreed</b>.</p>Later") == (
        "Ministers met.",
        "They agreed .".replace(" .", "."),
        "Later",
    )


@given(st.text(st.sampled_from("<>/&;!-=\"' apdivscrtlbodyhm\n\x00\u0646"), max_size=400))
def test_no_string_breaks_the_reading_of_a_page(html: str) -> None:
    read_page(html)
    read_fragment(html)


@pytest.mark.parametrize("html", ["http", "http://127.0.0.1:9/page", "https://harbour.example"])
def test_an_address_given_as_a_page_is_not_fetched(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def dialled(*_: object) -> None:
        raise AssertionError("a reading went to the network")

    monkeypatch.setattr(socket.socket, "connect", dialled)
    assert read_page(html).published is None


def test_a_page_nested_beyond_reason_is_read() -> None:
    assert read_page("<html><body>" + "<div>" * 9_000 + f"<p>{FIRST}</p>").authors == ()


def test_the_list_proves_itself() -> None:
    assert list(lexicon.faults()) == []
