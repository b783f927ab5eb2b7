"""The tagger's network: MiniLM's six layers, with how a word is written added, and three linear heads."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.tagging.labels import LINK_WIDTH, NAME_MARKS, QUOTE_MARKS
from dragoman.reading.tagging.windows import SHAPES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, PLACES = 384, 6, 12, 1536, 30522, 512
NORM = 1e-12


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after_inner = (nn.LayerNorm(WIDTH, eps=NORM) for _ in range(2))

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attend and transform; states are (windows, pieces, width), the mask is added to the scores."""
        size = states.shape[0], states.shape[1], HEADS, WIDTH // HEADS
        query, key, value = (part(states).view(size).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = (query / (WIDTH // HEADS) ** 0.5) @ key.transpose(-1, -2)
        scores = scores if mask is None else scores + mask
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(size[0], size[1], WIDTH)
        states = self.after_attention(states + self.out(mixed))
        after: Tensor = self.after_inner(states + self.down(functional.gelu(self.up(states))))
        return after


class Tagger(nn.Module):
    """Pieces and shapes in; marks of attributions, marks of names and vectors for links out, for each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.quotes = nn.Linear(WIDTH, len(QUOTE_MARKS))
        self.names = nn.Linear(WIDTH, len(NAME_MARKS))
        self.links = nn.Linear(WIDTH, 4 * LINK_WIDTH)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        """Read windows; `pieces` and `shapes` are (windows, pieces), `mask` is 1 where a piece stands, none if everywhere."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.words(pieces) + self.places(places) + self.shapes(shapes))
        states = self.drop(states)
        added = None
        if mask is not None:
            added = (1.0 - mask[:, None, None, :].to(torch.bfloat16 if self.training else states.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, added)
        return self.quotes(states), self.names(states), self.links(states)


def pretrained(folder: Path) -> Tagger:
    """Open the encoder from the files of all-MiniLM-L6-v2 and add fresh heads."""
    weights = load_file(folder / "model.safetensors")
    network = Tagger()
    own = network.state_dict()
    own["words.weight"] = weights["embeddings.word_embeddings.weight"]
    own["places.weight"] = weights["embeddings.position_embeddings.weight"]
    own["shapes.weight"] = weights["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1)
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
