"""The code book's triggers: which words, in which company, show which act, and who fills its places."""

from functools import cache

from dragoman.errors import LexiconError
from dragoman.lexicon.plover import kinds
from dragoman.lexicon.toml_lists import Listed, load

# The part of each slot's name that a trigger may use beside prepositions.
SLOTS = frozenset(
    {
        "subject",
        "object",
        "dative",
        "owner",
        "holder",
        "clause",
        "clause-subject",
        "poss",
        "demonym",
        "speaker",
        "opponent",
        "place",
        "if",
    }
)


class Trigger(Listed, frozen=True, kw_only=True):
    """One way of telling an act.

    The words: lemmas of `verbs`, `nouns` or `adjectives`. The company, each only if stated: `objects`
    and `subjects` heads, `after` prepositions and particles with `after_nouns` under them,
    `object_of` nouns under the object's 'of', `clause` a subordinate clause of that sort,
    (`another` for one with its own doer, `own` for what the speaker will do, `other` for what somebody else does or did), `clause_verbs` its verbs, `clause_words` words one of which stands in it, `clause_adjective` an adjective said of the object, `judged` words one of which is said of it, `clause_known` a clause that tells an act or cooperation; `unless…` and `not_after` forbid. `@name` stands
    for a list of `classes.toml`, or for what is named: `@party`, `@person`, `@public` (a person in office), `@place`, `@land`.
    `plural` wants several subjects, `plural_actors` several named actors, `direct` its preposition on
    the verb itself. `presence` entries only put somebody at a gathering that the report tells of elsewhere too.
    `mutual` acts are between two: where one is not named, the other of the two spoken of before is meant; `ahead` entries
    hold only of what is yet to come, `done` ones only of what took place, and `negated` ones only of what is not done,
    and tell a refusal.
    `actor` and `recipient` are slots: the places where they are looked for, best first for the
    recipient, all together for the actor.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    object_of: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_nouns: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    clause: str = ""
    clause_adjective: str = ""
    clause_verbs: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    clause_known: bool = False
    clause_kinds: tuple[str, ...] = ()
    clause_objects: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    unless_clause: bool = False
    unless_clause_verbs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    plural: bool = False
    plural_actors: bool = False
    needs_two: bool = False
    recipient_needed: bool = False
    meeting: bool = False
    presence: bool = False
    direct: bool = False
    mutual: bool = False
    ahead: bool = False
    done: bool = False
    negated: bool = False
    strict: bool = False
    kind: str = ""
    mode: str | None = None
    modality: str = ""
    contexts: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    score: float = 0.0
    rank: int = 0
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How particular the trigger is; of two that fit, the more particular one is meant."""
        company = (
            self.objects,
            self.subjects,
            self.after,
            self.after_nouns,
            self.clause,
            self.clause_adjective or self.judged,
        )
        return self.rank + sum(2 for stated in company if stated) + (1 if self.object_of or self.clause_kinds else 0)


class _Chapter(Listed, frozen=True, kw_only=True):
    kind: str
    source: str
    trigger: tuple[Trigger, ...]


class _Classes(Listed, frozen=True, kw_only=True):
    source: str
    classes: dict[str, tuple[str, ...]]


@cache
def chapters() -> dict[str, _Chapter]:
    """Give the code book's chapters by PLOVER type.

    Raises:
        LexiconError: A chapter names another type than its file, or an unknown mode or list.
    """
    found = {name: load(f"triggers/{name.lower()}.toml", _Chapter) for name in kinds()}
    for name, chapter in found.items():
        if chapter.kind != name:
            raise LexiconError(f"triggers/{name.lower()}.toml says kind {chapter.kind!r}; it must say {name!r}")
        for trigger in chapter.trigger:
            _check(name, trigger)
    return found


def _check(kind: str, trigger: Trigger) -> None:
    where = f"triggers/{kind.lower()}.toml, entry of {(trigger.verbs + trigger.nouns + trigger.adjectives)[:3]}"
    if trigger.mode is not None and kinds()[trigger.kind or kind].mode_called(trigger.mode) is None:
        raise LexiconError(f"{where}: {trigger.kind or kind} has no mode {trigger.mode!r}; see plover.toml")
    for words in (
        trigger.objects, trigger.subjects, trigger.object_of, trigger.after_nouns, trigger.unless, trigger.judged, trigger.clause_words,
    ):  # fmt: skip
        for word in words:
            if word.startswith("@") and word not in NAMED and word[1:] not in classes():
                raise LexiconError(f"{where}: no list {word!r} in triggers/classes.toml")


NAMED = frozenset({"@party", "@person", "@place", "@land", "@actor", "@any", "@public"})


@cache
def classes() -> dict[str, frozenset[str]]:
    """Give the lists of nouns that entries name as '@list'."""
    listed = load("triggers/classes.toml", _Classes)
    return {name: frozenset(words) for name, words in listed.classes.items()}


@cache
def expanded(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Part an entry's words into plain lemmas, lists opened, and what must be looked up in the report."""
    plain: set[str] = set()
    named: set[str] = set()
    for word in words:
        if word in NAMED:
            named.add(word)
        elif word.startswith("@"):
            plain |= classes()[word[1:]]
        else:
            plain.add(word)
    return frozenset(plain), frozenset(named)


@cache
def triggers_by_lemma() -> dict[tuple[str, str], tuple[tuple[str, Trigger], ...]]:
    """Give (type, trigger) pairs by ('verb'|'noun'|'adjective', lemma), the most particular first."""
    found: dict[tuple[str, str], list[tuple[str, Trigger]]] = {}
    for kind, chapter in chapters().items():
        for trigger in chapter.trigger:
            for sort, lemmas in (("verb", trigger.verbs), ("noun", trigger.nouns), ("adjective", trigger.adjectives)):
                for lemma in lemmas:
                    found.setdefault((sort, lemma), []).append((trigger.kind or kind, trigger))
    return {key: tuple(sorted(pairs, key=lambda pair: -pair[1].weight)) for key, pairs in found.items()}
