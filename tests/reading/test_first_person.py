"""Who 'I', 'we', 'us', 'it' and 'they' are in what somebody says."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.page import Page
from dragoman.reading.statements import read_statements
from dragoman.records import Party

Lay = Callable[..., Page]

SAID = [
    ('"We condemn the attack by Sweden," Angela Merkel said on Monday.', "ACCUSE", ["Angela Merkel"], ["Sweden"]),
    ('"We reject the Swedish proposal," Angela Merkel said on Monday.', "REJECT", ["Angela Merkel"], ["Sweden"]),
    (
        '"We have killed forty rebels," the Norwegian army said on Monday.',
        "ASSAULT",
        ["military of Norway"],
        ["rebels"],
    ),
    ('"We only targeted terrorists," a Norwegian official told the council.', "ASSAULT", ["Norway"], ["rebels"]),
    ("Norwegian officials said they had expelled two Swedish diplomats.", "SANCTION", ["Norway"], ["Sweden"]),
    ("Norway said it had attacked Sweden and bombed Denmark.", "ASSAULT", ["Norway"], ["Denmark"]),
    ("Norwegian officials accused Sweden of spying.", "ACCUSE", ["Norway"], ["Sweden"]),
]
NOBODY = [
    "We condemn Sweden.",  # nobody says so
    '"We want people to know that," Angela Merkel said.',
    '"I expect Sweden to win," Angela Merkel said.',
]


def named(page: Page, parties: tuple[Party, ...]) -> list[str]:
    return [page.entities[party.entity].name for party in parties if party.entity]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), SAID)
def test_who_speaks_acts(page_of: Lay, sentence: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    page = page_of(sentence, published="2020-05-04")
    told = [event for event in read_events(page, read_statements(page)) if event.kind == kind]
    sides = [(named(page, event.actors), named(page, event.recipients)) for event in told]
    assert (actors, recipients) in sides


@pytest.mark.parametrize("sentence", NOBODY)
def test_no_act_where_it_is_not_known_who_speaks_or_nothing_is_asked(page_of: Lay, sentence: str) -> None:
    page = page_of(sentence, published="2020-05-04")
    assert not read_events(page, read_statements(page))


def test_those_who_once_held_office_do_not_act_for_their_state(page_of: Lay) -> None:
    page = page_of("Former Norwegian officials accused Sweden of spying.", published="2020-05-04")
    assert all("Norway" not in named(page, event.actors) for event in read_events(page, ()))
