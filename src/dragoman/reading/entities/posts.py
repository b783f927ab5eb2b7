"""Offices compared: whether a shorter name means a post, and which person named holds it."""

from msgspec.structs import replace

from dragoman.lexicon.offices import office as office_listed
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.roster import Roster
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.offices import Office
from dragoman.records import Entity

_OTHERS = frozenset({"vice", "deputy", "former", "assistant", "under", "vice-", "acting", "to", "of", "for", "the"})


def is_post_of(said: str, post: str) -> bool:
    """Tell whether a post can be called so: 'vice president' is said of a first vice president, 'president' is not."""
    if said == post:
        return True
    if not said or not post.endswith(f" {said}"):
        return False
    return not _OTHERS & set(post.removesuffix(said).replace("-", " ").split())


def answers(roster: Roster, office: Office) -> tuple[str, ...]:
    """Give the people a report names as holders of an office, each once."""
    found = (
        roster.entity.get(holding.person.id)
        for holding in roster.holdings
        if holding.office.sort == "post" and holding.status == office.status and _is_same(holding.office, office)
    )
    return tuple(dict.fromkeys(entity for entity in found if entity))


def known_posts(register: Register, entity: str) -> tuple[str, ...]:
    """Give the posts that the table knows a person to hold on the day of publication; where no day is stated, ever to have held."""
    published = register.page.published
    day = published.single if published is not None else None
    if published is not None and day is None:
        return ()
    held = register.known.of_person(entity) if entity in register.entities else ()
    return tuple(dict.fromkeys(each.post for each in held if day is None or each.surely_covers(day)))


def only_head(scene: Scene, register: Register, roster: Roster, office: Office) -> tuple[str, ...]:
    """Give whom 'the president' means wherever they are named: the one of a report that tells of no other state's."""
    listed = office_listed(office.post)
    if (
        listed is None
        or listed.head is None
        or office.determiner != "the"
        or office.owners
        or office.status != "current"
    ):
        return ()
    heads = [each for each in register.entities.values() if _is_head(register, roster, each, office.post)]
    others = {
        country
        for other in scene.offices.values()
        if other.post == office.post and other.status == "current"
        for country in other.countries
    }
    return tuple(head.id for head in heads) if len(heads) == 1 and others <= {heads[0].country} else ()


def _is_head(register: Register, roster: Roster, entity: Entity, post: str) -> bool:
    """Tell whether somebody has an office on the day of the report: as known, else as said."""
    if entity.kind != "person":
        return False
    if any(term.post == post for term in register.known.of_person(entity.id)):
        return post in known_posts(register, entity.id)
    return any(held.office.post == post and held.status == "current" for held in roster.held_by(entity.id))


def _is_same(held: Office, office: Office) -> bool:
    if not (is_post_of(office.post, held.post) or is_post_of(held.post, office.post)):
        return False
    if held.countries and office.countries:
        return bool(set(held.countries) & set(office.countries))
    if held.body is not None and office.body is not None:
        return bool(_of_body(held) & _of_body(office))
    return not held.countries and not office.countries and held.body is None and office.body is None


def _of_body(office: Office) -> set[str]:
    return {known.id for known in office.body.known} if office.body else set()


def holder_on_day(register: Register, office: Office, post: str) -> str | None:
    """Enter who is known to have held an office on the day of publication; None unless day and holder are sure."""
    published = register.page.published
    day = published.single if published is not None else None
    where = _where(office)
    if day is None or where is None or office.status != "current":
        return None
    held = register.known.holders(post, where, day)
    people = dict.fromkeys(each.person for each in held)
    if len(people) != 1 or not held[0].surely_covers(day) or (known := register.known.person(held[0].person)) is None:
        return None
    entity = register.know(known)
    register.entities[entity] = replace(
        register.entities[entity], sector=office.sector or register.entities[entity].sector
    )
    return entity


def _where(office: Office) -> str | None:
    """Give the state or organisation whose office it is, as the table of tenures names it."""
    if len(office.countries) == 1:
        return office.countries[0]
    body = office.body
    return body.known[0].id if body is not None and len(body.known) == 1 else None


def office_entity(scene: Scene, register: Register, office: Office, post: str | None = None) -> str:
    """Enter an office whose holder the report does not name: 'defence minister of Russia'."""
    post = post or office.post
    country = office.countries[0] if len(office.countries) == 1 else None
    owner = office.body or (office.owners[0] if office.owners else None)
    words = scene.words.words(owner.first, owner.stop) if owner else ""
    of_whom = owner.known[0].name if owner and owner.known else words
    name = f"{post} of {of_whom}" if of_whom else post
    return register.enter("office", name, country=country, sector=office.sector)
