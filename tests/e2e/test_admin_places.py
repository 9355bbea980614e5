"""A name that a caller says: learnt from a placing, approved by a second person, known at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.pointing import desk_map
from tests.e2e.service import Service
from tests.e2e.story import order

SAID = "小李庄"
STATE = "SELECT state FROM ticket WHERE order_no = %s"
ALIAS = "SELECT state FROM alias WHERE name = %s"


@pytest.mark.drawn
def test_a_name_is_learnt_from_a_placing_and_approved_by_another(
    hotline: Hotline, people: People, service: Service
) -> None:
    hotline.push(order("E2E-N1", "路灯不亮", 诉求地址=SAID))
    desk = people.at_desk("qu-zhiban").page
    desk_map(desk)
    desk.locator('[data-duty="unplaced"]').click()
    desk.locator("[data-ticket]", has_text="路灯不亮").click()
    desk.locator("[data-find-place]").fill("南陈集镇小桥村")
    desk.locator('[data-found="小桥村委会"]').first.click()
    expect(desk.locator('[data-owner][aria-busy="false"]')).to_contain_text("小桥村委会")
    desk.keyboard.press("Enter")
    service.await_rows(ALIAS, SAID)  # the page says so too, where that takes no longer than a second
    desk.locator("[data-menu]").click()
    desk.locator("[data-admin]").click()
    desk.locator('[data-at="places"]').click()
    desk.locator('[data-tab="proposals"]').click()
    card = f'[data-proposal="{SAID}"]'
    expect(desk.locator(card)).to_contain_text("您提出的，由别人核准")
    expect(desk.locator(f"{card} [data-approve]")).to_have_count(0)
    other = people.stranger().page
    other.goto("/admin?at=places&tab=proposals")
    people.sign_in(other, "xitong")
    expect(other.locator(card)).to_contain_text("小桥村委会")
    other.keyboard.press("p")
    expect(other.locator(card)).to_have_count(0)
    assert service.rows(ALIAS, SAID) == [("approved",)]
    other.locator('[data-tab="state"]').click()
    expect(other.locator('[data-index-state="current"]')).to_contain_text("第 2 版")
    other.locator('[data-tab="lookup"]').click()
    other.locator("[data-search-places]").fill(SAID)
    other.locator("[data-place]", has_text="小桥村委会").click()
    expect(other.locator(f'[data-name="{SAID}"]')).to_contain_text("已生效")
    hotline.push(order("E2E-N2", "路灯又不亮", 诉求地址=f"{SAID}三组"))
    found = "SELECT located->'candidates'->0->>'name' FROM ticket WHERE order_no = 'E2E-N2'"
    assert "小桥村" in service.rows(found)[0][0]


def test_a_list_is_tried_before_it_is_taken(people: People, service: Service) -> None:
    page = people.stranger().page
    page.goto("/admin?at=places&tab=import")
    people.sign_in(page, "xitong")
    rows = "名称,类别,所属村居,经度,纬度\n幸福超市,地点,小桥村委会,118.8701,33.6931\n,地点,小桥村委会,118.87,33.69\n"
    page.locator("[data-import-places] input[type=file]").set_input_files(
        {"name": "地名.csv", "mimeType": "text/csv", "buffer": rows.encode("gb18030")}
    )
    expect(page.locator('[data-field="name"]')).to_have_value("名称")
    page.locator('[data-list-send="try"]').click()
    expect(page.locator('[data-list-result="tried"]')).to_contain_text("新增 1")
    expect(page.locator('[data-list-result="tried"]')).to_contain_text("名称是空的")
    counted = "SELECT count(*) FROM place WHERE name = '幸福超市'"
    assert service.rows(counted) == [(0,)]
    with page.expect_download() as taken:
        page.locator("[data-rows-csv]").click()
    assert "名称是空的" in taken.value.path().read_text(encoding="utf-8-sig")
    page.locator('[data-list-send="import"]').click()
    expect(page.locator('[data-list-result="done"]')).to_contain_text("新增 1")
    assert service.rows(counted) == [(1,)]
