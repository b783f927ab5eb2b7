"""Who 'I', 'we', 'us' and 'our forces' are inside what somebody says."""

from dragoman.lexicon.plover import kinds
from dragoman.reading.events.arguments import nouns_in
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.land import state_of
from dragoman.reading.events.parties import acting_for, is_press, parties_of
from dragoman.reading.events.words_as_deeds import Told
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.records import Party

_DOING = frozenset({"i", "we"})
_DONE_TO = frozenset({"me", "us"})
_OURS = frozenset({
    "ally", "border", "citizen", "country", "embassy", "force", "government", "military", "nation", "people", "security", "soldier", "territory",
    "troop",
})  # fmt: skip
_FOR_STATE = frozenset({"GOV", "MIL"})
_MATERIAL = frozenset({2, 4})
_WISHING = frozenset({"expect", "want"})  # 'I want people to know' asks nobody
_ONE = frozenset({"i", "me"})


def doers_named(page: Page, told: Told, deed: Deed) -> tuple[Party, ...]:
    """Give who acts as 'I' or 'we': the one who says so in words, an official's state in deeds."""
    if "subject" not in deed.sighting.trigger.actor or deed.token.lemma in _WISHING:
        return ()
    pronouns = [noun for noun in nouns_in(deed.sighting, "subject") if noun.lower in _DOING]
    return _meant(page, told, deed, pronouns[0]) if pronouns else ()


def those_named(page: Page, told: Told, deed: Deed) -> tuple[Party, ...]:
    """Give to whom an act is done as 'me', 'us', 'our country' or 'our troops'."""
    for slot in deed.sighting.trigger.recipient:
        for noun in nouns_in(deed.sighting, slot):
            is_ours = noun.lemma.lower() in _OURS and any(child.lower == "our" for child in noun.children_by("poss"))
            if noun.lower in _DONE_TO or is_ours:
                return _meant(page, told, deed, noun)
    return ()


def _meant(page: Page, told: Told, deed: Deed, word: Token) -> tuple[Party, ...]:
    voice = told.called(told.voice_of(word.start))
    if voice is None or voice.speaker_start is None or voice.speaker_end is None:
        return ()
    speaker = page.entities.get(voice.speaker or "")
    at = Party(voice.speaker, word.start, word.end)
    if speaker is None:
        one = _unnamed(page, voice.speaker_start, voice.speaker_end)
        return (Party(one, word.start, word.end),) if one and word.lower not in _ONE else ()
    if is_press(page, at):
        return ()
    in_words = kinds()[deed.kind].quad not in _MATERIAL and word.lower in _DOING
    if speaker.kind != "person" or word.lower in _ONE or in_words:
        return (at,)
    state = state_of(page, speaker.country) if speaker.sector in _FOR_STATE else None
    return (Party(state, word.start, word.end),) if state else ()


def _unnamed(page: Page, start: int, end: int) -> str | None:
    """Give for whom somebody speaks who is not named: 'an Iranian official' → Iran."""
    words = page.tokens_in(start, end)
    noun = next((word for word in words if word.pos in {"NOUN", "PROPN"} and word.head not in words), None)
    found = parties_of(page, noun) if noun is not None else ()
    return acting_for(page, found[0]).entity if len(found) == 1 else None
