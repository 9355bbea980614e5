"""The desk's main tasks in a real browser: placing by key, two people on one ticket, working without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People, has_said
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, order

pytestmark = pytest.mark.shares
AMBIGUOUS = "村口路灯三天不亮"


def select(page: Page, duty: str, title: str) -> None:
    """Choose a ticket of a list."""
    page.locator(f'[data-duty="{duty}"]').click()
    page.locator("[data-ticket]", has_text=title).click()
    expect(page.locator("[data-actions]")).to_be_visible()


@pytest.mark.drawn
def test_the_district_places_a_ticket_by_a_number_key(hotline: Hotline, people: People) -> None:
    desk = people.at_desk("qu-zhiban").page
    pushed = hotline.push(order("E2E-P1", AMBIGUOUS, 诉求地址="杨庄"))
    assert pushed["state"] == "unplaced"
    select(desk, "unplaced", AMBIGUOUS)
    place = desk.locator('[data-section="place"]')
    expect(place).to_contain_text("请问清是哪一处")
    desk.keyboard.press("2")
    form = desk.locator('[data-form="place"]')
    expect(form).to_be_visible()
    expect(desk.locator("[data-where]")).to_contain_text("刘老庄镇")
    desk.locator('[data-send="place"]').click()
    select(desk, "dispatched", AMBIGUOUS)
    expect(desk.locator("aside")).to_contain_text("刘老庄镇中心")


def test_who_comes_second_is_told_what_happened(service: Service, hotline: Hotline, people: People) -> None:
    hotline.push(order("E2E-T1", "下水道堵塞", 诉求地址="王家营街道东方华庭3号楼"))
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = 'E2E-T1'")
    operator, leader = people.at_desk("wjy-zhiban").page, people.at_desk("wjy-daiban").page
    for page in (operator, leader):
        select(page, "dispatched", "下水道堵塞")
    expect(operator.locator("aside")).to_contain_text("正在查看")
    leader.keyboard.press("r")
    expect(leader.locator('[data-form="return"]')).to_be_visible()
    operator.keyboard.press("s")
    expect(operator.locator('[data-toast="undo"]')).to_be_visible()
    operator.keyboard.press("z")  # within ten seconds
    has_said(operator, "已撤销签收")
    expect(operator.locator(f'[data-open="{ticket}"]')).to_have_attribute("data-state", "dispatched")
    expect(operator.locator('[data-actions] [data-command="sign"]')).to_be_visible()
    operator.keyboard.press("s")
    expect(leader.locator('[data-form="return"]')).to_contain_text("待签收 → 待交办")


def test_every_duty_works_from_the_list_without_a_map(people: People, hotline: Hotline) -> None:
    hotline.push(order("E2E-W1", "楼道灯坏了", 诉求地址="王家营街道东方华庭3号楼"))
    page = people.at_desk("wjy-zhiban").page
    expect(page.locator('[data-map="none"]')).to_contain_text("WebGL")
    select(page, "dispatched", "楼道灯坏了")
    page.keyboard.press("a")
    expect(page.locator('[data-form="assign"] [data-chosen="lead"]')).to_be_visible()
    page.locator('[data-send="assign"]').click()
    select(page, "in_progress", "楼道灯坏了")


def test_the_enter_that_confirms_pinyin_submits_nothing(hotline: Hotline, people: People) -> None:
    hotline.push(order("E2E-I1", "绿化带垃圾", 诉求地址="王家营街道东方华庭3号楼"))
    person = people.at_desk("wjy-zhiban")
    page = person.page
    select(page, "dispatched", "绿化带垃圾")
    page.keyboard.press("n")
    box = page.locator('[data-form="note"] textarea')
    box.focus()
    keyboard = person.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "yi lianxi", "selectionStart": 9, "selectionEnd": 9})
    for kind in ("rawKeyDown", "keyUp"):
        keyboard.send(
            "Input.dispatchKeyEvent",
            {"type": kind, "key": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2},
        )
    expect(page.locator('[data-form="note"]')).to_be_visible()
    keyboard.send("Input.insertText", {"text": "已联系"})
    expect(box).to_have_value("已联系")
    page.keyboard.press("Control+Enter")
    expect(page.locator('[data-form="note"]')).to_have_count(0)
    expect(page.locator('[data-section="journey"]')).to_contain_text("备注")


def test_what_could_not_be_fetched_is_asked_for_at_the_next_news(
    service: Service, hotline: Hotline, people: People
) -> None:
    hotline.push(order("E2E-N1", "消防栓漏水", 诉求地址="王家营街道东方华庭3号楼"))
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = 'E2E-N1'")
    page = people.at_desk("wjy-zhiban").page
    select(page, "dispatched", "消防栓漏水")
    page.route("**/api/tickets/*", lambda route: route.fulfill(status=429, json={"title": "太多"}))
    with elsewhere(service, people, "wjy-daiban", ticket) as leader:
        leader.give("sign")
        expect(page.locator("aside")).to_contain_text("没能取到最新内容")
        page.unroute_all()
        leader.give("take")
    expect(page.locator("aside")).not_to_contain_text("没能取到最新内容")
    expect(page.locator('[data-section="journey"]')).to_contain_text("本单位自办")


def test_a_phone_account_is_led_to_the_phone(people: People) -> None:
    page = people.with_phone("wjy-wangge").page
    page.goto("/")
    expect(page.get_by_role("link", name="打开手机页面")).to_be_visible()
