"""Placing a ticket: whose a point is, at once; by the map, by keys, by name; and what follows from a correction."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.pointing import desk_map, pixel, view
from tests.e2e.service import Service
from tests.e2e.story import order

pytestmark = pytest.mark.shares
FIRST, SECOND = "村口路灯三天不亮", "村口垃圾没人清"
THIRD = "村口水渠堵了"
PLACED = "SELECT placement FROM ticket WHERE title = %s"
POINT = "SELECT lon, lat FROM ticket WHERE title = %s"


def open_unplaced(page: Page, title: str) -> None:
    """Open a ticket that waits for its place."""
    page.locator('[data-duty="unplaced"]').click()
    page.locator("[data-ticket]", has_text=title).click()
    expect(page.locator("[data-actions]")).to_be_visible()


def owner_of(page: Page) -> str | None:
    """The town that would own the point in hand, once that is known."""
    owner = page.locator('[data-owner][aria-busy="false"]')
    expect(owner).to_be_visible()
    return owner.get_attribute("data-owner")


@pytest.mark.drawn
def test_a_click_says_whose_it_is_and_enter_goes_on_to_the_next(
    hotline: Hotline, people: People, service: Service
) -> None:
    for number, title in (("E2E-K1", FIRST), ("E2E-K2", SECOND)):
        assert hotline.push(order(number, title, 诉求地址="杨庄"))["state"] == "unplaced"
    page = people.at_desk("qu-zhiban").page
    pane = desk_map(page)
    open_unplaced(page, FIRST)
    expect(page.locator(".words mark", has_text="杨庄").first).to_be_visible()
    page.keyboard.press("1")
    assert (owner_of(page) or "").startswith("320804")
    page.keyboard.press("Escape")
    lon, lat, _ = view(pane)
    x, y = pixel(pane, lon + 0.01, lat + 0.01)
    page.mouse.click(x, y)
    town = owner_of(page)
    assert town is not None
    card = page.locator("[data-owner]")
    expect(card).to_contain_text("警格")
    expect(card.locator(f'[data-where="{town}"]')).to_contain_text("社会治理指挥中心")
    page.keyboard.press("Enter")
    expect(page.locator("[data-open] .words-title")).to_contain_text(SECOND)  # the next one that waits
    ((placed_lon, placed_lat),) = service.rows(POINT, FIRST)
    assert (placed_lon, placed_lat) == pytest.approx((lon + 0.01, lat + 0.01), abs=0.001)
    expect(page.locator('[data-crosshair="off"]')).to_be_visible()
    page.keyboard.press("*")
    point = page.locator("[data-point]")
    expect(page.locator('[data-crosshair="on"]')).to_be_visible()
    before = point.get_attribute("data-point")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowUp")
    expect(point).not_to_have_attribute("data-point", before or "")
    assert owner_of(page) is not None
    page.keyboard.press("Escape")  # the cross goes, the point stays
    expect(page.locator('[data-crosshair="off"]')).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator('[data-duty="unplaced"]')).to_contain_text("0")
    assert [service.rows(PLACED, title) for title in (FIRST, SECOND)] == 2 * [[("placed",)]]


def test_a_place_is_found_by_its_name_without_a_map(
    hotline: Hotline, people: People, service: Service
) -> None:
    hotline.push(order("E2E-K3", THIRD, 诉求地址="杨庄"))
    page = people.at_desk("qu-zhiban").page
    open_unplaced(page, THIRD)
    for command in ("place", "declare_outside"):
        expect(page.locator(f'[data-actions] [data-command="{command}"]')).to_be_visible()
    page.keyboard.press("f")
    box = page.locator("[data-find-place]")
    box.press_sequentially("刘老庄镇杨庄村")
    expect(page.locator('[data-found="杨庄村委会"]').first).to_be_visible()
    box.press("Enter")
    assert owner_of(page) is not None
    expect(page.locator("[data-owner]")).to_contain_text("刘老庄镇")
    page.keyboard.press("Enter")
    expect(page.locator('[data-duty="unplaced"]')).to_contain_text("0")
    assert service.rows(PLACED, THIRD) == [("placed",)]
