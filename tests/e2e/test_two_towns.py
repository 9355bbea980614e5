"""The main job, end to end: a signed push travels to closure through real browsers, and another town sees nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hotline import Hotline, Receiver
from tests.e2e.people import ARCHIVED, People, Person
from tests.e2e.pointing import desk_map, pixel
from tests.e2e.service import Service
from tests.e2e.story import Spot, order_at, photograph, spot_of

ORDER = "20261125-E2E-1"
TITLE = "沿街窨井盖破损,夜间有人绊倒"
CATEGORY = "市政设施/窨井盖"
REPLY = "您好，缺失的窨井盖已补装到位,周边已复查,谢谢您及时反映。"
WORKER = "wjy-wangge"


def open_ticket(person: Person) -> None:
    """Open the ticket from the list."""
    person.page.locator("[data-ticket]", has_text=TITLE).click()
    expect(person.page.locator("aside")).to_contain_text("市民反映")


def press(page: Page, command: str) -> None:
    """Press a button of the ticket's panel."""
    page.locator(f'[data-command="{command}"]').click()


def answer_with_photo(page: Page) -> None:
    """The worker's way: 收到, arrive, photo, answer."""
    page.locator("[data-ticket]", has_text=TITLE).click()
    press(page, "accept")
    press(page, "arrive")
    photograph(page)
    press(page, "answer")
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()


def see_it_on_the_map(person: Person, place: Spot) -> None:
    """It is in the list and on the map without a refresh: a click where it lies opens it."""
    page = person.page
    expect(page.locator("[data-ticket]", has_text=TITLE)).to_be_visible()
    expect(page.locator("[data-tickets]")).to_have_attribute("data-tickets", "1")
    page.mouse.click(*pixel(desk_map(page), place.lon, place.lat))
    expect(page.locator("aside")).to_contain_text("市民反映")
    expect(page.locator("aside")).to_contain_text(place.worker)


def sign_and_assign(person: Person, place: Spot, receiver: Receiver) -> None:
    """Sign, wait until the hotline has heard of it, and hand the ticket to the worker the form proposes."""
    page = person.page
    press(page, "sign")
    receiver.await_status(ORDER, "已签收")
    page.locator('[data-duty="signed"]').click()
    open_ticket(person)
    press(page, "assign")
    expect(page.locator('[data-chosen="lead"]')).to_contain_text(place.worker)
    page.locator('[data-send="assign"]').click()


def lose_power(service: Service, *desks: Person) -> None:
    """The power goes out under everybody, and comes back: the screens are whole again by themselves."""
    service.kill()
    for person in desks:
        expect(person.page.locator('[data-connection="offline"]')).to_be_visible(timeout=20_000)
    service.start()
    for person in desks:
        expect(person.page.locator('[data-connection="live"]')).to_be_visible(timeout=30_000)


def review(person: Person) -> None:
    """Look at the photo, large; the reply is drafted with a gap that somebody has to fill, then the answer passes."""
    page = person.page
    page.locator('[data-duty="answered"]').click()
    open_ticket(person)
    page.locator("aside img").click()
    expect(page.locator("dialog img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    press(page, "review")
    reply = page.locator('textarea[name="reply"]')
    expect(reply).to_have_value(re.compile("【缺：联系诉求人时间】"))
    expect(page.locator('[data-finding="gap"]').first).to_be_visible()
    page.locator('[data-send="review"]').click()
    expect(page.locator('[data-field="reply"] .problem')).to_contain_text("还没有填")
    reply.fill(REPLY)
    expect(page.locator('[data-form="review"] [data-finding]')).to_have_count(0)
    page.locator('[data-send="review"]').click()


def call_back(hotline: Hotline) -> None:
    """The city asks the caller, who is content, and closes the order."""
    content = {"是否联系": "是", "是否解决": "已解决", "满意度": "满意"}
    hotline.push({"推送类型": "回访结果", "工单编号": ORDER, **content})
    hotline.push({"推送类型": "结案", "工单编号": ORDER})


@pytest.mark.drawn
def test_a_ticket_travels_from_webhook_to_closure(
    service: Service, hotline: Hotline, receiver: Receiver, people: People
) -> None:
    place = spot_of(service, WORKER)
    town, other = (people.at_desk(username, kind=ARCHIVED) for username in ("wjy-zhiban", "yg-zhiban"))
    worker = people.with_phone(WORKER)
    expect(town.page.locator("[data-map=ready]")).to_be_visible()

    pushed = hotline.push(order_at(place, ORDER, TITLE, CATEGORY))
    assert (pushed["status"], pushed["state"]) == ("created", "dispatched")
    see_it_on_the_map(town, place)
    sign_and_assign(town, place, receiver)
    expect(worker.page.locator("[data-ticket]", has_text=TITLE)).to_be_visible()
    lose_power(service, town, other)
    answer_with_photo(worker.page)
    review(town)
    receiver.await_status(ORDER, "已办结")
    call_back(hotline)
    expect(town.page.locator("[data-ticket]", has_text=TITLE)).to_have_count(0)
    receiver.await_status(ORDER, "已结案")

    assert receiver.statuses(ORDER) == ["已派单", "已签收", "办理中", "已办结", "已结案"]
    assert not receiver.refused
    state, result = service.rows("SELECT state, callback_result FROM ticket WHERE order_no = %s", ORDER)[0]
    assert (state, result["solved"]) == ("closed", True)
    assert town.complaints + other.complaints + worker.complaints == []
    secret = re.compile(f"{ORDER}|{TITLE}|{pushed['ticket']}")
    assert all(secret.search(told) for told in town.was_told())
    assert not any(secret.search(told) for told in other.was_told())
