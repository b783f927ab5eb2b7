"""What the tables knew before reading of the offices and standings that reports claim."""

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.lexicon.memberships import standing
from dragoman.lexicon.people import person
from dragoman.lexicon.tenures import holders

_HELD = "knowledge of offices"


def known_of_offices(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Say who surely held the offices that reports say others held.

    A claim of somebody who may have held it, or whom no table knows (he may be the holder under another name), and of an
    office nobody surely held that day, is passed over.

    Args:
        claims: Rows with `id`, `post`, `place` (alpha-3 code or body), `person` and `day`.

    Returns:
        Rows with `id` of the claim, `value` (who held it) and `source`.
    """
    found: list[dict[str, Any]] = []
    for claim in claims:
        held = holders(claim["post"], claim["place"], claim["day"])
        sure = [one for one in held if one.surely_covers(claim["day"])]
        if sure and person(claim["person"]) and claim["person"] not in {one.person for one in held}:
            named = sorted({_name(one.person) for one in sure})
            found.append({"id": claim["id"], "value": ", ".join(named), "source": f"{_HELD}, {sure[0].source}"})
    return found


def known_of_standings(claims: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Say how states stood in bodies on days on which reports say they stood otherwise.

    Args:
        claims: Rows with `id`, `body`, `state` (alpha-3 code), `standing` and `day`.

    Returns:
        Rows with `id` of the claim, `value` (the standing) and `source`.
    """
    found: list[dict[str, Any]] = []
    for claim in claims:
        known = standing(claim["body"], claim["state"], claim["day"])
        if known and claim["standing"] not in {one.standing for one in known} | {"founder"}:
            found.append(
                {"id": claim["id"], "value": ", ".join(one.standing for one in known), "source": known[0].source}
            )
    return found


def _name(identity: str) -> str:
    known = person(identity)
    return known.name if known else identity
