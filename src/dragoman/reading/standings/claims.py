"""A clause that says how some stand somewhere, and the small looks at a tree that its readers share."""

from typing import NamedTuple

from dragoman.lexicon.standings import rank_of
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token, is_negated, subjects_of
from dragoman.records import Entity, Mention

BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
PAST = frozenset({"VBD", "VBN"})
_TENSED = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_PARTIES = frozenset({"state", "people", "body", "person"})
_INTO = frozenset({"of", "in", "at", "to", "into", "within", "for", "from", "with"})
_RANK_WITHIN = 5  # words after 'as': 'as the first full dialogue partner'
_UNREAL = frozenset({"if", "whether", "unless", "until", "before"})


class Claim(NamedTuple):
    """One clause that says how some stand somewhere.

    Attributes:
        trigger: The word that names the standing, or the verb that changes it.
        verb: The verb that the clause turns on, whose circumstances date it.
        parties: Heads of the nouns that name who stands so.
        body: The noun that names where; None when the clause leaves it to what came before.
        standing: As in the word list.
        modality: `held` `sought` `backed` `opposed` or `granted`.
        rule: How it was read.
    """

    trigger: Token
    verb: Token
    parties: tuple[Token, ...]
    body: Token | None
    standing: str
    modality: str
    rule: str


def is_plain(verb: Token) -> bool:
    """Tell whether a verb says what is: no modal, no 'to', no 'if', no 'without'; 'did' and 'has' are plain."""
    helping = [child for child in verb.children if child.dep in {"aux", "mark"}]
    if any(child.tag in {"MD", "TO"} or child.lower in _UNREAL for child in helping):
        return False
    return not (verb.dep == "pcomp" and verb.head.lower == "without")


def is_told(verb: Token) -> bool:
    """Tell whether a verb says what was or is done, and does not say no: 'joined', 'has joined', 'joins'."""
    return verb.tag in _TENSED and is_plain(verb) and not is_negated(verb) and verb.dep != "amod"


def object_after(verb: Token, *prepositions: str) -> Token | None:
    """Give the noun after one of some prepositions of a verb or noun."""
    hanging = (child for child in verb.children if child.dep in {"prep", "dative", "agent"})
    found = next((child for child in hanging if child.lower in prepositions), None)
    return found.child("pobj") if found is not None else None


def rank_after_as(verb: Token) -> tuple[Token, str] | None:
    """Give the noun of rank after 'as', and its standing: 'joined as an observer', 'admit Iran as a full member'.

    By the order of words: a parse often hangs the 'as' after a list elsewhere.
    """
    words = [word for word in verb.sentence.tokens if word.i > verb.i]
    place = next((number for number, word in enumerate(words) if word.lower == "as"), len(words))
    if any(word.pos in {"VERB", "AUX"} for word in words[:place]):
        return None
    for noun in words[place + 1 : place + 1 + _RANK_WITHIN]:
        if noun.pos in {"NOUN", "PROPN"} and (standing := rank_of_noun(noun)) is not None:
            return noun, standing
    return None


def rank_of_noun(noun: Token) -> str | None:
    """Give the standing that a noun and the words before it name."""
    before = frozenset(word.lower for word in noun.subtree() if word.i < noun.i and word.dep in BEFORE_NOUN)
    return rank_of(noun.lemma.lower(), before)


def who(verb: Token) -> tuple[Token, ...]:
    """Give the subjects of a verb, and who is set beside them: 'A joined, as did B', 'A, like B, is a member'."""
    found = [noun for subject in subjects_of(verb) for noun in _meant(subject, verb)]
    found += [noun for clause in verb.children_by("advcl") if _echoes(clause) for noun in subjects_of(clause)]
    likes = [child for word in (verb, *found) for child in word.children if child.lower == "like"]
    found += [noun for like in likes for inner in like.children_by("pobj") for noun in inner.conjuncts()]
    return tuple(dict.fromkeys(found))


def _echoes(clause: Token) -> bool:
    """Tell 'as have India and Pakistan': a helping verb after 'as' that says no more."""
    opened = any(child.lower == "as" for child in clause.children) or clause.sentence.tokens[0] is not clause
    is_bare = clause.lemma in {"have", "be", "do"} and clause.child("dobj", "attr", "acomp") is None
    return is_bare and opened and clause.before is not None and clause.before.lower == "as"


def _meant(subject: Token, verb: Token) -> list[Token]:
    """Give what a relative pronoun stands for, all that is joined unless its verb is singular; else the noun itself."""
    if subject.tag not in {"WDT", "WP"}:
        return [subject]
    relative = next((each for each in (verb, *verb.ancestors()) if each.dep == "relcl"), None)
    if relative is None:
        return []
    is_one = any(
        word.tag == "VBZ" or word.lower == "was" for word in (verb, *verb.children) if word.pos in {"VERB", "AUX"}
    )
    return [relative.head] if is_one else joined_before(relative.head, relative)


def joined_before(noun: Token, limit: Token) -> list[Token]:
    """Give a noun and all it is joined with before a place."""
    while noun.dep == "conj" and noun.head.pos in {"NOUN", "PROPN"}:
        noun = noun.head
    return [each for each in noun.conjuncts() if each.i < limit.i]


def party_of(page: Page, token: Token) -> tuple[Mention, tuple[Entity, ...]] | None:
    """Give the mention of a state or body that a noun is, and whom it means: several for 'both'."""
    for mention in page.mentions_at(token):
        group = page.group_of(mention)
        entity = page.entity_of(mention)
        meant = group or ((entity,) if entity is not None else ())
        if mention.kind in _PARTIES and meant and all(one.kind in {"state", "body"} for one in meant):
            return mention, meant
    return None


def body_mention(page: Page, token: Token | None) -> Mention | None:
    """Give the organisation of states that a token names."""
    for mention in page.mentions_at(token) if token is not None else ():
        entity = page.entity_of(mention)
        if entity is not None and entity.is_of_states:
            return mention
    return None


def body_beside(page: Page, noun: Token) -> Token | None:
    """Give the body a standing is in: after its preposition, or before the noun ('SCO membership')."""
    beside = [child for child in noun.head.children if child.i > noun.i] if noun.dep in {"dobj", "attr"} else []
    for child in (*noun.children, *beside):
        if child.dep == "prep" and child.lower in _INTO:
            inner = child.child("pobj")
            if inner is not None and body_mention(page, inner) is not None:
                return inner
        if child.dep in BEFORE_NOUN and child.head is noun and body_mention(page, child) is not None:
            return child
    return _after_which(page, noun)


def _after_which(page: Page, noun: Token) -> Token | None:
    """Give the body of 'the Union, of which Malta is a member'."""
    verb = noun.head
    clause = verb if verb.dep == "relcl" else next((each for each in verb.ancestors() if each.dep == "relcl"), None)
    if clause is None or not any(word.lower == "which" and word.head.lower in _INTO for word in clause.subtree()):
        return None
    return clause.head if body_mention(page, clause.head) is not None else None
