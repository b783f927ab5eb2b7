"""Offices, the words for them, honorifics and ranks, and words that tell whether one is held still."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.lexicon.forms import Case, Form, Risk, Sense, keys
from dragoman.lexicon.known import Known, slug
from dragoman.lexicon.toml_lists import Entry, Listed, load


class National(Listed, frozen=True, kw_only=True):
    """Words that mean the office in one state, such as "foreign secretary" in the United Kingdom."""

    words: str
    country: str


class Office(Entry, frozen=True, kw_only=True):
    """An office by its normal form; `head` is of `state` or of `government`."""

    post: str
    sector: str
    head: Literal["state", "government"] | None = None
    words: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    national: tuple[National, ...] = ()


class Honorific(Entry, frozen=True, kw_only=True):
    """Words set before a name that are no part of it."""

    kind: Literal["rank", "courtesy", "noble", "religious"]
    words: tuple[str, ...]
    sector: str | None = None


class Status(Entry, frozen=True, kw_only=True):
    """Words that say whether an office is held: `former`, `acting`, `designate` and so on."""

    status: Literal["former", "acting", "designate", "outgoing", "current", "contested"]
    words: tuple[str, ...]


class OfficeList(Listed, frozen=True, kw_only=True):
    """What `offices.toml` holds."""

    office: tuple[Office, ...]
    honorific: tuple[Honorific, ...]
    status: tuple[Status, ...]
    risk: tuple[Risk, ...] = ()


@cache
def listed() -> OfficeList:
    """Open the list of offices."""
    return load("offices.toml", OfficeList)


def office(post: str) -> Office | None:
    """Give an office by its normal form."""
    return next((entry for entry in listed().office if entry.post == post), None)


@cache
def honorifics() -> dict[tuple[str, ...], Honorific]:
    """Give the honorifics and ranks by the keys of their words, such as `("rear", "admiral")`."""
    return {keys(words): entry for entry in listed().honorific for words in entry.words}


@cache
def statuses() -> dict[tuple[str, ...], str]:
    """Give the status that words before (or, for -designate and -elect, after) an office state, by their keys."""
    return {keys(words): entry.status for entry in listed().status for words in entry.words}


def posts_named(words: str, country: str | None = None) -> tuple[str, ...]:
    """Give the posts that words can mean, those peculiar to the country first and alone.

    "secretary of state" is `foreign minister` in the USA; elsewhere it is not known.
    """
    key = keys(words)
    national = tuple(post for post, known in _by_words().get(key, ()) if known is not None and known == country)
    return national or tuple(post for post, known in _by_words().get(key, ()) if known is None)


def office_forms() -> Iterator[Form]:
    """Yield each written form of each office, its plurals included."""
    for entry in listed().office:
        anywhere = _known(entry, None)
        yield from _with_plural(entry.post, Sense(anywhere, "name", entry.sector))
        for words in entry.words:
            yield from _with_plural(words, Sense(anywhere, "alias", entry.sector))
        for acronym in entry.acronyms:
            yield Form(acronym, Sense(anywhere, "acronym", entry.sector), "exact")
        for own in entry.national:
            sense = Sense(_known(entry, own.country), "alias", entry.sector)
            yield from (Form(own.words, sense, "exact"),) if own.words.isupper() else _with_plural(own.words, sense)


def plural(words: str) -> str:
    """Give the plural of an office: "ministers of state", "secretaries-general", "envoys"."""
    for joint in (" of ", " for ", " to ", " in ", "-in-", "-at-", " at ", "-general", " general", " d'", " ad "):
        head, found, tail = words.partition(joint)
        if found and not (joint == " general" and head in ("attorney", "prosecutor") and not tail):
            return _plural_word(head) + found + tail
    return _plural_word(words)


def _plural_word(words: str) -> str:
    if words.endswith("man"):
        return f"{words[:-3]}men"
    if words.endswith(("y",)) and not words.endswith(("ey", "oy", "ay")):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("s", "ch", "sh", "x")) else f"{words}s"


def _with_plural(words: str, sense: Sense) -> Iterator[Form]:
    case: Case = "any"
    yield Form(words, sense, case)
    yield Form(plural(words), Sense(sense.known, "plural", sense.sector), case)


def _known(entry: Office, country: str | None) -> Known:
    tail = f"/{country.casefold()}" if country else ""
    return Known(
        id=f"dragoman:office/{slug(entry.post)}{tail}",
        kind="office",
        name=entry.post,
        aliases=entry.words,
        country=country,
        sector=entry.sector,
        source=entry.source,
    )


@cache
def _by_words() -> dict[tuple[str, ...], tuple[tuple[str, str | None], ...]]:
    found: dict[tuple[str, ...], tuple[tuple[str, str | None], ...]] = {}
    for entry in listed().office:
        every: list[tuple[str, str | None]] = [(words, None) for words in (entry.post, *entry.words, *entry.acronyms)]
        every += [(own.words, own.country) for own in entry.national]
        for words, country in every:
            pair = (entry.post, country)
            held = found.get(keys(words), ())
            found[keys(words)] = held if pair in held else (*held, pair)
    return found
