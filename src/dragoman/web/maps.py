"""A map as numbers: Equal Earth, which keeps areas true, on a sheet a thousand wide."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

WIDTH = 1000.0
HEIGHT = 487.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF = 2.706629983
_LEAST = 260.0
_ROOM = 40.0


def equal_earth(lat: float, lon: float) -> tuple[float, float]:
    """Give where a point of the globe stands on the sheet: across from the left, down from the top.

    Source:
        Šavrič, Patterson and Jenny 2018, The Equal Earth map projection.
    """
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    x = (
        2
        * sqrt(3)
        * radians(lon)
        * cos(theta)
        / (3 * (9 * _A4 * square * sixth + 7 * _A3 * sixth + 3 * _A2 * square + _A1))
    )
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    scale = WIDTH / (2 * _HALF)
    return round(WIDTH / 2 + x * scale, 1), round(HEIGHT / 2 - y * scale, 1)


def view_of(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Give the part of the sheet that shows all points: left, top, width, height; twice as wide as high, never all too near."""
    if not points:
        return 0.0, 0.0, WIDTH, HEIGHT
    left, right = min(x for x, _ in points) - _ROOM, max(x for x, _ in points) + _ROOM
    top, foot = min(y for _, y in points) - _ROOM, max(y for _, y in points) + _ROOM
    width = min(max(right - left, 2 * (foot - top), _LEAST), WIDTH)
    height = width * HEIGHT / WIDTH
    x = min(max((left + right - width) / 2, 0.0), WIDTH - width)
    y = min(max((top + foot - height) / 2, 0.0), HEIGHT - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)
