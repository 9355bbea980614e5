"""A thin network, which is not none: a day's tasks on it, and what is not yet kept when the next thing is done."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import AWAKE, order_at, photograph, spot_of
from tests.e2e.test_link import TITLE, link_of, phones
from tests.e2e.test_outdoors import SLOW
from tests.e2e.test_phone import Task, hand_over, state, task

__all__ = ["phones", "task"]
THIN = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 10_000}
"""Milliseconds and bytes a second: the edge of a village's mobile network."""


def thin(page: Page) -> None:
    """From now on everything of this page goes through a thin network."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", THIN)


def small_picture() -> FilePayload:
    """A photo of some 200 kB: twenty seconds and more on this network."""
    made = BytesIO()
    Image.effect_noise((700, 525), 60).convert("RGB").save(made, "JPEG")
    return {"name": "now.jpg", "mimeType": "image/jpeg", "buffer": made.getvalue()}


@pytest.mark.shares
def test_a_day_on_a_thin_network_goes_up_in_order_and_says_how_far_it_is(
    task: Task, service: Service
) -> None:
    page = task.page
    thin(page)
    page.reload()
    task.line.click()
    page.locator('[data-command="accept"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "in_progress")
    page.locator('[data-command="photo"] input[type=file]').set_input_files(small_picture())
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    banner = page.locator("[data-outbox]")
    expect(banner).to_contain_text(re.compile(r"待发送 1 件，正在发 \d+%"))
    assert state(service, task.ticket) == ("in_progress", 1)
    banner.click()
    expect(page.locator('[data-status="sending"]')).to_contain_text(re.compile(r"正在发送 \d+%"))
    expect(page.locator("[data-outbox-act]")).to_have_count(0)
    assert state(service, task.ticket) == ("answered", 3)


def test_from_a_link_too_an_answer_waits_for_the_photo_before_it(
    service: Service, hotline: Hotline, people: People, phones: list[Page]
) -> None:
    place = spot_of(service, "wjy-wangge")
    service.change("DELETE FROM account WHERE person = %s", place.person)
    service.change(AWAKE)
    hotline.push(order_at(place, "E2E-T2", TITLE, "市容环卫/垃圾清运"))
    hand_over(service, people, 1, place)
    phone = phones[0]
    phone.goto(link_of(service))
    phone.locator('[data-command="accept"]').click()
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-state", "in_progress")
    phone.evaluate(SLOW)
    photograph(phone)
    phone.locator('[data-command="answer"]').click()
    phone.locator('[data-phrase="已清理"]').click()
    phone.locator('[data-choice="solved"]').click()
    phone.locator('[data-submit="answer"]').click()
    expect(phone.locator('[data-submit="answer"]')).to_be_disabled()
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-state", "answered")
    expect(phone.locator("[data-screen=link]")).to_have_attribute("data-waiting", "0")
    done = "SELECT event FROM journal WHERE event IN ('ticket.evidence_added', 'ticket.answered') ORDER BY version"
    assert service.rows(done) == [("ticket.evidence_added",), ("ticket.answered",)]
