"""Sources named beside what they say: 'according to …', and the colon of a headline or a turn of talk."""

from dragoman.reading.page import Page
from dragoman.reading.statements.drafts import Draft, stretch
from dragoman.reading.statements.speakers import can_speak, phrase_of
from dragoman.reading.syntax import Token

_LEADS_ELSEWHERE = frozenset({"and", "but", "while", "although", "though", "who", "which"})
_MARKS = frozenset({'"', "“", "''"})
_LONGEST_LABEL = 8  # words before the colon of a headline
_LONGEST_NAME = 4


def draft_according(word: Token, page: Page) -> Draft | None:
    """Read 'according to': the rest of its clause is what is said."""
    to = next((child for child in word.children if child.lower == "to"), None) if word.lower == "according" else None
    noun = to.child("pobj") if to is not None else None
    if to is None or noun is None:
        return None
    words = word.sentence.tokens
    before = _before([each for each in words if each.i < word.i])
    after = _after([each for each in words if each.i > phrase_of(noun)[-1].i], alone=not before)
    spans = [stretch(page, part[0].i, part[-1].i) for part in (before, after) if part]
    if not spans:
        return None
    return Draft(
        lemma="according", act="say", rule="according-to", head=word, cue=(word.start, to.end), spans=spans, speakers=[noun],
    )  # fmt: skip


def _before(words: list[Token]) -> list[Token]:
    """Give the clause that ends before the cue: after the last colon or semicolon, without a conjunction."""
    for place, word in reversed(list(enumerate(words))):
        if word.text in {":", ";"}:
            words = words[place + 1 :]
            break
    while words and words[0].dep == "cc":
        words = words[1:]
    return _with_substance(words)


def _after(words: list[Token], *, alone: bool) -> list[Token]:
    if not words or words[0].text not in {",", ":"}:
        return []
    if not alone and len(words) > 1 and words[1].lower in _LEADS_ELSEWHERE:
        return []
    return _with_substance(words)


def _with_substance(words: list[Token]) -> list[Token]:
    return words if sum(word.pos != "PUNCT" for word in words) > 2 else []  # noqa: PLR2004 - two words make no clause


def draft_label(words: list[Token], page: Page, *, headline: bool) -> Draft | None:
    """Read the colon after a name: 'Minister: pact is dead', 'REPORTER: When?', a quotation mark before it or not."""
    words = words[1:] if words[0].text in _MARKS else words
    place = next((number for number, word in enumerate(words[: _LONGEST_LABEL + 1]) if word.text == ":"), 0)
    label, said = words[:place], words[place + 1 :]
    if not label or len(said) < 3:  # noqa: PLR2004 - no clause
        return None
    if any(word.pos in {"VERB", "AUX", "NUM"} for word in label) and not _in_capitals(label):
        return None
    noun = label[-1]
    if not (_heads_words(page, noun, said) if headline else _is_turn(label)):
        return None
    colon = words[place]
    return Draft(
        lemma=":", act="say", rule="label", head=noun, cue=(colon.start, colon.end), named=(label[0].start, noun.end),
        spans=[stretch(page, said[0].i, said[-1].i)], speakers=[noun],
    )  # fmt: skip


def _heads_words(page: Page, noun: Token, said: list[Token]) -> bool:
    """Tell 'Minister: No deal' from 'Marathon Bombings: The Legacy': what is no person or state says a clause, or nothing."""
    mention = page.actor_mention(noun)
    is_somebody = mention is not None and mention.kind != "body"
    return can_speak(page, noun) and (is_somebody or any(word.pos in {"VERB", "AUX"} for word in said))


def _is_turn(label: list[Token]) -> bool:
    """Tell the name that opens a turn of talk: names alone, the last a person's, or one or two words in capitals."""
    if len(label) > _LONGEST_NAME or len(label[-1].text) == 1:
        return False
    return _in_capitals(label) or (label[-1].ent.endswith("PERSON") and all(word.pos == "PROPN" for word in label))


def _in_capitals(label: list[Token]) -> bool:
    return len(label) <= 2 and all(word.text.isupper() and word.text.isalpha() for word in label)  # noqa: PLR2004 - 'ANNA BAKER'
