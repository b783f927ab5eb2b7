"""Cues: the verbs and nouns by which reports tell that somebody said, thinks or intends something."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.lexicon.toml_lists import Entry, Listed, load

Frame = Literal["quote", "that", "to", "ing", "object", "object to", "tell", "name", "as"]
_VOWELS = "aeiou"


class Cue(Entry, frozen=True, kw_only=True):
    """Words of one act that take what is said in the same ways.

    `frames` are the ways: `quote` quotations and clauses set off by commas, `that` clauses, `to` infinitives of
    the speaker, `ing` gerunds, `object` a noun phrase, `object to` somebody and what they shall do,
    `tell` an addressee before a clause, `name` somebody and what they are called, `as` somebody as something.
    `prepositions` lead to what is said; each belongs to the cue ("warned of"). `speaker` asks for a
    subject that can speak, since the verb has other senses. A `topic` verb names only what was spoken about, a `refuses` verb what
    is not said; `objects` are the nouns that alone make an `object` something said.
    """

    lemmas: tuple[str, ...]
    act: str
    kind: Literal["verb", "noun", "adjective"] = "verb"
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    speaker: bool = False
    topic: bool = False
    refuses: bool = False
    objects: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class Speakers(Listed, frozen=True, kw_only=True):
    """Common nouns of those who speak, and of what speaks for them."""

    people: tuple[str, ...]
    groups: tuple[str, ...]
    papers: tuple[str, ...]
    source: str


class _Cues(Listed, frozen=True, kw_only=True):
    irregular: dict[str, tuple[str, ...]]
    doubling: tuple[str, ...]
    speakers: Speakers
    cue: tuple[Cue, ...]


@cache
def _listed() -> _Cues:
    return load("cues.toml", _Cues)


def cues() -> tuple[Cue, ...]:
    """Give all cues as they stand in the list."""
    return _listed().cue


def speakers() -> Speakers:
    """Give the common nouns of speakers."""
    return _listed().speakers


@cache
def nouns_of_people() -> frozenset[str]:
    """Give lemmas of nouns that mean one who speaks, no group and no paper."""
    return frozenset(speakers().people)


@cache
def speaking_nouns() -> frozenset[str]:
    """Give lemmas of nouns that can be the subject of a verb of saying."""
    listed = speakers()
    return frozenset({*listed.people, *listed.groups, *listed.papers})


@cache
def verb_cues() -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Give lemma and cue for each form of each verb; more than one where senses differ, in order of the list."""
    found: dict[str, list[tuple[str, Cue]]] = {}
    for cue in cues():
        if cue.kind == "verb":
            for lemma in cue.lemmas:
                for form in verb_forms(lemma):
                    found.setdefault(form, []).append((lemma, cue))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def noun_cues() -> dict[str, Cue]:
    """Give the cue for each form of each noun."""
    return {form: cue for cue in cues() if cue.kind == "noun" for lemma in cue.lemmas for form in noun_forms(lemma)}


@cache
def adjective_cues() -> dict[str, Cue]:
    """Give the cue for each adjective: 'ready to', 'confident that'."""
    return {lemma: cue for cue in cues() if cue.kind == "adjective" for lemma in cue.lemmas}


def verb_forms(lemma: str) -> Iterator[str]:
    """Spell a verb's forms: base, third person, past, participles."""
    yield lemma
    yield _with_s(lemma)
    yield _stem(lemma) + "ing" if not lemma.endswith("ie") else lemma[:-2] + "ying"
    if (irregular := _listed().irregular.get(lemma)) is not None:
        yield from irregular
    elif lemma.endswith("e"):
        yield lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield lemma[:-1] + "ied"
    else:
        yield _stem(lemma) + "ed"


def noun_forms(lemma: str) -> Iterator[str]:
    """Spell a noun's singular and plural."""
    yield lemma
    yield _with_s(lemma)


def _stem(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    return lemma + lemma[-1] if lemma in _listed().doubling else lemma


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else lemma + "s"
