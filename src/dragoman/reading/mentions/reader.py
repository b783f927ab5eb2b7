"""What a report names: people, offices, bodies, states, peoples, places, days, numbers, and who 'he' is said of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dragoman.lexicon.days import day_rules
from dragoman.lexicon.epithets import words_of
from dragoman.reading.dates import TimeExpression, find_days
from dragoman.reading.mentions.bodies import introduced, named_by_shape, tagged_bodies
from dragoman.reading.mentions.descriptions import described
from dragoman.reading.mentions.known_names import bodies_inside
from dragoman.reading.mentions.namesakes import known_cover
from dragoman.reading.mentions.offices import Office, offices_in
from dragoman.reading.mentions.persons import Roll, returning_names, tagged_people
from dragoman.reading.mentions.places import gazetteer_places, is_ground, returning, tagged_places, wider_places
from dragoman.reading.mentions.seen import is_plain_name, office_holders, seen_names, sees_body, stands_alone
from dragoman.reading.mentions.shapes import is_acronym, is_capital
from dragoman.reading.mentions.stretches import Cover, Stretch, longest_first
from dragoman.reading.mentions.titled import after_titles, honorific_length, may_be_person
from dragoman.reading.mentions.words import Words
from dragoman.reading.page import Page
from dragoman.reading.parsing import READABLE
from dragoman.records import Day, Mention, row_id

_PRONOUNS = frozenset({"he", "she", "they", "him", "them"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_HER_AS_OBJECT = frozenset({"dobj", "pobj", "dative", "iobj", "obj"})
_LONGEST_RANK = 4
_OFTEN = 3
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_WHERE = frozenset({"in", "at", "near", "outside", "around"})


def read_mentions(page: Page) -> tuple[tuple[Mention, ...], tuple[Day, ...]]:
    """Find every stretch of a report that names something, and read its time expressions.

    Returns:
        Mentions by place, which may nest (a state within an office), and one Day for each mention
        of kind `day`. Titles, ranks and honorifics are outside a person's mention; articles are
        outside all.
    """
    words = Words(page)
    times = list(_times(page))
    known = known_cover(words)
    offices = list(offices_in(words, known))
    cover = _names(words, known, offices, by_network=page.tags is not None)
    found = [
        *cover.in_order(),
        *_office_stretches(cover, offices),
        *_pronouns(words, offices),
        *described(words, _with_offices(cover, offices)),
        *_numbers(words, offices, frozenset(w.i for time in times for w in page.tokens_in(time.start, time.end))),
    ]
    mentions = [*_mentions(page, words, found), *(_time_mention(page, time) for time in times)]
    mentions.sort(key=lambda each: (each.start, -each.end, each.kind))
    return tuple(_once(mentions)), tuple(_day(page, time) for time in times)


def _names(words: Words, known: Cover, offices: Sequence[Office], *, by_network: bool) -> Cover:
    """Lay names down, the surest first: each keeps its words."""
    return _names_seen(words, known, offices) if by_network else _names_ruled(words, known, offices)


def _names_seen(words: Words, known: Cover, offices: Sequence[Office]) -> Cover:
    """Lay down what the network sees; then what the lexicon knows and what is named in full elsewhere."""
    listed = [each for each in known.kept if each.kind != "office"]
    several = [each for each in listed if each.stop - each.first > 1 and each.kind != "person"]
    cover = Cover(longest_first([*several, *office_holders(words), *seen_names(words, known, offices)]))
    _lay(cover, [each for each in after_titles(words, known, offices) if is_plain_name(words, each)])
    _lay(cover, (each for pair in introduced(words) if sees_body(words, pair) for each in _widened(known, pair)))
    roll = Roll(words, _introduced_people(words, cover, offices))
    named = _with_offices(cover, offices)
    _lay(cover, [each for each in listed if not _is_part_of_name(words, known, named, each)])
    _lay(cover, (inner for each in known.kept if each.kind == "office" for inner in bodies_inside(words, each)))
    _lay(
        cover,
        (each for each in returning_names(words, _with_offices(cover, offices), roll) if stands_alone(words, each)),
    )
    _lay(cover, list(returning(words, _with_offices(cover, offices))))
    return cover


def _introduced_people(words: Words, cover: Cover, offices: Sequence[Office]) -> list[Stretch]:
    """Give those named in full, by an office, or again and again: the bare name is theirs wherever it returns."""
    people = [each for each in cover.kept if each.kind == "person"]
    times = Counter(words.words(each.first, each.stop) for each in people)
    titled = {office.stop for office in offices}
    return [
        each
        for each in people
        if each.stop - each.first > 1 or each.first in titled or times[words.words(each.first, each.stop)] >= _OFTEN
    ]


def _names_ruled(words: Words, known: Cover, offices: Sequence[Office]) -> Cover:
    """Lay down names by title, list, shape and the parser's own tags."""
    titled = list(after_titles(words, known, offices))
    listed = [each for each in known.kept if each.kind != "office"]
    tagged_full = [each for each in _tagged_people(words, known, offices) if each.stop - each.first > 1]
    cover = Cover(titled)
    _lay(cover, list(wider_places(words, known)))
    _lay(cover, longest_first([each for each in listed if each.stop - each.first > 1]))
    _lay(cover, (each for pair in introduced(words) for each in _widened(known, pair)))
    _lay(cover, longest_first(tagged_full))
    roll = Roll(words, (each for each in cover.kept if each.kind == "person"))
    _lay(cover, list(named_by_shape(words, cover, known)))
    named = _with_offices(cover, offices)
    _lay(cover, [each for each in listed if not _is_part_of_name(words, known, named, each)])
    _lay(cover, (inner for each in known.kept if each.kind == "office" for inner in bodies_inside(words, each)))
    _lay(cover, list(returning_names(words, _with_offices(cover, offices), roll)))
    _lay(cover, _tagged_people(words, known, offices))
    _lay(cover, list(tagged_bodies(words, _with_offices(cover, offices))))
    _lay(cover, list(tagged_places(words, cover)))
    _lay(cover, list(gazetteer_places(words, _with_offices(cover, offices))))
    _lay(cover, list(returning(words, _with_offices(cover, offices))))
    return cover


def _lay(cover: Cover, stretches: Iterable[Stretch]) -> None:
    for stretch in stretches:
        cover.lay(stretch)


def _widened(known: Cover, pair: tuple[Stretch, Stretch]) -> tuple[Stretch, Stretch]:
    """Keep what the lexicon knows of a name that introduces its acronym."""
    full, acronym = pair
    listed = known.at(full.first)
    return (listed if listed and listed.stop == full.stop and listed.kind == "body" else full), acronym


def _with_offices(cover: Cover, offices: Sequence[Office]) -> Cover:
    """Give a cover in which the head words of offices are taken too."""
    together = Cover(cover.kept)
    _lay(together, (Stretch(office.head, office.head + 1, "office", office.sort) for office in offices))
    return together


def _is_part_of_name(words: Words, known: Cover, cover: Cover, listed: Stretch) -> bool:
    """Tell whether a known name only begins a longer one that is not known: 'Delhi Dialogue', 'Iran Project'."""
    last, head = words.tokens[listed.stop - 1], words.tokens[listed.stop - 1].head
    if (
        listed.kind not in {"state", "place", "people"}
        or last.dep not in _BEFORE_NOUN
        or head.i <= last.i
        or head.pos != "PROPN"
    ):
        return False
    between = range(listed.stop, head.i + 1)
    return (
        words.line[head.i] == words.line[last.i]
        and all(is_capital(words.tokens[place].text) and known.at(place) is None for place in between)
        and cover.is_free(listed.stop, head.i + 1)
        and not all(is_capital(word.text) for word in last.sentence.tokens if word.pos in {"VERB", "NOUN", "ADJ"})
    )


def _tagged_people(words: Words, known: Cover, offices: Sequence[Office]) -> Iterator[Stretch]:
    titles = {place for office in offices for place in range(office.first, office.stop)}
    for first, stop in tagged_people(words):
        begin = first
        while begin < stop and (begin in titles or (length := honorific_length(words, begin))):
            begin += 1 if begin in titles else length
        is_somewhere = words.lower(begin - 1) in _WHERE and words.are_neighbours(begin)
        if is_somewhere or is_ground(words, begin, stop):
            continue
        sure = begin < stop and all(
            words.tokens[place].pos in {"PROPN", "PUNCT", "PART", "X", "ADP"} for place in range(begin, stop)
        )
        if sure and may_be_person(known, begin, stop) and not is_acronym(words.tokens[begin].text):
            yield Stretch(begin, stop, "person", "tagged")


def _office_stretches(cover: Cover, offices: Sequence[Office]) -> Iterator[Stretch]:
    for office in offices:
        if not any((over := cover.at(place)) and over.kind == "person" for place in range(office.first, office.stop)):
            yield Stretch(office.first, office.stop, _kind_of(office), office.sort)


def _kind_of(office: Office) -> str:
    return "state" if office.sort == "pair" and office.post in words_of("pair-of-states") else "office"


def _pronouns(words: Words, offices: Sequence[Office]) -> Iterator[Stretch]:
    """Give pronouns that can act, and the possessive of 'his counterpart'."""
    for token in words.tokens:
        if token.lower in _PRONOUNS or (token.lower == "her" and token.dep in _HER_AS_OBJECT):
            yield Stretch(token.i, token.i + 1, "person", "pronoun")
    for office in offices:
        if office.sort == "counterpart" and words.lower(office.first) in _POSSESSIVES:
            yield Stretch(office.first, office.first + 1, "person", "pronoun")


def _numbers(words: Words, offices: Sequence[Office], timed: frozenset[int]) -> Iterator[Stretch]:
    """Give cardinal numbers with what they count: '75 people', 'six members'."""
    pairs = {office.head for office in offices if office.sort == "pair"}
    for token in words.tokens:
        counted = token.head
        if token.pos != "NUM" or token.dep != "nummod" or token.i in timed or counted.i in pairs:
            continue
        if counted.pos in {"NOUN", "PROPN"} and token.i < counted.i <= token.i + _LONGEST_RANK:
            yield Stretch(token.i, counted.i + 1, "number", "count")


def _times(page: Page) -> Iterator[TimeExpression]:
    stretches = [(zone.start, zone.end) for zone in page.zones if zone.kind in READABLE]
    yield from find_days(page.text, stretches, page.published, day_rules())


def _mentions(page: Page, words: Words, found: Iterable[Stretch]) -> Iterator[Mention]:
    for each in found:
        start, end = words.tokens[each.first].start, words.tokens[each.stop - 1].end
        yield _mention(page, start, end, each.kind, each.rule)


def _mention(page: Page, start: int, end: int, kind: str, rule: str) -> Mention:
    report = page.report.id
    mention = row_id("mention", report, start, end, kind)
    return Mention(id=mention, report=report, start=start, end=end, text=page.text[start:end], kind=kind, rule=rule)


def _time_mention(page: Page, time: TimeExpression) -> Mention:
    return _mention(page, time.start, time.end, "day", time.rule)


def _day(page: Page, time: TimeExpression) -> Day:
    return Day(
        mention=row_id("mention", page.report.id, time.start, time.end, "day"),
        report=page.report.id,
        start=time.start,
        end=time.end,
        value=time.value,
        day_from=time.first,
        day_to=time.last,
        basis=time.basis,
        anchor=time.anchor,
        constraint=time.constraint,
        candidates=time.candidates,
        rule=time.rule,
    )


def _once(mentions: Sequence[Mention]) -> Iterator[Mention]:
    seen: set[str] = set()
    for mention in mentions:
        if mention.id not in seen:
            seen.add(mention.id)
            yield mention
