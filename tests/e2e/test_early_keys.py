"""Keys pressed before their list or their ticket has come wait for it, and do nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import order_at, spot_of

LISTS, TICKET = re.compile(r"/api/.*snapshot"), re.compile(r"/api/tickets/\d+$")
STATE = "SELECT 1 FROM ticket WHERE order_no = %s AND state = %s"


@contextmanager
def kept_back(page: Page, asked: re.Pattern[str]) -> Iterator[None]:
    """The page is loaded anew, and what it asks for by these addresses is answered once this is over."""
    waiting: list[Route] = []
    page.route(asked, lambda route: waiting.append(route))
    with page.expect_request(asked):
        page.reload()
    yield
    for each in waiting:
        each.continue_()
    page.unroute(asked)


def test_what_is_pressed_too_early_is_done_when_it_may_be_seen(
    service: Service, hotline: Hotline, people: People
) -> None:
    place = spot_of(service, "wjy-wangge")
    for number in ("E2E-EARLY1", "E2E-EARLY2"):
        hotline.push(order_at(place, number, f"围墙倾斜 {number}", "市容环卫/围墙"))
    page = people.at_desk("wjy-zhiban").page
    with kept_back(page, LISTS):
        expect(page.locator(".list-pane")).to_contain_text("正在接收工单")
        expect(page.locator('[data-duty="dispatched"] .duty-count')).to_have_text("–")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("s")  # for a ticket nobody has seen: nothing
        expect(page.locator("[data-open]")).to_have_count(0)
    second = page.locator("[data-ticket]").nth(1).get_attribute("data-ticket")
    expect(page.locator(f'[data-open="{second}"] [data-actions]')).to_be_visible()
    assert service.rows("SELECT count(*) FROM ticket WHERE state = 'signed'") == [(0,)]
    with kept_back(page, TICKET):
        expect(page.locator("[data-held]")).to_be_visible()
        page.keyboard.press("s")
        expect(page.locator('[data-held="S"]')).to_contain_text("载入后执行 S")
        page.keyboard.press("r")  # one thing at a time
        assert service.rows("SELECT count(*) FROM ticket WHERE state = 'signed'") == [(0,)]
    service.await_rows("SELECT 1 FROM ticket WHERE id = %s AND state = 'signed'", int(second or 0))
    expect(page.locator('[data-form="return"]')).to_have_count(0)
    assert service.rows("SELECT count(*) FROM ticket WHERE state = 'signed'") == [(1,)]
    with kept_back(page, TICKET):
        expect(page.locator("[data-held]")).to_be_visible()
        page.keyboard.press("d")  # waited for, and no step of this ticket
    expect(page.locator(".toasts")).to_contain_text("D：这件工单现在没有这一步")


def test_a_view_whose_tickets_have_not_come_does_not_say_that_there_are_none(people: People) -> None:
    page = people.at_desk("qu-zhiban", at="/?view=ruling").page
    tab = page.locator('[data-view="ruling"]')
    expect(tab).to_contain_text("0")
    with kept_back(page, LISTS):
        expect(page.locator(".ruling-list")).to_contain_text("正在接收工单")
        expect(tab).not_to_contain_text("0")
    expect(page.locator(".ruling-list")).to_contain_text("没有等裁定的退单")
