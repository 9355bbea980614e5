"""The pictures as they are kept: small, with what a map has drawn and what they were taken with written into them."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from deploy.bootstrap.place import LOCAL
from tests.e2e.pictures.judge import Difference, Mask, Picture, Pixels, differences

EXPECTED = Path(__file__).parent / "expected"
REPORTS = LOCAL / "reports" / "pictures"
COLOURS, GROUNDS = 255, 80
"""Colours of a kept picture, and how many of them may be those of flat ground."""
GAP = 12
"""Pixels between the three pictures that lie side by side."""
MARK = (214, 0, 110)
"""What frames a difference: a colour that no screen has."""
TAKE = "TAKE_PICTURES=1 .local/venv/bin/python -m pytest tests/e2e/pictures/test_pictures.py -k {screen}"


def taking() -> bool:
    """Whether whoever runs the tests says that screens are right as they are now."""
    return bool(os.environ.get("TAKE_PICTURES"))


def packed(mask: Mask) -> str:
    """A mask as text: each row after the other, eight pixels a byte."""
    return base64.b64encode(np.packbits(mask).tobytes()).decode()


def unpacked(text: str, height: int, width: int) -> Mask:
    """A mask from its text."""
    bits = np.unpackbits(np.frombuffer(base64.b64decode(text), dtype=np.uint8), count=height * width)
    return bits.reshape(height, width).astype(np.bool_)


def keep(name: str, picture: Picture, made_with: str) -> None:
    """Take a picture for the right one, in few colours: flat ground keeps its own."""
    EXPECTED.mkdir(exist_ok=True)
    told = PngInfo()
    told.add_text("drawn", packed(picture.drawn), zip=True)
    told.add_text("made-with", made_with)
    few_colours(picture.pixels).save(EXPECTED / f"{name}.png", optimize=True, pnginfo=told)


def few_colours(pixels: Pixels) -> Image.Image:
    """The same picture with a palette: flat ground keeps its colours, edges of letters share what is left."""
    codes = pixels.astype(np.int32) @ (1 << 16, 1 << 8, 1)
    inside = codes[1:-1, 1:-1]
    same = [
        inside == codes[y : y + inside.shape[0], x : x + inside.shape[1]] for y in range(3) for x in range(3)
    ]
    grounds, counts = np.unique(inside[np.logical_and.reduce(same)], return_counts=True)
    flat = grounds[np.argsort(-counts)][:GROUNDS]
    is_flat = np.isin(codes, flat)
    few = Image.fromarray(pixels[~is_flat][np.newaxis]).quantize(
        COLOURS - len(flat), Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    indices = np.empty(codes.shape, dtype=np.uint8)
    indices[~is_flat] = np.asarray(few)[0] + len(flat)
    order = np.argsort(flat)
    indices[is_flat] = order[np.searchsorted(flat, codes[is_flat], sorter=order)]
    made = Image.fromarray(indices, "P")
    own = np.stack([flat >> 16, flat >> 8 & 255, flat & 255], axis=-1).flatten().tolist()
    made.putpalette([*own, *(few.getpalette() or [])])
    return made


def kept(name: str) -> tuple[Picture, str]:
    """The right picture of that name, and what it was made with."""
    with Image.open(EXPECTED / f"{name}.png") as image:
        image.load()
        text: dict[str, str] = getattr(image, "text")  # noqa: B009 - Image in general has none
        drawn = unpacked(text["drawn"], image.height, image.width)
        return Picture(np.asarray(image.convert("RGB")), drawn), text["made-with"]


def report(name: str, expected: Picture, actual: Picture, found: list[Difference]) -> Path:
    """As it was, as it is, and where it differs: side by side in one picture, for whoever judges."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    before, now = Image.fromarray(expected.pixels), Image.fromarray(actual.pixels)
    where = Image.blend(now, Image.new("RGB", now.size, (255, 255, 255)), 0.7)
    draw = ImageDraw.Draw(where)
    for each in found:
        draw.rectangle((each.left, each.top, each.right - 1, each.bottom - 1), outline=MARK, width=3)
    width = before.width + now.width * 2 + GAP * 2
    sheet = Image.new("RGB", (width, max(before.height, now.height)), MARK)
    for picture, left in (
        (before, 0),
        (now, before.width + GAP),
        (where, before.width + now.width + GAP * 2),
    ):
        sheet.paste(picture, (left, 0))
    path = REPORTS / f"{name}.png"
    sheet.save(path)
    return path


def judged(screen: str, look: str, actual: Picture, made_with: str) -> str:
    """What is wrong with a picture and what to do about it, in words; nothing where nothing is."""
    name, take = f"{screen}-{look}", TAKE.format(screen=screen)
    if taking():
        keep(name, actual, made_with)
    if not (EXPECTED / f"{name}.png").exists():
        return f"{name}: there is no picture to compare with yet; look at the screen, then take it: {take}"
    expected, made_before = kept(name)
    found = differences(expected, actual)
    (REPORTS / f"{name}.png").unlink(missing_ok=True)
    if not found:
        return ""
    path = report(name, expected, actual, found)
    words = "; ".join(map(str, found[:3]))
    other = "" if made_with == made_before else f"\n  It was taken with {made_before}; this is {made_with}."
    return (
        f"{name} does not look as it did in {len(found)} places: {words}{other}\n"
        f"  as it was · as it is · where it differs: {path}\n"
        f"  If it is meant so: {take}"
    )


def sizes() -> dict[str, int]:
    """How large each kept file is, in bytes."""
    return {path.name: path.stat().st_size for path in sorted(EXPECTED.glob("*.png"))}
