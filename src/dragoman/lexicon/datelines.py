"""Places that datelines name."""

from functools import cache

from dragoman.lexicon import states
from dragoman.lexicon.toml_lists import Listed, load


class DatelineList(Listed, frozen=True, kw_only=True):
    """What `datelines.toml` holds; `never` are words before a dash that are no place."""

    source: str
    towns: tuple[str, ...]
    provinces: tuple[str, ...]
    never: tuple[str, ...]


@cache
def _listed() -> DatelineList:
    return load("datelines.toml", DatelineList)


@cache
def dateline_places() -> dict[str, str]:
    """Give each place a dateline may name, by its casefolded form: the way it is written."""
    names = [*_listed().provinces]
    for state in states.listed().state:
        names += [state.name, *state.aliases]
    return {name.casefold(): name for name in reversed(names)} | dateline_towns()


@cache
def dateline_towns() -> dict[str, str]:
    """Give each town a dateline may name with nothing else beside it, as `dateline_places` does."""
    names = [*_listed().towns]
    for state in states.listed().state:
        if state.capital:
            names += [state.capital.name, *state.capital.spellings, *state.capital.seats]
    return {name.casefold(): name for name in reversed(names)}


@cache
def no_places() -> frozenset[str]:
    """Give casefolded words that stand before a dash and are no place."""
    return frozenset(word.casefold() for word in _listed().never)
