"""The event model's network: MiniLM's six layers; heads for the type of a marked pair, the spans and the class of a sentence."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.events.model_input import CLASSES, LABELS, SPAN_MARKS

WIDTH, LAYERS, HEADS, INNER, PLACES = 384, 6, 12, 1536, 512
NORM, DROP = 1e-12, 0.1
MARKS = 32  # the first pieces of the vocabulary, which stand for nothing but our marks


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after_inner = (nn.LayerNorm(WIDTH, eps=NORM) for _ in range(2))
        self.drop = nn.Dropout(DROP)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attend and transform; states are (sentences, pieces, width), the mask is added to scores."""
        size = states.shape[0], states.shape[1], HEADS, WIDTH // HEADS
        query, key, value = (part(states).view(size).transpose(1, 2) for part in (self.query, self.key, self.value))
        added = None if mask is None else mask.to(query.dtype)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=added)
        mixed = mixed.transpose(1, 2).reshape(states.shape)
        states = self.after_attention(states + self.out(mixed))
        given: Tensor = self.after_inner(states + self.drop(self.down(functional.gelu(self.up(states)))))
        return given


class EventNetwork(nn.Module):
    """Pieces in; for each sentence the logits of its pair's type, of its spans by piece, and of its class."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad_(False)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.drop = nn.Dropout(DROP)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mixed = nn.Linear(5 * WIDTH, WIDTH)
        self.kinds = nn.Linear(WIDTH, len(LABELS))
        self.spans = nn.Linear(WIDTH, len(SPAN_MARKS))
        self.classes = nn.Linear(2 * WIDTH, len(CLASSES))
        self.alone = False  # whether one sentence is read, without padding

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read sentences.

        Args:
            pieces: (sentences, pieces); 0 pads.
            marks: (sentences, 3): where the source's, the target's and the trigger's mark stand; 0 where none does.
        """
        mask = (pieces != 0).to(self.words.weight.dtype)
        states = (
            self.words(pieces)
            + self.marks(pieces * (pieces < MARKS))
            + self.places(torch.arange(pieces.shape[1], device=pieces.device))
        )
        states = self.drop(self.norm(states))
        added = None if self.alone else (1.0 - mask[:, None, None, :]) * -10000.0
        for layer in self.layers:
            states = layer(states, added)
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        marked = torch.gather(states, 1, marks[:, :, None].expand(-1, -1, WIDTH)).flatten(1)
        whole = torch.cat((states[:, 0], mean), -1)
        pair = self.drop(functional.gelu(self.mixed(torch.cat((whole, marked), -1))))
        return self.kinds(pair), self.spans(self.drop(states)), self.classes(self.drop(whole))


def pretrained(folder: Path, kept: Tensor | None = None) -> EventNetwork:
    """Open the encoder from the files of all-MiniLM-L6-v2 and add fresh heads; `kept` are the pieces that stay."""
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    words = words if kept is None else words[kept]
    network = EventNetwork(len(words))
    own = network.state_dict()
    own["words.weight"] = words
    own["marks.weight"] = torch.zeros(MARKS, WIDTH)
    own["places.weight"] = (
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][:1]
    )
    for part in ("weight", "bias"):
        own[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for layer in range(LAYERS):
            for ours, theirs in _LAYER.items():
                own[f"layers.{layer}.{ours}.{part}"] = weights[f"encoder.layer.{layer}.{theirs}.{part}"]
    network.load_state_dict(own)
    return network


_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "after_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "after_inner": "output.LayerNorm",
}
