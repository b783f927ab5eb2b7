"""A user's own tenures: four forms of file in, the same rows out, and each bad row told why."""

import json
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.intake.tenures import read_tenures

HEAD = "person,office,state,body,start,end\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


FOLLOW_THE_MONEY = "\n".join(
    json.dumps(one)
    for one in (
        {"id": "p1", "schema": "Person", "properties": {"name": ["Ada Lund", "A. Lund"], "wikidataId": ["Q901"]}},
        {"id": "o1", "schema": "Position", "properties": {"name": ["Minister of Foreign Affairs"], "country": ["no"]}},
        {
            "id": "x1",
            "schema": "Occupancy",
            "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2015-01"], "endDate": ["2019"]},
        },
    )
)
WIKIDATA = json.dumps(
    {
        "entities": {
            "Q901": {
                "id": "Q901",
                "labels": {"en": {"value": "Ada Lund"}},
                "aliases": {"en": [{"value": "A. Lund"}]},
                "claims": {
                    "P39": [
                        {
                            "mainsnak": {"datavalue": {"value": {"id": "Q902"}}},
                            "qualifiers": {
                                "P580": [{"datavalue": {"value": {"time": "+2015-01-00T00:00:00Z", "precision": 10}}}],
                                "P582": [{"datavalue": {"value": {"time": "+2019-00-00T00:00:00Z", "precision": 9}}}],
                            },
                        }
                    ]
                },
            },
            "Q902": {"id": "Q902", "labels": {"en": {"value": "Minister of Foreign Affairs of Norway"}}, "claims": {}},
        }
    }
)
QUERY = json.dumps(
    {
        "results": {
            "bindings": [
                {
                    "person": {"value": "https://example.org/entity/Q901"},
                    "personLabel": {"value": "Ada Lund"},
                    "positionLabel": {"value": "Minister of Foreign Affairs of Norway"},
                    "start": {"value": "2015-01"},
                    "end": {"value": "2019"},
                }
            ]
        }
    }
)
TABLE = "person,office,state,start,end,wikidata,aliases\nAda Lund,foreign minister,Norway,2015-01,2019,Q901,A. Lund\n"


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", TABLE), ("a.ftm.json", FOLLOW_THE_MONEY), ("a.json", WIKIDATA), ("q.json", QUERY)]
)
def test_four_forms_tell_the_same_tenure(tmp_path: Path, name: str, text: str) -> None:
    (row,), faults = read_tenures(written(tmp_path, name, text))
    assert faults == ()
    assert (row.person, row.name, row.post, row.country) == ("Q901", "Ada Lund", "foreign minister", "NOR")
    assert (row.start, row.end) == ("2015-01", "2019")
    assert row.source.startswith(name)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (",foreign minister,Norway,,2015,", "no person"),
        ("Ada Lund,,Norway,,2015,", "no office"),
        ("Ada Lund,foreign minister,Norway,,2015-13-01,", "is no day; write YYYY"),
        ("Ada Lund,foreign minister,Ruritania,,2015,", "no state 'Ruritania'"),
        ("Ada Lund,secretary-general,,Pact of Zenda,2015,", "no organisation 'Pact of Zenda'"),
        ("Ada Lund,foreign minister,,,2015,", "does not say of which state or body"),
        ("Ada Lund,foreign minister,Norway,,2015,2014", "before it starts"),
    ],
)
def test_a_bad_row_says_what_is_wrong_and_the_rest_goes_on(tmp_path: Path, line: str, told: str) -> None:
    good = "Ole Berg,foreign minister,DNK,,2015,\n"
    rows, (fault,) = read_tenures(written(tmp_path, "a.csv", f"{HEAD}{line}\n{good}"))
    assert [row.name for row in rows] == ["Ole Berg"]
    assert fault.row == "row 2"
    assert told in fault.detail


@pytest.mark.parametrize(
    ("text", "told"), [("name,role\nx,y\n", "no column 'person'"), ("[1, 2]", "neither"), ("{'a'", "line 1")]
)
def test_a_file_of_no_form_is_refused_whole(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_tenures(written(tmp_path, "a", text))


def test_a_known_person_keeps_their_id(tmp_path: Path) -> None:
    (row,), _ = read_tenures(written(tmp_path, "a.csv", f"{HEAD}Sergei Lavrov,foreign minister,RU,,2004-03-09,\n"))
    assert row.person == "Q58217"


def test_an_office_of_a_body(tmp_path: Path) -> None:
    (row,), _ = read_tenures(written(tmp_path, "a.csv", f"{HEAD}Ada Lund,Secretary-General of the SCO,,,2031,\n"))
    assert (row.post, row.country, row.body) == ("secretary-general", None, "Q485207")
