"""Words of approval and blame: what calling something a milestone or a mistake does."""

from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Appraisal(Entry, frozen=True, kw_only=True):
    """Words, in small letters, and the act that calling something so is."""

    act: str
    words: tuple[str, ...]


class Harm(Entry, frozen=True, kw_only=True):
    """Lemmas of deeds that nobody promises."""

    words: tuple[str, ...]


class Appraisals(Listed, frozen=True, kw_only=True):
    """What `appraisals.toml` holds."""

    appraisal: tuple[Appraisal, ...]
    harm: tuple[Harm, ...]


@cache
def listed() -> Appraisals:
    """Open the list."""
    return load("appraisals.toml", Appraisals)


@cache
def appraisal_of() -> dict[str, str]:
    """Give the act by word."""
    return {word: entry.act for entry in listed().appraisal for word in entry.words}


@cache
def harms() -> frozenset[str]:
    """Give the lemmas of deeds that nobody promises."""
    return frozenset(word for entry in listed().harm for word in entry.words)
