"""What an act amounts to, with the bounds stated and the words that say so: the dead, the hurt, those moved, crowds, money."""

from msgspec import Struct

from dragoman.reading.clauses import Frame
from dragoman.reading.events.counts import Count, count_of, is_people, people_among, together
from dragoman.reading.events.money import Amount, amounts_in
from dragoman.reading.page import Page
from dragoman.reading.syntax import Sentence, Token

# What `size_unit` says where it is no currency.
UNITS = ("abducted", "arrested", "crowd", "deported", "displaced", "expelled", "people", "released", "troops")
_UNIT_OF: dict[tuple[str, str | None], str] = {
    ("ASSAULT", "abduct"): "abducted", ("COERCE", "arrest"): "arrested", ("COERCE", "deport"): "deported",
    ("RETREAT", "release"): "released", ("RETREAT", "withdraw"): "people", ("SANCTION", "expel"): "expelled",
    ("CONCEDE", None): "people", ("THREATEN", "expel"): "expelled",
}  # fmt: skip
_TROOPS = frozenset({
    "troop", "soldier", "personnel", "peacekeeper", "marine", "force", "serviceman", "servicemen", "fighter", "guard", "reservist",
    "commando", "paratrooper", "adviser", "trainer",
})  # fmt: skip
_PAID = frozenset(
    {"AGREE", "AID", "COERCE", "CONCEDE", "COOPERATE", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"}
)
_UPROOTING = frozenset({"ASSAULT", "COERCE"})
_DISPLACING = frozenset({"displace", "uproot", "dislodge", "evict"})
_DRIVING = frozenset({"force", "drive", "compel", "push", "chase", "cause", "prompt", "send"})
_LEAVING = frozenset({"flee", "leave", "evacuate", "abandon", "escape", "fleeing"})
_HOMES = frozenset({"home", "house", "village", "town", "land", "area", "camp", "city"})
_ASIDE = frozenset({
    "after", "amid", "amidst", "as", "before", "beside", "besides", "beyond", "compared", "despite", "following", "since", "than", "though",
    "until", "unlike", "while", "because",
})  # fmt: skip
_APART = frozenset({"relcl", "advcl", "ccomp", "appos", "parataxis", "csubj", "nsubj"})
KILLING = frozenset({"kill", "murder", "slay", "massacre", "execute", "behead", "slaughter"})
INJURING = frozenset({"injure", "wound", "maim", "hurt"})
_DEATHS = KILLING | INJURING | {"die", "dead"}


class Toll(Struct, frozen=True):
    """The losses a stretch of text states."""

    killed: Count | None = None
    injured: Count | None = None


class Size(Struct, frozen=True):
    """How many an act moves, or how much it is worth.

    Attributes:
        count: The number, with its bounds and words.
        unit: What is counted: one of `UNITS`, or the ISO 4217 code of a currency.
    """

    count: Count
    unit: str


def toll_of(sentence: Sentence, verb: Token, *, alone: bool) -> Toll:
    """Read the dead and hurt that a verb and the participles and verbs joined to it state.

    Args:
        sentence: Where it stands.
        verb: The trigger of the act.
        alone: Whether it is the only attack of the sentence; then all its figures are this one's.
    """
    killed = injured = None
    for token in [verb, *(word for word in sentence.tokens if _belongs(word, verb, _DEATHS, alone=alone))]:
        counted = _victims(token)
        if counted is None:
            continue
        if token.lemma in KILLING or token.lemma in {"die", "dead"}:
            killed = killed or counted
        elif token.lemma in INJURING:
            injured = injured or counted
    return Toll(killed, injured)


def size_of(page: Page, kind: str, mode: str | None, frame: Frame, *, alone: bool) -> Size | None:
    """Read how many an act moves (a crowd, troops, those arrested, freed, expelled, taken, driven out), or its money.

    Args:
        page: The report.
        kind: The type of the act.
        mode: Its mode.
        frame: The places around its word.
        alone: Whether it is the only attack of its sentence.
    """
    if kind == "PROTEST":
        crowd = people_among(frame.subjects[:1]) or (count_of(frame.subjects[0]) if frame.subjects else None)
        return Size(crowd, "crowd") if crowd else None
    moved = _moved(kind, mode, frame)
    if moved is None and kind in _UPROOTING:
        moved = _displaced(frame.token.sentence, frame.token, alone=alone)
    return moved or (_paid(page, frame) if kind in _PAID else None)


def _moved(kind: str, mode: str | None, frame: Frame) -> Size | None:
    unit = "troops" if kind == "MOBILIZE" else "people" if kind == "AID" else _UNIT_OF.get((kind, mode))
    if unit is None:
        return None
    nouns = frame.objects or frame.subjects
    counted = people_among(nouns)
    if counted is None:
        return None
    are_troops = unit == "people" and any(is_people(noun) and _is_force(noun) for noun in nouns)
    return Size(counted, "troops" if are_troops else unit)


def _is_force(noun: Token) -> bool:
    return any(
        word.lemma.lower() in _TROOPS
        for word in (noun, *(inner for of in noun.children_by("prep") for inner in of.children))
    )


def _displaced(sentence: Sentence, verb: Token, *, alone: bool) -> Size | None:
    """Read those driven from where they live: 'displacing some 5,000 people', 'forced 20,000 to flee their homes'."""
    words = _DISPLACING | _DRIVING | _LEAVING
    for token in [verb, *(word for word in sentence.tokens if _belongs(word, verb, words, alone=alone))]:
        if token.lemma in _DISPLACING or (token.lemma in _DRIVING and _drives_out(token)):
            counted = people_among(
                [each for noun in token.children_by("dobj", "nsubjpass", "nsubj") for each in noun.conjuncts()][-3:]
            )
        elif token.lemma == "flee":
            counted = people_among([each for noun in token.children_by("nsubj") for each in noun.conjuncts()])
        else:
            continue
        if counted is not None and counted != Count(1, 1, counted.start, counted.end):  # one is evicted, not displaced
            return Size(counted, "displaced")
    return None


def _drives_out(verb: Token) -> bool:
    """Tell 'forced 20,000 from their homes' and 'forced 20,000 people to flee'."""
    below = [
        *verb.children,
        *(child for noun in verb.children_by("dobj", "nsubjpass", "ccomp") for child in noun.children),
    ]
    if any(
        child.lemma in _LEAVING and child.dep in {"xcomp", "ccomp", "acl", "relcl", "advcl"}
        for child in [*verb.children, *below]
    ):
        return True
    out = (child for child in below if child.lower in {"from", "out"} and child.dep in {"prep", "advmod", "prt"})
    return any(noun.lemma in _HOMES for child in out for noun in _reached(child))


def _reached(preposition: Token) -> list[Token]:
    return [
        *preposition.children_by("pobj"),
        *(noun for of in preposition.children_by("prep") for noun in of.children_by("pobj")),
    ]


def _paid(page: Page, frame: Frame) -> Size | None:
    """Read the one amount of money in an act's own clause; of several that which is given or signed itself."""
    sentence = frame.token.sentence
    amounts = list(amounts_in(page.text, sentence.start, sentence.end, page.report.outlet_country))
    if not amounts:
        return None
    own = _own_words(frame)
    mine = [amount for amount in amounts if _is_among(amount, own, sentence)]
    if len(mine) > 1:
        given = {noun.i for noun in frame.objects}
        mine = [
            amount
            for amount in mine
            if any(amount.start <= word.start < amount.end for word in sentence.tokens if word.i in given)
        ]
    if len({(amount.low, amount.high, amount.code) for amount in mine}) != 1:
        return None
    (amount, *_) = mine
    return Size(Count(amount.low, amount.high, amount.start, amount.end), amount.code)


def _is_among(amount: Amount, own: set[int], sentence: Sentence) -> bool:
    return all(
        token.i in own for token in sentence.tokens if amount.start <= token.start < amount.end and token.dep != "punct"
    )


def _own_words(frame: Frame) -> set[int]:
    """Give the places of an act's own words: what hangs on it, but neither who does it nor another clause."""
    found: set[int] = set()
    stack = [frame.token, *(noun for noun in frame.objects if frame.token.pos in {"VERB", "AUX"})]
    while stack:
        here = stack.pop()
        if here.i in found:
            continue
        found.add(here.i)
        stack.extend(child for child in here.children if not _is_apart(child, here))
    return found


def _is_apart(child: Token, head: Token) -> bool:
    if child.dep in _APART or child.lower in _ASIDE:
        return True
    return child.dep == "conj" and head.pos in {"VERB", "AUX"} and child.pos in {"VERB", "AUX"}


def _belongs(word: Token, verb: Token, among: frozenset[str], *, alone: bool) -> bool:
    if word is verb or word.lemma not in among:
        return False
    return alone or any(above is verb for above in word.ancestors())


def _victims(verb: Token) -> Count | None:
    nouns = verb.children_by("dobj", "nsubjpass") if verb.lemma not in {"die", "dead"} else verb.children_by("nsubj")
    for noun in nouns:
        listed = noun.conjuncts()
        if any(each.tag == "NNP" for each in listed) and any(each.child("nummod") for each in listed):
            return together(listed)
        found = people_among(listed)
        if found is not None:
            return found
    return _elliptical(verb)


def _elliptical(verb: Token) -> Count | None:
    """Read '26 people were killed and 41 wounded', where the number stands alone before the participle."""
    number = next((child for child in verb.children if child.pos == "NUM" and child.i < verb.i), None)
    return count_of(number) if number is not None else None
