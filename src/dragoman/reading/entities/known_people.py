"""Which person of the table of office-holders a name of the report is: one whom all that is said fits, or nobody."""

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.lexicon.known import Known
from dragoman.lexicon.people import bears, name_key, name_parts
from dragoman.lexicon.tenures import Tenure, last_day
from dragoman.reading.entities.holders import Holding
from dragoman.reading.entities.posts import is_post_of
from dragoman.reading.entities.register import Register
from dragoman.reading.mentions.identities import Identity

# Offices whose holder a report may call by the family name alone, or name without saying the state.
_KNOWN_BY_NAME = frozenset(
    {
        "president", "prime minister", "king", "queen", "emperor", "emir", "sultan", "supreme leader", "pope",
        "foreign minister", "vice president", "secretary-general", "high representative", "commission president",
    }
)  # fmt: skip
_BEFORE_OFFICE = 12  # years
_GENERATION = 35  # years
_RANKS = frozenset({"minister", "leader", "official", "head", "secretary", "chief", "premier", "envoy", "spokesman"})


def known_as(register: Register, identity: Identity, held: Sequence[Holding], country: str | None) -> Known | None:
    """Give the known person a name is, when nothing in the report speaks against it and no other bears it."""
    if len(name_parts(identity.name)) == 1:
        found = list(_by_family_name(register, identity, held, country)) or _of_old(register, identity, held, country)
    else:
        found = _by_full_name(register, identity, country)
    return found[0] if len(found) == 1 else None


def _by_full_name(register: Register, identity: Identity, country: str | None) -> list[Known]:
    """Give those of a full name: of the state whose office they are said to hold, else of a state the report names.

    Failing both, those who are known everywhere by their office.
    """
    latest = _latest_year(register)
    candidates = [
        known
        for known in register.known.named(identity.name)
        if bears(known, identity.name) and _had_begun(register, known, latest)
        if name_key(known.name) == name_key(identity.name) or not _is_of_another_age(register, known, latest)
    ]
    if country is not None:
        return [known for known in candidates if known.country == country]
    spoken_of = states_named(register)
    near = [known for known in candidates if known.country in spoken_of]
    return near or [known for known in candidates if len(candidates) == 1 and _is_known_by_name(register, known)]


def _latest_year(register: Register) -> int | None:
    """Give the last year the report can be of: that of its publication, else the last it states."""
    day = day_of(register)
    if day is not None:
        return day.year
    return max((each.day_to.year for each in register.page.days if each.day_to is not None), default=None)


def _had_begun(register: Register, known: Known, year: int | None) -> bool:
    """Tell whether somebody can be in the news as an office holder by a year: no sooner than some years before the first office."""
    starts = [int(each.start[:4]) for each in register.known.of_person(known.id) if each.start]
    return year is None or not starts or min(starts) <= year + _BEFORE_OFFICE


def _is_of_another_age(register: Register, known: Known, year: int | None) -> bool:
    """Tell whether somebody's last term ended a generation before a year: John Kennedy of the senate is not John F. Kennedy."""
    ends = [each.end for each in register.known.of_person(known.id)]
    return year is not None and all(end is not None and int(end[:4]) + _GENERATION < year for end in ends)


def _by_family_name(
    register: Register, identity: Identity, held: Sequence[Holding], country: str | None
) -> Iterator[Known]:
    """Yield those of a family name who hold the office beside it; without one, who govern a state the report names."""
    day = day_of(register)
    spoken_of = states_named(register)
    posts = [holding.office.post for holding in held if holding.office.post and holding.office.post not in _RANKS]
    is_former = any(holding.status == "former" for holding in held)
    for known in register.known.named(identity.name):
        if name_key(known.name).split()[-1] != name_key(identity.name):
            continue
        if country is not None and known.country != country:
            continue
        tenures = register.known.of_person(known.id)
        if posts:
            fits = any(_held_then(each, day, former=is_former) and _is_called(each.post, posts) for each in tenures)
            near = country is not None or known.country in spoken_of or any(each.body for each in tenures)
            is_told = fits and (near or any(each.post in _KNOWN_BY_NAME for each in tenures))
        else:
            is_told = day is not None and known.country in spoken_of and _governs(tenures, day)
        if is_told:
            yield known


def _of_old(register: Register, identity: Identity, held: Sequence[Holding], country: str | None) -> list[Known]:
    """Give those of a family name who headed a state and left: 'President Nixon' long after him, when another is president."""
    day = day_of(register)
    posts = {holding.office.post for holding in held if holding.status == "current"} & _KNOWN_BY_NAME
    states = {country} if country is not None else states_named(register)
    return [
        known
        for known in register.known.named(identity.name)
        if day is not None and known.country in states and name_key(known.name).split()[-1] == name_key(identity.name)
        if any(
            each.post in posts
            and each.end is not None
            and last_day(each.end) < day
            and register.known.is_filled(each, day)
            for each in register.known.of_person(known.id)
        )
    ]


def _is_called(post: str, said: Sequence[str]) -> bool:
    return any(post == each or is_post_of(each, post) for each in said)


def _held_then(tenure: Tenure, day: date | None, *, former: bool) -> bool:
    if day is None:
        return True
    return (tenure.start is not None and tenure.start <= day.isoformat()) if former else tenure.surely_covers(day)


def _governs(tenures: Sequence[Tenure], day: date) -> bool:
    return any(each.post in _KNOWN_BY_NAME and each.surely_covers(day) for each in tenures)


def _is_known_by_name(register: Register, known: Known) -> bool:
    day = day_of(register)
    held = [each for each in register.known.of_person(known.id) if each.post in _KNOWN_BY_NAME]
    return any(day is None or (each.start is not None and each.start[:4] <= str(day.year + 1)) for each in held)


def day_of(register: Register) -> date | None:
    """Give the one day of publication, where it is stated."""
    published = register.page.published
    return published.single if published is not None else None


def states_named(register: Register) -> frozenset[str | None]:
    """Give the codes of the states that a report names, by themselves, their people or their bodies."""
    return frozenset(entity.country for entity in register.entities.values() if entity.kind == "state")
