"""What reaches people: a critical ticket nobody signs rings, a task nobody opens is rung up, the outbox page masks."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import AWAKE, order_at, spot_of
from tests.e2e.test_phone import WORKER, hand_over

TITLE = "路口信号灯杆倾斜,有倒伏危险"
SIX_MINUTES_AGO = (
    "UPDATE clock SET started_at = now() - interval '6 minutes' WHERE kind = 'sign' AND stopped_at IS NULL"
)
UNOPENED = "UPDATE notification SET check_at = now() WHERE check_at IS NOT NULL"


def test_a_critical_ticket_nobody_signs_rings_at_the_desk_and_behind_its_lock(
    service: Service, hotline: Hotline, people: People
) -> None:
    service.change(AWAKE)
    order = order_at(spot_of(service, WORKER), "E2E-C1", TITLE, "交通设施/信号灯")
    hotline.push({**order, "紧急程度": "特急"})
    desk = people.at_desk("wjy-zhiban").page
    expect(desk.locator("[data-alarm]")).to_have_count(0)
    service.change(SIX_MINUTES_AGO)
    expect(desk.locator('header [data-alarm="1"]')).to_contain_text("特急未签收 1")
    desk.locator("[data-alarm]").click()
    desk.locator("[data-ticket]", has_text=TITLE).click()
    expect(desk.get_by_text("特急未签收，已升级提醒")).to_be_visible()
    desk.locator("[data-notices]").click()
    expect(desk.locator('[data-notice="sent"], [data-notice="opened"]')).to_have_count(2)
    desk.evaluate("fetch('/api/session/lock', {method: 'POST', headers: {'X-Requested-With': 'dispatch'}})")
    desk.reload()
    expect(desk.locator('.lock [data-alarm="1"]')).to_be_visible()
    told = service.rows("SELECT kind, template FROM notification ORDER BY kind")
    assert told == [("sms", "critical"), ("voice", "critical")]


def test_a_task_nobody_opens_is_rung_up_from_the_desk_and_the_outbox_page_masks(
    service: Service, hotline: Hotline, people: People
) -> None:
    service.change(AWAKE)
    place = spot_of(service, WORKER)
    hotline.push(order_at(place, "E2E-U1", TITLE, "市容环卫/垃圾清运"))
    hand_over(service, people, 1, place)
    service.await_rows("SELECT FROM notification WHERE listed_at IS NOT NULL", meanwhile=UNOPENED)
    kinds = service.rows("SELECT kind, state FROM notification ORDER BY created_at")
    assert kinds == [("sms", "sent"), ("voice", "sent")]
    desk = people.at_desk("wjy-zhiban").page
    desk.locator('[data-panel="call-list"]').click()
    call = desk.locator("[data-call]")
    expect(call).to_contain_text(place.worker)
    call.locator('[data-called="reached"]').click()
    expect(call).to_have_count(0)
    expect(desk.locator('[data-panel="call-list"]')).to_have_count(0)
    assert service.rows(
        "SELECT call_result, username FROM notification n JOIN account a ON a.person = n.called_by"
    ) == [("reached", "wjy-zhiban")]
    keeper = people.stranger().page
    keeper.goto("/admin?at=telling")
    people.sign_in(keeper, "qu-zhiban")
    ((phone,),) = service.rows("SELECT phone FROM person WHERE id = %s", place.person)
    sent = keeper.locator('[data-sent="sms"]')
    expect(sent).to_contain_text(f"{phone[:3]}****{phone[-4:]}")
    expect(sent.locator("[data-link]")).to_have_count(1)
    expect(keeper.get_by_text(phone)).to_have_count(0)
