"""Train the event model; `export.py` then writes it as int8 ONNX.

    python -m tools.events.train --plv PLV_train.tsv --coped DIR --encoder MINILM --to FIRST.pt
    python -m tools.events.train --plv … --coped … --encoder MINILM --start FIRST.pt --silver SILVER.jsonl --to SECOND.pt

The first run learns PLV and CoPED; with `--tagger` it goes on from the tagger's encoder. The second learns which word tells the
act, with our own sentences beside, pairs of whole articles, and pairs that are no act: sides exchanged or taken from two
sentences. With `--fold` a run learns spans and classes alone and leaves out one more third: three such networks read what they
have not learned, for `tools/events/weights.py`. Each run ends on the running mean of its weights. Of the sentences a third, by digest, is left out and may be
measured on.
"""

import argparse
import math
import random
from hashlib import sha256
from pathlib import Path

import torch
from tools.events.corpora import OWN, SILVER, Example, fold_of, gathered, norm, silver
from tools.events.feeding import PAIR, PLAIN, Feeder, Item, batches, loss_of
from tools.events.mixing import crossed, exchanged
from tools.events.network import EventNetwork, pretrained
from tools.events.rule_answers import answer

from dragoman.reading.events.model_input import NONE
from dragoman.reading.tagging import Pieces

PARTS, FROZEN, BATCH, DRAWS = 3, 2, 16, 5
ROUNDS, AGAIN = (8, 2e-4), (4, 1.2e-4)  # of the first and the second run, with their rates
SHARE = 0.4  # of plain sentences seen again in each round of the second run
FROM_ARTICLES, EXCHANGED, CROSSED = 500, 120, 150  # items of each round of it
MEAN = 0.99  # of the running mean of weights, what stays at each step
WARM = 0.1
FRESH = frozenset({"mixed", "kinds", "spans", "classes", "marks"})
EXTRA = frozenset({OWN, SILVER})


def is_held(example: Example) -> bool:
    """Tell whether a sentence is kept for measuring; a sentence that is in several sets is so in all."""
    return int(sha256(norm(example.text).encode()).hexdigest()[:8], 16) % PARTS == 0


def items_of(examples: list[Example], times: int, *, again: bool) -> list[list[Item]]:
    """Give the items of each round."""
    marked = [each for each in examples if each.corpus not in EXTRA]
    pairs = [each for each in marked if each.labels]
    plain: list[Item] = [(PLAIN, each) for each in marked if each.spans is not None or each.sort is not None]
    if not again:
        return [[*((PAIR, each) for each in pairs), *plain]] * times
    chance = random.Random(3)  # noqa: S311 - guards nothing
    rounds: list[list[Item]] = []
    for number in range(times):
        drawn = [each for each in examples if each.corpus == OWN and each.number == number % DRAWS]
        articles = [each for each in examples if each.corpus == SILVER]
        seen = chance.sample(plain, int(SHARE * len(plain)))
        spans: list[Item] = [(PLAIN, each) for each in drawn[::3] if each.spans is not None]
        acts = [
            *pairs,
            *drawn,
            *chance.sample(articles, min(FROM_ARTICLES, len(articles))),
            *_no_acts(pairs, drawn, chance),
        ]
        rounds.append([*((PAIR, each) for each in acts), *seen, *spans])
    return rounds


def _no_acts(pairs: list[Example], drawn: list[Example], chance: random.Random) -> list[Example]:
    """Give pairs that are no act."""
    both = [*pairs, *drawn]
    turned = [each for each in map(exchanged, chance.sample(both, len(both))) if each][:EXCHANGED]
    mixed = (crossed(*chance.sample(both, 2), chance) for _ in range(CROSSED))
    return [*turned, *(each for each in mixed if each)]


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
    mean = {weights: weights.detach().clone() for weights in network.parameters() if weights.requires_grad}
    step = 0
    for number, items in enumerate(rounds):
        losses = []
        for batch in batches(items, BATCH, feeder.chance):
            loss = loss_of(network, feeder, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            falling.step()
            step += 1
            kept = min(MEAN, step / (step + 9))
            with torch.no_grad():
                for weights, running in mean.items():
                    running.lerp_(weights, 1 - kept)
            losses.append(loss.item())
        print(f"round {number} loss {sum(losses) / len(losses):.3f}", flush=True)
    with torch.no_grad():
        for weights, running in mean.items():
            weights.copy_(running)


def main() -> None:
    """Train and write the weights."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("plv", "coped", "encoder", "to"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    asked.add_argument("--start", type=Path)
    asked.add_argument("--tagger", type=Path)
    asked.add_argument("--silver", type=Path)
    asked.add_argument("--rounds", type=int)
    asked.add_argument("--rate", type=float)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--fold", type=int)
    given = asked.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(1)
    examples = [each for each in gathered(given.plv, given.coped, own=given.start is not None) if not is_held(each)]
    others: list[Example] = []
    network = pretrained(given.encoder, given.tagger)
    if given.start is not None:
        network.load_state_dict(torch.load(given.start, weights_only=True))
        for number, each in enumerate(examples):
            each.trigger = answer(each, number) if each.labels else None
        others = [each for each in examples if each.labels and NONE not in each.labels]
        examples += silver(given.silver) if given.silver else []
    for layer in network.layers[: FROZEN if given.start else 0]:
        layer.requires_grad_(False)
    spans = ((each.text, span) for each in examples for found in each.sides.values() for span in found)
    names = sorted({text[start:end] for text, (start, end) in spans if 3 < end - start < 40})  # noqa: PLR2004 - a name's length
    pieces = Pieces((given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    feeder = Feeder(pieces, random.Random(given.seed), names, others)  # noqa: S311 - guards nothing
    rounds, rate = AGAIN if given.start else ROUNDS
    items = items_of(examples, given.rounds or rounds, again=given.start is not None)
    if given.fold is not None:
        items = [
            [(task, each) for task, each in some if task == PLAIN and fold_of(each.text) != given.fold]
            for some in items
        ]
    train(network, feeder, items, given.rate or rate)
    torch.save(network.state_dict(), given.to)


if __name__ == "__main__":
    main()
