"""Outlets: the agencies, broadcasters, papers and relays that reports are credited to."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.lexicon.forms import Form, Sense
from dragoman.lexicon.known import Known, slug
from dragoman.lexicon.toml_lists import Entry, Listed, load, prove
from dragoman.lexicon.zones import tokens

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "ˈ": "'", "`": "'"})
_HOST = re.compile(r"(?:https?://)?(?:www\d?\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE | re.ASCII)


_CALLED = {
    "agency": ("agency", "news agency", "news service"),
    "broadcaster": ("broadcaster", "network", "channel"),
    "paper": ("paper", "newspaper", "daily", "outlet"),
}  # what reports call an outlet of each kind once they have named it


class Outlet(Entry, frozen=True, kw_only=True):
    """Whoever publishes news; `country` is ISO 3166 alpha-3, `lines` are lines it repeats on its pages.

    `since` is the year in which it began to publish in English under its name, where known.
    """

    name: str
    country: str
    kind: Literal["agency", "broadcaster", "paper", "public body", "relay", "state media"]
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    since: int | None = None


class OutletList(Listed, frozen=True, kw_only=True):
    """What `outlets.toml` holds."""

    outlet: tuple[Outlet, ...]


def plain_name(name: str) -> str:
    """Fold a name for comparison: case, blanks and the shape of apostrophes do not count."""
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


@cache
def listed() -> OutletList:
    """Open the list of outlets."""
    return load("outlets.toml", OutletList)


def outlet_forms() -> Iterator[Form]:
    """Yield each name of outlets that is more than a word, "The" aside: shorter ones are words of other senses too."""
    for outlet in listed().outlet:
        known = Known(
            id=_id(outlet), kind="body", name=outlet.name, aliases=outlet.aliases,
            country=outlet.country, sector="MED", source=outlet.source,
        )  # fmt: skip
        for name in (outlet.name, *outlet.aliases):
            words = name.removeprefix("The ")
            if " " in words and "(" not in words:
                yield Form(words, Sense(known, "name" if name == outlet.name else "alias", "MED"))


def outlet_words() -> frozenset[str]:
    """Give every word or phrase that reports use for an outlet named before, in small letters."""
    return frozenset(word for words in _CALLED.values() for word in words)


def outlet_called(body: str) -> tuple[str, ...]:
    """Give the words that reports use for an outlet (id of the body) after its first mention: 'the paper'."""
    return _called_by_id().get(body, ())


def is_short_name(word: str) -> bool:
    """Tell the last word by which reports call some outlet of several: 'the Times', 'the Post'."""
    return word in _short_names()


@cache
def _called_by_id() -> dict[str, tuple[str, ...]]:
    return {_id(outlet): _CALLED[outlet.kind] for outlet in listed().outlet if outlet.kind in _CALLED}


@cache
def _short_names() -> frozenset[str]:
    papers = (outlet.name for outlet in listed().outlet if outlet.kind == "paper")
    return frozenset(name.split()[-1] for name in papers if " " in name.removeprefix("The "))


def _id(outlet: Outlet) -> str:
    return f"dragoman:body/{slug(outlet.name)}"


def find_outlet(name: str) -> Outlet | None:
    """Give the one outlet that goes by a name or alias, a leading "the" or a closing address part aside."""
    plain = plain_name(name).strip(" .,")
    names = _by_name()
    return names.get(plain) or names.get(plain.removeprefix("the "))


def outlet_at(address: str) -> Outlet | None:
    """Give the outlet whose domain an address or host lies under."""
    host = _HOST.match(address.strip())
    parts = host[1].lower().split(".") if host else []
    domains = _by_domain()
    return next((domains[d] for d in (".".join(parts[n:]) for n in range(len(parts) - 1)) if d in domains), None)


@cache
def outlet_lines() -> dict[str, Outlet]:
    """Give each line an outlet repeats, folded as `plain_name` does, with its outlet."""
    return {plain_name(line): outlet for outlet in listed().outlet for line in outlet.lines}


@cache
def own_line_words() -> frozenset[str]:
    """Give the rarest word, by length, of each line an outlet repeats: a line without any is none of them."""
    return frozenset(max(tokens(line), key=lambda word: (len(word), word), default="") for line in outlet_lines())


@cache
def _by_name() -> dict[str, Outlet]:
    claims: dict[str, set[Outlet]] = {}
    for outlet in listed().outlet:
        for alias in outlet.aliases:
            claims.setdefault(plain_name(alias), set()).add(outlet)
    shared_out = {alias: next(iter(outlets)) for alias, outlets in claims.items() if len(outlets) == 1}
    return shared_out | {plain_name(outlet.name): outlet for outlet in listed().outlet}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in listed().outlet for domain in outlet.domains}


def faults() -> Iterator[str]:
    """Tell each entry whose examples do not lead to it."""
    yield from prove(listed().outlet, lambda outlet, text: outlet in {find_outlet(text), outlet_at(text)})
