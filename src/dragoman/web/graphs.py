"""Networks: who met whom as a ring on the page, a matrix, and files for network programs."""

from collections.abc import Sequence
from math import cos, pi, sin
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from dragoman.web.shown import tame


class Pair(Struct, frozen=True, kw_only=True):
    """Two who met.

    Args:
        left: Id of one.
        left_name: Its name.
        right: Id of the other.
        right_name: Its name.
        meetings: Meetings told, every report by itself.
        stories: Stories that tell them; copies of one story count once.
    """

    left: str
    left_name: str
    right: str
    right_name: str
    meetings: int
    stories: int


class Node(Struct, frozen=True, kw_only=True):
    """Somebody who met somebody.

    Args:
        id: Its id.
        name: Its name.
        x: Per cent across.
        y: Pixels down.
        anchor: On which side its name stands: start, middle or end.
        stories: Stories of its meetings, over all pairs.
    """

    id: str
    name: str
    x: float
    y: float
    anchor: str
    stories: int


class Edge(Struct, frozen=True, kw_only=True):
    """A line between two nodes, as thick as they met often.

    Args:
        pair: The two.
        x1: Per cent across.
        y1: Pixels down.
        x2: Per cent across.
        y2: Pixels down.
        width: Thickness in pixels.
    """

    pair: Pair
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Ring(Struct, frozen=True, kw_only=True):
    """Nodes on a ring and the lines between them.

    Args:
        nodes: The nodes, those who met most first.
        edges: The lines.
        height: Height in pixels.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: int


def ring_of(pairs: Sequence[Pair], most: int, height: int = 560) -> Ring:
    """Put those who met most on a ring."""
    names, weights = _weighed(pairs)
    chosen = sorted(weights, key=lambda one: (-weights[one], names[one], one))[:most]
    nodes = {one: _node(one, names[one], weights[one], at / len(chosen), height) for at, one in enumerate(chosen)}
    heaviest = max((pair.stories for pair in pairs), default=1)
    edges = tuple(
        Edge(
            pair=pair, x1=nodes[pair.left].x, y1=nodes[pair.left].y, x2=nodes[pair.right].x, y2=nodes[pair.right].y,
            width=round(1 + 6 * (pair.stories - 1) / max(heaviest - 1, 1), 1),
        )
        for pair in pairs
        if pair.left in nodes and pair.right in nodes
    )  # fmt: skip
    return Ring(nodes=tuple(nodes.values()), edges=edges, height=height)


def _weighed(pairs: Sequence[Pair]) -> tuple[dict[str, str], dict[str, int]]:
    names: dict[str, str] = {}
    weights: dict[str, int] = {}
    for pair in pairs:
        for one, name in ((pair.left, pair.left_name), (pair.right, pair.right_name)):
            names[one] = name
            weights[one] = weights.get(one, 0) + pair.stories
    return names, weights


def _node(one: str, name: str, stories: int, turn: float, height: int) -> Node:
    angle = 2 * pi * turn - pi / 2
    side = cos(angle)
    anchor = "middle" if abs(side) < 0.15 else "start" if side > 0 else "end"  # noqa: PLR2004 - at the top and the foot
    radius = height / 2 - 40
    return Node(
        id=one,
        name=name,
        x=round(50 + 22 * side, 2),
        y=round(height / 2 + radius * sin(angle), 1),
        anchor=anchor,
        stories=stories,
    )


def graphml_of(pairs: Sequence[Pair]) -> str:
    """Write pairs as GraphML."""
    names, _ = _weighed(pairs)
    nodes = "".join(
        f'<node id={_attr(one)}><data key="name">{_text(name)}</data></node>\n' for one, name in sorted(names.items())
    )
    edges = "".join(
        f'<edge source={_attr(pair.left)} target={_attr(pair.right)}><data key="meetings">{pair.meetings}</data>'
        f'<data key="stories">{pair.stories}</data></edge>\n'
        for pair in pairs
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        '<key id="name" for="node" attr.name="name" attr.type="string"/>\n'
        '<key id="meetings" for="edge" attr.name="meetings" attr.type="int"/>\n'
        '<key id="stories" for="edge" attr.name="stories" attr.type="int"/>\n'
        f'<graph edgedefault="undirected">\n{nodes}{edges}</graph>\n</graphml>\n'
    )


def gexf_of(pairs: Sequence[Pair]) -> str:
    """Write pairs as GEXF 1.3; the weight of an edge is its stories."""
    names, _ = _weighed(pairs)
    nodes = "".join(f"<node id={_attr(one)} label={_attr(name)}/>\n" for one, name in sorted(names.items()))
    edges = "".join(
        f'<edge id="{at}" source={_attr(pair.left)} target={_attr(pair.right)} weight="{pair.stories}"/>\n'
        for at, pair in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        f'<graph defaultedgetype="undirected">\n<nodes>\n{nodes}</nodes>\n<edges>\n{edges}</edges>\n</graph>\n</gexf>\n'
    )


def _attr(value: str) -> str:
    return quoteattr(str(tame(value)))


def _text(value: str) -> str:
    return escape(str(tame(value)))
