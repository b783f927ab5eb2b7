"""Towards whom an act is where its own sentence leaves it open, and who takes part though the parser hides it."""

from collections.abc import Callable

import pytest

from dragoman.reading.events import read_events
from dragoman.reading.page import Page
from dragoman.records import Event, Party

Lay = Callable[..., Page]

TOLD_BEFORE = [
    ("Erna Solberg met Emmanuel Macron in Oslo.\nSolberg called for more trade.", "REQUEST", ["Erna Solberg"], ["Emmanuel Macron"]),
    ("Erna Solberg met Emmanuel Macron in Oslo.\nNorway is ready to work on gas.", "AGREE", ["Norway"], ["Emmanuel Macron"]),
    ("Norway thanked Sweden and called for more trade.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway bombed Sweden.\nSweden reserved the right to respond.", "THREATEN", ["Sweden"], ["Norway"]),
    ("Norway launched strikes near Gothenburg in Sweden.", "ASSAULT", ["Norway"], ["Sweden"]),
    ("An earthquake struck Nepal.\nNorway sent rescuers.", "AID", ["Norway"], ["Nepal"]),
    ("The Defence Ministry of Norway spoke.\nThe ministry condemned Sweden.", "ACCUSE", ["defence ministry of Norway"], ["Sweden"]),
    ("Norway cut ties with Sweden after its embassy in Stockholm was attacked.", "ASSAULT", [], ["Norway"]),
    ("Norway backs Sweden.\nNorway broke off relations.", "SANCTION", ["Norway"], ["Sweden"]),
]  # fmt: skip


def names(page: Page, parties: tuple[Party, ...]) -> list[str]:
    return [page.entities[party.entity].name for party in parties if party.entity in page.entities]


def one_of(events: tuple[Event, ...], kind: str) -> Event:
    (found,) = (event for event in events if event.kind == kind)
    return found


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), TOLD_BEFORE)
def test_who_is_meant_is_told_before(
    page_of: Lay, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    page = page_of(text, published="2020-05-04")
    event = one_of(read_events(page, ()), kind)
    assert (names(page, event.actors), names(page, event.recipients)) == (actors, recipients)


OPEN = [
    ("Erna Solberg met Emmanuel Macron in Oslo.\nSolberg called for a truce between Chad and Sudan.", "REQUEST"),
    ("Erna Solberg met Emmanuel Macron in Oslo.\nAngela Merkel called for more trade.", "REQUEST"),
    ("Norway carried out strikes on rebels near Gothenburg in Sweden.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), OPEN)
def test_a_third_leaves_it_open(page_of: Lay, text: str, kind: str) -> None:
    page = page_of(text, published="2020-05-04")
    event = one_of(read_events(page, ()), kind)
    assert not {"Emmanuel Macron", "Sweden"} & set(names(page, event.recipients))


NEWLY_TOLD = [
    ("Norway warned that Sweden was pursuing a policy of blackmail.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway is a target of Swedish sanctions.", "SANCTION", ["Sweden"], ["Norway"]),
    ("Norway imposed a round of sanctions on Sweden.", "SANCTION", ["Norway"], ["Sweden"]),
    ("Norway said it had shot down a Swedish drone.", "ASSAULT", ["Norway"], ["Sweden"]),
    ("Norway to expel Swedish diplomats", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway reopened its embassy in Stockholm, Sweden.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Emmanuel Macron flew to Berlin to meet Angela Merkel.", "CONSULT", ["Emmanuel Macron"], ["Angela Merkel"]),
    ("Emmanuel Macron spoke in an address to an African Union meeting.", "CONSULT", ["Emmanuel Macron", "African Union"], []),
    ("Peace came by cooperation of towns and cooperation among Norway, Sweden and Chad.", "COOPERATE", ["Norway", "Sweden", "Chad"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), NEWLY_TOLD)
def test_who_acts_towards_whom(page_of: Lay, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    page = page_of(text, published="2020-05-04")
    event = one_of(read_events(page, ()), kind)
    assert (names(page, event.actors), names(page, event.recipients)) == (actors, recipients)


def test_whose_wrong_is_not_told_by_them_is_not_accused(page_of: Lay) -> None:
    page = page_of("Norway said Sweden had shown patience amid violations by Chad.")
    assert [event for event in read_events(page, ()) if event.kind == "ACCUSE"] == []


def test_help_from_all_but_one_is_not_from_that_one(page_of: Lay) -> None:
    page = page_of("Norway agreed to accept help from every state but Sweden.")
    assert all("Sweden" not in names(page, event.recipients) for event in read_events(page, ()))


def test_leaders_who_meet_under_one_name_meet(page_of: Lay) -> None:
    page = page_of("Norwegian leaders met in Oslo.", published="2020-05-04")
    assert [event.kind for event in read_events(page, ())] == ["CONSULT"]


GOING_ON = [
    "Emmanuel Macron said the ties were good, warned that they could suffer, and called for talks.",
    "Emmanuel Macron said the withdrawal was unlawful and called for talks.",
]


@pytest.mark.parametrize("text", GOING_ON)
def test_who_spoke_first_speaks_on(page_of: Lay, text: str) -> None:
    page = page_of(text)
    assert names(page, one_of(read_events(page, ()), "REQUEST").actors) == ["Emmanuel Macron"]


def test_what_somebody_offers_to_host_did_not_take_place(page_of: Lay) -> None:
    page = page_of("Norway offered to host talks between Chad and Sudan.")
    assert [event for event in read_events(page, ()) if event.modality == "actual" and event.kind == "CONSULT"] == []
