"""When an act took place: the time expression in the clause of its word."""

from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Day

_OTHER_CLAUSE = frozenset({"ccomp", "relcl", "acl", "advcl", "conj", "parataxis", "csubj"})
_SHARING = frozenset({"conj", "xcomp", "advcl"})
_OCCASIONS = frozenset(
    {"address", "comment", "conference", "interview", "meeting", "message", "remark", "speech", "statement"}
)
_UNDATED = ("at ", "every ", "fiscal ", "half ", "quarter ")  # constraints that place no act
_EARLIER = frozenset({"before", "until", "till"})
_LATER = frozenset({"after", "since", "following", "despite", "over", "amid"})
_AMIDST = frozenset({"in", "at", "during", "on"})
_TO_COME = frozenset({"shall", "will"})
_OF_SPEECH = "day-of-speech"  # the rule of a quoted "today", whose one candidate counts from publication
_NEAR = timedelta(days=6)
_LEAD = 12  # tokens in which a sentence that sets an occasion names it


def day_of(page: Page, token: Token) -> Day | None:
    """Give the time expression that dates the clause of a token; None where there is none, or two that differ.

    What hangs on the token counts first, then what hangs on its verb, then what opens its sentence
    before the first subject, which governs the clauses coordinated with the first. Clauses of other
    verbs never lend their days, the day of publication is no answer, and a day that lies on the wrong
    side of it for the tense of the verb is none. In a quotation days count from the day of the speech.
    """
    if not any(map(_is_dated, page.days)):
        return None
    found = _found(page, token)
    if found is None or _is_against_tense(page, token, found):
        return None
    return _as_spoken(page, token, found)


def _found(page: Page, token: Token) -> Day | None:
    heads = _heads(token)
    for head in heads:
        if found := _hung_on(page, head):
            return _one(found)
    return _one(_fronted(page, token, heads))


def day_before(page: Page, opening: Token) -> Day | None:
    """Give the day that the first words of a sentence set for words spoken then: 'In remarks in October, …'."""
    for word in opening.sentence.tokens[:_LEAD]:
        if word.text == ",":
            return None
        if word.lemma.lower() in _OCCASIONS and word.dep == "pobj":
            return _one(_hung_on(page, word))
    return None


def _heads(token: Token) -> list[Token]:
    """Give the token, the verb it belongs to, and the verb whose circumstances that one shares."""
    heads = [token]
    for above in token.ancestors():
        below = heads[-1]
        if below.pos in {"VERB", "AUX"} and not _shares_time(below):
            break
        heads.append(above)
    return heads


def _shares_time(verb: Token) -> bool:
    """Tell a verb without a subject of its own, in the tense of the verb above, or in none."""
    if verb.dep not in _SHARING or any(child.dep in {"nsubj", "nsubjpass"} for child in verb.children):
        return False
    return verb.tag == verb.head.tag or (verb.dep != "conj" and verb.tag in {"VB", "VBG"})


def _hung_on(page: Page, head: Token) -> list[Day]:
    inside = _clause_words(head)
    return [day for day, places in page.once(_dated) if not inside.isdisjoint(places)]


def _clause_words(head: Token) -> set[int]:
    found, stack = {head.i}, [head]
    while stack:
        for child in stack.pop().children:
            if _is_of_another(child) or (child.head is not head and _dates_what_is_meant(child)):
                continue
            if child.dep not in _OTHER_CLAUSE or (
                child.dep in {"acl", "conj"} and child.pos in {"NOUN", "PROPN", "NUM"}
            ):
                found.add(child.i)
                stack.append(child)
    return found


def _is_of_another(word: Token) -> bool:
    """Tell what dates another act: 'before talks on Monday', 'after Monday's raid', but 'before Monday'."""
    if word.lower in _EARLIER:
        return any(noun.ent == "O" and noun.pos == "NOUN" for noun in word.children_by("pobj"))
    if word.lower == "since" and word.head.pos == "NOUN":  # 'the first visit since 2009'
        return True
    return word.dep == "poss" and word.head.head.lower in _LATER


def _dates_what_is_meant(day: Token) -> bool:
    """Tell a day that dates the thing done and not the doing: 'condemned Monday's raid', but 'met at Monday's summit'."""
    thing = day.head
    if day.dep != "poss" or thing.dep not in {"dobj", "pobj"}:
        return False
    return thing.dep == "dobj" or thing.head.lower not in _AMIDST


def _fronted(page: Page, token: Token, heads: list[Token]) -> list[Day]:
    """Give the days that open a sentence, when its own verb, or one coordinated with it, is the token's."""
    words, root = token.sentence.tokens, token.sentence.root
    if root not in heads and not any(_goes_on_from(head, root) for head in heads):
        return []
    lead = _opening(words, root)
    if not lead or token.i in lead:
        return []
    return [day for day, places in page.once(_dated) if not lead.isdisjoint(places)]


def _opening(words: tuple[Token, ...] | list[Token], root: Token) -> frozenset[int]:
    """Give the words before the first comma, or before the subject, unless a verb stands among them."""
    comma = next((word for word in words if word.text == ","), None)
    subject = min(
        (child.subtree()[0].i for child in root.children if child.dep in {"nsubj", "nsubjpass"}), default=None
    )
    ends = [end for end in (comma.i if comma else None, subject) if end is not None]
    lead = [word for word in words if ends and word.i < min(ends)]
    return frozenset() if any(word.pos == "VERB" for word in lead) else frozenset(word.i for word in lead)


def _goes_on_from(verb: Token, root: Token) -> bool:
    """Tell a clause coordinated with the first, in its tense: "On Monday, X arrived and Y received him"."""
    if verb.dep != "conj" or verb.head.i != root.i or verb.tag != root.tag:
        return False
    return {child.lower for child in verb.children_by("aux")} == {child.lower for child in root.children_by("aux")}


def _is_against_tense(page: Page, token: Token, day: Day) -> bool:
    """Tell a day to come given to what is over, or a day gone by to what will be: the parser hung it wrong."""
    published = page.published
    verb = next((each for each in _heads(token) if each.pos in {"VERB", "AUX"}), None)
    if published is None or verb is None or day.day_from is None or day.day_to is None:
        return False
    auxiliaries = {child.lower for child in verb.children_by("aux")}
    if auxiliaries & _TO_COME:
        return day.day_to < published.first
    return verb.tag == "VBD" and not auxiliaries and day.day_from > published.last


def _as_spoken(page: Page, token: Token, day: Day) -> Day | None:
    """Count a day in a quotation from the day of the speech, where that is told; far from publication nothing else counts."""
    if day.basis not in {"relative", "weekday", "vague"} or not _in_quotes(page.text, day.start):
        return day
    spoken = _day_of_speech(page, token)
    if day.rule == _OF_SPEECH:
        return _recounted(page, day, spoken)
    published = page.published.single if page.published else None
    if spoken is None or published is None or abs(spoken - published) <= _NEAR:
        return day
    return None


def _day_of_speech(page: Page, token: Token) -> date | None:
    """Give the one day on which the words around a quotation put its speech."""
    outside = [each for each in token.sentence.tokens if not _in_quotes(page.text, each.start)]
    verbs = [each for each in outside if each.pos == "VERB"]
    said = _one(_hung_on(page, verbs[0])) if len(verbs) == 1 else None
    return said.day_from if said and said.day_from == said.day_to and not _in_quotes(page.text, said.start) else None


def _recounted(page: Page, day: Day, spoken: date | None) -> Day | None:
    published = page.published.single if page.published else None
    if spoken is None or published is None or len(day.candidates) != 1:
        return None
    meant = spoken + (date.fromisoformat(day.candidates[0]) - published)
    return replace(
        day,
        value=meant.isoformat(),
        day_from=meant,
        day_to=meant,
        basis="relative",
        anchor=spoken.isoformat(),
        candidates=(),
    )


def _in_quotes(text: str, place: int) -> bool:
    """Tell whether a quotation is open at a code point of its paragraph."""
    paragraph = text[text.rfind("\n", 0, place) + 1 : place]
    return paragraph.rfind("“") > paragraph.rfind("”") or paragraph.count('"') % 2 == 1


def _dated(page: Page) -> tuple[tuple[Day, tuple[int, ...]], ...]:
    """Give the days of a page that place an act, with the numbers of their words."""
    dated = (day for day in page.days if _is_dated(day))
    return tuple((day, tuple(word.i for word in page.tokens_in(day.start, day.end))) for day in dated)


def _is_dated(day: Day) -> bool:
    """Tell a time expression that places an act from one that only measures or gestures: 'two days', 'now'."""
    if day.rule == _OF_SPEECH:
        return True
    if day.value is None:
        return day.basis != "vague" and not (day.constraint or "").startswith(_UNDATED)
    return day.basis != "vague" and not day.value.startswith("P")


def _one(days: list[Day]) -> Day | None:
    """Give the one day meant: all agree, or one holds the others' words."""
    if not days:
        return None
    values = {(day.value, day.constraint) for day in days}
    if len(values) == 1:
        return days[0]
    widest = max(days, key=lambda day: (day.end - day.start, -day.start))
    return widest if all(widest.start <= day.start and day.end <= widest.end for day in days) else None
