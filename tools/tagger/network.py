"""The tagger's network: MiniLM's six layers, with how a word is written added, and three linear heads."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from tools.encoder import DROP, LAYERS, NORM, PLACES, WIDTH, Layer, inner_weights
from torch import Tensor, nn

from dragoman.reading.tagging.labels import LINK_WIDTH, NAME_MARKS, QUOTE_MARKS
from dragoman.reading.tagging.windows import SHAPES

VOCABULARY = 30522  # pieces


class Tagger(nn.Module):
    """Pieces and shapes in; marks of attributions, marks of names and vectors for links out, for each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.drop = nn.Dropout(DROP)
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
    network.load_state_dict({**own, **inner_weights(weights)})
    return network
