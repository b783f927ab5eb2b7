"""Find known names in words: states, peoples, capitals, metonyms, bodies, regions, offices.

    index = names()                                # all lists, built once a process, about 60 ms
    index.find(text)                               # every longest name of a text, by code points
    index.longest_at(words, at)                    # longest name that starts at a token
    lookup_phrase("Supreme National Security Council") or lookup_phrase(["the", ...])

Each answer is a Match: `start`/`end` (code points for `find`, token numbers for `longest_at`), the
`words` seen, its `senses` and `risk`. A sense is (known, sort, sector). Words with several senses
keep them all: "Tehran" is the government of Iran (`capital`) and the city (`name`); "Congo" is two
states; "Brussels" also the European Union. `match.known` is the only thing meant, or None.

Text is cut by our own pieces, so any tokeniser will do: hyphens and spaces part words alike
("Guinea-Bissau" = "Guinea Bissau", "Tehran-Moscow" are two names), dots in abbreviations and
accents do not count ("U.S." = "US"), curly apostrophes are straight. Case counts as each list says.
Words that are also something else carry `risk`, and are not found at all in company that rules
them out ("Michael Jordan", "Atlanta, Georgia", "CONTACT US").
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.lexicon import bodies, offices, outlets, states
from dragoman.lexicon.forms import Case, Form, Piece, Risk, Sense, case_allows, keys, pieces, plains
from dragoman.lexicon.known import Known
from dragoman.lexicon.toml_lists import prove

_SHOUT = 4  # letters from which a word in capitals counts as text set in capitals


class Match(NamedTuple):
    """Words that name something known, and all they can mean."""

    start: int
    end: int
    words: str
    senses: tuple[Sense, ...]
    risk: str | None = None

    @property
    def known(self) -> Known | None:
        """The one thing meant, or None while two remain."""
        first = self.senses[0].known
        return first if all(sense.known.id == first.id for sense in self.senses) else None

    def having(self, *sorts: str) -> tuple[Sense, ...]:
        """Give its senses of some sorts, such as `demonym`."""
        return tuple(sense for sense in self.senses if sense.sort in sorts)


_NAMES = ("name", "alias", "acronym")  # sorts between which nothing hangs: the first listed stands


class _Written(NamedTuple):
    plain: tuple[str, ...]
    case: Case
    sense: Sense

    def says_as_much_as(self, held: "_Written") -> bool:
        same_thing = self.sense.known.id == held.sense.known.id
        same_sort = self.sense.sort == held.sense.sort or {self.sense.sort, held.sense.sort} <= set(_NAMES)
        wider = held.case == "any" or (held.case == self.case and held.plain == self.plain)
        return same_thing and same_sort and wider


class NameIndex:
    """Listed forms by their words; looks for the longest one at each word of a text."""

    def __init__(self, forms: Iterable[Form], risks: Iterable[Risk] = ()) -> None:
        self._table: dict[tuple[str, ...], list[_Written]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._risks = {plains(risk.words): _Company.of(risk) for risk in risks}
        lengths: dict[str, set[int]] = {}
        for form in forms:
            key = keys(form.words)
            written = _Written(plains(form.words), form.case, form.sense)
            if not any(written.says_as_much_as(held) for held in self._table.setdefault(key, [])):
                self._table[key].append(written)
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: tuple(sorted(seen, reverse=True)) for first, seen in lengths.items()}

    def find(self, text: str) -> tuple[Match, ...]:
        """Give every name of a text, the longest at each place, by start, not overlapping."""
        return tuple(self._walk(text, list(pieces(text))))

    def inside(self, match: Match) -> tuple[Match, ...]:
        """Give the names within a longer one that `find` gave: the council in "secretary of the council"."""
        cut = list(pieces(match.words))
        found: list[Match] = []
        place = 0
        while place < len(cut):
            ends = set(range(place + 1, len(cut) + (1 if place else 0)))
            inner = self._at(cut, place, ends)
            if inner is not None:
                start, end = cut[place].start, cut[place + inner[0] - 1].end
                found.append(Match(match.start + start, match.start + end, match.words[start:end], inner[1], inner[2]))
            place += inner[0] if inner else 1
        return tuple(found)

    def longest_at(self, words: Sequence[str], at: int) -> Match | None:
        """Give the longest name that starts at token `at` and ends where a token ends.

        `start` and `end` of the match are token numbers, end exclusive.
        """
        if next((piece.key for piece in pieces(words[at])), None) not in self._lengths:
            return None
        owners: list[int] = []
        cut: list[Piece] = []
        for number in range(max(0, at - 3), min(len(words), at + 12)):
            for piece in pieces(words[number]):
                cut.append(piece)
                owners.append(number)
        first = owners.index(at)
        ends = {place + 1 for place in range(len(cut)) if place + 1 == len(cut) or owners[place] != owners[place + 1]}
        found = self._at(cut, first, ends)
        if found is None:
            return None
        size, senses, risk = found
        last = owners[first + size - 1]
        return Match(at, last + 1, " ".join(words[at : last + 1]), senses, risk)

    def phrase(self, words: str) -> Match | None:
        """Give the name that a phrase is, from its first word to its last, a leading "the" set aside."""
        return self._phrase(words)

    @lru_cache(maxsize=65536)  # noqa: B019 - one index a process
    def _phrase(self, words: str) -> Match | None:
        cut = list(pieces(words))
        for skipped in (0, 1) if len(cut) > 1 and cut[0].key == "the" else (0,):
            found = self._at(cut, skipped, {len(cut)}) if cut else None
            if found is not None:
                start, end = cut[skipped].start, cut[-1].end
                return Match(start, end, words[start:end], found[1], found[2])
        return None

    def _walk(self, text: str, cut: list[Piece]) -> Iterator[Match]:
        place = 0
        while place < len(cut):
            found = self._at(cut, place, None) if cut[place].key in self._lengths else None
            if found is None:
                place += 1
                continue
            size, senses, risk = found
            start, end = cut[place].start, cut[place + size - 1].end
            yield Match(start, end, text[start:end], senses, risk)
            place += size

    def _at(
        self, cut: list[Piece], place: int, ends: set[int] | None
    ) -> tuple[int, tuple[Sense, ...], str | None] | None:
        for size in self._lengths.get(cut[place].key, ()):
            if place + size > len(cut) or (ends is not None and place + size not in ends):
                continue
            written = self._table.get(tuple(piece.key for piece in cut[place : place + size]))
            if written is None:
                continue
            seen = tuple(piece.plain for piece in cut[place : place + size])
            senses = tuple(dict.fromkeys(form.sense for form in written if case_allows(form.case, form.plain, seen)))
            company = self._risks.get(seen)
            if senses and not (company and company.rules_out(cut, place, size)):
                return size, senses, company.also if company else None
        return None


class _Company(NamedTuple):
    """The neighbours in which words are not the name, ready to compare."""

    also: str
    after: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]
    not_in_capitals: bool

    @classmethod
    def of(cls, risk: Risk) -> "_Company":
        after = tuple(plains(words) for words in risk.not_after)
        before = tuple(plains(words) for words in risk.not_before)
        return cls(risk.also, after, before, risk.not_in_capitals)

    def rules_out(self, cut: list[Piece], place: int, size: int) -> bool:
        left = [piece.plain for piece in cut[max(0, place - 4) : place] if piece.plain != ","]
        right = [piece.plain for piece in cut[place + size : place + size + 4]]
        if self.not_in_capitals and any(_shouted(word) for word in (*left[-1:], *right[:1])):
            return True
        return any(_ends(left, words) for words in self.after) or any(
            tuple(right[: len(words)]) == words for words in self.before
        )


def _shouted(word: str) -> bool:
    return len(word) >= _SHOUT and word.isalpha() and word.isupper()


def _ends(left: list[str], words: tuple[str, ...]) -> bool:
    if words == ("#",):
        return bool(left) and left[-1].isdigit()
    return len(left) >= len(words) and tuple(left[-len(words) :]) == words


def all_risks() -> tuple[Risk, ...]:
    """Give the risks of all lists."""
    lists = (states.listed(), states.listed_regions(), bodies.listed(), offices.listed())
    return tuple(risk for opened in lists for risk in opened.risk)


@cache
def names() -> NameIndex:
    """Build the index of all lists, once a process."""
    return NameIndex(_all_forms(), all_risks())


def lookup_phrase(words: str | Sequence[str]) -> Match | None:
    """Give the known name that the words are, from the first to the last, or None."""
    return names().phrase(words if isinstance(words, str) else " ".join(words))


def _all_forms() -> tuple[Form, ...]:
    listed = (*states.state_forms(), *bodies.body_forms(), *states.region_forms(), *offices.office_forms())
    taken = {keys(form.words) for form in listed}
    return (*listed, *(form for form in outlets.outlet_forms() if keys(form.words) not in taken))


def faults() -> Iterator[str]:
    """Tell each form that does not find itself, and each risk that misses an example or a `never`."""
    for form in _all_forms():
        match = names().phrase(form.words)
        if match is None or all(sense.known.id != form.sense.known.id for sense in match.senses):
            yield f"{form.words!r} does not find {form.sense.known.name}; see what shares its words"
    yield from prove(all_risks(), _sees)


def _sees(risk: Risk, sentence: str) -> bool:
    return any(plains(match.words) == plains(risk.words) for match in names().find(sentence))
