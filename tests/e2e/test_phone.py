"""The worker's phone in a real browser: a day without network, a page that is killed, work that is not theirs."""

from __future__ import annotations

import re
import uuid
from typing import NamedTuple

import pytest
from playwright.sync_api import Error, Locator, Page, Route, expect

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

pytestmark = pytest.mark.shares
WORKER = "wjy-wangge"


def hand_over(service: Service, people: People, ticket: int, place: Spot) -> None:
    """Sign a ticket and assign it to the cell's worker, as the town's operator does on the screen in other tests."""
    with elsewhere(service, people, "wjy-zhiban", ticket) as center:
        center.give("sign")
        center.give("assign", lead={"unit": place.station, "person": place.person})


class Task(NamedTuple):
    """A worker's page, and the ticket that was just handed to them."""

    page: Page
    ticket: int

    @property
    def line(self) -> Locator:
        """The ticket in the list."""
        return self.page.locator(f'[data-screen="list"] [data-ticket="{self.ticket}"]')


def handed(service: Service, hotline: Hotline, people: People) -> Task:
    """A worker's page, live, and a ticket that was just handed to them."""
    place = spot_of(service, WORKER)
    page = people.with_phone(WORKER).page
    expect(page.locator("[data-screen=list]")).to_be_visible()
    number = f"E2E-M-{uuid.uuid4().hex[:8]}"
    hotline.push(order_at(place, number, "楼前积水,老人出行不便", "水利防汛/内涝"))
    ((ticket,),) = service.rows("SELECT id FROM ticket WHERE order_no = %s", number)
    hand_over(service, people, ticket, place)
    expect(page.locator(f'[data-group="new"] [data-ticket="{ticket}"]')).to_be_visible()
    return Task(page, ticket)


@pytest.fixture
def task(service: Service, hotline: Hotline, people: People) -> Task:
    """A worker who was just handed a ticket."""
    return handed(service, hotline, people)


def state(service: Service, ticket: int) -> tuple[str, int]:
    """The ticket's state, and how many acts of the worker the journal holds."""
    (found,) = service.rows(
        "SELECT state, (SELECT count(*) FROM journal j JOIN account a ON a.person = j.actor_person "
        "WHERE j.ticket = t.id AND a.username = %s) FROM ticket t WHERE t.id = %s",
        *(WORKER, ticket),
    )
    return found[0], found[1]


def lose_the_answer(route: Route) -> None:
    """The service takes an act, and the phone does not hear of it."""
    route.fetch()
    route.abort()


def test_a_day_without_network_is_sent_once_and_in_order(task: Task, service: Service) -> None:
    page, ticket = task
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, f"ticket/{ticket}")
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
    assert state(service, ticket) == ("assigned", 0)
    expect(
        page.locator('[data-screen="ticket"]')
    ).to_be_visible()  # the way back is history's: reloads race it
    page.reload()
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "4")
    page.route("**/commands/accept", lose_the_answer, times=1)
    page.context.set_offline(False)
    expect(page.locator('[data-screen="ticket"]')).to_contain_text("已交上去")
    expect(page.locator("[data-outbox]")).to_have_count(0)
    assert state(service, ticket) == ("answered", 4)
    done = "SELECT event FROM journal WHERE ticket = %s AND done_at IS NOT NULL ORDER BY version"
    events = [row[0] for row in service.rows(done, ticket)]
    assert events == ["ticket.accepted", "ticket.arrived", "ticket.evidence_added", "ticket.answered"]


def say(page: Page) -> None:
    """Hold the button for a second, as one who talks into the phone; nothing may be on its way that moves it."""
    talk = page.locator('[data-command="talk"]')
    talk.hover()
    page.mouse.down()
    expect(talk).to_contain_text("· 1 秒")
    page.mouse.up()
    expect(page.locator("[data-voice-draft]")).to_be_visible()


def die_while_the_camera_is_open(page: Page) -> None:
    """A phone with little memory ends the page behind its camera."""
    with page.expect_file_chooser() as camera:
        page.locator('[data-screen="form"] [data-command="photo"]').click()
    assert camera.value.element.get_attribute("capture") == "environment", "not the gallery: the camera"
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")


def test_what_was_begun_outlives_the_page_and_is_sent(task: Task, service: Service) -> None:
    page, ticket = task
    task.line.click()
    page.locator('[data-command="accept"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "in_progress")
    expect(page.locator("[data-outbox]")).to_have_count(0)
    page.locator('[data-phrase="已联系诉求人"]').click()
    say(page)
    photograph(page)
    expect(page.locator('[data-part="photos"]')).to_have_attribute("data-photos", "1")
    page.locator('[data-command="answer"]').click()
    page.locator('[data-choice="solved"]').click()
    die_while_the_camera_is_open(page)
    fresh = page.context.new_page()
    fresh.goto("/m")
    Task(fresh, ticket).line.click()
    expect(fresh.locator('[data-phrase="已联系诉求人"]')).to_have_attribute("aria-pressed", "true")
    expect(fresh.locator('[data-part="photos"]')).to_have_attribute("data-photos", "1")
    expect(fresh.locator("[data-voice-draft]")).to_be_visible()
    fresh.locator('[data-phrase="已联系诉求人"]').click()
    fresh.locator('[data-command="answer"]').click()
    fresh.locator('[data-submit="answer"]').click()
    expect(fresh.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    expect(fresh.locator("[data-outbox]")).to_have_count(0)
    fresh.locator('[data-voice-act="sent"] .voice-play').click()
    expect(fresh.locator('[data-voice="playing"]')).to_be_visible()
    done = "SELECT answer ->> 'done', reply FROM ticket WHERE id = %s"
    assert service.rows(done, ticket) == [("见语音", "【缺：办理情况，听语音后写】")]
    kept = "SELECT kind, mime, seconds > 0 FROM evidence WHERE ticket = %s ORDER BY received_at"
    assert service.rows(kept, ticket) == [("after", "image/jpeg", None), ("voice", "audio/webm", True)]


OFFER = """
() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = () => { window.asked = true; };
  window.dispatchEvent(offer);
  return offer.defaultPrevented;
}
"""
"""What a browser says that would like to put the page on the home screen."""


def may_stand_on_the_home_screen(page: Page) -> None:
    """The browser's banner is kept down; the page 我 offers it, once. The frame around follows light and dark."""
    assert page.evaluate(OFFER)
    page.locator('[data-command="account"]').click()
    page.locator('[data-command="install"]').click()
    expect(page.locator('[data-command="install"]')).to_have_count(0)
    assert page.evaluate("window.asked")
    page.locator('[data-command="theme"]').click()
    for frame in page.locator('meta[name="theme-color"]').all():
        expect(frame).to_have_attribute("content", "#16202a")
    page.locator('[data-command="back"]').click()
    expect(page.locator("[data-screen=list]")).to_be_visible()


def test_what_is_not_theirs_goes_back_and_what_was_taken_away_is_said(
    task: Task, service: Service, people: People
) -> None:
    page = task.page
    may_stand_on_the_home_screen(page)
    task.line.click()
    page.locator('[data-command="decline"]').click()
    page.get_by_role("button", name="不是我网格").click()
    page.locator('[data-submit="decline"]').click()
    expect(page.locator("[data-screen=list]")).to_be_visible()
    expect(task.line).to_have_count(0)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    expect(page).to_have_url(re.compile("/m"))
    assert state(service, task.ticket)[0] == "signed"
    place = spot_of(service, WORKER)
    with elsewhere(service, people, "wjy-zhiban", task.ticket) as center:
        center.give("assign", lead={"unit": place.station, "person": place.person})
        task.line.click()
        expect(page.locator('[data-command="accept"]')).to_be_visible()
        leave_the_network(page, f"ticket/{task.ticket}")
        page.locator('[data-command="accept"]').click()
        expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "1")
        center.give("recall", reason="另派他人")
        page.context.set_offline(False)
    page.locator('[data-refused="1"]').click()
    expect(page.locator("[data-refusal]")).to_contain_text("这件已不在您名下")
    expect(page.locator("[data-refusal]")).to_contain_text("可能已改派或撤回")
    expect(page.locator('[data-command="send_now"]')).to_have_count(0)
    expect(page.locator('[data-refusal] [data-command="call_center"]')).to_be_visible()
    page.locator('[data-command="drop"]').click()
    expect(page.locator("[data-outbox-act]")).to_have_count(0)
