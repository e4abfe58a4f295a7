"""Draw precision over recall as an SVG picture, with the chosen points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, MARGIN = 640, 420, 48
COLOURS = ("#1f5f99", "#a3422a", "#3d7a3d", "#7a5195")

Point = tuple[float, float]
"""Recall and precision."""


def points_of(scores: NDArray[np.float64], holds: NDArray[np.bool_]) -> list[Point]:
    """Return recall and precision down to each example, by falling score."""
    right = np.cumsum(holds[np.argsort(-scores, kind="stable")])
    taken = np.arange(1, len(holds) + 1)
    return list(zip(right / max(holds.sum(), 1), right / taken, strict=True))


def write_curves(
    path: Path, title: str, curves: Mapping[str, Sequence[Point]], chosen: Mapping[str, Mapping[str, Point]]
) -> None:
    """Write one line a curve; `chosen` gives named points by curve."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" '
        f'font-size="12"><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{MARGIN}" y="20" font-size="14">{title}</text>',
        f'<text x="{WIDTH // 2}" y="{HEIGHT - 8}">recall</text><text x="6" y="{HEIGHT // 2}">precision</text>',
    ]
    for step in range(0, 11, 2):
        x, y = _place((step / 10, step / 10))
        parts.append(f'<line x1="{x}" y1="{MARGIN}" x2="{x}" y2="{HEIGHT - MARGIN}" stroke="#ddd"/>')
        parts.append(f'<line x1="{MARGIN}" y1="{y}" x2="{WIDTH - MARGIN}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 8}" y="{HEIGHT - MARGIN + 16}">{step / 10:.1f}</text>')
        parts.append(f'<text x="{MARGIN - 26}" y="{y + 4}">{step / 10:.1f}</text>')
    for (name, points), colour in zip(curves.items(), COLOURS, strict=False):
        line = " ".join("{:.1f},{:.1f}".format(*_place(point)) for point in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        row = list(curves).index(name)
        parts.append(f'<text x="{WIDTH - 190}" y="{MARGIN + 16 + 16 * row}" fill="{colour}">{name}</text>')
        for label, point in chosen.get(name, {}).items():
            x, y = _place(point)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')
            parts.append(f'<text x="{x + 6:.1f}" y="{y - 6:.1f}" fill="{colour}">{label}</text>')
    path.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _place(point: Point) -> tuple[float, float]:
    recall, precision = point
    return MARGIN + recall * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - precision * (HEIGHT - 2 * MARGIN)
