"""Who is who in a report, and who holds what."""

from collections.abc import Sequence

from dragoman.reading.entities.holders import Holding


class Roster:
    """Who is who in a report, and who holds what.

    Attributes:
        holdings: Offices said to be held, by place.
        entity: The entity of each person, by the id of any of their mentions.
    """

    def __init__(self, held: Sequence[Holding]) -> None:
        self.holdings = tuple(held)
        self.entity: dict[str, str] = {}

    def held_by(self, entity: str) -> tuple[Holding, ...]:
        """Give the offices that a person is said to hold."""
        return tuple(holding for holding in self.holdings if self.entity.get(holding.person.id) == entity)
