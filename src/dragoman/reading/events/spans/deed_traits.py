"""What the code book says of a stretch: whether its highest act has it as doer or done-to, and where in its frame it stands."""

from collections.abc import Iterator, Mapping

from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.spans.phrase_traits import PREPOSITIONS, head_among
from dragoman.reading.events.spans.told import main_deed, told
from dragoman.reading.events.spans.words import Stretch, Words, overlap


class Rules:
    """The highest act of a sentence and the stretches that it gives.

    Args:
        words: The sentence.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.deed = main_deed(words.page)
        marks = told(words.page, self.deed)
        self._given: dict[str, list[Stretch]] = {kind: [] for kind in "STR"}
        for start, end, kind in sorted(marks):
            stretch = words.stretch_at(start, end)
            if stretch is not None:
                self._given[kind].append(stretch)
        self._heads = {kind: {self._head(stretch) for stretch in given} for kind, given in self._given.items()}
        self._slots = _slots(self.deed) if self.deed else {}
        self.pattern = "".join(sorted(kind for *_, kind in marks))

    def traits(self, stretch: Stretch, kind: str) -> Iterator[str]:
        """Give the traits of a stretch as one kind."""
        head = self._head(stretch)
        for each, given in self._given.items():
            if stretch in given:
                yield f"told {each}"
            if any(overlap(stretch, other) for other in given):
                yield f"in told {each}"
            if head in self._heads[each]:
                yield f"head of told {each}"
        if not self._given[kind]:
            yield "none told"
        yield from self._in_frame(head, stretch)

    def _in_frame(self, head: int, stretch: Stretch) -> Iterator[str]:
        if self.deed is None:
            yield "no act"
            return
        slots = self._slots.get(head, ())
        for slot in slots:
            yield f"slot {slot}"
            yield f"slot {slot} of {self.deed.kind}"
        if not slots:
            yield "no slot"
        start, end = self._words.at(stretch)
        for side, parties in (("actor", self.deed.actors), ("recipient", self.deed.recipients)):
            if any(party.start < end and start < party.end for party in parties):
                yield f"in {side}"
            if any((party.start, party.end) == (start, end) for party in parties):
                yield f"is {side}"

    def _head(self, stretch: Stretch) -> int:
        heads = self._words.heads_of(stretch)
        return head_among(heads).i if heads else -1


def _slots(deed: Deed) -> Mapping[int, list[str]]:
    """Give the places of an act's frame by the token that fills them."""
    frame = deed.sighting.frame
    filled = [("subject", frame.subjects), ("object", frame.objects), ("dative", frame.datives)]
    filled += [(name if name in PREPOSITIONS else "other", nouns) for name, nouns in sorted(frame.preps.items())]
    found: dict[int, list[str]] = {}
    for slot, nouns in filled:
        for noun in nouns:
            if slot not in found.setdefault(noun.i, []):
                found[noun.i].append(slot)
    return found
