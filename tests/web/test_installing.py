"""The phone page may be put on a home screen: its manifest, its icons, and how they are handed out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from scripts.icons import ICONS, drawn
from tests.web.conftest import Browser

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
FILES = FRONTEND / "public" / "phone"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """The manifest as it is delivered."""
    read: dict[str, Any] = json.loads((FILES / "manifest.webmanifest").read_text(encoding="utf-8"))
    return read


def test_it_opens_the_tasks_in_a_window_of_their_own(manifest: dict[str, Any]) -> None:
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("/m", "/m", "standalone")
    assert len(manifest["short_name"]) <= 6, "launchers cut longer names"
    sizes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes
    assert all((FRONTEND / "public" / icon["src"].lstrip("/")).is_file() for icon in manifest["icons"])


def test_its_colours_are_those_of_the_page(manifest: dict[str, Any]) -> None:
    tokens = (FRONTEND / "src" / "look" / "tokens.css").read_text(encoding="utf-8")
    light, dark, dark_at_first = re.findall(r"--surface: (#\w{6})", tokens)
    assert dark_at_first == dark, "the night before the first script is the night after it"
    assert manifest["theme_color"] == light
    assert manifest["background_color"] == re.findall(r"--ground: (#\w{6})", tokens)[0]
    page = (FRONTEND / "m.html").read_text(encoding="utf-8")
    said = re.findall(r'theme-color" content="(#\w{6})" media="\(prefers-color-scheme: (\w+)\)', page)
    assert said == [(light, "light"), (dark, "dark")]


@pytest.mark.parametrize("name", ICONS)
def test_the_icons_are_the_mark_drawn(name: str) -> None:
    side, corner = ICONS[name]
    kept = Image.open(io.BytesIO((FILES / name).read_bytes())).convert("RGBA")
    assert kept.size == (side, side)
    differs = ImageStat.Stat(ImageChops.difference(kept, drawn(side, corner)).convert("RGB")).mean
    assert max(differs) < 1, "run `python -m scripts.icons`"
    assert (FILES / "icon.svg").read_bytes() == (FRONTEND / "src" / "look" / "mark.svg").read_bytes()


def test_a_maskable_icon_fills_its_square_and_keeps_to_the_circle_all_launchers_leave() -> None:
    image = Image.open(FILES / "icon-maskable-512.png").convert("RGB")
    ground = image.getpixel((0, 0))
    ink = ImageChops.difference(image, Image.new("RGB", image.size, ground)).convert("L")
    half = image.width / 2
    farthest = max(
        ((x - half) ** 2 + (y - half) ** 2) ** 0.5
        for x in range(0, image.width, 4)
        for y in range(0, image.height, 4)
        if ink.getpixel((x, y))
    )
    assert 0.2 < farthest / image.width < 0.4


async def test_browsers_fetch_it_without_a_session_and_as_what_it_is(
    browser: Callable[[], Browser],
) -> None:
    answer = await browser().get("/phone/manifest.webmanifest")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/manifest+json")
    assert answer.headers["cache-control"] == "no-cache"
    assert "manifest-src 'self'" in answer.headers["content-security-policy"]
    assert (await browser().get("/phone/..%2fm.html")).status_code in (401, 404)
    assert (await browser().get("/phone/none.png")).status_code == 404
