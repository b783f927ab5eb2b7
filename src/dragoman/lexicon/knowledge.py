"""Who holds which office: the tables of the package and what the user of a record added, kept apart and asked together."""

from datetime import date
from functools import lru_cache

from dragoman.lexicon import people, tenures
from dragoman.lexicon.known import Known
from dragoman.lexicon.people import alike, name_parts, part_key
from dragoman.lexicon.tenures import Tenure
from dragoman.settings import OwnTenure


class Knowledge:
    """Answers as the tables do, the user's rows beside theirs; two that contradict each other both stand.

    Args:
        own: Tenures the user added.
    """

    def __init__(self, own: tuple[OwnTenure, ...] = ()) -> None:
        self._people: dict[str, Known] = {}
        self._tenures: dict[str, list[Tenure]] = {}
        self._posts: dict[tuple[str, str], list[Tenure]] = {}
        self._parts: dict[str, dict[str, Known]] = {}
        for row in own:
            tenure = _tenure(row)
            for name in (row.name, *row.aliases):
                for part in name_parts(name):
                    self._parts.setdefault(part_key(part), {}).setdefault(row.person, _known(row))
            self._people.setdefault(row.person, _known(row))
            self._tenures.setdefault(row.person, []).append(tenure)
            self._posts.setdefault((row.post, row.country or row.body or ""), []).append(tenure)

    def person(self, identity: str) -> Known | None:
        """Give a person by id."""
        return people.person(identity) or self._people.get(identity)

    def named(self, name: str) -> tuple[Known, ...]:
        """Give the people a name can mean."""
        own = [
            known for known in self._people.values() if any(alike(name, each) for each in (known.name, *known.aliases))
        ]
        listed = people.named(name)
        return (*listed, *(known for known in own if known.id not in {one.id for one in listed}))

    def of_person(self, identity: str) -> tuple[Tenure, ...]:
        """Give the tenures of a person."""
        return (*tenures.of_person(identity), *self._tenures.get(identity, ()))

    def holders(self, post: str, where: str, on: date) -> tuple[Tenure, ...]:
        """Give who may have held a post of a state (code) or body (id) on a day, those who surely did first."""
        own = [held for held in self._posts.get((post, where), ()) if held.may_cover(on)]
        return tenures.surest((*tenures.holders(post, where, on), *own), on)

    def is_filled(self, term: Tenure, on: date) -> bool:
        """Tell whether it is known who holds the office of a term on a day."""
        where = term.country or term.body
        return where is not None and any(held.surely_covers(on) for held in self.holders(term.post, where, on))


@lru_cache(maxsize=4)
def knowledge(own: tuple[OwnTenure, ...] = ()) -> Knowledge:
    """Lay out what is known, once for the same additions."""
    return Knowledge(own)


def _known(row: OwnTenure) -> Known:
    wikidata = row.person if row.person.startswith("Q") else None
    return Known(
        id=row.person,
        kind="person",
        name=row.name,
        aliases=row.aliases,
        country=row.country,
        wikidata=wikidata,
        source=row.source,
    )


def _tenure(row: OwnTenure) -> Tenure:
    return Tenure(
        person=row.person,
        position=None,
        label=row.label,
        post=row.post,
        country=row.country,
        body=row.body,
        start=row.start,
        end=row.end,
        succeeded=None,
        as_of=None,
        source=row.source,
    )
