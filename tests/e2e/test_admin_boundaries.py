"""A surveyor's file on its way into force as a keeper sees it: datum, faults, preview, typed counts, moved tickets."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pytest
import shapely
from playwright.sync_api import FilePayload, Page, expect

from gis.crs import from_wgs84_many
from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.pointing import pixel, plan_map
from tests.e2e.service import Service
from tests.e2e.story import order

NAMES = {"code": "网格编码", "name": "网格名称", "village": "所属村居", "police_grid": "警格编码"}


def drawn(page: Page) -> list[dict[str, Any]]:
    """The cells in force, as the service draws them."""
    features: list[dict[str, Any]] = page.request.get("/api/boundaries/1/areas.geojson?level=cell").json()[
        "features"
    ]
    return features


def surveyed(cells: list[tuple[dict[str, Any], Any]]) -> FilePayload:
    """Cells as a surveyor's GeoJSON: Chinese columns, GCJ-02 that nobody declares."""

    def shifted(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(from_wgs84_many(xy[:, 0], xy[:, 1], "gcj02"))

    features = [
        {
            "type": "Feature",
            "geometry": json.loads(shapely.to_geojson(shapely.transform(shape, shifted))),
            "properties": {column: cell[name] for name, column in NAMES.items()},
        }
        for cell, shape in cells
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    return {"name": "网格.geojson", "mimeType": "application/geo+json", "buffer": content.encode()}


def bring_in(page: Page, file: FilePayload) -> None:
    """Import a file into the open draft: the right datum is seen on the map, then chosen."""
    page.locator('[data-tab="import"]').click()
    page.locator("[data-import] input[type=file]").set_input_files(file)
    for field, column in NAMES.items():
        expect(page.locator(f'[data-field="{field}"]')).to_have_value(column)
    page.locator('[name="datum"][value="gcj02"]').check(force=True)
    expect(page.locator(".map-legend")).to_contain_text("文件轮廓")
    page.locator("[data-import-now]").click()
    expect(page.locator("[data-imported]")).to_be_visible(timeout=60_000)


def check(page: Page) -> None:
    """Check the draft as it is now."""
    page.locator('[data-tab="check"]').click()
    page.locator("[data-check]").first.click()
    expect(page.locator('[data-checked="current"]')).to_be_visible(timeout=60_000)


@pytest.mark.drawn
def test_a_file_comes_into_force(hotline: Hotline, people: People, service: Service) -> None:
    page = people.stranger().page
    page.goto("/admin")
    people.sign_in(page, "qu-zhiban")
    plan_map(page)
    cells = [(each["properties"], shapely.from_geojson(json.dumps(each["geometry"]))) for each in drawn(page)]
    (kept, ground), (gone, other) = pair(cells)
    push_into(hotline, other)
    begin_a_draft(page)
    merged = [
        (cell, shapely.union(ground, other) if cell is kept else shape)
        for cell, shape in cells
        if cell is not gone
    ]
    bring_in(page, surveyed(merged))
    page.locator('[data-tab="publish"]').click()
    expect(page.locator('[data-hindrance="unchecked"]')).to_be_visible(timeout=30_000)
    check(page)
    choose_a_fault(page)
    publish(page)
    expect(page.locator('[data-rezoning="done"]')).to_contain_text("换网格 1 件")
    assert service.rows("SELECT cell, boundary_version FROM ticket") == [(kept["code"], 2)]
    page.locator('[data-tab="crosswalk"]').click()
    page.locator('[data-crosswalk] [data-level="cell"]').click()
    expect(page.locator("[data-crosswalk] tbody tr")).to_have_count(2)


def push_into(hotline: Hotline, ground: Any) -> None:
    """An order inside some ground."""
    point = ground.representative_point()
    lon, lat = (float(each[0]) for each in from_wgs84_many([point.x], [point.y], "gcj02"))
    hotline.push(order("E2E-B1", "井盖坏了", 经度=lon, 纬度=lat))


def begin_a_draft(page: Page) -> None:
    """A new draft of the version in force."""
    page.locator("[data-new-draft]").click()
    page.locator('dialog [name="note"]').fill("合并两个网格")
    page.locator("[data-confirm]").click()
    expect(page.locator('[data-version-open="2"][data-version-state="draft"]')).to_be_visible()


def pair(cells: list[tuple[dict[str, Any], Any]]) -> list[tuple[dict[str, Any], Any]]:
    """Neighbours in a village, the second larger and of another police grid: joined, they lie mostly in that one."""
    return next(
        [first, second]
        for place, first in enumerate(cells)
        for second in [*cells[max(0, place - 8) : place], *cells[place + 1 : place + 9]]
        if first[0]["village"] == second[0]["village"]
        and first[0]["police_grid"] != second[0]["police_grid"]
        and second[1].area > 1.2 * first[1].area
        and shapely.intersection(first[1], second[1]).length > 0.001
    )


def choose_a_fault(page: Page) -> None:
    """A kind of fault, its line, and the same by its mark on the map."""
    page.locator('[data-kind="elsewhere"]').click()
    line = page.locator('[data-fault][data-severity="warning"]')
    expect(line).to_have_count(1)
    line.locator(".line-button").click()
    expect(line).to_have_attribute("aria-current", "true")
    pane = plan_map(page)
    (fault,) = page.request.get("/api/boundaries/2/faults").json()["faults"]
    inside = shapely.from_geojson(json.dumps(fault["geometry"])).representative_point()
    for tab in ("overview", "check"):
        page.locator(f'[data-tab="{tab}"]').click()
    expect(page.locator("[data-fault]")).to_have_count(1)
    expect(page.locator('[data-fault][aria-current="true"]')).to_have_count(0)
    expect(page.locator(".map-legend")).to_contain_text("阻断")
    page.mouse.click(*pixel(pane, inside.x, inside.y))
    expect(page.locator(f'[data-fault="{fault["id"]}"][aria-current="true"]')).to_be_visible()


def publish(page: Page) -> None:
    """Read the preview and publish now, with the counts typed as it says."""
    page.locator('[data-tab="publish"]').click()
    told = page.locator("[data-told]")
    expect(told).to_contain_text("1 件换网格")
    numbers = re.findall(r"(\d+) 件", told.inner_text())
    button = page.locator("[data-publish-now]")
    page.locator('[data-typed="moved"]').fill("99")
    page.locator('[data-typed="other"]').fill(numbers[2])
    expect(button).to_have_attribute("aria-disabled", "true")
    page.locator('[data-typed="moved"]').fill(numbers[1])
    button.click()
    expect(page.locator('[data-version-open="2"][data-version-state="published"]')).to_be_visible()
