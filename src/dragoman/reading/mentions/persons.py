"""Names of people: after a title, by the tagger, and wherever a name read in full comes back."""

from collections.abc import Iterable, Iterator

from dragoman.lexicon.cues import verb_cues
from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.given_names import is_given_name
from dragoman.lexicon.people import is_known
from dragoman.lexicon.spellings import is_slip
from dragoman.reading.mentions.shapes import is_acronym, is_capital, is_initial
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.words import Words

_MOST_WORDS = 6
_FULL = 2
# Particles that are no other word.
_WITHIN_NAMES = frozenset({"al", "bin", "bint", "el", "ibn", "ud", "ul", "van", "von"})
_OF_PEOPLE = frozenset({"", "PERSON"})


def name_after(words: Words, place: int) -> tuple[int, int] | None:
    """Give the person's name that begins at a place after a title, if the words there are one."""
    if not 0 <= place < len(words) or not is_capital(words.tokens[place].text) or _is_verb(words, place):
        return None
    return trimmed(words, place, words.run(place))


def _is_verb(words: Words, place: int) -> bool:
    """Tell whether a word in capitals is a verb of a headline, 'Says', and no name that looks like one, 'Ban'."""
    token = words.tokens[place]
    if token.lower.endswith("s") and token.lower in verb_cues() and not token.ent.endswith("PERSON"):
        return True
    return token.pos in {"PRON", "DET", "ADP", "SCONJ"} or (
        token.pos in {"VERB", "AUX"} and token.lemma.lower() != token.lower
    )


def trimmed(words: Words, first: int, stop: int) -> tuple[int, int] | None:
    """Cut what is no name off both ends; None when nothing is left, or too much is."""
    while first < stop and not _begins_name(words, first):
        first += 1
    while first < stop and not _ends_name(words, stop - 1):
        stop -= 1
    long = stop - first > _MOST_WORDS
    return None if first >= stop or long or _is_shouted(words, first, stop) else (first, stop)


def _begins_name(words: Words, place: int) -> bool:
    token = words.tokens[place]
    may_be = token.lower not in words_of("no-name") or _is_named_like_month(words, place)
    return may_be and (is_capital(token.text) or token.lower in words_of("particle"))


def _ends_name(words: Words, place: int) -> bool:
    token = words.tokens[place]
    joined = words.touch(place) and words.tokens[place - 1].text == "-"
    return (
        (token.lower not in words_of("no-name") or _is_named_like_month(words, place))
        and (is_capital(token.text) or joined)
        and token.lower not in words_of("particle")
    )


def _is_named_like_month(words: Words, place: int) -> bool:
    """Tell 'Mrs May' and 'Theresa May' from the month: after a title or a given name, before no number."""
    before, after = words.lower(place - 1), words.lower(place + 1)
    titled = before in words_of("he-title", "she-title") or (before and is_given_name(words.tokens[place - 1].text))
    return words.lower(place) in words_of("month-name") and bool(titled) and not after[:1].isdigit()


def _is_shouted(words: Words, first: int, stop: int) -> bool:
    """Tell whether a single word is all capitals: an acronym or a headline, hardly a name."""
    return stop - first == 1 and (is_acronym(words.tokens[first].text) or is_initial(words.tokens[first].text))


def tagged_people(words: Words) -> Iterator[tuple[int, int]]:
    """Give what the tagger takes for people, widened to the whole run of capitals and trimmed."""
    for start, end in tagged(words, "PERSON"):
        first, stop = _over_hyphens(words, start, end)
        before = words.tokens[first - 1] if words.are_neighbours(first) else None
        is_given = before is not None and before.ent == "O" and is_capital(before.text) and is_given_name(before.text)
        if (
            words.lower(stop) in words_of("month-name")
            and _is_named_like_month(words, stop)
            and words.are_neighbours(stop)
        ):
            cut = trimmed(words, first - 1 if is_given else first, stop + 1)
        else:
            cut = trimmed(words, first - 1 if is_given else first, stop)
        if cut is not None:
            yield cut


def _over_hyphens(words: Words, start: int, stop: int) -> tuple[int, int]:
    """Widen a name over the hyphens that touch it: the tagger stops within 'Ada Lund-Berg'."""
    while words.lower(start - 1) == "-" and words.touch(start) and words.touch(start - 1) and start > 1:
        if not is_capital(words.tokens[start - 2].text):
            break
        start -= 2
        while start and words.tokens[start - 1].ent.endswith("PERSON") and words.are_neighbours(start):
            start -= 1
    while (
        words.lower(stop) == "-"
        and words.touch(stop)
        and words.touch(stop + 1)
        and is_capital(words.tokens[stop + 1].text)
    ):
        stop += 2
    return start, stop


def whole_people(words: Words) -> Iterator[tuple[int, int]]:
    """Give what the tagger takes for people, names whole that it breaks: 'Khalid bin Hamad', 'Bashar al-Assad', 'Moon Jae-in'."""
    done = 0
    for first, stop in tagged(words, "PERSON"):
        if stop > done:
            done = _whole_stop(words, first, stop)
            yield first, done


def _whole_stop(words: Words, first: int, stop: int) -> int:
    """Give where a name stops that goes on over a particle, or over a hyphen to what is known to be its end."""
    end = words.run(first)
    if end <= stop:
        return stop
    if words.lower(stop - 1) in words_of("particle") or words.lower(stop) in _WITHIN_NAMES:
        return next((place for place in range(stop, end) if words.tokens[place].ent[2:] not in _OF_PEOPLE), end)
    if words.tokens[stop].text == "-" and words.touch(stop) and words.touch(stop + 1):
        return stop + 2 if is_known(words.words(first, stop + 2)) else stop
    return stop


def tagged(words: Words, label: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that the tagger gives a label, articles and the possessive ending left out."""
    begins, goes_on = f"B-{label}", f"I-{label}"
    for here, token in enumerate(words.tokens):
        if token.ent != begins:
            continue
        stop = here + 1
        while stop < len(words) and words.tokens[stop].ent == goes_on:
            stop += 1
        first, last = _plain(words, here, stop)
        if first < last:
            yield first, last


def _plain(words: Words, first: int, stop: int) -> tuple[int, int]:
    while first < stop and (words.lower(first) in {"the", "a", "an"} or not words.tokens[first].text[0].isalnum()):
        first += 1
    while first < stop and (words.tokens[stop - 1].tag == "POS" or not words.tokens[stop - 1].text[-1].isalnum()):
        stop -= 1
    return first, stop


class Roll:
    """The people a report names in full, asked whether a bare name is one of them."""

    def __init__(self, words: Words, people: Iterable[Stretch]) -> None:
        self._last: set[str] = set()
        self._parts: set[str] = set()
        self._firsts: set[str] = set()
        self._slips: dict[str, bool] = {}
        for person in people:
            names = [token.text for token in words.tokens[person.first : person.stop] if is_capital(token.text)]
            if not names:
                continue
            self._last.add(names[-1])
            self._firsts.update(names[:1] if len(names) == _FULL else ())
            if len(names) > 1:
                self._parts.update(name for name in names[1:] if not is_initial(name))

    def rule_for(self, word: str, *, is_subject: bool) -> str | None:
        """Name the rule by which a bare word is somebody's name: as read in full, or with a slip of the pen.

        The first of two names counts as a bare name only as a subject: family names come first in China.
        """
        if word in self._last or word in self._parts:
            return "named-in-full"
        if is_subject and word in self._firsts:
            return "named-in-full"
        if word.endswith("s") and word[:-1] in self._last:
            return None
        return "typo" if self._is_slip(word) else None

    def _is_slip(self, word: str) -> bool:
        if word not in self._slips:
            self._slips[word] = any(is_slip(word.casefold(), name.casefold()) for name in self._last)
        return self._slips[word]


def returning_names(words: Words, cover: Cover, roll: Roll) -> Iterator[Stretch]:
    """Give bare names of people read in full elsewhere, whatever the tagger thinks of them."""
    for here, token in enumerate(words.tokens):
        if not is_capital(token.text) or cover.at(here) is not None:
            continue
        is_subject = token.dep == "nsubj" and token.pos == "PROPN"
        rule = roll.rule_for(token.text, is_subject=is_subject)
        if rule is not None and token.lower in words_of("month-name") and token.dep != "nsubj":
            rule = None
        if rule is not None:
            first = _with_given_name(words, cover, here)
            yield Stretch(first, here + 1, "person", rule)


def _with_given_name(words: Words, cover: Cover, place: int) -> int:
    """Take in an initial or a tagged given name before a family name."""
    first = place
    if words.touch(place) and words.tokens[place - 1].text == "-" and words.lower(place - 2) in words_of("particle"):
        first = place - 2
    while first and words.are_neighbours(first) and cover.is_free(first - 1, first):
        before = words.tokens[first - 1]
        is_given = before.ent.endswith("PERSON") or is_given_name(before.text)
        if not (is_given and _begins_name(words, first - 1) and is_capital(before.text)):
            break
        first -= 1
    return first
