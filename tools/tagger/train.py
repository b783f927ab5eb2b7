"""Train the tagger on annotated news, on two processor cores in about an hour.

    python -m tools.tagger.train --attributions DIR --names DIR --encoder DIR --to FILE.pt

`--attributions` holds `train/` and `dev/` in PolNeAR's form, `--names` token columns with their articles,
`--encoder` the files of all-MiniLM-L6-v2. Articles of `--apart` outlets are kept for measuring. The weights after each pass
are kept: FILE.1.pt, FILE.2.pt and so on.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from tools.tagger.corpora import UNMARKED, Example, Renaming, attributed, named, with_silver
from tools.tagger.network import Tagger, pretrained
from torch import Tensor
from torch.nn import functional

from dragoman.models import parser
from dragoman.reading.tagging.labels import LINK_WIDTH
from dragoman.reading.tagging.pieces import Pieces
from dragoman.reading.tagging.windows import Window, windows_of

APART = ("th", "ghana", "cosric", "arg", "my", "mong", "alg", "nz")
PIECES = 2048  # of a step
ENCODER_RATE, HEAD_RATE, WARM = 2e-4, 1e-3, 0.06
CUE, SOURCE, CONTENT = 3, 1, 5
MASK, HIDDEN = 103, 0.06  # the piece that hides another, and the share that is hidden

Piece = tuple[Window, Example]


def windows(examples: Sequence[Example], vocabulary: Pieces) -> list[Piece]:
    """Cut texts into windows, each with the marks of its text."""
    return [(window, example) for example in examples for window in windows_of(example.lines, vocabulary)]


def batches(pieces: list[Piece], chance: random.Random) -> list[list[Piece]]:
    """Put windows of like length together, and shuffle the batches."""
    chance.shuffle(pieces)
    ordered = sorted(pieces, key=lambda piece: len(piece[0].pieces))
    groups: list[list[Piece]] = [[]]
    for piece in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(piece[0].pieces) > PIECES:
            groups.append([])
        groups[-1].append(piece)
    chance.shuffle(groups)
    return groups


def tensors(batch: Sequence[Piece]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Lay a batch out: pieces, shapes, mask, marks of attributions, marks of names."""
    size = len(batch), max(len(window.pieces) for window, _ in batch)
    pieces, shapes, mask = (np.zeros(size, dtype=np.int64) for _ in range(3))
    quotes, names = (np.full(size, UNMARKED, dtype=np.int64) for _ in range(2))
    for row, (window, example) in enumerate(batch):
        length = len(window.pieces)
        pieces[row, :length], shapes[row, :length], mask[row, :length] = window.pieces, window.shapes, 1
        for marks, into in ((example.quotes, quotes), (example.names, names)):
            if marks is not None:
                into[row, list(window.firsts)] = [marks[word.start] for word in window.words]
    return tuple(torch.from_numpy(each) for each in (pieces, shapes, mask, quotes, names))  # type: ignore[return-value]


def link_loss(links: Tensor, batch: Sequence[Piece]) -> Tensor:
    """Ask of each cue with each source and each content of a window whether they go together."""
    losses = []
    for row, (window, example) in enumerate(batch):
        if example.quotes is None:
            continue
        starts = {word.start: first for word, first in zip(window.words, window.firsts, strict=True)}
        opened = {mark: [start for start in starts if example.quotes[start] == mark] for mark in (CUE, SOURCE, CONTENT)}
        for side, mark in enumerate((SOURCE, CONTENT)):
            if opened[CUE] and opened[mark]:
                cues = links[row, [starts[start] for start in opened[CUE]], 2 * side * LINK_WIDTH :][:, :LINK_WIDTH]
                ends = links[row, [starts[start] for start in opened[mark]], (2 * side + 1) * LINK_WIDTH :][
                    :, :LINK_WIDTH
                ]
                wanted = torch.tensor(
                    [[float((cue, end) in example.pairs) for end in opened[mark]] for cue in opened[CUE]]
                )
                losses.append(
                    functional.binary_cross_entropy_with_logits(
                        (cues @ ends.T).float() / LINK_WIDTH**0.5, wanted, reduction="none"
                    ).flatten()
                )
    return torch.cat(losses).mean() if losses else links.sum() * 0.0


def loss_of(network: Tagger, batch: Sequence[Piece]) -> Tensor:
    """Add up what the three heads got wrong."""
    pieces, shapes, mask, quotes, names = tensors(batch)
    pieces = pieces.masked_fill((torch.rand(pieces.shape) < HIDDEN) & (pieces > MASK), MASK)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said, called, links = network(pieces, shapes, mask)
    total = 0.5 * link_loss(links.float(), batch)
    for given, wanted in ((said, quotes), (called, names)):
        if (wanted != UNMARKED).any():
            share = (wanted != UNMARKED).sum() / mask.sum()
            total = total + share * functional.cross_entropy(
                given.float().flatten(0, 1), wanted.flatten(), ignore_index=UNMARKED
            )
    return total


def spans_of(marks: Sequence[int]) -> set[tuple[int, int, int]]:
    """Give runs of marks as first word, last word and kind."""
    spans, start, kind = set(), -1, -1
    for place, mark in enumerate([*marks, 0]):
        if start >= 0 and mark != 2 * kind + 2:
            spans.add((start, place, kind))
            start = -1
        if mark % 2 == 1 or (mark and start < 0):
            start, kind = place, (mark - 1) // 2
    return spans


@torch.no_grad()
def measured(network: Tagger, examples: Sequence[Example], vocabulary: Pieces, head: str) -> str:
    """Give F1 of exact spans and of words by kind, greedily decoded."""
    network.eval()
    right, said, wanted = ({}, {}, {})  # type: ignore[var-annotated]
    for window, example in windows(examples, vocabulary):
        marks = example.quotes if head == "quotes" else example.names
        assert marks is not None  # noqa: S101
        gold = spans_of([marks[word.start] for word in window.words])
        pieces, shapes = torch.tensor([window.pieces]), torch.tensor([window.shapes])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(pieces, shapes, torch.ones_like(pieces))[0 if head == "quotes" else 1]
        given = spans_of(logits[0, list(window.firsts)].float().argmax(-1).tolist())
        for counts, spans in ((right, gold & given), (said, given), (wanted, gold)):
            for _, _, kind in spans:
                counts[kind] = counts.get(kind, 0) + 1
    network.train()
    return "  ".join(
        f"{kind}: {200 * right.get(kind, 0) / (said.get(kind, 0) + wanted[kind]):.1f} of {wanted[kind]}"
        for kind in sorted(wanted)
    )


def steps(
    examples: Sequence[Example], vocabulary: Pieces, renaming: Renaming, epochs: int, seed: int
) -> Iterator[tuple[float, list[Piece] | None]]:
    """Give batches with the share of the work done before each; none marks the end of an epoch."""
    chance = random.Random(seed)  # noqa: S311 - seeded, for training alone
    for epoch in range(epochs):
        groups = batches(windows([renaming.apply(example) for example in examples], vocabulary), chance)
        for number, batch in enumerate(groups):
            yield (epoch + number / len(groups)) / epochs, batch
        yield (epoch + 1) / epochs, None


def rate(done: float) -> float:
    """Warm up, then decline to nothing."""
    return min(done / WARM, (1 - done) / (1 - WARM)) if done < 1 else 0.0


def asked() -> argparse.Namespace:
    """Read the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--attributions", type=Path, required=True)
    arguments.add_argument("--names", type=Path, required=True)
    arguments.add_argument("--encoder", type=Path, required=True)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--silver", action="store_true", help="learn the parser's names in attributed news")
    arguments.add_argument("--go-on", type=Path, help="weights to go on from, at a quarter of the rate")
    arguments.add_argument("--apart", nargs="*", default=APART, help="outlets' prefixes kept for measuring")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--threads", type=int, default=2)
    return arguments.parse_args()


def begun(given: argparse.Namespace) -> Tagger:
    """Give the network to train: the pretrained encoder with new heads, or one to go on from; its words are kept."""
    network = pretrained(given.encoder)
    if given.go_on:
        network.load_state_dict(torch.load(given.go_on, weights_only=True))
    network.words.requires_grad_(False)
    return network


def optimiser_of(network: Tagger) -> torch.optim.AdamW:
    """Give what steps the weights: those of the heads, which are new, faster than the encoder's."""
    new = ("quotes", "names", "links", "shapes")
    heads = [value for name, value in network.named_parameters() if name.startswith(new)]
    rest = [value for name, value in network.named_parameters() if not name.startswith(new) and value.requires_grad]
    groups = [{"params": heads, "base": HEAD_RATE}, {"params": rest, "base": ENCODER_RATE}]
    return torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=0.01)


def stepped(network: Tagger, optimiser: torch.optim.AdamW, batch: Sequence[Piece], share: float) -> float:
    """Learn from one batch at a share of the full rate, and give its loss."""
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * share
    loss = loss_of(network, batch)
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return loss.item()


def main() -> None:
    """Train, printing losses and figures on what was kept apart."""
    given = asked()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    vocabulary = Pieces((given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    articles = named(given.names)
    apart = [each for each in articles if each.name.split("_")[0] in given.apart]
    spoken = attributed(given.attributions / "train")
    if given.silver:
        spoken = with_silver(spoken, parser("en_core_web_sm"))
    taught = [each for each in articles if each.name.split("_")[0] not in given.apart] + spoken
    held = attributed(given.attributions / "dev")
    network = begun(given)
    optimiser = optimiser_of(network)
    tables = Path(str(files("dragoman.lexicon")))
    renaming = Renaming(tables / "officeholders.sqlite", tables / "places.sqlite", seed=given.seed)
    print(f"{len(taught)} texts to learn from, {len(held)} and {len(apart)} apart", flush=True)
    start, losses = time.monotonic(), []
    for done, batch in steps(taught, vocabulary, renaming, given.epochs, given.seed):
        if batch is None:
            torch.save(network.state_dict(), given.to.with_suffix(f".{done * given.epochs:.0f}.pt"))
            print(f"{done:.0%}  attributions {measured(network, held, vocabulary, 'quotes')}", flush=True)
            print(f"{done:.0%}  names {measured(network, apart, vocabulary, 'names')}", flush=True)
            continue
        losses.append(stepped(network, optimiser, batch, rate(done) * (0.25 if given.go_on else 1)))
        if len(losses) % 50 == 0:
            print(f"{done:.1%} {time.monotonic() - start:.0f} s  loss {np.mean(losses[-50:]):.3f}", flush=True)


if __name__ == "__main__":
    main()
