"""What the tree says of a stretch: how it begins and ends, what it leaves out, where it hangs."""

from collections.abc import Iterator

from dragoman.reading.events.spans.words import Stretch, Words
from dragoman.reading.syntax import Token

PREPOSITIONS = frozenset({"of", "in", "to", "from", "by", "on", "for", "with", "against", "at"})
_ARTICLES = frozenset({"the", "a", "an"})
_TOLD_FIRST = _ARTICLES | {"his", "its", "their", "both", "some"}
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod"})
_AFTER_NOUN = frozenset({"relcl", "acl", "appos", "conj", "advcl", "ccomp", "punct"})
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"))
_DEEPEST = 3


def phrase_traits(words: Words, stretch: Stretch) -> Iterator[str]:
    """Give the traits of a stretch."""
    tokens = words.tokens_of(stretch)
    if not tokens:
        return
    heads = words.heads_of(stretch)
    inside = {token.i for token in tokens}
    head = head_among(heads)
    yield f"heads {min(len(heads), _DEEPEST)}"
    yield from _ends(tokens)
    yield from _left_out(words, stretch, inside)
    yield from {
        _kept(token) for token in tokens if token is not head and token.head.i in inside and token.head.i < token.i
    } - {""}
    yield from _hangs(head)
    yield f"length {next((name for most, name in _LENGTHS if stretch[1] - stretch[0] <= most), '9+')}"


def head_among(heads: list[Token]) -> Token:
    """Give the noun among heads."""
    return next((token for token in heads if token.pos in {"NOUN", "PROPN", "PRON"}), heads[-1])


def preposition(token: Token) -> str:
    """Give a preposition by its word, the rarer ones together."""
    return token.lower if token.lower in PREPOSITIONS else "other"


def _ends(tokens: list[Token]) -> Iterator[str]:
    first = tokens[0]
    yield f"first {first.lower if first.lower in _TOLD_FIRST else first.pos}"
    yield f"last {tokens[-1].pos}"


def _left_out(words: Words, stretch: Stretch, inside: set[int]) -> Iterator[str]:
    """Tell what stands just before and just after, and whether it belongs to the stretch."""
    before = words.tokens[stretch[0] - 1][-1:] if stretch[0] else []
    for token in before:
        if token.head.i in inside and token.dep in _BEFORE_NOUN:
            yield f"leaves out {token.lower if token.lower in _ARTICLES else token.dep}"
        if token.pos == "ADP":
            yield "after preposition"
    for token in words.tokens[stretch[1]][:1] if stretch[1] < len(words.tokens) else []:
        belongs = token.head.i in inside
        if token.dep == "prep" or token.pos == "ADP":
            yield f"{'leaves out' if belongs else 'before'} {preposition(token)}"
        else:
            yield f"leaves out {token.dep}" if belongs else f"before {token.pos}"
        if token.text in {"'s", "’", "'"} or token.dep == "case":
            yield "before case"


def _kept(token: Token) -> str:
    if token.dep == "prep":
        return f"keeps {preposition(token)}"
    return f"keeps {token.dep}" if token.dep in _AFTER_NOUN else ""


def _hangs(head: Token) -> Iterator[str]:
    yield f"hangs {preposition(head.head) if head.dep == 'pobj' else head.dep}"
    nouns = verbs = 0
    for above in head.ancestors():
        verbs += above.pos in {"VERB", "AUX"}
        nouns += above.pos in {"NOUN", "PROPN"} and not verbs
    yield f"nouns above {min(nouns, _DEEPEST)}"
    yield f"verbs above {min(verbs, _DEEPEST)}"
    yield "before the root" if head.i < head.sentence.root.i else "after the root"
    yield from _way_up(head)
    yield f"head {head.pos}"
    if head.ent not in {"", "O"}:
        yield f"named {head.ent.partition('-')[2]}"


def _way_up(head: Token) -> Iterator[str]:
    """Tell how a noun hangs on the next verb above it: 'about, dobj' for the deal in 'voiced doubts about the deal'."""
    steps: list[str] = []
    below = head
    for above in head.ancestors():
        if below.dep != "prep":
            steps.append(preposition(above) if below.dep == "pobj" else below.dep)
        below = above
        if above.pos in {"VERB", "AUX"}:
            yield f"way {', '.join(steps[:_DEEPEST])}"
            return
