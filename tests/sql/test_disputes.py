"""Offices and standings that reports, or the tables known before reading, contradict each other on."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.api.judging import judge_claim
from dragoman.errors import UsageError
from dragoman.lexicon.bodies import known_body
from dragoman.lexicon.tenures import holders
from dragoman.records import Entity, Judgement, Report, Row, Standing, Tenure
from dragoman.settings import load_settings
from dragoman.store.parts import Parts
from dragoman.store.queries import sql
from dragoman.store.room import Room

FRIDAY, MONDAY = date(2015, 6, 5), date(2015, 6, 8)


def report(name: str, outlet: str, day: date = FRIDAY) -> Report:
    return Report(id=name, raw="", uri=name, outlet=outlet, published=str(day), published_from=day, published_to=day,
                  text=name, text_sha256=name)  # fmt: skip


def tenure(name: str, said_in: str, who: str, post: str = "foreign minister", **more: Any) -> Tenure:
    usual = {"country": "XAR", "status": "current"}
    return Tenure(
        id=name, report=said_in, person=who, office=post, post=post, start=0, end=1, rule="x", **(usual | more)
    )


def standing(name: str, said_in: str, party: str, how: str, body: str, **more: Any) -> Standing:
    return Standing(
        id=name, report=said_in, party=party, body=body, standing=how, modality="held", start=0, end=1, rule="x", **more
    )


def judged(claim: str, verdict: str, second: int) -> Judgement:
    at = datetime(2021, 1, 1, 0, 0, second, tzinfo=UTC)
    return Judgement(id=f"{claim}{second}", left=claim, verdict=verdict, by="me", at=at, why="it is")


def entity(name: str, kind: str, country: str | None = None) -> Entity:
    return Entity(id=name, kind=kind, name=name.title(), country=country, source="x")


def ask(rows: list[Row], folder: Path, query: str, values: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    kinds = {Report: "reports", Tenure: "tenures", Standing: "standings", Entity: "entities", Judgement: "judgements"}
    parts, laid = Parts.create(folder / "record"), dict[str, list[Row]]()
    for row in rows:
        laid.setdefault(kinds[type(row)], []).append(row)
    chosen = {kind: [parts.write(kind, "shard", "hand-1", some)] for kind, some in laid.items()}
    with Room(chosen, views=True) as room:
        return room.ask(query, values).to_pylist()  # type: ignore[no-any-return]


PEOPLE = [entity("moss", "person"), entity("lind", "person"), entity("arden", "state", "XAR"), entity("pact", "body")]
REPORTS = [report("r1", "Wire"), report("r2", "Post"), report("r3", "Herald", MONDAY)]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([tenure("a", "r1", "moss"), tenure("b", "r2", "lind")], {"Moss": ["Wire"], "Lind": ["Post"]}),
        ([tenure("a", "r1", "moss"), tenure("b", "r2", "moss")], {}),
        ([tenure("a", "r1", "moss"), tenure("b", "r3", "lind")], {}),
        ([tenure("a", "r1", "moss"), tenure("b", "r2", "lind", status="former")], {}),
        ([tenure("a", "r1", "moss", "envoy"), tenure("b", "r2", "lind", "envoy")], {}),
        ([standing("a", "r1", "arden", "member", "pact"), standing("b", "r2", "arden", "observer", "pact")],
         {"member": ["Wire"], "observer": ["Post"]}),
        ([standing("a", "r1", "arden", "member", "pact"), standing("b", "r2", "arden", "suspended", "pact")], {}),
    ],
)  # fmt: skip
def test_claims_that_cannot_both_be_true_are_in_dispute(
    claims: list[Row], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    found = ask([*PEOPLE, *REPORTS, *claims], tmp_path, "SELECT said FROM disputes")
    assert {one["value"]: one["outlets"] for row in found for one in row["said"]} == expected


def test_a_rule_chooses_among_claims_and_an_outlet_may_be_named(tmp_path: Path) -> None:
    rows = [*PEOPLE, *REPORTS, tenure("a", "r1", "moss"), tenure("b", "r2", "lind")]
    chosen = {}
    for rule in ("most origins", "outlet post", "outlet nobody", "none"):
        (found,) = ask(rows, tmp_path / rule, sql("asks", "conflicts"), {"rule": rule})
        chosen[rule] = found["chosen"]
    assert chosen == {"most origins": None, "outlet post": "Lind", "outlet nobody": None, "none": None}


def test_a_claim_against_the_tables_says_what_they_knew(tmp_path: Path) -> None:
    body = known_body("Shanghai Cooperation Organisation")
    assert body is not None
    rows: list[Row] = [
        Entity(id="FRA", kind="state", name="France", country="FRA", source="x"),
        Entity(id=body.id, kind="body", name=body.name, source="x"),
        report("r1", "Wire"),
        standing("a", "r1", "FRA", "member", body.id),
    ]
    assert ask(rows, tmp_path / "unknown", "SELECT * FROM disputes") == []  # nothing known of France there: no conflict
    rows[0], rows[3] = (
        Entity(id="BLR", kind="state", name="Belarus", country="BLR", source="x"),
        standing(
            "a", "r1", "BLR", "observer", body.id, day="2024-08-01", day_from=date(2024, 8, 1), day_to=date(2024, 8, 1)
        ),
    )
    (found,) = ask(rows, tmp_path / "known", "SELECT said, known FROM disputes")
    assert found["known"][0].startswith("member (")


def test_an_office_held_by_somebody_else_says_by_whom(tmp_path: Path) -> None:
    (held,) = holders("foreign minister", "RUS", FRIDAY)
    (other,) = holders("foreign minister", "DEU", FRIDAY)
    rows: list[Row] = [
        Entity(id="RUS", kind="state", name="Russia", country="RUS", source="x"),
        Entity(id=other.person, kind="person", name="Somebody", source="x"),
        report("r1", "Wire"),
        tenure("a", "r1", other.person, country="RUS"),
    ]
    (found,) = ask(rows, tmp_path / "wrong", "SELECT known FROM disputes")
    assert len(found["known"]) == 1
    rows[1], rows[3] = (
        Entity(id=held.person, kind="person", name="The Minister", source="x"),
        tenure("a", "r1", held.person, country="RUS"),
    )
    assert ask(rows, tmp_path / "right", "SELECT * FROM disputes") == []


def test_a_person_may_say_which_claim_is_right_and_the_last_word_counts(tmp_path: Path) -> None:
    rows = [*PEOPLE, *REPORTS, tenure("a", "r1", "moss"), tenure("b", "r2", "lind")]
    words = [judged("a", "right", 1), judged("b", "wrong", 2), judged("a", "unsure", 3)]
    chosen = []
    for many in (0, 1, 2, 3):
        (found,) = ask([*rows, *words[:many]], tmp_path / str(many), sql("asks", "conflicts"), {"rule": "none"})
        chosen.append((found["chosen"], found["rule"]))
    assert chosen == [(None, "none"), ("Moss", "judged by me"), ("Moss", "judged by me"), (None, "none")]
    (found,) = ask([*rows, *words], tmp_path / "rest", sql("asks", "conflicts"), {"rule": "most origins"})
    assert found["chosen"] == "Moss"  # for what is judged wrong no origin counts


def test_a_word_on_a_claim_is_put_away_with_what_it_says(tmp_path: Path) -> None:
    parts = Parts.create(tmp_path / "record")
    rows: dict[str, list[Row]] = {
        "reports": [*REPORTS],
        "entities": [*PEOPLE],
        "tenures": [tenure("moss1", "r1", "moss"), tenure("lind1", "r2", "lind")],
    }
    chosen = {kind: [parts.write(kind, "shard", "hand-1", some)] for kind, some in rows.items()}
    with Room(chosen, views=True) as room:
        put = judge_claim(parts, room, "moss", "right", "the gazette says so")
        assert (put.left, put.right, put.verdict, put.value) == ("moss1", None, "right", "Moss")
        for row, verdict, why, field in (
            ("nobody", "right", "so", None), ("moss", "same", "so", None), ("moss", "right", " ", None), ("moss", "right", "so", "day"),
        ):  # fmt: skip
            with pytest.raises(UsageError):
                judge_claim(parts, room, row, verdict, why, field)
    assert len(parts.of_kind("judgements")) == 1


def test_the_usual_rule_is_a_setting(tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text('rule = "outlet Wire"')
    assert load_settings(tmp_path).rule == "outlet Wire"
    (tmp_path / "dragoman.toml").write_text('rule = "loudest"')
    with pytest.raises(UsageError, match="most origins"):
        load_settings(tmp_path)
