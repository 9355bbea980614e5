"""A television on the wall: paired by a code, alive without anybody's hand, honest when it is cut off, and ended."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order_at, spot_of

TITLE = "王建国家门前路灯不亮"


def paired(screen: Page, keeper: Page) -> None:
    """Somebody at a desk types the code that the screen shows."""
    code = screen.locator("[data-code]")
    expect(code).to_have_attribute("data-code", re.compile("^[2-9A-Z]{8}$"))
    keeper.locator("[data-pair-wall]").click()
    keeper.locator("input[name=code]").fill((code.get_attribute("data-code") or "").lower())
    keeper.locator("input[name=name]").fill("三楼指挥大厅")
    keeper.locator("[data-confirm]").click()
    expect(screen.locator('[data-wall="picture"]')).to_be_visible()


def test_a_wall_is_paired_lives_says_when_it_does_not_and_is_ended(
    service: Service, people: People, hotline: Hotline
) -> None:
    screen, keeper = people.stranger().page, people.stranger().page
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto("/wall")
    keeper.goto("/admin?at=walls")
    people.sign_in(keeper, "xitong")
    paired(screen, keeper)
    expect(screen.locator(".wall-town")).to_have_count(14)
    expect(screen.locator("[data-total]")).to_have_text("在办 0")
    place = spot_of(service, "wjy-wangge")
    hotline.push(order_at(place, "JY-WALL-1", TITLE, "市政设施/路灯"))
    expect(screen.locator("[data-total]")).to_have_text("在办 1")
    expect(screen.locator(".wall-mark")).to_have_count(1)
    assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    told = screen.evaluate("fetch('/api/wall').then((answer) => answer.text())") + screen.content()
    assert place.cell in told
    assert not [words for words in (TITLE, "王建国", "13812345678", "JY-WALL-1") if words in told]

    service.kill()
    expect(screen.locator('[data-connection="away"]')).to_contain_text("离线自")
    expect(screen.locator("[data-total]")).to_have_text("在办 1")
    service.start()
    expect(screen.locator('[data-connection="live"]')).to_be_visible()

    keeper.locator("[data-end-wall]").click()
    keeper.locator("[data-confirm]").click()
    expect(screen.locator('[data-wall="ended"]')).to_be_visible()
    expect(screen.locator(".wall-map, [data-total]")).to_have_count(0)
