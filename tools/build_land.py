"""Draw the outline of the land for the workbench's map.

    python tools/build_land.py land-110m.json

The file comes with the npm package `world-atlas` 2.0.2 (ISC): Natural Earth 4.1, 1:110m physical land, which is in the
public domain. Writes src/dragoman/web/static/land.svg, in the projection and on the sheet of dragoman.web.maps.
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from dragoman.web.maps import HEIGHT, WIDTH, equal_earth

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "web" / "static" / "land.svg"
_FEWEST = 4
_SOUTHERNMOST = -60

Ring = list[tuple[float, float]]


def main() -> int:
    """Write the outline."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the one file
        sys.exit(__doc__)
    topology = json.loads(Path(sys.argv[1]).read_text())
    path = "".join(_drawn(_unbroken(ring)) for ring in rings_of(topology))
    OUT.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}">'
        f'<!-- Natural Earth 1:110m land, public domain --><path id="land" transform="scale(.1)" d="{path}"/></svg>\n'
    )
    print(f"{OUT} {OUT.stat().st_size:,} bytes")
    return 0


def rings_of(topology: dict[str, Any]) -> list[Ring]:
    """Give the outer and inner rings of all land as latitude and longitude."""
    arcs = [_opened(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = [shape for whole in topology["objects"]["land"]["geometries"] for shape in whole["arcs"]]
    return [
        [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
        for shape in shapes
        for ring in shape
    ]


def _unbroken(ring: Ring) -> Ring:
    """Lead a ring on over the antimeridian, beyond the edge of the sheet; Antarctica, which has no end there, is left out."""
    if min(lat for lat, _ in ring) < _SOUTHERNMOST:
        return []
    led, turn = [ring[0]], 0.0
    for (_, before), (lat, lon) in pairwise(ring):
        turn -= round((lon - before) / 360) * 360
        led.append((lat, lon + turn))
    middle = (min(lon for _, lon in led) + max(lon for _, lon in led)) / 2
    back = round(middle / 360) * 360
    return [(lat, lon - back) for lat, lon in led]


def _opened(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Undo the steps and whole numbers that a topology is written in."""
    (scale_x, scale_y), (left, foot) = transform["scale"], transform["translate"]
    across, up = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    return [(foot + y * scale_y, left + x * scale_x) for x, y in zip(across, up, strict=True)]


def _drawn(ring: Ring) -> str:
    """Write a ring in steps of a tenth, each from the point before it."""
    points = [(round(10 * x), round(10 * y)) for x, y in (equal_earth(lat, lon) for lat, lon in ring)]
    kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
    if len(kept) < _FEWEST:
        return ""
    steps = [(x - left, y - top) for (left, top), (x, y) in pairwise(kept)]
    return f"M{kept[0][0]},{kept[0][1]}l" + " ".join(f"{x},{y}" for x, y in steps) + "z"


if __name__ == "__main__":
    sys.exit(main())
