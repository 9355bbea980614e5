"""Whose a ticket is, as the district's desk decides it: drawn precedents, returns they answer, rulings that teach."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.pointing import pixel, plan_map
from tests.e2e.service import Service
from tests.e2e.story import Spot, elsewhere, order_at, spot_of

LAMP = "市政设施/路灯"
TOWN, OTHER = "wjy-zhiban", "yg-zhiban"
CENTER = (
    "SELECT name FROM unit JOIN account ON username = %s JOIN membership m USING (person) WHERE id = m.unit"
)
HALF = 0.02
"""Degrees from the middle of what is drawn to its edges."""


SMALL = {"viewport": {"width": 1366, "height": 768}, "reduced_motion": "reduce"}


def at_owning(people: People, tab: str) -> Page:
    """The district's page about ownership."""
    page = people.stranger(SMALL).page
    page.goto(f"/admin?at=owning&tab={tab}")
    people.sign_in(page, "qu-zhiban")
    return page


def returned(service: Service, people: People, hotline: Hotline, place: Spot, number: str) -> int:
    """A lamp at the place, which its town returns; the ticket's id."""
    hotline.push(order_at(place, number, f"路灯不亮{number}", LAMP))
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = %s", number)
    with elsewhere(service, people, TOWN, ticket) as town:
        town.give("return", reason="unclear_power", basis="路灯不归街道")
    return int(ticket)


def draw_around(page: Page, place: Spot, name: str, owner: str) -> None:
    """Write a precedent down for an area drawn around a place."""
    pane = plan_map(page)
    page.locator("[data-add-precedent]").click()
    form = page.locator("[data-precedent-form]")
    form.locator("[name=kind]").select_option("area")
    for east, north in ((-1, -1), (1, -1), (1, 1), (-1, 1), (5, 5)):
        x, y = pixel(pane, place.lon + east * HALF, place.lat + north * HALF)
        page.mouse.click(x, y)
    expect(form.locator("[data-drawing]")).to_have_attribute("data-drawing", "5")
    form.locator("[data-undo-corner]").click()
    expect(form.locator("[data-drawing]")).to_contain_text("已点 4 点，约")
    form.locator("[name=name]").fill(name)
    form.locator("[name=category]").select_option("市政设施")
    form.locator("[name=unit]").select_option(label=owner)
    form.locator("[name=reason]").fill("路灯随路,由街道管养")
    form.locator("[type=submit]").click()
    expect(form).to_have_count(0)


def confirm_reason(page: Page, reason: str) -> None:
    """Say why, and do it."""
    page.locator("dialog [name=reason]").fill(reason)
    page.locator("dialog [data-confirm]").click()
    expect(page.locator("dialog")).to_have_count(0)


@pytest.mark.drawn
def test_a_drawn_precedent_answers_a_return_until_it_ends(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    ((owner,),) = service.rows(CENTER, TOWN)
    page = at_owning(people, "precedents")
    draw_around(page, place, "淮海路一带", owner)
    covers = "SELECT ST_Covers(geom, ST_SetSRID(ST_Point(%s, %s), 4326)) FROM precedent"
    assert service.rows(covers, place.lon, place.lat) == [(True,)]
    ticket = returned(service, people, hotline, place, "E2E-O1")
    page.locator('[data-tab="queue"]').click()
    case = page.locator(f'[data-waiting="{ticket}"]')
    expect(case).to_contain_text("此次退单与先例不符")
    expect(case.locator("[data-offers]")).to_contain_text("在「淮海路一带」内")
    case.locator(".button").click()
    page.locator('[data-actions] [data-command="force"]').click()
    expect(page.locator('[data-form="force"] textarea[name=reason]')).to_have_value(re.compile("已有先例"))
    page.locator('[data-send="force"]').click()
    expect(page.locator("[data-routed]")).to_contain_text(f"区中心裁定不得再退，仍由{owner}办理：已有先例")
    assert service.rows("SELECT no_return, state FROM ticket") == [(True, "signed")]
    page.goto("/admin?at=owning&tab=precedents")
    row = page.locator("[data-precedent]")
    expect(row.locator(".figure").first).to_have_text("1")  # followed once
    row.locator("[data-end]").click()
    confirm_reason(page, "路灯已移交")
    expect(row).to_have_count(0)
    assert service.rows("SELECT end_reason, used FROM precedent") == [("路灯已移交", 1)]


def grant(page: Page, unit: str | None) -> Locator:
    """Open the form that passes a ticket on; a unit is looked up where none is to be proposed."""
    page.locator('[data-actions] [data-command="grant"]').click()
    form = page.locator('[data-form="grant"]')
    if unit is not None:
        form.locator("[name=unit]").fill(unit)
        expect(form.locator("[data-option]").first).to_contain_text(unit)
        form.locator("[name=unit]").press("Enter")
    return form.locator('[data-chosen="unit"]')


def pass_back(service: Service, people: People, ticket: int, unit: str) -> None:
    """The other town returns it too, and the district gives it back to the first."""
    with elsewhere(service, people, OTHER, ticket) as town:
        town.give("return", reason="unclear_power", basis="也不归我们")
    with elsewhere(service, people, "qu-zhiban", ticket) as district:
        ((first,),) = service.rows("SELECT id FROM unit WHERE name = %s", unit)
        district.give("grant", unit=first, reason="仍归街道", precedent="no")


def test_a_ruling_fills_the_next_one_and_what_comes_back_is_an_alarm(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    (((mine,),), ((other,),)) = (service.rows(CENTER, each) for each in (TOWN, OTHER))
    first = returned(service, people, hotline, place, "E2E-O2")
    page = at_owning(people, "queue")
    expect(page.locator(f'[data-waiting="{first}"]')).to_contain_text("附近也没有同类裁定")
    page.goto(f"/?ticket={first}")
    expect(grant(page, other)).to_contain_text(other)
    page.locator('[data-form="grant"] [name=reason]').fill("路灯由渔沟镇报装")
    page.locator('[data-send="grant"]').click()
    expect(page.locator("[data-routed]")).to_contain_text("区中心裁定：路灯由渔沟镇报装")
    assert service.rows("SELECT count(*), sum(used)::int FROM precedent") == [(1, 0)]

    second = returned(service, people, hotline, place, "E2E-O3")
    page.goto("/admin?at=owning&tab=queue")
    case = page.locator(f'[data-waiting="{second}"]')
    expect(case.locator("[data-offers]")).to_contain_text(other)
    expect(case.locator("[data-like]")).to_contain_text("路灯由渔沟镇报装")
    page.goto(f"/?ticket={second}")
    expect(grant(page, None)).to_contain_text(other)
    page.locator('[data-send="grant"]').click()
    expect(page.locator("[data-routed]")).to_contain_text("区中心裁定：已有先例")
    assert service.rows("SELECT count(*), sum(used)::int FROM precedent") == [(1, 1)]

    pass_back(service, people, first, mine)
    page.goto("/")
    expect(page.locator('[data-view="ruling"]')).to_have_attribute("title", re.compile("推诿预警 1 件"))
    page.locator('[data-view="ruling"]').click()
    page.locator('[data-passed-on="1"]').click()
    alarm = page.locator(f'[data-alarm="{first}"]')
    expect(alarm).to_contain_text("转了一圈又回到原单位")
    expect(alarm).to_contain_text(" → ".join((mine, other, mine)))
    alarm.locator("[data-settle]").click()
    confirm_reason(page, "已电话协调,由街道办理")
    expect(alarm).to_have_count(0)
    assert service.rows("SELECT note FROM ping_pong") == [("已电话协调,由街道办理",)]
