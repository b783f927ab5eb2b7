"""What the parser is not asked to make trees of."""

import pytest

from dragoman.errors import Refused
from dragoman.models import parser
from dragoman.reading.parsing import LONGEST, parse_report
from dragoman.records import Report, Zone, sha256_of


def parsed(text: str) -> int:
    report = Report(id="r", raw="", uri="r", text=text, text_sha256=sha256_of(text.encode()))
    zones = (Zone(report="r", start=0, end=len(text), kind="story", rule="test"),)
    return len(parse_report(report, zones, parser("en_core_web_sm", names=False)).sentences)


def test_a_list_without_a_full_stop_is_refused_with_the_reason() -> None:
    with pytest.raises(Refused, match=r"sentence-too-long: .* words without a full stop"):
        parsed("Oslo " * (LONGEST + 100))


def test_a_long_report_of_sentences_in_one_line_is_read() -> None:
    assert parsed("The envoy left. " * LONGEST) == LONGEST
