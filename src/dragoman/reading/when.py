"""When an act took place: the time expression in the clause of its word."""

from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Day

_OTHER_CLAUSE = frozenset({"ccomp", "relcl", "acl", "advcl", "conj", "parataxis", "csubj"})
_SHARING = frozenset({"conj", "xcomp", "advcl"})
_OCCASIONS = frozenset(
    {"address", "comment", "conference", "interview", "meeting", "message", "remark", "speech", "statement"}
)
_LEAD = 12  # tokens in which a sentence that sets an occasion names it


def day_of(page: Page, token: Token) -> Day | None:
    """Give the time expression that dates the clause of a token; None where there is none, or two that differ.

    What hangs on the token counts first, then what hangs on its verb, then what stands before the first
    verb of its sentence. Clauses of other verbs never lend their days, and the day of publication is no answer.
    """
    if not any(map(_is_dated, page.days)):
        return None
    for head in _heads(token):
        found = _hung_on(page, head)
        if found:
            return _one(found)
    return _one(_fronted(page, token))


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
    return [
        day for day in page.days if _is_dated(day) and any(w.i in inside for w in page.tokens_in(day.start, day.end))
    ]


def _clause_words(head: Token) -> set[int]:
    found, stack = {head.i}, [head]
    while stack:
        for child in stack.pop().children:
            if child.dep not in _OTHER_CLAUSE or (
                child.dep in {"acl", "conj"} and child.pos in {"NOUN", "PROPN", "NUM"}
            ):
                found.add(child.i)
                stack.append(child)
    return found


def _fronted(page: Page, token: Token) -> list[Day]:
    """Give the days before the first comma of the sentence, when its own verb is the token's."""
    words = token.sentence.tokens
    if token.sentence.root not in _heads(token):
        return []
    comma = next((word for word in words if word.text == ","), None)
    if comma is None or comma.i > token.i:
        return []
    lead = {word.i for word in words if word.i < comma.i}
    if any(word.pos == "VERB" for word in words[: len(lead)]):
        return []
    return [day for day in page.days if _is_dated(day) and any(w.i in lead for w in page.tokens_in(day.start, day.end))]


def _is_dated(day: Day) -> bool:
    """Tell a time expression that places an act from one that only measures or gestures: 'two days', 'now'."""
    return day.basis != "vague" and not (day.value or "").startswith("P")


def _one(days: list[Day]) -> Day | None:
    """Give the one day meant: all agree, or one holds the others' words."""
    if not days:
        return None
    values = {(day.value, day.constraint) for day in days}
    if len(values) == 1:
        return days[0]
    widest = max(days, key=lambda day: (day.end - day.start, -day.start))
    return widest if all(widest.start <= day.start and day.end <= widest.end for day in days) else None
