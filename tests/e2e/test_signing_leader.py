"""The leader's phone in a real browser: what waits for a signature comes first, with the words that are signed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import elsewhere, order_at, spot_of

ORDER = "E2E-S1"
TITLE = "燃气管道旁有人动火"
REPLY = "您好，动火作业已当场制止,管道检查无泄漏,谢谢您及时反映。"
KNOWN = "路边绿化带有落叶"


@pytest.fixture
def leader(service: Service, hotline: Hotline, people: People) -> Page:
    """The page of a leader for whom an answer of the gravest urgency was reviewed; another ticket is under way."""
    place = spot_of(service, "wjy-wangge")
    hotline.push(order_at(place, "E2E-S0", KNOWN, "水利防汛/内涝"))
    hotline.push(order_at(place, ORDER, TITLE, "水利防汛/内涝") | {"紧急程度": "特急"})
    with elsewhere(service, people, "wjy-zhiban", 2) as center:
        center.give("sign")
        center.give("take")
        center.photograph()
        center.give("answer", done="已当场制止动火", reply=REPLY, how_closed="solved")
    with elsewhere(service, people, "wjy-daiban", 2) as reviewer:
        reviewer.give("review")
    page = people.with_phone("wjy-fenguan").page
    expect(page.locator('[data-group="others"] [data-ticket]', has_text=KNOWN)).to_be_visible()
    return page


def state(service: Service) -> str:
    """The ticket's state."""
    return str(service.rows("SELECT state FROM ticket WHERE order_no = %s", ORDER)[0][0])


def open_first(page: Page) -> None:
    """Open what waits for a signature: the first of all lists."""
    expect(page.locator("[data-group]").first).to_have_attribute("data-group", "signoff")
    page.locator('[data-group="signoff"] [data-ticket]', has_text=TITLE).click()
    expect(page.locator('[data-part="reply"]')).to_contain_text(REPLY)


def test_the_leader_signs_off_what_they_have_read(leader: Page, service: Service, receiver: Receiver) -> None:
    open_first(leader)
    leader.locator('[data-command="sign_off"]').click()
    expect(leader.locator('[data-form="sign_off"]')).to_contain_text(REPLY)
    leader.locator('[data-submit="sign_off"]').click()
    expect(leader.locator("[data-screen=list]")).to_be_visible()
    expect(leader.locator('[data-group="signoff"]')).to_have_count(0)
    receiver.await_status(ORDER, "已办结")
    assert state(service) == "replied"


def test_what_is_not_signed_goes_back_with_a_reason(leader: Page, service: Service) -> None:
    leader.goto("/m?ticket=2")  # as a link leads there: the list was not seen before
    leader.locator('[data-command="refuse_signoff"]').click()
    leader.locator('[data-field="reason"] textarea').fill("请写明管道由谁检查")
    leader.locator('[data-submit="refuse_signoff"]').click()
    expect(leader.locator("[data-screen=list]")).to_be_visible()
    expect(leader.locator('[data-group="signoff"]')).to_have_count(0)
    expect(leader.locator("[data-outbox]")).to_have_count(0)
    assert state(service) == "answered"
