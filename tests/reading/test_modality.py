"""How an act stands: negated, planned, offered, possible, denied, past; and words that tell no act at all."""

from collections.abc import Callable

import pytest

from dragoman.reading.events.deeds import deeds_in
from dragoman.reading.page import Page

Lay = Callable[[str], Page]

STANDING = [
    ("Russia attacked Ukraine.", "ASSAULT", "asserted", "actual", "now"),
    ("Norway has not recognised Kosovo.", "SUPPORT", "negated", "actual", "now"),
    ("The German chancellor will meet the French president on Monday.", "AGREE", "asserted", "planned", "future"),
    ("The German chancellor is to meet the French president.", "AGREE", "asserted", "planned", "future"),
    ("Turkey will impose sanctions on Syria.", "THREATEN", "asserted", "planned", "future"),
    ("Denmark will withdraw its troops from Iraq.", "CONCEDE", "asserted", "planned", "future"),
    ("Iran is ready to expand cooperation with Armenia.", "AGREE", "asserted", "offered", "now"),
    ("Rebels may have attacked Chad.", "ASSAULT", "asserted", "possible", "now"),
    ("Iran denied that it attacked Iraq.", "ASSAULT", "asserted", "denied", "now"),
    ("There is no evidence that Iran attacked Iraq.", "ASSAULT", "asserted", "denied", "now"),
    ("Iran telephoned Iraq to condemn Chad.", "ACCUSE", "asserted", "actual", "now"),
    ("Iran is unconvinced that Chad attacked Iraq.", "ASSAULT", "asserted", "possible", "now"),
    ("Turkey will condemn Syria and expel two diplomats.", "THREATEN", "asserted", "planned", "future"),
    ("In 1990 Iraq invaded Kuwait.", "ASSAULT", "asserted", "actual", "past"),
    ("Egypt began to withdraw its troops from Gaza.", "RETREAT", "asserted", "actual", "now"),
    ("Austria will not lift the ban on Hungary.", "REJECT", "asserted", "actual", "now"),
]

NO_ACT = [
    "We should attack Chad.",
    "If Iran attacks Iraq, oil will be dear.",
    "Did Russia attack Ukraine?",
    "Chad can sign a treaty with Niger.",
    "Spain hopes to sign a treaty with Peru.",
    "Do not attack Chad.",
    "Greece needs to release the sailors.",
    "The alliance was made to attack Chad.",
    "Spain fears a possible attack on Malta by Libya.",
    "It is vital that Chad attacks Niger.",
    "If there is no deal, we attack Chad.",
    "Spain staged a simulated attack on Malta.",
]


@pytest.mark.parametrize(("sentence", "standing"), [(case[0], case[1:]) for case in STANDING])
def test_standing(page_of: Lay, sentence: str, standing: tuple[str, ...]) -> None:
    page = page_of(sentence)
    told = [
        (deed.kind, deed.standing.polarity, deed.standing.modality, deed.standing.time_ref)
        for each in page.sentences
        for deed in deeds_in(page, each)
    ]
    assert standing in told


@pytest.mark.parametrize("sentence", NO_ACT)
def test_wishes_duties_conditions_and_questions_are_no_acts(page_of: Lay, sentence: str) -> None:
    page = page_of(sentence)
    assert [deed for each in page.sentences for deed in deeds_in(page, each)] == []


def test_blow_that_will_not_fall_is_no_threat(page_of: Lay) -> None:
    page = page_of("Japan will not impose sanctions on Laos.")
    assert deeds_in(page, page.sentences[0]) == []
