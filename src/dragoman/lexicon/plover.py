"""PLOVER's types and modes with their weights, the CAMEO codes beside them, and the contexts of an act."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dragoman.errors import LexiconError


class Mode(Struct, frozen=True, forbid_unknown_fields=True):
    """A way in which an act of some type is done; `score` is POLECAT's intensity, −10 to 10."""

    name: str
    score: float
    cameo: str
    goldstein: float
    meaning: str


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """One of PLOVER's sixteen types; `future` is the type of the act while it is only planned."""

    name: str
    quad: int
    score: float
    cameo: str
    goldstein: float
    future: str
    meaning: str
    recipient: bool = False
    mode: tuple[Mode, ...] = ()

    def mode_called(self, name: str | None) -> Mode | None:
        """Give a mode by name; None where the type has none so called."""
        return next((mode for mode in self.mode if mode.name == name), None)


class Context(Struct, frozen=True, forbid_unknown_fields=True):
    """A matter that acts are about, and the lemmas that show it."""

    name: str
    words: tuple[str, ...]


class _Plover(Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    kind: tuple[Kind, ...]
    context: tuple[Context, ...]


@cache
def _plover() -> _Plover:
    text = files("dragoman.lexicon").joinpath("plover.toml").read_bytes()
    try:
        return msgspec.toml.decode(text, type=_Plover)
    except msgspec.MsgspecError as fault:
        raise LexiconError(f"plover.toml: {fault}") from fault


@cache
def kinds() -> dict[str, Kind]:
    """Give PLOVER's types by name, in the order of its manual."""
    return {kind.name: kind for kind in _plover().kind}


@cache
def contexts() -> tuple[Context, ...]:
    """Give PLOVER's contexts in the order of its manual."""
    return _plover().context


@cache
def contexts_by_word() -> dict[str, str]:
    """Give the context that each lemma shows; the first in the manual's order where two list it."""
    shown: dict[str, str] = {}
    for context in contexts():
        for word in context.words:
            shown.setdefault(word, context.name)
    return shown


def cameo_of(kind: str, mode: str | None) -> tuple[str, float]:
    """Give the CAMEO code nearest to a type and mode, and its Goldstein value."""
    known = kinds()[kind]
    found = known.mode_called(mode)
    return (found.cameo, found.goldstein) if found else (known.cameo, known.goldstein)
