"""Government or town: what the name of a capital does in the sentence. All sentences are our own."""

from collections.abc import Callable

import pytest

from dragoman.reading.page import Page

GOVERNMENTS = [
    ("Moscow backs the plan.", "Moscow"),
    ("Moscow has rejected the offer.", "Moscow"),
    ("Ankara will not send troops, officials said.", "Ankara"),
    ("Beijing accused Tokyo of breaking the deal.", "Beijing"),
    ("Beijing accused Tokyo of breaking the deal.", "Tokyo"),
    ("Washington and London agreed to lift the sanctions.", "Washington"),
    ("Washington and London agreed to lift the sanctions.", "London"),
    ("Moscow's support for the plan is firm.", "Moscow"),
    ("Tehran's nuclear programme worries its neighbours.", "Tehran"),
    ("The dispute between Cairo and Khartoum goes on.", "Cairo"),
    ("The dispute between Cairo and Khartoum goes on.", "Khartoum"),
    ("Tehran-Ankara cooperation grew.", "Tehran"),
    ("Tehran-Ankara cooperation grew.", "Ankara"),
    ("A Moscow-backed militia took the bridge.", "Moscow"),
    ("Relations with Berlin have cooled.", "Berlin"),
    ("The union put pressure on Warsaw to change the law.", "Warsaw"),
    ("The envoy carried a message to Pyongyang.", "Pyongyang"),
    ("The envoy sent a warning to Pyongyang.", "Pyongyang"),
    ("Talks with Pyongyang stalled.", "Pyongyang"),
    ("The minister urged Kyiv to keep the truce.", "Kyiv"),
    ("Paris condemned the raid.", "Paris"),
    ("The raid was condemned by Paris.", "Paris"),
    ("The sanctions imposed on Damascus stay in place.", "Damascus"),
    ("Sanctions against Tehran were lifted.", "Tehran"),
    ("It was a setback for Islamabad.", "Islamabad"),
    ("According to Riyadh, the missile was shot down.", "Riyadh"),
    ("Riyadh says the missile was shot down.", "Riyadh"),
    ("The missile was shot down, Riyadh said.", "Riyadh"),
    ("He said that Seoul wants to join the pact.", "Seoul"),
    ("Seoul is ready to join the pact.", "Seoul"),
    ("Tokyo, which opposes the plan, recalled its envoy.", "Tokyo"),
    ("New Delhi summoned the Chinese envoy.", "New Delhi"),
    ("Under a deal with Ottawa, the firm will build the plant.", "Ottawa"),
    ("Moscow sees the treaty as dead.", "Moscow"),
    ("Ankara remains opposed to the bid.", "Ankara"),
    ("Beijing stands by its offer.", "Beijing"),
    ("Jakarta is an ally of Canberra.", "Jakarta"),
    ("Nairobi has doubts about the force.", "Nairobi"),
    ("Havana's ambassador left the hall.", "Havana"),
    ("Caracas broke off ties with Bogota.", "Caracas"),
    ("Caracas broke off ties with Bogota.", "Bogota"),
    ("The general thanked Baghdad for its help.", "Baghdad"),
    ("Cooperation among Tehran, Damascus and Baghdad grew.", "Damascus"),
    ("Moscow and Beijing vetoed the draft.", "Beijing"),
    ("The Kremlin denied the report.", "Kremlin"),
    ("The White House said it would wait.", "White House"),
    ("A spokesman for the Kremlin declined to comment.", "Kremlin"),
    ("Tehran is seeking a guarantee from Washington.", "Washington"),
]

TOWNS = [
    ("They met in Moscow.", "Moscow"),
    ("The two ministers held talks in Tehran on Tuesday.", "Tehran"),
    ("He flew from Paris to Rome.", "Paris"),
    ("He flew from Paris to Rome.", "Rome"),
    ("She arrived in Ankara late on Monday.", "Ankara"),
    ("The president left Cairo for Khartoum.", "Cairo"),
    ("The president left Cairo for Khartoum.", "Khartoum"),
    ("Troops entered Kabul.", "Kabul"),
    ("A bomb went off near Baghdad.", "Baghdad"),
    ("The talks were held in Oslo, Norway.", "Oslo"),
    ("Baku, May 4, Interfax - The ministers of Iran met.", "Baku"),
    ("The embassy in Riyadh was closed.", "Riyadh"),
    ("Thousands marched through central Warsaw.", "Warsaw"),
    ("The Paris-based group published a report.", "Paris"),
    ("The road to Damascus was cut.", "Damascus"),
    ("Shells fell on Damascus.", "Damascus"),
    ("Residents of Kyiv hid in cellars.", "Kyiv"),
    ("Kyiv's streets were empty.", "Kyiv"),
    ("The mayor of Budapest resigned.", "Budapest"),
    ("Nairobi is the largest city of the region.", "Nairobi"),
    ("Protesters gathered outside parliament in Tbilisi.", "Tbilisi"),
    ("The summit in Astana ended.", "Astana"),
    ("Rebels shelled Tripoli for a third day.", "Tripoli"),
    ("The army captured Khartoum.", "Khartoum"),
    ("He was born in London in 1950.", "London"),
    ("He visited Beijing last year.", "Beijing"),
    ("During his visit to Beijing, he signed the pact.", "Beijing"),
    ("On a trip to Havana she met the dissidents.", "Havana"),
    ("A plane bound for Doha turned back.", "Doha"),
    ("The Russian capital Moscow was hit by drones.", "Moscow"),
    ("Hundreds of people died in the siege of Sarajevo.", "Sarajevo"),
    ("The next round will take place in Vienna.", "Vienna"),
    ("They met at the Kremlin.", "Kremlin"),
    ("The guests dined at the White House on Friday.", "White House"),
    ("The University of Vienna opened its doors.", "Vienna"),
    ("Seoul lies on the Han River.", "Seoul"),
    ("Seoul saw heavy rain on Sunday.", "Seoul"),
    ("Khartoum has nine bridges.", "Khartoum"),
    ("Tourists gathered outside the Kremlin.", "Kremlin"),
    ("Police in Brussels arrested two men.", "Brussels"),
    ("The airport of Sanaa was closed.", "Sanaa"),
]


@pytest.mark.parametrize(("text", "name"), GOVERNMENTS)
def test_a_capital_that_acts_is_a_government(page_of: Callable[..., Page], text: str, name: str) -> None:
    assert kinds_of(page_of(text, entities=False), name) == {"state"}


@pytest.mark.parametrize(("text", "name"), TOWNS)
def test_a_capital_where_somebody_is_is_a_town(page_of: Callable[..., Page], text: str, name: str) -> None:
    assert kinds_of(page_of(text, entities=False), name) <= {"place"}


def kinds_of(page: Page, name: str) -> set[str]:
    return {mention.kind for mention in page.mentions if mention.text == name}
