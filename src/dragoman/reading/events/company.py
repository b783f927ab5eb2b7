"""What company an entry of the code book wants, made ready once, and whether nouns are of that company."""

from functools import cache

from msgspec import Struct

from dragoman.lexicon.triggers import Trigger, expanded, triggers_by_lemma
from dragoman.reading.events.parties import is_pair, is_reciprocal, words_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Entity

Wanted = tuple[frozenset[str], frozenset[str]]  # plain lemmas, and what must be looked up in the report
_SORTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_SPEAKERS = frozenset({"i", "we"})  # whoever says so
_ACTORS = frozenset({"person", "body", "state", "people", "office"})


class Entry(Struct, frozen=True):
    """An entry of the code book with its lists of nouns opened."""

    kind: str
    trigger: Trigger
    objects: Wanted
    subjects: Wanted
    object_of: Wanted
    after_nouns: Wanted
    unless: Wanted


@cache
def entries() -> dict[str, dict[str, tuple[Entry, ...]]]:
    """Give the entries by part of speech and lemma, the most particular first."""
    made: dict[int, Entry] = {}
    by_sort: dict[str, dict[str, tuple[Entry, ...]]] = {"verb": {}, "noun": {}, "adjective": {}}
    for (sort, lemma), pairs in triggers_by_lemma().items():
        by_sort[sort][lemma] = tuple(made.setdefault(id(each), _entry(kind, each)) for kind, each in pairs)
    return {pos: by_sort[sort] for pos, sort in _SORTS.items()}


def _entry(kind: str, trigger: Trigger) -> Entry:
    lists = (trigger.objects, trigger.subjects, trigger.object_of, trigger.after_nouns, trigger.unless)
    return Entry(kind, trigger, *map(expanded, lists))


def any_fits(page: Page, nouns: list[Token], wanted: Wanted) -> bool:
    """Tell whether one of some nouns is listed, or names what is wanted."""
    plain, named = wanted
    return any(
        not plain.isdisjoint(words_of(noun)) or any(_is_named(page, noun, name) for name in named) for noun in nouns
    )


def _is_named(page: Page, noun: Token, name: str) -> bool:
    mentions = {mention.kind for mention in page.mentions_at(noun)}
    match name:
        case "@party" | "@actor":
            named = bool(mentions & _ACTORS)
            return named or is_reciprocal(noun) or is_pair(noun) or noun.lower in _SPEAKERS
        case "@person":
            return bool(mentions & {"person", "office"}) or noun.ent.endswith("PERSON")
        case "@public":
            return (
                any(_is_public(page.entity_of(mention)) for mention in page.mentions_at(noun)) or "office" in mentions
            )
        case "@place":
            return "place" in mentions or noun.ent.endswith(("GPE", "LOC", "FAC"))
        case "@land":
            return bool(mentions & {"state", "place"}) or noun.ent.endswith("GPE")
        case _:
            return noun.pos == "NUM" or any(child.dep == "nummod" for child in noun.children)


def _is_public(entity: Entity | None) -> bool:
    """Tell a person known to hold, or to have held, an office."""
    return entity is not None and entity.kind == "person" and bool(entity.wikidata or entity.sector)


def is_plural(nouns: list[Token]) -> bool:
    """Tell several, by number or by form."""
    return len(nouns) > 1 or any(noun.tag in {"NNS", "NNPS"} or noun.lower == "they" for noun in nouns)
