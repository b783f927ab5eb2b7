import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.copies import align
from dragoman.reading.sketches import ALL_BELOW, KEEP_ONE_IN, sketch_text, sketches_of, sketches_of_texts
from dragoman.records import Report, Zone

STORY = "The envoys met in Arden on Friday and agreed to open the border for two weeks."
WORDS = st.lists(st.sampled_from(["the", "envoy", "met", "a", "minister", "in", "Arden", "on", "Friday"]), max_size=40)


def sentences(chance: random.Random, count: int) -> str:
    return " ".join(f"w{chance.randrange(10**6)}" for _ in range(count))


@pytest.mark.parametrize(
    "other", [STORY.upper(), STORY.replace(" ", "\n"), f"– {STORY.replace('Friday', 'Friday,')} –", STORY + "  "]
)
def test_case_punctuation_and_line_ends_do_not_change_a_sketch(other: str) -> None:
    assert sketch_text("x", other).sample == sketch_text("x", STORY).sample


@pytest.mark.parametrize(
    ("text", "narrated", "quoted"),
    [
        (STORY, 12, 0),
        (f"“{STORY}”", 0, 12),
        (f'"{STORY}"', 0, 12),
        (f"«{STORY}»", 0, 12),
        (f"„{STORY}“", 0, 12),
        ("“" + STORY + "\n" + "He then left the town of Arden by train on Friday night.", 10, 14),
        ("It is 5 o'clock in the town of Arden's mayor, they said there.", 11, 0),
        ("one two three four", 0, 0),
        ("", 0, 0),
    ],
)
def test_quoted_shingles_are_kept_apart(text: str, narrated: int, quoted: int) -> None:
    made = sketch_text("x", text)
    assert (len(made.sample), len(made.quoted)) == (narrated, quoted)


def test_only_title_dateline_and_story_are_sketched() -> None:
    text = STORY + "\nRead more: ten years of the new capital and of its long bridges"
    zones = (
        Zone(report="x", start=0, end=len(STORY), kind="story", rule="r"),
        Zone(report="x", start=len(STORY) + 1, end=len(text), kind="chrome", rule="r"),
    )
    (made,) = sketches_of([(Report(id="x", raw="", uri="", text=text, text_sha256=""), zones)])
    assert made.sample == sketch_text("x", STORY).sample


@given(st.integers(0, 10_000))
def test_a_long_report_keeps_the_same_shingles_as_a_part_of_it(seed: int) -> None:
    text = sentences(random.Random(seed), ALL_BELOW + 40)
    whole, part = sketch_text("x", text), sketch_text("y", " ".join(text.split()[:100]))
    assert (whole.one_in, part.one_in) == (KEEP_ONE_IN, 1)
    assert {number for number in part.sample if number % KEEP_ONE_IN == 0} <= set(whole.sample)


@given(st.lists(st.text('aB 1"“”«é\n^漢'), max_size=6))
def test_texts_sketched_together_have_the_sketches_they_have_alone(texts: list[str]) -> None:
    named = [(str(place), text) for place, text in enumerate(texts)]
    assert list(sketches_of_texts(named)) == [sketch_text(name, text) for name, text in named]


@given(st.text())
def test_any_text_has_a_sketch_in_63_bits(text: str) -> None:
    made = sketch_text("x", text)
    assert all(0 <= number < 2**63 for number in (*made.sample, *made.quoted))


@pytest.mark.parametrize(
    ("copy", "origin", "told"),
    [
        (STORY, STORY, [("kept", STORY[:-1], STORY[:-1])]),
        (
            "NEVA: Envoys met in Arden on Monday.",
            "Envoys met in Arden on Friday.",
            [("added", "NEVA", ""), ("kept", "Envoys met in Arden on", "Envoys met in Arden on"), ("changed", "Monday", "Friday")],
        ),
        (
            "Envoys met in Arden.",
            "Envoys met in Arden. They left.",
            [("kept", "Envoys met in Arden", "Envoys met in Arden"), ("dropped", "", "They left")],
        ),
        ("", "They left.", [("dropped", "", "They left")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_a_copy_is_laid_beside_its_origin(copy: str, origin: str, told: list[tuple[str, str, str]]) -> None:
    assert [
        (each.sort, copy[each.here.start : each.here.end], origin[each.there.start : each.there.end])
        for each in align(copy, origin)
    ] == told


@given(WORDS, WORDS)
def test_an_alignment_tells_every_word_of_both_once(left: list[str], right: list[str]) -> None:
    copy, origin = " ".join(left), " ".join(right)
    changes = align(copy, origin)
    assert " ".join(filter(None, (copy[one.here.start : one.here.end] for one in changes))) == copy
    assert " ".join(filter(None, (origin[one.there.start : one.there.end] for one in changes))) == origin
    kept = [one for one in changes if one.sort == "kept"]
    assert all(
        copy[one.here.start : one.here.end].lower() == origin[one.there.start : one.there.end].lower() for one in kept
    )
