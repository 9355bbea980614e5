"""Takes a page's picture, and that of a paper as a printer draws it."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO

import numpy as np
import pypdfium2
from PIL import Image
from playwright.sync_api import Page

from tests.e2e.pictures.judge import Picture

STEP = 4
"""Every so many pixels a page is asked what lies on top."""
ON_TOP = """
(step) => {
  if (!document.querySelector("canvas")) return [];
  const rows = [];
  for (let y = step / 2; y < innerHeight; y += step) {
    let row = "";
    for (let x = step / 2; x < innerWidth; x += step)
      row += document.elementFromPoint(x, y)?.tagName === "CANVAS" ? "1" : "0";
    rows.push(row);
  }
  return rows;
}
"""
SCALE = 96 / 72
"""As many dots an inch as a screen has."""
FONT = "Noto Sans CJK SC"


@cache
def made_with(version: str) -> str:
    """What draws here: the browser and the font of nearly all words."""
    asked = ("fc-match", "--format", "%{family[0]} %{fontversion}", FONT)
    font = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return f"Chromium {version}, {font or 'a font of unknown name'}"


def picture_of(page: Page) -> Picture:
    """The page as it is seen, and what of it a map has drawn."""
    shot = page.screenshot(animations="disabled", caret="hide", scale="css")
    pixels = np.asarray(Image.open(BytesIO(shot)).convert("RGB"))
    rows: list[str] = page.evaluate(ON_TOP, STEP)
    height, width = pixels.shape[:2]
    drawn = np.zeros((height, width), dtype=np.bool_)
    if rows:
        coarse = np.array([[each == "1" for each in row] for row in rows])
        fine = coarse.repeat(STEP, axis=0).repeat(STEP, axis=1)
        drawn = np.pad(fine, ((0, STEP), (0, STEP)), mode="edge")[:height, :width]
    return Picture(pixels, drawn)


def paper_of(page: Page) -> Picture:
    """The first sheet of what a printer is given, in its grey."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheet = document[0].render(scale=SCALE).to_pil().convert("RGB")
    pixels = np.asarray(sheet)
    return Picture(pixels, np.zeros(pixels.shape[:2], dtype=np.bool_))
