"""The event model's network: MiniLM's six layers, with how a word is written added; heads for the type of a marked pair, the spans and the class of a sentence."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from tools.encoder import DROP, LAYERS, NORM, PLACES, WIDTH, Layer, inner_weights
from torch import Tensor, nn
from torch.nn import functional

from dragoman.reading.events.model_input import CLASSES, LABELS, SPAN_MARKS
from dragoman.reading.tagging.windows import SHAPES

MARKS = 32  # the first pieces of the vocabulary, which stand for nothing but our marks


class EventNetwork(nn.Module):
    """Pieces in; for each sentence the logits of its pair's type, of its spans by piece, and of its class."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad_(False)
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM)
        self.drop = nn.Dropout(DROP)
        self.layers = nn.ModuleList(Layer(DROP) for _ in range(LAYERS))
        self.mixed = nn.Linear(5 * WIDTH, WIDTH)
        self.kinds = nn.Linear(WIDTH, len(LABELS))
        self.spans = nn.Linear(WIDTH, len(SPAN_MARKS))
        self.classes = nn.Linear(2 * WIDTH, len(CLASSES))
        self.alone = False  # whether one sentence is read, without padding

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read sentences.

        Args:
            pieces: (sentences, pieces); 0 pads.
            shapes: (sentences, pieces): how the word of each is written.
            marks: (sentences, 3): where the source's, the target's and the trigger's mark stand; 0 where none does.
        """
        mask = (pieces != 0).to(self.words.weight.dtype)
        states = (
            self.words(pieces)
            + self.marks(pieces * (pieces < MARKS))
            + self.shapes(shapes)
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


def pretrained(folder: Path, tagger: Path | None = None) -> EventNetwork:
    """Open the encoder from the files of all-MiniLM-L6-v2, or what the tagger made of it, and add fresh heads."""
    if tagger is None:
        weights = load_file(folder / "model.safetensors")
        known = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "places.weight": weights["embeddings.position_embeddings.weight"],
            "shapes.weight": weights["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
            **inner_weights(weights),
        }
    else:
        known = torch.load(tagger, weights_only=True)
    network = EventNetwork(len(known["words.weight"]))
    own = network.state_dict()
    own.update({name: weights for name, weights in known.items() if name in own})
    own["marks.weight"] = torch.zeros(MARKS, WIDTH)
    network.load_state_dict(own)
    return network
