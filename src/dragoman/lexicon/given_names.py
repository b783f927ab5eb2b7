"""Whether 'he' or 'she' is said of who bears a given name or a courtesy title, where that is sure."""

from functools import cache

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.forms import keys
from dragoman.lexicon.toml_lists import rows_of


@cache
def _listed() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in rows_of("given_names.tsv")}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name of the list."""
    return word.casefold() in _listed()


def gender_of(name: str) -> str | None:
    """Give `m` or `f` for a full name whose first part tells; None when it does not, or the name is bare."""
    words = keys(name)
    return _listed().get(words[0]) if len(words) > 1 else None


def gender_of_title(title: str) -> str | None:
    """Give `m` or `f` for a courtesy title that tells: 'Mrs', 'King'."""
    plain = title.lower().rstrip(".")
    if plain in words_of("he-title"):
        return "m"
    return "f" if plain in words_of("she-title") else None
