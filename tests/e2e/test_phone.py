"""The worker's phone in a real browser: a day without network, a page that is killed, work that is not theirs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e.hotline import Hotline
from tests.e2e.people import People
from tests.e2e.service import Service
from tests.e2e.story import (
    Spot,
    elsewhere,
    leave_the_network,
    order_at,
    photograph,
    spot_of,
)

TITLE = "楼前积水,老人出行不便"
WORKER = "wjy-wangge"


def hand_over(service: Service, people: People, ticket: int, place: Spot) -> None:
    """Sign a ticket and assign it to the cell's worker, as the town's operator does on the screen in other tests."""
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})


@pytest.fixture
def worker(service: Service, hotline: Hotline, people: People) -> Page:
    """The page of a worker who was just handed the ticket."""
    place = spot_of(service, WORKER)
    page = people.with_phone(WORKER).page
    expect(page.locator("[data-screen=list]")).to_be_visible()
    hotline.push(order_at(place, "E2E-M1", TITLE, "水利防汛/内涝"))
    hand_over(service, people, 1, place)
    expect(page.locator('[data-group="new"] [data-ticket]', has_text=TITLE)).to_be_visible()
    return page


def state(service: Service) -> tuple[str, int]:
    """The ticket's state, and how many acts of the worker the journal holds."""
    (found,) = service.rows(
        "SELECT state, (SELECT count(*) FROM journal j JOIN account a ON a.person = j.actor_person "
        "WHERE j.ticket = t.id AND a.username = %s) FROM ticket t",
        WORKER,
    )
    return found[0], found[1]


def test_a_day_without_network_is_sent_once_and_in_order(worker: Page, service: Service) -> None:
    page = worker
    page.locator("[data-ticket]", has_text=TITLE).click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, "ticket/1")
    page.locator('[data-command="accept"]').click()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "1")
    page.locator('[data-command="arrive"]').click()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "2")
    photograph(page)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "3")
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "4")
    assert state(service) == ("assigned", 0)
    page.reload()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "4")
    page.context.set_offline(False)
    expect(page.locator('[data-screen="ticket"]')).to_contain_text("已交上去")
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service) == ("answered", 4)
    events = [
        row[0] for row in service.rows("SELECT event FROM journal WHERE done_at IS NOT NULL ORDER BY version")
    ]
    assert events == ["ticket.accepted", "ticket.arrived", "ticket.evidence_added", "ticket.answered"]


def test_a_draft_outlives_the_page(worker: Page) -> None:
    page = worker
    page.locator("[data-ticket]", has_text=TITLE).click()
    page.locator('[data-command="accept"]').click()
    page.locator('[data-command="answer"]').click()
    page.locator('[data-field="done"] textarea').fill("已联系物业抽水,明早复查")
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    fresh = page.context.new_page()
    fresh.goto("/m")
    fresh.locator("[data-ticket]", has_text=TITLE).click()
    fresh.locator('[data-command="answer"]').click()
    expect(fresh.locator('[data-field="done"] textarea')).to_have_value("已联系物业抽水,明早复查")


def test_what_is_not_theirs_goes_back_with_a_reason(worker: Page, service: Service) -> None:
    page = worker
    page.locator("[data-ticket]", has_text=TITLE).click()
    page.locator('[data-command="decline"]').click()
    page.get_by_role("button", name="不是我网格").click()
    page.locator('[data-submit="decline"]').click()
    expect(page.locator("[data-screen=list]")).to_be_visible()
    expect(page.locator("[data-ticket]", has_text=TITLE)).to_have_count(0)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    expect(page).to_have_url(re.compile("/m"))
    assert state(service)[0] == "signed"
