"""How many were killed, injured or arrested, and how big a crowd was, with the bounds stated."""

from msgspec import Struct

from dragoman.lexicon.triggers import classes
from dragoman.reading.clauses import Frame
from dragoman.reading.syntax import Sentence, Token

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MONEY = frozenset({"$", "€", "£", "¥"})
_MULTIPLES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FLOORS = ("at least", "no fewer than", "no less than", "a minimum of", "not less than")
_ABOVE = ("more than", "over", "upwards of", "in excess of")
_CEILINGS = ("up to", "as many as", "at most", "a maximum of", "no more than")
_BELOW = ("fewer than", "less than", "nearly", "almost", "close to", "under")
_HUMAN = frozenset({
    "activist", "baby", "brother", "daughter", "father", "friend", "husband", "infant", "mother", "relative", "sister", "son", "teenager", "wife", "adviser", "agent", "attacker", "boy", "bystander", "cadet", "captive", "casualty", "child",
    "citizen", "civilian", "commander", "contractor", "demonstrator", "deserter", "detainee", "diplomat", "dissident",
    "doctor", "dozen", "employee", "evacuee", "expert", "extremist", "family", "farmer", "fighter", "girl", "guard",
    "guerrilla", "gunman", "hostage", "hundred", "inmate", "inspector", "insurgent", "jihadist", "journalist",
    "lawmaker", "life", "man", "marine", "medic", "member", "migrant", "militant", "monitor", "monk", "national",
    "observer", "officer", "official", "operative", "other", "passenger", "peacekeeper", "people", "person",
    "personnel", "pilgrim", "police", "policeman", "policemen", "prisoner", "protester", "rebel", "recruit",
    "refugee", "reporter", "rescuer", "reservist", "resident", "sailor", "score", "separatist", "serviceman",
    "servicemen", "settler", "soldier", "spy", "staff", "staffer", "student", "supporter", "suspect", "teacher",
    "terrorist", "thousand", "tourist", "trainee", "trainer", "troop", "victim", "villager", "woman", "worker",
    "worshipper",
})  # fmt: skip
_CROWDS = frozenset(
    {
        "mob",
        "crowd",
        "group",
        "gang",
        "coalition",
        "force",
        "army",
        "team",
        "unit",
        "family",
        "number",
        "series",
        "party",
    }
)
_MOVED = frozenset({
    ("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "deport"), ("RETREAT", "release"), ("RETREAT", "withdraw"),
    ("SANCTION", "expel"), ("CONCEDE", None), ("THREATEN", "expel"),
})  # fmt: skip
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


def size_of(kind: str, mode: str | None, frame: Frame) -> Count | None:
    """Read how many people an act moves: the crowd, the troops sent or withdrawn, those arrested, freed, expelled or taken.

    Args:
        kind: The type of the act.
        mode: Its mode.
        frame: The places around its word.
    """
    if kind == "PROTEST":
        return people_among(frame.subjects[:1]) or (count_of(frame.subjects[0]) if frame.subjects else None)
    if kind in {"MOBILIZE", "AID"} or (kind, mode) in _MOVED:
        return people_among(frame.objects) or (people_among(frame.subjects) if not frame.objects else None)
    return None


def _belongs(word: Token, verb: Token, *, alone: bool) -> bool:
    if word is verb or word.lemma not in KILLING | INJURING | {"die", "dead"}:
        return False
    return alone or any(above is verb for above in word.ancestors())


def _victims(verb: Token) -> Count | None:
    nouns = verb.children_by("dobj", "nsubjpass") if verb.lemma not in {"die", "dead"} else verb.children_by("nsubj")
    for noun in nouns:
        listed = noun.conjuncts()
        if any(each.tag == "NNP" for each in listed) and any(each.child("nummod") for each in listed):
            return _together(listed)
        found = people_among(listed)
        if found is not None:
            return found
    return _elliptical(verb)


def people_among(nouns: list[Token]) -> Count | None:
    """Read how many people coordinated nouns say, things left out; None where none of them is counted."""
    human = [each for each in nouns if is_people(each)]
    if not any(count_of(each) for each in human):
        return None
    return _together(human) if len(human) > 1 else count_of(human[0])


def is_people(noun: Token) -> bool:
    """Tell a noun, or a number, that counts people."""
    lemma = noun.lemma.lower()
    if lemma in _MULTIPLES:
        return not any(child.text in _MONEY or child.lower == "of" for child in noun.children) or any(
            map(is_people, _of(noun))
        )
    counted = noun.pos == "NUM"
    named = any(lemma in classes()[name] for name in ("people", "office_holder"))
    return counted or lemma in _HUMAN or named or _is_demonym(noun)


def _of(noun: Token) -> list[Token]:
    return [inner for child in noun.children if child.lower == "of" for inner in child.children_by("pobj")]


def _is_demonym(noun: Token) -> bool:
    """Tell 'two Americans' and 'three Palestinians'."""
    return noun.tag in {"NNPS", "NNS"} and noun.text[:1].isupper() and noun.child("nummod") is not None


def _together(nouns: list[Token]) -> Count | None:
    """Add up 'the ambassador, John Doe and three guards': one who is not counted is one; several uncounted leave it open above."""
    low, high = 0, 0
    is_open = False
    for noun in nouns:
        found = count_of(noun) or (Count(1, 1) if noun.tag in {"NN", "NNP"} else Count(0, None))
        low += found.low or 0
        high += found.high or 0
        is_open = is_open or found.high is None
    return Count(low, None if is_open else high)


def _elliptical(verb: Token) -> Count | None:
    """Read '26 people were killed and 41 wounded', where the number stands alone before the participle."""
    number = next((child for child in verb.children if child.pos == "NUM" and child.i < verb.i), None)
    return count_of(number) if number is not None else None


def _vague(noun: Token) -> Count | None:
    lemma = noun.lemma.lower()
    if lemma in _CROWDS:
        return None
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
