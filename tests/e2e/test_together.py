"""Two people on one ticket: each sees the other, what one writes outlives the other's act, and who is late hears so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, order_at, spot_of

pytestmark = pytest.mark.shares
TITLE = "围墙开裂,砖块松动"
WRITTEN = "围墙是学校的,由教育部门管理"
NAME = "SELECT p.name FROM person p JOIN account a ON a.person = p.id WHERE a.username = %s"


def pushed(service: Service, hotline: Hotline, number: str) -> int:
    """A new order in the town; the ticket's id."""
    hotline.push(order_at(spot_of(service, "wjy-wangge"), number, TITLE, "市容环卫/围墙"))
    return int(service.rows("SELECT id FROM ticket WHERE order_no = %s", number)[0][0])


def opened(people: People, username: str, ticket: int) -> Page:
    """Somebody with the ticket open."""
    page = people.at_desk(username).page
    page.goto(f"/?ticket={ticket}")
    expect(page.locator(f'[data-open="{ticket}"] [data-actions]')).to_be_visible()
    return page


def test_two_people_on_one_ticket(service: Service, hotline: Hotline, people: People) -> None:
    ticket = pushed(service, hotline, "E2E-TG1")
    operator, leader = (opened(people, name, ticket) for name in ("wjy-zhiban", "wjy-daiban"))
    for page, other in ((operator, "wjy-daiban"), (leader, "wjy-zhiban")):
        ((name,),) = service.rows(NAME, other)
        expect(page.locator("aside")).to_contain_text(f"{name} 正在查看")

    operator.keyboard.press("r")
    form = operator.locator('[data-form="return"]')
    form.locator('input[type="radio"]').first.check()
    basis = form.locator('textarea[name="basis"]')
    basis.fill(WRITTEN)
    leader.keyboard.press("s")
    expect(form).to_contain_text("待签收 → 待交办")
    expect(basis).to_have_value(WRITTEN)
    expect(basis).to_be_focused()

    expect(leader.locator('[data-actions] [data-command="take"]')).to_be_visible()
    leader.keyboard.press("t")
    expect(leader.locator('[data-open][data-state="in_progress"]')).to_be_visible()
    expect(form).to_have_count(0)
    expect(operator.locator("[data-refusal]")).to_contain_text("待签收 → 办理中")
    expect(operator.locator("[data-refusal]")).to_contain_text("「退单」现在不能办了")
    assert service.rows("SELECT state FROM ticket WHERE id = %s", ticket) == [("in_progress",)]

    leader.goto("/")
    expect(operator.locator("aside")).not_to_contain_text("正在查看")


def test_of_two_who_act_at_once_the_second_is_told_what_happened(
    service: Service, hotline: Hotline, people: People
) -> None:
    ticket = pushed(service, hotline, "E2E-TG2")
    page = opened(people, "wjy-zhiban", ticket)
    page.keyboard.press("r")
    form = page.locator('[data-form="return"]')
    form.locator('input[type="radio"]').first.check()
    form.locator('textarea[name="basis"]').fill(WRITTEN)

    def be_overtaken(route: Route) -> None:
        """While the order is on its way somebody else hands the ticket out."""
        with elsewhere(service, people, "wjy-daiban", ticket) as leader:
            leader.give("sign")
            leader.give("take")
        route.continue_()

    page.route("**/commands/return", be_overtaken, times=1)
    page.locator('[data-send="return"]').click()
    expect(page.locator("[data-refusal]")).to_contain_text("待签收 → 办理中")
    assert service.rows("SELECT state FROM ticket WHERE id = %s", ticket) == [("in_progress",)]
    events = "SELECT event FROM journal WHERE ticket = %s AND event = 'ticket.returned'"
    assert service.rows(events, ticket) == []
