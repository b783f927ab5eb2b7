"""Who is said to hold, to have held or to be about to hold which office."""

from collections.abc import Iterator

from dragoman.lexicon.epithets import words_of
from dragoman.reading.entities.holders import Holding, holdings
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.offices import Office
from dragoman.reading.page import Page
from dragoman.records import Entity, Tenure, row_id

_HELD = frozenset({"current", "acting"})


def read_tenures(page: Page) -> tuple[Tenure, ...]:
    """Read each office somebody named is said to hold; mentions must be linked.

    Returns:
        One tenure for each holding, by place. The day is the publication day, on which an office
        held is attested; for a former or designate holder, and where it is unknown, it is None.
    """
    scene = Scene(page)
    posts = {holding.person.id: holding.office for holding in holdings(scene) if holding.office.sort == "post"}
    found = [tenure for holding in holdings(scene) for tenure in _tenure(scene, posts, holding)]
    return tuple(sorted(found, key=lambda tenure: (tenure.start, tenure.end)))


def _tenure(scene: Scene, posts: dict[str, Office], holding: Holding) -> Iterator[Tenure]:
    page, office = scene.page, _spelled_out(scene, posts, holding)
    person = page.entity_of(holding.person)
    if person is None or office is None:
        return
    mention = next(each for each in page.mentions if each.id == holding.mention)
    body = _body_of(scene, office)
    country = office.countries[0] if len(office.countries) == 1 else None
    is_held = holding.status in _HELD
    start, end = min(mention.start, holding.person.start), max(mention.end, holding.person.end)
    yield Tenure(
        id=row_id("tenure", page.report.id, person.id, office.post, start, end),
        report=page.report.id,
        person=person.id,
        office=mention.text,
        post=office.post,
        body=body.id if body else None,
        country=country or (person.country if holding.office.sort == "counterpart" else None),
        status=holding.status,
        day=page.report.published if is_held else None,
        day_from=page.report.published_from if is_held else None,
        day_to=page.report.published_to if is_held else None,
        start=start,
        end=end,
        rule=holding.rule,
    )


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
