"""Pointing at a map: where on the page a place is shown, by the view that the map tells once it stands still."""

from __future__ import annotations

import math

from playwright.sync_api import Locator, Page, expect


def desk_map(page: Page) -> Locator:
    """The desk's map, once it is drawn."""
    expect(page.locator('[data-map="ready"]')).to_be_visible()
    return page.locator("[data-map] .map-box")


def plan_map(page: Page) -> Locator:
    """The administration's map, once it is drawn."""
    expect(page.locator('[data-map="ready"]')).to_be_visible()
    return page.locator(".plan-box")


def view(pane: Locator) -> tuple[float, float, float]:
    """The middle of a map in degrees, and its zoom; told while the map stands still."""
    told = pane.page.wait_for_function("pane => pane.dataset.view", arg=pane.element_handle()).json_value()
    lon, lat, zoom = (float(part) for part in told.split(","))
    return lon, lat, zoom


def pixel(pane: Locator, lon: float, lat: float) -> tuple[float, float]:
    """Where on the page a map shows a place (Web Mercator, 512-pixel tiles)."""
    middle_lon, middle_lat, zoom = view(pane)
    box = pane.bounding_box()
    assert box is not None
    scale = 512 * 2**zoom / 360

    def y(at: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(at))))

    return (
        box["x"] + box["width"] / 2 + (lon - middle_lon) * scale,
        box["y"] + box["height"] / 2 - (y(lat) - y(middle_lat)) * scale,
    )
