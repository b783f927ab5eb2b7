"""Names the network sees, with what the lexicon knows of the same words."""

from collections.abc import Iterator, Sequence

from dragoman.lexicon.epithets import words_of
from dragoman.lexicon.people import is_known
from dragoman.reading.mentions.offices import Office
from dragoman.reading.mentions.persons import tagged, whole_people
from dragoman.reading.mentions.shapes import is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch
from dragoman.reading.mentions.titled import honorific_length
from dragoman.reading.mentions.words import Words

_KINDS = {"PERSON": "person", "ORG": "body", "GPE": "place", "NORP": "people"}
SEEN = "seen"
_FAR = 4  # words
_FULL, _LONG = 2, 3  # words of a given name and a family name; of a long name


def seen_names(words: Words, known: Cover, offices: Sequence[Office]) -> Iterator[Stretch]:
    """Give the persons, bodies, places and peoples the network sees, titles and ranks left out.

    Words the lexicon knows as one name are what the lexicon says they are: it tells a government from its
    capital by what it does.
    """
    titles = {place for office in offices for place in range(office.first, office.stop)}
    for label, kind in _KINDS.items():
        for first, stop in whole_people(words) if kind == "person" else tagged(words, label):
            begin = _past_titles(words, titles, first, stop) if kind == "person" else first
            stop = _to_head(words, stop) if kind == "body" else stop  # noqa: PLW2901 - the network stops short
            if not any(_is_named(token.text, kind) for token in words.tokens[begin:stop]):
                continue
            listed = known.at(begin)
            if (
                listed is not None
                and (listed.first, listed.stop) == (begin, stop)
                and listed.kind not in {"office", "person"}
            ):
                yield listed
            elif listed is None or listed.stop <= stop or listed.kind == "office":
                yield Stretch(begin, stop, kind, SEEN)


def _is_named(word: str, kind: str) -> bool:
    """Tell whether a word can be a name, or most of one: the 'R' of 'Ada Lund, R-N.Y.,' is nobody's."""
    return is_capital(word) and (kind != "person" or len(word.strip(".")) > 1)


def _to_head(words: Words, stop: int) -> int:
    """Give where a body's name ends that goes on in capitals to the noun that says what it is: 'Supreme National … Council'."""
    here = stop
    while words.are_neighbours(here) and is_capital(words.tokens[here].text) and here - stop < _FAR:
        here += 1
        if words.lower(here - 1) in words_of("body"):
            return here
    return stop


def _past_titles(words: Words, titles: set[int], first: int, stop: int) -> int:
    while first < stop and (first in titles or (length := honorific_length(words, first))):
        first += 1 if first in titles else length
    return first


def stands_alone(words: Words, name: Stretch) -> bool:
    """Tell whether no other capitalised word stands beside a name: it is then the whole of what is named."""
    before = words.are_neighbours(name.first) and is_capital(words.tokens[name.first - 1].text)
    after = words.are_neighbours(name.stop) and is_capital(words.tokens[name.stop].text)
    return not before and not after


def is_plain_name(words: Words, name: Stretch) -> bool:
    """Tell whether what follows a title is a name or two, ranks apart: what the network doubts in 'President Trump' is his name."""
    ranks = any(honorific_length(words, place) for place in range(name.first, name.stop))
    return name.stop - name.first <= _FULL and not ranks


def office_holders(words: Words) -> Iterator[Stretch]:
    """Give people known by full name whom the network does not take for a person: 'Azerbaijan's Ilham Aliyev'."""
    here = 0
    while here < len(words):
        stop = here
        while stop < len(words) and _goes_on(words, here, stop):
            stop += 1
        for first in range(max(here, stop - _LONG), stop - 1):
            if is_known(words.words(first, stop)):
                yield Stretch(first, stop, "person", "known")
                break
        here = max(stop, here + 1)


def _goes_on(words: Words, first: int, place: int) -> bool:
    token = words.tokens[place]
    is_name = (
        token.pos == "PROPN" and is_capital(token.text) and token.text.isalpha() and not token.ent.endswith("PERSON")
    )
    return is_name and (place == first or words.are_neighbours(place))


def sees_body(words: Words, pair: tuple[Stretch, Stretch]) -> bool:
    """Tell whether the network takes a spelled-out name or its acronym for a body: 'Gross Domestic Product (GDP)' is none."""
    return any(words.tokens[place].ent[2:] == "ORG" for each in pair for place in range(each.first, each.stop))
