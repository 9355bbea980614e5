"""One seat, several windows: one socket, one lock, what is chosen follows; palette, a summary copied, a chat pasted."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People, has_said
from tests.e2e.service import PATIENCE_SECONDS, Service
from tests.e2e.story import order_at, spot_of
from tests.e2e.test_phone import WORKER

pytestmark = pytest.mark.shares

TITLE = "路灯不亮,夜里看不清路"
OTHER = "窨井盖缺失,有人绊倒"
LATER = "垃圾桶满溢,气味很大"
OPERATOR = "wjy-zhiban"
CHAT = "王家营街道长江路路口水管爆裂,水流到路面,请派人看看。李明 13812345678"
PASTE = """
(words) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", words);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
"""


def detached(desk: Page, part: str) -> Page:
    """The window that a part of the desk moves to."""
    desk.locator("[data-menu]").click()
    with desk.expect_popup() as opened:
        desk.locator(f'[data-detach="{part}"]').click()
    expect(opened.value.locator('[data-connection="live"]')).to_be_visible()
    expect(desk.locator(f'[data-away="{part}"]')).to_be_visible()
    return opened.value


class Meter:
    """The service's own count of its sockets."""

    def __init__(self, service: Service, people: People) -> None:
        headers = {"X-Requested-With": "dispatch", "Origin": service.url}
        account = {"username": "xitong", "password": people.passwords["xitong"]}
        with httpx.Client(base_url=service.url, headers=headers, timeout=PATIENCE_SECONDS) as client:
            client.post("/api/session", json=account).raise_for_status()
            made = client.post("/api/keys", json={"name": "监控", "scope": "metrics"}).raise_for_status()
        self._key = {"X-API-Key": made.json()["token"]}
        self._url = f"{service.url}/metrics"

    def sockets(self) -> float:
        """How many are open."""
        told = httpx.get(self._url, headers=self._key, timeout=PATIENCE_SECONDS).raise_for_status().text
        return sum(
            float(count) for count in re.findall(r"^dispatch_sockets\{.*\} (\S+)$", told, re.MULTILINE)
        )


def test_windows_share_a_socket_and_a_lock_and_follow_what_is_chosen(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, WORKER)
    for number, title in (("E2E-W1", TITLE), ("E2E-W2", OTHER)):
        hotline.push(order_at(place, number, title, "市政设施/路灯"))
    meter = Meter(service, people)
    person = people.at_desk(OPERATOR)
    desk = person.page
    second = person.context.new_page()
    second.goto("/?duty=dispatched")
    panel = detached(desk, "ticket")
    desk.locator('[data-duty="dispatched"]').click()
    hotline.push(order_at(place, "E2E-W3", LATER, "市政设施/路灯"))
    for window in (desk, second):
        expect(window.locator("[data-ticket]", has_text=LATER)).to_be_visible()
    assert meter.sockets() == 1
    for title in (TITLE, OTHER):
        desk.locator("[data-ticket]", has_text=title).click()
        expect(panel.locator("[data-open] h2")).to_have_text(title)
    expect(desk.locator("[data-open]")).to_have_count(0)
    expect(second.locator("[data-open]")).to_have_count(0)
    panel.locator("[data-lock]").click()
    for window in (desk, second, panel):
        expect(window.locator(".lock")).to_be_visible()
    second.locator('[name="password"]').fill(people.passwords[OPERATOR])
    second.keyboard.press("Enter")
    for window in (desk, second, panel):
        expect(window.locator(".lock")).to_have_count(0)
    expect(panel.locator("[data-open] h2")).to_have_text(OTHER)
    panel.close()
    expect(desk.locator("[data-open] h2")).to_have_text(OTHER)
    assert meter.sockets() == 1


def opened_twice(desk: Page) -> Locator:
    """The palette, which Esc had closed."""
    palette = desk.locator("[data-palette]")
    desk.keyboard.press("Control+k")
    expect(palette.locator("input")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(palette).to_have_count(0)
    desk.keyboard.press("Control+k")
    return palette


def test_a_few_letters_lead_anywhere_and_chats_come_and_go_without_the_caller(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, WORKER)
    hotline.push(order_at(place, "E2E-W4", TITLE, "市政设施/路灯"))
    person = people.at_desk(OPERATOR)
    person.context.grant_permissions(["clipboard-read"])
    desk = person.page
    palette = opened_twice(desk)
    palette.locator("input").fill("ldbl")
    expect(palette.locator('[aria-selected="true"]')).to_contain_text(TITLE)
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-actions]")).to_be_visible()
    expect(palette).to_have_count(0)
    desk.keyboard.press("Control+Shift+KeyC")
    has_said(desk, "已复制")
    copied = desk.evaluate("navigator.clipboard.readText()")
    for words in (TITLE, place.worker, "138****5678", "复制："):
        assert words in copied, copied
    assert "13812345678" not in copied
    assert "王建国" not in copied
    watermark = desk.locator("[data-watermark]")
    assert copied.splitlines()[-1].split(" ")[0].removeprefix("复制：") in str(
        watermark.get_attribute("data-watermark")
    )
    desk.keyboard.press("Control+k")
    palette.locator("input").fill("jjb")
    expect(palette.locator('[aria-selected="true"]')).to_contain_text("交接班")
    desk.keyboard.press("Enter")
    expect(desk.locator('[data-side="duty"]')).to_be_visible()
    desk.locator("[data-side] h2").click()
    desk.evaluate(PASTE, CHAT)
    draft = desk.locator('[data-side="new"]')
    expect(draft.locator('[name="content"]')).to_have_value(re.compile("水管爆裂"))
    expect(draft.locator('[name="callerPhone"]')).to_have_value("13812345678")
    expect(draft.locator("[data-located]")).to_be_visible()
