"""What a reader should know of a fact before quoting it."""

from collections.abc import Mapping
from typing import Any

from dragoman.api.grounds import Grounds

_LOW = 0.7
_MODALITIES = {
    "planned": "It is planned or announced, not told as done.",
    "offered": "It is offered, not told as done.",
    "asked": "It is asked for, not told as done.",
    "possible": "It is told as possible only.",
    "denied": "It is told as denied.",
    "sought": "The standing is sought, not held.",
    "backed": "The standing is backed by somebody, not held.",
    "opposed": "The standing is opposed by somebody.",
}


def limits_of(grounds: Grounds, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """List what limits a fact, the gravest first."""
    said = [_MODALITIES.get(str(fields.get("modality")))]
    if fields.get("polarity") == "negated":
        said.append("It is told as not so.")
    if fields.get("voice_of") or fields.get("voice"):
        said.append(
            f"It stands in the words of {fields.get('voice_of') or 'somebody quoted'}; the outlet does not say it itself."
        )
    if fields.get("inside"):
        said.append("It is a statement inside another statement.")
    said += _of_who(fields)
    said += _of_day(grounds, fields)
    if fields.get("zone") in {"caption", "title"}:
        said.append(f"It stands in the {fields['zone']}, which others than the reporter may have written.")
    if grounds.score is not None and grounds.score < _LOW:
        said.append(f"The rule that read it is right less often than others (score {grounds.score:.2f}).")
    return tuple(one for one in said if one)


def _of_who(fields: Mapping[str, Any]) -> list[str]:
    said = []
    if "speaker" in fields and not fields.get("speaker_id"):
        more = " More than one can be meant." if fields.get("candidates") else ""
        said.append(f"Who speaks is known by the report’s words only.{more}")
    nameless = [one["name"] for role in ("actors", "recipients") for one in fields.get(role) or () if not one["id"]]
    if nameless:
        said.append(f"Known by the report’s words only: {', '.join(nameless[:4])}.")
    if fields.get("place_precision") == "country":
        said.append("The place is known as a country only.")
    return said


def _of_day(grounds: Grounds, fields: Mapping[str, Any]) -> list[str]:
    if grounds.day is None:
        stated = grounds.report["published"]
        return [
            f"No day is told{f'; the report is of {stated}' if stated else ', and the report states none for itself'}."
        ]
    if fields.get("day_basis") == "inferred":
        return ["Its day is inferred, not told.", *grounds.day_reasons]
    return []
