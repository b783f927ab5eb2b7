"""Who is said to hold, to have held or to be about to hold which office."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.knowledge import Knowledge, knowledge
from dragoman.lexicon.tenures import Tenure as Term
from dragoman.reading.entities.holders import Holding, holdings
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.offices import Office
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.reading.when import day_of
from dragoman.records import Day, Entity, Tenure, row_id
from dragoman.settings import OwnTenure

_HELD = frozenset({"current", "acting"})
_HISTORY = 2  # years before publication


class Attested(NamedTuple):
    """In what way and when somebody is said to hold an office; the day as EDTF, with its bounds, None if unknown."""

    status: str
    day: str | None = None
    day_from: date | None = None
    day_to: date | None = None


def read_tenures(page: Page, own: tuple[OwnTenure, ...] = ()) -> tuple[Tenure, ...]:
    """Read each office somebody named is said to hold; mentions must be linked.

    Args:
        page: A report laid open.
        own: Tenures the user of the record added to those known.

    Returns:
        One tenure for each holding, by place. The day is the publication day, on which an office
        held is attested; for a former or designate holder, and where it is unknown, it is None.
        Whoever is known to have left the office before is `former`, or holds it on the day long ago
        that the clause names.
    """
    scene, known = Scene(page), knowledge(own)
    posts = {holding.person.id: holding.office for holding in holdings(scene) if holding.office.sort == "post"}
    found = [tenure for holding in holdings(scene) for tenure in _tenure(scene, known, posts, holding)]
    return tuple(sorted(found, key=lambda tenure: (tenure.start, tenure.end)))


def _tenure(scene: Scene, known: Knowledge, posts: dict[str, Office], holding: Holding) -> Iterator[Tenure]:
    page, office = scene.page, _spelled_out(scene, posts, holding)
    person = page.entity_of(holding.person)
    if person is None or office is None:
        return
    mention = next(each for each in page.mentions if each.id == holding.mention)
    body = _body_of(scene, office)
    held = [each for each in known.of_person(person.id) if each.post == office.post]
    country = _country_of(office, held) or (person.country if holding.office.sort == "counterpart" else None)
    attested = _attested(scene, known, holding, held)
    start, end = min(mention.start, holding.person.start), max(mention.end, holding.person.end)
    yield Tenure(
        id=row_id("tenure", page.report.id, person.id, office.post, start, end),
        report=page.report.id,
        person=person.id,
        office=mention.text,
        post=office.post,
        body=body.id if body else None,
        country=country,
        status=attested.status,
        day=attested.day,
        day_from=attested.day_from,
        day_to=attested.day_to,
        start=start,
        end=end,
        rule=holding.rule,
    )


def _attested(scene: Scene, known: Knowledge, holding: Holding, held: Sequence[Term]) -> Attested:
    """Say in what way and when an office is held: 'President Ada Lund' in a story of her fall long ago is not now.

    Args:
        scene: The page.
        known: Who held which office when.
        holding: What is said.
        held: What is known of this person in this office.
    """
    page, published = scene.page, scene.page.published
    if holding.status not in _HELD:
        return Attested(holding.status)
    now = Attested(holding.status, page.report.published, page.report.published_from, page.report.published_to)
    if published is None or any(term.may_cover(published.last) for term in held):
        return now
    told = _long_ago(page, scene.words.tokens[holding.office.head])
    if told is not None and any(term.may_cover(told.day_from) for term in held if told.day_from):
        return Attested(holding.status, told.value, told.day_from, told.day_to)
    begun = [term for term in held if term.start is not None and term.start <= published.first.isoformat()]
    if any(known.is_filled(term, published.first) for term in begun):
        return Attested("former")
    return now if told is None else Attested(holding.status)


def _long_ago(page: Page, head: Token) -> Day | None:
    """Give the time expression that puts the clause of a word years before publication."""
    told = day_of(page, head)
    is_history = told and told.day_to and page.published and told.day_to.year + _HISTORY <= page.published.first.year
    return told if is_history else None


def _country_of(office: Office, held: Sequence[Term]) -> str | None:
    """Give the state whose office it is: as said, or, where nothing is said, the one in which the person is known to have held it."""
    if office.owners or office.countries:
        return office.countries[0] if len(office.countries) == 1 else None
    countries = {term.country for term in held}
    return countries.pop() if len(countries) == 1 else None


def _spelled_out(scene: Scene, posts: dict[str, Office], holding: Holding) -> Office | None:
    """Give the office meant: for a counterpart the post of whose counterpart it is, on the other side."""
    office = holding.office
    if office.sort == "post":
        return office if office.post not in words_of("no-tenure") else None
    if office.sort != "counterpart":
        return None
    pronoun = scene.pronouns.get(office.first)
    whose = scene.page.entity_of(pronoun) if pronoun else None
    known = {post.post for person, post in posts.items() if whose and _entity_id(scene, person) == whose.id}
    return office._replace(post=known.pop()) if len(known) == 1 else None


def _entity_id(scene: Scene, mention: str) -> str | None:
    link = scene.page.links.get(mention)
    return link.entity if link else None


def _body_of(scene: Scene, office: Office) -> Entity | None:
    """Give the body whose office it is."""
    stretch = office.body
    mention = scene.mention_over(stretch.first, "body") if stretch else None
    return scene.page.entity_of(mention)
