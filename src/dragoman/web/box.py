"""Reading the search box: a name, "Iran asks Russia", "Iran → Russia", or words."""

import re

from msgspec import Struct

from dragoman.lexicon.acts import acts
from dragoman.lexicon.cues import verb_cues
from dragoman.lexicon.plover import kinds
from dragoman.web.desk import Desk

_ARROW = re.compile(r"^(.+?)\s*(?:→|->|>)\s*(.+)$")
_WORD = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(\S+)")
_LONGEST = 400


class Box(Struct, frozen=True, kw_only=True):
    """How the search box was read.

    Args:
        who: Name of somebody taking part.
        by: Name of who speaks or acts.
        to: Name of who is addressed, spoken of or acted upon.
        kinds: Acts and PLOVER types.
        words: Words that a fact or its report's title must have.
        said: The reading in words, for the reader to check.
    """

    who: str = ""
    by: str = ""
    to: str = ""
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    said: str = ""


def read_box(desk: Desk, typed: str) -> Box:
    """Read what somebody typed: names only where the record has them, else words."""
    typed = " ".join(typed[:_LONGEST].split())
    if not typed:
        return Box()
    return _arrow(desk, typed) or _whole_name(desk, typed) or _clause(desk, typed) or _words(typed)


def _arrow(desk: Desk, typed: str) -> Box | None:
    match = _ARROW.match(typed)
    return _between(desk, match.group(1), match.group(2), ()) if match else None


def _whole_name(desk: Desk, typed: str) -> Box | None:
    thing = desk.exactly(typed)
    return Box(who=typed, said=f"facts with {thing['name']} in them") if thing else None


def _clause(desk: Desk, typed: str) -> Box | None:
    """Read NAME VERB NAME: the verb stands between two names of the record."""
    words = typed.split()
    for at in range(1, len(words) - 1):
        meant = _kinds_of(words[at])
        box = _between(desk, " ".join(words[:at]), " ".join(words[at + 1 :]), meant) if meant else None
        if box:
            return box
    return None


def _between(desk: Desk, left: str, right: str, meant: tuple[str, ...]) -> Box | None:
    one, other = desk.exactly(left), desk.exactly(right)
    if not one or not other:
        return None
    act = f", {' or '.join(meant)}" if meant else ""
    return Box(by=left, to=right, kinds=meant, said=f"{one['name']} to or about {other['name']}{act}")


def _kinds_of(verb: str) -> tuple[str, ...]:
    """Give the acts a verb is a cue of, and the types of event such words are; a verb may be a type itself."""
    form = verb.lower()
    found = [cue.act for _lemma, cue in verb_cues().get(form, ())]
    types = [known.plover for act in found if (known := acts().get(act)) and known.plover]
    named = [kind for kind in kinds() if form in {kind.lower(), f"{kind.lower()}s"}]
    met = ["CONSULT"] if form in {"meets", "met", "meet"} else []
    return tuple(dict.fromkeys([*found, *types, *named, *met]))


def _words(typed: str) -> Box:
    words = tuple(next(filter(None, match)) for match in _WORD.findall(typed))
    return Box(words=words, said="facts with " + " and ".join(f"“{word}”" for word in words))
