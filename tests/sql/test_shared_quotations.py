"""Two reports that quote one speech are no copies of each other; a reprint is one."""

from benchmarks.quotations import OWN, pairs_of, speeches, texts_of, told


def test_reprints_are_told_from_shared_quotations() -> None:
    numbered = list(enumerate(speeches(OWN), 1))
    pairs = [pair for number, speech in numbered for pair in pairs_of(number, speech)]
    found = told([text for number, speech in numbered for text in texts_of(number, speech)], pairs)
    assert [pair for pair, copied in zip(pairs, found, strict=True) if copied != pair.copied] == []
