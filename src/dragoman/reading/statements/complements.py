"""What a cue takes as said: the clause, infinitive, noun phrase or name that hangs on it."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.lexicon.cues import Cue
from dragoman.reading.syntax import OBJECT_DEPS, SUBJECT_DEPS, Token

_TAILS = frozenset({"of", "for", "as", "against", "over", "on", "from", "with", "into"})
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_WITH_PURPOSE = frozenset({"demand", "express", "propose", "stress"})
_ADJUNCT_NOUNS = frozenset(
    {"interview", "statement", "speech", "news", "conference", "meeting", "briefing", "tweet", "letter"}
)


class Complement(NamedTuple):
    """Words said, as token numbers first to last, with the way they hang on the cue."""

    frame: str
    first: int
    last: int
    preposition: Token | None = None
    addressee: Token | None = None


def complement_of(verb: Token, cue: Cue, stops: frozenset[int] = frozenset()) -> Complement | None:
    """Give what follows a verb as said, by the first frame of the cue that fits.

    Args:
        verb: The verb.
        cue: The entry whose frames are tried: clauses, infinitives, names, prepositions, then objects.
        stops: Verbs below which nothing belongs to what is said.
    """
    for look in (_passive, _clause, _infinitive, _name, _by_preposition, _object, _gerund):
        found = look(verb, cue, stops)
        if found is not None and found.first <= found.last:
            return found
    return None


def words_below(token: Token, stops: frozenset[int] = frozenset()) -> list[Token]:
    """Give a token and all below it, in order, but nothing from the stops on down."""
    found, stack = [token], list(token.children)
    while stack:
        word = stack.pop()
        if word.i not in stops:
            found.append(word)
            stack.extend(word.children)
    return sorted(found, key=lambda word: word.i)


def _span(verb: Token, heads: list[Token], stops: frozenset[int]) -> tuple[int, int]:
    words = [word.i for head in heads for word in words_below(head, stops) if word.i > verb.i]
    return (min(words), max(words)) if words else (verb.i + 1, verb.i)


def _rights(verb: Token, *deps: str) -> Iterator[Token]:
    return (child for child in verb.children if child.i > verb.i and child.dep in deps)


def _object_of(verb: Token) -> Token | None:
    return next(_rights(verb, *OBJECT_DEPS), None)


def has_to(verb: Token) -> bool:
    """Tell an infinitive with 'to'."""
    return any(child.dep in {"aux", "mark"} and child.lower == "to" and child.i < verb.i for child in verb.children)


def is_finite_clause(clause: Token) -> bool:
    """Tell a clause with a subject of its own or a word that opens one, but no infinitive."""
    opener = min((word.i for word in clause.children), default=clause.i)
    if any(child.dep == "mark" and child.lower in {"that", "whether", "if"} for child in clause.children):
        return True
    first = next((word for word in clause.subtree() if word.pos != "PUNCT"), clause)
    if first.tag in _WH and opener <= clause.i:
        return True
    if has_to(clause):
        return False
    if any(child.dep in {*SUBJECT_DEPS, "expl"} for child in clause.children):
        return clause.tag != "VBG" or _is_auxiliated(clause)
    return _is_auxiliated(clause) and first.pos not in {"AUX", "VERB"}


def _is_auxiliated(clause: Token) -> bool:
    return any(
        child.dep in {"aux", "auxpass"} and child.tag in {"VBZ", "VBP", "VBD", "MD"} for child in clause.children
    )


def _passive(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    """Take the subject of a passive as what is spoken of: 'the plan was condemned by the council'."""
    if verb.tag != "VBN" or "object" not in cue.frames or verb.child("agent") is None:
        return None
    noun = verb.child("nsubjpass")
    if noun is None or noun.i > verb.i or noun.tag in _WH:
        return None
    words = [word.i for word in words_below(noun, stops | {verb.i}) if word.i < verb.i]
    return Complement("passive", min(words), max(words))


def _clause(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    if not {"that", "tell", "quote"} & set(cue.frames):
        return None
    clauses = [c for c in _rights(verb, "ccomp", "parataxis") if c.i not in stops and is_finite_clause(c)]
    if not clauses and "tell" in cue.frames:
        clauses = [
            c
            for c in _rights(verb, "advcl")
            if any(word.lower in {"if", "whether"} and word.dep == "mark" for word in c.children)
        ]
    clauses = [c for c in clauses if c.pos in {"VERB", "AUX"}]
    if not clauses or not {"that", "tell"} & set(cue.frames):
        return None
    addressee = _object_of(verb) if "tell" in cue.frames else None
    first, last = _span(verb, clauses, stops)
    if addressee is not None and addressee.i >= first:
        addressee = None
    words = verb.sentence.tokens
    before = words[first - words[0].i - 1]
    if before.lower == "that" and before.i > verb.i:
        first = before.i
    return Complement("that", first, last, addressee=addressee)


def _infinitive(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    clause = next((c for c in _rights(verb, "xcomp", "ccomp") if has_to(c) and c.i not in stops), None)
    if clause is None:
        return None
    first, last = _span(verb, [clause], stops)
    inner = next((child for child in clause.children if child.dep in SUBJECT_DEPS and child.i < clause.i), None)
    somebody = _object_of(verb) if inner is None else inner
    if somebody is not None and verb.i < somebody.i < clause.i:
        if "object to" not in cue.frames:
            return None
        first = min(first, _span(verb, [somebody], stops)[0])
        return Complement("object to", first, last, addressee=somebody)
    return Complement("to", first, last) if "to" in cue.frames else None


def _name(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    somebody = _object_of(verb)
    if "as" in cue.frames and somebody is not None:
        tail = next((p for p in _rights(verb, "prep", "advcl") if p.lower == "as" and p.i > somebody.i), None)
        inner = next((p for p in somebody.subtree() if p.lower == "as" and p.dep == "prep" and p.i > somebody.i), None)
        if tail is not None or inner is not None:
            return Complement("as", *_span(verb, [somebody, *([tail] if tail else [])], stops))
    if "name" not in cue.frames:
        return None
    named = next(_rights(verb, "oprd", "acomp"), None) or _adjective_after(somebody)
    small = next((c for c in _rights(verb, "ccomp", "xcomp") if c.pos not in {"VERB", "AUX"} and not has_to(c)), None)
    if named is not None and somebody is not None:
        return Complement("name", *_span(verb, [somebody, named], stops))
    if small is not None and (somebody is not None or any(c.dep in SUBJECT_DEPS for c in small.children)):
        return Complement("name", *_span(verb, [small, *([somebody] if somebody else [])], stops))
    objects = list(_rights(verb, *OBJECT_DEPS)) or list(_rights(verb, "oprd"))
    if len(objects) > 1:
        return Complement("name", *_span(verb, objects, stops))
    return None


def _adjective_after(noun: Token | None) -> Token | None:
    """Give the adjective that a parse hangs on the noun before it: 'called the step irresponsible'."""
    return next((child for child in noun.rights if child.dep == "amod" and child.pos == "ADJ"), None) if noun else None


def _by_preposition(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    for prep in _rights(verb, "prep", "prt", "dative"):
        if prep.lower not in cue.prepositions:
            continue
        heads = [child for child in prep.children if child.dep in {"pobj", "pcomp"} and child.i > prep.i]
        if not heads:
            continue
        somebody = _object_of(verb)
        if somebody is not None and somebody.i < prep.i and "tell" not in cue.frames:
            continue
        follow = [
            c
            for c in _rights(verb, "xcomp", "advcl")
            if has_to(c) and c.i > prep.i and prep.lower in {"on", "upon", "to", "for"}
        ]
        first, last = _span(prep, [*heads, *follow], stops)
        asked = heads[0] if cue.act in {"urge", "ask"} and prep.lower != "for" else somebody
        return Complement(f"after {prep.lower}", first, last, preposition=prep, addressee=asked)
    return None


def _object(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    somebody = _object_of(verb)
    if somebody is None or "object" not in cue.frames or somebody.lower.endswith(("self", "selves")):
        return None
    tails = [
        tail
        for tail in _rights(verb, "prep", "xcomp", "oprd")
        if tail.i > somebody.i and (tail.dep != "prep" or (tail.lower in _TAILS and not _is_occasion(tail)))
    ]
    if tails and "for" in {t.lower for t in tails}:
        tails = [tail for tail in tails if tail.dep == "prep"]
    first, last = _span(verb, [somebody], stops)
    tails = [*(other for other in _rights(verb, *OBJECT_DEPS) if other is not somebody), *tails]
    if cue.act in _WITH_PURPOSE:
        tails.extend(_rights(verb, "advcl") if verb.child("advcl") is not None else ())
    for tail in tails:
        low, high = _span(verb, [tail], stops)
        if low == last + 1 and (tail.dep != "advcl" or has_to(tail)):
            last = high
    return Complement("object", first, last)


def _is_occasion(prep: Token) -> bool:
    noun = prep.child("pobj")
    return noun is not None and (
        prep.lower in {"on", "in", "at", "over", "for"}
        and (noun.ent[2:] in {"DATE", "TIME"} or noun.lower in _ADJUNCT_NOUNS)
    )


def _gerund(verb: Token, cue: Cue, stops: frozenset[int]) -> Complement | None:
    if "ing" not in cue.frames:
        return None
    clause = next((c for c in _rights(verb, "xcomp", "ccomp", "dobj") if c.tag == "VBG" and c.i not in stops), None)
    return Complement("ing", *_span(verb, [clause], stops)) if clause is not None else None
