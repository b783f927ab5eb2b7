"""How many were killed, injured or arrested, and how big a crowd was, with the bounds stated."""

from msgspec import Struct

from dragoman.reading.syntax import Sentence, Token

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MULTIPLES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FLOORS = ("at least", "no fewer than", "no less than", "a minimum of", "not less than")
_ABOVE = ("more than", "over", "upwards of", "in excess of")
_CEILINGS = ("up to", "as many as", "at most", "a maximum of", "no more than")
_BELOW = ("fewer than", "less than", "nearly", "almost", "close to", "under")
_HUMAN = frozenset(
    {
        "people",
        "person",
        "soldier",
        "civilian",
        "officer",
        "man",
        "woman",
        "child",
        "militant",
        "fighter",
        "policeman",
        "worker",
        "member",
        "other",
        "troop",
        "rebel",
        "passenger",
        "student",
        "villager",
        "protester",
        "guard",
        "official",
        "resident",
        "boy",
        "girl",
        "journalist",
        "victim",
        "terrorist",
        "insurgent",
        "attacker",
        "trainee",
        "personnel",
        "bystander",
        "migrant",
        "refugee",
        "farmer",
        "policemen",
        "demonstrator",
        "peacekeeper",
        "commander",
        "pilgrim",
        "tourist",
        "servicemen",
        "serviceman",
        "gunman",
        "citizen",
        "national",
        "family",
        "prisoner",
        "suspect",
        "activist",
        "inmate",
        "life",
        "employee",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "supporter",
        "worshipper",
        "police",
    }
)
KILLING = frozenset({"kill", "murder", "slay", "massacre", "execute", "behead", "slaughter"})
INJURING = frozenset({"injure", "wound", "maim", "hurt"})
_LOOK_BACK = 4


class Count(Struct, frozen=True):
    """A number with what is stated of its bounds; None where a side is open."""

    low: int | None
    high: int | None


class Toll(Struct, frozen=True):
    """The losses a stretch of text states."""

    killed: Count | None = None
    injured: Count | None = None


def count_of(noun: Token) -> Count | None:
    """Read how many a noun phrase says: 'at least 75 people', 'dozens of soldiers', 'a policeman'."""
    number = noun if noun.pos == "NUM" else next((child for child in noun.children if child.dep == "nummod"), None)
    if number is None:
        return _vague(noun)
    value = _value(number)
    if value is None:
        return None
    return _bounded(value, _words_before(number))


def toll_of(sentence: Sentence, verb: Token, *, alone: bool) -> Toll:
    """Read the dead and hurt that a verb and the participles and verbs joined to it state.

    Args:
        sentence: Where it stands.
        verb: The trigger of the act.
        alone: Whether it is the only attack of the sentence; then all its figures are this one's.
    """
    killed = injured = None
    for token in [verb, *(word for word in sentence.tokens if _belongs(word, verb, alone=alone))]:
        counted = _victims(token)
        if counted is None:
            continue
        if token.lemma in KILLING or token.lemma in {"die", "dead"}:
            killed = killed or counted
        elif token.lemma in INJURING:
            injured = injured or counted
    return Toll(killed, injured)


def _belongs(word: Token, verb: Token, *, alone: bool) -> bool:
    if word is verb or word.lemma not in KILLING | INJURING | {"die", "dead"}:
        return False
    return alone or any(above is verb for above in word.ancestors())


def _victims(verb: Token) -> Count | None:
    nouns = verb.children_by("dobj", "nsubjpass") if verb.lemma not in {"die", "dead"} else verb.children_by("nsubj")
    for noun in nouns:
        listed = noun.conjuncts()
        if any(each.pos == "PROPN" for each in listed) and any(each.child("nummod") for each in listed):
            return _together(listed)
        for each in listed:
            if (
                each.pos == "NUM"
                or each.lemma.lower() in _MULTIPLES
                or each.lemma.lower() in _HUMAN
                or each.child("nummod")
            ):
                found = count_of(each)
                if found is not None:
                    return found
    return _elliptical(verb)


def _together(nouns: list[Token]) -> Count | None:
    """Add up 'the ambassador, John Doe and three guards'; whoever is uncounted and named is one."""
    low = 0
    for noun in nouns:
        found = count_of(noun)
        if found is None and noun.tag != "NNP":
            return None
        low += (found.low or 0) if found else 1
    return Count(low, low)


def _elliptical(verb: Token) -> Count | None:
    """Read '26 people were killed and 41 wounded', where the number stands alone before the participle."""
    number = next((child for child in verb.children if child.pos == "NUM" and child.i < verb.i), None)
    return count_of(number) if number is not None else None


def _vague(noun: Token) -> Count | None:
    lemma = noun.lemma.lower()
    if lemma in _MULTIPLES and noun.tag == "NNS":
        return Count(2 * _MULTIPLES[lemma], None)
    for child in noun.children:
        if child.dep == "det" and child.lower in {"a", "an"} and noun.tag == "NN":
            return Count(1, 1)
        if child.lower == "several":
            return Count(3, None)
    return None


def _value(number: Token) -> int | None:
    """Read '1,500', 'two', 'two hundred', '1.5 million'."""
    total, parts = (
        1.0,
        [child for child in number.children if child.dep in {"compound", "nummod"} and child.i < number.i],
    )
    for word in [*parts, number]:
        text = word.lower.replace(",", "")
        if text in _WORDS:
            total *= _WORDS[text]
        elif text in _MULTIPLES:
            total *= _MULTIPLES[text]
        elif text.replace(".", "", 1).isdecimal():
            total *= float(text)
        else:
            return None
    return int(total)


def _words_before(number: Token) -> str:
    tokens = number.sentence.tokens
    place = number.i - tokens[0].i
    return " ".join(token.lower for token in tokens[max(0, place - _LOOK_BACK) : place])


def _bounded(value: int, before: str) -> Count:
    if before.endswith(_FLOORS):
        return Count(value, None)
    if before.endswith(_ABOVE):
        return Count(value + 1, None)
    if before.endswith(_CEILINGS):
        return Count(None, value)
    if before.endswith(_BELOW):
        return Count(None, value)
    return Count(value, value)
