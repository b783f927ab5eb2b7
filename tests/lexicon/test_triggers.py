"""The code book's chapters load, name only what exists, and leave no type without a trigger."""

from dragoman.lexicon.plover import kinds
from dragoman.lexicon.triggers import SLOTS, chapters, classes, expanded, triggers_by_lemma


def test_every_type_has_triggers_each_with_an_example() -> None:
    assert list(chapters()) == list(kinds())
    for chapter in chapters().values():
        assert chapter.source
        assert chapter.trigger
        assert all(trigger.examples for trigger in chapter.trigger)
        assert all(trigger.verbs or trigger.nouns or trigger.adjectives for trigger in chapter.trigger)


def test_slots_are_places_or_prepositions() -> None:
    for chapter in chapters().values():
        for trigger in chapter.trigger:
            for slot in (*trigger.actor, *trigger.recipient):
                assert slot in SLOTS or slot.isalpha(), slot


def test_the_more_particular_entry_comes_first() -> None:
    for pairs in triggers_by_lemma().values():
        weights = [trigger.weight for _, trigger in pairs]
        assert weights == sorted(weights, reverse=True)


def test_lists_are_opened_and_named_things_kept_apart() -> None:
    plain, named = expanded(("@aid", "@party", "bread"))
    assert classes()["aid"] <= plain
    assert "bread" in plain
    assert named == {"@party"}
