"""A meeting is one event, whoever and however often a report tells it."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.page import Page
from dragoman.records import Event

Lay = Callable[..., Page]


def meetings(page: Page) -> list[Event]:
    return [event for event in read_events(page, ()) if event.kind == "CONSULT"]


def words(page: Page, event: Event) -> list[str]:
    return [page.text[party.start : party.end] for party in event.actors]


def test_all_who_meet_are_actors(page_of: Lay) -> None:
    page = page_of("The Spanish foreign minister met the Omani foreign minister and the Qatari emir in Geneva.")
    (event,) = meetings(page)
    assert len(event.actors) == 3
    assert event.recipients == ()
    assert event.mode == "multilateral"
    assert page.text[event.place_start : event.place_end] == "Geneva"


def test_meeting_something_was_said_in(page_of: Lay) -> None:
    page = page_of("Serbia backs the plan, President Aleksandar Vucic said in a meeting with Angela Merkel in Berlin.")
    (event,) = meetings(page)
    assert [name.split()[-1] for name in words(page, event)] == ["Vucic", "Merkel"]
    assert page.text[event.place_start : event.place_end] == "Berlin"


def test_later_mentions_join_the_first(page_of: Lay) -> None:
    page = page_of(
        "Angela Merkel met with Aleksandar Vucic in Berlin.\n"
        "During the meeting, the two leaders discussed the dispute over Kosovo.\n"
        "The meeting came on the sidelines of a summit on energy."
    )
    (event,) = meetings(page)
    assert event.occasion == "summit on energy"
    assert event.topics == ("dispute over Kosovo",)
    assert len(event.spans) >= 2


def test_headline_and_story_tell_one_meeting(page_of: Lay) -> None:
    page = page_of(
        "Angela Merkel held talks with Aleksandar Vucic on Monday.",
        title="Angela Merkel meets Aleksandar Vucic in Berlin",
    )
    (event,) = meetings(page)
    assert event.zone == "story"
    assert event.place is not None


def test_two_meetings_of_one_speaker_stay_two(page_of: Lay) -> None:
    page = page_of("Angela Merkel met Aleksandar Vucic on Monday.\nAngela Merkel met Emmanuel Macron on Tuesday.")
    assert len(meetings(page)) == 2


def test_planned_meeting_is_no_meeting(page_of: Lay) -> None:
    page = page_of("Angela Merkel will meet Aleksandar Vucic on Monday.")
    assert meetings(page) == []
    assert [(event.kind, event.modality, event.time_ref) for event in read_events(page, ())] == [
        ("AGREE", "planned", "future")
    ]


def test_visitor_is_actor_and_host_recipient(page_of: Lay) -> None:
    page = page_of("The Qatari emir received Aleksandar Vucic in Doha.")
    (event,) = meetings(page)
    assert event.mode == "visit"
    assert words(page, event) == ["Aleksandar Vucic"]
    assert [page.text[party.start : party.end] for party in event.recipients] == ["The Qatari emir"]


def test_conference_with_reporters_is_no_meeting(page_of: Lay) -> None:
    assert meetings(page_of("The Qatari emir spoke with reporters in Doha.")) == []


def people(page: Page, event: Event) -> list[str]:
    return [name.split()[-1] for name in words(page, event)]


def test_a_list_read_as_apposition_names_all_who_met(page_of: Lay) -> None:
    page = page_of(
        "French President Emmanuel Macron, German Chancellor Angela Merkel, Serbian President Aleksandar Vucic and "
        "Russian President Vladimir Putin met in Geneva."
    )
    (event,) = meetings(page)
    assert people(page, event) == ["Macron", "Merkel", "Vucic", "Putin"]


def test_those_at_a_summit_are_gathered_from_all_sentences(page_of: Lay) -> None:
    page = page_of(
        "The plan was announced at a summit chaired by Angela Merkel.\n"
        "Emmanuel Macron and Aleksandar Vucic took part as guests.\n"
        "Vladimir Putin also attended."
    )
    (event,) = meetings(page)
    assert people(page, event) == ["Merkel", "Macron", "Vucic", "Putin"]
    assert event.mode == "multilateral"


def test_who_did_not_attend_was_not_there(page_of: Lay) -> None:
    page = page_of("Angela Merkel chaired the summit.\nEmmanuel Macron attended.\nVladimir Putin did not attend.")
    (event,) = meetings(page)
    assert people(page, event) == ["Merkel", "Macron"]


def test_signers_met_only_where_a_place_is_told(page_of: Lay) -> None:
    there = page_of("Angela Merkel and Emmanuel Macron signed a treaty in Geneva.")
    (event,) = meetings(there)
    assert people(there, event) == ["Merkel", "Macron"]
    assert meetings(page_of("Angela Merkel and Emmanuel Macron signed a treaty.")) == []


def test_two_calls_in_one_breath_are_two(page_of: Lay) -> None:
    page = page_of("Vladimir Putin spoke by telephone with Angela Merkel and Emmanuel Macron.")
    calls = meetings(page)
    assert [people(page, call) for call in calls] == [["Putin", "Merkel"], ["Putin", "Macron"]]
    assert len({call.id for call in calls}) == 2


def test_the_two_are_those_who_met_before(page_of: Lay) -> None:
    page = page_of("Angela Merkel met Emmanuel Macron in Geneva.\nThe two were received by Aleksandar Vucic.")
    (_, visit) = meetings(page)
    assert len({party.entity for party in (*visit.actors, *visit.recipients)}) == 3


def test_whose_a_summit_is_did_not_come(page_of: Lay) -> None:
    assert meetings(page_of("Angela Merkel spoke at a summit of the African Union.")) == []


def test_not_him_is_not_met(page_of: Lay) -> None:
    page = page_of("Angela Merkel met Emmanuel Macron, not Vladimir Putin, in Geneva.")
    assert [people(page, event) for event in meetings(page)] == [["Merkel", "Macron"]]


VISITS = [
    "Emmanuel Macron spoke in a meeting with visiting Chancellor Angela Merkel in Paris.",
    "Angela Merkel met her host, Emmanuel Macron, in Paris.",
]


@pytest.mark.parametrize("sentence", VISITS)
def test_a_visitor_acts_and_a_host_receives(page_of: Lay, sentence: str) -> None:
    page = page_of(sentence)
    (meeting,) = read_events(page, ())
    assert meeting.mode == "visit"
    assert [page.entities[party.entity or ""].name for party in meeting.actors] == ["Angela Merkel"]
    assert [page.entities[party.entity or ""].name for party in meeting.recipients] == ["Emmanuel Macron"]
