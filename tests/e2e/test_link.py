"""From a message to 收到 and 办好了, through a gap in the network: the link opens on one phone, and on no other."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.judging import THUMB, judge
from tests.e2e.people import OLDER, PHONE, People
from tests.e2e.service import Service
from tests.e2e.story import AWAKE, order_at, photograph, spot_of
from tests.e2e.test_phone import hand_over, say

TITLE = "窨井盖松动,夜间有响声"
PHOTO_ASKED = """
INSERT INTO evidence_rule (ordinal, category, category_asks, how_closed, kinds, least, reason)
VALUES (1, '水利防汛', false, null, '{}', 1, '积水要看得到退了')
"""


@pytest.fixture
def phones(browser: Browser) -> Iterator[list[Page]]:
    """Two phones that nobody has signed in with."""
    contexts = [browser.new_context(**PHONE) for _ in range(2)]
    for context in contexts:
        context.add_init_script(OLDER)
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def link_of(service: Service) -> str:
    """The link of the message that went out, once it has."""
    service.await_rows("SELECT FROM notification WHERE state = 'sent'")
    lines = (service.folder / "outbox.jsonl").read_text(encoding="utf-8").splitlines()
    (link,) = {json.loads(line)["params"]["link"] for line in lines}
    return str(link)


def answer_in_a_gap(phone: Page, service: Service) -> None:
    """Answer in words and by voice while there is no network, which then comes back."""
    screen = phone.locator("[data-screen=link]")
    phone.locator('[data-command="answer"]').click()
    words = phone.locator('[data-field="done"] textarea')
    expect(words).to_have_value("已清理")
    words.fill("已更换垫圈并紧固,现场试压无响声")
    say(phone)
    phone.locator('[data-choice="solved"]').click()
    phone.context.set_offline(True)
    phone.locator('[data-submit="answer"]').click()
    expect(screen).to_have_attribute("data-state", "answered")
    expect(screen).to_have_attribute("data-waiting", "2")
    expect(phone.locator(".said")).to_contain_text("已存，等网络")
    assert service.rows("SELECT state FROM ticket") == [("in_progress",)]
    phone.context.set_offline(False)
    expect(screen).to_have_attribute("data-waiting", "0")
    expect(phone.locator('[data-voice-act="sent"]')).to_be_visible()


def complain_in_a_gap(phone: Page, service: Service) -> None:
    """Say what is wrong while there is no network; it arrives with the network."""
    phone.context.set_offline(True)
    phone.locator('[data-command="grievance"]').click()
    phone.locator('[data-command="say_grievance"]').click()
    expect(phone.get_by_role("alert")).to_contain_text("还要填")
    phone.locator('[name="words"]').fill("夜里的件只给两小时")
    phone.locator('[data-command="say_grievance"]').click()
    expect(phone.locator('[data-part="complain"]')).to_contain_text("已存好")
    phone.context.set_offline(False)
    expect(phone.locator('[data-part="complain"]')).to_contain_text("已交给区督查员")
    assert service.rows("SELECT words, named FROM grievance") == [("夜里的件只给两小时", True)]


FITS = """
(element) => { const box = element.getBoundingClientRect(); return element.scrollWidth <= Math.ceil(box.width) &&
  element.scrollHeight <= Math.ceil(box.height) && box.right <= innerWidth; }
"""
"""Nothing of an element's words is cut off."""


def stands_with_letters_twice_as_large(phone: Page) -> None:
    """On the narrowest phone with its letters set large: nothing is cut off, everything can be pressed."""
    ordinary = phone.viewport_size
    assert ordinary is not None
    phone.set_viewport_size({"width": 320, "height": 568})
    phone.evaluate("document.documentElement.style.setProperty('text-size-adjust', '200%')")
    assert phone.locator("header.bar .bar-end").evaluate(FITS)
    assert phone.evaluate(judge("layout"), {"least": THUMB}) == []
    phone.evaluate("document.documentElement.style.removeProperty('text-size-adjust')")
    phone.set_viewport_size(ordinary)


def test_a_worker_without_an_account_takes_and_answers_a_task_from_the_message(
    service: Service, hotline: Hotline, people: People, phones: list[Page]
) -> None:
    place = spot_of(service, "wjy-wangge")
    service.change("DELETE FROM account WHERE person = %s", place.person)
    service.change(AWAKE)
    hotline.push(order_at(place, "E2E-T1", TITLE, "市容环卫/垃圾清运"))
    hand_over(service, people, 1, place)
    link = link_of(service)
    phone, other = phones
    phone.goto(link)
    expect(phone.locator("[data-screen=link]")).to_contain_text(TITLE)
    assert phone.url == f"{service.url}/t"
    stands_with_letters_twice_as_large(phone)
    phone.locator('[data-command="accept"]').click()
    phone.locator('[data-command="answer"]').click()
    phone.locator('[data-phrase="已清理"]').click()
    phone.reload()
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-waiting", "0")
    answer_in_a_gap(phone, service)
    complain_in_a_gap(phone, service)
    other.goto(link)
    expect(other.locator("[data-face=closed]")).to_contain_text("另一台设备")
    other.goto(f"{service.url}/m")
    expect(other.locator("input[name=username]")).to_be_visible()
    done = "SELECT event FROM journal WHERE event IN ('ticket.accepted', 'ticket.answered') ORDER BY version"
    assert service.rows(done) == [("ticket.accepted",), ("ticket.answered",)]
    assert service.rows("SELECT kind FROM evidence") == [("voice",)]
    assert service.rows("SELECT state FROM notification") == [("opened",)]


def test_an_answer_refused_for_want_of_a_photo_is_taken_back_on_the_page_of_the_link(
    service: Service, hotline: Hotline, people: People, phones: list[Page]
) -> None:
    place = spot_of(service, "wjy-wangge")
    service.change("DELETE FROM account WHERE person = %s", place.person)
    service.change(AWAKE)
    service.change("DELETE FROM evidence_rule")
    hotline.push(order_at(place, "E2E-T2", TITLE, "水利防汛/内涝"))
    hand_over(service, people, 1, place)
    (phone, _) = phones
    phone.goto(link_of(service))
    phone.locator('[data-command="accept"]').wait_for()
    phone.context.set_offline(True)
    phone.locator('[data-command="accept"]').click()
    phone.locator('[data-command="answer"]').click()
    phone.locator('[data-phrase="已清理"]').click()
    phone.locator('[data-choice="solved"]').click()
    phone.locator('[data-submit="answer"]').click()
    expect(phone.locator("[data-screen=link]")).not_to_have_attribute("data-waiting", "0")
    service.change(PHOTO_ASKED)  # a rule of meanwhile: one that the page knows, it asks for at once
    phone.context.set_offline(False)
    expect(phone.locator("[data-refusal]")).to_contain_text("拍一张照片再提交")
    phone.locator('[data-command="mend"]').click()
    expect(phone.locator("[data-refusal]")).to_have_count(0)
    photograph(phone)
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-waiting", "0")
    phone.locator('[data-command="answer"]').click()
    expect(phone.locator('[data-field="done"] textarea')).to_have_value("已清理")
    phone.locator('[data-submit="answer"]').click()
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-state", "answered")
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-waiting", "0")
    assert service.rows("SELECT state FROM ticket") == [("answered",)]
