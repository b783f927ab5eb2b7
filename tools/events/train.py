"""Train the event model; `export.py` then writes it as int8 ONNX.

    python -m tools.events.train --plv PLV_train.tsv --coped DIR --encoder MINILM --to FIRST.pt
    python -m tools.events.train --plv … --coped … --encoder MINILM --start FIRST.pt --own --to SECOND.pt

The first run learns PLV and CoPED in seven rounds. The second learns in three rounds more what the code book's rules say of a
pair, with our own sentences beside. Of the sentences a third, by digest, is left out and may be measured on. A last run,
`--start SECOND.pt --own --last --to LAST.pt`, learns that third in two rounds with some of the others beside.
"""

import argparse
import math
import random
from hashlib import sha256
from pathlib import Path

import torch
from tools.events.corpora import Example, gathered, norm
from tools.events.feeding import PAIR, PLAIN, Feeder, Item, batches, loss_of
from tools.events.network import EventNetwork, pretrained
from tools.events.rule_answers import answer

from dragoman.reading.tagging import Pieces

PARTS, FROZEN, BATCH, DRAWS = 3, 2, 16, 5
SHARE = 0.35  # of plain sentences seen again in each round of the second run
WARM = 0.1
BESIDE = 700  # items of the last run that were learned before
FRESH = frozenset({"mixed", "kinds", "spans", "classes", "marks"})


def is_held(example: Example) -> bool:
    """Tell whether a sentence is kept for measuring; a sentence that is in several sets is so in all."""
    return int(sha256(norm(example.text).encode()).hexdigest()[:8], 16) % PARTS == 0


def items_of(examples: list[Example], *, again: bool) -> list[list[Item]]:
    """Give the items of each round."""
    own = [each for each in examples if each.corpus == "own"]
    others = [each for each in examples if each.corpus != "own"]
    pairs: list[Item] = [(PAIR, each) for each in others if each.labels]
    plain: list[Item] = [(PLAIN, each) for each in others if each.spans is not None or each.sort is not None]
    chance = random.Random(3)  # noqa: S311 - guards nothing
    rounds = []
    for number in range(3 if again else 7):
        drawn = [each for each in own if each.number == number % DRAWS]
        seen = chance.sample(plain, int(SHARE * len(plain))) if again else plain
        ours: list[Item] = [(PAIR, each) for each in drawn]
        ours.extend((PLAIN, each) for each in drawn[::3] if each.spans is not None)
        rounds.append([*pairs, *seen, *ours])
    return rounds


def last_of(examples: list[Example]) -> list[list[Item]]:
    """Give two rounds of what was kept for measuring, some of the rest beside."""
    chance = random.Random(5)  # noqa: S311 - guards nothing
    kept = [each for each in examples if is_held(each) and each.corpus != "own"]
    fresh: list[Item] = [(PAIR, each) for each in kept if each.labels]
    fresh.extend((PLAIN, each) for each in kept if each.spans is not None or each.sort is not None)
    rounds = []
    for items in items_of(examples, again=True)[:2]:
        rest = [item for item in items if not is_held(item[1]) or item[1].corpus == "own"]
        rounds.append([*fresh, *chance.sample(rest, min(BESIDE, len(rest)))])
    return rounds


def optimizer_of(network: EventNetwork, rate: float) -> torch.optim.AdamW:
    """Let the heads and marks learn three times as fast as the encoder."""
    named = [(name.split(".")[0], weights) for name, weights in network.named_parameters() if weights.requires_grad]
    groups = [
        {"params": [weights for name, weights in named if name not in FRESH], "lr": rate},
        {"params": [weights for name, weights in named if name in FRESH], "lr": 3 * rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def train(network: EventNetwork, feeder: Feeder, rounds: list[list[Item]], rate: float) -> None:
    """Train in rounds, the rate rising for a tenth of the steps and falling to nothing."""
    optimizer = optimizer_of(network, rate)
    total = sum(math.ceil(len(items) / BATCH) for items in rounds)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * total), max(0.0, (total - step) / ((1 - WARM) * total)))
    )
    network.train()
    for number, items in enumerate(rounds):
        losses = []
        for batch in batches(items, BATCH, feeder.chance):
            loss = loss_of(network, feeder, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            falling.step()
            losses.append(loss.item())
        print(f"round {number} loss {sum(losses) / len(losses):.3f}", flush=True)


def main() -> None:
    """Train and write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("plv", "coped", "encoder", "to"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    asked.add_argument("--start", type=Path)
    asked.add_argument("--own", action="store_true")
    asked.add_argument("--last", action="store_true")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(1)
    examples = [each for each in gathered(given.plv, given.coped, own=given.own) if given.last or not is_held(each)]
    network = pretrained(given.encoder)
    if given.start is not None:
        network.load_state_dict(torch.load(given.start, weights_only=True))
        for number, each in enumerate(examples):
            each.trigger = answer(each, number) if each.labels else None
    for layer in network.layers[: FROZEN if given.start else 0]:
        layer.requires_grad_(False)
    spans = ((each.text, span) for each in examples for found in each.sides.values() for span in found)
    names = sorted({text[start:end] for text, (start, end) in spans if 3 < end - start < 40})  # noqa: PLR2004 - a name's length
    pieces = Pieces((given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    feeder = Feeder(pieces, random.Random(given.seed), names)  # noqa: S311 - guards nothing
    if given.last:
        train(network, feeder, last_of(examples), 7e-5)
    else:
        train(network, feeder, items_of(examples, again=given.start is not None), 1.2e-4 if given.start else 2e-4)
    torch.save(network.state_dict(), given.to)


if __name__ == "__main__":
    main()
