"""The code book of speech acts: what somebody does who is reported to have said something."""

from functools import cache
from typing import Literal

from dragoman.lexicon.toml_lists import Entry, Listed, load

BROAD = frozenset(
    {"accuse", "announce", "ask", "condemn", "deny", "offer", "praise", "promise", "say", "thank", "warn"}
)
Stance = Literal["for", "against", "neutral"]


class Act(Entry, frozen=True, kw_only=True):
    """A kind of speech act.

    `plover` is the type of the event that such words are, if words are deeds; `cameo` the code a
    statement goes out as; `broad` the broader act it is a kind of; `stance` what the words take towards what they speak of;
    `asserts` says that the content is put forward as so: it can be checked as a claim.
    """

    name: str
    definition: str
    broad: str | None = None
    stance: Stance = "neutral"
    plover: str | None = None
    cameo: str
    asserts: bool = False


class _Acts(Listed, frozen=True, kw_only=True):
    act: tuple[Act, ...]


@cache
def acts() -> dict[str, Act]:
    """Give the acts by name, in alphabetical order."""
    return {act.name: act for act in load("acts.toml", _Acts).act}


def broad_act(name: str) -> str:
    """Give which of the eleven broad acts an act is a kind of: 'urge' and 'demand' are kinds of 'ask', the rest of 'say'."""
    return acts()[name].broad or (name if name in BROAD else "say")
