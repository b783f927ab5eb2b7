"""MiniLM's encoder as both shipped networks begin from it: its layers, and its weights under our names."""

from collections.abc import Mapping

from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, PLACES = 384, 6, 12, 1536, 512
NORM, DROP = 1e-12, 0.1


class Layer(nn.Module):
    """One transformer layer, as BERT has it; `drop` is the share of its answer left out while it is trained."""

    def __init__(self, drop: float = 0.0) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after_inner = (nn.LayerNorm(WIDTH, eps=NORM) for _ in range(2))
        self.drop = nn.Dropout(drop)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Attend and transform; states are (texts, pieces, width), the mask is added to the scores."""
        size = states.shape[0], states.shape[1], HEADS, WIDTH // HEADS
        query, key, value = (part(states).view(size).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = (query / (WIDTH // HEADS) ** 0.5) @ key.transpose(-1, -2)
        scores = scores if mask is None else scores + mask
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(size[0], size[1], WIDTH)
        states = self.after_attention(states + self.out(mixed))
        after: Tensor = self.after_inner(states + self.drop(self.down(functional.gelu(self.up(states)))))
        return after


def inner_weights(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Give the weights of all-MiniLM-L6-v2 above its embeddings by the names that our networks have for them."""
    return {
        ours: weights[theirs]
        for part in ("weight", "bias")
        for ours, theirs in (
            (f"norm.{part}", f"embeddings.LayerNorm.{part}"),
            *(
                (f"layers.{layer}.{own}.{part}", f"encoder.layer.{layer}.{given}.{part}")
                for layer in range(LAYERS)
                for own, given in _LAYER.items()
            ),
        )
    }


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
