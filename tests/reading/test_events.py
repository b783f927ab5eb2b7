"""Who did what to whom, sentence by sentence."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dragoman.reading.events import read_events
from dragoman.reading.page import Page
from dragoman.records import Event, Span, Statement

Lay = Callable[..., Page]

TOLD = [
    ("Norway backs Sweden.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Sweden was condemned by Norway.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway, which condemned Sweden, left.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway's support for Sweden's membership is firm.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Norway voiced its support for Sweden's membership.", "SUPPORT", ["Norway"], ["Sweden"]),
    ("Norway urged Sweden to stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway called on Sweden to stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway said Sweden must stop the drills.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway and Denmark imposed sanctions on Sweden.", "SANCTION", ["Norway", "Denmark"], ["Sweden"]),
    ("Norway ordered the lifting of sanctions against Sweden.", "CONCEDE", ["Norway"], ["Sweden"]),
    ("Norway lifted sanctions against Sweden.", "RETREAT", ["Norway"], ["Sweden"]),
    ("Norway withdrew its troops from Sweden.", "RETREAT", ["Norway"], ["Sweden"]),
    ("Norway refused to meet Sweden.", "REJECT", ["Norway"], ["Sweden"]),
    ("Norway threatened to attack Sweden.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway vowed to attack Sweden.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway agreed to release prisoners from Sweden.", "CONCEDE", ["Norway"], None),
    ("Norwegian warplanes bombed Sweden.", "ASSAULT", ["Norwegian warplanes"], ["Sweden"]),
    ("Norway and Sweden accuse each other of espionage.", "ACCUSE", ["Norway", "Sweden"], []),
    ("Clashes broke out between Norway and Sweden.", "ASSAULT", ["Norway", "Sweden"], []),
    ("Norway sent food aid to Sweden.", "AID", ["Norway"], ["Sweden"]),
    ("Norway held naval exercises with Sweden.", "COOPERATE", ["Norway"], ["Sweden"]),
    ("Norway massed troops along the border with Sweden.", "MOBILIZE", ["Norway"], None),
    ("Norway issued a statement accusing Sweden of espionage.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway applied for membership of the African Union.", "REQUEST", ["Norway"], None),
    ("Norway closed the Swedish consulate in Bergen.", "SANCTION", ["Norway"], ["Swedish"]),
    ("Norway called the Swedish decision a mistake.", "ACCUSE", ["Norway"], ["Swedish"]),
    ("Norway said the strike by Sweden was unlawful.", "ACCUSE", ["Norway"], None),
    ("Norway agreed to stop the attacks.", "CONCEDE", ["Norway"], None),
    ("Norway pledged not to attack Sweden.", "AGREE", ["Norway"], None),
    ("Norway pledged not to sign the treaty.", "REJECT", ["Norway"], None),
    ("Norway's sanctions against Sweden were lifted.", "RETREAT", ["Norway"], ["Sweden"]),
    ("The African Union admitted Norway as a member.", "AGREE", None, ["Norway"]),
    ("Protesters broke into the Norwegian embassy.", "PROTEST", ["Protesters"], None),
    ("Denmark, whose troops attacked Sweden, left.", "ASSAULT", ["Denmark"], ["Sweden"]),
    ("He worked with separatists whom Norway considers illegitimate.", "ACCUSE", ["Norway"], ["separatists"]),
    ("Two men were killed by gunmen in the Oslo terror attacks.", "ASSAULT", ["gunmen"], ["Two men"]),
    ("Norway called for an end to the siege; Sweden left.", "REQUEST", ["Norway"], []),
    (
        "Norway supports the states of the region, including Sweden.",
        "SUPPORT",
        ["Norway"],
        ["the states of the region", "Sweden"],
    ),
    ("Norway said Sweden should withdraw its troops.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway ordered 60 Swedish officials to leave the country.", "SANCTION", ["Norway"], ["Swedish"]),
    ("Norway announced the expulsion of two Swedish diplomats.", "SANCTION", ["Norway"], None),
    ("Norway will spare no effort to help Sweden.", "AGREE", ["Norway"], ["Sweden"]),
    ("Norwegian jets hit targets in Sweden.", "ASSAULT", ["Norwegian jets"], ["Sweden"]),
    ("Norway asked Sweden for samples.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway became a member of the African Union.", "AGREE", ["the African Union"], ["Norway"]),
    ("Norway arrested two Swedish students.", "COERCE", ["Norway"], ["two Swedish students"]),
    ("Norway's spokesman said the Swedish leader would visit Chad.", "AGREE", None, ["Chad"]),
    ("Norway condemned Sweden's stubbornness.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway criticised Angela Merkel's arrest by Sweden.", "ACCUSE", ["Norway"], ["Sweden"]),
    ("Norway raised tariffs on Swedish goods.", "SANCTION", ["Norway"], ["Swedish"]),
    ("Norway left the climate agreement.", "SANCTION", ["Norway"], []),
    ("The pact from which Norway has withdrawn was old.", "SANCTION", ["Norway"], []),
    ("Norway said Sweden would have to withdraw its troops.", "REQUEST", ["Norway"], ["Sweden"]),
    ("Norway warned of war if Sweden attacked its ships.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway warned Sweden it was prepared to strike its ships.", "THREATEN", ["Norway"], ["Sweden"]),
    ("Norway and Sweden have traded threats.", "THREATEN", ["Norway", "Sweden"], []),
    ("Norway and Sweden hurled insults at each other.", "ACCUSE", ["Norway", "Sweden"], []),
    ("Norway held military exercises near the town.", "MOBILIZE", ["Norway"], []),
    ("Norway carried out a nuclear test.", "MOBILIZE", ["Norway"], []),
    ("Norway sent fifty Marines to Sweden.", "MOBILIZE", ["Norway"], ["Sweden"]),
    ("Norwegian jets dropped bombs, killing two Swedish soldiers.", "ASSAULT", None, ["two Swedish soldiers"]),
    ("Norwegian jets hit bases of the Taliban.", "ASSAULT", ["Norwegian jets"], ["the Taliban"]),
    ("Police arrested a 23-year-old.", "COERCE", ["Police"], ["a 23-year-old"]),
    ("Two Swedish students arrested in Norway", "COERCE", [], ["Two Swedish students"]),
    ("The war between Norway and Sweden ended.", "ASSAULT", ["Norway", "Sweden"], []),
    ("Norway strengthened sanctions on Sweden.", "SANCTION", ["Norway"], ["Sweden"]),
]


def party_words(page: Page, event: Event, side: str) -> list[str]:
    parties = event.actors if side == "actors" else event.recipients
    return [page.text[party.start : party.end] for party in parties]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), TOLD)
def test_who_did_what_to_whom(
    page_of: Lay, sentence: str, kind: str, actors: list[str] | None, recipients: list[str] | None
) -> None:
    page = page_of(sentence, published="2020-05-04")
    (event,) = read_events(page, ())
    assert event.kind == kind
    assert actors is None or party_words(page, event, "actors") == actors
    assert recipients is None or party_words(page, event, "recipients") == recipients
    assert event.cameo is not None
    assert event.goldstein is not None


AMONG_OTHERS = [
    ("Denmark criticised Norway for attacking Sweden.", "ASSAULT", ["Norway"], ["Sweden"]),
    ("Norway condemned the raid and Denmark thanked Sweden.", "SUPPORT", ["Denmark"], ["Sweden"]),
    ("Norway condemned the raid and Denmark thanked Sweden.", "ACCUSE", ["Norway"], []),
    ("Erna Solberg attacked Sweden for missing its targets.", "ACCUSE", ["Erna Solberg"], ["Sweden"]),
    ("Denmark attacked Sweden for hosting the rebels.", "ASSAULT", ["Denmark"], ["Sweden"]),
    ("Norway called for peace with Sweden and Denmark warned Chad against delay.", "REQUEST", ["Norway"], []),
    ("Erna Solberg attacked Sweden for its support of the rebels.", "ACCUSE", ["Erna Solberg"], ["Sweden"]),
    ("Erna Solberg vowed that Norway would help Sweden.", "AGREE", ["Erna Solberg"], ["Sweden"]),
    ("Norway urged Sweden to wait when first asked to speak.", "REQUEST", ["Norway"], ["Sweden"]),
]


@pytest.mark.parametrize(("sentence", "kind", "actors", "recipients"), AMONG_OTHERS)
def test_one_of_two_acts_of_a_sentence(
    page_of: Lay, sentence: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    page = page_of(sentence)
    (event,) = (event for event in read_events(page, ()) if event.kind == kind)
    assert (party_words(page, event, "actors"), party_words(page, event, "recipients")) == (actors, recipients)


SILENT = [
    "Norway said it may rain.",
    "Norwegian officials like sports.",
    "You agree to the terms.",
    "He backed them.",
    "Norway struck a chord with Sweden.",
    "Troops supported by Sweden are in Narvik.",
    "An earthquake struck Norway.",
    "Norway said we must change.",
    "By arming Sweden, Norway could lose.",
    "An article attacked Norway.",
    "Norway said that prices must be fair.",
    "Norway would pay as long as Sweden agrees to the terms.",
    "Norway is seeking an advantage from Sweden.",
    "The retreating Norwegian army left a void.",
    "Norway captured a large share of the vote.",
    "Norway denied Erna Solberg talks with Sweden.",
    "All states that oppose Norway are small.",
    "Norway supported banning Swedes from the country.",
    "Norwegian officials agreed that Sweden would lose.",
    "Should Norway win by attacking Sweden, Denmark would wait.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_tells_no_act_stays_silent(page_of: Lay, sentence: str) -> None:
    assert read_events(page_of(sentence), ()) == ()


def statement(page: Page, content: str, cue: str, act: str) -> Statement:
    start, at = page.text.index(content), page.text.index(cue)
    return Statement(
        id="s1",
        report=page.report.id,
        zone="story",
        speaker="Q1",
        speaker_start=0,
        speaker_end=6,
        cue_start=at,
        cue_end=at + len(cue),
        contents=(Span(start, start + len(content)),),
        form="indirect",
        act=act,
        polarity="asserted",
        score=0.9,
        rule="test",
    )


def test_act_inside_a_statement_has_it_as_voice(page_of: Lay) -> None:
    page = page_of("Norway said Sweden attacked Denmark.")
    (event,) = read_events(page, (statement(page, "Sweden attacked Denmark", "said", "say"),))
    assert event.voice == "s1"


def test_words_that_are_a_deed_are_told_once_and_by_the_outlet(page_of: Lay) -> None:
    page = page_of("Norway accused Sweden of an attack.")
    (event,) = read_events(page, (statement(page, "of an attack", "accused", "accuse"),))
    assert (event.kind, event.voice) == ("ACCUSE", None)


def test_words_to_nobody_are_a_deed_of_less_weight(page_of: Lay) -> None:
    page = page_of("Norway beseeched all to wait.")
    (event,) = read_events(page, (statement(page, "to wait", "beseeched", "urge"),))
    assert (event.kind, event.recipients, event.rule) == ("REQUEST", (), "words:urge")
    assert event.score < 0.7


def test_an_offer_to_nobody_stays_a_statement(page_of: Lay) -> None:
    page = page_of("Norway ventured an opinion.")
    assert read_events(page, (statement(page, "an opinion", "ventured", "offer"),)) == ()


def test_a_promise_is_planned_and_an_offer_offered(page_of: Lay) -> None:
    page = page_of("Norway promised to help Sweden.\nNorway offered to help Sweden.")
    assert [(event.kind, event.modality) for event in read_events(page, ())] == [
        ("AGREE", "planned"),
        ("AGREE", "offered"),
    ]


def test_an_attack_of_one_figure_on_another_is_with_words(page_of: Lay) -> None:
    page = page_of("Emmanuel Macron attacked Angela Merkel on Monday.")
    assert [(event.kind, event.mode) for event in read_events(page, ())] == [("ACCUSE", "disapprove")]


def test_headline_and_story_tell_one_act(page_of: Lay) -> None:
    page = page_of("Norway expelled ten Swedish diplomats.", title="Norway expels Swedish diplomats")
    (event,) = read_events(page, ())
    assert event.zone == "story"
    assert [page.text[span.start : span.end] for span in event.spans][-1:] == ["expels"]


def test_no_talks_are_negated(page_of: Lay) -> None:
    page = page_of("Norway held no talks with Sweden.")
    assert [event.polarity for event in read_events(page, ())] == ["negated"]


def test_what_is_told_inside_plain_words_is_told_once(page_of: Lay) -> None:
    page = page_of("Norway said Sweden was ready to help Denmark.")
    said = statement(page, "Sweden was ready to help Denmark", "said", "offer")
    (event,) = read_events(page, (said,))
    assert (event.rule, party_words(page, event, "recipients")) == ("agree:ready", ["Denmark"])


@pytest.mark.parametrize("words", ["once called Sweden a friend", "pleaded guilty to a charge"])
def test_a_name_and_a_plea_ask_for_nothing(page_of: Lay, words: str) -> None:
    page = page_of(f"Norway {words}.")
    cue = words.partition(" ")[0] if words.startswith("pleaded") else "called"
    assert read_events(page, (statement(page, words.rpartition(cue)[2].strip(), cue, "demand"),)) == ()


def test_what_is_pushed_back_against_is_rejected(page_of: Lay) -> None:
    page = page_of("Norway pushed back against the idea.")
    (event,) = read_events(page, (statement(page, "the idea", "pushed back against", "demand"),))
    assert event.kind == "REJECT"


def test_two_sides_are_those_of_the_act_before(page_of: Lay) -> None:
    page = page_of("Clashes broke out between Norway and Sweden.\nThe two sides agreed to a ceasefire on Monday.")
    fight, truce = read_events(page, ())
    assert [party.entity for party in truce.actors] == [party.entity for party in fight.actors]
    assert truce.kind == "CONCEDE"


def test_they_who_open_a_sentence_are_the_several_before(page_of: Lay) -> None:
    page = page_of("The leaders of Norway and Denmark left.\nThey urged Sweden to wait.")
    (event,) = read_events(page, ())
    assert [page.entities[party.entity or ""].name for party in event.actors] == ["Norway", "Denmark"]


def test_the_two_countries_are_the_two_named_before(page_of: Lay) -> None:
    page = page_of("Norway borders on Sweden.\nThe two countries signed a treaty.")
    (event,) = read_events(page, ())
    assert [page.entities[party.entity or ""].name for party in event.actors] == ["Norway", "Sweden"]


def test_a_deed_pointed_back_to_is_its_doers(page_of: Lay) -> None:
    page = page_of("Norway expelled two Swedish diplomats.\nDenmark condemned the expulsion.")
    event = next(event for event in read_events(page, ()) if event.kind == "ACCUSE")
    assert [page.entities[party.entity or ""].name for party in event.recipients] == ["Norway"]


def test_ones_own_deed_is_not_condemned(page_of: Lay) -> None:
    page = page_of("Norway expelled two Swedish diplomats.\nNorway denounced the expulsion.")
    event = next(event for event in read_events(page, ()) if event.kind == "ACCUSE")
    assert event.recipients == ()


def test_two_of_a_headline_act_together(page_of: Lay) -> None:
    page = page_of("It rained.", title="Norway, Sweden sign a treaty")
    (event,) = read_events(page, ())
    assert party_words(page, event, "actors") == ["Norway", "Sweden"]


def test_caption_tells_its_own_event_with_its_zone(page_of: Lay) -> None:
    caption = "Chad attacked Niger."
    page = page_of(f"Norway backs Sweden.\n{caption}", captions=(caption,))
    assert [(event.zone, event.kind) for event in read_events(page, ())] == [
        ("story", "SUPPORT"),
        ("caption", "ASSAULT"),
    ]


@pytest.mark.parametrize("words", ["in the Swedish capital", "in the capital of Sweden"])
def test_a_capital_is_a_city(page_of: Lay, words: str) -> None:
    page = page_of(f"Norway attacked a ship {words} on Monday.")
    (event,) = read_events(page, ())
    assert (event.place, event.place_precision) == ("geonames:2673730", "city")


def test_a_month_is_no_place(page_of: Lay) -> None:
    page = page_of("Norway attacked Sweden in March.")
    (event,) = read_events(page, ())
    assert page.text[event.place_start or 0 : event.place_end or 0] != "March"


def test_a_meeting_still_to_come_is_planned(page_of: Lay) -> None:
    page = page_of("The report comes a month before Angela Merkel meets Emmanuel Macron.", published="2020-05-04")
    (event,) = read_events(page, ())
    assert (event.kind, event.modality, event.time_ref) == ("AGREE", "planned", "future")


def test_where_somebody_is_from_is_no_place(page_of: Lay) -> None:
    page = page_of("Jane Doe, of Oslo, was killed by gunmen.")
    (event,) = read_events(page, ())
    assert event.place_start is None


DAYS = [
    ("Norway condemned Saturday's raid by Sweden.", None),
    ("Norway condemned the raid by Sweden on Saturday.", "2020-05-02"),
    ("Saturday's raid by Norwegian troops on Sweden killed two soldiers.", "2020-05-02"),
]


@pytest.mark.parametrize(("sentence", "day"), DAYS)
def test_the_day_of_what_is_meant_is_not_the_days_of_the_act(page_of: Lay, sentence: str, day: str | None) -> None:
    event = read_events(page_of(sentence, published="2020-05-04"), ())[0]
    assert event.day == day


def test_words_spoken_are_of_the_day_of_the_speech(page_of: Lay) -> None:
    page = page_of("Norway said on Friday it supports Sweden.", published="2020-05-04")
    said = statement(page, "it supports Sweden", "said", "say")
    event = read_events(page, (replace(said, day="2020-05-01"),))[0]
    assert (event.kind, event.voice, event.day) == ("SUPPORT", "s1", "2020-05-01")


def test_who_was_accused_accuses_nobody(page_of: Lay) -> None:
    page = page_of("Norway was accused of espionage.")
    assert read_events(page, (statement(page, "of espionage", "accused", "accuse"),)) == ()


def test_place_is_linked_and_not_merely_near(page_of: Lay) -> None:
    page = page_of("Norway attacked Sweden in Malmo, while a fair opened in Paris.")
    (event,) = read_events(page, ())
    assert page.text[event.place_start : event.place_end] == "Malmo"


def test_ids_are_the_same_on_each_reading(page_of: Lay) -> None:
    page = page_of("Norway attacked Sweden.")
    assert read_events(page, ()) == read_events(page, ())
