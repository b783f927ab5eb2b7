"""Currencies by their signs and names, and in whose reports a bare '$' or 'pounds' means which."""

import re
from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Currency(Entry, frozen=True, kw_only=True):
    """A currency.

    Attributes:
        code: Its ISO 4217 code.
        sure: Signs and names that mean it anywhere; names in the singular.
        bare: Signs and names that it shares with others.
        bare_in: Countries (alpha-3) to whose outlets alone a bare one means it; where none is named, to all but those of `unsure_in`.
        unsure_in: Countries to whose outlets a bare one means a currency of their own.
    """

    code: str
    sure: tuple[str, ...]
    bare: tuple[str, ...] = ()
    bare_in: tuple[str, ...] = ()
    unsure_in: tuple[str, ...] = ()

    def means(self, country: str | None) -> tuple[str, ...]:
        """Give what means it in the reports of a country's outlets."""
        known = country in self.bare_in if self.bare_in else country not in self.unsure_in
        return self.sure + self.bare if known else self.sure


class _Currencies(Listed, frozen=True, kw_only=True):
    currency: tuple[Currency, ...]


@cache
def currencies() -> tuple[Currency, ...]:
    """Give all currencies as they stand in the list."""
    return load("currencies.toml", _Currencies).currency


@cache
def code_of(sign: str, country: str | None) -> str | None:
    """Give the code of a sign or name; None where reports of that country leave it open.

    Args:
        sign: As it stands in the text.
        country: Country of the outlet as alpha-3; None where it is not known.
    """
    plain = sign.lower()
    meant = {each.code for each in currencies() for known in each.means(country) if plain in _forms(known)}
    return meant.pop() if len(meant) == 1 else None


@cache
def signs() -> re.Pattern[str]:
    """Give what finds a sign or name of a currency, the longest first."""
    known = {form for each in currencies() for sign in (*each.sure, *each.bare) for form in _forms(sign)}
    listed = sorted(known, key=lambda form: (-len(form), form))
    return re.compile(
        rf"(?<![^\W\d])(?:{'|'.join(map(re.escape, listed))})(?:(?<=[^\W\d_])(?![^\W\d_])|(?<![^\W\d_]))", re.IGNORECASE
    )


@cache
def _forms(sign: str) -> frozenset[str]:
    """Give a sign or name in small letters, and a name as plural too."""
    plain = sign.lower()
    return frozenset({plain, f"{plain}s"} if plain[-1].isalpha() and not sign.isupper() else {plain})
