"""Draws gis/glyphs.npy: how the characters of GB 2312 look, for telling which are easily mistaken for one another.

Each character is rendered with Noto Sans CJK (SIL Open Font License; the pictures, not the font, are kept), scaled
to a fixed square of grey values 0–15. `python -m scripts.glyphs` needs fonts-noto-cjk and is run when the square's
size changes; the result is committed.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SIMPLIFIED = 2  # index of the face for simplified Chinese in the collection
SIDE = 12
TARGET = Path(__file__).resolve().parents[1] / "gis" / "glyphs.npy"


def characters() -> list[str]:
    """The 6,763 characters of GB 2312, levels 1 and 2, in code order."""
    found = []
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.append(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def draw(sign: str, font: ImageFont.FreeTypeFont) -> np.ndarray:
    """One character as SIDE × SIDE values 0–15, its ink stretched to fill the square."""
    image = Image.new("L", (120, 120), 0)
    ImageDraw.Draw(image).text((12, 0), sign, fill=255, font=font)
    box = image.getbbox() or (0, 0, 120, 120)
    small = image.crop(box).resize((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(small, np.uint8) >> 4


def main() -> None:
    """Draw every character: rows of packed half bytes, in code order."""
    font = ImageFont.truetype(FONT, 96, index=SIMPLIFIED)
    pictures = np.stack([draw(sign, font).ravel() for sign in characters()])
    np.save(TARGET, (pictures[:, ::2] << 4) | pictures[:, 1::2])


if __name__ == "__main__":
    main()
