"""How a name looks: capitals, particles, initials, acronyms."""

from functools import cache

_ACRONYM_LOW, _ACRONYM_HIGH = 2, 7
_INITIAL = 2


@cache
def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name is: 'Zarif', 'al-Assad' is not, 'McCain', 'O', 'ECOWAS'."""
    letters = word.lstrip("'’‘`")
    return letters[:1].isupper()


@cache
def is_acronym(word: str) -> bool:
    """Tell whether a word is an acronym: 'SNSC', 'P5+1', 'U.N.', 'SCO'."""
    letters = word.replace(".", "").replace("-", "").replace("&", "")
    return _ACRONYM_LOW <= len(letters) <= _ACRONYM_HIGH and letters.isupper() and letters[0].isalpha()


def is_initial(word: str) -> bool:
    """Tell whether a word is somebody's initial: 'W.', 'J'."""
    return len(word) <= _INITIAL and word[:1].isupper() and word[1:] in {"", "."}


def initials_of(words: tuple[str, ...]) -> str:
    """Give the initials that an acronym of these words would have: its capitalised words, small ones left out."""
    return "".join(word[0] for word in words if is_capital(word)).upper()
