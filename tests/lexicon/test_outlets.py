"""Outlets, licences and zone rules prove themselves and are found as pages write them."""

from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from dragoman.lexicon import licences, outlets, zones
from dragoman.lexicon.datelines import dateline_places

_TOOL = spec_from_file_location("learn_outlet_lines", Path(__file__).parents[2] / "tools/learn_outlet_lines.py")
assert _TOOL is not None
assert _TOOL.loader is not None
learn_outlet_lines = module_from_spec(_TOOL)
_TOOL.loader.exec_module(learn_outlet_lines)


def test_each_outlet_is_found_by_its_examples() -> None:
    assert list(outlets.faults()) == []


def test_each_licence_is_seen_in_its_examples_only() -> None:
    assert list(licences.faults()) == []


def test_each_zone_rule_fires_on_its_examples_only() -> None:
    assert list(zones.faults()) == []


def test_names_of_outlets_and_rules_are_their_own() -> None:
    assert max(Counter(outlet.name for outlet in outlets.listed().outlet).values()) == 1
    assert max(Counter(rule.name for rule in zones.listed().rule).values()) == 1


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("PRESSTV", "Press TV"),
        ("the Associated Press", "Associated Press"),
        ("Today’s Zaman", "Today's Zaman"),
        ("AP", "Associated Press"),
    ],
)
def test_an_outlet_is_found_however_it_is_written(written: str, name: str) -> None:
    found = outlets.find_outlet(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["", "Gulf Ledger", "The", "Press"])
def test_what_is_no_outlet_is_none(written: str) -> None:
    assert outlets.find_outlet(written) is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://en.irna.ir/news/1", "IRNA"),
        ("www.bbc.co.uk", "BBC News"),
        ("http://bbc.co.uk.example/x", None),
        ("", None),
    ],
)
def test_an_address_leads_to_its_outlet(address: str, name: str | None) -> None:
    found = outlets.outlet_at(address)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("Texts are licensed under a Creative Commons Attribution 4.0 International License.", "CC BY 4.0"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 3.0", "CC BY-NC-SA 3.0"),
        ("© 2016 Gulf Ledger. All rights reserved.", "all rights reserved"),
        ("© 2016 Gulf Ledger", None),
    ],
)
def test_a_licence_is_named_with_its_version(line: str, licence: str | None) -> None:
    assert licences.licence_in(line) == licence


def test_datelines_name_capitals_and_towns() -> None:
    assert {"tehran", "geneva", "kazakhstan"} <= dateline_places().keys()


def test_lines_in_many_reports_are_the_outlets_own() -> None:
    texts = [f"Talks went on for {n} days.\nThe Ledger hour on your dial\nShare" for n in range(5)]
    assert learn_outlet_lines.repeated_lines(texts, least=5) == ["The Ledger hour on your dial"]
    assert learn_outlet_lines.repeated_lines(texts, least=6) == []


def test_learned_lines_replace_those_of_the_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = '[[outlet]]\nname = "A"\ndomains = ["a.example"]\nsource = "x"\n\n[[outlet]]\nname = "B"\nsource = "x"\n'
    (tmp_path / "outlets.toml").write_text(entry, encoding="utf-8")
    monkeypatch.setattr(learn_outlet_lines, "LIST", tmp_path / "outlets.toml")
    learn_outlet_lines.write_lines("A", ["one", "two"])
    learn_outlet_lines.write_lines("A", ["three “3”"])
    written = (tmp_path / "outlets.toml").read_text(encoding="utf-8")
    assert written == entry.replace('["a.example"]', '["a.example"]\nlines = [\n  "three “3”",\n]')
