"""How many people a noun phrase says, with the bounds stated and the words that say so: 'at least 75 people', 'dozens of soldiers'."""

from msgspec import Struct

from dragoman.lexicon.triggers import classes
from dragoman.reading.events.bounds import bounded
from dragoman.reading.syntax import Token

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MONEY = frozenset({"$", "€", "£", "¥"})
_MULTIPLES = {"ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_LOOSE = {"several": 3, "few": 2}  # 'several thousand', 'a few hundred'
_SPREAD = frozenset({"to", "-", "–", "and"})
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
_CROWDS = frozenset({
    "mob", "crowd", "group", "gang", "coalition", "force", "army", "team", "unit", "family", "number", "series", "party",
})  # fmt: skip
_LOOK_BACK = 4


class Count(Struct, frozen=True):
    """A number with what is stated of its bounds; None where a side is open.

    Attributes:
        low: At least so many.
        high: At most so many.
        start: Where the words begin that say so, those of its bounds among them.
        end: Where they end.
    """

    low: int | None
    high: int | None
    start: int = 0
    end: int = 0


def count_of(noun: Token) -> Count | None:
    """Read how many a noun phrase says: 'at least 75 people', 'dozens of soldiers', 'a policeman'."""
    number = noun if noun.pos == "NUM" else next((child for child in noun.children if child.dep == "nummod"), None)
    if number is None:
        return _vague(noun)
    value = _value(number)
    if value is None:
        return None
    parts = _parts(number)
    before = _before(parts[0])
    most = _most(number, before)
    if most is not None:
        return Count(value, most, before[-1].start, max(noun.end, number.end))
    least = _least(before, value)
    if least is not None:
        return Count(least, value, before[-2].start, max(noun.end, number.end))
    loose = next((child for child in number.children if child.lower in _LOOSE), None)
    if loose is not None:
        return Count(_LOOSE[loose.lower] * value, None, loose.start, max(noun.end, number.end))
    low, high, many = bounded(value, [token.text for token in before])
    return Count(low, high, before[-many].start if many else parts[0].start, max(noun.end, number.end))


def people_among(nouns: list[Token]) -> Count | None:
    """Read how many people coordinated nouns say, things left out; None where none of them is counted."""
    human = [each for each in nouns if is_people(each)]
    if not any(count_of(each) for each in human):
        return None
    return together(human) if len(human) > 1 else count_of(human[0])


def is_people(noun: Token) -> bool:
    """Tell a noun, or a number, that counts people."""
    lemma = noun.lemma.lower()
    if lemma in _MULTIPLES:
        return not any(child.text in _MONEY or child.lower == "of" for child in noun.children) or any(
            map(is_people, _of(noun))
        )
    if lemma == "bomber":  # otherwise a plane
        return any(child.lower == "suicide" for child in noun.children)
    counted = noun.pos == "NUM"
    named = any(lemma in classes()[name] for name in ("people", "office_holder"))
    return counted or lemma in _HUMAN or named or _is_demonym(noun)


def _of(noun: Token) -> list[Token]:
    return [inner for child in noun.children if child.lower == "of" for inner in child.children_by("pobj")]


def _is_demonym(noun: Token) -> bool:
    """Tell 'two Americans' and 'three Palestinians'."""
    return noun.tag in {"NNPS", "NNS"} and noun.text[:1].isupper() and noun.child("nummod") is not None


def together(nouns: list[Token]) -> Count:
    """Add up 'the ambassador, John Doe and three guards': one who is not counted is one; several uncounted leave it open above."""
    low, high = 0, 0
    is_open = False
    for noun in nouns:
        found = count_of(noun) or (Count(1, 1) if noun.tag in {"NN", "NNP"} else Count(0, None))
        low += found.low or 0
        high += found.high or 0
        is_open = is_open or found.high is None
    first = count_of(nouns[0])
    start = first.start if first else nouns[0].start
    return Count(low, None if is_open else high, start, max(noun.end for noun in nouns))


def _vague(noun: Token) -> Count | None:
    lemma = noun.lemma.lower()
    if lemma in _CROWDS:
        return None
    if lemma in _MULTIPLES and noun.tag == "NNS":
        return _many(noun)
    for child in noun.children:
        if child.dep == "det" and child.lower in {"a", "an"} and noun.tag == "NN":
            return Count(1, 1, child.start, noun.end)
        if child.lower == "several":
            return Count(3, None, child.start, noun.end)
    return None


def _many(noun: Token) -> Count:
    """Read 'dozens of villagers' and 'tens of thousands of people'."""
    least, last = 2 * _MULTIPLES[noun.lemma.lower()], noun
    above = next(
        (child for child in noun.children if child.dep == "quantmod" and child.lemma.lower() in _MULTIPLES), None
    )
    least *= _MULTIPLES[above.lemma.lower()] if above is not None else 1
    inner = next(iter(_of(noun)), None)
    while inner is not None and inner.lemma.lower() in _MULTIPLES:
        least, last = least * _MULTIPLES[inner.lemma.lower()], inner
        inner = next(iter(_of(inner)), None)
    return Count(least, None, (above or noun).start, inner.end if inner is not None else last.end)


def _parts(number: Token) -> list[Token]:
    """Give the words of a number in their order: 'two' 'hundred'."""
    return [*(child for child in number.children if child.dep in {"compound", "nummod"} and child.i < number.i), number]


def _value(number: Token) -> int | None:
    """Read '1,500', 'two', 'two hundred', '1.5 million'."""
    total = 1.0
    for word in _parts(number):
        worth = _worth(word)
        if worth is None:
            return None
        total *= worth
    return int(total)


def _worth(word: Token) -> float | None:
    text = word.lower.replace(",", "")
    known = _WORDS.get(text) or _MULTIPLES.get(text)
    return float(text) if known is None and text.replace(".", "", 1).isdecimal() else known


def _before(word: Token) -> list[Token]:
    tokens = word.sentence.tokens
    place = word.i - tokens[0].i
    return tokens[max(0, place - _LOOK_BACK) : place]


def _most(number: Token, before: list[Token]) -> int | None:
    """Give the upper end of 'between 50 and 60' where the lower one stands above it in the tree."""
    joined = number.child("conj")
    if joined is None or not before or before[-1].lower != "between":
        return None
    return _value(joined)


def _least(before: list[Token], most: int) -> int | None:
    """Give the lower end of 'between 50 and 60' and '50 to 60'."""
    if len(before) < 2 or before[-1].lower not in _SPREAD:  # noqa: PLR2004 - a number and a word between
        return None
    if before[-1].lower == "and" and (len(before) < 3 or before[-3].lower != "between"):  # noqa: PLR2004 - 'between' before it
        return None
    least = _worth(before[-2])
    return int(least) if least is not None and 1 < least < most else None
