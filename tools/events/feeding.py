"""Examples as batches of tensors: pairs marked for their type, plain sentences for their spans and class."""

import random
from collections.abc import Sequence
from itertools import pairwise

import torch
from tools.events.corpora import Example
from tools.events.mixing import lengthened
from tools.events.network import EventNetwork
from torch import Tensor
from torch.nn import functional

from dragoman.reading.events.model_input import LABELS, NONE, SPAN_MARKS, Marked, marked, spelled
from dragoman.reading.tagging import Pieces

PAIR, PLAIN = "pair", "plain"
Item = tuple[str, Example]
UNKNOWN = -100
_SWAPPED, _EACH, _HIDDEN, _LENGTHENED, _ALONE = 0.5, 0.5, 0.3, 0.3, 0.15
_SMOOTH = 0.05
_CHUNK = 16


class Feeder:
    """Turns examples into what the network takes, with names exchanged, other sentences beside, the trigger hidden by chance.

    Args:
        pieces: The vocabulary.
        chance: Whence chance comes.
        names: Words to put in the place of a source or target.
        others: Sentences to put beside one whose trigger is known.
    """

    def __init__(
        self, pieces: Pieces, chance: random.Random, names: Sequence[str], others: Sequence[Example] = ()
    ) -> None:
        self.pieces, self.chance, self.names, self.others = pieces, chance, names, others

    def marked(self, task: str, example: Example) -> Marked:
        """Give an example for training."""
        if task == PLAIN:
            return marked(spelled(example.text, self.pieces), {})
        if self.chance.random() < _SWAPPED:
            example = self._renamed(example)
        if example.trigger is not None and NONE not in example.labels and self.chance.random() < _ALONE:
            example = self._one_sided(example)
        if example.trigger is not None and self.others and self.chance.random() < _LENGTHENED:
            example = lengthened(example, self.others, self.chance)
            return marked(spelled(example.text, self.pieces), example.sides, example.trigger)
        trigger = example.trigger if self.chance.random() >= _HIDDEN else None
        return marked(spelled(example.text, self.pieces), example.sides, trigger)

    def _one_sided(self, example: Example) -> Example:
        """Leave one side unmarked, as where the rules find nobody."""
        side = "s" if self.chance.random() < 0.25 else "t"  # noqa: PLR2004 - actors are missing less
        sides = {each: spans for each, spans in example.sides.items() if each != side}
        return Example(example.text, example.corpus, sides, example.labels, trigger=example.trigger)

    def _renamed(self, example: Example) -> Example:
        """Put other names in the place of source and target; overlapping ones stay."""
        spans = sorted((start, end, side) for side, found in example.sides.items() for start, end in found)
        if any(one[1] > other[0] for one, other in pairwise(spans)):
            return example
        text, last = "", 0
        sides: dict[str, list[tuple[int, int]]] = {}
        trigger = example.trigger
        for start, end, side in spans:
            name = self.chance.choice(self.names) if self.chance.random() < _EACH else example.text[start:end]
            text += example.text[last:start]
            sides.setdefault(side, []).append((len(text), len(text) + len(name)))
            text += name
            last = end
            if example.trigger is not None and example.trigger >= end:
                trigger = example.trigger + len(text) - end
            elif example.trigger is not None and start <= example.trigger:
                trigger = None
        return Example(text + example.text[last:], example.corpus, sides, example.labels, trigger=trigger)


def batches(items: Sequence[Item], size: int, chance: random.Random) -> list[list[Item]]:
    """Cut shuffled items into batches of like length."""
    shuffled = chance.sample(list(items), len(items))
    found: list[list[Item]] = []
    for first in range(0, len(shuffled), size * _CHUNK):
        chunk = sorted(shuffled[first : first + size * _CHUNK], key=lambda item: len(item[1].text))
        found.extend(chunk[start : start + size] for start in range(0, len(chunk), size))
    chance.shuffle(found)
    return found


def loss_of(network: EventNetwork, feeder: Feeder, batch: Sequence[Item]) -> Tensor:
    """Give the loss of a batch, each task by its share of it."""
    given = [feeder.marked(task, example) for task, example in batch]
    longest = max(len(each.pieces) for each in given)
    pieces, shapes = (
        torch.tensor([row + (0,) * (longest - len(row)) for row in rows])
        for rows in ([each.pieces for each in given], [each.shapes for each in given])
    )
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kinds, spans, classes = network(pieces, shapes, torch.tensor([each.marks for each in given]))
    loss = torch.zeros(())
    pairs = [i for i, (task, _) in enumerate(batch) if task == PAIR]
    if pairs:
        loss = loss + _of_kinds(kinds.float()[pairs], [batch[i][1] for i in pairs]) / len(batch)
    plain = [i for i, (task, each) in enumerate(batch) if task == PLAIN and each.spans is not None]
    if plain:
        wanted = torch.stack([_spans_of(batch[i][1], given[i], longest) for i in plain])
        loss = loss + functional.cross_entropy(spans.float()[plain].flatten(0, 1), wanted.flatten()) * len(plain) / len(
            batch
        )
    sorts = [each.sort if task == PLAIN and each.sort is not None else UNKNOWN for task, each in batch]
    known = sum(sort >= 0 for sort in sorts)
    if known:
        right = functional.cross_entropy(classes.float(), torch.tensor(sorts), label_smoothing=_SMOOTH)
        loss = loss + right * known / len(batch)
    return loss


def _of_kinds(logits: Tensor, examples: Sequence[Example]) -> Tensor:
    """Let any of an example's labels be right."""
    shares = logits.log_softmax(-1)
    wanted = torch.tensor([[label in each.labels for label in LABELS] for each in examples])
    missed = -shares.masked_fill(~wanted, -1e9).logsumexp(-1)
    return ((1 - _SMOOTH) * missed - _SMOOTH * shares.mean(-1)).sum()


def _spans_of(example: Example, given: Marked, length: int) -> Tensor:
    wanted = torch.full((length,), UNKNOWN)
    begun: set[tuple[int, int, str]] = set()
    for place, start in enumerate(given.starts):
        if start < 0:
            continue
        span = next((each for each in example.spans or () if each[0] <= start < each[1]), None)
        wanted[place] = SPAN_MARKS.index(f"{'I' if span in begun else 'B'}-{span[2]}") if span else 0
        if span is not None:
            begun.add(span)
    return wanted
