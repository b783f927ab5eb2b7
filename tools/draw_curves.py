"""Draw the growth curves of docs/scale.md from the figures in docs/scale.tsv.

    python tools/draw_curves.py [--check]

One picture a curve, as SVG with its own text, so that it needs no library, and no two runs differ by a byte.
"""

import csv
import math
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[1] / "docs"
FIGURES, PICTURES = DOCS / "scale.tsv", DOCS / "pictures"
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 300, 70, 46, 34, 130
COLOURS = ("#1f5f8b", "#b4561f", "#3d7a3d", "#7a4a8b")


class Point(NamedTuple):
    """One figure: a line of a curve, at a size, and what was measured there."""

    line: str
    size: float
    value: float


def main() -> None:
    """Draw each curve, or with --check see that each is drawn as it stands."""
    stale = []
    for name, (title, unit, of, points) in curves().items():
        path, drawn = PICTURES / f"scale-{name}.svg", picture(title, unit, of, points)
        if "--check" in sys.argv and (not path.exists() or path.read_text() != drawn):
            stale.append(path.name)
        elif "--check" not in sys.argv:
            PICTURES.mkdir(exist_ok=True)
            path.write_text(drawn)
            print(path)
    if stale:
        sys.exit(f"not drawn from docs/scale.tsv: {', '.join(stale)}; run tools/draw_curves.py")


def curves() -> dict[str, tuple[str, str, str, list[Point]]]:
    """Read the figures: for each curve its title, the units upward and across, and its points."""
    found: dict[str, tuple[str, str, str, list[Point]]] = {}
    with FIGURES.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            curve = found.setdefault(row["curve"], (row["title"], row["unit"], row["of"], []))
            curve[3].append(Point(row["line"], float(row["size"]), float(row["value"])))
    return found


def picture(title: str, unit: str, of: str, points: Sequence[Point]) -> str:
    """Draw one curve: sizes by powers of ten from left to right, values from nought."""
    least, most = (pick(point.size for point in points) for pick in (min, max))
    top = _nice(max(point.value for point in points))
    span = max(math.log10(most / least), 1e-9)

    def across(size: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log10(size / least) / span

    def up(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top

    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">',
        '<g font-family="sans-serif" font-size="12" fill="#333">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="18" font-size="13" font-weight="bold">{escape(title)}</text>',
    ]
    for step in range(5):
        value = top * step / 4
        rows += [
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(value):.1f}" y2="{up(value):.1f}" stroke="#ddd"/>',
            f'<text x="{LEFT - 8}" y="{up(value) + 4:.1f}" text-anchor="end">{value:,.6g}</text>',
        ]
    rows.append(f'<text x="{LEFT - 8}" y="{TOP - 6}" text-anchor="end" fill="#777">{escape(unit)}</text>')
    for size in sorted({point.size for point in points}):
        rows.append(f'<text x="{across(size):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{size:,.0f}</text>')
    rows.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle" fill="#777">{of}</text>'
    )
    for place, line in enumerate(sorted({point.line for point in points})):
        colour = COLOURS[place % len(COLOURS)]
        spots = [(across(point.size), up(point.value)) for point in sorted(points) if point.line == line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        rows.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        rows += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in spots]
        rows.append(
            f'<text x="{spots[-1][0] + 8:.1f}" y="{spots[-1][1] + 4:.1f}" fill="{colour}">{escape(line)}</text>'
        )
    return "\n".join([*rows, "</g>", "</svg>"]) + "\n"


def _nice(value: float) -> float:
    """Give the least of 1, 2, 4, 5 or 8 times a power of ten that is no less."""
    power = 10.0 ** math.floor(math.log10(value)) if value > 0 else 1.0
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= value)


if __name__ == "__main__":
    main()
