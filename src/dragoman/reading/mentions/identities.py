"""Which names in one report are the same person's: full names, short ones, slips of the pen."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from dragoman.lexicon.forms import keys
from dragoman.lexicon.given_names import gender_of
from dragoman.lexicon.spellings import are_of_one_family, is_slip
from dragoman.records import Mention

_ALIKE = 0.75
_TWO = 2


class Identity:
    """A person as one report names them; the first full name is theirs, others are aliases."""

    def __init__(self, mention: Mention) -> None:
        self.mentions: list[tuple[Mention, str]] = [(mention, "name")]
        self.name = mention.text
        self.words = keys(mention.text)

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names it goes by, in the order of the text."""
        return tuple(dict.fromkeys(mention.text for mention, _ in self.mentions if mention.text != self.name))

    def takes(self, mention: Mention, basis: str) -> None:
        """Take another mention in; a longer name becomes the person's."""
        self.mentions.append((mention, basis))
        words = keys(mention.text)
        if basis == "name" and len(words) > len(self.words):
            self.name, self.words = mention.text, words


class Identities:
    """The people of one report, told apart by their names.

    Args:
        mentions: Mentions of people by name, by place.
        titled: `m` or `f` by id of a mention, where the title before it tells.

    Attributes:
        all: Each person, in the order of first full mention.
        unsure: Mentions whose bare name two people share, with both.
    """

    def __init__(self, mentions: Iterable[Mention], titled: Mapping[str, str]) -> None:
        self.all: list[Identity] = []
        self._titled = titled
        self.unsure: list[tuple[Mention, tuple[Identity, ...]]] = []
        named = [mention for mention in mentions if keys(mention.text)]
        for mention in named:
            if len(keys(mention.text)) > 1:
                self._take_full(mention)
        for mention in named:
            if len(keys(mention.text)) == 1:
                self._take_short(mention)

    def gender(self, identity: Identity) -> str | None:
        """Give whether a person is `m` or `f`, by given name or by the titles before the names; None when unsure."""
        told = {self._titled[mention.id] for mention, _ in identity.mentions if mention.id in self._titled}
        by_name = gender_of(identity.name)
        told |= {by_name} if by_name else set()
        return told.pop() if len(told) == 1 else None

    def _take_full(self, mention: Mention) -> None:
        words = keys(mention.text)
        same = [each for each in self.all if len(each.words) > 1 and are_same(each.words, words)]
        if len(same) == 1:
            same[0].takes(mention, "name")
        elif not same:
            self.all.append(Identity(mention))
        else:
            self.unsure.append((mention, tuple(same)))

    def _take_short(self, mention: Mention) -> None:
        word = keys(mention.text)[0]
        for basis, found in self._by_short(word):
            candidates = [each for each in found if self._may_be(each, mention)]
            if len(candidates) == 1:
                candidates[0].takes(mention, basis)
                return
            if candidates:
                self.unsure.append((mention, tuple(candidates)))
                return
        self.all.append(Identity(mention))

    def _may_be(self, identity: Identity, mention: Mention) -> bool:
        told, gender = self._titled.get(mention.id), self.gender(identity)
        return told is None or gender is None or told == gender

    def _by_short(self, word: str) -> Iterator[tuple[str, list[Identity]]]:
        """Give who goes by a bare name: by family name, by another of their names, by a slip."""
        yield "short-name", [each for each in self.all if each.words[-1] == word]
        yield "short-name", [each for each in self.all if word in each.words]
        yield "typo", [each for each in self.all if is_slip(word, each.words[-1])]


def are_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are one person's: same family name, given names alike or left out."""
    one, other = _joined(one, other), _joined(other, one)
    if one[-1] != other[-1] and not is_slip(one[-1], other[-1]):
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    return all(any(_alike(word, against) for against in long) for word in short)


def _joined(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Write the last two words as one where the other name does: 'Amir-Rostami' like 'Amirrostami'."""
    last = "".join(words[-2:])
    return (*words[:-2], last) if len(words) > _TWO and last == other[-1] else words


def _alike(word: str, other: str) -> bool:
    """Tell whether two given names are one: 'sergei' and 'sergey', 'j' and 'javad', 'dimitry' and 'dmitry', 'bob' and 'robert'."""
    if word == other or are_of_one_family(word, other):
        return True
    if min(len(word), len(other)) == 1:
        return word[0] == other[0]
    return (
        word[0] == other[0]
        and (word[-1] == "a") == (other[-1] == "a")
        and OSA.normalized_similarity(word, other) >= _ALIKE
    )
