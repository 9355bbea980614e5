"""The district's desk: a town signs and its numbers move; number → list → ticket → holder; a ruling by keys alone."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, order_at, spot_of

TOWN = "wjy-zhiban"
SIGNED, HELD = "窨井盖松动", "路灯整夜不亮"
CENTER = "SELECT m.unit FROM membership m JOIN account a USING (person) WHERE a.username = %s"
ON_DUTY = """
SELECT p.name, p.phone FROM shift s JOIN person p ON p.id = s.person
WHERE s.unit = %s AND s.role = 'operator' AND s.starts_at <= now() AND s.ends_at > now()
"""


def number(row: Locator, of: str) -> Locator:
    """A number of a town's line."""
    return row.locator(f'[data-number="{of}"]')


def see_who_holds_it(page: Page, row: Locator, operator: tuple[str, str]) -> None:
    """Two clicks: the number, the ticket; it says who holds it, since when, and whom to ring up."""
    number(row, "dispatched").click()
    expect(page.locator('[data-town-list="dispatched"]')).to_contain_text(operator[1])
    page.locator("[data-ticket]", has_text=HELD).click()
    side = page.locator("aside")
    expect(side).to_contain_text("现在：待签收")
    expect(side).to_contain_text("已停留")
    holder = side.locator("[data-holder]")
    expect(holder).to_contain_text(operator[0])
    expect(holder.locator(f'a[href="tel:{operator[1]}"]')).to_be_visible()


def rule_by_keys(page: Page, ticket: int, owner: str) -> None:
    """The next case with the down key, both sides of it, and the district's word without the mouse."""
    expect(page.locator('[data-view="ruling"] .district-count')).to_have_text("1")
    page.locator('[data-view="ruling"]').click()
    expect(page.locator('[data-view-shown="ruling"]')).to_have_attribute("data-count", "1")
    page.keyboard.press("ArrowDown")
    case = page.locator(f'[data-case="{ticket}"]')
    expect(case.locator('[data-side-of="returner"]')).to_contain_text("路灯由渔沟镇报装")
    short = owner.replace("社会治理指挥中心", "中心")
    expect(case.locator('[data-side-of="returner"]')).to_contain_text(f"建议归属{short}")
    expect(case.locator('[data-side-of="precedents"]')).to_contain_text("没有适用的先例")
    expect(page.locator('[data-actions] [data-command="grant"]')).to_be_visible()
    page.keyboard.press("d")
    form = page.locator('[data-form="grant"]')
    expect(form.locator('[data-chosen="unit"]')).to_contain_text(owner)
    form.locator("[name=reason]").fill("随杆归属,由报装方办理")
    page.keyboard.press("Control+Enter")
    expect(page.locator('[data-view-shown="ruling"]')).to_have_attribute("data-count", "0")


def see_that_nothing_waits(page: Page) -> None:
    """The other views of the district, all of them empty."""
    for view in ("supervision", "calls", "look-back", "upward", "reconciliation"):
        page.locator(f'[data-view="{view}"]').click()
        expect(page.locator(f'[data-view-shown="{view}"]')).to_have_attribute("data-count", "0")


def see_where_they_came_from(page: Page, town: str) -> None:
    """The heat map without WebGL, as a table: a number leads to its tickets, keys walk the hours and play them."""
    page.locator('[data-view="heat"]').click()
    expect(page.locator('[data-view-shown="heat"]')).to_have_attribute("data-total", "2")
    slider = page.get_by_role("slider", name="时间轴")
    expect(slider).to_have_attribute("aria-valuetext", "24 小时合计，2 件")
    page.locator(f'[data-number="{town}:whole"]').click()
    listed = page.locator('[data-heat-list="1"]')
    listed.locator("[data-ticket]", has_text=SIGNED).click()
    expect(page.locator("aside [data-holder]")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    for key, step in (("ArrowLeft", "23"), ("ArrowLeft", "22"), (" ", "whole")):
        page.keyboard.press(key)
        expect(page.locator("[data-step]")).to_have_attribute("data-step", step)
    page.locator('[data-span="week"]').click()
    expect(page.locator("[data-step]")).to_contain_text("7 天合计")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "6")
    page.reload()  # whoever is sent the address sees the same; past midnight the day is the one before
    expect(page.locator("[data-step]")).to_have_attribute("data-step", re.compile("^[56]$"))


def test_all_towns_move_by_themselves_and_the_district_rules_by_keys(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    for order, title in (("E2E-D1", SIGNED), ("E2E-D2", HELD)):
        hotline.push(order_at(place, order, title, "市政设施/路灯"))
    (((center,),), ((other,),)) = (service.rows(CENTER, name) for name in (TOWN, "yg-zhiban"))
    (operator,) = service.rows(ON_DUTY, center)
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = 'E2E-D2'")
    ((owner,),) = service.rows("SELECT name FROM unit WHERE id = %s", other)
    district = people.at_desk("qu-zhiban", at="/")
    page = district.page
    row = page.locator(f'[data-town="{center}"]')
    expect(number(row, "dispatched")).to_have_text("2")
    expect(row.locator('[data-staffed="no"]')).to_be_visible()

    town = people.at_desk(TOWN).page
    town.locator("[data-ticket]", has_text=SIGNED).click()
    town.locator('[data-actions] [data-command="sign"]').click()
    expect(number(row, "dispatched")).to_have_text("1")
    expect(number(row, "signed")).to_have_text("1")
    expect(page.locator('[data-town="all"]').locator('[data-number="open"]')).to_have_text("2")

    see_who_holds_it(page, row, operator)
    assert f"town={center}" in page.url
    assert f"ticket={ticket}" in page.url
    for _ in range(2):  # the ticket, then its list
        page.keyboard.press("Escape")
    expect(page.locator("[data-town-list]")).to_have_count(0)

    with elsewhere(service, people, TOWN, ticket) as desk:
        desk.give("return", reason="unclear_power", basis="路灯由渔沟镇报装", proposed=other)
    expect(number(row, "returned")).to_have_text("1")
    rule_by_keys(page, ticket, owner)
    assert service.rows("SELECT state, unit FROM ticket WHERE id = %s", ticket) == [("dispatched", other)]
    see_that_nothing_waits(page)
    see_where_they_came_from(page, place.cell[:9])
    assert district.complaints == []
