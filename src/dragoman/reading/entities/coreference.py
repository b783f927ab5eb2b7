"""Who 'he', 'the minister', 'his Russian counterpart' and 'the two sides' are, sentence by sentence."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.offices import office as office_listed
from dragoman.reading.entities.antecedents import Antecedents
from dragoman.reading.entities.counterparts import counterpart, posts_of
from dragoman.reading.entities.descriptions import RULES, both, resolve_description
from dragoman.reading.entities.posts import answers, holder_on_day, is_post_of, known_posts, office_entity, only_head
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.roster import Roster
from dragoman.reading.entities.scene import Scene
from dragoman.reading.mentions.offices import Office
from dragoman.records import Mention

_SEVERAL = 2
_NEAR = 3
_DEFINITE = frozenset({"the", "this"})
_INDEFINITE = frozenset({"a", "an", "any", "some", "every", "another", "no", "other"})
_THEY = frozenset({"they", "them", "their"})


def resolve(scene: Scene, register: Register, roster: Roster) -> None:
    """Resolve offices, descriptions and pronouns in the order of the text, each against what came before."""
    before = Antecedents(scene, register)
    for holding in roster.holdings:
        mention = before.mention(holding.mention)
        entity = roster.entity.get(holding.person.id)
        if entity is not None and holding.rule in {"title", "apposition"}:
            basis = "counterpart" if holding.office.sort == "counterpart" else "office-in-text"
            register.link(mention, entity, basis, 0.95)
    for mention in scene.page.mentions:
        office = scene.offices.get(mention.id)
        if mention.id in register.links:
            continue
        if office is not None:
            _resolve_office(scene, register, roster, before, (mention, office))
        elif mention.rule in RULES:
            resolve_description(scene, register, mention)
        elif mention.rule == "pronoun" and scene.first(mention) not in scene.words.quoted:
            _resolve_pronoun(scene, register, before, mention)
    _fill_sectors(register, roster, before)


def _fill_sectors(register: Register, roster: Roster, before: Antecedents) -> None:
    """Give counterparts the sector of the post they share: a minister's counterpart is of the government."""
    for holding in roster.holdings:
        entity = register.named(roster.entity.get(holding.person.id))
        pronoun = before.scene.pronouns.get(holding.office.first)
        whose = register.entity(pronoun) if pronoun is not None else None
        if entity is None or entity.sector or holding.office.sort != "counterpart" or whose is None:
            continue
        posts = posts_of(before, roster, whose)
        listed = office_listed(posts[0]) if len(posts) == 1 else None
        if listed is not None:
            register.entities[entity.id] = replace(entity, sector=listed.sector)


def _resolve_office(
    scene: Scene, register: Register, roster: Roster, before: Antecedents, named: tuple[Mention, Office]
) -> None:
    mention, office = named
    if office.sort == "pair":
        is_states = office.post in words_of("pair-of-states")
        fits = partial(_fits, register, roster, office=office)
        pair = before.pair_of_states(mention) if is_states else _apposed(scene, roster, office)
        pair = pair or (() if is_states else before.pair_of_people(mention, fits))
        register.leave(mention, pair, "group")
    elif office.sort == "counterpart":
        counterpart(register, roster, before, named)
    elif office.is_plural:
        _resolve_several(scene, register, roster, named)
    elif office.sort == "pointer" or not (office.countries or office.owners):
        _resolve_description(scene, register, roster, before, named)
    else:
        _resolve_post(scene, register, roster, before, named)


def _apposed(scene: Scene, roster: Roster, office: Office) -> tuple[str, ...]:
    """Give the two named right after: 'the two ministers, Ada Lund and Ole Berg,'."""
    first = scene.people.get(office.stop + 1) if scene.words.lower(office.stop) == "," else None
    join = scene.stop(first) if first is not None else 0
    second = scene.people.get(join + 1) if scene.words.lower(join) == "and" else None
    if first is None or second is None or scene.words.lower(scene.stop(second)) not in {",", ".", ")"}:
        return ()
    found = (roster.entity.get(each.id) for each in (first, second))
    return tuple(each for each in found if each)


def _resolve_several(scene: Scene, register: Register, roster: Roster, named: tuple[Mention, Office]) -> None:
    """Read 'Azeri, Iranian and Russian foreign ministers' as one holder each."""
    mention, office = named
    if len(office.countries) < len(office.owners) or len(office.owners) < _SEVERAL or office.sort != "post":
        return
    singles = [office._replace(owners=(owner,), is_plural=False) for owner in office.owners]
    register.leave(mention, [_holder_or_office(scene, register, roster, one) for one in singles], "group")


def _holder_or_office(scene: Scene, register: Register, roster: Roster, office: Office) -> str:
    found = answers(roster, office)
    known = holder_on_day(register, office, office.post) if not found else None
    return found[0] if len(found) == 1 else known or office_entity(scene, register, office)


def _counterparts(register: Register, roster: Roster, before: Antecedents, office: Office) -> tuple[str, ...]:
    """Give who is called a counterpart of one that holds the same post on the other side."""
    found = []
    for holding in roster.holdings:
        other = holding.office
        if other.sort != "counterpart" or not set(other.countries) & set(office.countries):
            continue
        pronoun = before.scene.pronouns.get(other.first)
        whose = register.entity(pronoun) if pronoun is not None else None
        posts = posts_of(before, roster, whose) if whose is not None else ()
        if len(posts) == 1 and is_post_of(office.post, posts[0]):
            found.append(roster.entity.get(holding.person.id))
    return tuple(dict.fromkeys(each for each in found if each))


def _resolve_post(
    scene: Scene, register: Register, roster: Roster, before: Antecedents, named: tuple[Mention, Office]
) -> None:
    """Read 'the Iranian foreign minister': the one holder named, else whoever holds the office."""
    mention, office = named
    if office.determiner not in _DEFINITE and not _is_owned(office):
        return
    found = answers(roster, office) or _counterparts(register, roster, before, office)
    if len(found) == 1:
        register.link(mention, found[0], "office-in-text", 0.9)
    elif found:
        register.leave(mention, found, "office-in-text")
    elif (holder := holder_on_day(register, office, office.post)) is not None:
        register.link(mention, holder, "office-on-day", 0.85)
    else:
        register.link(mention, office_entity(scene, register, office), "office", 0.6)


def _resolve_description(
    scene: Scene, register: Register, roster: Roster, before: Antecedents, named: tuple[Mention, Office]
) -> None:
    """Read 'the official', 'the minister', 'the top Russian security official': somebody spoken of before.

    The nearest whom the words fit; where somebody nearer may be meant as well, nobody.
    """
    mention, office = named
    if office.determiner not in _DEFINITE and not _is_owned(office):
        return
    if _somebody_unnamed(scene, register, named) or scene.words.lower(office.stop) == "of":
        return
    is_quoted = office.head in scene.words.quoted
    found = _anybody(register, roster, office) if is_quoted else tuple(_described(register, roster, before, named))
    found = found or only_head(scene, register, roster, office)
    if len(found) == 1:
        register.link(mention, found[0], "description", 0.75)
    elif found:
        register.leave(mention, found, "description")
    elif office.owners and office.sort == "post":
        register.link(mention, office_entity(scene, register, office), "office", 0.6)


def _somebody_unnamed(scene: Scene, register: Register, named: tuple[Mention, Office]) -> bool:
    """Tell whether the report has somebody without a name whom the words can mean: 'a US official said … the official'."""
    mention, office = named
    here = scene.words.tokens[office.head].sentence.number
    return any(
        other.determiner in _INDEFINITE
        and not other.is_plural
        and (other.post == office.post or _may_mean(office, near))
        for identity, other in scene.offices.items()
        if other.head < office.head and identity != mention.id and identity not in register.links
        for near in (here - scene.words.tokens[other.head].sentence.number,)
    )


def _may_mean(office: Office, sentences: int) -> bool:
    """Tell whether words that only point can mean anybody spoken of so many sentences before."""
    return office.sort == "pointer" and sentences <= _NEAR


def _is_owned(office: Office) -> bool:
    """Tell whether a phrase begins with whose office it is, without an indefinite article: 'Iran's president'."""
    if office.determiner in _INDEFINITE:
        return False
    return bool(office.owners) and office.owners[0].first < office.head


def _anybody(register: Register, roster: Roster, office: Office) -> tuple[str, ...]:
    """Give all people of the report whom a description fits, wherever they are named: words quoted need not follow."""
    people = dict.fromkeys(roster.entity.get(holding.person.id) for holding in roster.holdings)
    return tuple(entity for entity in people if entity and _fits(register, roster, entity, office))


def _described(register: Register, roster: Roster, before: Antecedents, named: tuple[Mention, Office]) -> Iterator[str]:
    """Give who can be meant: the nearest speakers before who hold such a post, or, of words that only point, any post."""
    mention, office = named
    for nearer in before.people_back(mention):
        fitting = [entity for entity in nearer if _fits(register, roster, entity, office)]
        known = [] if office.sort == "pointer" else nearer
        fitting = fitting or [entity for entity in known if _is_known_as(register, entity, office)]
        if fitting:
            yield from fitting
            return
        if any(_holds_nothing_told(register, roster, entity) for entity in nearer):
            return


def _is_known_as(register: Register, entity: str, office: Office) -> bool:
    """Tell whether somebody whose office the report does not tell is known to hold such a post."""
    person = register.named(entity)
    if person is None or (office.countries and person.country not in office.countries):
        return False
    return any(is_post_of(office.post, post) for post in known_posts(register, entity))


def _holds_nothing_told(register: Register, roster: Roster, entity: str) -> bool:
    """Tell somebody named whose office the report does not tell: the words may mean them as well as one before."""
    person = register.named(entity)
    return person is not None and person.kind == "person" and not roster.held_by(entity)


def _fits(register: Register, roster: Roster, entity: str, office: Office) -> bool:
    person = register.named(entity)
    if person is None or (office.countries and person.country not in office.countries):
        return False
    if office.sort == "pointer" or office.post in words_of("pointer", "pair"):
        return bool(roster.held_by(entity)) or person.kind == "office"
    if person.kind == "office":
        return is_post_of(office.post, person.name.partition(" of ")[0])
    return any(is_post_of(office.post, holding.office.post) for holding in roster.held_by(entity))


def _resolve_pronoun(scene: Scene, register: Register, before: Antecedents, mention: Mention) -> None:
    if mention.text.lower() in {*_THEY, "both"}:
        is_both = mention.text.lower() == "both"
        pair: Sequence[str] = both(scene, register, before, mention) if is_both else before.several(mention)
        if pair:
            register.leave(mention, pair, "group")
        return
    found = before.he(mention)
    if len(found) == 1:
        register.link(mention, found[0], "pronoun", 0.8)
    else:
        register.leave(mention, found, "pronoun")
