"""'His Russian counterpart': the holder of the same office on the other side."""

from dragoman.reading.entities.antecedents import Antecedents
from dragoman.reading.entities.posts import answers, holder_on_day, office_entity
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.roster import Roster
from dragoman.reading.mentions.offices import Office
from dragoman.records import Link, Mention


def counterpart(register: Register, roster: Roster, before: Antecedents, named: tuple[Mention, Office]) -> None:
    """Resolve a counterpart: to who is named so elsewhere, else to the office itself; else leave it open."""
    mention, office = named
    if office.is_plural or not office.countries:
        return
    shared = [posts_of(before, roster, each) for each in whose(register, before, named)]
    posts = shared[0] if shared and all(each == shared[0] for each in shared) else ()
    found = _named_so(roster, office) or _holders(roster, office, posts)
    if len(found) == 1:
        register.link(mention, found[0], "counterpart", 0.85)
    elif found:
        register.leave(mention, found, "counterpart")
    elif len(posts) == 1 and len(paired := _of_pair(register, before, named)) == 1:
        register.link(mention, paired[0], "counterpart", 0.8)
    elif len(posts) == 1 and (holder := holder_on_day(register, office, posts[0])) is not None:
        register.link(mention, holder, "office-on-day", 0.85)
    elif len(posts) == 1:
        register.link(mention, office_entity(before.scene, register, office, posts[0]), "counterpart", 0.7)


def _of_pair(register: Register, before: Antecedents, named: tuple[Mention, Office]) -> tuple[str, ...]:
    """Give the other of two who were said to hold the same post together: 'the two ministers, A and B, … his counterpart'."""
    owners = whose(register, before, named)
    pairs = [link.candidates for link in register.links.values() if link.basis == "group"]
    others = [each for pair in pairs if set(owners) < set(pair) for each in pair if each not in owners]
    people = [register.named(each) for each in others]
    fitting = [one.id for one in people if one is not None and one.country in {*named[1].countries, None}]
    return tuple(dict.fromkeys(fitting)) if len(owners) == 1 else ()


def whose(register: Register, before: Antecedents, named: tuple[Mention, Office]) -> tuple[str, ...]:
    """Give whose counterpart it is, resolving the possessive on the way; several for 'their', none when unsure."""
    pronoun = before.scene.pronouns.get(named[1].first)
    if pronoun is None:
        return ()
    if pronoun.id not in register.links:
        _resolve_possessive(register, before, pronoun)
    link = register.links[pronoun.id]
    if link.basis == "group":
        return link.candidates
    return (link.entity,) if link.entity else ()


def _resolve_possessive(register: Register, before: Antecedents, pronoun: Mention) -> None:
    if pronoun.text.lower() == "their":
        register.leave(pronoun, before.several(pronoun), "group")
        return
    found = before.he(pronoun)
    if len(found) == 1:
        register.link(pronoun, found[0], "pronoun", 0.85)
    else:
        register.leave(pronoun, found, "pronoun")


def posts_of(before: Antecedents, roster: Roster, entity: str) -> tuple[str, ...]:
    """Give the posts somebody is called by; an office that stands for its holder says its own."""
    register = before.register
    named = register.named(entity)
    if named is not None and named.kind == "office":
        return (named.name.partition(" of ")[0],)
    held = [holding.office.post for holding in roster.held_by(entity) if holding.office.sort == "post"]
    called = [
        office.post
        for mention, office in before.scene.offices.items()
        if (office.sort == "post" or (office.sort == "pair" and office.known))
        if (link := register.links.get(mention)) and entity in {link.entity, *_all_of(link)}
    ]
    return tuple(dict.fromkeys(held or called))


def _all_of(link: Link) -> tuple[str, ...]:
    return link.candidates if link.basis == "group" else ()


def _named_so(roster: Roster, office: Office) -> tuple[str, ...]:
    """Give who is called a counterpart from the same country by name."""
    found = (
        roster.entity.get(holding.person.id)
        for holding in roster.holdings
        if holding.office.sort == "counterpart" and set(holding.office.countries) & set(office.countries)
    )
    return tuple(dict.fromkeys(entity for entity in found if entity))


def _holders(roster: Roster, office: Office, posts: tuple[str, ...]) -> tuple[str, ...]:
    found = (each for post in posts for each in answers(roster, office._replace(post=post, sort="post")))
    return tuple(dict.fromkeys(found))
