"""Places: each name of one to the place it means by the whole report, or to those it can mean."""

from msgspec.structs import replace

from dragoman.lexicon.known import Known
from dragoman.lexicon.places import OTHER, Spot, known_spot, place_key
from dragoman.reading.entities.register import Register
from dragoman.reading.entities.scene import Scene
from dragoman.reading.placing import Choice, place_names
from dragoman.records import Mention

_LEAST = 0.5  # a place less likely than not is not given
_WORTH_NAMING = 0.05
_MOST_CANDIDATES = 5
_SURE_OF_NAMESAKE = 0.9
_BASES = (("within", "containment"), ("same province", "context"), ("near", "context"), ("same country", "context"))
_CONTEXT = 1.0


class Places:
    """What the names of places, states and peoples of a report mean as places.

    A capital that acts is looked at as a town too: where a government sits is company for the towns beside it.
    """

    def __init__(self, scene: Scene) -> None:
        named = list(_apart(scene.page.mentions))
        spans = [(mention.start, mention.end) for mention in named]
        choices = place_names(scene.page.text, spans, scene.page.report.outlet_country)
        self._choices = {mention.id: choice for mention, choice in zip(named, choices, strict=True)}

    def choice(self, mention: Mention) -> Choice | None:
        """Give the likeliest place of a mention."""
        return self._choices.get(mention.id)

    def namesake(self, mention: Mention) -> Choice | None:
        """Give the place that a state's name surely means instead: 'Atlanta, Georgia'."""
        choice = self.choice(mention)
        if mention.kind != "state" or mention.rule not in {"name", "alias"} or choice is None:
            return None
        is_other = choice.spot.listed is None and choice.score >= _SURE_OF_NAMESAKE
        return choice if is_other else None


def name_place(register: Register, mention: Mention, choice: Choice) -> None:
    """Link a mention to the place it means, or leave it open between those it can mean."""
    nested = sum(odds for spot, odds in choice.others if _is_nested(spot, choice.spot))
    if choice.score + nested >= _LEAST:
        register.link(mention, register.know(_as_written(choice.spot, mention.text)), _basis(choice), choice.score)
        return
    likely = [spot for spot, odds in ((choice.spot, choice.score), *choice.others) if odds >= _WORTH_NAMING]
    register.leave(mention, [register.know(known_spot(spot)) for spot in likely[:_MOST_CANDIDATES]], "name")


def _is_nested(one: Spot, other: Spot) -> bool:
    """Tell whether one of two places lies in the other: 'New York' the city and the state are no doubt between two."""
    return other.id in {one.adm1, one.adm2} or one.id in {other.adm1, other.adm2}


def _as_written(spot: Spot, written: str) -> Known:
    """Give the place with the name the report uses, where GeoNames has another main one."""
    known = known_spot(spot)
    is_other = spot.listed is None and place_key(written) != place_key(known.name) and spot.main == OTHER
    return replace(known, aliases=(*known.aliases, written)) if is_other else known


def _basis(choice: Choice) -> str:
    said = {reason.name: reason.weight for reason in choice.reasons}
    for reason, basis in _BASES:
        if said.get(reason, 0.0) >= _CONTEXT:
            return basis
    return "population" if choice.others else "name"


def _apart(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Keep names of places, states and peoples that do not overlap, the longest first."""
    kept: list[Mention] = []
    for mention in mentions:
        names_somewhere = mention.kind in {"place", "state", "people"} and mention.text[:1].isupper()
        if names_somewhere and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return kept
