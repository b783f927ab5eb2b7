"""A phrase that means whoever holds an office, taken apart."""

from typing import NamedTuple

from dragoman.lexicon.known import Known
from dragoman.reading.mentions.stretches import Stretch

OWNERS = frozenset({"state", "people", "body"})


class Office(NamedTuple):
    """A phrase that means whoever holds an office.

    Attributes:
        first: Its first token, an article left out.
        stop: Where it stops, exclusive.
        head: The token it turns on, 'minister'.
        post: Normal name of the post; empty for counterparts and for words that only point.
        sort: `post` `counterpart` `pointer` ('the official') or `pair` ('the two ministers').
        status: `current` `former` `acting` or `designate`.
        owners: The states, peoples and bodies whose office it is; several when it speaks of several holders.
        is_plural: Whether it means several people.
        determiner: The article or possessive before it, in small letters; empty for none.
    """

    first: int
    stop: int
    head: int
    post: str
    sort: str
    status: str = "current"
    owners: tuple[Stretch, ...] = ()
    is_plural: bool = False
    determiner: str = ""
    known: tuple[Known, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries whose offices are meant, ISO 3166 alpha-3, each once."""
        of_owners = [known.country for owner in self.owners for known in owner.known[:1] if known.country]
        of_post = [known.country for known in self.known if known.country and known.name == self.post]
        return tuple(dict.fromkeys(of_owners or of_post[:1]))

    @property
    def body(self) -> Stretch | None:
        """The body whose office it is, as named in the phrase."""
        return next((owner for owner in self.owners if owner.kind == "body"), None)

    @property
    def sector(self) -> str | None:
        """PLOVER sector of the post, if it is listed."""
        return next((known.sector for known in self.known), None)
