"""已到现场 far from where the ticket says: why is asked, nobody has to say it, and no arrival is lost over it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e.service import Service
from tests.e2e.story import leave_the_network, photograph, spot_of
from tests.e2e.test_phone import WORKER, Task, task

__all__ = ["task"]
pytestmark = pytest.mark.shares
NEWER = """
(() => {
  const scroll = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (...given) { scroll.apply(this, given); return Promise.resolve(); };
})();
"""
"""A browser of tomorrow, whose scrolling answers with a promise."""
SEEN = """
(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
"""Another app comes before the page, or goes again."""
ARRIVED = (
    "SELECT detail ->> 'reason', detail ? 'lon' FROM journal WHERE ticket = %s AND event = 'ticket.arrived'"
)
EVENTS = "SELECT event FROM journal WHERE ticket = %s AND done_at IS NOT NULL ORDER BY version"


@pytest.fixture
def far(task: Task, service: Service) -> Task:
    """The ticket, accepted and open without network on a phone that is kilometres from it."""
    place, page = spot_of(service, WORKER), task.page
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"longitude": place.lon + 0.05, "latitude": place.lat, "accuracy": 15})
    page.context.add_init_script(NEWER)
    page.reload()
    task.line.click()
    expect(page.locator('[data-command="accept"]')).to_be_visible()
    leave_the_network(page, f"ticket/{task.ticket}")
    page.locator('[data-command="accept"]').click()
    page.locator('[data-command="arrive"]').click()
    expect(page.locator("[data-far]")).to_contain_text("公里")
    expect(page.locator("[data-far]")).to_be_in_viewport()
    return task


def sent(page: Page) -> None:
    """The network is back, and all that waited has gone."""
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_count(0)
    expect(page.locator("[data-refusal]")).to_have_count(0)


def test_the_reason_goes_with_the_arrival_and_nothing_goes_before_it_is_said(
    far: Task, service: Service
) -> None:
    page, ticket = far
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_have_attribute("data-outbox", "1")
    assert service.rows(ARRIVED, ticket) == []
    page.locator('[data-reason="进不去，在附近"]').click()
    expect(page.locator("[data-arrived]")).to_be_visible()
    expect(page.locator('[data-screen="ticket"]')).to_be_visible()
    sent(page)
    assert service.rows(ARRIVED, ticket) == [("进不去，在附近", True)]


def test_whoever_goes_on_or_back_without_a_reason_has_arrived(far: Task, service: Service) -> None:
    page, ticket = far
    photograph(page)
    expect(page.locator('[data-part="photos"]')).to_have_attribute("data-photos", "1")
    expect(page.locator("[data-far]")).to_be_visible()
    page.locator('[data-command="answer"]').click()
    page.get_by_role("button", name="已清理").click()
    page.locator('[data-choice="solved"]').click()
    page.locator('[data-submit="answer"]').click()
    expect(page.locator('[data-screen="ticket"]')).to_have_attribute("data-state", "answered")
    expect(page.locator("[data-arrived]")).to_be_visible()
    sent(page)
    assert service.rows(ARRIVED, ticket) == [(None, True)]
    events = [event for (event,) in service.rows(EVENTS, ticket)]
    assert events == ["ticket.accepted", "ticket.arrived", "ticket.evidence_added", "ticket.answered"]


def test_the_camera_leaves_the_question_open(far: Task, service: Service) -> None:
    page, ticket = far
    page.context.set_offline(False)
    with page.expect_file_chooser():
        page.locator('.bottom [data-command="photo"]').click()
    page.evaluate(SEEN, "hidden")
    page.evaluate(SEEN, "visible")
    photograph(page)
    expect(page.locator('[data-photo="sent"]')).to_have_count(1)
    expect(page.locator("[data-far]")).to_be_visible()
    assert service.rows(ARRIVED, ticket) == []
    page.locator('[data-reason="进不去，在附近"]').click()
    sent(page)
    assert service.rows(ARRIVED, ticket) == [("进不去，在附近", True)]


@pytest.mark.parametrize("how", ["back", "reload", "none", "hide"])
def test_leaving_the_question_leaves_the_arrival(far: Task, service: Service, how: str) -> None:
    page, ticket = far
    if how == "none":
        page.locator('[data-reason=""]').click()
    elif how == "reload":
        page.reload()
    elif how == "hide":
        page.evaluate(SEEN, "hidden")
    else:
        page.locator('[data-command="back"]').click()
        far.line.click()
    expect(page.locator("[data-arrived]")).to_be_visible()
    expect(page.locator("[data-far]")).to_have_count(0)
    sent(page)
    assert service.rows(ARRIVED, ticket) == [(None, True)]


def test_a_page_that_dies_over_the_question_has_kept_the_arrival(far: Task, service: Service) -> None:
    page, ticket = far
    with page.expect_event("crash"), pytest.raises(Error):
        page.goto("chrome://crash")
    fresh = page.context.new_page()
    page.close()
    fresh.goto(f"/m?ticket={ticket}")
    expect(fresh.locator("[data-arrived]")).to_be_visible()
    expect(fresh.locator('[data-command="arrive"]')).to_have_count(0)
    sent(fresh)
    assert service.rows(ARRIVED, ticket) == [(None, True)]
