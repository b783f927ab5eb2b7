"""What words before a number say of its bounds: 'at least', 'more than', 'up to', 'nearly'."""

from collections.abc import Sequence

_FLOOR, _ABOVE, _CEILING = "floor", "above", "ceiling"
_PHRASES = {
    **dict.fromkeys(("at least", "no fewer than", "no less than", "a minimum of", "not less than"), _FLOOR),
    **dict.fromkeys(("more than", "over", "upwards of", "in excess of"), _ABOVE),
    **dict.fromkeys(("up to", "as many as", "as much as", "at most", "a maximum of", "no more than"), _CEILING),
    **dict.fromkeys(("fewer than", "less than", "nearly", "almost", "close to", "under"), _CEILING),
}
_LOOK_BACK = 4  # words


def bounded(value: int, before: Sequence[str]) -> tuple[int | None, int | None, int]:
    """Give the bounds of a number, and how many words state them; none where it stands as it is.

    Args:
        value: The number.
        before: The words before it, in order.
    """
    words = [word.lower() for word in before[-_LOOK_BACK:]]
    for many in range(len(words), 0, -1):  # the longest first: 'no more than' ends as 'more than' does
        stated = _PHRASES.get(" ".join(words[-many:]))
        if stated is not None:
            low = {_FLOOR: value, _ABOVE: value + 1}.get(stated)
            return low, value if stated == _CEILING else None, many
    return value, value, 0
