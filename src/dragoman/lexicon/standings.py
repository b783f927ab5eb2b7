"""Words that tell how a state stands in an organisation: member, observer; seeks, backs, grants, leaves."""

from functools import cache

from dragoman.lexicon.toml_lists import Entry, Listed, load


class Rank(Entry, frozen=True, kw_only=True):
    """A standing: nouns that name it, and words that make it of a plainer noun ('founding member', 'observer status')."""

    standing: str
    nouns: tuple[str, ...]
    before: tuple[str, ...] = ()


class Act(Entry, frozen=True, kw_only=True):
    """Lemmas of one role: what is done about a standing."""

    role: str
    words: tuple[str, ...]


class StandingWords(Listed, frozen=True, kw_only=True):
    """What `standings.toml` holds."""

    rank: tuple[Rank, ...]
    act: tuple[Act, ...]


@cache
def listed() -> StandingWords:
    """Open the list."""
    return load("standings.toml", StandingWords)


@cache
def words_of(role: str) -> frozenset[str]:
    """Give the lemmas of a role."""
    return frozenset(word for act in listed().act if act.role == role for word in act.words)


def rank_of(noun: str, before: frozenset[str]) -> str | None:
    """Give the standing that a noun with the words before it names; None when it names none.

    'member' with 'founding' is a founder, 'status' with 'observer' an observer, 'partner' one only with 'dialogue'.
    """
    named = [rank for rank in listed().rank if noun in rank.nouns]
    qualified = [
        rank for rank in listed().rank if before & set(rank.before) and (named or noun in words_of("membership"))
    ]
    if noun == "partner":
        return "dialogue partner" if any(rank.standing == "dialogue partner" for rank in qualified) else None
    chosen = [*qualified, *named]
    return chosen[0].standing if chosen else None
