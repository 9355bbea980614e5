"""Draws the icons of the phone page's manifest from the house's own mark: `python -m scripts.icons`.

The lines are those of frontend/src/look/mark.svg; run when the mark changes, the result is committed. A maskable icon
fills its square, because launchers cut it to their own shape; the mark lies within the circle that they all leave.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageDraw

TARGET = Path(__file__).resolve().parents[1] / "frontend" / "public" / "phone"
SIDE = 32
"""Of the mark's own square."""
CORNER = 7.0
GROUND = "#1f6fc0"
INK = "#ffffff"
Line: TypeAlias = tuple[tuple[float, float], ...]
OUTLINE: Line = ((7, 12), (16, 6), (25, 12), (25, 21), (16, 26), (7, 21), (7, 12))
EDGES: tuple[Line, ...] = (((7, 12), (16, 16), (25, 12)), ((16, 16), (16, 26)))
STROKES: tuple[tuple[Line, float], ...] = ((OUTLINE, 2.0), *((edge, 1.4) for edge in EDGES))
FINER = 8
"""How much larger it is drawn than kept, for smooth edges."""
ICONS = {
    "icon-192.png": (192, CORNER),
    "icon-512.png": (512, CORNER),
    "icon-maskable-512.png": (512, 0.0),
    "icon-touch-180.png": (180, 0.0),
}
"""File → side in pixels, radius of the corners in units of the mark."""


def drawn(side: int, corner: float) -> Image.Image:
    """The mark on its ground; outside of rounded corners nothing."""
    scale = side * FINER / SIDE
    image = Image.new("RGBA", (side * FINER, side * FINER), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, image.width - 1, image.height - 1), corner * scale, fill=GROUND)
    for line, width in STROKES:
        points = [(x * scale, y * scale) for x, y in line]
        pen.line(points, fill=INK, width=round(width * scale))
        for x, y in points:  # round where lines meet
            radius = width * scale / 2
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=INK)
    return image.resize((side, side), Image.Resampling.BOX)


def main() -> None:
    """Draw all of them."""
    for name, (side, corner) in ICONS.items():
        image = drawn(side, corner)
        (image if corner else image.convert("RGB")).save(TARGET / name, optimize=True)


if __name__ == "__main__":
    main()
