"""Meetings: all that a report says of one encounter, put together into one act with all who took part."""

from collections.abc import Iterable, Sequence

from dragoman.reading.events.companions import companions
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.gatherings import attendance, is_signing, people_of, present_at
from dragoman.reading.page import Page
from dragoman.reading.syntax import Token
from dragoman.reading.when import day_of
from dragoman.records import Party

_ANAPHORIC = frozenset({"the", "this", "that", "their", "these", "those", "his", "her"})
_SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins"})
_NO_TOPIC = frozenset({
    "sideline", "margin", "phone", "telephone", "call", "course", "week", "month", "year", "hour", "day", "weekend", "lunch", "dinner",
    "invitation", "occasion", "eve", "basis", "visit", "process", "half", "line", "way", "behalf",
})  # fmt: skip
_TOPIC_AFTER = frozenset({"on", "about", "over", "regarding", "concerning"})
_GATHERING = frozenset({"meet", "convene"})
_REACH = 6
_MULTILATERAL = 3
_LONGEST_TOPIC = 10


class Meeting:
    """One encounter: the deeds that tell it, who was there, what on the side of, what about."""

    __slots__ = ("deeds", "is_gathering", "occasion", "page", "topics")

    def __init__(self, page: Page, *deeds: Deed, is_gathering: bool = False) -> None:
        self.page = page
        self.deeds = list(deeds)
        self.is_gathering = is_gathering
        self.occasion: str | None = None
        self.topics: list[str] = []

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody said to have taken part, once."""
        if self.is_gathering:
            return present_at(self.page, self.deeds)
        ordered = sorted(self.deeds, key=lambda deed: deed is not self.fullest)
        found: list[Party] = []
        for deed in ordered:  # nobody is named twice in one telling; the next may name the same by other words
            before = list(found)
            found.extend(
                party
                for party in (*deed.actors, *deed.recipients)
                if not any(_can_be(self.page, party, other) for other in before)
            )
        return (*found, *self.companions(found))

    def companions(self, there: Sequence[Party]) -> tuple[Party, ...]:
        """Give who came along besides those named already."""
        own = [deed for deed in self.deeds if not deed.is_part and deed.mode != "phone"]
        also = companions(self.page, own)
        return tuple(party for party in also if not any(_can_be(self.page, party, other) for other in there))

    @property
    def mode(self) -> str | None:
        """How they met, from whichever deed says so."""
        stated = next((deed.mode for deed in self.deeds if deed.mode), None)
        named = self.parties if self.is_gathering else self.fullest.actors
        if stated is None and len(named) >= _MULTILATERAL:
            return "multilateral"
        return stated

    @property
    def fullest(self) -> Deed:
        """The deed that names most of those who took part; of several the first in the story."""

        def worth(deed: Deed) -> tuple[int, int, bool]:
            count, people = len(deed.actors) + len(deed.recipients), len(list(people_of(self.page, deed)))
            return count, people, self.page.zone_at(deed.token.start) == "story"

        return max(self.deeds, key=worth)


def is_held(deed: Deed) -> bool:
    """Tell a meeting that took place."""
    return deed.kind == "CONSULT" and deed.standing.modality == "actual" and deed.standing.polarity == "asserted"


def gather(page: Page, deeds: Sequence[Deed]) -> list[Meeting]:
    """Put the meetings of a report together; what names nobody joins the meeting before it, or is left out.

    Args:
        page: The report.
        deeds: Its deeds, in the order of the text.
    """
    meetings: list[Meeting] = []
    held_ones = (
        each for each in deeds if is_held(each) and not each.sighting.trigger.presence and not _lacks_host(each)
    )
    for deed in (call for each in held_ones for call in calls_of(each)):
        held = _same(page, deed, meetings)
        if held is not None:
            held.deeds.append(deed)
        elif _is_meeting(deed):
            held = Meeting(page, deed)
            meetings.append(held)
        if held is not None:
            held.occasion = held.occasion or occasion_of(page, deed)
            held.topics.extend(topic for topic in topics_of(page, deed) if topic not in held.topics)
    joined = _joining(page, meetings, deeds)
    return _with_gathering(page, meetings, [deed for deed in attendance(page, deeds) if deed not in joined])


def _lacks_host(deed: Deed) -> bool:
    """Tell a visit that names no host, or hosts and no visitor: 'the trip to Chad and Mali' is no meeting of these."""
    only_hosts = deed.mode == "visit" and not deed.actors and len(deed.recipients) > 1
    return only_hosts or (deed.sighting.trigger.recipient_needed and not deed.recipients)


def _is_together(page: Page, deed: Deed) -> bool:
    """Tell a deed that several do in one place without its saying that they met: attending, signing."""
    if is_signing(page, deed):
        return True
    return is_held(deed) and deed.sighting.trigger.presence and len(deed.actors) > 1


def _joining(page: Page, meetings: Sequence[Meeting], deeds: Sequence[Deed]) -> list[Deed]:
    """Let those seen together at a meeting, as in a caption, tell more of the meeting they are said to have had."""
    joined = []
    for deed in (each for each in deeds if _is_together(page, each)):
        same = [each for each in meetings if _same_people(page, deed.actors, each.fullest)]
        meeting = min(same, key=lambda each: len(each.parties), default=None)
        if meeting is not None:
            meeting.deeds.append(deed)
            joined.append(deed)
    return joined


def calls_of(deed: Deed) -> list[Deed]:
    """Part a deed that tells several telephone calls: who spoke 'by telephone with A and B' made two."""
    callers = {noun.i for noun in deed.sighting.frame.subjects}
    if deed.mode != "phone" or len(callers) != 1 or len(deed.actors) <= 2:  # noqa: PLR2004 - one call
        return [deed]
    first, *others = deed.actors
    return [deed.between(first, other) for other in others]


def _with_gathering(page: Page, meetings: list[Meeting], attending: Sequence[Deed]) -> list[Meeting]:
    """Add the gathering of a report to its meetings, or to the one of these that has the same people."""
    present = {party.entity for party in present_at(page, attending)}
    if len(present) < 2:  # noqa: PLR2004 - one alone meets nobody
        return meetings
    for meeting in meetings:
        if {party.entity for party in meeting.parties} >= present or _is_same_pair(page, meeting, attending):
            meeting.deeds.extend(deed for deed in attending if deed not in meeting.deeds)
            return meetings
    kept = [meeting for meeting in meetings if not _is_vague(page, meeting)]
    return [*kept, Meeting(page, *attending, is_gathering=True)]


def _is_same_pair(page: Page, meeting: Meeting, attending: Sequence[Deed]) -> bool:
    """Tell whether a meeting of ministers unnamed is the signing by their two ministers."""
    return len(attending) == 1 and _same_people(page, meeting.parties, attending[0])


def _is_vague(page: Page, meeting: Meeting) -> bool:
    """Tell a headline's meeting of nobody named: it is the gathering of the story."""
    naming = [deed for deed in meeting.deeds if deed.actors or deed.recipients]
    in_title = all(page.zone_at(deed.token.start) == "title" for deed in naming)
    return in_title and any(party.entity is None for party in meeting.parties)


def _is_meeting(deed: Deed) -> bool:
    return len(deed.actors) + len(deed.recipients) > 1 or _is_of_many(deed)


def _is_of_many(deed: Deed) -> bool:
    """Tell several who meet under one name: 'EU leaders met in Brussels'."""
    frame = deed.sighting.frame
    alone = not frame.objects and not frame.under("with") and not deed.recipients
    plural = all(noun.tag in {"NNS", "NNPS"} for noun in frame.subjects)
    return deed.token.lemma in _GATHERING and alone and plural and len(deed.actors) == 1 and bool(frame.subjects)


def _same(page: Page, deed: Deed, meetings: Sequence[Meeting]) -> Meeting | None:
    if meetings and all(_is_both(page, party) for party in (*deed.actors, *deed.recipients)):
        deed.actors = deed.recipients = ()  # 'the two leaders' are those already there
    others = (*deed.actors, *deed.recipients)
    for meeting in reversed(meetings):
        distance = deed.token.sentence.number - meeting.deeds[-1].token.sentence.number
        if _is_occasion(deed, meeting):
            continue
        if not others:
            return (
                meeting
                if _points_back(deed) and (distance <= _REACH or len(meetings) == 1) and _same_zone(page, deed, meeting)
                else None
            )
        if _can_be_one(deed, meeting) and _same_people(page, others, meeting.fullest):
            return meeting
        if len(others) == 1 and distance <= 1 and _points_back(deed) and _matches(page, others, meeting.parties):
            return meeting
    return None


def _is_both(page: Page, party: Party) -> bool:
    words = page.text[party.start : party.end].lower().split()
    return party.entity is None and words[:1] in (["both"], ["the"]) and (words[0] == "both" or words[1:2] == ["two"])


def _is_occasion(deed: Deed, meeting: Meeting) -> bool:
    """Tell whether talks are those on whose sidelines a meeting was."""
    same = [other.token for other in meeting.deeds if other.token.sentence is deed.token.sentence]
    return bool(same) and any(
        word.lower in _SIDELINES and _is_under(deed.token, word) and not _is_under(same[-1], word)
        for word in deed.token.sentence.tokens
    )


def _same_zone(page: Page, deed: Deed, meeting: Meeting) -> bool:
    zones = {page.zone_at(other.token.start) for other in meeting.deeds}
    return page.zone_at(deed.token.start) in zones


def _points_back(deed: Deed) -> bool:
    """Tell whether words mean a meeting already spoken of: 'the meeting', 'they discussed'."""
    token = deed.token
    if token.pos in {"VERB", "AUX"}:
        return True
    if token.tag in {"NNP", "NNPS"} or any(
        child.dep == "prep" and child.lower in _TOPIC_AFTER | {"of"} for child in token.children
    ):
        return False
    return any(child.dep in {"det", "poss"} and child.lower in _ANAPHORIC for child in token.children)


def _can_be_one(deed: Deed, meeting: Meeting) -> bool:
    modes = {deed.mode, meeting.mode} - {None, "multilateral"}
    if any(_are_apart(meeting.page, deed, other) for other in meeting.deeds):
        return False
    return len(modes) < 2 and deed.standing.polarity == meeting.deeds[0].standing.polarity  # noqa: PLR2004 - a pair


def _are_apart(page: Page, deed: Deed, other: Deed) -> bool:
    """Tell two meetings on days that have none in common."""
    one, two = day_of(page, deed.token), day_of(page, other.token)
    if one is None or two is None or not (one.day_from and one.day_to and two.day_from and two.day_to):
        return False
    return one.day_from > two.day_to or two.day_from > one.day_to


def _same_people(page: Page, parties: Sequence[Party], fullest: Deed) -> bool:
    there = (*fullest.actors, *fullest.recipients)
    if {party.entity for party in parties} <= {party.entity for party in there} - {None} and len(parties) > 1:
        return True
    return len(parties) == len(there) > 1 and _matches(page, parties, there)


def _matches(page: Page, parties: Sequence[Party], there: Sequence[Party]) -> bool:
    left = list(there)
    for party in parties:
        found = next((other for other in left if _can_be(page, party, other)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _can_be(page: Page, one: Party, other: Party) -> bool:
    if one.entity and one.entity == other.entity:
        return True
    words, others = page.text[one.start : one.end].lower(), page.text[other.start : other.end].lower()
    if one.entity is None or other.entity is None:
        return words.split()[-1:] == others.split()[-1:] or "counterpart" in words or "counterpart" in others
    known, known_other = page.entities.get(one.entity), page.entities.get(other.entity)
    if known is None or known_other is None or known.country is None or known.country != known_other.country:
        return False
    return bool({"state", "office"} & {known.kind, known_other.kind})


def occasion_of(page: Page, deed: Deed) -> str | None:
    """Give the words of what the meeting was on the sidelines of."""
    for token in deed.token.sentence.tokens:
        if token.lower in _SIDELINES:
            of = next((child for child in token.children if child.lower == "of"), None)
            noun = of.child("pobj") if of else None
            if noun is not None and not _is_under(deed.token, noun):
                return _short(page, noun)
    return None


def topics_of(page: Page, deed: Deed) -> list[str]:
    """Give the short noun phrases of what was talked about."""
    nouns: list[Token] = []
    if deed.token.lemma == "discuss":
        nouns.extend(_things(page, deed.sighting.frame.objects))
    talks = () if nouns else deed.sighting.frame.objects  # the 'talks' of 'held talks'
    for holder in (deed.token, *talks):
        for child in holder.children:
            if child.dep == "prep" and child.lower in _TOPIC_AFTER:
                nouns.extend(_things(page, [noun for each in child.children_by("pobj") for noun in each.conjuncts()]))
            if child.lemma in {"discuss", "review", "address"} and child.pos == "VERB":
                nouns.extend(_things(page, [noun for each in child.children_by("dobj") for noun in each.conjuncts()]))
    return [short for noun in nouns if (short := _short(page, noun))]


def _things(page: Page, nouns: Iterable[Token]) -> list[Token]:
    return [
        noun
        for noun in nouns
        if noun.pos in {"NOUN", "PROPN"}
        and noun.lemma.lower() not in _NO_TOPIC
        and not any(mention.kind == "day" for mention in page.mentions_at(noun))
    ]


def _short(page: Page, noun: Token) -> str | None:
    """Give the words of a phrase without its article and from its first clause or comma on."""
    words = [noun]
    below = [
        child
        for child in noun.children
        if child.dep not in {"relcl", "acl", "appos", "conj", "cc", "advcl"} and child.dep != "punct"
    ]
    for child in below:
        if child.dep == "det" or any(word.dep in {"relcl", "acl"} for word in child.subtree()):
            continue
        words.extend(child.subtree())
    words.sort(key=lambda word: word.i)
    if len(words) > _LONGEST_TOPIC:
        words = words[: words.index(noun) + 1]
    return " ".join(page.text[words[0].start : words[-1].end].split())


def _is_under(token: Token, above: Token) -> bool:
    return token is above or any(ancestor is above for ancestor in token.ancestors())
