"""Times that a report speaks of, with the day each means or the constraint it states."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dragoman.dates import Days
from dragoman.lexicon.days import DayRules, DayWord
from dragoman.reading.dates.calendar import infer_published
from dragoman.reading.dates.lengths import clock_in_sentence
from dragoman.reading.dates.rules import ANY, EACH, RULES, Rule
from dragoman.reading.dates.scene import Scene, TenseAt, Worth
from dragoman.reading.dates.words import plain, words_of

__all__ = ["TimeExpression", "find_days", "infer_published"]

_CLOCK = next(rule for rule in RULES if rule.name == "clock")
_VAGUE = {-1: "vague-past", 0: "vague-present", 1: "vague-future"}


class TimeExpression(Struct, frozen=True, kw_only=True):
    """A time as written, and what it is worth.

    `value` is EDTF for a DATE or TIME (the day; the hour stays in the words) and an ISO 8601
    length for DURATION and SET, X standing for an unknown number. `basis` is `stated`, `relative`
    (counted from `anchor`), `weekday`, `vague` or `constraint`. `candidates` are the values left
    when more than one is; `value` is then None.
    """

    start: int
    end: int
    text: str
    kind: str
    granularity: str
    basis: str
    value: str | None = None
    first: date | None = None
    last: date | None = None
    anchor: str | None = None
    constraint: str | None = None
    candidates: tuple[str, ...] = ()
    rule: str


def find_days(
    text: str,
    stretches: Sequence[tuple[int, int]],
    published: Days | None,
    rules: DayRules,
    tense_at: TenseAt = None,
) -> Iterator[TimeExpression]:
    """Find the times that stretches of a text speak of.

    Args:
        text: The report's text; all offsets count its code points.
        stretches: Start and end of what is to be read, in order, not overlapping.
        published: The day of publication; without it, times that count from it are constraints.
        rules: Words that tell time.
        tense_at: Tells `past`, `present` or `future` of the clause at a code point, from a parse;
            without it, or where it says neither, words near by decide.

    Yields:
        Each expression in the order of the text, not overlapping.

    Source:
        Expressions and their extent follow TIMEX3 (TimeML 1.2.1), values EDTF.
    """
    smooth = plain(text)
    for start, end in stretches:
        scene = Scene(smooth, words_of(smooth, start, end, rules), published, rules, tense_at)
        found = list(_by_rules(scene, text))
        yield from sorted([*found, *_vague_phrases(scene, text, found)], key=lambda each: each.start)


def _by_rules(scene: Scene, text: str) -> Iterator[TimeExpression]:
    clocks: list[tuple[int, int]] = []
    place = 0
    while match := ANY.search(scene.codes, place):
        i = match.start()
        first = int((match.lastgroup or "r0")[1:])
        place, rule, worth = _read(scene, first, match.span())
        if worth is None:
            continue
        if rule.name == "clock" and worth.value is None:
            clocks.append((i, place))
            continue
        expression = _expression(scene, (i, place), text, worth, rule)
        scene.remember(place - 1, worth)
        yield expression
    for i, j in clocks:
        yield _expression(scene, (i, j), text, clock_in_sentence(scene, i, j), _CLOCK)


def _read(scene: Scene, first: int, place: tuple[int, int]) -> tuple[int, Rule, Worth | None]:
    """Ask the reader of the first rule that matched, then of those after it; give where to go on."""
    i, j = place
    if worth := RULES[first].read(scene, i, j):
        return j, RULES[first], worth
    for rule, pattern in zip(RULES[first + 1 :], EACH[first + 1 :], strict=True):
        if (match := pattern.match(scene.codes, i)) and (worth := rule.read(scene, i, match.end())):
            return match.end(), rule, worth
    return i + 1, RULES[first], None


def _expression(scene: Scene, place: tuple[int, int], text: str, worth: Worth, rule: Rule) -> TimeExpression:
    start, end = scene.words[place[0]].start, scene.words[place[1] - 1].end
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        kind=worth.kind,
        granularity=worth.granularity,
        basis=worth.basis,
        value=worth.value,
        first=worth.first,
        last=worth.last,
        anchor=worth.anchor,
        constraint=worth.constraint,
        candidates=worth.candidates,
        rule=worth.rule or rule.name,
    )


def _vague_phrases(scene: Scene, text: str, taken: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    spans = [(each.start, each.end) for each in taken]
    for place, length, entry in _phrases(scene):
        start, end = scene.words[place].start, scene.words[place + length - 1].end
        if not any(low < end and start < high for low, high in spans):
            yield TimeExpression(
                start=start,
                end=end,
                text=text[start:end],
                kind="DATE",
                granularity="other",
                basis="vague",
                rule=_VAGUE[entry.number],
            )


def _phrases(scene: Scene) -> Iterator[tuple[int, int, DayWord]]:
    """Find phrases that no calendar holds: place, number of words, entry; 'now-cancelled' holds none."""
    words, starts = scene.words, scene.rules.vague
    place = 0
    while place < len(words):
        step = 1
        for parts, entry in starts.get(words[place].lower, ()):
            stop = place + len(parts)
            said = tuple(word.lower for word in words[place:stop])
            led = words[place - 1].lower if place else ""
            if said == parts and led not in entry.not_after and not scene.is_joined(stop):
                yield place, len(parts), entry
                step = len(parts)
                break
        place += step
