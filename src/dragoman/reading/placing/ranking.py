"""Rank the places a name can mean by added reasons, all names of a report together.

Each reason adds to the odds of a place; `lexicon/placing.toml` says what each weighs and why. Names are told
apart together: what the surer names mean counts for the others, a few rounds over. One name means one place
throughout a report, unless the text sets one occurrence of it somewhere else.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dragoman.lexicon.places import Spot, capitals, spots
from dragoman.lexicon.placing import manners, weights
from dragoman.reading.placing.clues import Span, in_passing, kinds_beside, settings

_ROUNDS = 4
_CELL = 0.5  # degrees: places in one cell or the next lie within some 50 to 100 km
_REGION_REACH = 200.0  # km from a region's middle within which a place may lie in it
_EARTH = 6371.0
_SEAT = 0.05  # share of a province's people that its town must have for the bare name to be the town's


class Reason(NamedTuple):
    """What speaks for a place, and how much, in natural logarithms of odds."""

    name: str
    weight: float


class Choice(NamedTuple):
    """The place a name means, how sure that is, why, and what else it could be, likeliest first."""

    spot: Spot
    score: float
    reasons: tuple[Reason, ...]
    others: tuple[tuple[Spot, float], ...]


class _Name:
    """A name of the report, with the places it can mean and what has been said for each."""

    def __init__(self, found: Sequence[Spot], kinds: Iterable[str], at_home: dict[str, Reason]) -> None:
        self.spots = found
        wanted = set(kinds)
        towns = _towns_in(found)
        self.own = [_own_reasons(spot, wanted, at_home, towns) for spot in found]
        self.fixed = [sum(reason.weight for reason in reasons) for reasons in self.own]
        self.context: list[list[Reason]] = [[] for _ in found]
        self.nothing = weights()["nothing"]
        self.odds = self._odds(self.fixed)

    def set_within(self, holds: Sequence[float]) -> None:
        """Count that the text sets the name inside a place that `holds` each of its candidates, or not."""
        for place, held in enumerate(holds):
            if held > 0:
                self.own[place].append(Reason("within", held * weights()["within"]))
                self.fixed[place] += held * weights()["within"]
        if not any(holds):
            self.nothing += weights()["elsewhere"]
        self.odds = self._odds(self.fixed)

    def _odds(self, scores: Sequence[float]) -> list[float]:
        most = max(*scores, self.nothing)
        parts = [math.exp(score - most) for score in scores]
        whole = sum(parts) + math.exp(self.nothing - most)
        return [part / whole for part in parts]

    def weigh(self, among: "_Company") -> None:
        """Count what the other names of the report say."""
        self.context = [among.reasons(spot, self) for spot in self.spots]
        self.odds = self._odds(
            [
                fixed + sum(reason.weight for reason in reasons)
                for fixed, reasons in zip(self.fixed, self.context, strict=True)
            ]
        )

    def choice(self) -> Choice | None:
        """Give the likeliest place, or None where none of them is likelier."""
        if max(self.odds) < 1 - sum(self.odds):
            return None
        order = sorted(range(len(self.spots)), key=lambda place: (-self.odds[place], self.spots[place].id))
        best, *rest = order
        reasons = (*self.own[best], *self.context[best])
        return Choice(
            self.spots[best],
            round(self.odds[best], 3),
            reasons,
            tuple((self.spots[one], round(self.odds[one], 3)) for one in rest),
        )


class _Company:
    """How much of a report lies in each country, province and cell, by what its names mean so far."""

    def __init__(self, names: Sequence[_Name]) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.provinces: defaultdict[int, float] = defaultdict(float)
        self.cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.shares = {id(name): _shares(name) for name in names}
        for shares in self.shares.values():
            for country, share in shares.countries.items():
                self.countries[country] += share
            for province, share in shares.provinces.items():
                self.provinces[province] += share
            for cell, share in shares.cells.items():
                self.cells[cell] += share

    def reasons(self, spot: Spot, name: _Name) -> list[Reason]:
        """Give what the other names say for a place."""
        own = self.shares[id(name)]
        found = []
        if spot.country:
            mass = self.countries.get(spot.country, 0.0) - own.countries.get(spot.country, 0.0)
            if mass > 0:
                found.append(_reason("same country", mass))
        province = spot.id if spot.precision == "adm1" else spot.adm1
        if province:
            mass = self.provinces.get(province, 0.0) - own.provinces.get(province, 0.0)
            if mass > 0:
                found.append(_reason("same province", mass))
        if self.cells and _is_near_something(spot):
            near = [cell for cell in _cells(spot, 1) if cell in self.cells]
            mass = sum(self.cells[cell] - own.cells.get(cell, 0.0) for cell in near)
            if mass > 0:
                found.append(_reason("near", mass))
        return [reason for reason in found if reason.weight > 0.01]  # noqa: PLR2004 - a hundredth moves nothing


class _Shares(NamedTuple):
    countries: dict[str, float]
    provinces: dict[int, float]
    cells: dict[tuple[int, int], float]


def place_names(text: str, spans: Sequence[tuple[int, int]], home: str | None = None) -> list[Choice | None]:
    """Give the place each name of a report means, or None where the gazetteer has none of that name.

    Args:
        text: The report.
        spans: Where its names of places stand, by start, not overlapping; states and peoples help if given too.
        home: The outlet's country, alpha-3.
    """
    where = [Span(*span) for span in spans]
    at_home = _at_home(text, home)
    words = [text[span.start : span.end] for span in where]
    found: dict[str, _Name] = {}
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for span, written in zip(where, words, strict=True):
        kinds[written].extend(kinds_beside(text, span))
    for written in words:
        if written not in found and (candidates := spots(written)):
            found[written] = _Name(candidates, kinds[written], at_home)
    _set_inside(text, where, words, found)
    beside = [_Name(spots(name), (), at_home) for name in in_passing(text, where) if name not in found]
    _settle([*found.values(), *beside])
    chosen = {written: name.choice() for written, name in found.items()}
    return [chosen.get(written) for written in words]


def _set_inside(text: str, where: Sequence[Span], words: Sequence[str], found: dict[str, _Name]) -> None:
    for setting in settings(text, where):
        name = found.get(words[setting.inner])
        outer = spots(setting.words)
        if name is not None and outer and setting.words != words[setting.inner]:
            name.set_within([max(_holds(each, spot) for each in outer) for spot in name.spots])


def _settle(names: list[_Name]) -> None:
    for _ in range(_ROUNDS if len(names) > 1 else 0):
        company = _Company(names)
        for name in names:
            name.weigh(company)


def _at_home(text: str, home: str | None) -> dict[str, Reason]:
    """Give what speaks for each country by the outlet and by the report's own words."""
    found = {country: _reason("manner", count / 2) for country, count in manners(text).items()}
    if home is not None and home not in found:
        found[home] = Reason("home", weights()["home"])
    return found


def _towns_in(found: Sequence[Spot]) -> dict[int, int]:
    """Give, for each area, the people of its largest town among the places of one name."""
    most: dict[int, int] = {}
    for town in found:
        for area in (town.adm1, town.adm2) if town.precision == "city" else ():
            if area is not None:
                most[area] = max(most.get(area, 0), town.population)
    return most


def _own_reasons(spot: Spot, wanted: set[str], at_home: dict[str, Reason], towns: dict[int, int]) -> list[Reason]:
    weigh = weights()
    found = [Reason("people", weigh["people"] * math.log(max(spot.population, 100)))]
    if spot.main == 0:
        found.append(Reason("main", weigh["main"]))
    if spot.id in capitals():
        found.append(Reason("capital", weigh["capital"]))
    if spot.precision in weigh:
        found.append(Reason(spot.precision, weigh[spot.precision]))
    if towns.get(spot.id, 0) > _SEAT * spot.population and spot.precision not in wanted:
        found.append(Reason("seat", weigh["seat"]))
    if spot.listed is not None and spot.precision == "region":
        found.append(Reason("listed", weigh["listed"]))
    if spot.precision in wanted:
        found.append(Reason("kind", weigh["kind"] - weigh.get(spot.precision, 0.0)))
    if spot.country in at_home:
        found.append(at_home[spot.country])
    return found


def _reason(name: str, mass: float) -> Reason:
    """Weigh company: the first companion counts most."""
    return Reason(name, weights()[name] * (1 - math.exp(-max(mass, 0.0))))


def _shares(name: _Name) -> _Shares:
    countries: defaultdict[str, float] = defaultdict(float)
    provinces: defaultdict[int, float] = defaultdict(float)
    cells: defaultdict[tuple[int, int], float] = defaultdict(float)
    for spot, share in zip(name.spots, name.odds, strict=True):
        if share < 0.02:  # noqa: PLR2004 - what is that unlikely is no company
            continue
        if spot.country:
            countries[spot.country] += share
        province = spot.id if spot.precision == "adm1" else spot.adm1
        if province:
            provinces[province] += share
        if _is_near_something(spot):
            for cell in _cells(spot, 0):
                cells[cell] += share
    return _Shares(countries, provinces, cells)


def _is_near_something(spot: Spot) -> bool:
    return spot.lat is not None and spot.precision in {"city", "adm2"}


def _cells(spot: Spot, reach: int) -> list[tuple[int, int]]:
    if spot.lat is None or spot.lon is None:
        return []
    return _cells_at(math.floor(spot.lat / _CELL), math.floor(spot.lon / _CELL), reach)


@lru_cache(maxsize=8192)
def _cells_at(row: int, column: int, reach: int) -> list[tuple[int, int]]:
    return [(row + up, column + on) for up in range(-reach, reach + 1) for on in range(-reach, reach + 1)]


def _holds(outer: Spot, inner: Spot) -> float:
    """Tell whether one place lies in another: 1 by the gazetteer's own tree, less by nearness alone."""
    if outer.id == inner.id:
        return 0.0
    match outer.precision:
        case "country":
            return float(outer.country is not None and inner.country == outer.country and inner.precision != "country")
        case "adm1":
            return float(inner.adm1 == outer.id)
        case "adm2":
            return float(inner.adm2 == outer.id)
        case "region":
            return _holds_region(outer, inner)
        case _:
            return 0.0


def _holds_region(outer: Spot, inner: Spot) -> float:
    within = not outer.countries or inner.country in outer.countries
    if not within or inner.precision in {"country", "region"}:
        return 0.0
    gap = distance(outer, inner)
    if gap is None:
        return 0.5 if outer.countries else 0.0
    return math.exp(-gap / _REGION_REACH) if len(outer.countries) == 1 else 0.5 * math.exp(-gap / (10 * _REGION_REACH))


def distance(one: Spot, other: Spot) -> float | None:
    """Give the kilometres between two places on a sphere, where both have points."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    p1, p2 = math.radians(one.lat), math.radians(other.lat)
    half = (
        math.sin((p2 - p1) / 2) ** 2
        + math.cos(p1) * math.cos(p2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
